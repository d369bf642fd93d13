import { sql } from 'kysely'
import type { OpenedImitation } from '../access-record/index.ts'
import type { Address, Platform } from '../addresses/index.ts'
import { eightLetters, newId, type PersonId, said, type Tx } from '../db/index.ts'
import type { Disclaimer, Ground, Mark, Referral, Stage, Way } from './rules.ts'

/** What was done, and by whom; nobody by name is the register itself, or whoever was not signed in. */
export type Event = {
  readonly what: string
  readonly whom: Referral | null
  readonly at: Date
  readonly by: string | null
  readonly unit: string | null
}

export type Impersonation = {
  readonly id: string
  readonly number: string
  readonly stage: Exclude<Stage, 'none'>
  readonly address: string
  readonly platform: Platform
  readonly uid: string | null
  readonly ways: readonly Way[]
  readonly reasons: readonly Way[]
  readonly reportedAt: Date
  readonly deniedAt: Date | null
  readonly foundAt: Date | null
  readonly objection: Ground | null
  readonly objectedAt: Date | null
  readonly closedAt: Date | null
  readonly outcome: string | null
  readonly events: readonly Event[]
}

const newCode = (): string => `MD-${eightLetters()}`

// as nobody

/** Whom a typed address leads to: one row of a public page, as anybody may ask for it. */
export type Listed = { readonly page: string; readonly name: string | null; readonly office: string | null }

export async function listedAt(tx: Tx, by: { page: string } | { canonical: string }): Promise<Listed | undefined> {
  const row = await tx
    .selectFrom('published')
    .select(['page', 'name', 'office'])
    .where('answer', '=', 'confirmed')
    .where('level', '>=', 1)
    .where('page', 'is not', null)
    .where('page' in by ? 'page' : 'canonical', '=', 'page' in by ? by.page : by.canonical)
    .orderBy('name', (name) => name.asc().nullsLast())
    .executeTakeFirst()
  return row?.page ? { page: row.page, name: row.name, office: row.office } : undefined
}

export type Received = {
  readonly code: string | null
  readonly came:
    | 'received'
    | 'nobody_listed'
    | 'confirmed_here'
    | 'too_many_open'
    | 'nothing_to_object'
    | 'heard_before'
}

export async function keepReport(tx: Tx, address: Address, page: string, how: readonly Way[]): Promise<Received> {
  const { rows } = await sql<Received>`
    select * from impersonation_report(${newId()}, ${newCode()}, ${address.canonical}, ${address.platform}, ${address.uid ?? null}, ${page}, ${[...how]}::text[])`.execute(
    tx,
  )
  return rows[0] as Received
}

export async function keepObjection(tx: Tx, canonical: string, ground: Ground): Promise<Received> {
  const { rows } =
    await sql<Received>`select * from impersonation_object(${canonical}, ${ground}, ${newCode()})`.execute(tx)
  return rows[0] as Received
}

export type Followed = {
  readonly about: 'report' | 'objection'
  readonly stage: Exclude<Stage, 'none'>
  readonly outcome: string | null
  readonly at: Date
}
export const stateOf = async (tx: Tx, code: string): Promise<Followed | undefined> =>
  (await sql<Followed>`select * from impersonation_state(${code})`.execute(tx)).rows[0]

// as the person

const all = (tx: Tx) =>
  tx
    .selectFrom('impersonation as i')
    .select(['i.id', 'i.number', 'i.stage', 'i.canonical as address', 'i.platform', 'i.uid', 'i.ways', 'i.reasons'])
    .select(['i.reported_at', 'i.denied_at', 'i.found_at', 'i.objection', 'i.objected_at', 'i.closed_at', 'i.outcome'])
    .select(
      sql<readonly Event[]>`(select coalesce(json_agg(json_build_object('what', e.what, 'whom', e.whom, 'at', e.at,
        'by', e.by_name, 'unit', e.by_unit) order by e.n), '[]') from impersonation_event e where e.impersonation = i.id)`.as(
        'events',
      ),
    )
    .orderBy('i.closed_at', (at) => at.desc().nullsFirst())
    .orderBy('i.reported_at', 'desc')
    .orderBy('i.id', 'desc')

