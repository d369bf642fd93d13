import type { z } from 'zod'
import { recognise } from '../addresses/index.ts'
import { isId, newId, type Tx } from '../db/index.ts'
import { idIn, json, type Reply, refuse, replyOnce } from '../web/index.ts'
import { type Changed, changeVisibility, inOneGo } from './change-visibility.ts'
import { declare } from './file.ts'
import type { Given, Member } from './given.ts'
import { kept } from './reading.ts'
import { isPossibleSince, mayBe } from './rules.ts'
import { type declareBody, viewOf, type visibilityBody } from './shapes.ts'
import { declarationOf, declarationsAfter, filerOf } from './store/declarations.ts'
import type { KeptAddress } from './types.ts'

type DeclareBody = z.infer<typeof declareBody>
type VisibilityBody = z.infer<typeof visibilityBody>

/** What is judged by the text alone is refused before anything is written: text with a password in it is not even hashed. */
export async function declareByApi(given: Given, visit: Member<DeclareBody>): Promise<Reply> {
  const { body } = visit
  const { address, error } = recognise(body.address, body.hint)
  if (error) return refuse(error)
  if (address.via === 'content') return refuse('content_account', { address: address.canonical })
  if (body.since && !isPossibleSince(body.since, given.today())) return refuse('since_not_possible')
  if (!mayBe(body.visibility, 0)) return refuse('level_too_low')
  return once(given, visit, (tx) => declareOne(tx, visit, address))
}

async function declareOne(tx: Tx, { actor, body }: Member<DeclareBody>, address: KeptAddress): Promise<Reply> {
  const { manager, since } = body
  if (manager === 'unit' && !(await filerOf(tx)).unit) return refuse('no_unit')
  const filed = await declare(tx, actor.id, { id: newId(), address, typed: kept(body.address), manager, since }, 'api')
  if (filed.kind === 'already_yours') return refuse('already_yours', { id: filed.id })
  if (filed.kind === 'too_many_declarations') return refuse('too_many_declarations')
  const { id, receipt } = filed
  return json({ id, receipt, address, level: 0, visibility: 'private', state: 'active' }, 201)
}

export async function patchDeclaration(given: Given, visit: Member<VisibilityBody>): Promise<Reply> {
  const { actor, body } = visit
  return once(given, visit, async (tx) => replyTo(await changeVisibility(tx, actor.id, idIn(visit), body, 'api')))
}

function replyTo(changed: Changed): Reply {
  switch (changed.kind) {
    case 'changed':
      return json({ ...viewOf(changed.now), receipt: changed.receipt })
    case 'unchanged':
      return json(viewOf(changed.now))
    case 'no_such_declaration':
      return refuse('not_found')
    default:
      return refuse(changed.kind)
  }
}

export async function getDeclaration({ db }: Given, visit: Member): Promise<Reply> {
  const now = await db.as(visit.actor.id, (tx) => declarationOf(tx, idIn(visit)))
  return now ? json(viewOf(now)) : refuse('not_found')
}

const mostAtOnce = 100
const usuallyAtOnce = 50

export async function listDeclarations({ db }: Given, { actor, query }: Member): Promise<Reply> {
  const [after, asked] = [query.get('after') ?? undefined, query.get('limit') ?? String(usuallyAtOnce)]
  const limit = /^\d{1,4}$/.test(asked) ? Math.min(Number(asked), mostAtOnce) : 0
  if (limit < 1 || (after !== undefined && !isId(after))) return refuse('bad_request')
  const found = await db.as(actor.id, (tx) => declarationsAfter(tx, after, limit + 1))
  const here = found.slice(0, limit)
  return json({ declarations: here.map(viewOf), next: found.length > limit ? (here.at(-1)?.id ?? null) : null })
}

const once = ({ db }: Given, visit: Member<object>, act: (tx: Tx) => Promise<Reply>): Promise<Reply> =>
  inOneGo(db, visit.actor.id, (tx) => replyOnce(tx, visit, () => act(tx)))
