import { isId, newId } from '../db/index.ts'
import { go, idIn, type Reply, refuse } from '../web/index.ts'
import type { Given, Member } from './given.ts'
import { move } from './move.ts'
import { prepare } from './prepare.ts'
import type { Act } from './rules.ts'
import { readTyped, type Typed } from './shapes.ts'
import { showCampaign, showForm } from './showing.ts'

/** The same form sent twice is one draft. */
export async function create(given: Given, visit: Member<Typed>): Promise<Reply> {
  const { body, actor } = visit
  const wanted = readTyped(body)
  if (typeof wanted === 'string') return showForm(given, visit, body, wanted)
  const id = isId(body.id) ? body.id : newId()
  const { done, afterwards } = await given.db.as(actor.id, async (tx) => {
    const done = await prepare(tx, id, body.unit, wanted)
    return { done, afterwards: done.kind === 'prepared' ? await given.count(tx, done.id) : undefined }
  })
  await afterwards?.()
  return done.kind === 'prepared' ? go(`/campaigns/${done.id}`) : showForm(given, visit, body, done.code)
}

export async function press(given: Given, visit: Member, act: Act): Promise<Reply> {
  const done = await given.db.as(visit.actor.id, (tx) => move(tx, idIn(visit), act))
  if (done.kind === 'moved') return go(act === 'drop' ? '/campaigns' : `/campaigns/${idIn(visit)}`)
  return done.code === 'not_found' ? refuse('not_found') : showCampaign(given, visit, done.code)
}
