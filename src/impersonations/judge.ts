import type { z } from 'zod'
import { lookerOf, lookerText, type OpenedImitation, openImitation } from '../access-record/index.ts'
import { inOneGo } from '../declarations/index.ts'
import { idIn, json, type Reply, refuse } from '../web/index.ts'
import type { Given, Member } from './given.ts'
import { closedTaskPage, deskPage, openedTaskPage } from './pages/desk-pages.tsx'
import { disclaimers, ways } from './rules.ts'
import { type findBody, type findForm, type judgeBody, type judgeForm, openedView, tasksView } from './shapes.ts'
import { find, type Imitated, type Impersonation, imitated, judge, openedReport, subjectOf, tasks } from './store.ts'

export const showDesk = async ({ db }: Given, { actor, lang }: Member): Promise<Reply> =>
  deskPage({ tasks: await db.as(actor.id, tasks), lang })

export async function showTask({ db }: Given, visit: Member): Promise<Reply> {
  const found = await db.as(visit.actor.id, async (tx) => {
    const task = await subjectOf(tx, idIn(visit))
    return task && { task: { ...task, id: idIn(visit) }, looker: lookerText(await lookerOf(tx)) }
  })
  return found ? closedTaskPage({ ...found, lang: visit.lang }) : refuse('not_found')
}

export type Opened<T> = { readonly came: T; readonly one: Impersonation; readonly person: Imitated }

/** First the row that the person will see, with the number; then, in the same transaction, what `act` does, and how it stands. */
export const opening = <T>(
  { db }: Given,
  visit: Member<unknown>,
  channel: 'web' | 'api',
  act: (report: OpenedImitation) => Promise<T>,
): Promise<Opened<T> | undefined> =>
  inOneGo(db, visit.actor.id, async (tx) => {
    const about = await subjectOf(tx, idIn(visit))
    if (!about) return undefined
    const opened = await openImitation(tx, about.subject, about.number, channel)
    if (opened.kind !== 'opened') return undefined
    const came = await act(opened.report)
    const [one, person] = [await openedReport(opened.report), await imitated(tx, idIn(visit))]
    return one && person ? { came, one, person } : undefined
  })

const isDone = new Set<string | undefined>([undefined, 'found', 'not_found_so', 'upheld', 'lifted'])

async function decided(
  given: Given,
  visit: Member<unknown>,
  act: (report: OpenedImitation) => Promise<string | undefined>,
): Promise<Reply> {
  const opened = await opening(given, visit, 'web', act)
  if (!opened) return refuse('not_found')
  if (!isDone.has(opened.came)) return refuse(opened.came as string)
  return openedTaskPage({ ...opened, lang: visit.lang })
}

export const openTask = (given: Given, visit: Member<unknown>): Promise<Reply> =>
  decided(given, visit, async () => undefined)

/** What the reviewer saw of how the page presents itself: closed choices, and nothing of what it posts. */
export async function findIt(given: Given, visit: Member<z.infer<typeof findForm>>): Promise<Reply> {
  const { as_own: own, says: typed, reasons: ticked } = visit.body
  const says = disclaimers.find((known) => known === typed)
  if ((own !== 'yes' && own !== 'no') || !says) return refuse('decision_unknown')
  const reasons = ways.filter((known) => ticked.includes(known))
  return decided(given, visit, (report) => find(report, idIn(visit), { asOwn: own === 'yes', says, reasons }))
}

export async function judgeIt(given: Given, visit: Member<z.infer<typeof judgeForm>>): Promise<Reply> {
  const { stands } = visit.body
  if (stands !== 'yes' && stands !== 'no') return refuse('decision_unknown')
  return decided(given, visit, (report) => judge(report, idIn(visit), stands === 'yes'))
}

// the same by a program

export const listTasks = async ({ db }: Given, { actor }: Member): Promise<Reply> =>
  json(tasksView(await db.as(actor.id, tasks)))

async function decidedByApi(
  given: Given,
  visit: Member<unknown>,
  act: (report: OpenedImitation) => Promise<string | undefined>,
): Promise<Reply> {
  const opened = await opening(given, visit, 'api', act)
  if (!opened) return refuse('not_found')
  return isDone.has(opened.came) ? json(openedView(opened.one, opened.person)) : refuse(opened.came as string)
}

export const openByApi = (given: Given, visit: Member<unknown>): Promise<Reply> =>
  decidedByApi(given, visit, async () => undefined)
export const findByApi = (given: Given, visit: Member<z.infer<typeof findBody>>): Promise<Reply> => {
  const { as_own: asOwn, says, reasons } = visit.body
  return decidedByApi(given, visit, (report) => find(report, idIn(visit), { asOwn, says, reasons }))
}
export const judgeByApi = (given: Given, visit: Member<z.infer<typeof judgeBody>>): Promise<Reply> =>
  decidedByApi(given, visit, (report) => judge(report, idIn(visit), visit.body.stands))
