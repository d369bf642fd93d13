import { sql } from 'kysely'
import { type Channel, openRolls } from '../access-record/index.ts'
import type { PersonId, Tx } from '../db/index.ts'
import { wordsSought } from '../units/index.ts'
import { linesOfThese, type RollLine } from './store.ts'

/** So many at most: each unit in which somebody is found is listed, and its people see that. */
export const mostFound = 20

export type Found = {
  readonly lines: readonly RollLine[]
  /** Names of the units, by id. */
  readonly units: ReadonlyMap<string, string>
  readonly more: boolean
}

/** People of the units that the officer keeps, by words of their name, accents left aside. A search is a short list: for every unit in
 *  which somebody was found the row "list of unit X" is written first, and only then names are read. */
export async function searchMembers(tx: Tx, sought: string, channel: Channel): Promise<Found> {
  const patterns = await wordsSought(tx, sought)
  if (patterns.length === 0) return { lines: [], units: new Map(), more: false }
  const { rows } = await sql<{ person: PersonId; unit: string }>`
    select person, unit from found_in_kept(${patterns}::text[], ${mostFound + 1})`.execute(tx)
  const found = rows.slice(0, mostFound)
  const units = [...new Set(found.map(({ unit }) => unit))]
  const rolls = await openRolls(tx, units, channel)
  const ids = found.map(({ person }) => person)
  const lines = new Map((await linesOfThese(rolls, ids)).map((line) => [line.person, line]))
  return {
    lines: found.flatMap(({ person }) => lines.get(person) ?? []),
    units: await namesOf(tx, units),
    more: rows.length > mostFound,
  }
}

async function namesOf(tx: Tx, units: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (units.length === 0) return new Map()
  const rows = await tx.selectFrom('unit').select(['id', 'name']).where('id', 'in', units).execute()
  return new Map(rows.map(({ id, name }) => [id, name]))
}
