import { z } from 'zod'
import { myCases } from '../cases/index.ts'
import { isId } from '../db/index.ts'
import { anyMember, type Somebody } from '../permissions/index.ts'
import { go, json, type Reply, refuse, room, type Visit } from '../web/index.ts'
import { askWhy, lookOf } from './ask-why.ts'
import type { Given } from './index.ts'
import { notices } from './notices.ts'
import { whoLookedPage } from './page.tsx'
import type { Look, Why } from './store.ts'
import { whoLooked } from './who-looked.ts'
import { whyPage } from './why-page.tsx'
import { words } from './words.ts'

const whySchema = z.object({
  state: z.enum(['asked', 'answered']),
  due_on: z.iso.date(),
  overdue: z.boolean(),
  raised: z.int().describe('How often it went up because nobody answered in time'),
  answer: z.enum(['purpose_stated', 'mistake', 'not_justified']).nullable(),
  answered_at: z.iso.datetime().nullable(),
})
const schema = z.object({
  months: z.array(z.object({ month: z.string(), records: z.int(), lists: z.int() })),
  in_30_days: z.object({ records: z.int(), lists: z.int() }),
  looks: z.array(
    z.object({
      id: z.uuid(),
      at: z.iso.datetime(),
      by: z
        .object({ name: z.string().nullable(), office: z.string().nullable(), unit: z.string().nullable() })
        .nullable()
        .describe('Nobody by name: the operator at the machine itself'),
      purpose: z.string(),
      number: z.string().nullable().describe('Of the request for whose sake it was opened'),
      fields: z.enum(['record', 'roll', 'page', 'imitation']),
      channel: z.enum(['web', 'api', 'command_line', 'scim']),
      persons: z.int().nullable().describe('How many were in the list'),
      unusual: z.array(z.enum(['outside_hours', 'many'])),
      why: whySchema.nullable().describe('What was asked about it'),
    }),
  ),
  older: z.string().nullable().describe('Where the older rows are'),
})

const query = z.object({ before: z.uuid().optional().describe('The last row of the page before') })

export function routesOf(given: Given) {
  const answers = { 200: { description: 'The question', schema: z.object({ why: whySchema.nullable() }) } }
  const text = { vi: words.vi.short, en: words.en.short }
  return room(
    'my-record',
    (at) => [
      at.get('/my-record', anyMember, (visit) => show(given, visit)),
      at.get('/v1/my-record', anyMember, (visit) => list(given, visit), {
        about: { summary: 'Who looked at my record', query, answers: { 200: { description: 'Newest first', schema } } },
      }),
      at.get('/my-record/:id/why', 'my-record.why', (visit) => why(given, visit, lookOf)),
      at.post('/my-record/:id/why', 'my-record.why', (visit) => why(given, visit, askWhy)),
      at.get('/v1/my-record/:id/why', 'my-record.why', (visit) => why(given, visit, lookOf), {
        about: { summary: 'What I asked about one look at my record', answers },
      }),
      at.post('/v1/my-record/:id/why', 'my-record.why', (visit) => why(given, visit, askWhy), {
        about: { summary: 'Asks why somebody looked; the unit above them has two working days', answers },
      }),
    ],
    { notices, nav: [{ href: '/my-record', text, rule: anyMember, order: 40 }] },
  )
}

/** `before` is a row of one's own, or nothing is found behind it. */
async function found({ db }: Given, { actor, query }: Visit<Somebody>) {
  const before = query.get('before') ?? undefined
  if (before !== undefined && !isId(before)) return undefined
  return db.as(actor.id, (tx) => whoLooked(tx, before))
}

async function show(given: Given, visit: Visit<Somebody>) {
  const { actor, query, lang } = visit
  const looked = await found(given, visit)
  if (!looked) return refuse('not_found')
  const cases = await given.db.as(actor.id, myCases)
  return whoLookedPage({ found: looked, cases, me: actor.id, first: !query.has('before'), lang })
}

async function list(given: Given, visit: Visit<Somebody>) {
  const looked = await found(given, visit)
  if (!looked) return refuse('not_found')
  const { in30Days, looks, months, olderThan } = looked
  const older = olderThan === undefined ? null : `/v1/my-record?before=${olderThan}`
  const today = given.today()
  return json({ in_30_days: in30Days, looks: looks.map((look) => toJson(look, today)), months, older })
}

/** One look with its question: shown, or asked first. */
async function why({ db, today }: Given, visit: Visit<Somebody>, act: typeof lookOf): Promise<Reply> {
  const { actor, params, lang, api, path } = visit
  const look = await db.as(actor.id, (tx) => act(tx, params.id ?? ''))
  if (!look) return refuse('not_found')
  if (api) return json({ why: look.why && whyJson(look.why, today()) })
  return act === askWhy ? go(path) : whyPage({ look, me: actor.id, today: today(), lang })
}

const whyJson = ({ state, due_on, raised, answer, answered_at }: Why, today: string): z.infer<typeof whySchema> => ({
  state,
  due_on,
  overdue: state === 'asked' && due_on < today,
  raised,
  answer,
  answered_at: answered_at === null ? null : new Date(answered_at).toISOString(),
})

const toJson = (look: Look, today: string) => ({
  id: look.id,
  at: look.at.toISOString(),
  by:
    look.actor === null && look.by_name === null
      ? null
      : { name: look.by_name, office: look.by_office, unit: look.by_unit },
  purpose: look.purpose,
  number: look.number,
  fields: look.fields,
  channel: look.channel,
  persons: look.persons,
  unusual: look.unusual,
  why: look.why && whyJson(look.why, today),
})
