import { newId, type PersonId, type Tx } from '../db/index.ts'
import { alone, type Ending, end, newReceiptCode } from '../declarations/index.ts'
import { attestIn, keepAnswer, myAttestations, myDuty, myLines } from './store/mine.ts'
import type { Answer, Line, MyDuty } from './types.ts'

export type Answers = ReadonlyMap<string, Answer>

export type Open = { readonly duty: MyDuty; readonly lines: readonly Line[] }
export type Attested =
  | { readonly kind: 'attested'; readonly id: string }
  /** Nothing was filed; what was answered is kept. */
  | { readonly kind: 'answers_missing'; readonly missing: readonly string[] }
  | { readonly kind: 'attestation_not_open' }

/** Is there anything to answer today? */
export const isOpen = ({ opensOn, answered }: MyDuty, today: string): boolean =>
  opensOn !== undefined && opensOn <= today && !answered

export const isAsked = ({ state }: Line): boolean => state === 'active'

/** Keeps what was answered so far; nothing is filed by it. Answers to other people's pages, and to what has ended, are none. */
export async function keepAnswers(tx: Tx, who: PersonId, answers: Answers, today: string): Promise<Open | undefined> {
  await alone(tx, who)
  const duty = await myDuty(tx)
  if (!duty || !isOpen(duty, today)) return undefined
  for (const { declaration } of (await myLines(tx, duty.opensOn)).filter(isAsked)) {
    const answer = answers.get(declaration)
    if (answer) await keepAnswer(tx, declaration, answer)
  }
  return { duty, lines: await myLines(tx, duty.opensOn) }
}

const endingOf: Partial<Record<Answer, Ending>> = { closed: 'close', not_in_control: 'lose' }

/** Files the list as complete and true. Whatever was said to be closed or lost becomes so in the same transaction; a second press finds
 *  the first. */
export async function attest(
  tx: Tx,
  who: PersonId,
  answers: Answers,
  today: string,
  channel: 'web' | 'api',
): Promise<Attested> {
  const open = await keepAnswers(tx, who, answers, today)
  if (!open) return filedBefore(tx, today)
  const asked = open.lines.filter(isAsked)
  const missing = asked.flatMap(({ answer, declaration }) => (answer ? [] : [declaration]))
  if (missing.length > 0) return { kind: 'answers_missing', missing }
  for (const { declaration, answer } of asked) {
    const ending = answer && endingOf[answer]
    if (ending) await end(tx, who, declaration, ending, channel)
  }
  const { outcome, filed } = await attestIn(tx, newId(), newReceiptCode(), today, channel)
  if ((outcome === 'attested' || outcome === 'again') && filed) return { kind: 'attested', id: filed }
  throw new Error(`the list was open and could not be filed: ${outcome}`) // rolls back what was closed above
}

async function filedBefore(tx: Tx, today: string): Promise<Attested> {
  const duty = await myDuty(tx)
  const [last] = await myAttestations(tx)
  const stands = duty?.answered && duty.dueOn !== undefined && duty.dueOn >= today
  return stands && last?.dueOn === duty.dueOn ? { kind: 'attested', id: last.id } : { kind: 'attestation_not_open' }
}
