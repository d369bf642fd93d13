import type { Database } from '../db/index.ts'
import { lapseOnce } from '../proofs/index.ts'
import { moveOn } from './rules.ts'
import { claimDuties, enterSome, lapsing, moveDuties, replanSome, someAreAsked, tellOfficers } from './store/duties.ts'

const atOnce = 1_000
const beforeAll = '00000000-0000-0000-0000-000000000000'

/** Gives everybody who has none yet a place in the row, and lets dates follow a cycle that was changed. May die anywhere and begin again. */
export async function planAll(db: Database, day: string): Promise<void> {
  if (!(await db.under('reminder', someAreAsked))) return
  const inBlocks = async (some: (after: string) => Promise<string | undefined>) => {
    for (let after: string | undefined = beforeAll; after !== undefined; ) after = await some(after)
  }
  await inBlocks((after) => db.under('reminder', (tx) => enterSome(tx, after, atOnce)))
  await inBlocks((after) => db.under('reminder', (tx) => replanSome(tx, after, day, atOnce)))
}

/** Everybody whose turn it is today: their date, their state, what they are told. Each block is written whole or not at all, and any
 *  number of processes may work side by side. */
export async function keepTime(db: Database, day: string, timeZone: string): Promise<number> {
  let moved = 0
  for (;;) {
    const n = await db.under('reminder', async (tx) => {
      const duties = await claimDuties(tx, day, atOnce, timeZone)
      if (duties.length > 0)
        await moveDuties(
          tx,
          duties.map((duty) => moveOn(duty, day)),
        )
      return duties.length
    })
    if (n === 0) break
    moved += n
  }
  return moved
}

/** Ends what was proven once before the list was last asked for. Each by itself: the level and the public answer follow. */
export async function lapseProofs(db: Database): Promise<void> {
  const done = new Set<string>()
  for (;;) {
    const found = await db.under('checker', (tx) => lapsing(tx, atOnce))
    const fresh = found.flatMap(({ proof }) => (proof === null || done.has(proof) ? [] : [proof]))
    for (const proof of fresh) {
      done.add(proof)
      await lapseOnce(db, proof)
    }
    if (found.length === 0 || (fresh.length === 0 && found.some(({ proof }) => proof !== null))) return
  }
}

export const digest = (db: Database, week: string): Promise<void> =>
  db.under('reminder', (tx) => tellOfficers(tx, week))
