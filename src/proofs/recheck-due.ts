import { setTimeout as sleep } from 'node:timers/promises'
import type { Database } from '../db/index.ts'
import { type Given, look, termsOf, watch } from './check-proof.ts'
import { recordCheck } from './record-check.ts'
import { claimDue, countDue, declarationToCheck, nowIn, proofToCheck } from './store.ts'

const atATime = 64
const lanes = 16

/** Checks every proof that stays in place and is due; gives how many. Several processes may do so side by side. */
export async function recheckDue(given: Given): Promise<number> {
  const queue = await claim(given.db)
  let refilling: Promise<void> | undefined
  const refill = async () => {
    queue.push(...(await claimMore(given.db)))
    refilling = undefined
  }
  async function take(): Promise<string | undefined> {
    if (queue.length === 0) {
      refilling ??= refill()
      await refilling
    }
    return queue.shift()
  }
  return queue.length === 0 ? 0 : inLanes(take, (proof) => recheck(given, proof))
}

const claimMore = (db: Database) => db.under('checker', (tx) => claimDue(tx, atATime))

/** Nothing to claim although work is due means that the checker no longer sees it: that must be heard, not passed over. */
async function claim(db: Database): Promise<string[]> {
  const claimed = await claimMore(db)
  if (claimed.length > 0 || (await due(db)) === 0) return claimed
  await sleep(1_000) // another process may be taking them at this moment
  const again = await claimMore(db)
  if (again.length === 0 && (await due(db)) > 0) throw new Error('proofs are due, and none can be claimed')
  return again
}

const due = (db: Database) => db.under('checker', countDue)

/** From the claim on, the proof is ours for ten minutes. Should we die, it is due again, and checked again by this same function. */
async function recheck(given: Given, id: string): Promise<void> {
  const { db, net } = given
  const { proof, page, began } = await db.under('checker', async (tx) => {
    const proof = await proofToCheck(tx, id)
    return { proof, page: proof && (await declarationToCheck(tx, proof.declaration)), began: await nowIn(tx) }
  })
  if (!proof || !page) return
  const asks = !page.ended && page.visibility !== 'private'
  const finding = asks ? await (proof.keep ? look : watch)(net, page, proof, termsOf(given)) : undefined
  await recordCheck(db, { proof: id, how: 'scheduled', began, finding })
}

/** Side by side, so that a slow host holds up one lane and not the others. One that fails fails the run, after the rest was done. */
async function inLanes(take: () => Promise<string | undefined>, act: (item: string) => Promise<void>): Promise<number> {
  const errors: unknown[] = []
  let done = 0
  async function lane(): Promise<void> {
    for (let item = await take(); item !== undefined; item = await take()) {
      await act(item).catch((error) => errors.push(error))
      done += 1
    }
  }
  await Promise.all(Array.from({ length: lanes }, lane))
  if (errors.length > 0) throw errors[0]
  return done
}
