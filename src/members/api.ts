import type { z } from 'zod'
import { isId, type Tx } from '../db/index.ts'
import { idByCode } from '../units/index.ts'
import { idIn, json, type Reply, refuse, replyOnce } from '../web/index.ts'
import { endAbsence, noteAbsence } from './absence.ts'
import { addPerson } from './add-person.ts'
import { changeOffice } from './change-office.ts'
import type { Done, Given, Member } from './given.ts'
import { leave } from './leave.ts'
import { listMembers, pageLength } from './list-members.ts'
import { placeFor } from './place.ts'
import { comeBack } from './return.ts'
import { searchMembers } from './search-members.ts'
import {
  type absenceBody,
  type addBody,
  lineView,
  type officeBody,
  placeView,
  type returnBody,
  stateIn,
  type transferBody,
} from './shapes.ts'
import { transfer } from './transfer.ts'

/** A list or a search: either leaves the row that everybody in the unit sees. */
export async function listByApi({ db }: Given, { actor, query }: Member): Promise<Reply> {
  const [code, sought, from] = [query.get('unit'), query.get('q'), Number(query.get('from') ?? 0)]
  if ((code === null) === (sought === null)) return refuse('bad_request')
  if (!Number.isSafeInteger(from) || from < 0 || from > 10_000_000) return refuse('bad_request')
  return db.as(actor.id, async (tx) => {
    if (sought !== null)
      return json({ members: (await searchMembers(tx, sought, 'api')).lines.map(lineView), next: null })
    const unit = await idByCode(tx, code ?? '')
    const listed = unit === undefined ? undefined : await listMembers(tx, unit, from, 'api', stateIn(query))
    if (listed?.kind !== 'listed') return refuse('not_found')
    const next = from + listed.lines.length < listed.persons ? from + pageLength : null
    return json({
      members: listed.lines.map(lineView),
      next,
      states: Object.fromEntries(listed.states.map(({ state, persons }) => [state, persons])),
    })
  })
}

export async function getPlace({ db }: Given, visit: Member): Promise<Reply> {
  const place = await db.as(visit.actor.id, (tx) => placeFor(tx, visit.actor.id, idIn(visit), 'api'))
  return place ? json(placeView(place)) : refuse('not_found')
}

export const postPerson = (given: Given, visit: Member<z.infer<typeof addBody>>) =>
  once(given, visit, 201, (tx) => addPerson(tx, visit.body))

export const postTransfer = (given: Given, visit: Member<z.infer<typeof transferBody>>) =>
  once(given, visit, 200, (tx) => transfer(tx, idIn(visit), visit.body))

export const postLeave = (given: Given, visit: Member<object>) =>
  once(given, visit, 200, (tx) => leave(tx, idIn(visit)))

export const postReturn = (given: Given, visit: Member<z.infer<typeof returnBody>>) =>
  once(given, visit, 200, (tx) => comeBack(tx, idIn(visit), visit.body.unit))

export const postOffice = (given: Given, visit: Member<z.infer<typeof officeBody>>) =>
  once(given, visit, 200, (tx) => changeOffice(tx, idIn(visit), visit.body.office ?? ''))

export const postAbsence = (given: Given, visit: Member<z.infer<typeof absenceBody>>) =>
  once(given, visit, 201, (tx) => noteAbsence(tx, idIn(visit), visit.body, given.today()))

export async function postAbsenceEnd(given: Given, visit: Member<object>): Promise<Reply> {
  const { absence } = visit.params
  if (!absence || !isId(absence)) return refuse('not_found')
  return once(given, visit, 200, (tx) => endAbsence(tx, idIn(visit), absence))
}

/** Does it once for an Idempotency-Key. A person who is not the actor's to place is simply not there. */
function once({ db }: Given, visit: Member<object>, status: number, act: (tx: Tx) => Promise<Done>): Promise<Reply> {
  return db.as(visit.actor.id, (tx) =>
    replyOnce(tx, visit, async () => {
      const done = await act(tx)
      if ('code' in done) return refuse(done.code === 'person_not_found' ? 'not_found' : done.code)
      return json({ id: done.id }, status)
    }),
  )
}
