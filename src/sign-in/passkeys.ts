import type { Database, PersonId } from '../db/index.ts'
import { holdPasskeys, removePasskey, renamePasskey } from './store.ts'

export const rename = (db: Database, person: PersonId, id: string, name: string) =>
  db.as(person, (tx) => renamePasskey(tx, person, id, name))

/** The last one stays: without it only an officer could let the person in again. */
export async function remove(db: Database, person: PersonId, id: string): Promise<'removed' | 'last' | 'unknown'> {
  return db.as(person, async (tx) => {
    const held = await holdPasskeys(tx, person)
    if (!held.includes(id)) return 'unknown'
    if (held.length === 1) return 'last'
    await removePasskey(tx, id)
    return 'removed'
  })
}
