import { sql } from 'kysely'
import { type Channel, openRolls } from '../../access-record/index.ts'
import type { Tx } from '../../db/index.ts'
import { codeKey, type Reading } from '../reading/index.ts'
import { unitsOf } from '../store/units.ts'
import type { PlannedRow } from './plan-rows.ts'
import type { Standing } from './scope.ts'

/** Who is in the units that a file names and is not in it; or which units. They are listed, and nothing is done to them. An officer sees
 *  names, and everybody in the unit sees that its roll was listed; an administrator sees numbers. */
export async function missingIn(
  tx: Tx,
  reading: Reading,
  { units, scope }: Standing,
  channel: Channel,
): Promise<readonly PlannedRow[]> {
  if (reading.kind === 'accounts') return []
  if (reading.kind === 'units') {
    const named = new Set(reading.lines.map(({ code }) => codeKey(code)))
    const beside = units.filter(
      ({ code, closed }) => !closed && scope.codes.has(codeKey(code)) && !named.has(codeKey(code)),
    )
    return beside.map(({ code }) => row([code]))
  }
  const here = [...(await unitsOf(tx, [...new Set(reading.lines.map(({ unit }) => unit))])).values()].map(
    ({ id }) => id,
  )
  if (here.length === 0) return []
  await openRolls(tx, await keptAmong(tx, here), channel)
  const refs = reading.lines.map(({ ref }) => ref)
  const { rows } = await sql<{
    ref: string | null
    name: string | null
  }>`select * from import_beside(${here}::uuid[], ${refs}::text[])`.execute(tx)
  return rows.map(({ ref, name }) => row([ref ?? '', name ?? '']))
}

async function keptAmong(tx: Tx, units: readonly string[]): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`select id from unnest(${[...units]}::uuid[]) id where covers(id)`.execute(
    tx,
  )
  return rows.map(({ id }) => id)
}

const row = (fields: readonly string[]): PlannedRow => ({ row: 0, fields, line: null, change: 'missing' })
