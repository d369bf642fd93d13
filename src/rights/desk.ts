import type { z } from 'zod'
import { lookerOf, lookerText, openRight } from '../access-record/index.ts'
import type { Tx } from '../db/index.ts'
import { inOneGo } from '../declarations/index.ts'
import { go, idIn, type Reply, refuse } from '../web/index.ts'
import { desk, type Given, type Member } from './given.ts'
import { closedTaskPage, deskPage, openedTaskPage } from './pages/desk-pages.tsx'
import { type Ground, grounds } from './rules.ts'
import type { answerForm } from './shapes.ts'
import { answer, type Concerned, concernedBy, subjectOf, type Task, taskOf, tasks } from './store.ts'
import { words } from './words.ts'

export const showDesk = async ({ db }: Given, { actor, lang }: Member): Promise<Reply> =>
  deskPage({ tasks: await db.as(actor.id, tasks), lang })

export async function showTask({ db }: Given, visit: Member): Promise<Reply> {
  const found = await db.as(visit.actor.id, async (tx) => {
    const task = await taskOf(tx, idIn(visit))
    return task && { task, looker: lookerText(await lookerOf(tx)) }
  })
  return found ? closedTaskPage({ ...found, lang: visit.lang }) : refuse('not_found')
}

/** First the row that the person will see, with the number; then, in the same transaction, who it is and what they wish. */
export async function opening(
  tx: Tx,
  id: string,
  channel: 'web' | 'api',
): Promise<{ readonly task: Task; readonly person: Concerned } | undefined> {
  const about = await subjectOf(tx, id)
  if (!about || !(await openRight(tx, about.subject, about.number, channel))) return undefined
  const [task, person] = [await taskOf(tx, id), await concernedBy(tx, id)]
  return task && person && { task, person }
}

export async function openTask(given: Given, visit: Member<unknown>, missing = false): Promise<Reply> {
  const { actor, lang } = visit
  const opened = await given.db.as(actor.id, (tx) => opening(tx, idIn(visit), 'web'))
  if (!opened) return refuse('not_found')
  const errors = missing ? [{ field: 'answer', message: words[lang].choose }] : undefined
  return openedTaskPage({ ...opened, errors, lang })
}

/** The reason, or nothing where it is granted. */
const groundIn = (chosen: string): Ground | null | undefined =>
  chosen === 'granted' ? null : grounds.find((known) => known === chosen)

export async function answerIt(given: Given, visit: Member<z.infer<typeof answerForm>>): Promise<Reply> {
  const ground = groundIn(visit.body.answer)
  if (ground === undefined) return openTask(given, visit, true)
  const came = await inOneGo(given.db, visit.actor.id, (tx) => answer(tx, idIn(visit), ground))
  return came === 'granted' || came === 'refused' || came === 'again' ? go(desk) : refuse(came)
}
