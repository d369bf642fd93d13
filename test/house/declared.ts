import { recognise } from '../../src/addresses/index.ts'
import { type Database, newId } from '../../src/db/index.ts'

type Wish = {
  readonly visibility?: 'private' | 'confirmable' | 'listed'
  readonly shows?: 'nothing' | 'name' | 'name_and_office'
  readonly manager?: 'alone' | 'shared' | 'unit'
  readonly level?: 0 | 1 | 2 | 3
  readonly state?: 'active' | 'closing' | 'closed' | 'frozen' | 'lost'
}

/** Files a declaration as its person does, and raises its level as a check does: each under its own role, through the wall. */
export async function declared(db: Database, person: { readonly id: string }, url: string, wish: Wish = {}) {
  const { address } = recognise(url)
  if (!address) throw new Error(`${url} is no address`)
  const { platform, kind, canonical } = address
  const id = newId()
  await db.as(person.id, async (tx) => {
    const row = { id, person: person.id, platform, kind, canonical, typed: url }
    await tx.insertInto('declaration').values(row).execute()
    await tx
      .insertInto('level_step')
      .values({ id: newId(), declaration: id, person: person.id, level: 0, reason: 'declared' })
      .execute()
  })
  await version(db, person, id, 1, { ...wish, state: 'active' })
  if (wish.level) await raised(db, id, wish.level)
  if (wish.state && wish.state !== 'active') await version(db, person, id, 2, wish)
  return { id, canonical }
}

/** A new version, filed by the person. */
export async function version(db: Database, person: { readonly id: string }, id: string, n: number, wish: Wish) {
  const { visibility = 'private', shows = 'nothing', manager = 'alone', state = 'active' } = wish
  const row = { id: newId(), declaration: id, person: person.id, n, state, visibility, shows, manager, channel: 'web' }
  await db.as(person.id, (tx) => tx.insertInto('declaration_version').values(row).execute())
}

/** A step of the level, written by a check. */
export async function raised(db: Database, declaration: string, level: number) {
  const reason = level > 0 ? 'proof_found' : 'proof_missed'
  // The checker is not told whose it is: the trigger fills the person in.
  const row = { id: newId(), declaration, level, reason } as never
  await db.under('checker', (tx) => tx.insertInto('level_step').values(row).execute())
}
