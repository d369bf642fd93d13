import type { z } from 'zod'
import type { Database, Tx } from '../db/index.ts'
import type { Somebody } from '../permissions/index.ts'
import { fromIn, idIn, json, type Reply, refuse, replyOnce, type Visit } from '../web/index.ts'
import { addUnit } from './add-unit.ts'
import { closeUnit } from './close-unit.ts'
import { mergeUnits } from './merge-units.ts'
import { moveUnit } from './move-unit.ts'
import { renameUnit } from './rename-unit.ts'
import { type addBody, type closeBody, type mergeBody, type moveBody, type patchBody, viewOf } from './shapes.ts'
import { unitByCode } from './store.ts'
import { childrenAtOnce, childrenOf, hitsAtOnce, type Leaf, unitById, unitsFound } from './tree.ts'

type Member<B = undefined> = Visit<Somebody, B>
type Done = { readonly kind: string; readonly id: string } | { readonly kind: 'refused'; readonly code: string }

/** Which unit an address is about; what is no id was refused at the door. */

export async function listUnits(db: Database, { actor, query }: Member): Promise<Reply> {
  const [sought, code, from] = [query.get('q'), query.get('parent'), fromIn(query)]
  if (from === undefined || (sought !== null && code !== null)) return refuse('bad_request')
  return db.as(actor.id, async (tx) => {
    if (sought !== null) return listed(await unitsFound(tx, sought, from), from, hitsAtOnce)
    const parent = code === null ? null : (await unitByCode(tx, code))?.id
    return parent === undefined ? refuse('not_found') : listed(await childrenOf(tx, parent, from), from, childrenAtOnce)
  })
}

const listed = (found: readonly Leaf[], from: number, most: number): Reply =>
  json({ units: found.slice(0, most).map(viewOf), next: found.length > most ? from + most : null })

export async function getUnit(db: Database, visit: Member): Promise<Reply> {
  const unit = await db.as(visit.actor.id, (tx) => unitById(tx, idIn(visit)))
  return unit ? json(viewOf(unit)) : refuse('not_found')
}

export const postUnit = (db: Database, visit: Member<z.infer<typeof addBody>>) =>
  once(db, visit, 201, (tx) => addUnit(tx, visit.body))

export const patchUnit = (db: Database, visit: Member<z.infer<typeof patchBody>>) =>
  once(db, visit, 200, (tx) => {
    const { name, kind } = visit.body
    return renameUnit(tx, idIn(visit), { name, kind: kind === null ? '' : kind })
  })

export const postMove = (db: Database, visit: Member<z.infer<typeof moveBody>>) =>
  once(db, visit, 200, (tx) => {
    const { parent, officers } = visit.body
    return moveUnit(tx, idIn(visit), { parent: parent ?? undefined, officers })
  })

export const postMerge = (db: Database, visit: Member<z.infer<typeof mergeBody>>) =>
  once(db, visit, 200, (tx) => mergeUnits(tx, idIn(visit), visit.body))

export const postClose = (db: Database, visit: Member<z.infer<typeof closeBody>>) =>
  once(db, visit, 200, (tx) => closeUnit(tx, idIn(visit), { peopleTo: visit.body.people_to }))

/** Does it once for an Idempotency-Key and answers with the unit as it stands. A unit that is not the actor's is simply not there. */
function once(db: Database, visit: Member<object>, status: number, act: (tx: Tx) => Promise<Done>): Promise<Reply> {
  return db.as(visit.actor.id, (tx) =>
    replyOnce(tx, visit, async () => {
      const done = await act(tx)
      if ('code' in done && done.kind === 'refused')
        return refuse(done.code === 'unit_not_found' ? 'not_found' : done.code)
      const unit = await unitById(tx, (done as { id: string }).id)
      return unit ? json(viewOf(unit), status) : refuse('not_found')
    }),
  )
}
