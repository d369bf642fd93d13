import type { Tx } from '../db/index.ts'
import { type DeclarationNow, declarationOf } from '../declarations/index.ts'
import { methodNamed, methodsFor, type ProofMethod, type Publish, type Terms } from './methods/index.ts'
import { declaredIn } from './reading.ts'
import { expiryFor, isExpired, patience } from './rules.ts'
import { insertProof, myPage, oneAtATime, proofsOf } from './store.ts'
import { newCode, newToken } from './token.ts'
import type { Proof } from './types.ts'
import { askedAlready, insertRequest } from './witness/store.ts'

export type Started =
  | { readonly kind: 'started'; readonly proof: Proof; readonly publish: Publish }
  | {
      readonly kind:
        | 'no_such_declaration'
        | 'declaration_ended'
        | 'unknown_method'
        | 'keep_needs_public'
        | 'method_keeps_nothing'
    }
  /** `methods`: those that do work for this address. */
  | { readonly kind: 'method_not_for_this_address'; readonly methods: readonly string[] }

type Wish = { readonly declaration: string; readonly method: string; readonly keep: boolean }

/** Gives a token for one declaration and one method, and says exactly where to put it. Asks nobody outside. Whoever begins twice
 *  gets the same token, as long as it is good and was not used. */
export async function startProof(tx: Tx, wish: Wish, terms: Terms): Promise<Started> {
  await oneAtATime(tx, wish.declaration)
  const now = await declarationOf(tx, wish.declaration)
  if (!now) return { kind: 'no_such_declaration' }
  const method = methodNamed(wish.method)
  if (!method) return { kind: 'unknown_method' }
  if (now.endedAt) return { kind: 'declaration_ended' }
  const fit = methodsFor(declaredIn(now), terms)
  if (!fit.includes(method)) return { kind: 'method_not_for_this_address', methods: fit.map(({ name }) => name) }
  if (wish.keep && !mayStay(method)) return { kind: 'method_keeps_nothing' }
  if (wish.keep && now.visibility === 'private') return { kind: 'keep_needs_public' }
  const asked = method.name === 'witnessed' ? await askedAlready(tx, now.id) : undefined
  const proof = asked ?? (await waiting(tx, now, wish, terms.today)) ?? (await begin(tx, wish, method, terms.today))
  if (method.name === 'witnessed' && !asked) await insertRequest(tx, proof.id)
  return { kind: 'started', proof, publish: method.publish(declaredIn(now), proof, terms) }
}

async function waiting(tx: Tx, now: DeclarationNow, wish: Wish, today: string): Promise<Proof | undefined> {
  return (await proofsOf(tx, now.id)).find(
    (proof) =>
      proof.method === wish.method && proof.keep === wish.keep && proof.state === 'waiting' && !isExpired(proof, today),
  )
}

const mayStay = (method: ProofMethod) => method.how === 'looked_for' && method.recheckDays !== null

/** A code is short, so it is good for three days and in no case longer; a token may be shown for thirty. A page is the person's own, the
 *  same in each of their proofs. */
async function begin(tx: Tx, wish: Wish, method: ProofMethod, today: string): Promise<Proof> {
  const secret = method.how === 'looked_for' ? method.secret : 'token'
  const code = secret === 'code'
  return insertProof(tx, {
    ...wish,
    token: secret === 'page' ? await myPage(tx) : secret === 'code' ? newCode() : newToken(),
    expiresOn: code || method.how === 'shown' ? null : expiryFor(wish.keep, today),
    codeHours: code ? patience.codeHours : null,
  })
}
