import { sql } from 'kysely'
import type { OpenedRoll } from '../access-record/index.ts'
import { rowsOf, type Tx, unlessRefused } from '../db/index.ts'

/** One version of a text, in both languages. */
export type Version = {
  readonly id: string
  readonly guidance: string
  readonly n: number
  readonly material: boolean
  readonly title_vi: string
  readonly title_en: string
  readonly guide_vi: string
  readonly guide_en: string
  readonly published_at: Date
  readonly published_by_name: string | null
  /** When the actor acknowledged this version. */
  readonly read_at: Date | null
}
/** A text as it stands today: its newest version, whom it is for, and whether it asks the actor. */
export type Text = Version & {
  readonly unit: string | null
  readonly unit_name: string | null
  readonly for_me: boolean
  readonly due: boolean
  /** Last version that the actor acknowledged, and when. */
  readonly my_n: number | null
  readonly my_at: Date | null
}

const texts = sql`
  select v.*, g.unit, u.name as unit_name, guidance_for(g.id) as for_me, g.id in (select guidance_due()) as due,
    mine.at as read_at, last.n as my_n, last.at as my_at
  from guidance g left join unit u on u.id = g.unit
  join lateral (select * from guidance_version where guidance = g.id order by n desc limit 1) v on true
  left join acknowledgement mine on mine.version = v.id and mine.person = actor()
  left join lateral (select o.n, a.at from acknowledgement a join guidance_version o on o.id = a.version
    where o.guidance = g.id and a.person = actor() order by o.n desc limit 1) last on true`

/** What asks the actor first, then what is for them, then the others; newest first. */
export const textsSeen = (tx: Tx) =>
  rowsOf(tx, sql<Text>`${texts} order by due desc, for_me desc, v.published_at desc, v.id limit 200`)

export const textSeen = async (tx: Tx, id: string): Promise<Text | undefined> =>
  (await rowsOf(tx, sql<Text>`${texts} where g.id = ${id}`))[0]

export const versionsOf = (tx: Tx, id: string) =>
  rowsOf(
    tx,
    sql<Version>`
      select v.*, a.at as read_at from guidance_version v left join acknowledgement a on a.version = v.id and a.person = actor()
      where v.guidance = ${id} order by v.n desc`,
  )

export const mayPublish = async (tx: Tx, id: string): Promise<boolean> =>
  (await rowsOf(tx, sql<{ may: boolean }>`select organises(unit) as may from guidance where id = ${id}`))[0]?.may ??
  false

export type Wanted = {
  readonly guidance: string
  readonly version: string
  readonly unit: string | null
  readonly material: boolean
  readonly title: { readonly vi: string; readonly en: string }
  readonly text: { readonly vi: string; readonly en: string }
}
export async function insertVersion(
  tx: Tx,
  { guidance, version, unit, material, title, text }: Wanted,
): Promise<string> {
  const [row] = await rowsOf(
    tx,
    sql<{ said: string }>`
      select guidance_publish(${guidance}, ${version}, ${unit}, ${material}, ${title.vi}, ${title.en}, ${text.vi}, ${text.en}) as said`,
  )
  return row?.said ?? 'guidance_not_found'
}

/** Whether it stands: a version that is asked for no more is refused by the table itself. */
export async function insertAcknowledgement(tx: Tx, version: string, channel: 'web' | 'api'): Promise<boolean> {
  const row = sql`insert into acknowledgement (person, version, channel) values (actor(), ${version}, ${channel}) on conflict do nothing`
  return (await unlessRefused(tx, () => row.execute(tx))) !== undefined
}

export type Person = { readonly person: string; readonly name: string; readonly office: string | null }
export const peopleAtOnce = 100
/** One more than is shown at once. Whoever lists them holds the row that says so. */
export const missingIn = ({ tx, unit }: OpenedRoll, guidance: string, from: number) =>
  rowsOf(tx, sql<Person>`select * from guidance_missing(${guidance}, ${unit}, ${from}, ${peopleAtOnce + 1})`)

export async function missingCount(tx: Tx, guidance: string, unit: string): Promise<number> {
  const [row] = await rowsOf(tx, sql<{ n: string }>`select guidance_missing_count(${guidance}, ${unit}) as n`)
  return Number(row?.n ?? 0)
}

export type Cell = {
  /** The unit with all beneath, its own people, or a unit right below it with all beneath. */
  readonly part: 'whole' | 'here' | 'below'
  readonly unit: string
  readonly code: string
  readonly name: string
  /** Nothing where the cell would tell of fewer than five. */
  readonly persons: number | null
  readonly read: number | null
  readonly at: Date | null
}
export async function figuresOf(tx: Tx, guidance: string, unit: string): Promise<readonly Cell[]> {
  type Row = Omit<Cell, 'persons' | 'read'> & Record<'persons' | 'read', string | null>
  const rows = await rowsOf(tx, sql<Row>`select * from guidance_figures(${guidance}, ${unit})`)
  const figure = (text: string | null) => (text === null ? null : Number(text))
  return rows.map((row) => ({ ...row, persons: figure(row.persons), read: figure(row.read) }))
}

export type Over = { readonly id: string; readonly code: string; readonly name: string; readonly keeps: boolean }
/** The units of the actor's own roles, whose figures they may ask for; those whose register they keep say so. */
export const unitsOver = (tx: Tx) =>
  rowsOf(
    tx,
    sql<Over>`
      select u.id, u.code, u.name, bool_or(held.role = 'officer') as keeps
      from role_held held join unit u on u.id = held.unit or (held.unit is null and u.parent is null)
      where held.person = actor() and held.role in ('officer', 'overseer', 'reviewer', 'administrator') and in_term(held) and u.closed_at is null
      group by u.id, u.code, u.name order by u.name, u.id limit 50`,
  )
