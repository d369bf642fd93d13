import type { z } from 'zod'
import { inOneGo } from '../declarations/index.ts'
import { idIn, json, type Reply, refuse, replyOnce } from '../web/index.ts'
import type { Given, Member } from './given.ts'
import { addressFor, opening, read, reportedOnPhone } from './officer.ts'
import { mayMail } from './owner.ts'
import {
  type decideBody,
  type endBody,
  incidentView,
  type markBody,
  type reportBody,
  reportedView,
  tasksView,
} from './shapes.ts'
import {
  answer,
  confirm,
  decide,
  dismiss,
  end,
  type Incident,
  mark,
  myIncident,
  myIncidents,
  reportOwn,
  tasks,
} from './store.ts'

const own = (incident: Incident) => incidentView(incident, incident.page.canonical)
const done = new Set<string>(['decided', 'ended', 'marked', 'answered', 'dismissed', 'confirmed', 'again'])

export async function listMine({ db }: Given, { actor }: Member): Promise<Reply> {
  return json({ incidents: (await db.as(actor.id, myIncidents)).map(own) })
}

export async function getMine({ db }: Given, visit: Member): Promise<Reply> {
  const incident = await db.as(visit.actor.id, (tx) => myIncident(tx, idIn(visit)))
  return incident ? json(own(incident)) : refuse('not_found')
}

export const reportByApi = ({ db }: Given, visit: Member<z.infer<typeof reportBody>>): Promise<Reply> =>
  inOneGo(db, visit.actor.id, (tx) =>
    replyOnce(tx, visit, async () => {
      const reported = await reportOwn(tx, visit.body.declarations, visit.body.matter, 'api')
      return reported.length > 0 ? json(reportedView(reported), 201) : refuse('page_not_reportable')
    }),
  )

/** After an act on one's own: how it stands. */
async function after({ db }: Given, visit: Member<unknown>, came: string): Promise<Reply> {
  if (!done.has(came)) return refuse(came)
  const incident = await db.as(visit.actor.id, (tx) => myIncident(tx, idIn(visit)))
  return incident ? json(own(incident)) : refuse('not_found')
}

export const decideByApi = async (given: Given, visit: Member<z.infer<typeof decideBody>>): Promise<Reply> =>
  after(
    given,
    visit,
    await inOneGo(given.db, visit.actor.id, (tx) => decide(tx, idIn(visit), visit.body.decision, 'api')),
  )

export const endByApi = async (given: Given, visit: Member<z.infer<typeof endBody>>): Promise<Reply> =>
  after(given, visit, await inOneGo(given.db, visit.actor.id, (tx) => end(tx, idIn(visit), visit.body.outcome, 'api')))

export async function markByApi(given: Given, visit: Member<z.infer<typeof markBody>>): Promise<Reply> {
  const { whom, how } = visit.body
  if (how === 'queued' && !mayMail(given)) return refuse('not_for_this')
  return after(given, visit, await given.db.as(visit.actor.id, (tx) => mark(tx, idIn(visit), whom, how)))
}

// the officer

export const listTasks = async ({ db }: Given, { actor }: Member): Promise<Reply> =>
  json(tasksView(await db.as(actor.id, tasks)))

type Done = string | undefined

/** Opens the record for the sake of the incident, does what is asked for, and gives how it stands then. */
async function opened(
  { db }: Given,
  visit: Member<unknown>,
  act: (record: Parameters<typeof confirm>[0]) => Promise<Done>,
) {
  const id = idIn(visit)
  const found = await inOneGo(db, visit.actor.id, (tx) =>
    opening(tx, id, 'api', async (record) => {
      const came = await act(record)
      return { came, shown: await read(record, id) }
    }),
  )
  if (!found?.shown) return refuse('not_found')
  const { came, shown } = found
  if (came !== undefined && !done.has(came)) return refuse(came)
  const { incident, person } = shown
  return json({ incident: incidentView(incident, addressFor(incident)), person })
}

export const openByApi = (given: Given, visit: Member<unknown>) => opened(given, visit, async () => undefined)
export const confirmByApi = (given: Given, visit: Member<unknown>) =>
  opened(given, visit, (record) => confirm(record, idIn(visit)))
export const dismissByApi = (given: Given, visit: Member<unknown>) =>
  opened(given, visit, ({ tx }) => dismiss(tx, idIn(visit)))
export const answerByApi = (given: Given, visit: Member<unknown>) =>
  opened(given, visit, ({ tx }) => answer(tx, idIn(visit)))
export async function markTaskByApi(given: Given, visit: Member<z.infer<typeof markBody>>): Promise<Reply> {
  const { whom, how } = visit.body
  if (how === 'queued' && !mayMail(given)) return refuse('not_for_this')
  return opened(given, visit, ({ tx }) => mark(tx, idIn(visit), whom, how))
}

export const freezeByApi = ({ db }: Given, visit: Member<z.infer<typeof reportBody>>): Promise<Reply> =>
  inOneGo(db, visit.actor.id, (tx) =>
    replyOnce(tx, visit, async () => {
      const { declarations, matter } = visit.body
      const reported = await reportedOnPhone(tx, idIn(visit), declarations, matter)
      if (reported === undefined) return refuse('not_found')
      return reported.length > 0 ? json(reportedView(reported), 201) : refuse('page_not_reportable')
    }),
  )
