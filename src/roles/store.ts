import { type Selectable, sql } from 'kysely'
import type { DB, PersonId, Tx } from '../db/index.ts'

type RoleRow = Selectable<DB['role_held']>

export async function isPerson(tx: Tx, id: PersonId): Promise<boolean> {
  const found = await tx
    .selectFrom('person')
    .select('id')
    .where('id', '=', id)
    .where('left_at', 'is', null)
    .executeTakeFirst()
  return found !== undefined
}

type NewRow = Pick<RoleRow, 'id' | 'person' | 'role' | 'unit' | 'state' | 'granted_because'>

/** Whether it was granted: the same role over the same unit, still without an end, is held once. */
export async function insertRole(tx: Tx, row: NewRow): Promise<boolean> {
  const granted = await tx
    .insertInto('role_held')
    .values(row)
    .onConflict((clash) => clash.columns(['person', 'role', 'unit']).where('to_at', 'is', null).doNothing())
    .returning('id')
    .executeTakeFirst()
  return granted !== undefined
}

export async function endRole(tx: Tx, { person, role, unit }: Pick<RoleRow, 'person' | 'role' | 'unit'>) {
  const ended = await tx
    .updateTable('role_held')
    .set({ to_at: sql`now()` })
    .where('person', '=', person)
    .where('role', '=', role)
    .where('unit', 'is not distinct from', unit)
    .where((held) => held.or([held('to_at', 'is', null), held('to_at', '>', sql<Date>`now()`)]))
    .returning('id')
    .executeTakeFirst()
  return ended?.id
}
