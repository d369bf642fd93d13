import { type Database, newId, type PersonId } from '../db/index.ts'
import type { MailWay, Posted } from '../net/index.ts'
import type { Lang, Room } from '../web/index.ts'
import { kindsOf } from './kinds.ts'
import { type LinkKind, linkLetter } from './letters.ts'
import { whoIsAt } from './outbox-store.ts'
import { messageIdOf, sendDue } from './send-due.ts'

export type Mail = {
  /** Whether mail goes out of this register at all. */
  readonly goesOut: boolean
  /** Sends what is due; gives how many letters went out. */
  sendDue(): Promise<number>
  /** A letter with a link, to an address that its person is confirming. The link is in the letter and nowhere else. */
  sendLink(kind: LinkKind, to: { readonly address: string; readonly lang: Lang }, link: string): Promise<Posted>
  /** To whoever has confirmed this address, a letter with a link of their own; `linkFor` gives none to whom it lets wait. Says nothing of
   *  who they are or whether there is anybody, and never throws: do not wait for it before answering, or the time tells. */
  sendLinksTo(
    address: string,
    kind: LinkKind,
    linkFor: (person: PersonId) => Promise<string | undefined>,
  ): Promise<void>
}

type Given = {
  readonly db: Database
  readonly url: string
  readonly rooms: () => readonly Room[]
  readonly way: MailWay | undefined
  readonly bounces?: string
  readonly quietUntil?: () => Date | undefined
}

const noWay: Posted = { kind: 'failed', code: 'no_way' }

export function mailOf({ db, url, rooms, way, bounces, quietUntil }: Given): Mail {
  const sendLink: Mail['sendLink'] = async (kind, { address, lang }, link) => {
    if (!way) return noWay
    return way.send({ ...linkLetter(kind, link, lang, url), to: address, lang, messageId: messageIdOf(newId(), url) })
  }
  return {
    goesOut: way !== undefined,
    sendDue: async () => (way ? sendDue({ db, way, kinds: kindsOf(rooms()), url, bounces, quietUntil }) : 0),
    sendLink,
    async sendLinksTo(address, kind, linkFor) {
      if (!way) return
      try {
        for (const { person, ...to } of await db.under('reminder', (tx) => whoIsAt(tx, address))) {
          const link = await linkFor(person)
          if (link !== undefined) await sendLink(kind, to, link)
        }
      } catch {
        // Whoever asked is told the same in any case; a lost database says so elsewhere.
      }
    },
  }
}
