import type { z } from 'zod'
import { hashOf } from '../../db/index.ts'
import type { Kinds } from '../../mail/index.ts'
import { anyAdministrator, anyMember, type Somebody } from '../../permissions/index.ts'
import { type At, go, json, type Lang, type Reply, type Route, refuse, type Visit } from '../../web/index.ts'
import { mailAnswers } from './answers.ts'
import { type Given as Asking, askForMail } from './ask.ts'
import { outboxPage } from './outbox-page.tsx'
import { confirmPage, mailPage, type Props } from './page.tsx'
import { languageForm, mailBody, mailForm, mailShape, optionalForm, outboxShape } from './shapes.ts'
import { confirmBy, isGoodLink, mailNow, outbox, removeMail, setLanguage, setOptional } from './store.ts'
import { unsubscribeRoutes } from './unsubscribe.tsx'

export type Given = Asking & { readonly kinds: () => Kinds }
type Member<B = unknown> = Visit<Somebody, B>
const here = '/notices/mail'

export const mailRoutes = (at: At, given: Given): Route[] => [
  at.get('/notices/mail', anyMember, (visit) => show(given, visit)),
  at.post('/notices/mail', anyMember, (visit) => ask(given, visit), { body: mailForm }),
  at.post('/notices/mail/language', anyMember, (visit) => language(given, visit), { body: languageForm }),
  at.post('/notices/mail/remove', anyMember, (visit) => remove(given, visit)),
  at.post('/notices/mail/optional', anyMember, (visit) => optional(given, visit), { body: optionalForm }),
  ...unsubscribeRoutes(at, given),
  at.get('/notices/mail/:secret', 'notices.confirm-mail', (visit) => showLink(given, visit)),
  at.post('/notices/mail/:secret', 'notices.confirm-mail', (visit) => confirm(given, visit)),
  at.get('/settings/outbox', anyAdministrator, (visit) => showOutbox(given, visit)),
  at.get('/v1/notices/mail', anyMember, (visit) => tell(given, visit), {
    about: { summary: 'Where my notices are mailed', answers: { 200: { description: 'As it is', schema: mailShape } } },
  }),
  at.patch('/v1/notices/mail', anyMember, (visit) => change(given, visit), {
    body: mailBody,
    about: {
      summary: 'Have notices mailed to an address: a link to confirm it is sent there. Or, without one, no more',
      answers: { 200: { description: 'As it is now', schema: mailShape } },
    },
  }),
  at.get('/v1/settings/outbox', anyAdministrator, (visit) => tellOutbox(given, visit), {
    about: {
      summary: 'The newest letters: where to and of which kind',
      answers: { 200: { description: 'Newest first', schema: outboxShape } },
    },
  }),
]

const asLang = (text: string): Lang => (text === 'en' ? 'en' : 'vi')

async function show(given: Given, visit: Member, more: Partial<Props> = {}, status = 200): Promise<Reply> {
  const { db, mail } = given
  const now = await db.as(visit.actor.id, mailNow)
  return mailPage({ now, goesOut: mail.goesOut, lang: visit.lang, ...more }, status)
}

async function ask(given: Given, visit: Member<z.infer<typeof mailForm>>): Promise<Reply> {
  const { actor, body, lang } = visit
  const wanted = asLang(body.language)
  const asked = await askForMail(given, actor.id, body.address, wanted)
  if (asked.kind === 'asked') return go(here)
  const answer = mailAnswers[asked.kind]
  const errors = [{ field: 'address', message: answer?.title[lang] ?? '' }]
  return show(given, visit, { typed: body.address, wanted, errors }, answer?.status)
}

async function language({ db }: Given, { actor, body }: Member<z.infer<typeof languageForm>>): Promise<Reply> {
  await db.as(actor.id, (tx) => setLanguage(tx, asLang(body.language)))
  return go(here)
}

async function optional({ db }: Given, { actor, body }: Member<z.infer<typeof optionalForm>>): Promise<Reply> {
  await db.as(actor.id, (tx) => setOptional(tx, body.optional === 'yes'))
  return go(here)
}

async function remove({ db }: Given, { actor }: Member): Promise<Reply> {
  await db.as(actor.id, removeMail)
  return go(here)
}

async function showLink({ db }: Given, { actor, params, lang }: Member): Promise<Reply> {
  const secret = params.secret ?? ''
  const good = await db.as(actor.id, (tx) => isGoodLink(tx, hashOf(secret)))
  return good ? confirmPage(secret, lang) : refuse('not_found')
}

async function confirm({ db }: Given, { actor, params }: Member): Promise<Reply> {
  const done = await db.as(actor.id, (tx) => confirmBy(tx, hashOf(params.secret ?? '')))
  return done ? go(here) : refuse('not_found')
}

async function tell({ db }: Given, { actor }: Member): Promise<Reply> {
  const { kept, asked } = await db.as(actor.id, mailNow)
  return json({
    address: kept?.address ?? null,
    language: kept?.lang ?? null,
    confirmed_at: kept?.confirmedAt.toISOString() ?? null,
    optional: kept?.optional ?? null,
    bounced_at: kept?.bouncedAt?.toISOString() ?? null,
    asked: asked ?? null,
  })
}

async function change(given: Given, visit: Member<z.infer<typeof mailBody>>): Promise<Reply> {
  const { actor, body } = visit
  if (body.address === null) await given.db.as(actor.id, removeMail)
  else {
    const asked = await askForMail(given, actor.id, body.address, body.language)
    if (asked.kind !== 'asked') return refuse(asked.kind)
  }
  return tell(given, visit)
}

const most = 200

async function showOutbox({ db, mail, kinds }: Given, { actor, lang }: Member): Promise<Reply> {
  const letters = await db.as(actor.id, (tx) => outbox(tx, most))
  return outboxPage({ letters, kinds: kinds(), goesOut: mail.goesOut, lang })
}

async function tellOutbox({ db, mail }: Given, { actor }: Member): Promise<Reply> {
  const letters = await db.as(actor.id, (tx) => outbox(tx, most))
  return json({
    goes_out: mail.goesOut,
    letters: letters.map(({ made_at, sent_at, ...rest }) => ({
      ...rest,
      made_at: made_at.toISOString(),
      sent_at: sent_at?.toISOString() ?? null,
    })),
  })
}
