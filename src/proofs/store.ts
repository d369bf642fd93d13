import { type SqlBool, sql } from 'kysely'
import { newId, type Tx } from '../db/index.ts'
import type { Finding } from './finding.ts'
import type { Level, Standing, Step } from './rules.ts'
import type { CheckedDeclaration, PastCheck, Proof } from './types.ts'

const columns = [
  'id',
  'declaration',
  'method',
  'token',
  'keep',
  'code_until',
  'uid',
  'state',
  'made_at',
  'found_at',
  'last_found_at',
  'next_check_at',
  'misses',
  'first_miss_at',
  'grace_until',
  'not_reconfirmed_since',
  'silences',
] as const

const proofs = (tx: Tx) =>
  tx.selectFrom('proof').select([...columns, sql<string | null>`expires_on::text`.as('expires_on')])

type Row = Awaited<ReturnType<ReturnType<typeof proofs>['executeTakeFirstOrThrow']>>
type PublicRow = Omit<Row, 'token' | 'uid'>

/** All of a proof but its secret and the permanent id of its account. */
export const openProofFrom = (row: PublicRow): Omit<Proof, 'token' | 'uid'> => ({
  id: row.id,
  declaration: row.declaration,
  method: row.method,
  keep: row.keep,
  expiresOn: row.expires_on,
  codeUntil: row.code_until,
  state: row.state as Proof['state'],
  madeAt: row.made_at,
  foundAt: row.found_at,
  lastFoundAt: row.last_found_at,
  nextCheckAt: row.next_check_at,
  misses: row.misses,
  firstMissAt: row.first_miss_at,
  graceUntil: row.grace_until,
  notReconfirmedSince: row.not_reconfirmed_since,
  silences: row.silences,
})

export const proofFrom = (row: Row): Proof => ({ ...openProofFrom(row), token: row.token, uid: row.uid })

export async function nowIn(tx: Tx): Promise<Date> {
  const { rows } = await sql<{ now: Date }>`select clock_timestamp() as now`.execute(tx)
  return (rows[0] as { now: Date }).now
}

/** One after the other for one person, or for one declaration, until the transaction ends. */
export async function oneAtATime(tx: Tx, what: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`proofs of ${what}`}, 0))`.execute(tx)
}

// as the person

/** A proof of the person who acts; of anyone else there is none. */
export async function proofOf(tx: Tx, id: string): Promise<Proof | undefined> {
  const row = await proofs(tx).where('id', '=', id).where(sql<SqlBool>`person = actor()`).executeTakeFirst()
  return row && proofFrom(row)
}

export async function proofsOf(tx: Tx, declaration: string): Promise<Proof[]> {
  const rows = await proofs(tx).where('declaration', '=', declaration).orderBy('id', 'desc').execute()
  return rows.map(proofFrom)
}

/** The id of the public page of the person who acts, made if there is none yet. */
export async function myPage(tx: Tx): Promise<string> {
  const { rows } = await sql<{ page: string }>`select my_page() as page`.execute(tx)
  return (rows[0] as { page: string }).page
}

export type NewProof = Pick<Proof, 'declaration' | 'method' | 'token' | 'keep' | 'expiresOn'> & {
  /** Hours that a code is good for; null for a token. */
  readonly codeHours: number | null
}

export async function insertProof(tx: Tx, { expiresOn, codeHours, ...given }: NewProof): Promise<Proof> {
  const id = newId()
  await tx
    .insertInto('proof')
    .values({
      id,
      person: sql`actor()`,
      ...given,
      expires_on: expiresOn,
      code_until: codeHours === null ? null : sql`now() + make_interval(hours => ${codeHours})`,
    })
    .execute()
  return (await proofOf(tx, id)) as Proof
}

/** How often in the last hour a check of this proof was asked for, and any check by this person. */
export async function requestsThisHour(tx: Tx, proof: string): Promise<{ proof: number; person: number }> {
  const { rows } = await sql<{ proof: string; person: string }>`
    select count(*) filter (where proof = ${proof}) as proof, count(*) as person
    from check_request where person = actor() and at > now() - interval '1 hour'`.execute(tx)
  return { proof: Number(rows[0]?.proof ?? 0), person: Number(rows[0]?.person ?? 0) }
}

export async function insertRequest(tx: Tx, proof: string): Promise<void> {
  await tx.insertInto('check_request').values({ id: newId(), proof }).execute()
}

// as the checker

/** The proof alone, for as long as the transaction lasts: two checks at once come one after the other. */
export async function lockProof(tx: Tx, id: string): Promise<Proof | undefined> {
  const row = await proofs(tx).where('id', '=', id).forUpdate().executeTakeFirst()
  return row && proofFrom(row)
}

export async function proofToCheck(tx: Tx, id: string): Promise<Proof | undefined> {
  const row = await proofs(tx).where('id', '=', id).executeTakeFirst()
  return row && proofFrom(row)
}

export async function declarationToCheck(tx: Tx, id: string): Promise<CheckedDeclaration | undefined> {
  const row = await tx
    .selectFrom('declaration as d')
    .innerJoin('declaration_version as v', 'v.id', 'd.current_version')
    .innerJoin('level_step as s', 's.id', 'd.current_step')
    .select([
      'd.id',
      'd.platform',
      'd.canonical',
      'd.handle',
      'd.uid',
      'd.ended_at',
      'v.state',
      'v.visibility',
      's.level',
    ])
    .where('d.id', '=', id)
    .executeTakeFirst()
  return row && pageFrom({ ...row, ended: row.ended_at !== null })
}

type PageRow = Pick<CheckedDeclaration, 'id' | 'platform' | 'canonical' | 'state' | 'visibility' | 'ended'> & {
  readonly handle: string | null
  readonly uid: string | null
  readonly level: number
}

export const pageFrom = ({
  id,
  platform,
  canonical,
  handle,
  uid,
  state,
  visibility,
  level,
  ended,
}: PageRow): CheckedDeclaration => ({
  ...{ id, platform, canonical, state, visibility, ended },
  handle: handle ?? undefined,
  uid: uid ?? undefined,
  level: level as Level,
})

/** The lock under which everything that the public may be told about an address is written. */
export async function lockAddress(tx: Tx, canonical: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${canonical}, 0))`.execute(tx)
}

