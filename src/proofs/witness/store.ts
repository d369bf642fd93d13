import { sql } from 'kysely'
import type { OpenedPage } from '../../access-record/index.ts'
import type { Platform } from '../../addresses/index.ts'
import { newId, type Tx } from '../../db/index.ts'
import { proofOf } from '../store.ts'
import type { Proof } from '../types.ts'
import type { Code, Seen, ShownPage, Task, WitnessRequest } from './types.ts'

const requests = (tx: Tx) =>
  tx
    .selectFrom('witness_request')
    .select(['id', 'number', 'proof', 'look', 'follows', 'state', 'asked_at', 'decided_at', 'seen'])
    .select(['by_name', 'by_office', 'by_unit'])

type Row = Awaited<ReturnType<ReturnType<typeof requests>['executeTakeFirstOrThrow']>>

const requestFrom = (row: Row): WitnessRequest => ({
  id: row.id,
  number: row.number,
  proof: row.proof,
  look: row.look as 1 | 2,
  follows: row.follows,
  state: row.state as WitnessRequest['state'],
  askedAt: row.asked_at,
  decidedAt: row.decided_at,
  by: row.by_name === null ? null : { name: row.by_name, office: row.by_office, unit: row.by_unit },
  seen: row.seen as Seen | null,
})

// as the person

/** All that was asked for this proof of one's own, the newest first. */
export async function requestsOf(tx: Tx, proof: string): Promise<readonly WitnessRequest[]> {
  const rows = await requests(tx).where('proof', '=', proof).orderBy('asked_at', 'desc').orderBy('id', 'desc').execute()
  return rows.map(requestFrom)
}

/** The proof of this declaration that waits for an officer of the person's own unit: there is one at a time. */
export async function askedAlready(tx: Tx, declaration: string): Promise<Proof | undefined> {
  const row = await tx
    .selectFrom('witness_request')
    .select('proof')
    .where('declaration', '=', declaration)
    .where('state', '=', 'open')
    .where('look', '=', 1)
    .executeTakeFirst()
  return row && proofOf(tx, row.proof)
}

/** Number, declaration and person are filled in by the register. */
export async function insertRequest(tx: Tx, proof: string): Promise<void> {
  await tx
    .insertInto('witness_request')
    .values({ id: newId(), proof } as never)
    .execute()
}

