import { sql } from 'kysely'
import type { OpenedRecord } from '../access-record/index.ts'

// From here on every function asks for the row that opened the record, and reads in the transaction that wrote it.

export function personOf({ tx, subject }: OpenedRecord) {
  return tx
    .selectFrom('person')
    .leftJoin('unit', 'unit.id', 'person.unit')
    .select(['person.id', 'person.name', 'person.office', 'unit.code as unit_code', 'unit.name as unit_name'])
    .select(sql<boolean>`coalesce(person.left_at <= now(), false)`.as('left'))
    .select(sql<boolean>`bears_role(person.id)`.as('bearsRole'))
    .select(sql<boolean>`has_passkey(person.id)`.as('hasPasskey'))
    .where('person.id', '=', subject)
    .executeTakeFirstOrThrow()
}

export function declarationsOf({ tx, subject }: OpenedRecord) {
  return (
    tx
      .selectFrom('declaration_now')
      .select(['id', 'platform', 'handle', 'uid', 'canonical', 'filed_at', 'ended_at'])
      .select(['state', 'visibility', 'manager', 'since', 'level', 'level_at'])
      // Somebody else has proven the same address; who, nobody is told.
      .select(
        sql<Date | null>`(select due_at from renewal r where r.declaration = declaration_now.id and renewed_at is null)`.as(
          'renew_by',
        ),
      )
      .select(
        sql<boolean>`exists (select from assisted_filing f where f.declaration = declaration_now.id and f.answer is null)`.as(
          'unconfirmed',
        ),
      )
      .where('person', '=', subject)
      .orderBy('ended_at', (order) => order.asc().nullsFirst())
      .orderBy('filed_at')
      .execute()
  )
}
