import type { Database } from '../db/index.ts'
import { blocksOf } from './plan.ts'
import type { Reading } from './reading/index.ts'
import { peopleBeside, planPeople } from './store/people.ts'
import { changeOf, codesIn, unitsBeside, unitsOf } from './store/units.ts'

/** How many rows would enter something new, change or move what is there, or leave it as it is; and how many in the register the
 *  file does not name: nothing is done to them. */
export type Difference = Record<'new' | 'changed' | 'moved' | 'same' | 'missing', number>

export async function differenceOf(db: Database, reading: Reading): Promise<Difference | undefined> {
  const counts: Difference = { new: 0, changed: 0, moved: 0, same: 0, missing: 0 }
  if (reading.kind === 'units')
    for (const block of blocksOf(reading.lines)) {
      const there = await db.under('operator', (tx) => unitsOf(tx, codesIn(block)))
      for (const line of block) counts[changeOf(line, there)]++
    }
  if (reading.kind === 'people')
    for (const block of blocksOf(reading.lines))
      for (const { change } of await db.under('operator', (tx) => planPeople(tx, block))) counts[change]++
  if (reading.kind === 'accounts') return undefined // whether somebody has an account already is theirs to know
  const named = reading.lines.length - counts.new
  const beside = reading.kind === 'units' ? unitsBeside : peopleBeside
  return { ...counts, missing: await db.under('operator', (tx) => beside(tx, named)) }
}
