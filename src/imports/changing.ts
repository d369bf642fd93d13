import type { z } from 'zod'
import { go, idIn, type Reply, refuse } from '../web/index.ts'
import type { Given, Member } from './given.ts'
import { kindsFor } from './kinds-for.ts'
import { type Brought, bring, readAgain } from './life/bring.ts'
import { discard } from './life/staged.ts'
import { type Act, act, importOf, kindOf } from './life/store.ts'
import { fieldNamed, fieldsOf, headerKey, type Kind, type Mapping } from './reading/index.ts'
import type { columnsForm, uploadForm } from './shapes.ts'
import { showColumns, showFront } from './showing.ts'

export type Sending =
  | { readonly kind: 'sent'; readonly done: Brought }
  | { readonly kind: 'refused'; readonly code: string }

/** The same for page and script. */
export async function send({ db }: Given, visit: Member<z.infer<typeof uploadForm>>): Promise<Sending> {
  const kind = kindsFor(visit.actor).find((one) => one === visit.body.kind)
  if (!kind) return { kind: 'refused', code: 'file_kind_missing' }
  if (!visit.file) return { kind: 'refused', code: 'no_file' }
  const done = await bring(db, visit.actor.id, { kind, ...visit.file }, visit.api ? 'api' : 'web')
  return done.kind === 'refused' ? { kind: 'refused', code: done.reason } : { kind: 'sent', done }
}

export async function upload(given: Given, visit: Member<z.infer<typeof uploadForm>>): Promise<Reply> {
  const sent = await send(given, visit)
  if (sent.kind === 'refused') return showFront(given, visit, { code: sent.code, kind: visit.body.kind })
  return leadsTo(sent.done)
}

function leadsTo(done: Brought): Reply {
  if (done.kind === 'read') return go(`/imports/${done.id}`)
  return done.kind === 'unread' ? go(`/imports/${done.id}/columns`) : refuse('not_found')
}

export async function chooseColumns(given: Given, visit: Member<z.infer<typeof columnsForm>>): Promise<Reply> {
  const id = idIn(visit)
  const found = await given.db.as(visit.actor.id, (tx) => importOf(tx, id))
  if (!found) return refuse('not_found')
  const names = found.header.map((name, at) => [name, visit.body[`column-${at}`] ?? ''] as const)
  const done = await readAgain(given.db, visit.actor.id, id, chosenOf(kindOf(found), names), 'web')
  if (done.kind === 'not_found') return go(`/imports/${id}`) // it is being written already
  if (done.kind === 'unread') return showColumns(given, visit, true)
  return done.kind === 'refused' ? refuse(done.reason) : leadsTo(done)
}

/** Only of columns that the contract does not know, and only fields that a file of this kind can have. */
export function chosenOf(kind: Kind, names: Iterable<readonly [string, string]>): Mapping {
  const fields: readonly string[] = [...fieldsOf(kind), 'none']
  const chosen = new Map<string, string>()
  for (const [name, field] of names) {
    const key = headerKey(name)
    if (key && key.length <= 2000 && fields.includes(field) && !fieldNamed(kind, name)) chosen.set(key, field)
  }
  return chosen
}

export const confirm = (given: Given, visit: Member) => change(given, visit, 'import_confirm')
export const cancel = (given: Given, visit: Member) => change(given, visit, 'import_cancel')
export const undo = (given: Given, visit: Member) => change(given, visit, 'import_undo')

export async function throwAway({ db }: Given, visit: Member): Promise<Reply> {
  await db.as(visit.actor.id, (tx) => discard(tx, idIn(visit)))
  return go('/imports')
}

/** What was asked is so: a button that was pressed twice. */
const soAlready = new Set([
  'confirmed',
  'cancelled',
  'undoing',
  'confirmed_already',
  'nothing_to_stop',
  'undone_already',
])

async function change(given: Given, visit: Member, name: Act): Promise<Reply> {
  const said = await doing(given, visit, name)
  if (soAlready.has(said)) return go(`/imports/${idIn(visit)}`)
  return refuse(said)
}

/** Asks the database, and has somebody go on with the work. A second press does so too: it goes on where it stands. */
export async function doing({ db, wake }: Given, visit: Member<unknown>, name: Act): Promise<string> {
  const id = idIn(visit)
  const { said, afterwards } = await db.as(visit.actor.id, async (tx) => {
    const told = await act(tx, name, id)
    const goesOn = told !== 'not_found' && name !== 'import_cancel'
    return { said: told, afterwards: goesOn ? await wake(tx, { import: id, by: visit.actor.id }) : undefined }
  })
  // From here the import goes on, whatever becomes of this process.
  await afterwards?.()
  return said === 'confirmed_already' && (await isUnread(db, visit)) ? 'not_read_yet' : said
}

const isUnread = async (db: Given['db'], visit: Member<unknown>) =>
  (await db.as(visit.actor.id, (tx) => importOf(tx, idIn(visit))))?.state === 'unread'
