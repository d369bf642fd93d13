import { type Selectable, sql } from 'kysely'
import type { OpenedRoll } from '../access-record/index.ts'
import type { DB, PersonId, Tx } from '../db/index.ts'

export type PersonRow = Selectable<DB['person']>

/** A person as far as the transaction may see: oneself, or anybody to the operator. */
export function personById(tx: Tx, id: PersonId): Promise<PersonRow | undefined> {
  return tx.selectFrom('person').selectAll().where('id', '=', id).executeTakeFirst()
}

type NewRow = Pick<PersonRow, 'id' | 'name' | 'office' | 'ref' | 'unit'>

/** Whether the person was added: a number that is taken adds nobody and breaks nothing. */
export async function insertPerson(tx: Tx, row: NewRow): Promise<boolean> {
  const added = await tx
    .insertInto('person')
    .values(row)
    .onConflict((clash) => clash.doNothing()) // also one that differs in letter case or width only
    .returning('id')
    .executeTakeFirst()
  return added !== undefined
}

export type RollLine = Selectable<DB['roll']> & {
  /** The open request, where it is this officer's to witness. */
  readonly request: string | null
}

/** Names, offices and states of one unit. Whoever lists them holds the row that says so. */
export function linesOf(roll: OpenedRoll, after: number, most: number): Promise<readonly RollLine[]> {
  return roll.tx
    .selectFrom('roll')
    .leftJoin(sql<{ id: string; number: string }>`witness_tasks()`.as('mine'), (on) =>
      on.onRef('mine.number', '=', 'roll.task_number'),
    )
    .selectAll('roll')
    .select('mine.id as request')
    .where('roll.unit', '=', roll.unit)
    .orderBy(sql`name collate "vi-x-icu"`)
    .orderBy('person')
    .offset(after)
    .limit(most)
    .execute()
}
