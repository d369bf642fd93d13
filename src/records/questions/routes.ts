import { z } from 'zod'
import type { Database } from '../../db/index.ts'
import { type Somebody, whoAnswers } from '../../permissions/index.ts'
import { type At, go, json, type Reply, type Route, refuse, type Visit } from '../../web/index.ts'
import { questionPage, questionsPage } from './pages.tsx'
import { answer, type Question, questions, type SaidWhy, saidWhy } from './store.ts'

const form = z.object({ answer: z.string().max(100).default('') })
const body = z.strictObject({ answer: z.enum(saidWhy) })
const schema = z.object({
  id: z.uuid(),
  state: z.enum(['asked', 'answered']),
  due_on: z.iso.date(),
  overdue: z.boolean(),
  raised: z.int(),
  answer: z.enum(saidWhy).nullable(),
  look: z.object({
    at: z.iso.datetime(),
    by: z.object({ name: z.string(), office: z.string().nullable(), unit: z.string().nullable() }).nullable(),
    purpose: z.string(),
    number: z.string().nullable(),
    fields: z.string(),
    channel: z.string(),
  }),
})

/** Who answers for somebody's look: the unit above the viewer, or the auditors. The act is one for page and API. */
export function questionRoutes(at: At, db: Database): readonly Route[] {
  const one = async ({ actor, params }: Visit<Somebody, unknown>) =>
    (await db.as(actor.id, (tx) => questions(tx, params.id ?? '')))[0]

  async function show(visit: Visit<Somebody, unknown>, missing = false): Promise<Reply> {
    const found = await one(visit)
    return found ? questionPage(found, visit.lang, missing) : refuse('not_found')
  }
  async function sayOnPage(visit: Visit<Somebody, z.infer<typeof form>>): Promise<Reply> {
    const said = saidWhy.find((known) => known === visit.body.answer)
    if (!said) return show(visit, true)
    return (await say(visit, said)) ? go('/records/questions') : refuse('not_found')
  }
  async function sayByApi(visit: Visit<Somebody, z.infer<typeof body>>): Promise<Reply> {
    if (!(await say(visit, visit.body.answer))) return refuse('not_found')
    const found = await one(visit)
    return found ? json(toJson(found)) : refuse('not_found')
  }
  const say = async ({ actor, params }: Visit<Somebody, unknown>, said: SaidWhy) =>
    (await db.as(actor.id, (tx) => answer(tx, params.id ?? '', said))) !== 'not_found'
  const all = ({ actor }: Visit<Somebody>) => db.as(actor.id, (tx) => questions(tx, null))

  return [
    at.get('/records/questions', whoAnswers, async (visit) => questionsPage(await all(visit), visit.lang)),
    at.get('/records/questions/:id', 'records.answer', (visit) => show(visit)),
    at.post('/records/questions/:id', 'records.answer', sayOnPage, { body: form }),
    at.get('/v1/records/questions', whoAnswers, async (visit) => json({ questions: (await all(visit)).map(toJson) }), {
      about: {
        summary: 'Looks that I am asked about',
        answers: { 200: { description: 'By due day', schema: z.object({ questions: z.array(schema) }) } },
      },
    }),
    at.post('/v1/records/questions/:id', 'records.answer', sayByApi, {
      body,
      about: {
        summary: 'Says why somebody looked; whoever asked sees it at once',
        answers: { 200: { description: 'The question with its answer', schema } },
      },
    }),
  ]
}

function toJson(one: Question): z.infer<typeof schema> {
  const { id, state, due_on, late: overdue, raised, answer: said, at, purpose, number, fields, channel } = one
  const by = one.by_name === null ? null : { name: one.by_name, office: one.by_office, unit: one.by_unit }
  const look = { at: at.toISOString(), by, purpose, number, fields, channel }
  return { id, state, due_on, overdue, raised, answer: said, look }
}