/** Whether another check found it, or the register re-checked it, since that moment. */
export async function wasSettledSince(tx: Tx, proof: string, moment: Date): Promise<boolean> {
  const row = await tx
    .selectFrom('proof_check')
    .select('id')
    .where('proof', '=', proof)
    .where('at', '>', moment)
    .where((at) => at.or([at('result', '=', 'found'), at('how', '=', 'scheduled')]))
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

export async function insertCheck(tx: Tx, proof: string, how: PastCheck['how'], finding: Finding): Promise<void> {
  await tx
    .insertInto('proof_check')
    .values({
      id: newId(),
      proof,
      how,
      result: finding.kind,
      reason: finding.kind === 'found' ? null : finding.reason,
      place: finding.place,
      resolvers: [...finding.resolvers],
      dnssec: finding.kind === 'found' && finding.dnssec ? true : null,
    } as never) // whose it is, a trigger fills in: the checker is not told
    .execute()
}

export async function saveStanding(tx: Tx, id: string, is: Standing, uid: string | null): Promise<void> {
  await tx
    .updateTable('proof')
    .set({
      keep: is.keep,
      uid,
      state: is.state,
      found_at: is.foundAt,
      last_found_at: is.lastFoundAt,
      next_check_at: is.nextCheckAt,
      misses: is.misses,
      first_miss_at: is.firstMissAt,
      grace_until: is.graceUntil,
      not_reconfirmed_since: is.notReconfirmedSince,
      silences: is.silences,
    })
    .where('id', '=', id)
    .execute()
}

export async function setKeep(tx: Tx, id: string, keep: boolean, expiresOn: string | null): Promise<void> {
  await tx
    .updateTable('proof')
    .set({ keep, expires_on: expiresOn })
    .where('id', '=', id)
    .where('state', '=', 'waiting')
    .execute()
}

/** The proofs made once by the same method end: the one that stays in place says the same, and says it again every day. */
export async function endOneOffs(tx: Tx, kept: Proof): Promise<void> {
  await tx
    .updateTable('proof')
    .set({ state: 'ended' })
    .where('declaration', '=', kept.declaration)
    .where('method', '=', kept.method)
    .where('id', '<>', kept.id)
    .where('keep', '=', false)
    .where('state', '=', 'found')
    .execute()
}

export async function insertStep(tx: Tx, declaration: string, proof: string, step: Step): Promise<void> {
  await tx
    .insertInto('level_step')
    .values({ id: newId(), declaration, proof, level: step.level, reason: step.reason } as never)
    .execute()
}

/** Whether a published list of the organisation vouches for it: it then stands at level 1 without a proof. */
export async function isVouched(tx: Tx, declaration: string): Promise<boolean> {
  const { rows } = await sql<{ yes: boolean }>`select is_vouched(${declaration}) as yes`.execute(tx)
  return rows[0]?.yes === true
}

/** The permanent id that a declaration was proven with, the latest first; none where no method has read one. */
export async function provenUid(tx: Tx, declaration: string): Promise<string | null> {
  const row = await tx
    .selectFrom('proof')
    .select('uid')
    .where('declaration', '=', declaration)
    .where('uid', 'is not', null)
    .orderBy('found_at', (at) => at.desc().nullsLast())
    .limit(1)
    .executeTakeFirst()
  return row?.uid ?? null
}

/** One open incident of a kind for one declaration, and its page is frozen: a second time changes nothing. */
export async function openReusedHandle(tx: Tx, declaration: string, proof: string): Promise<void> {
  await sql`select incident_found(${newId()}, ${declaration}, ${proof})`.execute(tx)
}

/** The version in force once more, but private. */
export async function insertPrivateVersion(tx: Tx, declaration: string): Promise<void> {
  await sql`
    insert into declaration_version (id, declaration, n, state, visibility, shows, manager, since, channel)
    select ${newId()}, v.declaration, v.n + 1, v.state, 'private', v.shows, v.manager, v.since, 'check'
    from declaration d join declaration_version v on v.id = d.current_version where d.id = ${declaration}`.execute(tx)
}

/** Where a proof was not renewed in time, the later claim answers from now on; gives how many were looked at. */
export async function settleClaims(tx: Tx): Promise<number> {
  const { rows } = await sql<{ settled: string }>`select settle_claims() as settled`.execute(tx)
  return Number(rows[0]?.settled)
}
