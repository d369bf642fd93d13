import type { Tx } from '../db/index.ts'
import { type DeclarationNow, declarationOf } from '../declarations/index.ts'
import { dossierOf } from './dossier/reading.ts'
import type { Dossier, DossierProof } from './dossier/types.ts'
import type { Declared } from './methods/index.ts'
import { proofOf, proofsOf } from './store.ts'
import type { Proof } from './types.ts'

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

/** The dossier of one's own page, with the tokens. */
export type Timeline = Omit<Dossier, 'proofs'> & {
  readonly now: DeclarationNow
  readonly proofs: readonly (Proof & DossierProof)[]
}

/** Everything that was done to prove one declaration, the newest first. */
export async function timelineOf(tx: Tx, declaration: string): Promise<Timeline | undefined> {
  const now = await declarationOf(tx, declaration)
  if (!now) return undefined
  const { proofs, ...rest } = await dossierOf(tx, declaration)
  const own = new Map((await proofsOf(tx, declaration)).map((proof) => [proof.id, proof]))
  return { now, ...rest, proofs: proofs.map((proof) => ({ ...(own.get(proof.id) as Proof), ...proof })) }
}
