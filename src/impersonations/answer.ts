import type { z } from 'zod'
import { inOneGo } from '../declarations/index.ts'
import { go, idIn, json, type Reply, refuse } from '../web/index.ts'
import type { Given, Member } from './given.ts'
import { minePage } from './pages/mine-page.tsx'
import { onePage } from './pages/one-page.tsx'
import { marks, referrals } from './rules.ts'
import { type answerBody, type answerForm, type markBody, type markForm, view } from './shapes.ts'
import { answer, type Imitated, imitated, mark, myImpersonation, myImpersonations } from './store.ts'

export const showMine = async ({ db }: Given, { actor, lang }: Member): Promise<Reply> =>
  minePage({ all: await db.as(actor.id, myImpersonations), lang })

export async function showOne({ db, authority }: Given, visit: Member<unknown>): Promise<Reply> {
  const found = await db.as(visit.actor.id, async (tx) => ({
    one: await myImpersonation(tx, idIn(visit)),
    person: await imitated(tx, idIn(visit)),
  }))
  if (!found.one) return refuse('not_found')
  return onePage({ one: found.one, person: found.person as Imitated, authority, lang: visit.lang })
}

const isDone = new Set<string>(['answered', 'marked', 'again'])
const refusal = (came: string) => refuse(came === 'over' ? 'impersonation_over' : came)

const answerIt = ({ db }: Given, visit: Member<unknown>, theirs: boolean) =>
  inOneGo(db, visit.actor.id, (tx) => answer(tx, idIn(visit), theirs))

/** Mine or not mine, in one tap. */
export async function sayWhose(given: Given, visit: Member<z.infer<typeof answerForm>>): Promise<Reply> {
  const said = visit.body.answer
  if (said !== 'mine' && said !== 'not_mine') return refuse('decision_unknown')
  const came = await answerIt(given, visit, said === 'mine')
  return isDone.has(came) ? go(`/impersonations/${idIn(visit)}`) : refusal(came)
}

export async function markIt({ db }: Given, visit: Member<z.infer<typeof markForm>>): Promise<Reply> {
  const whom = referrals.find((known) => known === visit.body.whom)
  const how = marks.find((known) => known === visit.body.how)
  if (!whom || !how) return refuse('decision_unknown')
  const came = await inOneGo(db, visit.actor.id, (tx) => mark(tx, idIn(visit), whom, how))
  return isDone.has(came) ? go(`/impersonations/${idIn(visit)}`) : refusal(came)
}

// the same by a program

export const listMine = async ({ db }: Given, { actor }: Member): Promise<Reply> =>
  json({ impersonations: (await db.as(actor.id, myImpersonations)).map(view) })

async function after({ db }: Given, visit: Member<unknown>, came: string): Promise<Reply> {
  if (!isDone.has(came)) return refusal(came)
  const one = await db.as(visit.actor.id, (tx) => myImpersonation(tx, idIn(visit)))
  return one ? json(view(one)) : refuse('not_found')
}

export const getOne = (given: Given, visit: Member): Promise<Reply> => after(given, visit, 'again')
export const sayWhoseByApi = async (given: Given, visit: Member<z.infer<typeof answerBody>>): Promise<Reply> =>
  after(given, visit, await answerIt(given, visit, visit.body.answer === 'mine'))
export const markByApi = async (given: Given, visit: Member<z.infer<typeof markBody>>): Promise<Reply> =>
  after(
    given,
    visit,
    await inOneGo(given.db, visit.actor.id, (tx) => mark(tx, idIn(visit), visit.body.whom, visit.body.how)),
  )
