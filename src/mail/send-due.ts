import type { Database, Tx } from '../db/index.ts'
import type { MailWay } from '../net/index.ts'
import type { NoticeWords } from '../web/index.ts'
import { bounceAddress } from './bounce.ts'
import type { Kinds } from './kinds.ts'
import { digestLetter, noticeLetter, type Text } from './letters.ts'
import { countDue, type Due, markFailed, markSent, noteBounce, postpone, takeDue } from './outbox-store.ts'

export type Sending = {
  readonly db: Database
  readonly way: MailWay
  readonly kinds: Kinds
  readonly url: string
  /** Where what cannot be delivered comes back to; each letter makes an address of its own of it. */
  readonly bounces?: string
  /** Until when letters that may be left out wait, if now is no time for them. */
  readonly quietUntil?: () => Date | undefined
}

/** So many to one person at once are one letter. */
const aFlood = 4
const atOnce = 100
/** Minutes until it is tried again; after the last it is given up. */
const waits = [1, 5, 15, 60, 240, 720, 1_440]

/** Sends what is due; gives how many letters went out. Any number of processes may do so side by side. A server that does not answer
 *  ends the run: what is left waits for the next. */
export async function sendDue(given: Sending): Promise<number> {
  const { db } = given
  let sent = 0
  for (;;) {
    // One letter a transaction: what is in hand when a process dies is that one, and it is free again at once.
    const came = await db.under('reminder', (tx) => sendOne(given, tx))
    if (came === 'sent') sent += 1
    if (came === 'no answer') return sent
    if (came === 'nothing due') break
  }
  const left = await db.under('reminder', countDue)
  if (left > 0) throw new Error(`${left} letters are due and none could be taken`)
  return sent
}

type Came = 'sent' | 'refused' | 'waits' | 'no answer' | 'nothing due'
type Known = Due & { readonly words: NoticeWords }

async function sendOne(given: Sending, tx: Tx): Promise<Came> {
  const all = await takeDue(tx, atOnce)
  if (all.length === 0) return 'nothing due'
  const known = all.map((due) => ({ ...due, words: given.kinds.get(due.kind) }))
  const silent = known.filter(({ words }) => words === undefined)
  const nobody = known.filter(({ address, words }) => address === null && words)
  const unwanted = known.filter(({ address, words, optional }) => address !== null && words?.optional && !optional)
  for (const [set, code] of [
    [silent, 'no_words'],
    [nobody, 'no_address'],
    [unwanted, 'not_wanted'],
  ] as const)
    if (set.length > 0) await markFailed(tx, ids(set), code, undefined)
  const wanted = known.filter((one): one is Known => ![...silent, ...nobody, ...unwanted].includes(one))
  const quiet = given.quietUntil?.()
  const later = quiet ? wanted.filter(({ words }) => words.optional) : []
  if (quiet && later.length > 0) await postpone(tx, ids(later), quiet)
  const now = wanted.filter((one) => !later.includes(one))
  return now.length > 0 ? post(given, tx, now) : later.length > 0 ? 'waits' : 'refused'
}

/** The oldest alone; or, where there are many, one letter that names them all. What opens at once is never among others. */
async function post({ way, url, bounces }: Sending, tx: Tx, now: readonly Known[]): Promise<Came> {
  const many = now.filter(({ words }) => !words.open)
  const together = many.length >= aFlood ? many : now.slice(0, 1)
  const [first] = together as [Known]
  const { address, lang, unsubscribe } = first as Known & { address: string; lang: 'vi' | 'en'; unsubscribe: string }
  const mayEnd = together.every(({ words }) => words.optional)
  const ends = mayEnd ? `${url}/notices/unsubscribe/${unsubscribe}` : undefined
  const letter: Text =
    together.length > 1
      ? digestLetter(
          together.map(({ words }) => words),
          lang,
          url,
        )
      : noticeLetter(first.words, first.about, lang, url, ends)
  const posted = await way.send({
    ...letter,
    ...{ to: address, lang, messageId: messageIdOf(first.notice, url) },
    ...(bounces && { returnPath: bounceAddress(bounces, first.notice) }),
    ...(mayEnd && { unsubscribe: `${url}/v1/notices/unsubscribe/${unsubscribe}` }),
  })
  // From here the letter may be out. Should we die before this transaction ends, it goes once more, under the same Message-ID.
  if (posted.kind === 'sent') {
    await markSent(tx, ids(together))
    return 'sent'
  }
  const again = isForGood(posted.code) ? undefined : waits[first.tries]
  await markFailed(tx, ids(together), posted.code, again)
  if (posted.noSuchBox) await noteBounce(tx, first.notice, posted.code, true)
  return /^\d+$/.test(posted.code) ? 'refused' : 'no answer'
}

const ids = (all: readonly Due[]) => all.map(({ notice }) => notice)

/** A server that says 5xx does not want this letter, later neither. */
const isForGood = (code: string) => /^5\d\d$/.test(code)

/** Made of the notice, so that a letter sent twice is seen to be one. */
export const messageIdOf = (id: string, url: string) => `<${id}@${new URL(url).hostname}>`
