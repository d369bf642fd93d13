import type { z } from 'zod'
import { fromIn, idIn, json, type Reply, refuse } from '../web/index.ts'
import { chosenOf, doing, send } from './changing.ts'
import type { Given, Member } from './given.ts'
import { type Brought, readAgain } from './life/bring.ts'
import { discard } from './life/staged.ts'
import { type Act, countsOf, importOf, importsOf, kindOf, rowsAtOnce, rowsOf } from './life/store.ts'
import { type columnsBody, type uploadForm, viewOf } from './shapes.ts'
import { partIn } from './showing.ts'

export async function listByApi({ db }: Given, { actor, query }: Member): Promise<Reply> {
  const from = fromIn(query)
  if (from === undefined) return refuse('bad_request')
  const mine = await db.as(actor.id, (tx) => importsOf(tx, from))
  return json({ imports: mine.slice(0, rowsAtOnce).map((one) => viewOf(one)), next: nextOf(mine, from) })
}

const nextOf = (found: readonly unknown[], from: number) => (found.length > rowsAtOnce ? from + rowsAtOnce : null)

export const getImport = (given: Given, visit: Member<unknown>): Promise<Reply> => asItStands(given, visit, idIn(visit))

async function asItStands({ db }: Given, visit: Member<unknown>, id: string, status = 200): Promise<Reply> {
  const found = await db.as(visit.actor.id, async (tx) => {
    const one = await importOf(tx, id)
    return one && viewOf(one, await countsOf(tx, id))
  })
  return found ? json(found, status) : refuse('not_found')
}

export async function getRows({ db }: Given, visit: Member): Promise<Reply> {
  const [from, part] = [fromIn(visit.query), partIn(visit.query)]
  if (from === undefined || !part) return refuse('bad_request')
  const rows = await db.as(visit.actor.id, async (tx) => {
    const one = await importOf(tx, idIn(visit))
    return one && rowsOf(tx, one.id, part, from)
  })
  if (!rows) return refuse('not_found')
  const shown = rows.slice(0, rowsAtOnce).map(({ row, fields, differs, reason, undo }) => ({
    ...{ row, fields, differs },
    reason: part === 'kept' ? undo : reason,
  }))
  return json({ rows: shown, next: nextOf(rows, from) })
}

export async function postImport(given: Given, visit: Member<z.infer<typeof uploadForm>>): Promise<Reply> {
  const sent = await send(given, visit)
  return sent.kind === 'refused' ? refuse(sent.code) : brought(given, visit, sent.done)
}

export async function postColumns(given: Given, visit: Member<z.infer<typeof columnsBody>>): Promise<Reply> {
  const id = idIn(visit)
  const found = await given.db.as(visit.actor.id, (tx) => importOf(tx, id))
  if (!found) return refuse('not_found')
  const chosen = chosenOf(kindOf(found), Object.entries(visit.body.columns))
  const done = await readAgain(given.db, visit.actor.id, id, chosen, 'api')
  return done.kind === 'not_found' ? refuse('confirmed_already') : brought(given, visit, done, 200)
}

const brought = (given: Given, visit: Member<unknown>, done: Brought, status = 201) =>
  'id' in done ? asItStands(given, visit, done.id, status) : refuse(done.kind === 'refused' ? done.reason : 'not_found')

/** Sent again, it answers how the import stands: these acts are done once whatever key is sent along. */
export async function postAct(given: Given, visit: Member<unknown>, name: Act): Promise<Reply> {
  const said = await doing(given, visit, name)
  return done.has(said) ? asItStands(given, visit, idIn(visit)) : refuse(said)
}
const done = new Set(['confirmed', 'cancelled', 'undoing', 'confirmed_already', 'nothing_to_stop', 'undone_already'])

export async function postDiscard({ db }: Given, visit: Member<unknown>): Promise<Reply> {
  const found = await db.as(visit.actor.id, async (tx) => {
    const one = await importOf(tx, idIn(visit))
    if (one) await discard(tx, one.id)
    return one
  })
  return found ? json({ id: found.id }) : refuse('not_found')
}
