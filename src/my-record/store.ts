import { type Expression, type SqlBool, sql } from 'kysely'
import type { Tx } from '../db/index.ts'

/** Openings of one's own record, and lists of the unit one is in. Row security gives no other rows; the condition lets an index be used. */
const aboutMe =
  sql<SqlBool>`(subject = actor() or unit in (select mine.unit from membership mine where mine.person = actor()))` as Expression<SqlBool>

/** Newest first; `before` is the last row of the page before. */
export function looksAt(tx: Tx, most: number, before?: string) {
  return tx
    .selectFrom('access')
    .select(['id', 'at', 'subject', 'persons', 'purpose', 'fields', 'channel', 'actor'])
    .select(['by_name', 'by_office', 'by_unit'])
    .select(
      sql<
        string | null
      >`coalesce(access.number, (select w.number from witness_request w where w.id = access.about))`.as('number'),
    )
    .where(aboutMe)
    .$if(before !== undefined, (rows) =>
      rows.where(sql<SqlBool>`(at, id) < (select last.at, last.id from access last where last.id = ${before})`),
    )
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(most)
    .execute()
}

export type Look = Awaited<ReturnType<typeof looksAt>>[number]

/** How often in the last 30 days. */
export async function countsOf(tx: Tx): Promise<{ readonly records: number; readonly lists: number }> {
  const { records, lists } = await tx
    .selectFrom('access')
    .select([sql<string>`count(subject)`.as('records'), sql<string>`count(unit)`.as('lists')])
    .where(aboutMe)
    .where('at', '>', sql<Date>`now() - interval '30 days'`)
    .executeTakeFirstOrThrow()
  return { records: Number(records), lists: Number(lists) }
}
