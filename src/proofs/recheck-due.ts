import { setTimeout as sleep } from 'node:timers/promises'
import type { Database } from '../db/index.ts'
import { type Given, look } from './check-proof.ts'
import { recordCheck } from './record-check.ts'
import { claimDue, countDue, declarationToCheck, nowIn, proofToCheck } from './store.ts'

const atATime = 64
const atOnce = 16

/** Checks every proof that stays in place and is due; gives how many. Several processes may do so side by side. */
export async function recheckDue(given: Given): Promise<number> {
  let done = 0
  for (let claimed = await claim(given.db); claimed.length > 0; claimed = await claimMore(given.db)) {
    await each(claimed, (proof) => recheck(given, proof))
    done += claimed.length
  }
  return done
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
  const { db, net, label, today } = given
  const { proof, page, began } = await db.under('checker', async (tx) => {
    const proof = await proofToCheck(tx, id)
    return { proof, page: proof && (await declarationToCheck(tx, proof.declaration)), began: await nowIn(tx) }
  })
  if (!proof || !page) return
  const stays = proof.keep && !page.ended && page.visibility !== 'private'
  const finding = stays ? await look(net, page, proof, { label, today: today() }) : undefined
  await recordCheck(db, { proof: id, how: 'scheduled', began, finding })
}

/** A few at once; one that fails fails the run, after the others were done. */
async function each(items: readonly string[], act: (item: string) => Promise<void>): Promise<void> {
  const left = [...items]
  const errors: unknown[] = []
  const worker = async () => {
    for (let item = left.shift(); item !== undefined; item = left.shift())
      await act(item).catch((error) => errors.push(error))
  }
  await Promise.all(Array.from({ length: atOnce }, worker))
  if (errors.length > 0) throw errors[0]
}
