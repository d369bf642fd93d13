import type { z } from 'zod'
import { recognise } from '../addresses/index.ts'
import { answerOnce, isId, newId, type Tx } from '../db/index.ts'
import { json, type Reply, refuse } from '../web/index.ts'
import { type Changed, changeVisibility, inOneGo } from './change-visibility.ts'
import { declare } from './file.ts'
import { type Given, idIn, type Member } from './given.ts'
import { kept } from './reading.ts'
import { answers } from './reasons.ts'
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

async function declareOne(tx: Tx, { actor, body }: Member<DeclareBody>, address: KeptAddress): Promise<Said> {
  const { manager, since } = body
  if (manager === 'unit' && !(await filerOf(tx)).unit) return refusal('no_unit')
  const filed = await declare(tx, actor.id, { id: newId(), address, typed: kept(body.address), manager, since }, 'api')
  if (filed.kind === 'already_yours') return refusal('already_yours', { id: filed.id })
  if (filed.kind === 'too_many_declarations') return refusal('too_many_declarations')
  const { id, receipt } = filed
  return { status: 201, body: { id, receipt, address, level: 0, visibility: 'private', state: 'active' } }
}

export async function patchDeclaration(given: Given, visit: Member<VisibilityBody>): Promise<Reply> {
  const { actor, body } = visit
  return once(given, visit, async (tx) => saidOf(await changeVisibility(tx, actor.id, idIn(visit), body, 'api')))
}

function saidOf(changed: Changed): Said {
  switch (changed.kind) {
    case 'changed':
      return { status: 200, body: { ...viewOf(changed.now), receipt: changed.receipt } }
    case 'unchanged':
      return { status: 200, body: viewOf(changed.now) }
    case 'no_such_declaration':
      return refusal('not_found')
    default:
      return refusal(changed.kind)
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

// An answer that is kept under an Idempotency-Key and given again as it was.

type Said = { readonly status: number; readonly body: object }
type Refused = { readonly refused: string; readonly more?: Record<string, unknown> }

const refusal = (code: string, more?: Record<string, unknown>): Said => ({
  status: answers[code]?.status ?? 404,
  body: { refused: code, more } satisfies Refused,
})

const replyOf = ({ status, body }: { status: number; body: unknown }): Reply => {
  const { refused, more } = body as Partial<Refused>
  return refused ? refuse(refused, more) : json(body, status)
}

const longestKey = 200

async function once({ db }: Given, visit: Member<object>, act: (tx: Tx) => Promise<Said>): Promise<Reply> {
  const key = visit.header('idempotency-key')
  if (key !== undefined && (key === '' || key.length > longestKey)) return refuse('bad_request')
  const { actor, path, body } = visit
  return inOneGo(db, actor.id, async (tx) => {
    if (key === undefined) return replyOf(await act(tx))
    const given = await answerOnce(tx, actor.id, key, { path, body }, () => act(tx))
    return 'refused' in given ? refuse(given.refused) : replyOf(given)
  })
}
