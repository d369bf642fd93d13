import { answerOnce, type Tx } from '../db/index.ts'
import type { Somebody } from '../permissions/index.ts'
import { json, type Reply, refuse } from './reply.ts'
import type { Visit } from './visit.ts'

const longestKey = 200
type Kept = { readonly json: unknown } | { readonly refused: string; readonly more?: Record<string, unknown> }

/** What `act` answers, done at most once for an Idempotency-Key and answered the same when it is sent again; without a key it is
 *  simply done. In the transaction of the act. Answers are JSON or refusals, nothing else. */
export async function replyOnce(tx: Tx, visit: Visit<Somebody>, act: () => Promise<Reply>): Promise<Reply> {
  const key = visit.header('idempotency-key')
  if (key === undefined) return act()
  if (key === '' || key.length > longestKey) return refuse('bad_request')
  const { actor, path, body } = visit
  const given = await answerOnce(tx, actor.id, key, { path, body }, async () => keep(await act()))
  return 'refused' in given ? refuse(given.refused) : again(given.status, given.body as Kept)
}

function keep(reply: Reply): { status: number; body: Kept } {
  if (reply.kind === 'json') return { status: reply.status, body: { json: reply.body } }
  if (reply.kind === 'refused') return { status: 0, body: { refused: reply.code, more: reply.more } } // its status stands with its words
  throw new Error(`a reply of kind ${reply.kind} is not kept under a key`)
}

const again = (status: number, kept: Kept): Reply =>
  'json' in kept ? json(kept.json, status) : refuse(kept.refused, kept.more)
