import { sql } from 'kysely'
import { hashOf, type Tx } from '../db/index.ts'
import { beginSession } from '../sign-in/index.ts'

/** From here on the transaction goes on as somebody who has just signed in: what opens a record asks for it. */
export async function signedIn(tx: Tx, enter: (actor: string) => Promise<void>, who: string): Promise<void> {
  await enter(who)
  const session = hashOf(await beginSession(tx, who, 'sample'))
  await sql`select set_config('cd.came_by', ${session.toString('hex')}, true)`.execute(tx)
}
