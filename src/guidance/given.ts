import type { Database, Tx } from '../db/index.ts'
import type { Somebody } from '../permissions/index.ts'
import type { Visit } from '../web/index.ts'

export type Given = {
  readonly db: Database
  /** Has everybody whom this text asks told, once the transaction has ended. */
  readonly tellAll: (tx: Tx, guidance: string) => Promise<() => Promise<void>>
}
export type Member<B = undefined> = Visit<Somebody, B>
