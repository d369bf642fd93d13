import type { Settings } from '../config.ts'
import type { Database } from '../db/index.ts'
import type { MailWay } from '../net/index.ts'
import type { Somebody } from '../permissions/index.ts'
import type { Visit } from '../web/index.ts'

export type Given = {
  readonly db: Database
  /** The public origin, for receipts and letters. */
  readonly url: string
  /** Whom the organisation tells outside itself, where the settings name anybody. */
  readonly authority: Settings['authority']
  /** Without it letters are printed. */
  readonly way: MailWay | undefined
  readonly organisation: () => string | undefined
}
export type Member<Body = undefined> = Visit<Somebody, Body>

export const nav = '/incidents/new'
export const desk = '/incidents/desk'
