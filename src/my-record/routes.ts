import { z } from 'zod'
import { type Database, isId } from '../db/index.ts'
import { anyMember, type Somebody } from '../permissions/index.ts'
import { json, refuse, room, type Visit } from '../web/index.ts'
import { whoLookedPage } from './page.tsx'
import type { Look } from './store.ts'
import { whoLooked } from './who-looked.ts'
import { words } from './words.ts'

const schema = z.object({
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
      fields: z.enum(['record', 'roll', 'page']),
      channel: z.enum(['web', 'api', 'command_line', 'scim']),
      persons: z.int().nullable().describe('How many were in the list'),
    }),
  ),
  older: z.string().nullable().describe('Where the older rows are'),
})

const query = z.object({ before: z.uuid().optional().describe('The last row of the page before') })

export function routesOf(db: Database) {
  const text = { vi: words.vi.short, en: words.en.short }
  return room(
    'my-record',
    (at) => [
      at.get('/my-record', anyMember, (visit) => show(db, visit)),
      at.get('/v1/my-record', anyMember, (visit) => tell(db, visit), {
        about: { summary: 'Who looked at my record', query, answers: { 200: { description: 'Newest first', schema } } },
      }),
    ],
    { nav: [{ href: '/my-record', text, rule: anyMember, order: 40 }] },
  )
}

/** `before` is a row of one's own, or nothing is found behind it. */
async function found(db: Database, { actor, query }: Visit<Somebody>) {
  const before = query.get('before') ?? undefined
  if (before !== undefined && !isId(before)) return undefined
  return db.as(actor.id, (tx) => whoLooked(tx, before))
}

async function show(db: Database, visit: Visit<Somebody>) {
  const { actor, query, lang } = visit
  const looked = await found(db, visit)
  if (!looked) return refuse('not_found')
  return whoLookedPage({ found: looked, me: actor.id, first: !query.has('before'), lang })
}

async function tell(db: Database, visit: Visit<Somebody>) {
  const looked = await found(db, visit)
  if (!looked) return refuse('not_found')
  const { in30Days, looks, olderThan } = looked
  const older = olderThan === undefined ? null : `/v1/my-record?before=${olderThan}`
  return json({ in_30_days: in30Days, looks: looks.map(toJson), older })
}

const toJson = ({ id, at, actor, by_name, by_office, by_unit, purpose, number, fields, channel, persons }: Look) => ({
  id,
  at: at.toISOString(),
  by: actor === null && by_name === null ? null : { name: by_name, office: by_office, unit: by_unit },
  purpose,
  number,
  fields,
  channel,
  persons,
})
