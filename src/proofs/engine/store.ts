import { sql } from 'kysely'
import { newId, type Tx } from '../../db/index.ts'
import type { Level, Proof } from '../types.ts'
import type { Due, Quiet } from './types.ts'

type Taken = {
  readonly id: string
  readonly declaration: string
  readonly method: string
  readonly token: string
  readonly keep: boolean
  readonly expires_on: string | null
  readonly code_until: Date | null
  readonly uid: string | null
  readonly state: string
  readonly made_at: Date
  readonly found_at: Date | null
  readonly last_found_at: Date | null
  readonly next_check_at: Date | null
  readonly misses: number
  readonly first_miss_at: Date | null
  readonly grace_until: Date | null
  readonly not_reconfirmed_since: Date | null
  readonly silences: number
  readonly platform: string
  readonly canonical: string
  readonly handle: string | null
  readonly page_uid: string | null
  readonly ended: boolean
  readonly version: string
  readonly step: string
  readonly page_state: string
  readonly visibility: string
  readonly level: number
  readonly now: Date
}

/** Takes what is due, the oldest first: whoever else looks passes it over for ten minutes. Should we die, it is due again. */
export async function takeDue(
  tx: Tx,
  claim: string,
  atMost: number,
): Promise<{ now: Date; due: Omit<Due, 'claim'>[] }> {
  const { rows } = await sql<Taken>`
    with mine as materialized (
      select id from proof where next_check_at <= now() and (claimed_until is null or claimed_until <= now())
      order by next_check_at limit ${atMost} for update skip locked
    ), taken as (
      update proof p set claim = ${claim}, claimed_until = now() + interval '10 minutes' from mine where p.id = mine.id
      returning p.id, p.declaration, p.method, p.token, p.keep, p.expires_on::text, p.code_until, p.uid, p.state, p.made_at, p.found_at,
        p.last_found_at, p.next_check_at, p.misses, p.first_miss_at, p.grace_until, p.not_reconfirmed_since, p.silences
    )
    select t.*, d.platform, d.canonical, d.handle, d.uid as page_uid, d.ended_at is not null as ended, d.current_version as version,
      d.current_step as step, v.state as page_state, v.visibility, s.level, clock_timestamp() as now
    from taken t join declaration d on d.id = t.declaration
    join declaration_version v on v.id = d.current_version join level_step s on s.id = d.current_step
    order by t.next_check_at`.execute(tx)
  return { now: rows[0]?.now ?? new Date(0), due: rows.map(dueFrom) }
}

function dueFrom(row: Taken): Omit<Due, 'claim'> {
  const proof: Proof = {
    id: row.id,
    declaration: row.declaration,
    method: row.method,
    token: row.token,
    keep: row.keep,
    expiresOn: row.expires_on,
    codeUntil: row.code_until,
    uid: row.uid,
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
  }
  const page = {
    id: row.declaration,
    platform: row.platform,
    canonical: row.canonical,
    handle: row.handle ?? undefined,
    uid: row.page_uid ?? undefined,
    state: row.page_state,
    visibility: row.visibility,
    level: row.level as Level,
    ended: row.ended,
  }
  return { proof, page, version: row.version, step: row.step }
}

/** How many are due in truth, whatever this role may see. */
export async function countDue(tx: Tx): Promise<number> {
  const { rows } = await sql<{ due: string }>`select proofs_due() as due`.execute(tx)
  return Number(rows[0]?.due)
}

/** Writes looks that moved nothing but times, and gives back which were written. A proof that anybody moved since it was claimed is
 *  left alone, and so is one whose page has another version, another level or an end by now: its claim is void, or its page is. */
export async function writeQuiet(tx: Tx, looks: readonly Quiet[]): Promise<ReadonlySet<string>> {
  const of = <T>(read: (look: Quiet) => T) => looks.map(read)
  const { rows } = await sql<{ proof: string }>`
    with look as materialized (select * from unnest(
      ${of(({ due }) => due.proof.id)}::uuid[], ${of(({ due }) => due.claim.id)}::uuid[], ${of(({ due }) => due.version)}::uuid[],
      ${of(({ due }) => due.step)}::uuid[], ${of(newId)}::uuid[], ${of(({ how }) => how)}::text[],
      ${of(({ finding }) => finding.kind)}::text[], ${of(reasonOf)}::text[], ${of(({ finding }) => finding.place)}::text[],
      ${of(({ finding }) => finding.resolvers.join(' '))}::text[], ${of(({ success }) => success)}::boolean[],
      ${of(({ silences }) => silences)}::int[], ${of(({ secondsToNext }) => secondsToNext)}::float8[]
    ) as look (proof, claim, version, step, id, how, result, reason, place, resolvers, success, silences, seconds)
    ), moved as (
      update proof p set claim = null, claimed_until = null, silences = look.silences,
        last_found_at = case when look.success then now() else p.last_found_at end,
        next_check_at = now() + make_interval(secs => look.seconds)
      from look join declaration d on d.current_version = look.version and d.current_step = look.step
      where p.id = look.proof and p.claim = look.claim and d.id = p.declaration and d.ended_at is null
      returning look.*
    )
    insert into proof_check (id, proof, how, result, reason, place, resolvers)
    select id, proof, how, result, reason, place, string_to_array(resolvers, ' ') from moved returning proof`.execute(
    tx,
  )
  return new Set(rows.map(({ proof }) => proof))
}

const reasonOf = ({ finding }: Quiet) => (finding.kind === 'found' ? null : finding.reason)

/** Gives back what cannot be begun soon, due again so many seconds from now. */
export async function putOff(tx: Tx, put: readonly { readonly due: Due; readonly seconds: number }[]): Promise<void> {
  await sql`
    update proof p set claim = null, claimed_until = null, next_check_at = now() + make_interval(secs => put.seconds)
    from unnest(${put.map(({ due }) => due.proof.id)}::uuid[], ${put.map(({ due }) => due.claim.id)}::uuid[],
      ${put.map(({ seconds }) => seconds)}::float8[]) as put (proof, claim, seconds)
    where p.id = put.proof and p.claim = put.claim`.execute(tx)
}
