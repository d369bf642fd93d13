import { sql } from 'kysely'
import type { PersonId, SecretHash, Tx } from '../db/index.ts'
import type { Held } from '../permissions/index.ts'

/** All SQL of sign-in. Rows lie under the hash of their secret: without showing it, and not being their person, one sees none. */

export type Shown = { person: PersonId; name: string; roles: readonly Held[]; rested: boolean }

export async function whoShows(tx: Tx, kind: 'session' | 'token'): Promise<Shown | undefined> {
  const { rows } = await sql<Shown>`select person, name, roles, rested from who_shows(${kind})`.execute(tx)
  return rows[0]
}

export async function noteUse(tx: Tx, kind: 'session' | 'token'): Promise<void> {
  if (kind === 'session')
    await tx.updateTable('session').set({ seen_at: sql`now()` }).where('hash', '=', shown).execute()
  else await tx.updateTable('api_token').set({ used_at: sql`now()` }).where('hash', '=', shown).execute()
}

const shown = sql<SecretHash>`bearer()`
const me = sql<PersonId>`actor()`

// Invitations and codes -------------------------------------------------------------------------------------------------

/** Is there such a person, who has not left, as far as the actor may know? */
export async function mayBeInvited(tx: Tx, person: PersonId): Promise<boolean> {
  const { rows } = await sql<{ there: boolean }>`
    select exists (select from person where id = ${person} and (left_at is null or left_at > now())) or keeps(${person}) as there`.execute(
    tx,
  )
  return rows[0]?.there === true
}

/** Ends earlier ones of the same person (a trigger does) and says until when the new one is good. */
export async function keepSecretFor(
  tx: Tx,
  table: 'invitation' | 'sign_in_code',
  hash: SecretHash,
  person: PersonId,
): Promise<Date> {
  await tx.insertInto(table).values({ hash, person }).execute()
  const life = table === 'invitation' ? sql`interval '7 days'` : sql`interval '15 minutes'`
  const { rows } = await sql<{ until: Date }>`select now() + ${life} as until`.execute(tx)
  return (rows[0] as { until: Date }).until
}

export type OpenInvitation = { person: PersonId; expiresAt: Date }

export async function openInvitation(tx: Tx): Promise<OpenInvitation | undefined> {
  return tx
    .selectFrom('invitation')
    .select(['person', 'expires_at as expiresAt'])
    .where('hash', '=', shown)
    .where('used_at', 'is', null)
    .where('expires_at', '>', sql<Date>`now()`)
    .executeTakeFirst()
}

/** The point of no return: of two who show the same secret at once, one gets its person and the other nothing. */
export async function spend(tx: Tx, table: 'invitation' | 'sign_in_code'): Promise<PersonId | undefined> {
  const row = await tx
    .updateTable(table)
    .set({ used_at: sql`now()` })
    .where('hash', '=', shown)
    .where('used_at', 'is', null)
    .where('expires_at', '>', sql<Date>`now()`)
    .returning('person')
    .executeTakeFirst()
  return row?.person
}

export async function self(tx: Tx): Promise<{ id: PersonId; name: string } | undefined> {
  return tx
    .selectFrom('person')
    .select(['id', 'name'])
    .where('id', '=', me)
    .where((where) => where.or([where('left_at', 'is', null), where('left_at', '>', sql<Date>`now()`)]))
    .executeTakeFirst()
}

// Sessions --------------------------------------------------------------------------------------------------------------

export type How = 'passkey' | 'code' | 'sample'

export async function addSession(tx: Tx, hash: SecretHash, person: PersonId, how: How): Promise<void> {
  await tx.insertInto('session').values({ hash, person, how }).execute()
}

export type SessionRow = { hash: SecretHash; how: string; madeAt: Date; seenAt: Date }

export async function sessionsOf(tx: Tx, person: PersonId): Promise<SessionRow[]> {
  return tx
    .selectFrom('session')
    .select(['hash', 'how', 'made_at as madeAt', 'seen_at as seenAt'])
    .where('person', '=', person)
    .where('expires_at', '>', sql<Date>`now()`)
    .orderBy('seen_at', 'desc')
    .limit(100)
    .execute()
}

export async function endShownSession(tx: Tx): Promise<void> {
  await tx.deleteFrom('session').where('hash', '=', shown).execute()
}

export async function endSessionsOf(tx: Tx, person: PersonId): Promise<void> {
  await tx.deleteFrom('session').where('person', '=', person).execute()
}

// API tokens ------------------------------------------------------------------------------------------------------------

export type NewToken = { id: string; hash: SecretHash; person: PersonId; name: string; expires_at: Date | null }

export async function addToken(tx: Tx, token: NewToken): Promise<void> {
  await tx.insertInto('api_token').values(token).execute()
}

/** On the command line no officer's duty opens the record: the row says that the operator made a key to it. */
export async function traceOfOperator(tx: Tx, id: string, subject: PersonId): Promise<void> {
  await tx
    .insertInto('access')
    .values({ id, subject, purpose: 'token', fields: 'record', channel: 'command_line' })
    .execute()
}

export type TokenRow = { id: string; name: string; madeAt: Date; usedAt: Date | null; expiresAt: Date | null }

export async function tokensOf(tx: Tx, person: PersonId): Promise<TokenRow[]> {
  return tx
    .selectFrom('api_token')
    .select(['id', 'name', 'made_at as madeAt', 'used_at as usedAt', 'expires_at as expiresAt'])
    .where('person', '=', person)
    .where('revoked_at', 'is', null)
    .where((where) => where.or([where('expires_at', 'is', null), where('expires_at', '>', sql<Date>`now()`)]))
    .orderBy('made_at', 'desc')
    .limit(100)
    .execute()
}

export async function revoke(tx: Tx, person: PersonId, id: string): Promise<boolean> {
  const row = await tx
    .updateTable('api_token')
    .set({ revoked_at: sql`now()` })
    .where('id', '=', id)
    .where('person', '=', person)
    .where('revoked_at', 'is', null)
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}
