import { setTimeout as sleep } from 'node:timers/promises'
import { type Database, newId } from '../../db/index.ts'
import { countDue, takeDue } from './store.ts'
import type { Claim, Due } from './types.ts'

const atATime = 1_000
const oldAfterMs = 8 * 60_000

export async function claimMore(db: Database): Promise<readonly Due[]> {
  const id = newId()
  const asked = performance.now()
  const { now, due } = await db.under('checker', (tx) => takeDue(tx, id, atATime))
  const claim = claimSince(id, asked, now)
  return due.map((one) => ({ ...one, claim }))
}

function claimSince(id: string, asked: number, now: Date): Claim {
  const heard = performance.now() // later than the database read its clock: what is counted from here on is rather too early
  return {
    id,
    now: () => new Date(now.getTime() + performance.now() - heard),
    isOld: () => performance.now() - asked > oldAfterMs,
  }
}

/** Nothing to claim although work is due means that the checker no longer sees it: that must be heard, not passed over. */
export async function claimFirst(db: Database): Promise<readonly Due[]> {
  const claimed = await claimMore(db)
  if (claimed.length > 0 || (await due(db)) === 0) return claimed
  await sleep(1_000) // another process may be taking them at this moment
  const again = await claimMore(db)
  if (again.length === 0 && (await due(db)) > 0) throw new Error('proofs are due, and none can be claimed')
  return again
}

const due = (db: Database) => db.under('checker', countDue)
