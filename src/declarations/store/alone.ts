import { sql } from 'kysely'
import type { PersonId, Tx } from '../../db/index.ts'

/** One filing of a person at a time: counts and "is it there already?" stay true until the transaction ends. */
export async function alone(tx: Tx, who: PersonId): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`declarations of ${who}`}, 0))`.execute(tx)
}

/** The lock under which the public answer for an address is written: whoever changes a level waits, and we see what they did. */
export async function aloneWith(tx: Tx, canonical: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${canonical}, 0))`.execute(tx)
}

/** The person who acts. Row security says the same again; here it stands so that "own" is read off the query. */
export const me = sql<string>`actor()`
