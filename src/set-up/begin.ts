import { type Database, hashOf, newId, type PersonId, type Tx } from '../db/index.ts'
import type { Invited } from '../sign-in/index.ts'
import {
  correctName,
  enterAdministrator,
  nameOf,
  nameOrganisation,
  oneAtATime,
  openLink,
  organisationName,
} from './store.ts'

export type Named = { readonly organisation: string; readonly name: string }
type Dead = { readonly kind: 'dead' }

/** What was answered before by this link, so that opening it again begins where it was left. */
export async function soFar(db: Database, secret: string): Promise<({ readonly kind: 'open' } & Named) | Dead> {
  return db.showing(hashOf(secret), async (tx, enter) => {
    const link = await openLink(tx)
    if (!link) return { kind: 'dead' }
    if (link.person) await enter(link.person)
    const name = link.person ? await nameOf(tx, link.person) : undefined
    return { kind: 'open', organisation: (await organisationName(tx)) ?? '', name: name ?? '' }
  })
}

/** Names the organisation and its first administrator, and invites that person to make a passkey. The link stays good until
 *  the passkey is there, and always means the same person. No unit is made. */
export async function begin(
  db: Database,
  invite: (tx: Tx, person: PersonId) => Promise<Invited>,
  secret: string,
  { organisation, name }: Named,
): Promise<Invited | Dead> {
  return db.showing(hashOf(secret), async (tx, enter) => {
    await oneAtATime(tx)
    const link = await openLink(tx)
    if (!link) return { kind: 'dead' }
    const person = link.person ?? newId()
    await enter(person)
    if (link.person) await correctName(tx, person, name)
    else await enterAdministrator(tx, person, name)
    await nameOrganisation(tx, organisation)
    return invite(tx, person)
  })
}