export type Withdrawn = 'withdrawn' | 'nothing_to_withdraw' | 'not_found'
/** Takes back the open request for a proof of one's own. */
export async function withdrawRequest(tx: Tx, proof: string): Promise<Withdrawn> {
  if ((await proofOf(tx, proof))?.method !== 'witnessed') return 'not_found'
  const { numUpdatedRows } = await tx
    .updateTable('witness_request')
    .set({ state: 'withdrawn' })
    .where('proof', '=', proof)
    .where('state', '=', 'open')
    .where('follows', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows > 0n ? 'withdrawn' : 'nothing_to_withdraw'
}

// as the officer

type TaskRow = Omit<Task, 'askedAt'> & { asked_at: Date }
const taskFrom = ({ asked_at: askedAt, ...row }: TaskRow): Task => ({ ...row, askedAt })

/** The oldest two hundred. */
export async function tasks(tx: Tx): Promise<readonly Task[]> {
  const { rows } = await sql<TaskRow>`select * from witness_tasks()`.execute(tx)
  return rows.map(taskFrom)
}

/** One of them, however many there are. */
export async function taskOf(tx: Tx, id: string): Promise<Task | undefined> {
  const { rows } = await sql<TaskRow>`select * from witness_task(${id})`.execute(tx)
  return rows[0] && taskFrom(rows[0])
}

/** Is this an open request whose account the actor may look at? */
export async function mayWitness(tx: Tx, id: string): Promise<boolean> {
  const { rows } = await sql<{ may: boolean }>`select may_witness(${id}) as may`.execute(tx)
  return rows[0]?.may === true
}

/** What this officer decided, for as long as anybody asks: number, outcome and time; no name, no address. */
export async function decidedByMe(tx: Tx, id: string): Promise<WitnessRequest | undefined> {
  const row = await requests(tx).where('id', '=', id).where(sql<boolean>`witness = actor()`).executeTakeFirst()
  return row && requestFrom(row)
}

/** Reads by the row that was written before, in its transaction. */
export async function shownPage({ tx, about }: OpenedPage): Promise<ShownPage> {
  const row = await tx
    .selectFrom('witness_request as w')
    .innerJoin('declaration as d', 'd.id', 'w.declaration')
    .innerJoin('person as p', 'p.id', 'w.person')
    .leftJoin('unit as u', 'u.id', 'p.unit')
    .select([
      'w.id',
      'w.number',
      'w.look',
      'd.platform',
      'd.canonical',
      'd.handle',
      'p.name',
      'p.office',
      'u.name as unit',
    ])
    .where('w.id', '=', about)
    .executeTakeFirstOrThrow()
  const { name, office, unit, handle, look, platform, ...rest } = row
  return {
    ...rest,
    look: look as 1 | 2,
    platform: platform as Platform,
    handle: handle ?? undefined,
    person: { name, office, unit },
  }
}

/** The code of this officer, `fresh` when there was none; nothing where the request is not theirs or was not opened. */
export async function codeFor(tx: Tx, id: string, fresh: string): Promise<Code | undefined> {
  const { rows } = await sql<{
    shown: string
    good_until: Date
  }>`select * from witness_code_for(${id}, ${fresh})`.execute(tx)
  return rows[0] && { code: rows[0].shown, until: rows[0].good_until }
}

/** The code that the officer was given and how many tries are left with it. */
export async function codeNow(tx: Tx, id: string): Promise<(Code & { readonly tries: number }) | undefined> {
  const row = await tx
    .selectFrom('witness_code')
    .select(['code', 'expires_at as until', 'tries'])
    .where('request', '=', id)
    .where(sql<boolean>`officer = actor()`)
    .executeTakeFirst()
  return row
}

export type Judged =
  | 'witnessed'
  | 'already'
  | 'other_address'
  | 'witness_code_over'
  | 'witness_tries_over'
  | 'not_found'
export async function judge(tx: Tx, id: string, canonical: string, seen: Seen): Promise<Judged> {
  const { rows } = await sql<{ said: Judged }>`select witness_confirm(${id}, ${canonical}, ${seen}) as said`.execute(tx)
  return (rows[0] as { said: Judged }).said
}

export type Declined = 'not_seen' | 'already' | 'not_found'
export async function declineRequest(tx: Tx, id: string): Promise<Declined> {
  const { rows } = await sql<{ said: Declined }>`select witness_decline(${id}, ${newId()}) as said`.execute(tx)
  return (rows[0] as { said: Declined }).said
}

// as the checker

export type ToSettle = {
  readonly id: string
  readonly proof: string
  readonly look: number
  readonly follows: string | null
  readonly state: string
}

export async function toSettle(tx: Tx, id: string): Promise<ToSettle | undefined> {
  return tx
    .selectFrom('witness_request')
    .select(['id', 'proof', 'look', 'follows', 'state'])
    .where('id', '=', id)
    .where('state', 'in', ['witnessed', 'not_seen'])
    .where('settled_at', 'is', null)
    .executeTakeFirst()
}

export async function markSettled(tx: Tx, id: string): Promise<void> {
  await sql`update witness_request set settled_at = now() where id = ${id} and settled_at is null`.execute(tx)
}

/** Decided a while ago, and nobody came to settle it. */
export async function leftUnsettled(tx: Tx): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`
    select id from witness_request where settled_at is null and state in ('witnessed', 'not_seen')
      and decided_at < now() - interval '1 minute' order by decided_at limit 100`.execute(tx)
  return rows.map(({ id }) => id)
}

export async function drawSecondLook(tx: Tx, id: string, percent: number): Promise<boolean> {
  const { rows } = await sql<{
    drawn: boolean
  }>`select draw_second_look(${id}, ${newId()}, ${percent}) as drawn`.execute(tx)
  return rows[0]?.drawn === true
}
