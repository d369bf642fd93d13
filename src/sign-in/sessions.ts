import { type Database, hashOf, newSecret, type PersonId, type Tx } from '../db/index.ts'
import { readCode } from './code.ts'
import { hashOfCode } from './give-code.ts'
import { addSession, codeIsFor, endSessionsOf, endShownSession, type How, self, spend } from './store.ts'

/** Begins a session for the person this transaction acts for, under a secret that nobody had before: one that was planted
 *  in a browser beforehand never becomes a session. */
export async function beginSession(tx: Tx, person: PersonId, how: How, device = ''): Promise<string> {
  const secret = newSecret()
  await addSession(tx, { hash: hashOf(secret), person, how, device })
  return secret
}

export type SignedIn = { readonly kind: 'signed_in'; readonly secret: string }

/** One answer for a code that is wrong, used, old, or of someone who left: a guess learns nothing from it. */
export async function signInByCode(
  db: Database,
  typed: string,
  { only, device = '' }: { readonly only?: PersonId; readonly device?: string } = {},
): Promise<SignedIn | { readonly kind: 'not_accepted' }> {
  if (readCode(typed) === undefined) return { kind: 'not_accepted' }
  return db.showing(hashOfCode(typed), async (tx, enter) => {
    if (only !== undefined && (await codeIsFor(tx)) !== only) return { kind: 'not_accepted' } // another's code is left to them
    const person = await spend(tx, 'sign_in_code')
    if (!person) return { kind: 'not_accepted' }
    await enter(person)
    if (!(await self(tx))) return { kind: 'not_accepted' }
    return { kind: 'signed_in', secret: await beginSession(tx, person, 'code', device) }
  })
}

/** Ends the session of this cookie, whoever it belongs to. */
export const signOut = (db: Database, cookie: string) => db.showing(hashOf(cookie), endShownSession)

/** Ends every session of the person but this one. */
export const signOutElsewhere = (db: Database, person: PersonId, cookie: string) =>
  db.as(person, (tx) => endSessionsOf(tx, person, hashOf(cookie)))

/** Ends every session of the person, this one too. Tokens stay; they are revoked one by one. */
export const signOutEverywhere = (db: Database, person: PersonId) => db.as(person, (tx) => endSessionsOf(tx, person))
