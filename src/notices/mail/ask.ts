import { z } from 'zod'
import { type Database, hashOf, newSecret, type PersonId } from '../../db/index.ts'
import type { Mail } from '../../mail/index.ts'
import type { Lang } from '../../web/index.ts'
import { askFor } from './store.ts'

export type Given = { readonly db: Database; readonly mail: Mail; readonly url: string }
export type Asked =
  | { readonly kind: 'asked' }
  | { readonly kind: 'no_mail_address' | 'too_many_letters' | 'mail_not_set_up' | 'letter_not_sent' }

const address = z.email().max(254)
/** What a mail program would take; undefined for anything else. */
export const asAddress = (text: string): string | undefined => address.safeParse(text.trim()).data

/** Mails a link to the address: it is the person's once they open it. The secret is in the letter and nowhere else. */
export async function askForMail(given: Given, who: PersonId, typed: string, lang: Lang): Promise<Asked> {
  const { db, mail, url } = given
  if (!mail.goesOut) return { kind: 'mail_not_set_up' }
  const to = asAddress(typed)
  if (to === undefined) return { kind: 'no_mail_address' }
  const secret = newSecret()
  const told = await db.as(who, (tx) => askFor(tx, hashOf(secret), to, lang))
  if (told === 'too_many') return { kind: 'too_many_letters' }
  if (told === 'just_now') return { kind: 'asked' }
  const posted = await mail.sendLink('confirm_address', { address: to, lang }, `${url}/notices/mail/${secret}`)
  return { kind: posted.kind === 'sent' ? 'asked' : 'letter_not_sent' }
}
