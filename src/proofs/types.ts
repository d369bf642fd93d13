import type { Level, ProofState, Result, Standing } from './rules.ts'

/** A proof as it stands: of which declaration, by which method, its token and what has become of it. */
export type Proof = Standing & {
  readonly id: string
  readonly declaration: string
  readonly method: string
  readonly token: string
  /** Last day on which the token is good; a kept one has none. */
  readonly expiresOn: string | null
  /** Until when a code is good; a token has none. */
  readonly codeUntil: Date | null
  /** The permanent id of the account that was proven, where the method reads one. */
  readonly uid: string | null
  readonly madeAt: Date
}

/** What a check needs to know of a declaration. No name is among it. */
export type CheckedDeclaration = {
  readonly id: string
  readonly platform: string
  readonly canonical: string
  readonly handle?: string
  readonly uid?: string
  readonly state: string
  readonly visibility: string
  readonly level: Level
  readonly ended: boolean
}

/** One line of the timeline. What was read is not in it: it was never stored. */
export type PastCheck = {
  readonly id: string
  readonly proof: string
  readonly how: 'by_hand' | 'scheduled' | 'watched'
  readonly result: Result
  readonly reason: string | null
  readonly place: string
  readonly resolvers: readonly string[]
  /** The zone is signed, and every resolver that was asked validated the answer. */
  readonly dnssec: boolean | null
  readonly at: Date
}

export type PastStep = { readonly level: Level; readonly reason: string; readonly at: Date }
export type { Level, ProofState, Result }
