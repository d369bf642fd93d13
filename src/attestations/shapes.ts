import { z } from 'zod'
import { addressShape } from '../declarations/index.ts'
import type { Cycle } from './rules.ts'
import type { KindCycle } from './store/cycles.ts'
import { type Filed, type FiledLine, type Line, type MyDuty, saidOfPages } from './types.ts'

const short = z.string().max(200).default('')

/** One field for each page, `page-ID`, and which button was pressed. What is no answer of a page of one's own counts for nothing. */
export const answersForm = z
  .object({ press: z.enum(['send', 'keep', 'all_still']).default('send') })
  .catchall(z.union([z.string(), z.array(z.string())]))
export const cycleForm = z.object({ kind: short, months: short, month: short, spread_days: short })

export const attestBody = z.strictObject({
  answers: z
    .array(z.strictObject({ declaration: z.uuid(), answer: z.enum(saidOfPages) }))
    .max(500)
    .default([]),
  send: z.boolean().default(true).describe('false: keep the answers and file nothing'),
})
export const cycleBody = z.strictObject({
  kind: z.string().max(100).default('').describe('Kind of unit; empty: all others'),
  months: z.int().describe('0, 6, 12, 24 or 36; 0: not asked'),
  month: z.int(),
  spread_days: z.int(),
})

const day = z.iso.date()
const when = z.iso.datetime()
const answer = z.enum(saidOfPages)
export const filedShape = z.object({
  id: z.uuid(),
  receipt: z.string(),
  due_on: day,
  said: z.enum(['accounts', 'none']),
  pages: z.int(),
  made_at: when,
})
export const attestationShape = filedShape.extend({
  answers: z.array(z.object({ declaration: z.uuid(), address: addressShape, answer })),
})
export const mineShape = z.object({
  state: z.enum(['attested', 'attested_none', 'due', 'overdue', 'never_asked', 'exempt', 'unreachable']),
  opens_on: day.nullable(),
  due_on: day.nullable(),
  open: z.boolean().describe('There is something to answer today'),
  pages: z.array(
    z.object({
      declaration: z.uuid(),
      address: addressShape,
      asked: z.boolean().describe('false: it is being closed, or an incident is open'),
      answer: answer.nullable().describe('Kept, not filed yet'),
      proof_lapses: z.boolean().describe('Proven once before the list was opened: prove it again by the date'),
    }),
  ),
  attestations: z.array(filedShape),
})
export const cyclesShape = z.object({
  cycles: z.array(
    z.object({
      kind: z.string(),
      units: z.int(),
      months: z.int().nullable(),
      month: z.int().nullable(),
      spread_days: z.int().nullable(),
    }),
  ),
})

export const filedView = ({ id, code, dueOn, said, pages, madeAt }: Filed): z.infer<typeof filedShape> => ({
  ...{ id, said, pages },
  receipt: code,
  due_on: dueOn,
  made_at: madeAt.toISOString(),
})

export const attestationView = (filed: Filed, lines: readonly FiledLine[]): z.infer<typeof attestationShape> => ({
  ...filedView(filed),
  answers: lines.map(({ declaration, address, answer: said }) => ({ declaration, address, answer: said })),
})

export const mineView = (
  duty: MyDuty | undefined,
  open: boolean,
  lines: readonly Line[],
  filed: readonly Filed[],
): z.infer<typeof mineShape> => ({
  state: duty?.state ?? 'never_asked',
  opens_on: duty?.opensOn ?? null,
  due_on: duty?.dueOn ?? null,
  open,
  pages: lines.map((line) => ({
    declaration: line.declaration,
    address: line.address,
    asked: line.state === 'active',
    answer: line.answer ?? null,
    proof_lapses: line.lapses !== undefined,
  })),
  attestations: filed.map(filedView),
})

export const cycleOf = ({ months, month, spread_days }: z.infer<typeof cycleBody>): Cycle => ({
  months,
  month,
  spreadDays: spread_days,
})

export const cyclesView = (cycles: readonly KindCycle[]): z.infer<typeof cyclesShape> => ({
  cycles: cycles.map(({ kind, units, cycle }) => ({
    kind,
    units,
    months: cycle?.months ?? null,
    month: cycle?.month ?? null,
    spread_days: cycle?.spreadDays ?? null,
  })),
})
