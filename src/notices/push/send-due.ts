import type { Database, Tx } from '../../db/index.ts'
import type { Kinds } from '../../mail/index.ts'
import type { GuardedClient } from '../../net/index.ts'
import type { Sealed } from './message.ts'
import {
  countDue,
  forget,
  type InHand,
  markFailed,
  markPushed,
  postpone,
  settle,
  type Told,
  take,
  wait,
  waiting,
} from './outgoing-store.ts'
import { type Came, cameOf, isKnown, minutesUntilNext } from './rules.ts'

export type Sending = {
  readonly db: Database
  readonly client: GuardedClient
  readonly hosts: readonly string[]
  readonly kinds: () => Kinds
  readonly sealed: (sub: InHand) => Promise<Sealed>
  /** Until when what may be left out waits, if now is no time for it. */
  readonly quietUntil?: () => Date | undefined
}

/** A browser says it once in so many minutes, however much is new. */
const aWindow = 15
const atOnce = 500
const sideBySide = 4
const aMinute = 60_000
const wants = { accept: '*/*', maxBytes: 10_000, partial: true, timeoutMs: 8_000 }

/** Tells every browser that is due; gives how many were told. Any number of processes may do so side by side. A push service that does not answer is
 *  left alone until the next run. */
export async function sendDue(given: Sending): Promise<number> {
  const { db } = given
  const silent = new Set<string>()
  let sent = 0
  for (;;) {
    const ids = await db.under('reminder', (tx) => waiting(tx, atOnce))
    const left = ids[Symbol.iterator]()
    let moved = false
    const lane = async () => {
      // One browser a transaction: what is in hand when a process dies is that one, and it is free again at once.
      for (const id of left) {
        const came = await db.under('reminder', (tx) => sendOne(given, tx, id, silent))
        if (came === 'sent') sent += 1
        if (came !== 'not ours') moved = true
      }
    }
    await Promise.all(Array.from({ length: sideBySide }, lane))
    if (!moved) break
  }
  const due = await db.under('reminder', countDue)
  if (due > 0) throw new Error(`${due} browsers are due and none could be taken`)
  return sent
}

type Sent = 'sent' | 'settled' | 'not ours'

async function sendOne(given: Sending, tx: Tx, id: string, silent: Set<string>): Promise<Sent> {
  const taken = await take(tx, id)
  if (!taken) return 'not ours'
  const { sub, told } = taken
  const kinds = given.kinds()
  const now = told.filter(({ kind, seen }) => !seen && kinds.has(kind))
  await settle(
    tx,
    id,
    told.filter((one) => !now.includes(one)),
  )
  const host = new URL(sub.endpoint).hostname
  const quiet = now.every(({ kind }) => kinds.get(kind)?.optional) ? given.quietUntil?.() : undefined
  if (now.length === 0) return 'settled'
  if (quiet) await wait(tx, id, quiet)
  else if (silent.has(host)) await postpone(tx, id, new Date(Date.now() + aMinute))
  else return tell(given, tx, sub, now, silent)
  return 'settled'
}

async function tell(
  { client, hosts, sealed }: Sending,
  tx: Tx,
  sub: InHand,
  told: readonly Told[],
  silent: Set<string>,
): Promise<Sent> {
  const host = new URL(sub.endpoint).hostname
  const came: Came = isKnown(host, hosts)
    ? await post(client, sub, await sealed(sub))
    : { kind: 'refused', code: 'push_host_unknown' }
  // From here the browser may have been told. Should we die before this transaction ends, it is told once more, under the same topic
  // and the same tag: of the two it shows one.
  if (came.kind === 'gone') {
    await forget(tx, sub.id)
    return 'settled'
  }
  if (came.kind === 'taken') {
    await settle(tx, sub.id, told)
    await markPushed(tx, sub.id, aWindow)
    return 'sent'
  }
  const again = came.kind === 'silent' ? minutesUntilNext(sub.tries) : undefined
  if (came.kind === 'silent') silent.add(host)
  if (again === undefined) await settle(tx, sub.id, told)
  await markFailed(tx, sub.id, came.code, again)
  return 'settled'
}

async function post(client: GuardedClient, { endpoint }: InHand, { headers, bytes }: Sealed): Promise<Came> {
  const body = { type: 'application/octet-stream', text: bytes }
  return cameOf(await client.send(endpoint, { method: 'POST', body, headers }, wants))
}
