import type { Database } from '../db/index.ts'
import type { Notices } from '../mail/index.ts'
import type { Somebody } from '../permissions/index.ts'
import type { Visit } from '../web/index.ts'

export type Given = {
  readonly db: Database
  /** The public origin, for the QR code of a receipt. */
  readonly url: string
  /** Which day it is in the register's zone, `YYYY-MM-DD`. */
  readonly today: () => string
  /** What the register has told people: the newest stand on their front page. */
  readonly notices: Notices
}

/** A handler of this room: always for somebody. */
export type Member<Body = undefined> = Visit<Somebody, Body>

/** The entry of the navigation that all pages of this room belong to, and where most of them lead back to. */
export const nav = '/declarations'
export const back = { href: nav }

/** `?page=` of a long list, from 1; anything else is the first. */
export const pageIn = (query: URLSearchParams): number => {
  const asked = query.get('page') ?? ''
  return /^[1-9]\d{0,3}$/.test(asked) ? Number(asked) : 1
}
