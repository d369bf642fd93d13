import type { Database, PersonId, Tx } from '../db/index.ts'
import { type Room, room } from '../web/index.ts'
import { codeRoutes } from './code-routes.tsx'
import { identify } from './identify.ts'
import { invite } from './invite.ts'

type Given = {
  readonly db: Database
  /** The public origin: links point to it, and passkeys belong to its host. */
  readonly url: string
  readonly organisation: () => string | undefined
  readonly sample: boolean
}

/** Sign-in: invitations, passkeys, codes, sessions and tokens. */
export function signIn(given: Given) {
  const { db, url } = given
  return {
    room: room('sign-in', (at) => [...codeRoutes(at, db)]) satisfies Room,
    identify: (secret: string, kind: 'session' | 'token') => identify(db, secret, kind),
    invite: (tx: Tx, person: PersonId) => invite(tx, { person, url }),
  }
}

export { type CodeGiven, giveCode } from './give-code.ts'
export { type Invited, invite } from './invite.ts'
export { beginSession } from './sessions.ts'
export { createToken, newToken, type TokenMade } from './tokens.ts'
