import type { PersonId, Tx } from '../db/index.ts'
import { type Ending, ends } from './ends.ts'
import { hasEnded } from './rules.ts'
import { alone, aloneWith } from './store/alone.ts'
import { declarationOf, insertVersion } from './store/declarations.ts'
import { insertReceipt } from './store/receipts.ts'
import type { Channel, DeclarationNow } from './types.ts'

export type Ended =
  | { readonly kind: 'ended'; readonly now: DeclarationNow; readonly receipt: string }
  | { readonly kind: 'unchanged'; readonly now: DeclarationNow }
  | { readonly kind: 'declaration_ended' }
  | { readonly kind: 'declaration_frozen' }
  | { readonly kind: 'no_such_declaration' }

const receiptFor = { close: 'closing_stated', reopen: 'reopened', lose: 'lost' } as const

/** A new version in another state, by the word of its owner. Said twice it is the same; the public answer follows in this transaction. */
export async function end(tx: Tx, who: PersonId, id: string, said: Ending, channel: Channel): Promise<Ended> {
  await alone(tx, who)
  const asked = await declarationOf(tx, id)
  if (!asked) return { kind: 'no_such_declaration' }
  await aloneWith(tx, asked.address.canonical)
  const now = (await declarationOf(tx, id)) ?? asked
  const state = ends[now.state][said]
  if (!state) return standing(now, said)
  const version = await insertVersion(tx, who, id, { ...now, n: now.n + 1, state }, channel)
  const receipt = await insertReceipt(tx, who, receiptFor[said], id, version)
  return { kind: 'ended', now: (await declarationOf(tx, id)) ?? now, receipt }
}

function standing(now: DeclarationNow, said: Ending): Ended {
  if (Object.values(ends).some((one) => one[said] === now.state)) return { kind: 'unchanged', now }
  if (now.state === 'frozen') return { kind: 'declaration_frozen' }
  return hasEnded(now) ? { kind: 'declaration_ended' } : { kind: 'unchanged', now }
}
