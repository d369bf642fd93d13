import { type Selectable, sql } from 'kysely'
import type { OpenedRoll } from '../access-record/index.ts'
import type { DB, PersonId, Tx } from '../db/index.ts'

export type PersonRow = Selectable<DB['person']>

/** A person as far as the transaction may see: oneself, or anybody to the operator. */
export function personById(tx: Tx, id: PersonId): Promise<PersonRow | undefined> {
  return tx.selectFrom('person').selectAll().where('id', '=', id).executeTakeFirst()
}

/** The unit of a person, told to the officer who keeps it and to nobody else. No more is known before the record is opened. */
export async function unitKept(tx: Tx, subject: PersonId): Promise<string | undefined> {
  const unit = await tx
    .selectFrom('unit')
    .select('name')
    .where('id', '=', sql<string>`kept_in(${subject})`)
    .where(sql<boolean>`${subject}::uuid <> actor()`)
    .executeTakeFirst()
  return unit?.name
}

export type RollLine = Omit<Selectable<DB['roll']>, 'request'> & {
  /** The open request, where it is this officer's to witness. */
  readonly request: string | null
  /** Days of an absence, `YYYY-MM-DD`. */
  readonly away_from: string | null
  readonly away_until: string | null
}

/** Names, offices and states of one unit, in Vietnamese order. Whoever lists them holds the row that says so. */
export function linesOf(roll: OpenedRoll, after: number, most: number, state?: string): Promise<readonly RollLine[]> {
  return lines(roll)
    .$if(state !== undefined, (some) => some.where('attestation', '=', state as string))
    .orderBy('sort')
    .orderBy('person')
    .offset(after)
    .limit(most)
    .execute()
}

export type StateCount = { readonly state: string; readonly persons: number }

/** How many of the unit are in each state of the attestation. */
export async function statesOf(roll: OpenedRoll): Promise<readonly StateCount[]> {
  const rows = await roll.tx
    .selectFrom('roll')
    .select((at) => ['attestation', at.fn.countAll<string>().as('persons')])
    .where('unit', '=', roll.unit)
    .groupBy('attestation')
    .orderBy('attestation')
    .execute()
  return rows.map(({ attestation, persons }) => ({ state: attestation, persons: Number(persons) }))
}

/** Of these people the lines that stand in one of these rolls. */
export async function linesOfThese(
  rolls: readonly OpenedRoll[],
  people: readonly PersonId[],
): Promise<readonly RollLine[]> {
  const [first, ...others] = rolls
  return first
    ? lines(first, ...others)
        .where('person', 'in', people)
        .execute()
    : []
}

function lines(...rolls: readonly [OpenedRoll, ...OpenedRoll[]]) {
  return rolls[0].tx
    .selectFrom('roll')
    .selectAll('roll')
    .select(sql<string | null>`case when request is not null and may_witness(request) then request end`.as('request'))
    .select([
      sql<string | null>`absence_from::text`.as('away_from'),
      sql<string | null>`absence_until::text`.as('away_until'),
    ])
    .where(
      'roll.unit',
      'in',
      rolls.map(({ unit }) => unit),
    )
}
