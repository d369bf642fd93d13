import { sql } from 'kysely'
import type { Tx } from '../../db/index.ts'
import { told } from '../../units/index.ts'
import { codeKey, type Kind } from '../reading/index.ts'
import type { Change } from './plan-rows.ts'

export const rowsAtOnce = 100
export type Part = Change | 'left' | 'kept'

export type State = 'unread' | 'read' | 'writing' | 'written' | 'cancelled' | 'undoing' | 'undone'

const columns = [
  'id', 'kind', 'state', 'file_name', 'rows', 'accepted', 'rejected', 'written', 'undone', 'header', 'warnings', 'begun_at', 'ended_at', 'cancel_at', 'undo_at',
] as const // biome-ignore format: one list

/** One's own imports, the newest first. */
export const importsOf = (tx: Tx, from: number) =>
  tx
    .selectFrom('import')
    .select(columns)
    .where('by_person', '=', sql<string>`actor()`)
    .orderBy('id', 'desc')
    .offset(from)
    .limit(rowsAtOnce + 1)
    .execute()

export const importOf = (tx: Tx, id: string) =>
  tx
    .selectFrom('import')
    .select(columns)
    .select([
      sql<boolean>`ended_at >= now() - interval '7 days'`.as('fresh'),
      sql<boolean>`moved_at < now() - interval '1 minute'`.as('stuck'),
      sql<Date>`ended_at + interval '7 days'`.as('undo_until'),
    ])
    .where('id', '=', id)
    .where('by_person', '=', sql<string>`actor()`)
    .executeTakeFirst()
export type Found = NonNullable<Awaited<ReturnType<typeof importOf>>>

export type Counts = Readonly<Record<Part, number>>

/** How many rows do what; `left` are those that the register refused when they were to go in, `kept` those that could not be taken back. */
export async function countsOf(tx: Tx, id: string): Promise<Counts> {
  const { rows } = await sql<{ part: Part; n: number }>`
    select part, count(*)::int as n from (select ${partOf} as part from import_row where import = ${id}) counted group by part`.execute(
    tx,
  )
  const none = { new: 0, changed: 0, moved: 0, same: 0, offered: 0, rejected: 0, missing: 0, left: 0, kept: 0 }
  return { ...none, ...Object.fromEntries(rows.map(({ part, n }) => [part, n])) }
}

const partOf = sql<Part>`case when change in ('rejected', 'missing') then change when reason is not null then 'left' when undo <> 'undone' then 'kept' else change end`

export const rowsOf = (tx: Tx, id: string, part: Part, from: number) =>
  tx
    .selectFrom('import_row')
    .select(['n', 'row', 'fields', 'line', 'differs', 'reason', 'undo'])
    .where('import', '=', id)
    .where(partOf, '=', part)
    .orderBy('n')
    .offset(from)
    .limit(rowsAtOnce + 1)
    .execute()
export type Shown = Awaited<ReturnType<typeof rowsOf>>[number]

/** Rows that did not go in, in the order of the file. */
export const rejectedOf = (tx: Tx, id: string) =>
  tx
    .selectFrom('import_row')
    .select(['row', 'fields', sql<string>`reason`.as('reason')])
    .where('import', '=', id)
    .where('reason', 'is not', null)
    .orderBy('row')
    .execute()

/** Which of these numbers somebody has in the units that the actor keeps, by their keys. */
export async function knownRefs(tx: Tx, refs: readonly string[]): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{
    ref: string
  }>`select import_accounts_told as ref from import_accounts_told(${[...refs]}::text[])`.execute(tx)
  return new Set(rows.map(({ ref }) => codeKey(ref)))
}

export type Act = 'import_confirm' | 'import_cancel' | 'import_undo'
/** What the database says became of it; it decides whose the import is, and whether it is time. */
export const act = (tx: Tx, name: Act, id: string) => told<string>(tx, sql`${sql.ref(name)}(${id})`)

export const kindOf = ({ kind }: { kind: string }) => kind as Kind