type Row = Awaited<ReturnType<ReturnType<typeof all>['executeTakeFirstOrThrow']>>

const from = ({ reported_at, denied_at, found_at, objected_at, closed_at, ...row }: Row): Impersonation => ({
  ...(row as unknown as Impersonation),
  reportedAt: reported_at,
  deniedAt: denied_at,
  foundAt: found_at,
  objectedAt: objected_at,
  closedAt: closed_at,
  events: row.events.map((event) => ({ ...event, at: new Date(event.at) })),
})

export async function myImpersonations(tx: Tx): Promise<readonly Impersonation[]> {
  const rows = await all(tx).where('i.person', '=', sql<string>`actor()`).limit(100).execute()
  return rows.map(from)
}

export async function myImpersonation(tx: Tx, id: string): Promise<Impersonation | undefined> {
  const row = await all(tx).where('i.id', '=', id).where('i.person', '=', sql<string>`actor()`).executeTakeFirst()
  return row && from(row)
}

export type Answered = 'answered' | 'again' | 'over' | 'not_found'
export const answer = (tx: Tx, id: string, theirs: boolean) =>
  said<Answered>(tx, sql`select impersonation_answer(${id}, ${theirs}) as said`)
export type Marked = 'marked' | 'again' | 'over' | 'not_found_yet' | 'not_found'
export const mark = (tx: Tx, id: string, whom: Referral, how: Mark) =>
  said<Marked>(tx, sql`select impersonation_mark(${id}, ${whom}, ${how}) as said`)

export type Imitated = { readonly name: string; readonly office: string | null; readonly unit: string | null }
/** By the person themself, or by the row that a reviewer wrote in this transaction. */
export const imitated = async (tx: Tx, id: string): Promise<Imitated | undefined> =>
  (await sql<Imitated>`select * from impersonated(${id})`.execute(tx)).rows[0]

// as a reviewer

/** What waits for a decision, without a name and without an address. */
export type Task = {
  readonly id: string
  readonly number: string
  readonly stage: 'denied' | 'found' | 'objected'
  readonly platform: Platform
  readonly since: Date
}
export const tasks = async (tx: Tx): Promise<readonly Task[]> =>
  (await sql<Task>`select * from impersonation_tasks()`.execute(tx)).rows
export type Subject = Omit<Task, 'id'> & { readonly subject: PersonId }
export const subjectOf = async (tx: Tx, id: string): Promise<Subject | undefined> =>
  (await sql<Subject>`select * from impersonation_subject(${id})`.execute(tx)).rows[0]

export async function openedReport({ tx, number }: OpenedImitation): Promise<Impersonation | undefined> {
  const row = await all(tx).where('i.number', '=', number).executeTakeFirst()
  return row && from(row)
}

export type Found = 'found' | 'not_found_so' | 'decided_before' | 'reasons_missing' | 'not_decidable' | 'not_found'
export const find = (
  { tx }: OpenedImitation,
  id: string,
  finding: { readonly asOwn: boolean; readonly says: Disclaimer; readonly reasons: readonly Way[] },
) =>
  said<Found>(
    tx,
    sql`select impersonation_find(${id}, ${finding.asOwn}, ${finding.says}, ${[...finding.reasons]}::text[]) as said`,
  )
export type Judged = 'upheld' | 'lifted' | 'decided_before' | 'not_found'
export const judge = ({ tx }: OpenedImitation, id: string, stands: boolean) =>
  said<Judged>(tx, sql`select impersonation_judge(${id}, ${stands}) as said`)

// as the reminder

export const lapse = (tx: Tx, today: string) => said<number>(tx, sql`select impersonation_lapse(${today}) as said`)
