import { type Expression, type SqlBool, sql } from 'kysely'
import { newId, type Tx } from '../db/index.ts'

/** Openings of one's own record, and lists of a unit while one was in it. Row security says so too, on its own; that the unit is one of
 *  those one was in lets an index be used. */
const aboutMe = (row: 'access' | 'last') => {
  const [subject, unit, at] = ['subject', 'unit', 'at'].map((column) => sql.ref(`${row}.${column}`))
  return sql<SqlBool>`(${subject} = actor() or ${unit} in (select mine.unit from membership mine where mine.person = actor())
    and exists (select from membership stay where stay.person = actor() and stay.unit = ${unit}
      and stay.from_at <= ${at} and (stay.to_at is null or stay.to_at > ${at})))` as Expression<SqlBool>
}

/** Of one's own asking: the answer, or until when. */
const whyOf =
  sql<Why | null>`(select jsonb_build_object('state', w.state, 'due_on', w.due_on, 'raised', w.raised, 'answer', w.answer,
  'to_auditors', w.unit is null, 'by_unit', w.by_unit, 'answered_at', w.answered_at) from why_request w where w.access = access.id)`.as(
    'why',
  )

export type Why = {
  readonly state: 'asked' | 'answered'
  readonly due_on: string
  readonly raised: number
  readonly answer: 'purpose_stated' | 'mistake' | 'not_justified' | null
  /** Nobody of the units above is to answer, but the auditors. */
  readonly to_auditors: boolean
  readonly by_unit: string | null
  readonly answered_at: string | null
}

/** Newest first; `before` is the last row of the page before. */
export function looksAt(tx: Tx, most: number, before?: string, only?: string) {
  return tx
    .selectFrom('access')
    .select(['id', 'at', 'subject', 'persons', 'purpose', 'fields', 'channel', 'actor'])
    .select(['by_name', 'by_office', 'by_unit', 'unusual'])
    .select(whyOf)
    .select(
      sql<
        string | null
      >`coalesce(access.number, (select w.number from witness_request w where w.id = access.about))`.as('number'),
    )
    .where(aboutMe('access'))
    .$if(only !== undefined, (rows) => rows.where('id', '=', only as string))
    .$if(before !== undefined, (rows) =>
      rows.where(
        sql<SqlBool>`(at, id) < (select last.at, last.id from access last where last.id = ${before} and ${aboutMe('last')})`,
      ),
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
    .where(aboutMe('access'))
    .where('at', '>', sql<Date>`now() - interval '30 days'`)
    .executeTakeFirstOrThrow()
  return { records: Number(records), lists: Number(lists) }
}

/** Asked once about each look, however often it is sent. */
export async function ask(tx: Tx, access: string): Promise<void> {
  await tx
    .insertInto('why_request')
    .values({ id: newId(), access })
    .onConflict((clash) => clash.columns(['access', 'asker']).doNothing())
    .execute()
}

/** The months that were counted, newest first. */
export function digestsOf(tx: Tx) {
  return tx
    .selectFrom('access_digest')
    .select(['records', 'lists', sql<string>`to_char(month, 'YYYY-MM')`.as('month')])
    .where('person', '=', sql<string>`actor()`)
    .orderBy('access_digest.month', 'desc')
    .limit(12)
    .execute()
}
export type Digest = Awaited<ReturnType<typeof digestsOf>>[number]
