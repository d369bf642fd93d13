import type { PastCheck, PastStep, Proof } from '../types.ts'

/** A proof without its secret: whoever is not its owner sees none. */
export type DossierProof = Pick<
  Proof,
  | 'id'
  | 'method'
  | 'keep'
  | 'state'
  | 'expiresOn'
  | 'codeUntil'
  | 'madeAt'
  | 'foundAt'
  | 'lastFoundAt'
  | 'nextCheckAt'
  | 'misses'
  | 'firstMissAt'
  | 'graceUntil'
  | 'notReconfirmedSince'
> & {
  /** The last look at it, whatever it brought. */
  readonly lastCheckAt: Date | null
}

export type Incident = {
  readonly kind: string
  readonly openedAt: Date
  readonly closedAt: Date | null
  readonly outcome: string | null
}

/** All that was done to prove one declaration, the newest first. Of what was read nothing is in it; it was never stored. */
export type Dossier = {
  readonly proofs: readonly DossierProof[]
  readonly checks: readonly PastCheck[]
  readonly steps: readonly PastStep[]
  readonly incidents: readonly Incident[]
}
