import type { Database } from '../db/index.ts'
import { blocksOf } from './plan.ts'
import type { Reading } from './reading/index.ts'
import { peopleBeside, planPeople } from './store/people.ts'
import { changeOf, codesIn, unitsBeside, unitsOf } from './store/units.ts'

/** How many rows would enter something new, change or move what is there, or leave it as it is; and which units or people of the
 *  register the file does not name, by code: nothing is done to them. */
export type Difference = Record<'new' | 'changed' | 'moved' | 'same', number> & { readonly missing: readonly string[] }

/** Nothing of accounts: whether somebody has one already is theirs to know. */
export async function differenceOf(db: Database, reading: Reading): Promise<Difference | undefined> {
  const counts = { new: 0, changed: 0, moved: 0, same: 0 }
  if (reading.kind === 'units') {
    for (const block of blocksOf(reading.lines)) {
      const there = await db.under('operator', (tx) => unitsOf(tx, codesIn(block)))
      for (const line of block) counts[changeOf(line, there)]++
    }
    const codes = reading.lines.map(({ code }) => code)
    return { ...counts, missing: await db.under('operator', (tx) => unitsBeside(tx, codes)) }
  }
  if (reading.kind === 'accounts') return undefined
  for (const block of blocksOf(reading.lines))
    for (const { change } of await db.under('operator', (tx) => planPeople(tx, block))) counts[change]++
  const refs = reading.lines.map(({ ref }) => ref)
  return { ...counts, missing: await db.under('operator', (tx) => peopleBeside(tx, refs)) }
}
