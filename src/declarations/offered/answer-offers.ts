import { newId, type PersonId, type Tx } from '../../db/index.ts'
import { declare } from '../file.ts'
import { alone } from '../store/alone.ts'
import { draftOf, insertDraft, removeDraft } from '../store/drafts.ts'
import { insertAnswer, offerOf, removeUntouched, settleOffers } from './store.ts'
import type { Line, Offer, Outcome } from './types.ts'

/** What a person says of accounts that a list names as theirs, several in one go. What is theirs is declared by the same act as any
 *  other page, private and at level 0. Said twice, it was said the first time. */
export async function answerOffers(
  tx: Tx,
  who: PersonId,
  lines: readonly Line[],
  channel: 'web' | 'api',
): Promise<readonly Outcome[]> {
  await alone(tx, who)
  const outcomes: Outcome[] = []
  for (const line of lines) outcomes.push(await answerOne(tx, who, line, channel))
  return outcomes
}

async function answerOne(tx: Tx, who: PersonId, { id, said }: Line, channel: 'web' | 'api'): Promise<Outcome> {
  const offer = await offerOf(tx, id)
  if (!offer) return { kind: 'not_found', id }
  const { declaration, receipt } = offer
  if ((offer.answer ?? 'unanswered') === said) return { kind: 'answered', id, declaration, receipt }
  if (offer.answer === 'mine') return { kind: 'filed_already', id }
  if (said === 'mine') return itIsMine(tx, who, offer, channel)
  await insertAnswer(tx, id, said === 'unanswered' ? null : said)
  if (offer.address && said !== 'unanswered') await removeUntouched(tx, offer.address.canonical)
  if (offer.address && said === 'unanswered') await insertDraft(tx, who, offer.address, offer.typed)
  return { kind: 'answered', id }
}

/** Who manages it and since when is taken from the draft where the person wrote it there; else it is theirs alone. */
async function itIsMine(tx: Tx, who: PersonId, { id, address, typed, ...offer }: Offer, channel: 'web' | 'api') {
  if (!address) return { kind: 'no_address', id } as const
  const draft = offer.draft ? await draftOf(tx, offer.draft) : undefined
  const { manager = 'alone', since } = draft ?? {}
  const filed = await declare(tx, who, { id: newId(), address, typed, manager, since }, channel)
  if (filed.kind === 'too_many_declarations') return { kind: filed.kind, id }
  if (filed.kind === 'already_yours') await settleOffers(tx, address.canonical, filed.id)
  if (draft) await removeDraft(tx, draft.id)
  const { declaration, receipt } = (await offerOf(tx, id)) ?? offer
  return { kind: 'answered', id, declaration, receipt } as const
}
