import type { z } from 'zod'
import { inOneGo } from '../declarations/index.ts'
import { idIn, json, type Reply, refuse, replyOnce } from '../web/index.ts'
import { opening } from './desk.ts'
import type { Given, Member } from './given.ts'
import { whatIn } from './rules.ts'
import { type answerBody, type askBody, openedView, requestView, taskView } from './shapes.ts'
import { answer, appeal, ask, myRequest, myRequests, takeBack, tasks } from './store.ts'

export const listMine = async ({ db, today }: Given, { actor }: Member): Promise<Reply> =>
  json({ requests: (await db.as(actor.id, myRequests)).map((one) => requestView(one, today())) })

async function asItStands({ db, today }: Given, { actor }: Member<unknown>, id: string, status = 200): Promise<Reply> {
  const one = await db.as(actor.id, (tx) => myRequest(tx, id))
  return one ? json(requestView(one, today()), status) : refuse('not_found')
}
export const getMine = (given: Given, visit: Member<unknown>): Promise<Reply> => asItStands(given, visit, idIn(visit))

export async function askByApi(given: Given, visit: Member<z.infer<typeof askBody>>): Promise<Reply> {
  const { kind, what, value } = visit.body
  const known = whatIn(kind, what)
  if (kind !== 'erasure' && !known) return refuse('value_not_right')
  const wish = { kind, what: known, value: kind === 'correction' ? (value ?? null) : null }
  return inOneGo(given.db, visit.actor.id, (tx) =>
    replyOnce(tx, visit, async () => {
      const { outcome, request } = await ask(tx, wish)
      if ((outcome !== 'asked' && outcome !== 'again') || !request) return refuse(outcome)
      const one = await myRequest(tx, request)
      return one ? json(requestView(one, given.today()), 201) : refuse('not_found')
    }),
  )
}

async function doing(given: Given, visit: Member<unknown>, act: typeof appeal | typeof takeBack): Promise<Reply> {
  const came = await inOneGo(given.db, visit.actor.id, (tx) => act(tx, idIn(visit)))
  return came === 'appealed' || came === 'ended' || came === 'again' ? getMine(given, visit) : refuse(came)
}
export const appealByApi = (given: Given, visit: Member<unknown>): Promise<Reply> => doing(given, visit, appeal)
export const takeBackByApi = (given: Given, visit: Member<unknown>): Promise<Reply> => doing(given, visit, takeBack)

export const listTasks = async ({ db }: Given, { actor }: Member): Promise<Reply> =>
  json({ requests: (await db.as(actor.id, tasks)).map(taskView) })

export async function openByApi({ db }: Given, visit: Member<unknown>): Promise<Reply> {
  const opened = await db.as(visit.actor.id, (tx) => opening(tx, idIn(visit), 'api'))
  return opened ? json(openedView(opened.task, opened.person)) : refuse('not_found')
}

export async function answerByApi({ db }: Given, visit: Member<z.infer<typeof answerBody>>): Promise<Reply> {
  const { answer: said, ground } = visit.body
  if ((said === 'refused') !== (ground !== undefined)) return refuse('ground_unknown')
  const came = await inOneGo(db, visit.actor.id, (tx) => answer(tx, idIn(visit), ground ?? null))
  return came === 'granted' || came === 'refused' || came === 'again' ? json({ state: came }) : refuse(came)
}
