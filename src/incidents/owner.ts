import type { z } from 'zod'
import { isId, type Tx } from '../db/index.ts'
import { declarationsOf, inOneGo } from '../declarations/index.ts'
import type { FieldError } from '../web/components/index.ts'
import { go, idIn, type Lang, type Reply, refuse } from '../web/index.ts'
import type { Given, Member } from './given.ts'
import { incidentPage } from './pages/incident-page.tsx'
import { letterPage } from './pages/letter-page.tsx'
import { minePage } from './pages/mine-page.tsx'
import { type Chosen, newPage } from './pages/new-page.tsx'
import { type Mark, marks, matters, type Whom, whoms } from './rules.ts'
import type { decideForm, endForm, markForm, reportForm } from './shapes.ts'
import { decide, end, type Incident, mark, myIncident, myIncidents, reportOwn, type Standing } from './store.ts'
import { words } from './words.ts'

const ownStanding = async (tx: Tx): Promise<readonly Standing[]> =>
  (await declarationsOf(tx))
    .filter(({ state }) => state !== 'closed' && state !== 'lost')
    .map(({ id, address: { platform, canonical, handle } }) => ({ id, platform, canonical, handle }))

export async function showNew({ db }: Given, visit: Member): Promise<Reply> {
  const standing = await db.as(visit.actor.id, ownStanding)
  const wanted = visit.query.get('page')
  const chosen = { pages: wanted ? [wanted] : [], matter: '' }
  return newPage({ standing, chosen, lang: visit.lang })
}

/** What was chosen, or what is missing. */
export function readReport(chosen: Chosen, lang: Lang) {
  const w = words[lang]
  const matter = matters.find((known) => known === chosen.matter)
  const pages = chosen.pages.filter(isId)
  const errors: FieldError[] = [
    ...(pages.length === 0 ? [{ field: 'pages', message: w.chooseAPage }] : []),
    ...(matter ? [] : [{ field: 'matter', message: w.chooseAMatter }]),
  ]
  return matter && errors.length === 0 ? ({ pages, matter } as const) : ({ errors } as const)
}

export async function report({ db }: Given, visit: Member<z.infer<typeof reportForm>>): Promise<Reply> {
  const { actor, body, lang } = visit
  const read = readReport(body, lang)
  if ('errors' in read)
    return newPage({ standing: await db.as(actor.id, ownStanding), chosen: body, errors: read.errors, lang })
  const reported = await inOneGo(db, actor.id, (tx) => reportOwn(tx, read.pages, read.matter, 'web'))
  const [first, second] = reported
  if (!first) return refuse('page_not_reportable')
  return go(second ? '/incidents' : `/incidents/${first.incident}`)
}

export const showMine = async ({ db }: Given, { actor, lang }: Member): Promise<Reply> =>
  minePage({ incidents: await db.as(actor.id, myIncidents), lang })

export async function showIncident(
  given: Given,
  visit: Member<unknown>,
  errors?: readonly FieldError[],
): Promise<Reply> {
  const incident = await given.db.as(visit.actor.id, (tx) => myIncident(tx, idIn(visit)))
  return incident ? shown(given, incident, visit.lang, errors) : refuse('not_found')
}

const shown = ({ authority, way }: Given, incident: Incident, lang: Lang, errors?: readonly FieldError[]) =>
  incidentPage({
    ...{ incident, lang, authority, errors, mailGoesOut: way !== undefined, own: true },
    at: `/incidents/${incident.id}`,
    address: incident.page.canonical,
  })

export async function decideOn(given: Given, visit: Member<z.infer<typeof decideForm>>): Promise<Reply> {
  const { decision } = visit.body
  if (decision !== 'renamed' && decision !== 'hijacked')
    return showIncident(given, visit, [{ field: 'decision', message: words[visit.lang].chooseOne }])
  const came = await inOneGo(given.db, visit.actor.id, (tx) => decide(tx, idIn(visit), decision, 'web'))
  if (came === 'decided' || came === 'again') return go(decision === 'renamed' ? visitedPath(visit) : '/incidents')
  return refuse(came)
}

export async function endIt(given: Given, visit: Member<z.infer<typeof endForm>>): Promise<Reply> {
  const { outcome } = visit.body
  if (outcome !== 'lost' && outcome !== 'false_alarm') return refuse('decision_unknown')
  const came = await inOneGo(given.db, visit.actor.id, (tx) => end(tx, idIn(visit), outcome, 'web'))
  return came === 'ended' || came === 'again' ? go(visitedPath(visit)) : refuse(came)
}

/** Whom and how, where both are among those that there are. */
export function readMark({ whom, how }: { whom: string; how: string }): { whom: Whom; how: Mark } | undefined {
  const [one, done] = [whoms.find((known) => known === whom), marks.find((known) => known === how)]
  return one && done ? { whom: one, how: done } : undefined
}

export async function markIt(given: Given, visit: Member<z.infer<typeof markForm>>): Promise<Reply> {
  const read = readMark(visit.body)
  if (!read) return refuse('decision_unknown')
  if (read.how === 'queued' && !mayMail(given)) return refuse('not_for_this')
  const came = await given.db.as(visit.actor.id, (tx) => mark(tx, idIn(visit), read.whom, read.how))
  return came === 'marked' || came === 'again' ? go(visitedPath(visit)) : refuse(came)
}

/** Is there a way for a letter, and somebody to send it to? */
export const mayMail = ({ way, authority }: Given): boolean => way !== undefined && authority?.mail !== undefined

export async function showLetter(given: Given, visit: Member): Promise<Reply> {
  const whom = whoms.find((known) => known === visit.params.whom)
  if (!whom || whom === 'platform') return refuse('not_found')
  const found = await given.db.as(visit.actor.id, async (tx) => ({
    incident: await myIncident(tx, idIn(visit)),
    unit: await unitOf(tx),
  }))
  if (!found.incident) return refuse('not_found')
  return letter(given, { incident: found.incident, unit: found.unit, whom, lang: visit.lang })
}

type Letter = {
  /** Where the owner or the officer comes from. */
  readonly at?: string
  readonly incident: Incident
  readonly unit: string | undefined
  readonly whom: Whom
  readonly lang: Lang
}
export function letter({ authority, organisation }: Given, { incident, unit, whom, lang, at }: Letter): Reply {
  const w = words[lang]
  const outside = authority
    ? [authority.name, authority.address, authority.phone, authority.mail].filter((line) => line !== undefined)
    : [w.authority]
  return letterPage({
    ...{ incident, whom, unit, lang },
    to: whom === 'authority' ? outside : [unit ?? w.unit],
    organisation: organisation() ?? '',
    at: at ?? `/incidents/${incident.id}`,
  })
}

async function unitOf(tx: Tx): Promise<string | undefined> {
  const row = await tx
    .selectFrom('person')
    .innerJoin('unit', 'unit.id', 'person.unit')
    .select('unit.name')
    .where('person.id', '=', (me) => me.fn<string>('actor', []))
    .executeTakeFirst()
  return row?.name
}

const visitedPath = (visit: Member<unknown>) => `/incidents/${idIn(visit)}`
