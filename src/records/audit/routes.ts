import { z } from 'zod'
import { type Database, isId } from '../../db/index.ts'
import { anyAuditor, type Somebody } from '../../permissions/index.ts'
import { type At, json, type Reply, type Route, refuse, type Visit } from '../../web/index.ts'
import { auditPage } from './page.tsx'
import { type Audited, audited } from './store.ts'

const pageLength = 50
const query = z.object({
  unusual: z.enum(['1']).optional().describe('Only what was unusual'),
  before: z.uuid().optional().describe('The last row of the page before'),
})
const schema = z.object({
  looks: z.array(
    z.object({
      id: z.uuid(),
      at: z.iso.datetime(),
      by: z.object({ name: z.string(), office: z.string().nullable(), unit: z.string().nullable() }).nullable(),
      purpose: z.string(),
      number: z.string().nullable(),
      fields: z.string(),
      channel: z.string(),
      whose: z.string().nullable().describe('A name for the person that means nothing outside this list'),
      list: z.object({ unit: z.string(), persons: z.int() }).nullable(),
      unusual: z.array(z.enum(['outside_hours', 'many'])),
      why: z.enum(['asked', 'purpose_stated', 'mistake', 'not_justified']).nullable(),
    }),
  ),
  older: z.string().nullable().describe('Where the older rows are'),
})

/** The access record for auditors: who, which office, when and why; no person's name and no declaration. */
export function auditRoutes(at: At, db: Database): readonly Route[] {
  return [
    at.get('/records/access', anyAuditor, (visit) => read(db, visit, shown)),
    at.get('/v1/records/access', anyAuditor, (visit) => read(db, visit, told), {
      about: {
        summary: 'Who opened records, for auditors',
        query,
        answers: { 200: { description: 'Newest first', schema } },
      },
    }),
  ]
}

type Found = {
  readonly looks: readonly Audited[]
  readonly unusual: boolean
  readonly first: boolean
  readonly olderThan: string | undefined
}

async function read(
  db: Database,
  visit: Visit<Somebody>,
  say: (found: Found, lang: Visit['lang']) => Reply,
): Promise<Reply> {
  const { actor, query: asked, lang } = visit
  const before = asked.get('before') ?? undefined
  if (before !== undefined && !isId(before)) return refuse('not_found')
  const unusual = asked.get('unusual') === '1'
  const rows = await db.as(actor.id, (tx) => audited(tx, { unusual, before, most: pageLength + 1 }))
  const looks = rows.slice(0, pageLength)
  const olderThan = rows.length > pageLength ? looks.at(-1)?.id : undefined
  return say({ looks, unusual, first: before === undefined, olderThan }, lang)
}

const shown = (found: Found, lang: Visit['lang']) => auditPage({ ...found, lang })

const told = ({ looks, unusual, olderThan }: Found) =>
  json({
    looks: looks.map(toJson),
    older: olderThan ? `/v1/records/access?${unusual ? 'unusual=1&' : ''}before=${olderThan}` : null,
  })

const toJson = (look: Audited): z.infer<typeof schema>['looks'][number] => ({
  id: look.id,
  at: look.at.toISOString(),
  by: look.by_name === null ? null : { name: look.by_name, office: look.by_office, unit: look.by_unit },
  purpose: look.purpose,
  number: look.number,
  fields: look.fields,
  channel: look.channel,
  whose: look.pseudonym,
  list: look.listed === null ? null : { unit: look.listed, persons: look.persons ?? 0 },
  unusual: [...look.unusual],
  why: look.why_answer ?? (look.why_state === 'asked' ? 'asked' : null),
})
