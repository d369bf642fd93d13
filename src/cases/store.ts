import { sql } from 'kysely'
import type { OpenedRecord } from '../access-record/index.ts'
import { newId, type PersonId, said, type Tx } from '../db/index.ts'
import type { FactName, Ground, Kind, Outcome, Settled, State } from './rules.ts'

/** What was done, and by whom; nobody by name is the register itself. */
export type Event = {
  readonly what: string
  readonly at: Date
  readonly by: string | null
  readonly unit: string | null
}
/** Something of the register that the person points to. */
export type Evidence = {
  readonly what: 'receipt' | 'attestation' | 'proof'
  readonly thing: string
  readonly said: string
  readonly at: Date
}

export type Case = {
  readonly id: string
  readonly number: string
  readonly kind: Kind
  readonly fact: FactName
  readonly factOn: string
  readonly page: { readonly platform: string; readonly canonical: string; readonly handle?: string } | undefined
  readonly state: Exclude<State, 'none'>
  readonly days: number
  readonly dueOn: string | null
  readonly openedAt: Date
  readonly outcome: Outcome | null
  readonly rule: string | null
  readonly settled: Settled | null
  readonly ground: Ground | null
  readonly ended: 'decided' | 'settled' | 'withdrawn' | 'not_decided' | 'person_left' | null
  readonly sealedAt: Date | null
  readonly eraseOn: string | null
  readonly reply: string | undefined
  readonly reasons: string | undefined
  readonly appeal: string | undefined
  readonly evidence: readonly Evidence[]
  readonly events: readonly Event[]
}

const saidIn = (what: string) =>
  sql<string | null>`(select t.said from case_text t where t.duty_case = c.id and t.what = ${what})`

const all = (tx: Tx) =>
  tx
    .selectFrom('duty_case as c')
    .leftJoin('declaration as d', 'd.id', 'c.declaration')
    .select(['c.id', 'c.number', 'c.kind', 'c.fact', 'c.state', 'c.days', 'c.opened_at', 'c.outcome', 'c.rule'])
    .select(['c.settled', 'c.ground', 'c.ended', 'c.sealed_at', 'd.platform', 'd.canonical', 'd.handle'])
    .select([
      sql<string>`c.fact_on::text`.as('fact_on'),
      sql<string | null>`c.due_on::text`.as('due_on'),
      sql<string | null>`c.erase_on::text`.as('erase_on'),
      saidIn('reply').as('reply'),
      saidIn('reasons').as('reasons'),
      saidIn('appeal').as('appeal'),
      sql<
        readonly Evidence[]
      >`(select coalesce(json_agg(json_build_object('what', e.what, 'thing', e.thing, 'said', e.said,
        'at', e.made_at) order by e.made_at, e.thing), '[]') from case_evidence e where e.duty_case = c.id)`.as(
        'evidence',
      ),
      sql<readonly Event[]>`(select coalesce(json_agg(json_build_object('what', e.what, 'at', e.at, 'by', e.by_name,
        'unit', e.by_unit) order by e.n), '[]') from case_event e where e.duty_case = c.id)`.as('events'),
    ])
    .orderBy('c.sealed_at', (at) => at.desc().nullsFirst())
    .orderBy('c.opened_at', 'desc')
    .orderBy('c.id', 'desc')

type Row = Awaited<ReturnType<ReturnType<typeof all>['executeTakeFirstOrThrow']>>
const caseFrom = (row: Row): Case => ({
  id: row.id,
  number: row.number,
  kind: row.kind as Kind,
  fact: row.fact as FactName,
  factOn: row.fact_on,
  page: row.canonical
    ? { platform: row.platform as string, canonical: row.canonical, handle: row.handle ?? undefined }
    : undefined,
  state: row.state as Case['state'],
  days: row.days,
  dueOn: row.due_on,
  openedAt: row.opened_at,
  outcome: row.outcome as Outcome | null,
  rule: row.rule,
  settled: row.settled as Settled | null,
  ground: row.ground as Ground | null,
  ended: row.ended as Case['ended'],
  sealedAt: row.sealed_at,
  eraseOn: row.erase_on,
  reply: row.reply ?? undefined,
  reasons: row.reasons ?? undefined,
  appeal: row.appeal ?? undefined,
  evidence: row.evidence.map((one) => ({ ...one, at: new Date(one.at) })),
  events: row.events.map((one) => ({ ...one, at: new Date(one.at) })),
})

const atOnce = 50

// as the person

/** One's own, what is open first. */
export async function myCases(tx: Tx): Promise<readonly Case[]> {
  const rows = await all(tx).where('c.person', '=', sql<string>`actor()`).limit(atOnce).execute()
  return rows.map(caseFrom)
}
export async function myCase(tx: Tx, id: string): Promise<Case | undefined> {
  const row = await all(tx).where('c.id', '=', id).where('c.person', '=', sql<string>`actor()`).executeTakeFirst()
  return row && caseFrom(row)
}

