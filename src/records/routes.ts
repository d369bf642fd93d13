import { z } from 'zod'
import { type Channel, type For, lookerOf } from '../access-record/index.ts'
import { maskedAddress } from '../addresses/index.ts'
import type { Database, PersonId, Tx } from '../db/index.ts'
import { unitKept } from '../members/index.ts'
import { anyAuditor, type Somebody, whoAnswers } from '../permissions/index.ts'
import { giveCode, type Invited } from '../sign-in/index.ts'
import { json, type Reply, refuse, room, type Visit } from '../web/index.ts'
import { answers } from './answers.ts'
import { auditRoutes } from './audit/routes.ts'
import { words as auditWords } from './audit/words.ts'
import { giveWayIn } from './give-way-in.ts'
import { type Opening, open, type RecordShown, written } from './open.ts'
import { purposePage, type Wrong } from './purpose-page.tsx'
import { notices } from './questions/notices.ts'
import { questionRoutes } from './questions/routes.ts'
import { words as questionWords } from './questions/words.ts'
import { recordPage } from './record-page.tsx'
import { codeGivenPage, invitationGivenPage } from './way-in-page.tsx'
import { choices, readWhy } from './why.ts'

const form = z.object({ purpose: z.string().max(100).default(''), number: z.string().max(5000).default('') })
const body = z.strictObject({
  purpose: z.enum(choices),
  number: z.string().min(1).max(40).optional().describe('Of what is open about the person, where the purpose has one'),
})
type Form = z.infer<typeof form>
type Body = z.infer<typeof body>

export type Given = {
  readonly db: Database
  /** The public origin: where a code is entered. */
  readonly url: string
  readonly organisation: () => string | undefined
  /** Which day it is in the register's zone. */
  readonly today: () => string
  /** Makes an invitation whose link leads to this register. */
  readonly invite: (tx: Tx, person: PersonId) => Promise<Invited>
}

/** There is no address that shows a record by being fetched: opening is a POST with its purpose, each time anew. So is giving a
 *  way in. */
export function routesOf(given: Given) {
  const { db } = given
  return room(
    'records',
    (at) => [
      ...questionRoutes(at, db),
      ...auditRoutes(at, db),
      at.get('/records/:id', 'records.ask', (visit) => askWhy(db, visit)),
      at.post('/records/:id', 'records.open', (visit) => openOnPage(given, visit), { body: form, fresh: true }),
      at.post('/records/:id/invitation', 'records.give-way-in', (visit) => giveInvitation(given, visit), {
        fresh: true,
      }),
      at.post('/records/:id/code', 'records.give-way-in', (visit) => giveSignInCode(given, visit), { fresh: true }),
      at.post('/v1/records/:id', 'records.open', (visit) => openByApi(db, visit), {
        body,
        fresh: true,
        about: {
          summary: 'Opens the record of one person of your unit; the person sees who opened it and why',
          answers: { 200: { description: 'The record', schema: recordJson } },
        },
      }),
    ],
    { answers, notices, nav: navOf() },
  )
}

const both = <K extends string>(words: { readonly [L in 'vi' | 'en']: { readonly [N in K]: string } }, name: K) => ({
  vi: words.vi[name],
  en: words.en[name],
})
const navOf = () => [
  { href: '/records/questions', text: both(questionWords, 'short'), rule: whoAnswers, order: 60 },
  { href: '/records/access', text: both(auditWords, 'short'), rule: anyAuditor, order: 62 },
]

type Ask = { readonly db: Database; readonly actor: Somebody; readonly subject: PersonId }

type Again = { readonly wrong: Wrong; readonly form: Form }

async function askWhy(db: Database, { actor, params, lang }: Visit<Somebody>, again?: Again): Promise<Reply> {
  const subject = params.id as PersonId
  const found = await db.as(actor.id, async (tx) => {
    const unit = await unitKept(tx, subject)
    return unit === undefined ? undefined : { unit, looker: await lookerOf(tx) }
  })
  return found ? purposePage({ subject, lang, ...again, ...found }) : refuse('not_found')
}

