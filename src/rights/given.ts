import type { Database } from '../db/index.ts'
import type { Somebody } from '../permissions/index.ts'
import type { Visit } from '../web/index.ts'

export type Given = {
  readonly db: Database
  readonly url: string
  readonly organisation: () => string | undefined
  /** Which day it is in the register's zone. */
  readonly today: () => string
}
export type Member<Body = undefined> = Visit<Somebody, Body>

export const mine = '/rights'
export const desk = '/rights/desk'
