import { type Reason, recognise } from '../../addresses/index.ts'
import type { Tx } from '../../db/index.ts'
import { codeNow, type Judged, judge, taskOf } from './store.ts'
import type { Seen } from './types.ts'

export const mostTries = 5

export type Confirmed =
  | { readonly kind: 'unreadable'; readonly reason: Reason | 'content_account' }
  | { readonly kind: 'other_address'; readonly read: string; readonly triesLeft: number }
  | { readonly kind: Exclude<Judged, 'other_address'> }

type Wish = { readonly request: string; readonly address: string; readonly seen: Seen }

/** The officer saw the code in the account and says at which address. The database compares: the officer's page does not show the declared
 *  address, so that what is typed is what was seen. A text that is no account's address costs no try. */
export async function confirm(tx: Tx, { request, address, seen }: Wish): Promise<Confirmed> {
  const read = recognise(address)
  const reason = read.error ?? (read.address.via === 'content' ? 'content_account' : undefined)
  if (reason && (await taskOf(tx, request))) return { kind: 'unreadable', reason }
  const canonical = reason ? '' : (read.address?.canonical ?? '')
  const judged = await judge(tx, request, canonical, seen)
  if (judged !== 'other_address') return { kind: judged }
  const tries = (await codeNow(tx, request))?.tries ?? mostTries
  return { kind: 'other_address', read: canonical, triesLeft: Math.max(0, mostTries - tries) }
}
