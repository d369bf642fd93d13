import type { z } from 'zod'
import { inOneGo } from '../declarations/index.ts'
import { go, idIn, type Reply, refuse } from '../web/index.ts'
import { type Given, type Member, mine } from './given.ts'
import { askPage } from './pages/ask-page.tsx'
import { minePage } from './pages/mine-page.tsx'
import { requestPage } from './pages/request-page.tsx'
import { type Asked, longestValue, whatIn } from './rules.ts'
import type { askForm } from './shapes.ts'
import { appeal, ask, myRequest, myRequests, takeBack } from './store.ts'
import { words } from './words.ts'

export const showMine = async ({ db }: Given, { actor, lang }: Member<unknown>): Promise<Reply> =>
  minePage({ requests: await db.as(actor.id, myRequests), lang })

export async function showRequest({ db, today }: Given, visit: Member<unknown>): Promise<Reply> {
  const one = await db.as(visit.actor.id, (tx) => myRequest(tx, idIn(visit)))
  return one ? requestPage({ one, today: today(), lang: visit.lang }) : refuse('not_found')
}

export const showAsking = (kind: Asked, { lang }: Member): Reply => askPage({ kind, lang })

export async function askFor(kind: Asked, { db }: Given, visit: Member<z.infer<typeof askForm>>): Promise<Reply> {
  const { actor, body, lang } = visit
  const w = words[lang]
  const what = whatIn(kind, body.what)
  const value = body.value.replace(/\s+/g, ' ').trim()
  const errors = [
    ...(what || kind === 'erasure' ? [] : [{ field: 'what', message: w.choose }]),
    ...(kind !== 'correction' || (value !== '' && value.length <= longestValue)
      ? []
      : [{ field: 'value', message: w.writeValue }]),
  ]
  if (errors.length > 0) return askPage({ kind, typed: { what: body.what, value, errors }, lang })
  const wish = { kind, what, value: kind === 'correction' ? value : null }
  const { outcome, request } = await inOneGo(db, actor.id, (tx) => ask(tx, wish))
  return (outcome === 'asked' || outcome === 'again') && request ? go(`${mine}/${request}`) : refuse(outcome)
}

async function doing({ db }: Given, visit: Member, act: typeof appeal | typeof takeBack): Promise<Reply> {
  const came = await inOneGo(db, visit.actor.id, (tx) => act(tx, idIn(visit)))
  return came === 'appealed' || came === 'ended' || came === 'again' ? go(`${mine}/${idIn(visit)}`) : refuse(came)
}
export const appealIt = (given: Given, visit: Member): Promise<Reply> => doing(given, visit, appeal)
export const takeItBack = (given: Given, visit: Member): Promise<Reply> => doing(given, visit, takeBack)
