import { sql } from 'kysely'
import type { OpenedRecord } from '../access-record/index.ts'
import type { Platform } from '../addresses/index.ts'
import { newId, newReceiptCode, type PersonId, said, type Tx } from '../db/index.ts'
import type { Mark, Matter, Stage, Whom } from './rules.ts'

export type Kind = 'hijack' | 'reused_handle'
export type Outcome = 'proven_again' | 'declaration_ended' | 'lost' | 'renamed' | 'false_alarm' | 'not_confirmed'

/** What was done about an incident, and by whom; nobody by name is the register itself. */
export type Event = {
  readonly what: string
  readonly whom: Whom | null
  readonly at: Date
  readonly by: string | null
  readonly unit: string | null
}

export type Incident = {
  readonly id: string
  readonly number: string
  readonly kind: Kind
  readonly stage: Exclude<Stage, 'none'>
  readonly matter: Matter | null
  readonly how: 'check' | 'self' | 'phone' | 'asked'
  readonly declaration: string
  readonly renamed: boolean
  readonly receipt: string | null
  readonly raised: number
  readonly dueAt: Date | null
  readonly openedAt: Date
  readonly closedAt: Date | null
  readonly outcome: Outcome | null
  readonly page: {
    readonly platform: Platform
    readonly canonical: string
    readonly handle: string | undefined
    readonly uid: string | undefined
  }
  readonly events: readonly Event[]
}

const all = (tx: Tx) =>
  tx
    .selectFrom('incident as i')
    .innerJoin('declaration as d', 'd.id', 'i.declaration')
    .select(['i.id', 'i.number', 'i.kind', 'i.stage', 'i.matter', 'i.how', 'i.declaration', 'i.decision', 'i.receipt'])
    .select(['i.raised', 'i.due_at', 'i.opened_at', 'i.closed_at', 'i.outcome'])
    .select(['d.platform', 'd.canonical', 'd.handle', 'd.uid'])
    .select(
      sql<readonly Event[]>`(select coalesce(json_agg(json_build_object('what', e.what, 'whom', e.whom, 'at', e.at,
        'by', e.by_name, 'unit', e.by_unit) order by e.n), '[]') from incident_event e where e.incident = i.id)`.as(
        'events',
      ),
    )
    .orderBy('i.closed_at', (at) => at.desc().nullsFirst())
    .orderBy('i.opened_at', 'desc')
    .orderBy('i.id', 'desc')

type Row = Awaited<ReturnType<ReturnType<typeof all>['executeTakeFirstOrThrow']>>

const incidentFrom = (row: Row): Incident => ({
  id: row.id,
  number: row.number,
  kind: row.kind as Kind,
  stage: row.stage as Incident['stage'],
  matter: row.matter as Matter | null,
  how: row.how as Incident['how'],
  declaration: row.declaration,
  renamed: row.decision === 'renamed',
  receipt: row.receipt,
  raised: row.raised,
  dueAt: row.due_at,
  openedAt: row.opened_at,
  closedAt: row.closed_at,
  outcome: row.outcome as Outcome | null,
  page: {
    platform: row.platform as Platform,
    canonical: row.canonical,
    handle: row.handle ?? undefined,
    uid: row.uid ?? undefined,
  },
  events: row.events.map((event) => ({ ...event, at: new Date(event.at) })),
})

const atOnce = 50

// as the owner

/** One's own, what is open first. */
export async function myIncidents(tx: Tx): Promise<readonly Incident[]> {
  const rows = await all(tx).where('i.person', '=', sql<string>`actor()`).limit(atOnce).execute()
  return rows.map(incidentFrom)
}

export async function myIncident(tx: Tx, id: string): Promise<Incident | undefined> {
  const row = await all(tx).where('i.id', '=', id).where('i.person', '=', sql<string>`actor()`).executeTakeFirst()
  return row && incidentFrom(row)
}

export type Reported = {
  readonly declaration: string
  readonly incident: string
  readonly number: string
  readonly receipt: string
  /** It was reported before. */
  readonly again: boolean
}
type ReportedRow = { page: string; incident: string; number: string; receipt: string; again: boolean }
const reportedFrom = ({ page, ...row }: ReportedRow): Reported => ({ declaration: page, ...row })

const idsFor = (pages: readonly string[]) => pages.map(() => newId())
const codesFor = (pages: readonly string[]) => pages.map(() => newReceiptCode())

export async function reportOwn(
  tx: Tx,
  pages: readonly string[],
  matter: Matter,
  channel: 'web' | 'api',
): Promise<readonly Reported[]> {
  const { rows } = await sql<ReportedRow>`
    select * from hijack_report(${[...pages]}::uuid[], ${idsFor(pages)}::uuid[], ${codesFor(pages)}::text[], ${matter}, ${channel})`.execute(
    tx,
  )
  return rows.map(reportedFrom)
}

export type Decided = 'decided' | 'again' | 'incident_closed' | 'not_for_this' | 'not_found'
export const decide = (tx: Tx, id: string, what: 'renamed' | 'hijacked', channel: 'web' | 'api') =>
  said<Decided>(tx, sql`select incident_decide(${id}, ${what}, ${newId()}, ${newReceiptCode()}, ${channel}) as said`)