async function openOnPage({ db, today }: Given, visit: Visit<Somebody, Form>): Promise<Reply> {
  const again = (wrong: Wrong) => askWhy(db, { ...visit, body: undefined }, { wrong, form: visit.body })
  const read = readWhy(visit.body.purpose, visit.body.number)
  if (read.kind !== 'read') return again(read.kind)
  const shown = await opening({ db, actor: visit.actor, subject: visit.params.id as PersonId }, read.why, 'web')
  if (shown.kind === 'number_not_open') return again(shown.kind)
  if (shown.kind === 'not_found') return refuse('not_found')
  return recordPage({ ...shown, why: read.why, today: today(), lang: visit.lang })
}

async function openByApi(db: Database, { actor, params, body }: Visit<Somebody, Body>): Promise<Reply> {
  const read = readWhy(body.purpose, body.number ?? '')
  if (read.kind !== 'read') return refuse('record_number_missing')
  const shown = await opening({ db, actor, subject: params.id as PersonId }, read.why, 'api')
  if (shown.kind === 'number_not_open') return refuse('record_number_not_open')
  return shown.kind === 'opened' ? json(toJson(shown)) : refuse('not_found')
}

async function giveInvitation({ db, invite, organisation }: Given, visit: Visit<Somebody>): Promise<Reply> {
  const { actor, params, lang } = visit
  const subject = params.id as PersonId
  const given = await db.as(actor.id, (tx) => giveWayIn(tx, subject, 'invitation', invite))
  if (given.kind !== 'made') return refuse(given.kind)
  return invitationGivenPage({ ...given, subject, organisation: organisation(), lang })
}

async function giveSignInCode({ db, url }: Given, { actor, params, lang }: Visit<Somebody>): Promise<Reply> {
  const subject = params.id as PersonId
  const given = await db.as(actor.id, (tx) =>
    giveWayIn(tx, subject, 'code', (inside, person) => giveCode(inside, { person })),
  )
  return given.kind !== 'made' ? refuse(given.kind) : codeGivenPage({ ...given, subject, url, lang })
}

/** What was read leaves the transaction only after the row that opened it is kept for good. */
const opening = ({ db, actor, subject }: Ask, why: For, channel: Channel): Promise<Opening> =>
  db.as(actor.id, (tx) => open(tx, subject, why, channel))

const recordJson = z.object({
  person: z.object({
    id: z.uuid(),
    name: z.string(),
    office: z.string().nullable(),
    unit: z.object({ code: z.string(), name: z.string() }).nullable(),
  }),
  declarations: z.array(
    z.object({
      id: z.uuid(),
      address: z.string(),
      platform: z.string(),
      state: z.string(),
      visibility: z.string(),
      level: z.int(),
      level_at: z.iso.datetime(),
      renew_by: z.iso.datetime().nullable(),
      proofs: z.array(z.object({ id: z.uuid(), method: z.string(), state: z.string(), keep: z.boolean() })),
    }),
  ),
})

function toJson({ person, declarations }: RecordShown): z.infer<typeof recordJson> {
  const { id, name, office, unit_code: code, unit_name: unit } = person
  return {
    person: { id, name, office, unit: code === null || unit === null ? null : { code, name: unit } },
    declarations: declarations.map((one) => ({
      id: one.id as string,
      address: maskedAddress(written(one)),
      platform: one.platform as string,
      state: one.state as string,
      visibility: one.visibility as string,
      level: one.level as number,
      level_at: (one.level_at as Date).toISOString(),
      renew_by: one.renew_by?.toISOString() ?? null,
      proofs: one.dossier.proofs.map(({ id, method, state, keep }) => ({ id, method, state, keep })),
    })),
  }
}
