import type { Database } from '../db/index.ts'
import type { Somebody } from '../permissions/index.ts'
import type { Visit } from '../web/index.ts'

export type Given = {
  readonly db: Database
  /** Which day it is in the register's zone, `YYYY-MM-DD`. */
  readonly today: () => string
}
export type Member<B = undefined> = Visit<Somebody, B>

/** What an act answers: what became of it, or why not. */
export type Done = { readonly kind: string; readonly id: string } | { readonly kind: 'refused'; readonly code: string }