export type Ended = 'ended' | 'again' | 'incident_closed' | 'not_for_this' | 'not_found'
export const end = (tx: Tx, id: string, what: 'lost' | 'false_alarm', channel: 'web' | 'api') =>
  said<Ended>(tx, sql`select incident_end(${id}, ${what}, ${newReceiptCode()}, ${channel}) as said`)

// as either

export type Marked = 'marked' | 'again' | 'incident_closed' | 'call_back_first' | 'not_found'
export const mark = (tx: Tx, id: string, whom: Whom, how: Mark) =>
  said<Marked>(tx, sql`select incident_mark(${id}, ${whom}, ${how}) as said`)

// as the officer

/** What one answers, without a name and without an address. */
export type Task = {
  readonly id: string
  readonly number: string
  readonly kind: Kind
  readonly stage: Incident['stage']
  readonly matter: Matter | null
  readonly unit: string
  readonly opened_at: Date
  readonly due_at: Date | null
  readonly raised: number
}
export const tasks = async (tx: Tx): Promise<readonly Task[]> =>
  (await sql<Task>`select * from incident_tasks()`.execute(tx)).rows
export const taskOf = async (tx: Tx, id: string): Promise<Task | undefined> =>
  (await sql<Task>`select * from incident_task(${id})`.execute(tx)).rows[0]

export async function subjectOf(tx: Tx, id: string): Promise<{ subject: PersonId; number: string } | undefined> {
  return (await sql<{ subject: PersonId; number: string }>`select * from incident_subject(${id})`.execute(tx)).rows[0]
}

/** By the row that opened the record, in its transaction. */
export async function openedIncident({ tx, subject }: OpenedRecord, id: string): Promise<Incident | undefined> {
  const row = await all(tx).where('i.id', '=', id).where('i.person', '=', subject).executeTakeFirst()
  return row && incidentFrom(row)
}

export type Concerned = { readonly name: string; readonly office: string | null; readonly unit: string | null }
export function personOf({ tx, subject }: OpenedRecord): Promise<Concerned> {
  return tx
    .selectFrom('person')
    .leftJoin('unit', 'unit.id', 'person.unit')
    .select(['person.name', 'person.office', 'unit.name as unit'])
    .where('person.id', '=', subject)
    .executeTakeFirstOrThrow()
}

export type Standing = {
  readonly id: string
  readonly platform: Platform
  readonly canonical: string
  readonly handle?: string
}
export async function standingOf({ tx, subject }: OpenedRecord): Promise<readonly Standing[]> {
  const rows = await tx
    .selectFrom('declaration')
    .select(['id', 'platform', 'canonical', 'handle'])
    .where('person', '=', subject)
    .where('ended_at', 'is', null)
    .orderBy('canonical')
    .execute()
  return rows.map(({ handle, platform, ...row }) => ({
    ...row,
    platform: platform as Platform,
    handle: handle ?? undefined,
  }))
}

export async function reportByPhone(
  { tx, subject }: OpenedRecord,
  pages: readonly string[],
  matter: Matter,
): Promise<readonly Reported[]> {
  const { rows } = await sql<ReportedRow>`
    select * from hijack_by_phone(${subject}, ${[...pages]}::uuid[], ${idsFor(pages)}::uuid[], ${codesFor(pages)}::text[], ${matter})`.execute(
    tx,
  )
  return rows.map(reportedFrom)
}

export type Answered = 'answered' | 'call_back_first' | 'not_found'
export const answer = (tx: Tx, id: string) => said<Answered>(tx, sql`select incident_answer(${id}) as said`)
export type Confirmed = 'confirmed' | 'again' | 'not_found'
export const confirm = ({ tx }: OpenedRecord, id: string) =>
  said<Confirmed>(tx, sql`select hijack_confirm(${id}, ${newReceiptCode()}) as said`)
export type Dismissed = 'dismissed' | 'not_for_this' | 'not_found'
export const dismiss = (tx: Tx, id: string) => said<Dismissed>(tx, sql`select hijack_dismiss(${id}) as said`)

// as nobody

export const askHelp = (tx: Tx, canonical: string, matter: Matter) =>
  sql`select help_ask(${canonical}, ${matter})`.execute(tx)

// as the reminder

export const settleHelp = (tx: Tx) => said<number>(tx, sql`select help_settle() as said`)
export const raiseLate = (tx: Tx) => said<number>(tx, sql`select incidents_late() as said`)

export type LetterDue = {
  readonly id: string
  readonly number: string
  readonly matter: Matter | 'reused_handle'
  readonly address: string
  readonly uid: string | null
  readonly unit: string | null
  readonly opened_at: Date
}
export const lettersDue = async (tx: Tx, most: number): Promise<readonly LetterDue[]> =>
  (await sql<LetterDue>`select * from incident_letters(${most})`.execute(tx)).rows
export const posted = (tx: Tx, id: string, failure: string | null) =>
  sql`select incident_posted(${id}, ${failure})`.execute(tx)
