import { type Selectable, sql } from 'kysely'
import type { DB, Tx } from '../db/index.ts'
import { kept } from './kept.ts'

export type UnitRow = Selectable<DB['unit']>

export async function unitByCode(tx: Tx, code: string): Promise<UnitRow | undefined> {
  const asked = kept(code, 64)
  return asked ? tx.selectFrom('unit').selectAll().where('code', '=', asked).executeTakeFirst() : undefined
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

/** One unit whose register the acting officer keeps; nothing for any other, as if it were not there. */
export async function keptUnit(tx: Tx, id: string): Promise<KeptUnit | undefined> {
  const unit = await tx
    .selectFrom('unit')
    .select(['id', 'code', 'name', sql<string>`persons_of(id)`.as('persons')])
    .where('id', '=', id)
    .where(sql<boolean>`covers(id)`)
    .executeTakeFirst()
  return unit && { ...unit, persons: Number(unit.persons) }
}
