import type { z } from 'zod'
import { lookerOf, lookerText, type OpenedRecord, openRecord, openUnder } from '../access-record/index.ts'
import { maskedAddress } from '../addresses/index.ts'
import type { PersonId, Tx } from '../db/index.ts'
import { inOneGo } from '../declarations/index.ts'
import { go, idIn, type Reply, refuse } from '../web/index.ts'
import { desk, type Given, type Member } from './given.ts'
import { letter, mayMail, readMark, readReport } from './owner.ts'
import { closedTaskPage, deskPage, openedTaskPage } from './pages/desk-pages.tsx'
import { phoneDonePage, phonePage } from './pages/phone-pages.tsx'
import { whoms } from './rules.ts'
import type { markForm, reportForm } from './shapes.ts'
import {
  answer,
  type Concerned,
  confirm,
  dismiss,
  type Incident,
  mark,
  openedIncident,
  personOf,
  reportByPhone,
  standingOf,
  subjectOf,
  taskOf,
  tasks,
} from './store.ts'

export const showDesk = async ({ db }: Given, { actor, lang }: Member): Promise<Reply> =>
  deskPage({ tasks: await db.as(actor.id, tasks), lang })

export async function showTask({ db }: Given, visit: Member): Promise<Reply> {
  const found = await db.as(visit.actor.id, async (tx) => {
    const task = await taskOf(tx, idIn(visit))
    return task && { task, looker: lookerText(await lookerOf(tx)) }
  })
  return found ? closedTaskPage({ ...found, lang: visit.lang }) : refuse('not_found')
}

export type Opened = { readonly incident: Incident; readonly person: Concerned }

export const opening = async <T>(
  tx: Tx,
  id: string,
  channel: 'web' | 'api',
  act: (record: OpenedRecord) => Promise<T>,
) => openUnder(tx, await subjectOf(tx, id), 'incident', channel, act)

export async function read(record: OpenedRecord, id: string): Promise<Opened | undefined> {
  const incident = await openedIncident(record, id)
  return incident && { incident, person: await personOf(record) }
}

/** The address as somebody else than its owner sees it. */
export const addressFor = ({ page: { canonical, handle } }: Incident): string => maskedAddress({ canonical, handle })

function shown({ authority, way }: Given, visit: Member<unknown>, { incident, person }: Opened): Reply {
  return openedTaskPage({
    ...{ incident, person, authority, lang: visit.lang, mailGoesOut: way !== undefined, own: false },
    at: `${desk}/${incident.id}`,
    address: addressFor(incident),
  })
}

export async function openTask(given: Given, visit: Member<unknown>): Promise<Reply> {
  const id = idIn(visit)
  const opened = await given.db.as(visit.actor.id, (tx) => opening(tx, id, 'web', (record) => read(record, id)))
  return opened ? shown(given, visit, opened) : refuse('not_found')
}

export async function takeInHand({ db }: Given, visit: Member<unknown>): Promise<Reply> {
  const came = await db.as(visit.actor.id, (tx) => answer(tx, idIn(visit)))
  return came === 'answered' ? go(`${desk}/${idIn(visit)}`) : refuse(came)
}

/** Called back: it is so. The page is frozen, and what was done is shown. */
export async function confirmTask(given: Given, visit: Member<unknown>): Promise<Reply> {
  const id = idIn(visit)
  const opened = await inOneGo(given.db, visit.actor.id, (tx) =>
    opening(tx, id, 'web', async (record) => {
      const came = await confirm(record, id)
      return came === 'not_found' ? undefined : read(record, id)
    }),
  )
  return opened ? shown(given, visit, opened) : refuse('not_found')
}

export async function dismissTask({ db }: Given, visit: Member<unknown>): Promise<Reply> {
  const came = await inOneGo(db, visit.actor.id, (tx) => dismiss(tx, idIn(visit)))
  return came === 'dismissed' ? go(desk) : refuse(came)
}

export async function markTask(given: Given, visit: Member<z.infer<typeof markForm>>): Promise<Reply> {
  const wish = readMark(visit.body)
  if (!wish) return refuse('decision_unknown')
  if (wish.how === 'queued' && !mayMail(given)) return refuse('not_for_this')
  const id = idIn(visit)
  const [came, opened] = (await given.db.as(visit.actor.id, (tx) =>
    opening(
      tx,
      id,
      'web',
      async (record) => [await mark(tx, id, wish.whom, wish.how), await read(record, id)] as const,
    ),
  )) ?? ['not_found' as const, undefined]
  if (came !== 'marked' && came !== 'again') return refuse(came)
  return opened ? shown(given, visit, opened) : refuse('not_found')
}

export async function showTaskLetter(given: Given, visit: Member<unknown>): Promise<Reply> {
  const whom = whoms.find((known) => known === visit.params.whom)
  if (!whom || whom === 'platform') return refuse('not_found')
  const id = idIn(visit)
  const opened = await given.db.as(visit.actor.id, (tx) => opening(tx, id, 'web', (record) => read(record, id)))
  if (!opened) return refuse('not_found')
  const { incident, person } = opened
  const page = { ...incident.page, canonical: addressFor(incident) }
  return letter(given, {
    incident: { ...incident, page },
    unit: person.unit ?? undefined,
    whom,
    lang: visit.lang,
    at: `${desk}/${id}`,
  })
}

// on the phone

/** The record of a person of one's unit, because they ask for it on the phone. */
async function onPhone<T>(
  tx: Tx,
  subject: PersonId,
  channel: 'web' | 'api',
  act: (record: OpenedRecord) => Promise<T>,
) {
  const opened = await openRecord(tx, subject, 'asked_by_person', channel)
  return opened.kind === 'opened' ? act(opened.record) : undefined
}

export async function askOnPhone(given: Given, visit: Member<z.infer<typeof reportForm>>): Promise<Reply> {
  const subject = idIn(visit)
  const found = await given.db.as(visit.actor.id, (tx) =>
    onPhone(tx, subject, 'web', async (record) => ({
      person: await personOf(record),
      standing: await standingOf(record),
    })),
  )
  return found ? phonePage({ ...found, subject, chosen: visit.body, lang: visit.lang }) : refuse('not_found')
}

export async function freezeOnPhone(given: Given, visit: Member<z.infer<typeof reportForm>>): Promise<Reply> {
  const [subject, wish] = [idIn(visit), readReport(visit.body, visit.lang)]
  const done = await inOneGo(given.db, visit.actor.id, (tx) =>
    onPhone(tx, subject, 'web', async (record) => ({
      person: await personOf(record),
      standing: await standingOf(record),
      reported: 'errors' in wish ? [] : await reportByPhone(record, wish.pages, wish.matter),
    })),
  )
  if (!done) return refuse('not_found')
  if ('errors' in wish)
    return phonePage({ ...done, subject, chosen: visit.body, errors: wish.errors, lang: visit.lang })
  return done.reported.length === 0
    ? refuse('page_not_reportable')
    : phoneDonePage({ ...done, subject, lang: visit.lang })
}

export const reportedOnPhone = (
  tx: Tx,
  subject: PersonId,
  pages: readonly string[],
  matter: Parameters<typeof reportByPhone>[2],
) => onPhone(tx, subject, 'api', (record) => reportByPhone(record, pages, matter))
