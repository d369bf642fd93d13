import { z } from 'zod'
import { choices, grounds, isLate, kinds, longestValue, states, type What } from './rules.ts'
import type { Concerned, Request, Task } from './store.ts'

const short = z.string().max(100).default('')

export const askForm = z.object({ what: short, value: z.string().max(2000).default('') })
export const copyForm = z.object({ format: short })
export const answerForm = z.object({ answer: short })
export const nothing = z.strictObject({}).optional()

const whats = Object.values(choices).flat() as [What, ...What[]]
export const askBody = z.strictObject({
  kind: z.enum(kinds).exclude(['copy']),
  what: z.enum(whats).optional().describe('Of a correction the field, of a restriction why, of an objection the use'),
  value: z
    .string()
    .trim()
    .min(1)
    .max(longestValue)
    .optional()
    .describe('Of a correction: what is right; a unit by its code'),
})
export const copyBody = z.strictObject({ format: z.enum(['json', 'pdf']).default('json') }).optional()
export const answerBody = z.strictObject({
  answer: z.enum(['granted', 'refused']),
  ground: z.enum(grounds).optional().describe('Why it is refused'),
})

const when = z.iso.datetime()
const day = z.iso.date()
export const requestShape = z.object({
  id: z.uuid(),
  number: z.string(),
  kind: z.enum(kinds),
  what: z.enum(whats).nullable(),
  value: z.string().nullable().describe('The right value, until it is answered'),
  receipt: z.string(),
  state: z.enum(states).exclude(['none']),
  asked_at: when,
  due_on: day.nullable(),
  overdue: z.boolean(),
  raised: z.int().describe('How often it went up because nobody answered in time'),
  ground: z.enum(grounds).nullable().describe('Why it was refused'),
  events: z.array(z.object({ what: z.string(), at: when, office: z.string().nullable(), unit: z.string().nullable() })),
})
export const requestsShape = z.object({ requests: z.array(requestShape) })
const taskShape = z.object({
  id: z.uuid(),
  number: z.string(),
  kind: z.enum(kinds).exclude(['copy']),
  what: z.enum(whats).nullable(),
  state: z.enum(['asked', 'appealed']),
  unit: z.string().nullable(),
  asked_at: when,
  due_on: day,
  overdue: z.boolean(),
  raised: z.int(),
})
export const tasksShape = z.object({ requests: z.array(taskShape) })
export const openedShape = z.object({
  request: taskShape,
  person: z.object({ name: z.string(), office: z.string().nullable(), unit: z.string().nullable() }),
  now: z.string().nullable().describe('Of a correction: what stands there'),
  value: z.string().nullable().describe('Of a correction: what is right'),
})
export const answeredShape = z.object({ state: z.enum(['granted', 'refused', 'again']) })

export const requestView = (one: Request, today: string): z.infer<typeof requestShape> => ({
  id: one.id,
  number: one.number,
  kind: one.kind,
  what: one.what,
  value: one.wish,
  receipt: one.receipt,
  state: one.state,
  asked_at: one.askedAt.toISOString(),
  due_on: one.dueOn,
  overdue: isLate(one.dueOn, today),
  raised: one.raised,
  ground: one.ground,
  events: one.events.map(({ at, ...event }) => ({ ...event, at: at.toISOString() })),
})
export const taskView = ({ asked_at, late, ...one }: Task): z.infer<typeof taskShape> => ({
  ...one,
  asked_at: asked_at.toISOString(),
  overdue: late,
})
export const openedView = (task: Task, person: Concerned): z.infer<typeof openedShape> => ({
  request: taskView(task),
  person: { name: person.name, office: person.office, unit: person.unit },
  now: person.now_is,
  value: person.wish,
})
