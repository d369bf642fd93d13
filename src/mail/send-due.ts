import type { Database } from '../db/index.ts'
import type { MailWay } from '../net/index.ts'
import type { Kinds } from './kinds.ts'
import { noticeLetter } from './letters.ts'
import { claimDue, countDue, type Due, giveBack, markFailed, markSent } from './outbox-store.ts'

type Given = { readonly db: Database; readonly way: MailWay; readonly kinds: Kinds; readonly url: string }

const atOnce = 20
/** Minutes until it is tried again; after the last it is given up. */
const waits = [1, 5, 15, 60, 240, 720, 1_440]

/** Sends what is due; gives how many letters went out. Any number of processes may do so side by side. A server that does not answer
 *  ends the run: what is left waits for the next. */
export async function sendDue(given: Given): Promise<number> {
  const { db } = given
  let sent = 0
  for (;;) {
    const due = await db.under('reminder', (tx) => claimDue(tx, atOnce))
    if (due.length === 0) break
    for (const [n, one] of due.entries()) {
      const came = await send(given, one)
      if (came === 'sent') sent += 1
      if (came !== 'no answer') continue
      const rest = due.slice(n + 1).map(({ notice }) => notice)
      await db.under('reminder', (tx) => giveBack(tx, rest))
      return sent
    }
  }
  const left = await db.under('reminder', countDue)
  if (left > 0) throw new Error(`${left} letters are due and none could be taken`)
  return sent
}

async function send({ db, way, kinds, url }: Given, due: Due): Promise<'sent' | 'refused' | 'no answer'> {
  const words = kinds.get(due.kind)
  if (due.address === null || due.lang === null || !words) {
    await db.under('reminder', (tx) => markFailed(tx, due.notice, words ? 'no_address' : 'no_words', undefined))
    return 'refused'
  }
  const letter = noticeLetter(words, due.about, due.lang, url)
  const posted = await way.send({ ...letter, to: due.address, lang: due.lang, messageId: messageIdOf(due.notice, url) })
  // From here the letter may be out. Should we die before the next line, it goes once more, under the same Message-ID.
  if (posted.kind === 'sent') {
    await db.under('reminder', (tx) => markSent(tx, due.notice))
    return 'sent'
  }
  const again = isForGood(posted.code) ? undefined : waits[due.tries - 1]
  await db.under('reminder', (tx) => markFailed(tx, due.notice, posted.code, again))
  return /^\d+$/.test(posted.code) ? 'refused' : 'no answer'
}

/** A server that says 5xx does not want this letter, later neither. */
const isForGood = (code: string) => /^5\d\d$/.test(code)

/** Made of the notice, so that a letter sent twice is seen to be one. */
export const messageIdOf = (id: string, url: string) => `<${id}@${new URL(url).hostname}>`
