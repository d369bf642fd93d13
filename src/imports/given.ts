import type { Database, Tx } from '../db/index.ts'
import type { Somebody } from '../permissions/index.ts'
import type { Visit } from '../web/index.ts'

export type Given = {
  readonly db: Database
  /** Has somebody go on with an import: by a job, enqueued in this transaction, where jobs run. What is given back is done after it. */
  readonly wake: (tx: Tx, of: Work) => Promise<() => Promise<void>>
}

/** Ids, nothing else: whose import, and which. */
export type Work = { readonly import: string; readonly by: string }

export type Member<Body = undefined> = Visit<Somebody, Body>

export const nav = '/imports'
export const back = { href: nav }
