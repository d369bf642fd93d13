import type { Database } from '../../db/index.ts'
import { type Given, termsOf } from '../check-proof.ts'
import { lockAddress, nowIn } from '../store.ts'
import { lookAtClosed } from './look-at.ts'
import { nextOf, type Sight } from './rules.ts'
import { closingOf, countClosings, type DueClosing, insertClosedVersion, saveLook, takeClosings } from './store.ts'

const atOnce = 50

/** Looks at every page that was stated closed and is due, and at every freed name that is watched. Each look is met between two short
 *  transactions; one that fails fails the run, after the rest was done. */
export async function lookAtClosings(given: Given): Promise<number> {
  const { db, net } = given
  const errors: unknown[] = []
  let looked = 0
  for (;;) {
    const due = await db.under('checker', (tx) => takeClosings(tx, atOnce))
    if (due.length === 0) break
    for (const one of due) {
      const sight = await lookAtClosed(net, one.declared, one.uid, termsOf(given)).catch(
        (error) => void errors.push(error),
      )
      if (sight) await record(db, one, sight)
    }
    looked += due.length
  }
  if (looked === 0 && (await db.under('checker', countClosings)) > 0)
    throw new Error('closings are due, and none can be taken')
  if (errors.length > 0) throw errors[0]
  return looked
}

/** What was seen, what becomes of the page, and what the public is told: all or nothing. */
async function record(db: Database, { id, declared }: DueClosing, sight: Sight): Promise<void> {
  await db.under('checker', async (tx) => {
    await lockAddress(tx, declared.canonical)
    const was = await closingOf(tx, id)
    if (!was) return
    const next = nextOf(was, sight, await nowIn(tx))
    await saveLook(tx, id, sight, next)
    if (next.closedBy) await insertClosedVersion(tx, id)
  })
}
