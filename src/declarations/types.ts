import type { Address } from '../addresses/index.ts'

export const managers = ['alone', 'shared', 'unit'] as const
/** Who manages a page: the person alone, together with others, or on behalf of the unit. */
export type Manager = (typeof managers)[number]

export const visibilities = ['private', 'confirmable', 'listed'] as const
/** Who may know: nobody outside; whoever asks for exactly this address; everyone. */
export type Visibility = (typeof visibilities)[number]

export const showings = ['nothing', 'name', 'name_and_office'] as const
/** What a public answer names. */
export type Shows = (typeof showings)[number]

export type State = 'active' | 'closing' | 'closed' | 'frozen' | 'lost'
export type Level = 0 | 1 | 2 | 3
/** assisted: an officer filed it for the person. */
export type Channel = 'web' | 'api' | 'assisted'

/** An address as it is kept: never one that was read out of a post without asking. */
export type KeptAddress = Omit<Address, 'via'>

export type Draft = {
  readonly id: string
  readonly typed: string
  readonly address: KeptAddress
  readonly manager?: Manager
  /** `2019` or `2019-03`. */
  readonly since?: string
  readonly changedAt: Date
  /** Put before the person by a list, and not gone on with: it is asked for elsewhere. */
  readonly offered: boolean
}

/** One declaration as it stands now: address, version in force, level in force. */
export type DeclarationNow = {
  readonly id: string
  readonly person: string
  readonly address: KeptAddress
  readonly typed: string
  readonly filedAt: Date
  readonly endedAt?: Date
  /** Number of the version in force. */
  readonly n: number
  readonly state: State
  readonly visibility: Visibility
  readonly shows: Shows
  readonly manager: Manager
  readonly since?: string
  readonly changedAt: Date
  readonly level: Level
  readonly levelAt: Date
  /** Level 3: when the kept proof was last found. */
  readonly recheckedAt?: Date
  /** Level 3 whose re-checks could not tell for long: since when. */
  readonly notSince?: Date
  /** Another claim on this address was proven later: the proof is to be renewed by then. */
  readonly renewBy?: Date
  /** That day has passed. */
  readonly renewLate: boolean
}

export type Version = Pick<DeclarationNow, 'n' | 'state' | 'visibility' | 'shows' | 'manager' | 'since'> & {
  readonly id: string
  readonly channel: string
  readonly madeAt: Date
}

export type LevelStep = { readonly level: Level; readonly reason: string; readonly madeAt: Date }

/** A kept proof that is no longer found: the level holds until the day named. */
export type MissedProof = { readonly id: string; readonly canonical: string; readonly until?: Date }

/** The name of a declared account belongs to another account now: nothing is confirmed until the same one is proven again. */
export type OtherAccount = {
  readonly id: string
  readonly declaration: string
  readonly canonical: string
  readonly since: Date
}

/** How often in the last 30 days somebody looked, and when last. */
export type Views = { readonly count: number; readonly last?: Date }

export type ReceiptAct =
  | 'declared'
  | 'visibility_changed'
  | 'hijack_reported'
  | 'given_up'
  | 'false_alarm'
  | 'renamed'
  | 'closing_stated'
  | 'reopened'
  | 'lost'

/** What a person keeps: the version that was filed, as it was filed, however the declaration stands today. */
export type Receipt = {
  readonly code: string
  readonly act: ReceiptAct
  readonly madeAt: Date
  readonly declaration: string
  readonly address: KeptAddress
  readonly version: Version
  /** Level at the moment of filing. */
  readonly level: Level
  readonly levelAt: Date
}

/** The person who files, as receipts and public answers name them. */
export type Filer = {
  readonly name: string
  readonly office?: string
  readonly unit?: string
  /** The unit above. */
  readonly above?: string
}
