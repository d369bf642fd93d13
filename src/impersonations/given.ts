import type { Settings } from '../config.ts'
import type { Database } from '../db/index.ts'
import type { Somebody } from '../permissions/index.ts'
import type { Visit } from '../web/index.ts'

export type Given = {
  readonly db: Database
  /** The public origin: the address of a public page begins with it. */
  readonly url: string
  /** Whom the organisation tells outside itself, where the settings name anybody. */
  readonly authority: Settings['authority']
  readonly organisation: () => string | undefined
  readonly today: () => string
  readonly timeZone: string
}
export type Member<Body = undefined> = Visit<Somebody, Body>

export const desk = '/impersonations/desk'
export const mine = '/impersonations/mine'
