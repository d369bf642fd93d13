import { Kysely, PostgresDialect, sql } from 'kysely'
import pg from 'pg'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type TestDatabase, testDatabase } from '../../test/support/database.ts'
import { isDatabaseAway } from './index.ts'
import { remembering } from './remembered.ts'

let db: TestDatabase
beforeEach(async () => {
  db = await testDatabase()
  return () => db[Symbol.asyncDispose]()
})

let open: Kysely<{ thing: { n: number } }>
const connected = (atMost?: number) => {
  const pool = new pg.Pool({ connectionString: db.adminUrl, max: 1 })
  open = new Kysely({ dialect: new PostgresDialect({ pool: remembering(pool, atMost) }) })
  return open
}
afterEach(() => open?.destroy())

const names = async (of: typeof open) =>
  (await sql<{ statement: string }>`select statement from pg_prepared_statements`.execute(of)).rows.map(
    (r) => r.statement,
  )

test('what is asked again and again is remembered by the connection, and answers as before', async () => {
  const one = (n: number) =>
    db.under('asker', async (tx) => (await sql<{ n: number }>`select ${n}::int + 1 as n`.execute(tx)).rows[0]?.n)
  for (let n = 0; n < 8; n++) expect(await one(n)).toBe(n + 1)
  const kept = await db.under(
    'asker',
    async (tx) =>
      (await sql`select 1 from pg_prepared_statements where statement like '%::int + 1 as n'`.execute(tx)).rows.length,
  )
  expect(kept).toBe(1)
})

test('no more than so many are remembered, and no list of any length', async () => {
  const pool = connected(2)
  for (let again = 0; again < 4; again++) {
    await sql`select 1 where ${again} in (${sql.join([1, 2, 3])})`.execute(pool)
    await sql`values (${1}, ${2}), (${3}, ${4})`.execute(pool)
    for (const word of ['a', 'b', 'c', 'd']) await sql`select ${sql.lit(word)} as word`.execute(pool)
  }
  expect((await names(pool)).sort()).toEqual(["select 'a' as word", "select 'b' as word"])
})

test('a table that was changed meanwhile is one refusal to come again, and right from then on', async () => {
  await db.asSuperuser('create table public.thing (n int); insert into public.thing values (7)')
  const pool = connected()
  const all = async () => (await pool.selectFrom('thing').selectAll().execute()) as unknown
  for (let again = 0; again < 5; again++) expect(await all()).toEqual([{ n: 7 }])
  await db.asSuperuser("alter table public.thing add column word text not null default 'new'")
  const refused = await all().catch((error: unknown) => error)
  expect(isDatabaseAway(refused)).toBe(true)
  expect(await all()).toEqual([{ n: 7, word: 'new' }])
})
