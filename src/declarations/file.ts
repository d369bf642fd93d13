import type { PersonId, Tx } from '../db/index.ts'
import { settleOffers } from './offered/store.ts'
import { mostDeclarations } from './rules.ts'
import { alone } from './store/alone.ts'
import {
  countStanding,
  insertDeclaration,
  insertFirstStep,
  insertVersion,
  type NewDeclaration,
  standingAt,
} from './store/declarations.ts'
import { draftOf, removeDraft } from './store/drafts.ts'
import { filingReceiptOf, insertReceipt } from './store/receipts.ts'
import type { Channel, Manager } from './types.ts'

export type Filed =
  | { readonly kind: 'filed'; readonly id: string; readonly receipt: string }
  | { readonly kind: 'already_yours'; readonly id: string }
  | { readonly kind: 'too_many_declarations' }

export type FiledDraft = Filed | { readonly kind: 'unanswered' } | { readonly kind: 'no_such_draft' }

/** Files a draft. The declaration keeps the draft's id: a double click and a second tab file once and get the same receipt. */
export async function fileDraft(tx: Tx, who: PersonId, id: string, channel: Channel): Promise<FiledDraft> {
  await alone(tx, who)
  const draft = await draftOf(tx, id)
  if (!draft) return filedBefore(tx, id)
  if (!draft.manager) return { kind: 'unanswered' }
  const { address, typed, manager, since } = draft
  const filed = await enter(tx, who, { id, address, typed, manager, since }, channel)
  if (filed.kind === 'filed') await removeDraft(tx, id)
  return filed
}

async function filedBefore(tx: Tx, id: string): Promise<FiledDraft> {
  const receipt = await filingReceiptOf(tx, id)
  return receipt ? { kind: 'filed', id, receipt } : { kind: 'no_such_draft' }
}

type Statement = NewDeclaration & { readonly manager: Manager; readonly since?: string }

/** Files at once what comes whole, as a script sends it. */
export async function declare(tx: Tx, who: PersonId, statement: Statement, channel: Channel): Promise<Filed> {
  await alone(tx, who)
  return enter(tx, who, statement, channel)
}

/** The same for somebody else, by their officer: whoever calls has written the row that opens the record of `subject`. */
export async function declareFor(tx: Tx, subject: PersonId, statement: Statement): Promise<Filed> {
  await alone(tx, subject)
  return enter(tx, subject, statement, 'assisted')
}

/** Declaration, first version, level 0 and receipt: all of them or none. It begins private, because nothing is proven yet.
 *  Whether somebody else has declared the address is not asked: the answer would be told to whoever tries. */
async function enter(tx: Tx, who: PersonId, statement: Statement, channel: Channel): Promise<Filed> {
  const { id, address, manager, since } = statement
  const standing = await standingAt(tx, address.canonical, who)
  if (standing) return { kind: 'already_yours', id: standing }
  if ((await countStanding(tx, who)) >= mostDeclarations) return { kind: 'too_many_declarations' }
  const entered = await insertDeclaration(tx, who, statement)
  if (!entered) return { kind: 'already_yours', id: (await standingAt(tx, address.canonical, who)) ?? id }
  const first = { n: 1, state: 'active', visibility: 'private', shows: 'nothing', manager, since } as const
  const version = await insertVersion(tx, who, id, first, channel)
  await insertFirstStep(tx, who, id)
  if (channel !== 'assisted') await settleOffers(tx, address.canonical, id)
  return { kind: 'filed', id, receipt: await insertReceipt(tx, who, 'declared', id, version) }
}
