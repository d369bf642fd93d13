import type { z } from 'zod'
import type { OpenedRecord } from '../access-record/index.ts'
import { maskedAddress } from '../addresses/index.ts'
import { inOneGo } from '../declarations/index.ts'
import { idIn, json, type Reply, refuse } from '../web/index.ts'
import { addressFor, isDone, knownRule, opening, settledBy } from './desk.ts'
import type { Given, Member } from './given.ts'
import { looking } from './open-case.ts'
import { facts } from './rules.ts'
import {
  type appealBody,
  caseView,
  type decideBody,
  keyOf,
  type openBody,
  readKey,
  type replyBody,
  type settleBody,
  tasksView,
} from './shapes.ts'
import {
  appeal,
  type Case,
  type Done,
  decide,
  factsOf,
  handUp,
  myCase,
  myCases,
  openCase,
  openedCase,
  personOf,
  reply,
  settle,
  tasks,
  withdraw,
} from './store.ts'

const own = (one: Case) => caseView(one, one.page?.canonical)

export const listMine = async ({ db }: Given, { actor }: Member): Promise<Reply> =>
  json({ cases: (await db.as(actor.id, myCases)).map(own) })

export async function getMine({ db }: Given, visit: Member<unknown>): Promise<Reply> {
  const one = await db.as(visit.actor.id, (tx) => myCase(tx, idIn(visit)))
  return one ? json(own(one)) : refuse('not_found')
}

// An Idempotency-Key is not kept here: the answer holds what was typed, and what was typed is erased with the case. Twice is once anyway.

export async function replyByApi(given: Given, visit: Member<z.infer<typeof replyBody>>): Promise<Reply> {
  const { text, evidence = [] } = visit.body
  const came = await inOneGo(given.db, visit.actor.id, (tx) => reply(tx, idIn(visit), text, evidence))
  return came === 'replied' || came === 'again' ? getMine(given, visit) : refuse(came)
}

export async function appealByApi(given: Given, visit: Member<z.infer<typeof appealBody>>): Promise<Reply> {
  const came = await inOneGo(given.db, visit.actor.id, (tx) => appeal(tx, idIn(visit), visit.body.text))
  return came === 'appealed' || came === 'again' ? getMine(given, visit) : refuse(came)
}

export const listTasks = async ({ db }: Given, { actor }: Member): Promise<Reply> =>
  json(tasksView(await db.as(actor.id, tasks)))

/** Opens the record for the sake of the case, does what is asked for, and gives how it stands then. */
async function opened(
  { db }: Given,
  visit: Member<unknown>,
  act: (record: OpenedRecord, id: string) => Promise<Done | undefined>,
) {
  const id = idIn(visit)
  const found = await inOneGo(db, visit.actor.id, async (tx) => {
    const shown = await opening(tx, id, 'api', async (record) => {
      const came = await act(record, id)
      return { came, one: await openedCase(record, id), person: await personOf(record) }
    })
    return shown
  })
  if (!found?.one) return refuse('not_found')
  const { came, one, person } = found
  if (came !== undefined && !isDone(came)) return refuse(came)
  return json({ case: caseView(one, addressFor(one)), person })
}

export const openByApi = (given: Given, visit: Member<unknown>) => opened(given, visit, async () => undefined)
export const handUpByApi = (given: Given, visit: Member<unknown>) =>
  opened(given, visit, ({ tx }, id) => handUp(tx, id))
export const withdrawByApi = (given: Given, visit: Member<unknown>) =>
  opened(given, visit, ({ tx }, id) => withdraw(tx, id))
export async function decideByApi(given: Given, visit: Member<z.infer<typeof decideBody>>): Promise<Reply> {
  const { outcome, rule, reasons } = visit.body
  if (!knownRule(rule)) return refuse('rule_unknown')
  return opened(given, visit, ({ tx }, id) => decide(tx, id, outcome, rule, reasons))
}
export async function settleByApi(given: Given, visit: Member<z.infer<typeof settleBody>>): Promise<Reply> {
  const wish = settledBy(visit.body.ground)
  if (!wish) return refuse('rule_unknown')
  return opened(given, visit, ({ tx }, id) => settle(tx, id, wish.settled, wish.ground))
}

export async function factsByApi({ db }: Given, visit: Member<unknown>): Promise<Reply> {
  const found = await db.as(visit.actor.id, (tx) => looking(tx, visit, 'api', factsOf))
  if (!found) return refuse('not_found')
  return json({
    facts: found.map((one) => ({
      fact: keyOf(one),
      kind: facts[one.fact],
      on: one.fact_on,
      address: one.canonical && maskedAddress({ canonical: one.canonical, handle: one.handle ?? undefined }),
    })),
  })
}

export async function beginByApi({ db }: Given, visit: Member<z.infer<typeof openBody>>): Promise<Reply> {
  const chosen = readKey(visit.body.fact)
  if (!chosen) return refuse('fact_not_there')
  const begun = await inOneGo(db, visit.actor.id, (tx) =>
    looking(tx, visit, 'api', async (record) => {
      const { outcome, opened: id } = await openCase(record, chosen)
      const task = id && (await tasks(tx)).find((one) => one.id === id)
      return { outcome, id, number: task ? task.number : '' }
    }),
  )
  if (!begun) return refuse('not_found')
  const { outcome, id, number } = begun
  return outcome === 'opened' || outcome === 'again' ? json({ id, number }, 201) : refuse(outcome)
}
