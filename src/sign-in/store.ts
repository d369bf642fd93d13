import { sql } from 'kysely'
import type { PersonId, SecretHash, Tx } from '../db/index.ts'
import type { Held } from '../permissions/index.ts'

/** All SQL of sign-in. Rows lie under the hash of their secret: without showing it, and not being their person, one sees none. */

export type Shown = { person: PersonId; name: string; roles: readonly Held[]; rested: boolean; fresh: boolean }

export async function whoShows(tx: Tx, kind: 'session' | 'token'): Promise<Shown | undefined> {
  const { rows } = await sql<Shown>`select person, name, roles, rested, fresh from who_shows(${kind})`.execute(tx)
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

/** Is there such a person, who has not left, as far as the actor sees? An officer sees whose record this transaction has opened. */
export async function mayBeInvited(tx: Tx, person: PersonId): Promise<boolean> {
  const row = await tx
    .selectFrom('person')
    .select('id')
    .where('id', '=', person)
    .where((where) => where.or([where('left_at', 'is', null), where('left_at', '>', sql<Date>`now()`)]))
    .executeTakeFirst()
  return row !== undefined
}

export type WayIn = 'invitation' | 'code' | 'token'

/** On the command line no officer's duty opens the record: the row says that the operator made a way into it. */
export async function traceOfOperator(tx: Tx, id: string, subject: PersonId, purpose: WayIn): Promise<void> {
  await tx.insertInto('access').values({ id, subject, purpose, fields: 'record', channel: 'command_line' }).execute()
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

/** Whose code was shown, used or not. */
export async function codeIsFor(tx: Tx): Promise<PersonId | undefined> {
  const row = await tx.selectFrom('sign_in_code').select('person').where('hash', '=', shown).executeTakeFirst()
  return row?.person
}

/** `recovers`: by using it every older way in ends. */
export type OpenInvitation = { person: PersonId; expiresAt: Date; recovers: boolean }

export async function openInvitation(tx: Tx): Promise<OpenInvitation | undefined> {
  return tx
    .selectFrom('invitation')
    .select(['person', 'expires_at as expiresAt'])
    .select(sql<boolean>`recovery is not null`.as('recovers'))
    .where('hash', '=', shown)
    .where('used_at', 'is', null)
    .where('expires_at', '>', sql<Date>`now()`)
    .executeTakeFirst()
}

/** The point of no return: of two who show the same secret at once, one gets its person and the other nothing. */
export async function spend(
  tx: Tx,
  table: 'invitation' | 'sign_in_code' | 'sign_in_link',
): Promise<PersonId | undefined> {
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

/** Keeps the secret of a link that is mailed now; false where the person waits, or has no address any more. */
export async function keepLinkFor(tx: Tx, person: PersonId, hash: SecretHash): Promise<boolean> {
  const { rows } = await sql<{ kept: boolean }>`select sign_in_link_for(${person}, ${hash}) as kept`.execute(tx)
  return rows[0]?.kept ?? false
}

export async function openLink(tx: Tx): Promise<boolean> {
  const row = await tx
    .selectFrom('sign_in_link')
    .select('expires_at')
    .where('hash', '=', shown)
    .where('used_at', 'is', null)
    .where('expires_at', '>', sql<Date>`now()`)
    .executeTakeFirst()
  return row !== undefined
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

export type How = 'passkey' | 'code' | 'mail' | 'organisation' | 'organisation_again' | 'sample'

/** Clears away the person's sessions that have run out. */
export async function addSession(
  tx: Tx,
  { person, ...session }: { hash: SecretHash; person: PersonId; how: How; device: string },
): Promise<void> {
  await tx.deleteFrom('session').where('person', '=', person).where('expires_at', '<=', sql<Date>`now()`).execute()
  await tx
    .insertInto('session')
    .values({ person, ...session })
    .execute()
}

export type SessionRow = { id: string; hash: SecretHash; how: string; device: string; madeAt: Date; seenAt: Date }

export async function sessionsOf(tx: Tx, person: PersonId): Promise<SessionRow[]> {
  return tx
    .selectFrom('session')
    .select(['id', 'hash', 'how', 'device', 'made_at as madeAt', 'seen_at as seenAt'])
    .where('person', '=', person)
    .where('expires_at', '>', sql<Date>`now()`)
    .orderBy('seen_at', 'desc')
    .limit(100)
    .execute()
}

export async function endShownSession(tx: Tx): Promise<void> {
  await tx.deleteFrom('session').where('hash', '=', shown).execute()
}

/** All of the person, or all but the one that stays. */
export async function endSessionsOf(tx: Tx, person: PersonId, stays?: SecretHash): Promise<void> {
  await tx
    .deleteFrom('session')
    .where('person', '=', person)
    .$if(stays !== undefined, (rows) => rows.where('hash', '<>', stays as SecretHash))
    .execute()
}

export async function endSession(tx: Tx, person: PersonId, id: string): Promise<SecretHash | undefined> {
  const row = await tx
    .deleteFrom('session')
    .where('person', '=', person)
    .where('id', '=', id)
    .returning('hash')
    .executeTakeFirst()
  return row?.hash
}

/** May this session make a further lasting way in? By a code or a mailbox only who has no passkey. */
export async function mayAddWayIn(tx: Tx): Promise<boolean> {
  const { rows } = await sql<{ may: boolean }>`select came_strongly() as may`.execute(tx)
  return rows[0]?.may ?? false
}

/** Told to the person, and to the officer who keeps them. */
export async function hasPasskey(tx: Tx, person: PersonId): Promise<boolean> {
  const { rows } = await sql<{ has: boolean }>`select has_passkey(${person}) as has`.execute(tx)
  return rows[0]?.has ?? false
}

// Passkeys and challenges -----------------------------------------------------------------------------------------------

export type ChallengePurpose = 'enrol' | 'sign-in'

/** Sweeps what has expired on the way: the table holds five minutes of attempts and no more. */
export async function keepChallenge(tx: Tx, hash: SecretHash, purpose: ChallengePurpose): Promise<void> {
  await tx.deleteFrom('challenge').where('expires_at', '<', sql<Date>`now()`).execute()
  await tx.insertInto('challenge').values({ hash, purpose }).execute()
}

/** True for the first who answers it in time, whatever the answer is worth. */
export async function spendChallenge(tx: Tx, purpose: ChallengePurpose): Promise<boolean> {
  const row = await tx
    .deleteFrom('challenge')
    .where('hash', '=', shown)
    .where('purpose', '=', purpose)
    .where('expires_at', '>', sql<Date>`now()`)
    .returning('purpose')
    .executeTakeFirst()
  return row !== undefined
}

export type NewPasskey = {
  id: string
  person: PersonId
  credential_hash: SecretHash
  credential: string
  public_key: Buffer
  sign_count: number
  transports: string[]
  name: string
}

/** False when the credential is known already. */
export async function addPasskey(tx: Tx, passkey: NewPasskey): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('passkey')
    .values(passkey)
    .onConflict((clash) => clash.column('credential_hash').doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}

export type KnownPasskey = {
  person: PersonId
  credential: string
  publicKey: Buffer
  signCount: string
  transports: string[]
}

/** The passkey whose credential id was shown. */
export async function shownPasskey(tx: Tx): Promise<KnownPasskey | undefined> {
  return tx
    .selectFrom('passkey')
    .select(['person', 'credential', 'public_key as publicKey', 'sign_count as signCount', 'transports'])
    .where('credential_hash', '=', shown)
    .executeTakeFirst()
}

/** False when the passkey was removed, or used with another counter, since it was read. */
export async function countUse(tx: Tx, before: string, now: number): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('passkey')
    .set({ sign_count: now, used_at: sql`now()` })
    .where('credential_hash', '=', shown)
    .where('sign_count', '=', before)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

export type PasskeyRow = {
  id: string
  name: string
  credential: string
  transports: string[]
  madeAt: Date
  usedAt: Date | null
}

export async function passkeysOf(tx: Tx, person: PersonId): Promise<PasskeyRow[]> {
  return tx
    .selectFrom('passkey')
    .select(['id', 'name', 'credential', 'transports', 'made_at as madeAt', 'used_at as usedAt'])
    .where('person', '=', person)
    .orderBy('made_at')
    .execute()
}

export async function renamePasskey(tx: Tx, person: PersonId, id: string, name: string): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('passkey')
    .set({ name })
    .where('id', '=', id)
    .where('person', '=', person)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** The person's passkeys, held until the transaction ends: of two that are removed at once one stays. */
export async function holdPasskeys(tx: Tx, person: PersonId): Promise<string[]> {
  const rows = await tx
    .selectFrom('passkey')
    .select('id')
    .where('person', '=', person)
    .orderBy('id')
    .forUpdate()
    .execute()
  return rows.map(({ id }) => id)
}

export async function removePasskey(tx: Tx, id: string): Promise<void> {
  await tx.deleteFrom('passkey').where('id', '=', id).execute()
}

/** Who the actor is in the register: for the page of the own account. */
export async function selfInFull(tx: Tx, person: PersonId) {
  return tx
    .selectFrom('person')
    .leftJoin('unit', 'unit.id', 'person.unit')
    .select(['person.name', 'person.office', 'unit.name as unit'])
    .where('person.id', '=', person)
    .executeTakeFirst()
}

export async function rolesOf(tx: Tx, person: PersonId) {
  return tx
    .selectFrom('role_held')
    .leftJoin('unit', 'unit.id', 'role_held.unit')
    .select(['role_held.role', 'unit.name as unit', 'role_held.to_at as until'])
    .where('role_held.person', '=', person)
    .where(sql<boolean>`in_term(role_held)`)
    .orderBy('role_held.role')
    .execute()
}

/** Has an administrator enrolled? Until then there is nobody who could have been invited. */
export async function isSetUp(tx: Tx): Promise<boolean> {
  const row = await tx.selectFrom('organisation').select('set_up_at').executeTakeFirst()
  return row !== undefined && row.set_up_at !== null
}
