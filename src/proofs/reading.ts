import type { Tx } from '../db/index.ts'
import { type DeclarationNow, declarationOf } from '../declarations/index.ts'
import type { Declared } from './methods/index.ts'
import { checksOf, proofOf, proofsOf, stepsOf } from './store.ts'
import type { PastCheck, PastStep, Proof } from './types.ts'

/** What of a declaration a method judges. */
export const declaredIn = ({ address }: DeclarationNow): Declared => ({
  platform: address.platform,
  canonical: address.canonical,
  handle: address.handle,
  uid: address.uid,
})

export type ProofAndPage = { readonly proof: Proof; readonly now: DeclarationNow }

/** One's own proof with the page it is about. */
export async function proofAndPage(tx: Tx, id: string): Promise<ProofAndPage | undefined> {
  const proof = await proofOf(tx, id)
  const now = proof && (await declarationOf(tx, proof.declaration))
  return proof && now && { proof, now }
}

export type Timeline = {
  readonly now: DeclarationNow
  readonly proofs: readonly Proof[]
  readonly checks: readonly PastCheck[]
  readonly steps: readonly PastStep[]
}

const mostChecks = 100

/** Everything that was done to prove one declaration, the newest first. */
export async function timelineOf(tx: Tx, declaration: string): Promise<Timeline | undefined> {
  const now = await declarationOf(tx, declaration)
  if (!now) return undefined
  const proofs = await proofsOf(tx, declaration)
  const checks = await checksOf(tx, declaration, mostChecks)
  return { now, proofs, checks, steps: await stepsOf(tx, declaration) }
}
