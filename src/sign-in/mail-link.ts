import { type Database, hashOf, newSecret, type PersonId } from '../db/index.ts'
import type { Mail } from '../mail/index.ts'
import { beginSession, type SignedIn } from './sessions.ts'
import { keepLinkFor, openLink, self, spend } from './store.ts'

/** How somebody without JavaScript gets a link: what it holds stands in the letter and nowhere else. */
export type MailLinks = Pick<Mail, 'goesOut' | 'sendLinksTo'>

/** Sends a link to whoever has confirmed this address. It is not waited for: page and time are the same whether there is anybody. */
export function mailLink(db: Database, mail: MailLinks, url: string, address: string): void {
  void mail.sendLinksTo(address, 'sign_in_link', async (person: PersonId) => {
    const secret = newSecret()
    const kept = await db.under('reminder', (tx) => keepLinkFor(tx, person, hashOf(secret)))
    return kept ? `${url}/sign-in/link/${secret}` : undefined
  })
}

/** Looking uses nothing up: mail scanners open links too. */
export const linkIsGood = (db: Database, secret: string) => db.showing(hashOf(secret), openLink)

/** The point of no return: of two who press at once, one is signed in. */
export function signInByLink(
  db: Database,
  secret: string,
  device: string,
): Promise<SignedIn | { readonly kind: 'not_accepted' }> {
  return db.showing(hashOf(secret), async (tx, enter) => {
    const person = await spend(tx, 'sign_in_link')
    if (!person) return { kind: 'not_accepted' }
    await enter(person)
    if (!(await self(tx))) return { kind: 'not_accepted' }
    return { kind: 'signed_in', secret: await beginSession(tx, person, 'mail', device) }
  })
}
