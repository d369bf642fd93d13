import type { Database, Tx } from '../db/index.ts'
import type { Somebody } from '../permissions/index.ts'
import type { Visit } from '../web/index.ts'

export type Given = {
  readonly db: Database
  /** The public origin, for the QR code of a receipt. */
  readonly url: string
  /** Which day it is in the register's zone, `YYYY-MM-DD`. */
  readonly today: () => string
  readonly timeZone: string
  /** Dates are reckoned anew as soon as this transaction has ended. */
  readonly plan: (tx: Tx) => Promise<void>
}
export type Member<B = undefined> = Visit<Somebody, B>
export const nav = '/declarations'
