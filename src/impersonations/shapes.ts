import { z } from 'zod'
import { disclaimers, grounds, marks, referrals, type Stage, subjects, ways } from './rules.ts'
import type { Followed, Imitated, Impersonation, Task } from './store.ts'

const short = z.string().max(100).default('')
const typed = z.string().max(5000).default('')
const many = z
  .union([z.string(), z.array(z.string()).max(20)])
  .default([])
  .transform((given) => [given].flat())

export const reportForm = z.object({ address: typed, whom: typed, how: many })
export const objectForm = z.object({ address: typed, ground: short })
export const answerForm = z.object({ answer: short })
export const markForm = z.object({ whom: short, how: short })
export const findForm = z.object({ as_own: short, says: short, reasons: many })
export const judgeForm = z.object({ stands: short })

export const nothing = z.strictObject({}).optional()
const way = z.enum(ways)
const someWays = z.array(way).max(ways.length)
export const reportBody = z.strictObject({
  about: z.enum(subjects).describe('“written” is refused and stores nothing'),
  address: z.string().max(5000).describe('Of the imitation'),
  whom: z.string().max(5000).describe('A page of the person that this register confirms, or their public page here'),
  how: someWays.min(1),
})
export const objectBody = z.strictObject({ address: z.string().max(5000), ground: z.enum(grounds) })
export const answerBody = z.strictObject({ answer: z.enum(['mine', 'not_mine']) })
export const markBody = z.strictObject({
  whom: z.enum(referrals),
  how: z
    .enum(marks)
    .describe('printed and done: it was told; refused and no_reply: what came of it; removed and changed end it'),
})
export const findBody = z.strictObject({
  as_own: z.boolean().describe('The page presents itself as that person’s own'),
  says: z.enum(disclaimers).describe('What it says of itself'),
  reasons: someWays,
})
export const judgeBody = z.strictObject({ stands: z.boolean() })

const when = z.iso.datetime()
const stage = z.enum(['asked', 'denied', 'found', 'objected'])
export const codeShape = z.object({
  code: z.string().describe('The same for everybody who reports this page about this person'),
})
export const followedShape = z.object({
  about: z.enum(['report', 'objection']),
  stage,
  outcome: z.string().nullable(),
  at: when,
})
const event = z.object({
  what: z.string(),
  whom: z.enum(referrals).nullable(),
  at: when,
  by: z.string().nullable().describe('Nobody by name: the register itself, or somebody who was not signed in'),
  unit: z.string().nullable(),
})
export const impersonationShape = z.object({
  id: z.uuid(),
  number: z.string(),
  stage,
  address: z.string(),
  uid: z.string().nullable(),
  ways: z.array(way),
  reasons: z.array(way),
  reported_at: when,
  denied_at: when.nullable(),
  found_at: when.nullable(),
  objection: z.enum(grounds).nullable(),
  objected_at: when.nullable(),
  closed_at: when.nullable(),
  outcome: z.string().nullable(),
  events: z.array(event),
})
export const impersonationsShape = z.object({ impersonations: z.array(impersonationShape) })
const person = z.object({ name: z.string(), office: z.string().nullable(), unit: z.string().nullable() })
export const openedShape = z.object({ impersonation: impersonationShape, person })
export const tasksShape = z.object({
  impersonations: z.array(z.object({ id: z.uuid(), number: z.string(), stage, platform: z.string(), since: when })),
})
export const packShape = z.object({
  number: z.string(),
  made_at: when,
  organisation: z.string().nullable(),
  address: z.string(),
  platform: z.string(),
  permanent_id: z.string().nullable(),
  imitates: person,
  how: z.array(way),
  reported_at: when,
  denied_at: when.describe('When the person said “not mine”'),
  finding: z.object({
    at: when,
    by: z.string().nullable(),
    presents_itself_as_that_person: z.literal(true),
    says_parody_fan_or_comment: z.literal(false),
    reasons: z.array(way),
    lapses_after_days: z.int(),
  }),
  objection_open_since: when.nullable(),
})

const iso = (at: Date | null) => at?.toISOString() ?? null

export const view = (one: Impersonation): z.infer<typeof impersonationShape> => ({
  id: one.id,
  number: one.number,
  stage: one.stage as Exclude<Stage, 'none'>,
  address: one.address,
  uid: one.uid,
  ways: [...one.ways],
  reasons: [...one.reasons],
  reported_at: one.reportedAt.toISOString(),
  denied_at: iso(one.deniedAt),
  found_at: iso(one.foundAt),
  objection: one.objection,
  objected_at: iso(one.objectedAt),
  closed_at: iso(one.closedAt),
  outcome: one.outcome,
  events: one.events.map(({ what, whom, at, by, unit }) => ({ what, whom, at: at.toISOString(), by, unit })),
})
export const openedView = (one: Impersonation, { name, office, unit }: Imitated): z.infer<typeof openedShape> => ({
  impersonation: view(one),
  person: { name, office, unit },
})
export const tasksView = (all: readonly Task[]): z.infer<typeof tasksShape> => ({
  impersonations: all.map(({ id, number, stage: at, platform, since }) => ({
    ...{ id, number, stage: at, platform },
    since: since.toISOString(),
  })),
})
export const followedView = ({ about, stage: at, outcome, at: since }: Followed): z.infer<typeof followedShape> => ({
  ...{ about, stage: at, outcome },
  at: since.toISOString(),
})
