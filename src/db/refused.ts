import { sql } from 'kysely'
import type { Tx } from './database.ts'

/** Writes in a savepoint, so that what row security refuses ends in an answer and not in a broken transaction. Nothing when it was refused. */
export async function unlessRefused<T>(tx: Tx, write: () => Promise<T>): Promise<T | undefined> {
  await sql`savepoint unless_refused`.execute(tx)
  try {
    const written = await write()
    await sql`release savepoint unless_refused`.execute(tx)
    return written
  } catch (error) {
    if ((error as { code?: string }).code !== '42501') throw error
    await sql`rollback to savepoint unless_refused`.execute(tx)
    return undefined
  }
}
