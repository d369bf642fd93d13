import { z } from 'zod'
import { type Database, isId } from '../db/index.ts'
import type { Notice, Notices } from '../mail/index.ts'
import { anyAdministrator, anyMember, type Somebody } from '../permissions/index.ts'
import { go, json, type Reply, refuse, room, type Visit } from '../web/index.ts'
import { mailAnswers } from './mail/answers.ts'
import { outboxNav } from './mail/outbox-page.tsx'
import { type Given as MailGiven, mailRoutes } from './mail/routes.ts'
import { words as mailWords } from './mail/words.ts'
import { nav, noticesPage } from './page.tsx'
import { pushAnswers } from './push/answers.ts'
import { type Given as PushGiven, pushRoutes } from './push/routes.ts'
import { listShape, query, seenForm } from './shapes.ts'
import { words } from './words.ts'

export type Given = MailGiven & PushGiven & { readonly db: Database; readonly notices: Notices }
type Member<B = unknown> = Visit<Somebody, B>

export function routesOf(given: Given) {
  const text = { vi: words.vi.title, en: words.en.title }
  const outbox = { vi: mailWords.vi.outbox, en: mailWords.en.outbox }
  return room(
    'notices',
    (at) => [
      ...mailRoutes(at, given),
      ...pushRoutes(at, given),
      at.get('/notices', anyMember, (visit) => show(given, visit)),
      at.post('/notices/seen', anyMember, (visit) => seeAll(given, visit)),
      at.post('/notices/:id/seen', 'notices.see', (visit) => see(given, visit), { body: seenForm }),
      at.get('/v1/notices', anyMember, (visit) => list(given, visit), {
        about: {
          summary: 'What the register has told me',
          query,
          answers: { 200: { description: 'Newest first', schema: listShape } },
        },
      }),
      at.post('/v1/notices/:id/seen', 'notices.see', (visit) => seeByApi(given, visit), {
        about: {
          summary: 'Say that a notice was seen. Twice is once',
          answers: { 200: { description: 'Seen', schema: z.object({ seen: z.literal(true) }) } },
        },
      }),
    ],
    {
      answers: { ...mailAnswers, ...pushAnswers },
      nav: [
        { href: nav, text, rule: anyMember, order: 35 },
        { href: outboxNav, text: outbox, rule: anyAdministrator, order: 95 },
      ],
    },
  )
}

/** `before` is a notice of one's own, or nothing is found behind it. */
async function found({ db, notices }: Given, { actor, query: asked, lang }: Member) {
  const before = asked.get('before') ?? undefined
  if (before !== undefined && !isId(before)) return undefined
  return db.as(actor.id, (tx) => notices.all(tx, lang, before))
}

async function show(given: Given, visit: Member): Promise<Reply> {
  const told = await found(given, visit)
  if (!told) return refuse('not_found')
  return noticesPage({ ...told, first: !visit.query.has('before'), pushes: given.push !== undefined, lang: visit.lang })
}

async function seeAll({ db, notices }: Given, { actor }: Member): Promise<Reply> {
  await db.as(actor.id, (tx) => notices.seen(tx))
  return go(nav)
}

const seen = ({ db, notices }: Given, { actor, params }: Member) =>
  db.as(actor.id, (tx) => notices.seen(tx, params.id as string))

async function see(given: Given, visit: Member<z.infer<typeof seenForm>>): Promise<Reply> {
  if (!(await seen(given, visit))) return refuse('not_found')
  return go(visit.body.from === 'front' ? '/declarations' : nav)
}

async function list(given: Given, visit: Member): Promise<Reply> {
  const told = await found(given, visit)
  if (!told) return refuse('not_found')
  const older = told.older === undefined ? null : `/v1/notices?before=${told.older}`
  return json({ notices: told.notices.map(toJson), older })
}

async function seeByApi(given: Given, visit: Member): Promise<Reply> {
  return (await seen(given, visit)) ? json({ seen: true }) : refuse('not_found')
}

const toJson = ({ id, kind, title, text, href, at, seenAt }: Notice) => ({
  ...{ id, kind, title, text, href },
  at: at.toISOString(),
  seen_at: seenAt?.toISOString() ?? null,
})
