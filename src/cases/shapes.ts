import { z } from 'zod'
import { facts, grounds, kinds, longest, outcomes, states } from './rules.ts'
import type { Case, Fact, Task } from './store.ts'

const short = z.string().max(100).default('')
const long = z.string().max(20_000).default('')
const many = z
  .union([z.string(), z.array(z.string()).max(50)])
  .default([])
  .transform((given) => [given].flat())

export const replyForm = z.object({ text: long, shown: many })
export const appealForm = z.object({ text: long })
export const decideForm = z.object({ outcome: short, rule: short, reasons: long })
export const settleForm = z.object({ ground: short })
export const openForm = z.object({ fact: short })

const text = z.string().trim().min(1).max(longest)
export const nothing = z.strictObject({}).optional()
export const replyBody = z.strictObject({
  text,
  evidence: z.array(z.uuid()).max(50).optional().describe('Ids of own receipts, attestations and proofs'),
})
export const appealBody = z.strictObject({ text })
export const decideBody = z.strictObject({
  outcome: z.enum(outcomes),
  rule: z.string().regex(/^\d{1,3}$/),
  reasons: text,
})
const allGrounds = [...grounds.upheld, ...grounds.annulled] as const
export const settleBody = z.strictObject({ ground: z.enum(allGrounds) })
export const openBody = z.strictObject({ fact: z.string().max(100).describe('As the list of facts names it') })

const when = z.iso.datetime()
const day = z.iso.date()
export const caseShape = z.object({
  id: z.uuid(),
  number: z.string(),
  kind: z.enum(kinds),
  fact: z.enum(Object.keys(facts) as [string, ...string[]]),
  fact_on: day,
  address: z.string().nullable(),
  state: z.enum(states).exclude(['none']),
  due_on: day.nullable(),
  opened_at: when,
  reply: z.string().nullable(),
  evidence: z.array(
    z.object({ kind: z.enum(['receipt', 'attestation', 'proof']), id: z.uuid(), what: z.string(), at: when }),
  ),
  decision: z.object({ outcome: z.enum(outcomes), rule: z.string(), reasons: z.string() }).nullable(),
  appeal: z.string().nullable(),
  settled: z
    .object({ outcome: z.enum(['upheld', 'annulled']), ground: z.enum([...allGrounds, 'late']) })
    .nullable()
    .describe('What became of the appeal'),
  ended: z.enum(['decided', 'settled', 'withdrawn', 'not_decided', 'person_left']).nullable(),
  sealed_at: when.nullable(),
  erase_on: day.nullable(),
  events: z.array(
    z.object({
      what: z.string(),
      at: when,
      by: z.string().nullable().describe('Nobody by name: the register itself'),
      unit: z.string().nullable(),
    }),
  ),
})
export const casesShape = z.object({ cases: z.array(caseShape) })
export const openedShape = z.object({
  case: caseShape.nullable().describe('Nothing once one has no more part in it'),
  person: z.object({ name: z.string(), office: z.string().nullable(), unit: z.string().nullable() }),
})
export const tasksShape = z.object({
  cases: z.array(
    z.object({
      id: z.uuid(),
      number: z.string(),
      kind: z.enum(kinds),
      state: z.enum(states).exclude(['none']),
      unit: z.string(),
      opened_at: when,
      due_on: day.nullable(),
      judge: z.boolean().describe('It is yours to decide'),
    }),
  ),
})
export const factsShape = z.object({
  facts: z.array(z.object({ fact: z.string(), kind: z.enum(kinds), on: day, address: z.string().nullable() })),
})
export const begunShape = z.object({ id: z.uuid(), number: z.string() })

export const caseView = (one: Case, address: string | undefined): z.infer<typeof caseShape> => ({
  id: one.id,
  number: one.number,
  kind: one.kind,
  fact: one.fact,
  fact_on: one.factOn,
  address: address ?? null,
  state: one.state,
  due_on: one.dueOn,
  opened_at: one.openedAt.toISOString(),
  reply: one.reply ?? null,
  evidence: one.evidence.map(({ what, thing, said, at }) => ({
    kind: what,
    id: thing,
    what: said,
    at: at.toISOString(),
  })),
  decision: one.outcome && { outcome: one.outcome, rule: one.rule ?? '', reasons: one.reasons ?? '' },
  appeal: one.appeal ?? null,
  settled: one.settled && { outcome: one.settled, ground: one.ground ?? 'late' },
  ended: one.ended,
  sealed_at: one.sealedAt?.toISOString() ?? null,
  erase_on: one.eraseOn,
  events: one.events.map(({ what, at, by, unit }) => ({ what, at: at.toISOString(), by, unit })),
})

export const tasksView = (all: readonly Task[]): z.infer<typeof tasksShape> => ({
  cases: all.map(({ opened_at, ...one }) => ({ ...one, opened_at: opened_at.toISOString() })),
})

/** How a fact is named from the list to the case: what, of which row, of which day. */
export const keyOf = ({ fact, thing, fact_on: on }: Fact): string => `${fact}.${thing}.${on}`
export function readKey(key: string) {
  const read = /^([a-z_]+)\.([0-9a-f-]{36})\.(\d{4}-\d{2}-\d{2})$/.exec(key)
  const [, fact = '', thing = '', factOn = ''] = read ?? []
  return fact in facts && z.uuid().safeParse(thing).success && day.safeParse(factOn).success
    ? { fact, thing, factOn }
    : undefined
}
