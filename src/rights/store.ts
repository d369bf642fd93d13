import { sql } from 'kysely'
import { newId, newReceiptCode, type PersonId, rowsOf, said, type Tx } from '../db/index.ts'
import type { Asked, Ground, Kind, State, What } from './rules.ts'

/** What was done, and which office did it; none is the register itself, or the person. */
export type Event = {
  readonly what: string
  readonly at: Date
  readonly office: string | null
  readonly unit: string | null
}
export type Request = {
  readonly id: string
  readonly number: string
  readonly kind: Kind
  readonly what: What | null
  readonly wish: string | null
  readonly receipt: string
  readonly state: Exclude<State, 'none'>
  readonly askedAt: Date
  readonly dueOn: string | null
  readonly raised: number
  readonly ground: Ground | null
  readonly events: readonly Event[]
}

const all = (tx: Tx) =>
  tx
    .selectFrom('right_request as r')
    .select(['r.id', 'r.number', 'r.kind', 'r.what', 'r.wish', 'r.receipt', 'r.state', 'r.asked_at', 'r.raised'])
    .select([
      'r.ground',
      sql<string | null>`r.due_on::text`.as('due_on'),
      sql<
        readonly Event[]
      >`(select coalesce(json_agg(json_build_object('what', e.what, 'at', e.at, 'office', e.by_office,
        'unit', e.by_unit) order by e.n), '[]') from right_event e where e.request = r.id)`.as('events'),
    ])
    .where('r.person', '=', sql<string>`actor()`)
    .orderBy('r.asked_at', 'desc')
    .orderBy('r.id', 'desc')

type Row = Awaited<ReturnType<ReturnType<typeof all>['executeTakeFirstOrThrow']>>
const requestFrom = (row: Row): Request => ({
  id: row.id,
  number: row.number,
  kind: row.kind as Kind,
  what: row.what as What | null,
  wish: row.wish,
  receipt: row.receipt,
  state: row.state as Request['state'],
  askedAt: row.asked_at,
  dueOn: row.due_on,
  raised: row.raised,
  ground: row.ground as Ground | null,
  events: row.events.map((one) => ({ ...one, at: new Date(one.at) })),
})

const atOnce = 100

// as the person

export const myRequests = async (tx: Tx): Promise<readonly Request[]> =>
  (await all(tx).limit(atOnce).execute()).map(requestFrom)
export async function myRequest(tx: Tx, id: string): Promise<Request | undefined> {
  const row = await all(tx).where('r.id', '=', id).executeTakeFirst()
  return row && requestFrom(row)
}

export type Wish = { readonly kind: Asked; readonly what: What | null; readonly value: string | null }
export type Filed = {
  readonly outcome: 'asked' | 'again' | 'asked_already' | 'value_not_right' | 'as_it_is' | 'not_found'
  readonly request: string | null
}
export const ask = async (tx: Tx, { kind, what, value }: Wish): Promise<Filed> =>
  (
    await rowsOf(tx, sql<Filed>`select * from right_ask(${newId()}, ${newReceiptCode()}, ${kind}, ${what}, ${value})`)
  )[0] as Filed

export type Appealed = 'appealed' | 'again' | 'right_step_over' | 'asked_already' | 'not_found'
export const appeal = (tx: Tx, id: string) => said<Appealed>(tx, sql`select right_appeal(${id}) as said`)
export type TakenBack = 'ended' | 'again' | 'right_step_over' | 'not_found'
export const takeBack = (tx: Tx, id: string) => said<TakenBack>(tx, sql`select right_take_back(${id}) as said`)

export const copied = (tx: Tx) =>
  said<string | null>(tx, sql`select right_copied(${newId()}, ${newReceiptCode()}) as said`)

/** Table by table, as the database keeps it. */
export type Kept = Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>>
export const keptOf = (tx: Tx) => said<Kept | null>(tx, sql`select right_copy() as said`)
export async function unitsNamed(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map()
  const rows = await tx.selectFrom('unit').select(['id', 'code', 'name']).where('id', 'in', ids).execute()
  return new Map(rows.map(({ id, code, name }) => [id, `${name} (${code})`]))
}

// as who answers

/** What one answers, without a name and without a value. */
export type Task = {
  readonly id: string
  readonly number: string
  readonly kind: Asked
  readonly what: What | null
  readonly state: 'asked' | 'appealed'
  readonly unit: string | null
  readonly asked_at: Date
  readonly due_on: string
  readonly late: boolean
  readonly raised: number
}
const line = sql`id, number, kind, what, state, unit, asked_at, due_on::text as due_on, late, raised`
export const tasks = (tx: Tx): Promise<readonly Task[]> => rowsOf(tx, sql<Task>`select ${line} from right_lines(null)`)
export const taskOf = async (tx: Tx, id: string): Promise<Task | undefined> =>
  (await rowsOf(tx, sql<Task>`select ${line} from right_lines(${id})`))[0]
export const subjectOf = async (tx: Tx, id: string): Promise<{ subject: PersonId; number: string } | undefined> =>
  (await rowsOf(tx, sql<{ subject: PersonId; number: string }>`select * from right_subject(${id})`))[0]

export type Concerned = {
  readonly name: string
  readonly office: string | null
  readonly unit: string | null
  /** Of a correction: what stands there. */
  readonly now_is: string | null
  readonly wish: string | null
  readonly wished_unit: string | null
}
/** In the transaction in which the row was written that the person sees. */
export const concernedBy = async (tx: Tx, id: string): Promise<Concerned | undefined> =>
  (await rowsOf(tx, sql<Concerned>`select * from right_opened(${id})`))[0]

export type Answered = 'granted' | 'refused' | 'again' | 'ref_taken' | 'unit_not_found' | 'not_found'
export const answer = (tx: Tx, id: string, ground: Ground | null) =>
  said<Answered>(tx, sql`select right_answer(${id}, ${ground ? 'refused' : 'granted'}, ${ground}) as said`)

// as the reminder

export const raiseLate = (tx: Tx) => said<number>(tx, sql`select rights_late() as said`)
export const toErase = async (tx: Tx): Promise<readonly string[]> =>
  (await rowsOf(tx, sql<{ who: string }>`select who from rights_to_erase() as who`)).map(({ who }) => who)
export const erase = (tx: Tx, who: string) => said<boolean>(tx, sql`select right_erase(${who}) as said`)
