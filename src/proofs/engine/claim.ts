import { setTimeout as sleep } from 'node:timers/promises'
import { type Database, newId } from '../../db/index.ts'
import { countDue, takeDue } from './store.ts'
import type { Due, Taken } from './types.ts'

const atATime = 1_000
const oldAfterMs = 8 * 60_000

/** What one run has in hand is marked with its own id. */
export type Claim = {
  readonly id: string
  more(): Promise<readonly Due[]>
}

export function newClaim(db: Database): Claim {
  const id = newId()
  return {
    id,
    async more() {
      const asked = performance.now()
      const { now, due } = await db.under('checker', (tx) => takeDue(tx, id, atATime))
      const taken = takenAt(asked, now)
      return due.map((one) => ({ ...one, taken }))
    },
  }
}

function takenAt(asked: number, now: Date): Taken {
  const heard = performance.now() // later than the database read its clock: what is counted from here on is rather too early
  return {
    now: () => new Date(now.getTime() + performance.now() - heard),
    isOld: () => performance.now() - asked > oldAfterMs,
  }
}

/** Nothing to claim although work is due means that the checker no longer sees it: that must be heard, not passed over. */
export async function firstOf(claim: Claim, db: Database): Promise<readonly Due[]> {
  const due = () => db.under('checker', countDue)
  const claimed = await claim.more()
  if (claimed.length > 0 || (await due()) === 0) return claimed
  await sleep(1_000) // another process may be taking them at this moment
  const again = await claim.more()
  if (again.length === 0 && (await due()) > 0) throw new Error('proofs are due, and none can be claimed')
  return again
}
