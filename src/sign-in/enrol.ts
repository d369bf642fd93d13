import {
  generateRegistrationOptions,
  type RegistrationResponseJSON,
  verifyRegistrationResponse,
  type WebAuthnCredential,
} from '@simplewebauthn/server'
import { type Database, hashOf, newId, type PersonId } from '../db/index.ts'
import { keep, spent } from './challenge.ts'
import { beginSession, type SignedIn } from './sessions.ts'
import type { Site } from './site.ts'
import { addPasskey, mayAddWayIn, openInvitation, passkeysOf, self, spend } from './store.ts'

export type Invitee = { readonly id: PersonId; readonly name: string }
export type Device = { readonly response: RegistrationResponseJSON; readonly name: string }

/** Whom an invitation is for. Looking uses nothing up: mail scanners open links too. */
export async function invitee(
  db: Database,
  secret: string,
): Promise<(Invitee & { readonly expiresAt: Date; readonly recovers: boolean }) | undefined> {
  return db.showing(hashOf(secret), async (tx, enter) => {
    const open = await openInvitation(tx)
    if (!open) return undefined
    await enter(open.person)
    const person = await self(tx)
    return person && { ...person, expiresAt: open.expiresAt, recovers: open.recovers }
  })
}

/** What the browser needs to make a passkey for this person: one that is found without typing a name, and asks for
 *  fingerprint, face or screen lock. A device that has one already is told apart, unless all that there are end now. */
export async function enrolOptions(db: Database, site: Site, person: Invitee & { readonly recovers?: boolean }) {
  const have = person.recovers ? [] : await db.as(person.id, (tx) => passkeysOf(tx, person.id))
  const options = await generateRegistrationOptions({
    rpName: site.name(),
    rpID: site.host,
    userID: handleOf(person.id),
    userName: person.name,
    userDisplayName: person.name,
    attestationType: 'none',
    excludeCredentials: have.map(({ credential, transports }) => ({ id: credential, transports })),
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
  })
  await keep(db, options.challenge, 'enrol')
  return options
}

/** The id under which authenticators keep a person: 16 bytes that say nothing outside this register. */
export const handleOf = (person: PersonId) => new Uint8Array(Buffer.from(person.replaceAll('-', ''), 'hex'))

/** Uses the invitation up: its person has a passkey and a session from here on. Of two who try at once, one does. */
export async function enrolInvited(
  db: Database,
  site: Site,
  secret: string,
  device: Device,
): Promise<SignedIn | { readonly kind: 'invitation_dead' } | { readonly kind: 'not_accepted' }> {
  if (!(await invitee(db, secret))) return { kind: 'invitation_dead' }
  const credential = await verified(db, site, device.response)
  if (!credential) return { kind: 'not_accepted' }
  return db.showing(hashOf(secret), async (tx, enter) => {
    const person = await spend(tx, 'invitation')
    if (!person) return { kind: 'invitation_dead' }
    await enter(person)
    if (!(await addPasskey(tx, rowOf(person, credential, device.name)))) return { kind: 'not_accepted' }
    return { kind: 'signed_in', secret: await beginSession(tx, person, 'passkey', device.name) }
  })
}

/** One more passkey for whoever is signed in. */
export async function enrolAnother(
  db: Database,
  site: Site,
  person: PersonId,
  device: Device,
): Promise<{ readonly kind: 'added' | 'not_accepted' | 'came_weakly' }> {
  const credential = await verified(db, site, device.response)
  if (!credential) return { kind: 'not_accepted' }
  return db.as(person, async (tx) => {
    if (!(await mayAddWayIn(tx))) return { kind: 'came_weakly' }
    return { kind: (await addPasskey(tx, rowOf(person, credential, device.name))) ? 'added' : 'not_accepted' }
  })
}

function rowOf(person: PersonId, { id, publicKey, counter, transports }: WebAuthnCredential, name: string) {
  return {
    id: newId(),
    person,
    credential_hash: hashOf(id),
    credential: id,
    public_key: Buffer.from(publicKey),
    sign_count: counter,
    transports: (transports ?? []).slice(0, 10),
    name: name.slice(0, 100),
  }
}

async function verified(
  db: Database,
  site: Site,
  response: RegistrationResponseJSON,
): Promise<WebAuthnCredential | undefined> {
  const expectedChallenge = await spent(db, response.response.clientDataJSON, 'enrol')
  if (expectedChallenge === undefined) return undefined
  try {
    const { registrationInfo } = await verifyRegistrationResponse({
      response,
      expectedChallenge,
      expectedOrigin: site.origin,
      expectedRPID: site.host,
      requireUserVerification: true,
    })
    return registrationInfo?.credential
  } catch {
    return undefined // the library throws for every answer that does not hold; nothing of ours runs inside
  }
}
