import { sql } from 'kysely'
import type { Tx } from '../db/index.ts'
import { idsIn } from './depth.ts'
import { wordsSought } from './sought.ts'
import type { UnitRow } from './store.ts'

export const childrenAtOnce = 200
export const hitsAtOnce = 50

export type Leaf = Pick<UnitRow, 'id' | 'code' | 'name' | 'kind' | 'parent' | 'path' | 'closed_at'> & {
  /** How many units are right below it. */
  readonly below: number
}

/** In Vietnamese order, by the index that has it. */
const inOrder = sql`left(name, 100) collate "vi-x-icu"`

const leaves = (tx: Tx) =>
  tx
    .selectFrom('unit')
    .select(['id', 'code', 'name', 'kind', 'parent', 'path', 'closed_at'])
    .select(
      sql<number>`(select count(*) from unit child where child.parent = unit.id and child.closed_at is null)::int`.as(
        'below',
      ),
    )

/** Open units in order, one more than a page: it tells that there are more. */
const pageOf = (from: number, most: number) => (found: ReturnType<typeof leaves>) =>
  found
    .where('closed_at', 'is', null)
    .orderBy(inOrder)
    .orderBy('id')
    .offset(from)
    .limit(most + 1)

/** The units right below one, or the roots; closed ones are left out. One more than a page tells that there are more. */
export function childrenOf(tx: Tx, parent: string | null, from = 0, most = childrenAtOnce): Promise<readonly Leaf[]> {
  return leaves(tx)
    .where('parent', parent === null ? 'is' : '=', parent)
    .$call(pageOf(from, most))
    .execute()
}

export async function unitById(tx: Tx, id: string): Promise<Leaf | undefined> {
  return leaves(tx).where('id', '=', id).executeTakeFirst()
}

export type Above = Pick<UnitRow, 'id' | 'name' | 'code'>

/** The units above these, by id. */
export async function namesAbove(tx: Tx, units: readonly Pick<Leaf, 'path'>[]): Promise<ReadonlyMap<string, Above>> {
  const ids = [...new Set(units.flatMap(({ path }) => idsIn(path).slice(0, -1)))]
  if (ids.length === 0) return new Map()
  const rows = await tx.selectFrom('unit').select(['id', 'name', 'code']).where('id', 'in', ids).execute()
  return new Map(rows.map((row) => [row.id, row]))
}

/** From the root down, without the unit itself. */
export const linesAbove = (path: string, names: ReadonlyMap<string, Above>): Above[] =>
  idsIn(path)
    .slice(0, -1)
    .flatMap((id) => names.get(id) ?? [])

/** Open units whose name or code has all these words, accents and letter case left aside; each word may be unfinished. */
export async function unitsFound(tx: Tx, sought: string, from = 0, most = hitsAtOnce): Promise<readonly Leaf[]> {
  const patterns = await wordsSought(tx, sought)
  if (patterns.length === 0) return []
  return leaves(tx)
    .where((unit) => unit.and(patterns.map((pattern) => unit('words', 'like', pattern)))) // LIKE ALL of an array uses no index
    .$call(pageOf(from, most))
    .execute()
}

/** What happened to a unit, newest first; told to administrators. */
export function historyOf(tx: Tx, unit: string) {
  return tx
    .selectFrom('unit_event')
    .leftJoin('unit as before', 'before.id', 'unit_event.from_unit')
    .leftJoin('unit as after', 'after.id', 'unit_event.to_unit')
    .select(['n', 'act', 'at', 'by_name', 'from_text', 'to_text', 'before.name as from_name', 'after.name as to_name'])
    .where('unit_event.unit', '=', unit)
    .orderBy('n', 'desc')
    .limit(100)
    .execute()
}
export type UnitHappening = Awaited<ReturnType<typeof historyOf>>[number]
