import { type RawBuilder, type Selectable, sql } from 'kysely'
import type { DB, Tx } from '../db/index.ts'
import { kept } from './kept.ts'

export type UnitRow = Selectable<DB['unit']>

/** In whatever spelling: letter case, width and form of accents do not tell codes apart. */
export async function unitByCode(tx: Tx, code: string): Promise<UnitRow | undefined> {
  const asked = kept(code, 2_000)
  if (!asked) return undefined
  return tx.selectFrom('unit').selectAll().where(sql`code_key(code)`, '=', sql`code_key(${asked})`).executeTakeFirst()
}

export const idByCode = async (tx: Tx, code: string): Promise<string | undefined> => (await unitByCode(tx, code))?.id

/** What a function of the database says became of an act on the tree. It decides who may, and has the tree alone. */
export async function told<Said extends string>(tx: Tx, asked: RawBuilder<unknown>): Promise<Said> {
  const { rows } = await sql<{ said: Said }>`select ${asked} as said`.execute(tx)
  return (rows[0] as { said: Said }).said
}

/** Until the end of this transaction nobody moves, merges or closes a unit; others may add. */
export async function treeStands(tx: Tx): Promise<void> {
  await sql`select pg_advisory_xact_lock_shared(hashtextextended('tree', 0))`.execute(tx)
}

/** May the actor change this unit, or, without one, make roots? The operator may everywhere. */
export async function mayOrganise(tx: Tx, unit: string | null): Promise<boolean> {
  const { rows } = await sql<{ may: boolean }>`select organises(${unit}) as may`.execute(tx)
  return rows[0]?.may === true
}

/** Whether the unit is there and the actor's to name. */
export async function updateNames(
  tx: Tx,
  id: string,
  names: { name?: string; kind?: string | null },
): Promise<boolean> {
  const updated = await tx
    .updateTable('unit')
    .set({ name: names.name ?? sql`name`, kind: names.kind === undefined ? sql`kind` : names.kind })
    .where('id', '=', id)
    .returning('id')
    .executeTakeFirst()
  return updated !== undefined
}

type NewRow = Pick<UnitRow, 'id' | 'code' | 'name' | 'kind' | 'parent' | 'path'>

/** Whether it was added: a code that is taken, also by a transaction still running, adds nothing and breaks nothing. */
export async function insertUnit(tx: Tx, row: NewRow): Promise<boolean> {
  const added = await tx
    .insertInto('unit')
    .values(row)
    .onConflict((clash) => clash.doNothing()) // also one that differs in letter case or width only
    .returning('id')
    .executeTakeFirst()
  return added !== undefined
}

export type KeptUnit = {
  readonly id: string
  readonly code: string
  readonly name: string
  readonly persons: number
}

/** Units whose register the acting officer keeps: the ones held, or, of one of them, the units right below it that have
 *  no officer of their own. The database decides which; `persons` is the length of the roll. */
export async function keptUnits(tx: Tx, below?: string): Promise<readonly KeptUnit[]> {
  const units = await tx
    .selectFrom('unit')
    .select(['id', 'code', 'name', sql<string>`persons_of(id)`.as('persons')])
    .where('closed_at', 'is', null)
    .$if(below !== undefined, (query) => query.where('parent', '=', below as string))
    .$if(below === undefined, (query) =>
      query.where('id', 'in', (held) =>
        held.selectFrom('role_held').select('unit').where('role', '=', 'officer').$castTo<{ unit: string }>(),
      ),
    )
    .where(sql<boolean>`covers(id)`)
    .orderBy(sql`name collate "vi-x-icu"`)
    .limit(500)
    .execute()
  return units.map((unit) => ({ ...unit, persons: Number(unit.persons) }))
}

/** One unit whose register the acting officer keeps; nothing for any other, as if it were not there. How many are in it says the row
 *  that opens its roll. */
export async function keptUnit(tx: Tx, id: string): Promise<Omit<KeptUnit, 'persons'> | undefined> {
  return tx
    .selectFrom('unit')
    .select(['id', 'code', 'name'])
    .where('id', '=', id)
    .where(sql<boolean>`covers(id)`)
    .executeTakeFirst()
}