/** Receipts, attestations and proofs of one's own: what one can point to. */
export async function choices(tx: Tx): Promise<readonly Evidence[]> {
  return (await sql<Evidence>`select what, thing, said, made_at as at from case_choices()`.execute(tx)).rows
}

export type Replied = 'replied' | 'again' | 'case_step_over' | 'not_found'
export const reply = (tx: Tx, id: string, text: string, shown: readonly string[]) =>
  said<Replied>(tx, sql`select case_reply(${id}, ${text}, ${[...shown]}::uuid[]) as said`)
export type Appealed = 'appealed' | 'again' | 'case_step_over' | 'not_found'
export const appeal = (tx: Tx, id: string, text: string) =>
  said<Appealed>(tx, sql`select case_appeal(${id}, ${text}) as said`)

// as who opens, decides or answers

/** What one handles, without a name. */
export type Task = {
  readonly id: string
  readonly number: string
  readonly kind: Kind
  readonly state: Case['state']
  readonly unit: string
  readonly opened_at: Date
  readonly due_on: string | null
  /** It is theirs to decide, now. */
  readonly judge: boolean
}
const line = sql`id, number, kind, state, unit, opened_at, due_on::text as due_on, judge`
export const tasks = async (tx: Tx): Promise<readonly Task[]> =>
  (await sql<Task>`select ${line} from case_tasks()`.execute(tx)).rows
export const taskOf = async (tx: Tx, id: string): Promise<Task | undefined> =>
  (await sql<Task>`select ${line} from case_task(${id})`.execute(tx)).rows[0]

export async function subjectOf(tx: Tx, id: string): Promise<{ subject: PersonId; number: string } | undefined> {
  return (await sql<{ subject: PersonId; number: string }>`select * from case_subject(${id})`.execute(tx)).rows[0]
}

/** By the row that opened the record for this case, in its transaction. */
export async function openedCase({ tx, subject }: OpenedRecord, id: string): Promise<Case | undefined> {
  const row = await all(tx).where('c.id', '=', id).where('c.person', '=', subject).executeTakeFirst()
  return row && caseFrom(row)
}

export type Concerned = { readonly name: string; readonly office: string | null; readonly unit: string | null }
export const personOf = ({ tx, subject }: OpenedRecord): Promise<Concerned> =>
  tx
    .selectFrom('person')
    .leftJoin('unit', 'unit.id', 'person.unit')
    .select(['person.name', 'person.office', 'unit.name as unit'])
    .where('person.id', '=', subject)
    .executeTakeFirstOrThrow()

export type Fact = {
  readonly fact: FactName
  readonly thing: string
  readonly fact_on: string
  readonly platform: string | null
  readonly canonical: string | null
  readonly handle: string | null
}
/** What the register knows, about the person whose record was just opened to see it. */
export const factsOf = async ({ tx, subject }: OpenedRecord): Promise<readonly Fact[]> =>
  (
    await sql<Fact>`select f.fact, f.thing, f.fact_on::text as fact_on, d.platform, d.canonical, d.handle
      from case_facts(${subject}) f left join declaration d on d.id = f.declaration order by f.fact_on desc, f.thing`.execute(
      tx,
    )
  ).rows

export type Chosen = { readonly fact: string; readonly thing: string; readonly factOn: string }
export type Begun = {
  readonly outcome: 'opened' | 'again' | 'fact_not_there' | 'no_reviewer' | 'not_found'
  readonly opened: string | null
}
export const openCase = async ({ tx, subject }: OpenedRecord, { fact, thing, factOn }: Chosen): Promise<Begun> =>
  (await sql<Begun>`select * from case_open(${newId()}, ${subject}, ${fact}, ${thing}, ${factOn})`.execute(tx))
    .rows[0] as Begun

export type Done =
  | 'decided'
  | 'handed_up'
  | 'withdrawn'
  | 'settled'
  | 'again'
  | 'case_step_over'
  | 'nobody_above'
  | 'not_found'
export const decide = (tx: Tx, id: string, outcome: Outcome, rule: string, reasons: string) =>
  said<Done>(tx, sql`select case_decide(${id}, ${outcome}, ${rule}, ${reasons}) as said`)
export const handUp = (tx: Tx, id: string) => said<Done>(tx, sql`select case_hand_up(${id}) as said`)
export const withdraw = (tx: Tx, id: string) => said<Done>(tx, sql`select case_withdraw(${id}) as said`)
export const settle = (tx: Tx, id: string, settled: Settled, ground: Ground) =>
  said<Done>(tx, sql`select case_settle(${id}, ${settled}, ${ground}) as said`)

// as the reminder

export const turnLate = (tx: Tx) => said<number>(tx, sql`select cases_late() as said`)
export const eraseDue = (tx: Tx) => said<number>(tx, sql`select cases_erase() as said`)
export const due = async (tx: Tx): Promise<number> => Number(await said<string>(tx, sql`select cases_due() as said`))
