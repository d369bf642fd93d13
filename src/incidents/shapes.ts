import { z } from 'zod'
import { type Mark, marks, matters, whoms } from './rules.ts'
import type { Incident, Reported, Task } from './store.ts'

const short = z.string().max(100).default('')
const many = z
  .union([z.string(), z.array(z.string()).max(500)])
  .default([])
  .transform((given) => [given].flat())

export const reportForm = z.object({ pages: many, matter: short })
export const helpForm = z.object({ address: z.string().max(5000).default(''), matter: short })
export const decideForm = z.object({ decision: short })
export const endForm = z.object({ outcome: short })
export const markForm = z.object({ whom: short, how: short })

export const nothing = z.strictObject({}).optional()
const matter = z.enum(matters)
export const reportBody = z.strictObject({ declarations: z.array(z.uuid()).min(1).max(500), matter })
export const helpBody = z.strictObject({ address: z.string().max(5000), matter })
export const decideBody = z.strictObject({ decision: z.enum(['renamed', 'hijacked']) })
export const endBody = z.strictObject({ outcome: z.enum(['lost', 'false_alarm']) })
export const markBody = z.strictObject({
  whom: z.enum(whoms),
  how: z.enum(marks as readonly Mark[] as [Mark, ...Mark[]]),
})

const when = z.iso.datetime()
export const reportedShape = z.object({
  incidents: z.array(
    z.object({
      id: z.uuid(),
      number: z.string(),
      declaration: z.uuid(),
      receipt: z.string(),
      again: z.boolean().describe('It was reported before; the receipt is that of the first time'),
    }),
  ),
})
export const incidentShape = z.object({
  id: z.uuid(),
  number: z.string(),
  kind: z.enum(['hijack', 'reused_handle']),
  stage: z
    .enum(['asked', 'open', 'in_hand'])
    .describe('asked: reported by somebody who was not signed in; nothing is frozen'),
  matter: matter.nullable(),
  how: z.enum(['check', 'self', 'phone', 'asked']),
  declaration: z.uuid(),
  address: z.string(),
  renamed: z.boolean(),
  receipt: z.string().nullable(),
  raised: z.int().describe('How often it went up because nobody answered in time'),
  due_at: when.nullable(),
  opened_at: when,
  closed_at: when.nullable(),
  outcome: z.string().nullable(),
  events: z.array(
    z.object({
      what: z.string(),
      whom: z.enum(whoms).nullable(),
      at: when,
      by: z.string().nullable().describe('Nobody by name: the register itself'),
      unit: z.string().nullable(),
    }),
  ),
})
export const incidentsShape = z.object({ incidents: z.array(incidentShape) })
export const openedShape = z.object({
  incident: incidentShape,
  person: z.object({ name: z.string(), office: z.string().nullable(), unit: z.string().nullable() }),
})
export const tasksShape = z.object({
  incidents: z.array(
    z.object({
      id: z.uuid(),
      number: z.string(),
      kind: z.enum(['hijack', 'reused_handle']),
      stage: z.enum(['asked', 'open', 'in_hand']),
      matter: matter.nullable(),
      unit: z.string(),
      opened_at: when,
      due_at: when.nullable(),
      raised: z.int(),
    }),
  ),
})
export const receivedShape = z.object({ received: z.literal(true) })

const iso = (at: Date | null) => at?.toISOString() ?? null

export const incidentView = (one: Incident, address: string): z.infer<typeof incidentShape> => ({
  id: one.id,
  number: one.number,
  kind: one.kind,
  stage: one.stage,
  matter: one.matter,
  how: one.how,
  declaration: one.declaration,
  address,
  renamed: one.renamed,
  receipt: one.receipt,
  raised: one.raised,
  due_at: iso(one.dueAt),
  opened_at: one.openedAt.toISOString(),
  closed_at: iso(one.closedAt),
  outcome: one.outcome,
  events: one.events.map(({ what, whom, at, by, unit }) => ({ what, whom, at: at.toISOString(), by, unit })),
})

export const reportedView = (all: readonly Reported[]): z.infer<typeof reportedShape> => ({
  incidents: all.map(({ incident, number, declaration, receipt, again }) => ({
    id: incident,
    number,
    declaration,
    receipt,
    again,
  })),
})

export const tasksView = (all: readonly Task[]): z.infer<typeof tasksShape> => ({
  incidents: all.map(({ opened_at, due_at, ...one }) => ({
    ...one,
    opened_at: opened_at.toISOString(),
    due_at: iso(due_at),
  })),
})
