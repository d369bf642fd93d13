import { sql } from 'kysely'
import type { OpenedRoll } from '../access-record/index.ts'
import { rowsOf, type Tx } from '../db/index.ts'
import type { Act, State } from './rules.ts'

const numbers = <Name extends string>(row: Record<Name, string | number | null>, names: readonly Name[]) =>
  Object.fromEntries(names.map((name) => [name, row[name] === null ? null : Number(row[name])])) as Record<
    Name,
    number | null
  >

export const tasks = ['attest', 'read'] as const
export const whoms = ['due', 'overdue', 'both'] as const
export const daysChoices = ['working', 'all'] as const

/** What a campaign asks of whom, and how fast. */
export type Wanted = {
  readonly task: (typeof tasks)[number]
  readonly whom: (typeof whoms)[number]
  readonly guidance: string | null
  readonly steps: number
  readonly gap_days: number
  readonly per_wave: number
  readonly wave_minutes: number
  readonly per_day: number
  readonly from_hour: number
  readonly until_hour: number
  readonly days: (typeof daysChoices)[number]
}
export type Campaign = Wanted & {
  readonly id: string
  readonly unit: string
  readonly unit_code: string
  readonly unit_name: string
  readonly title_vi: string | null
  readonly title_en: string | null
  readonly state: State
  readonly made_at: Date
  readonly made_by_name: string | null
  readonly started_at: Date | null
  readonly stopped_at: Date | null
  readonly ended_at: Date | null
  readonly counted_at: Date | null
  readonly gathered_at: Date | null
  readonly waved_at: Date | null
  readonly waves: number
  readonly asked: number
  readonly told: number
  readonly spared: number
  /** The last day on which somebody was told, `YYYY-MM-DD`, and how many were. */
  readonly told_day: string | null
  readonly told_that_day: number
}

const campaigns = sql`
  select c.*, c.told_day::text as told_day, u.code as unit_code, u.name as unit_name, v.title_vi, v.title_en
  from campaign c join unit u on u.id = c.unit
  left join lateral (select title_vi, title_en from guidance_version where guidance = c.guidance order by n desc limit 1) v on true`

/** Those over the actor's units, newest first. */
export const campaignsSeen = (tx: Tx) =>
  rowsOf(tx, sql<Campaign>`${campaigns} where c.state <> 'dropped' order by c.made_at desc, c.id desc limit 100`)

export const campaignSeen = async (tx: Tx, id: string): Promise<Campaign | undefined> =>
  (await rowsOf(tx, sql<Campaign>`${campaigns} where c.id = ${id}`))[0]

type Inserted = { readonly outcome: string; readonly made: string | null }
export async function insertCampaign(tx: Tx, id: string, unit: string, wanted: Wanted): Promise<Inserted> {
  const [row] = await rowsOf(
    tx,
    sql<Inserted>`select * from campaign_prepare(${id}, ${unit}, ${JSON.stringify(wanted)}::jsonb)`,
  )
  return row ?? { outcome: 'unit_not_found', made: null }
}

export async function moveCampaign(tx: Tx, id: string, act: Act): Promise<string> {
  const [row] = await rowsOf(tx, sql<{ said: string }>`select campaign_move(${id}, ${act}) as said`)
  return row?.said ?? 'not_found'
}

export type Over = { readonly id: string; readonly code: string; readonly name: string }
/** Units over which the actor is officer or overseer. */
export const unitsOver = (tx: Tx) =>
  rowsOf(
    tx,
    sql<Over>`
      select distinct u.id, u.code, u.name from role_held held join unit u on u.id = held.unit
      where held.person = actor() and held.role in ('officer', 'overseer') and in_term(held) and u.closed_at is null
      order by u.name, u.id limit 50`,
  )

export type Text = { readonly id: string; readonly title_vi: string; readonly title_en: string }
/** Texts that ask for an acknowledgement. */
export const textsToRead = (tx: Tx) =>
  rowsOf(
    tx,
    sql<Text>`
      select g.id, v.title_vi, v.title_en from guidance g
      join lateral (select * from guidance_version where guidance = g.id order by n desc limit 1) v on true
      where (asking(g.id)).id is not null order by v.published_at desc limit 100`,
  )

