import { type Given, look, termsOf, watch } from './check-proof.ts'
import { batches } from './engine/batches.ts'
import { type Claim, firstOf, newClaim } from './engine/claim.ts'
import { few } from './engine/few.ts'
import { inHand } from './engine/in-hand.ts'
import { putOff } from './engine/store.ts'
import type { Due, Quiet } from './engine/types.ts'
import { quietly } from './engine/uneventful.ts'
import type { Finding } from './finding.ts'
import type { Net, Terms } from './methods/index.ts'
import { recordCheck } from './record-check.ts'
import { lapse } from './witness/settle.ts'

/** A run claims nothing more after this time: the clock begins the next one. */
const longestMs = 20 * 60_000

/** Checks every proof that is due, and whether names still belong to their accounts; gives how many. Any number of processes may do so
 *  side by side: each claims what it looks at, and whatever one of them leaves behind is due again after ten minutes. */
export async function recheckDue(given: Given): Promise<number> {
  const claim = newClaim(given.db)
  const first = await firstOf(claim, given.db)
  return first.length === 0 ? 0 : work(given, claim, first)
}

/** One that fails fails the run, after the rest was done. */
async function work(given: Given, claim: Claim, first: readonly Due[]): Promise<number> {
  const { db } = given
  const over = Promise.withResolvers<void>()
  const errors: unknown[] = []
  const hand = inHand()
  const alone = few(4)
  const written = batches(db, claim.id, ({ due, began, finding }) => byItself(due, began, finding))
  const until = performance.now() + longestMs
  let terms = termsOf(given)
  let done = 0
  let more: 'perhaps' | 'asked' | 'none' = 'perhaps'

  const byItself = (due: Due, began: Date, finding?: Finding) =>
    alone(() => recordCheck(db, { proof: due.proof.id, how: 'scheduled', began, finding })).then(
      () => {},
      (error) => void errors.push(error),
    )

  async function take(due: readonly Due[]): Promise<void> {
    if (due.length === 0 || performance.now() > until) more = 'none'
    else more = 'perhaps'
    terms = termsOf(given)
    const later = hand.add(due)
    if (later.length > 0) await db.under('checker', (tx) => putOff(tx, claim.id, later))
  }
  function refill(): void {
    more = 'asked'
    claim
      .more()
      .then(take)
      .catch((error) => {
        errors.push(error)
        more = 'none'
      })
      .then(pump)
  }
  async function go(due: Due): Promise<void> {
    await recheck(due).catch((error) => errors.push(error))
    hand.done(due)
    pump()
  }
  function pump(): void {
    for (let due = hand.next(); due; due = hand.next()) void go(due)
    if (more === 'perhaps' && hand.runsLow()) refill()
    if (more === 'none' && hand.isEmpty()) over.resolve()
  }

  async function recheck(due: Due): Promise<void> {
    if (due.taken.isOld()) return
    done += 1
    if (due.proof.method === 'witnessed') return alone(() => lapse(db, due.proof.id))
    const began = due.taken.now()
    const finding = await asked(given.net, due, terms)
    const quiet: Quiet | undefined = finding && quietly(due, finding, began)
    await (quiet ? written.add(quiet) : byItself(due, began, finding))
  }

  await take(first)
  pump()
  await over.promise
  await written.settled()
  if (errors.length > 0) throw errors[0]
  return done
}

/** Nobody is asked about a page that ended or is private. */
async function asked(net: Net, { proof, page }: Due, terms: Terms): Promise<Finding | undefined> {
  if (page.ended || page.visibility === 'private') return undefined
  return (proof.keep ? look : watch)(net, page, proof, terms)
}
