import type { z } from 'zod'
import type { Database, Tx } from '../db/index.ts'
import type { Somebody } from '../permissions/index.ts'
import { go, idIn, type Reply, refuse, type Visit } from '../web/index.ts'
import { addUnit } from './add-unit.ts'
import { answers } from './answers.ts'
import { closeUnit } from './close-unit.ts'
import { mergeUnits } from './merge-units.ts'
import { moveUnit } from './move-unit.ts'
import type { Failed } from './pages/forms.tsx'
import { renameUnit } from './rename-unit.ts'
import type { addForm, closeForm, mergeForm, moveForm, renameForm } from './shapes.ts'
import { showTree, showUnit } from './showing.ts'
import { unitByCode } from './store.ts'

type Sent<F extends z.ZodType> = Visit<Somebody, z.infer<F>>
type Done = { readonly kind: string; readonly id: string } | { readonly kind: 'refused'; readonly code: string }

/** An empty field says nothing. */
const said = (text: string) => (text.trim() === '' ? undefined : text)

export async function add(db: Database, visit: Sent<typeof addForm>): Promise<Reply> {
  const { code, name, kind, parent } = visit.body
  const done = await db.as(visit.actor.id, (tx) => addUnit(tx, { code, name, kind: said(kind), parent: said(parent) }))
  if (done.kind === 'added') return go(`/units/${done.id}`)
  const failed = failedBy('add', done.code, visit.body)
  const above = said(parent) && (await db.as(visit.actor.id, (tx) => unitByCode(tx, parent)))
  return above ? showUnit(db, visit, failed, above.id) : showTree(db, visit, failed)
}

export const rename = (db: Database, visit: Sent<typeof renameForm>) =>
  change(db, visit, 'rename', (tx, id) => renameUnit(tx, id, visit.body))

export const move = (db: Database, visit: Sent<typeof moveForm>) =>
  change(db, visit, 'move', (tx, id) =>
    moveUnit(tx, id, { parent: said(visit.body.parent), officers: visit.body.officers }),
  )

export const merge = (db: Database, visit: Sent<typeof mergeForm>) =>
  change(db, visit, 'merge', (tx, id) => mergeUnits(tx, id, visit.body))

export const close = (db: Database, visit: Sent<typeof closeForm>) =>
  change(db, visit, 'close', (tx, id) => closeUnit(tx, id, { peopleTo: said(visit.body.people_to) }))

/** What was asked is so: a button that was pressed twice. The page says how the unit stands. */
const soAlready = new Set(['there_already', 'unit_closed'])

/** After the act the unit as it stands; a refusal comes back on its form, with what was typed. */
async function change(
  db: Database,
  visit: Visit<Somebody, Record<string, string>>,
  form: Failed['form'],
  act: (tx: Tx, id: string) => Promise<Done>,
): Promise<Reply> {
  const id = idIn(visit)
  const done = await db.as(visit.actor.id, (tx) => act(tx, id))
  if (!('code' in done) || soAlready.has(done.code)) return go(`/units/${id}`)
  if (done.code === 'unit_not_found') return refuse('not_found')
  return showUnit(db, visit, failedBy(form, done.code, visit.body))
}

const failedBy = (form: Failed['form'], code: string, typed: Readonly<Record<string, string>>): Failed => ({
  form,
  code,
  typed,
  status: answers[code]?.status ?? 422,
})
