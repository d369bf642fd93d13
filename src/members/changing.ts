import type { z } from 'zod'
import { isDay, isId, type Tx } from '../db/index.ts'
import { go, idIn, type Reply, refuse } from '../web/index.ts'
import { type Absence, absences, endAbsence, exemptions, noteAbsence } from './absence.ts'
import { addPerson } from './add-person.ts'
import { changeOffice } from './change-office.ts'
import type { Done, Given, Member } from './given.ts'
import { leave } from './leave.ts'
import type { Failed } from './pages/forms.tsx'
import { comeBack } from './return.ts'
import type { absenceForm, addForm, officeForm, returnForm, transferForm } from './shapes.ts'
import { showFront, showPlace } from './showing.ts'
import { transfer } from './transfer.ts'

type Sent<F extends z.ZodType> = Member<z.infer<F>>
const said = (text: string) => (text.trim() === '' ? undefined : text)

export async function add(given: Given, visit: Sent<typeof addForm>): Promise<Reply> {
  const { unit, name, office, ref } = visit.body
  const done = await given.db.as(visit.actor.id, (tx) =>
    addPerson(tx, { unit, name, office: said(office), ref: said(ref) }),
  )
  if (done.kind === 'added') return go(`/members/${done.id}`)
  return showFront(given, visit, { form: 'add', code: done.code, typed: visit.body })
}

export const transferPerson = (given: Given, visit: Sent<typeof transferForm>) =>
  change(given, visit, 'transfer', (tx, id) => transfer(tx, id, visit.body))

export const leavePerson = (given: Given, visit: Member) =>
  change(given, { ...visit, body: {} }, 'leave', (tx, id) => leave(tx, id))

export const returnPerson = (given: Given, visit: Sent<typeof returnForm>) =>
  change(given, visit, 'return', (tx, id) => comeBack(tx, id, said(visit.body.unit)))

export const officeOfPerson = (given: Given, visit: Sent<typeof officeForm>) =>
  change(given, visit, 'office', (tx, id) => changeOffice(tx, id, visit.body.office))

export const absenceOfPerson = (given: Given, visit: Sent<typeof absenceForm>) =>
  change(given, visit, 'absence', async (tx, id) => {
    const absence = absenceIn(visit.body)
    return absence ? noteAbsence(tx, id, absence, given.today()) : { kind: 'refused', code: 'absence_dates_wrong' }
  })

export async function endAbsenceOfPerson(given: Given, visit: Member): Promise<Reply> {
  const { absence } = visit.params
  if (!absence || !isId(absence)) return refuse('not_found')
  return change(given, { ...visit, body: {} }, 'absence', (tx, id) => endAbsence(tx, id, absence))
}

/** What a form says of an absence; nothing for what is no day. A reason that a browser sent along with leave is left out. */
function absenceIn({ kind: asked, reason: why, from, until }: z.infer<typeof absenceForm>): Absence | undefined {
  const kind = absences.find((known) => known === asked)
  if (!kind || !isDay(until) || (from !== '' && !isDay(from))) return undefined
  const reason = kind === 'exempt' ? exemptions.find((known) => known === why) : undefined
  return { kind, reason, from: said(from), until }
}

/** What was asked is so: a button that was pressed twice. */
const soAlready = new Set(['there_already', 'person_left', 'person_here', 'ended_already', 'noted_already'])

/** After the act the place as it stands; a refusal comes back on its form, with what was typed. */
async function change(
  given: Given,
  visit: Member<Record<string, string>>,
  form: Failed['form'],
  act: (tx: Tx, id: string) => Promise<Done>,
): Promise<Reply> {
  const id = idIn(visit)
  const done = await given.db.as(visit.actor.id, (tx) => act(tx, id))
  if (!('code' in done) || soAlready.has(done.code)) return go(`/members/${id}`)
  if (done.code === 'person_not_found') return refuse('not_found')
  return showPlace(given, visit, { form, code: done.code, typed: visit.body })
}
