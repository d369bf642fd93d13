import {
  type AuthenticationResponseJSON,
  generateAuthenticationOptions,
  verifyAuthenticationResponse,
} from '@simplewebauthn/server'
import { type Database, hashOf, type PersonId } from '../db/index.ts'
import { keep, spent } from './challenge.ts'
import { handleOf } from './enrol.ts'
import { beginSession, type SignedIn } from './sessions.ts'
import type { Site } from './site.ts'
import { countUse, type KnownPasskey, passkeysOf, self, shownPasskey } from './store.ts'

/** Names nobody: the device offers the passkeys that it has for this register. */
export async function signInOptions(db: Database, site: Site) {
  const options = await generateAuthenticationOptions({ rpID: site.host, userVerification: 'required' })
  await keep(db, options.challenge, 'sign-in')
  return options
}

/** For whoever is signed in already: only their own passkeys are asked for. */
export async function signInAgainOptions(db: Database, site: Site, person: PersonId) {
  const own = await db.as(person, (tx) => passkeysOf(tx, person))
  const options = await generateAuthenticationOptions({
    rpID: site.host,
    userVerification: 'required',
    allowCredentials: own.map(({ credential, transports }) => ({ id: credential, transports })),
  })
  await keep(db, options.challenge, 'sign-in')
  return options
}

export type PasskeyRefused = { readonly kind: 'passkey_unknown' } | { readonly kind: 'not_accepted' }

/** A session for the owner of this passkey (who is `only`, where one is meant), if the answer is to a challenge of ours, fresh, and
 *  signed by it. */
export async function signInByPasskey(
  db: Database,
  site: Site,
  response: AuthenticationResponseJSON,
  { only, device = '' }: { readonly only?: PersonId; readonly device?: string } = {},
): Promise<SignedIn | PasskeyRefused> {
  const challenge = await spent(db, response.response.clientDataJSON, 'sign-in')
  if (challenge === undefined) return { kind: 'not_accepted' }
  const key = hashOf(response.id)
  const known = await db.showing(key, shownPasskey)
  if (!known || (only !== undefined && known.person !== only)) return { kind: 'passkey_unknown' }
  const counter = await verified(site, response, challenge, known)
  if (counter === undefined) return { kind: 'not_accepted' }
  return db.showing(key, async (tx, enter) => {
    if (!(await countUse(tx, known.signCount, counter))) return { kind: 'not_accepted' }
    await enter(known.person)
    if (!(await self(tx))) return { kind: 'not_accepted' }
    return { kind: 'signed_in', secret: await beginSession(tx, known.person, 'passkey', device) }
  })
}

/** The authenticator's new counter. One that does not move on is a copied key, and is not accepted. */
async function verified(
  site: Site,
  response: AuthenticationResponseJSON,
  expectedChallenge: string,
  known: KnownPasskey,
): Promise<number | undefined> {
  const owner = Buffer.from(handleOf(known.person)).toString('base64url')
  if (response.response.userHandle !== undefined && response.response.userHandle !== owner) return undefined
  try {
    const { verified, authenticationInfo } = await verifyAuthenticationResponse({
      response,
      expectedChallenge,
      expectedOrigin: site.origin,
      expectedRPID: site.host,
      requireUserVerification: true,
      credential: {
        id: known.credential,
        publicKey: new Uint8Array(known.publicKey),
        counter: Number(known.signCount),
      },
    })
    return verified ? authenticationInfo.newCounter : undefined
  } catch {
    return undefined // the library throws for every answer that does not hold; nothing of ours runs inside
  }
}
