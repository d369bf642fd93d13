import { type Database, hashOf } from '../db/index.ts'
import { type Actor, nobody } from '../permissions/index.ts'
import { noteUse, whoShows } from './store.ts'
import { scopesShown } from './token-store.ts'

/** Who shows this secret, with the roles in term at this moment. Asked for every request, so that what was revoked, ended
 *  or left counts from the next one on. Notes the use at most once an hour. */
export async function identify(db: Database, secret: string, kind: 'session' | 'token'): Promise<Actor> {
  return db.showing(hashOf(secret), async (tx) => {
    const shown = await whoShows(tx, kind)
    if (!shown) return nobody
    if (shown.rested) await noteUse(tx, kind)
    const { person: id, name, roles, fresh } = shown
    const scopes = kind === 'token' ? await scopesShown(tx) : undefined
    return { kind: 'person', id, name, roles, via: kind, fresh, scopes }
  })
}
