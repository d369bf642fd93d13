import type { Database, Tx } from '../db/index.ts'
import type { Somebody } from '../permissions/index.ts'
import type { Visit } from '../web/index.ts'
import type { Calendar } from './rules.ts'

export type Given = {
  readonly db: Database
  readonly url: string
  readonly organisation: () => string | undefined
  readonly today: () => string
  readonly calendar: Calendar
  /** Has its figures counted, once the transaction has ended. */
  readonly count: (tx: Tx, campaign: string) => Promise<() => Promise<void>>
}
export type Member<B = undefined> = Visit<Somebody, B>
