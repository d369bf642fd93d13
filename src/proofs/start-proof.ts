import type { Tx } from '../db/index.ts'
import { type DeclarationNow, declarationOf } from '../declarations/index.ts'
import { methodNamed, type Publish } from './methods/index.ts'
import { declaredIn } from './reading.ts'
import { expiryFor, isPast } from './rules.ts'
import { insertProof, oneAtATime, proofsOf } from './store.ts'
import { newToken } from './token.ts'
import type { Proof } from './types.ts'

export type Started =
  | { readonly kind: 'started'; readonly proof: Proof; readonly publish: Publish }
  | {
      readonly kind:
        | 'no_such_declaration'
        | 'declaration_ended'
        | 'unknown_method'
        | 'method_not_for_this_address'
        | 'keep_needs_public'
    }

type Wish = { readonly declaration: string; readonly method: string; readonly keep: boolean }
type Terms = { readonly label: string; readonly today: string }

/** Gives a token for one declaration and one method, and says exactly where to put it. Asks nobody outside. Whoever begins twice
 *  gets the same token, as long as it is good and was not used. */
export async function startProof(tx: Tx, wish: Wish, terms: Terms): Promise<Started> {
  await oneAtATime(tx, wish.declaration)
  const now = await declarationOf(tx, wish.declaration)
  if (!now) return { kind: 'no_such_declaration' }
  const method = methodNamed(wish.method)
  if (!method) return { kind: 'unknown_method' }
  if (now.endedAt) return { kind: 'declaration_ended' }
  if (!method.applies(declaredIn(now))) return { kind: 'method_not_for_this_address' }
  if (wish.keep && now.visibility === 'private') return { kind: 'keep_needs_public' }
  const proof = (await waiting(tx, now, wish, terms.today)) ?? (await begin(tx, wish, terms.today))
  return { kind: 'started', proof, publish: method.publish(declaredIn(now), proof, terms) }
}

async function waiting(tx: Tx, now: DeclarationNow, wish: Wish, today: string): Promise<Proof | undefined> {
  return (await proofsOf(tx, now.id)).find(
    ({ method, keep, state, expiresOn }) =>
      method === wish.method && keep === wish.keep && state === 'waiting' && !isPast(expiresOn, today),
  )
}

const begin = (tx: Tx, wish: Wish, today: string) =>
  insertProof(tx, { ...wish, token: newToken(), expiresOn: expiryFor(wish.keep, today) })