export const parts = ['mailed', 'unmailed', 'done', 'away', 'not_asked', 'not_chosen', 'together'] as const
/** Everybody once; a part without a number tells of fewer than five. */
export type Part = { readonly part: (typeof parts)[number]; readonly n: number | null }
export async function partsOf(tx: Tx, id: string): Promise<readonly Part[]> {
  const rows = await rowsOf(tx, sql<{ part: Part['part']; n: string | null }>`select * from campaign_parts(${id})`)
  return parts.flatMap((part) =>
    rows.filter((row) => row.part === part).map(({ n }) => ({ part, n: n === null ? null : Number(n) })),
  )
}

export type Cell = {
  readonly part: 'whole' | 'here' | 'below'
  readonly code: string
  readonly name: string
  readonly persons: number | null
  readonly asked: number | null
  readonly reached: number | null
  readonly followed: number | null
}
export async function figuresOf(tx: Tx, id: string, unit: string): Promise<readonly Cell[]> {
  type Row = Record<'persons' | 'asked' | 'reached' | 'followed', string | null> & Pick<Cell, 'part' | 'code' | 'name'>
  const rows = await rowsOf(tx, sql<Row>`select * from campaign_figures(${id}, ${unit})`)
  return rows.map(({ part, code, name, ...row }) => ({
    ...{ part, code, name },
    ...(numbers(row, ['persons', 'asked', 'reached', 'followed']) as Pick<
      Cell,
      'persons' | 'asked' | 'reached' | 'followed'
    >),
  }))
}

export type Person = {
  readonly person: string
  readonly name: string
  readonly office: string | null
  readonly told: number
  readonly told_at: Date | null
  readonly stands: 'asked' | 'done' | 'away' | 'not_asked' | 'not_chosen'
}
export const peopleAtOnce = 100
/** One more than is shown at once. Whoever lists them holds the row that says so. */
export const peopleIn = ({ tx, unit }: OpenedRoll, id: string, from: number, most = peopleAtOnce + 1) =>
  rowsOf(tx, sql<Person>`select * from campaign_people(${id}, ${unit}, ${from}, ${most})`)

export type Recipient = {
  readonly person: string
  readonly name: string
  readonly office: string | null
  readonly unit: string
  readonly due_on: Date | null
}
/** One more than go into one file. */
export const lettersIn = ({ tx, unit }: OpenedRoll, id: string, from: number) =>
  rowsOf(tx, sql<Recipient>`select * from campaign_letters(${id}, ${unit}, ${from}, ${lettersAtOnce + 1})`)
export const lettersAtOnce = 200

// The work -----------------------------------------------------------------------------------------------------------

export type AtWork = {
  readonly id: string
  readonly gathered: boolean
  readonly waves: number
  readonly wavedAt: Date | undefined
  readonly toldToday: number
  readonly pace: Omit<Wanted, 'task' | 'whom' | 'guidance' | 'steps' | 'gap_days'>
  /** What the database's clock says. */
  readonly at: Date
}
export async function atWork(tx: Tx, day: string): Promise<readonly AtWork[]> {
  type Row = AtWork['pace'] & {
    id: string
    gathered: boolean
    waves: number
    waved_at: Date | null
    told_today: number
    at: Date
  }
  const rows = await rowsOf(tx, sql<Row>`select * from campaigns_at_work(${day})`)
  return rows.map(({ id, gathered, waves, waved_at, told_today, at, ...pace }) => ({
    ...{ id, gathered, waves, pace, at },
    ...{ wavedAt: waved_at ?? undefined, toldToday: told_today },
  }))
}

export async function gatherSome(tx: Tx, id: string, day: string, most: number): Promise<boolean> {
  const [row] = await rowsOf(tx, sql<{ more: boolean }>`select campaign_gather(${id}, ${day}, ${most}) as more`)
  return row?.more === true
}

/** How many were told. Whoever has seen another number of waves comes too late and tells nobody. */
export async function sendWave(tx: Tx, id: string, seen: number, day: string, most: number): Promise<number> {
  const [row] = await rowsOf(tx, sql<{ n: number }>`select campaign_wave(${id}, ${seen}, ${day}, ${most}) as n`)
  return row?.n ?? 0
}

export async function countOne(tx: Tx, id: string, day: string): Promise<void> {
  await sql`select campaign_count(${id}, ${day})`.execute(tx)
}

export async function toCount(tx: Tx): Promise<readonly string[]> {
  return (await rowsOf(tx, sql<{ id: string }>`select campaigns_to_count() as id`)).map(({ id }) => id)
}
