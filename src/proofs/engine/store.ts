import { sql } from 'kysely'
import { newId, type Tx } from '../../db/index.ts'
import { nowIn } from '../store.ts'
import type { Level, Proof } from '../types.ts'
import type { Due, Quiet } from './types.ts'

type Taken = {
  readonly id: string
  readonly declaration: string
  readonly method: string
  readonly token: string
  readonly keep: boolean
  readonly expires_on: string | null
  readonly code_until: number | null
  readonly uid: string | null
  readonly state: string
  readonly made_at: number
  readonly found_at: number | null
  readonly last_found_at: number | null
  readonly next_check_at: number | null
  readonly misses: number
  readonly first_miss_at: number | null
  readonly grace_until: number | null
  readonly not_reconfirmed_since: number | null
  readonly silences: number
  readonly platform: string
  readonly canonical: string
  readonly handle: string | null
  readonly page_uid: string | null
  readonly ended: boolean
  readonly page_state: string
  readonly visibility: string
  readonly level: number
}

/** Takes what is due, the oldest first: whoever else looks passes it over for ten minutes. Should we die, it is due again. */
export async function takeDue(
  tx: Tx,
  claim: string,
  atMost: number,
): Promise<{ now: Date; due: Omit<Due, 'taken'>[] }> {
  await lossIsHarmless(tx)
  const { rows } = await sql<Taken>`
    with taken as (
      update proof p set claim = ${claim}, claimed_until = now() + interval '10 minutes'
      where p.id = any (array(
        select id from proof where next_check_at <= now() and (claimed_until is null or claimed_until <= now())
        order by next_check_at limit ${atMost} for no key update skip locked))
      returning p.id, p.declaration, p.method, p.token, p.keep, p.expires_on, p.code_until, p.uid, p.state, p.made_at, p.found_at,
        p.last_found_at, p.next_check_at, p.misses, p.first_miss_at, p.grace_until, p.not_reconfirmed_since, p.silences
    )
    select t.id, t.declaration, t.method, t.token, t.keep, t.expires_on::text, ${epoch('code_until')}, t.uid, t.state, ${epoch('made_at')},
      ${epoch('found_at')}, ${epoch('last_found_at')}, ${epoch('next_check_at')}, t.misses, ${epoch('first_miss_at')},
      ${epoch('grace_until')}, ${epoch('not_reconfirmed_since')}, t.silences,
      d.platform, d.canonical, d.handle, d.uid as page_uid, d.ended_at is not null as ended, v.state as page_state, v.visibility, s.level
    from taken t join declaration d on d.id = t.declaration
    join declaration_version v on v.id = d.current_version join level_step s on s.id = d.current_step
    order by t.next_check_at`.execute(tx)
  return { now: await nowIn(tx), due: rows.map(dueFrom) }
}

/** As a number: to read a date out of a text takes longer than all the rest of a row. */
const epoch = (moment: string) =>
  sql`(extract(epoch from ${sql.ref(`t.${moment}`)}) * 1000)::float8 as ${sql.ref(moment)}`
const date = (epoch: number | null) => (epoch === null ? null : new Date(epoch))

function dueFrom(row: Taken): Omit<Due, 'taken'> {
  const proof: Proof = {
    id: row.id,
    declaration: row.declaration,
    method: row.method,
    token: row.token,
    keep: row.keep,
    expiresOn: row.expires_on,
    codeUntil: date(row.code_until),
    uid: row.uid,
    state: row.state as Proof['state'],
    madeAt: new Date(row.made_at),
    foundAt: date(row.found_at),
    lastFoundAt: date(row.last_found_at),
    nextCheckAt: date(row.next_check_at),
    misses: row.misses,
    firstMissAt: date(row.first_miss_at),
    graceUntil: date(row.grace_until),
    notReconfirmedSince: date(row.not_reconfirmed_since),
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
  return { proof, page }
}

/** How many are due in truth, whatever this role may see. */
export async function countDue(tx: Tx): Promise<number> {
  const { rows } = await sql<{ due: string }>`select proofs_due() as due`.execute(tx)
  return Number(rows[0]?.due)
}

/** Writes looks that moved nothing but times, and gives which were written. Left alone is what anybody moved since it was claimed. */
export async function writeQuiet(tx: Tx, claim: string, looks: readonly Quiet[]): Promise<ReadonlySet<string>> {
  const of = <T>(read: (look: Quiet) => T) => looks.map(read)
  await lossIsHarmless(tx)
  const { rows } = await sql<{ proof: string }>`select record_quiet(${claim},
    ${of(({ due }) => due.proof.id)}, ${of(newId)}, ${of(({ finding }) => finding.kind)}, ${of(reasonOf)},
    ${of(({ finding }) => finding.place)}, ${of(({ finding }) => finding.resolvers.join(' '))},
    ${of(({ silences }) => silences)}, ${of(({ secondsToNext }) => secondsToNext)}) as proof`.execute(tx)
  return new Set(rows.map(({ proof }) => proof))
}

/** What a crash of the database takes of a claim or of a quiet look is due again, and looked for again: nobody need wait for the disk. */
const lossIsHarmless = (tx: Tx) => sql`set local synchronous_commit = off`.execute(tx)

const reasonOf = ({ finding }: Quiet) => (finding.kind === 'found' ? null : finding.reason)

/** Gives back what cannot be begun soon, due again so many seconds from now. */
export async function putOff(tx: Tx, claim: string, put: readonly PutOff[]): Promise<void> {
  await sql`
    update proof p set claim = null, claimed_until = null, next_check_at = now() + make_interval(secs => put.seconds)
    from unnest(${put.map(({ due }) => due.proof.id)}::uuid[], ${put.map(({ seconds }) => seconds)}::float8[]) as put (proof, seconds)
    where p.id = put.proof and p.claim = ${claim}`.execute(tx)
}
type PutOff = { readonly due: Due; readonly seconds: number }
