import { type Database, hashOf, type PersonId } from '../db/index.ts'
import { type MyRecovery, recoveriesOf } from './recovery/store.ts'
import { mayAddWayIn, type PasskeyRow, passkeysOf, rolesOf, type SessionRow, selfInFull, sessionsOf } from './store.ts'
import { type TokenRow, tokensOf } from './token-store.ts'

export type Account = {
  readonly name: string
  readonly office: string | null
  readonly unit: string | null
  readonly roles: readonly { readonly role: string; readonly unit: string | null }[]
  readonly passkeys: readonly PasskeyRow[]
  readonly sessions: readonly (SessionRow & { readonly here: boolean })[]
  readonly tokens: readonly TokenRow[]
  readonly recoveries: readonly MyRecovery[]
  /** Whether this session may make a further way in. */
  readonly mayAdd: boolean
}

/** All ways into the register that are open for this person. */
export async function accountOf(
  db: Database,
  person: PersonId,
  cookie: string | undefined,
): Promise<Account | undefined> {
  return db.as(person, async (tx) => {
    const self = await selfInFull(tx, person)
    if (!self) return undefined
    const here = cookie === undefined ? undefined : hashOf(cookie)
    const sessions = await sessionsOf(tx, person)
    return {
      ...self,
      roles: await rolesOf(tx, person),
      passkeys: await passkeysOf(tx, person),
      sessions: sessions.map((session) => ({ ...session, here: here?.equals(session.hash) ?? false })),
      tokens: await tokensOf(tx, person),
      recoveries: await recoveriesOf(tx, person),
      mayAdd: await mayAddWayIn(tx),
    }
  })
}
