import type { Selectable } from 'kysely'
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
    .onConflict((clash) => clash.column('ref').where('ref', 'is not', null).doNothing())
    .returning('id')
    .executeTakeFirst()
  return added !== undefined
}
