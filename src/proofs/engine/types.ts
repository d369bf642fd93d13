import type { Finding } from '../finding.ts'
import type { CheckedDeclaration, Proof } from '../types.ts'

/** A proof in hand, with the page that it is about, as both stood when it was claimed. */
export type Due = {
  readonly proof: Proof
  readonly page: CheckedDeclaration
  readonly taken: Taken
}

export type Taken = {
  /** The time of the database by now: never later than it really is. */
  now(): Date
  /** A claim lapses after ten minutes: what was not begun well before that is left to whoever takes it next. */
  isOld(): boolean
}

/** A look that moved nothing but times, ready to be written with others. */
export type Quiet = {
  readonly due: Due
  readonly began: Date
  readonly finding: Finding
  readonly silences: number
  readonly secondsToNext: number
}
