import type { z } from 'zod'
import type { Tx } from '../db/index.ts'
import { unitsFound } from '../units/index.ts'
import { fromIn, idIn, json, type Reply, refuse, replyOnce } from '../web/index.ts'
import { agreeToRole, noteBrokenGlass, turnDownRole } from './decide-role.ts'
import { endRole } from './end-role.ts'
import { calendarOf, type Given, type Member } from './given.ts'
import { grantRole } from './grant-role.ts'
import { type endBody, type grantBody, handoverView, roleView } from './shapes.ts'
import { handoversSeen, type List, linesAtOnce, lists, roleSeen, rolesOfMine, rolesSeen } from './store.ts'
import { whomOf } from './whom.ts'

/** Units that a search means; without one, all. */
export const unitsSought = async (tx: Tx, sought: string | undefined): Promise<string[] | undefined> =>
  sought === undefined ? undefined : (await unitsFound(tx, sought)).map(({ id }) => id)

export const listIn = (query: URLSearchParams): List | undefined =>
  lists.find((known) => known === (query.get('show') ?? 'now'))

export async function listRoles({ db }: Given, { actor, query }: Member): Promise<Reply> {
  const [list, from] = [listIn(query), fromIn(query)]
  if (!list || from === undefined) return refuse('bad_request')
  return db.as(actor.id, async (tx) => {
    const found = await rolesSeen(tx, list, from, await unitsSought(tx, query.get('unit') ?? undefined))
    return json({ roles: found.slice(0, linesAtOnce).map(roleView), next: nextOf(found, from) })
  })
}
const nextOf = (found: readonly unknown[], from: number) => (found.length > linesAtOnce ? from + linesAtOnce : null)

export async function getRole({ db }: Given, visit: Member): Promise<Reply> {
  const role = await db.as(visit.actor.id, (tx) => roleSeen(tx, idIn(visit)))
  return role ? json(roleView(role)) : refuse('not_found')
}

export const getMine = ({ db }: Given, { actor }: Member): Promise<Reply> =>
  db.as(actor.id, async (tx) => json({ roles: (await rolesOfMine(tx)).map(roleView) }))

export async function listHandovers({ db }: Given, { actor, query }: Member): Promise<Reply> {
  const from = fromIn(query)
  if (from === undefined) return refuse('bad_request')
  const found = await db.as(actor.id, (tx) => handoversSeen(tx, from))
  return json({ handovers: found.slice(0, linesAtOnce).map(handoverView), next: nextOf(found, from) })
}

export const postRole = (given: Given, visit: Member<z.infer<typeof grantBody>>) =>
  once(given, visit, 201, async (tx) => {
    const person = await whomOf(tx, visit.body.person)
    if (!person) return { kind: 'refused', code: 'person_not_found' }
    return grantRole(tx, { ...visit.body, person }, calendarOf(given))
  })

export const postAgree = (given: Given, visit: Member<object>) =>
  once(given, visit, 200, (tx) => agreeToRole(tx, idIn(visit)))

export const postTurnDown = (given: Given, visit: Member<object>) =>
  once(given, visit, 200, (tx) => turnDownRole(tx, idIn(visit)))

export const postEnd = (given: Given, visit: Member<z.infer<typeof endBody>>) =>
  once(given, visit, 200, (tx) => endRole(tx, idIn(visit), visit.body.to, calendarOf(given)))

export async function postNote({ db }: Given, visit: Member<object>): Promise<Reply> {
  return db.as(visit.actor.id, (tx) =>
    replyOnce(tx, visit, async () => {
      const done = await noteBrokenGlass(tx, idIn(visit))
      return done.kind === 'noted' ? json({ id: done.id }) : refuse('not_found')
    }),
  )
}

type Done = { readonly kind: string; readonly id: string } | { readonly kind: 'refused'; readonly code: string }

/** Does it once for an Idempotency-Key and answers with the role as it stands. A role that is not the actor's is simply not there. */
function once({ db }: Given, visit: Member<object>, status: number, act: (tx: Tx) => Promise<Done>): Promise<Reply> {
  return db.as(visit.actor.id, (tx) =>
    replyOnce(tx, visit, async () => {
      const done = await act(tx)
      if ('code' in done) return refuse(done.code === 'role_not_found' ? 'not_found' : done.code)
      const role = await roleSeen(tx, done.id)
      return role ? json(roleView(role), status) : json({ id: done.id }, status)
    }),
  )
}
