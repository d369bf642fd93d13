import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { testDatabase } from '../../test/support/database.ts'

test('a connection that the server ends in the middle of a transaction is one failed request, not the end of the process', async () => {
  await using db = await testDatabase()
  const broken = db.under('asker', async (tx) => {
    const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(tx)
    await db.asSuperuser('select pg_terminate_backend($1)', [rows[0]?.pid])
    await new Promise((done) => setTimeout(done, 200))
    return sql`select 1`.execute(tx)
  })
  await expect(broken).rejects.toThrow()
  expect(await db.under('asker', (tx) => tx.selectFrom('published').selectAll().execute())).toEqual([])
})
