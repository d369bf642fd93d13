import type { Database, Tx } from '../db/index.ts'
import type { Finding } from './finding.ts'
import { methodNamed } from './methods/index.ts'
import {
  ended,
  hasMoved,
  keptNoMore,
  levelOf,
  mustBecomePrivate,
  notWatched,
  type Standing,
  type StepReason,
  standingAfter,
  stepAfter,
} from './rules.ts'
import {
  declarationToCheck,
  endOneOffs,
  insertCheck,
  insertPrivateVersion,
  insertStep,
  isVouched,
  lockAddress,
  lockProof,
  nowIn,
  openReusedHandle,
  proofsOf,
  proofToCheck,
  provenUid,
  saveStanding,
  wasSettledSince,
} from './store.ts'
import type { CheckedDeclaration, Level, Proof } from './types.ts'

/** One look, and when it began. Without a finding nobody looked: the proof is only brought in line with its page. */
export type Look = {
  readonly proof: string
  readonly how: 'by_hand' | 'scheduled'
  readonly began: Date
  readonly finding?: Finding
}
export type Recorded = {
  readonly proof: Proof
  readonly level: Level
  readonly at: Date
}

/** Writes what a look brought: the check, what it does to the proof, the level, and what the public is told, all or nothing.
 *  The button and the nightly job come through here; of two at once the second sees what the first did. */
export async function recordCheck(db: Database, look: Look): Promise<Recorded | undefined> {
  return onProof(db, look.proof, (tx, was, now) => write(tx, was, now, look))
}

/** Moves one proof by a rule of its own, without a look; the level and what the public is told follow, all or nothing. */
export async function recordStanding(
  db: Database,
  proof: string,
  change: (was: Proof, now: Date) => Standing,
  reason?: StepReason,
): Promise<void> {
  await onProof(db, proof, async (tx, was, page) => {
    const is = page.ended ? ended(was) : change(was, await nowIn(tx))
    await saveStanding(tx, was.id, is, was.uid)
    await settleLevel(tx, page, was, is, reason)
  })
}

/** What was proven once is over: the next attestation asks for it anew. Of what was found again meanwhile, or is over, nothing becomes. */
export const lapseOnce = (db: Database, proof: string): Promise<void> =>
  recordStanding(db, proof, (was) => (was.keep || was.state === 'waiting' ? was : ended(was)), 'lapsed')

/** With the proof and all that is said of its address to oneself. */
async function onProof<T>(
  db: Database,
  proof: string,
  act: (tx: Tx, was: Proof, page: CheckedDeclaration) => Promise<T>,
): Promise<T | undefined> {
  return db.under('checker', async (tx) => {
    const known = await proofToCheck(tx, proof)
    const page = known && (await declarationToCheck(tx, known.declaration))
    if (!page) return undefined
    await lockAddress(tx, page.canonical)
    const was = await lockProof(tx, proof)
    const now = await declarationToCheck(tx, page.id)
    return was && now && act(tx, was, now)
  })
}

async function write(tx: Tx, was: Proof, page: CheckedDeclaration, look: Look): Promise<Recorded> {
  const at = await nowIn(tx)
  const overtaken = await wasSettledSince(tx, was.id, look.began)
  const how = look.how === 'scheduled' && !was.keep ? 'watched' : look.how
  const is = standingAfterLook(was, page, look, at, overtaken)
  const uid = uidAfter(was, look)
  if (hasMoved(was, is) || uid !== was.uid) await saveStanding(tx, was.id, is, uid) // else whoever has it in hand may go on
  if (look.finding) await insertCheck(tx, was.id, how, look.finding) // after the proof: the public date follows from both
  if (is.keep && was.state === 'waiting' && is.state === 'found') await endOneOffs(tx, was)
  const level = await settleLevel(tx, page, was, is)
  if (look.finding && !page.ended) await settleHandle(tx, page, was, look.finding)
  return { proof: { ...was, ...is, uid }, level, at }
}

const uidAfter = (was: Proof, { finding }: Look) => (finding?.kind === 'found' ? finding.uid : undefined) ?? was.uid

/** A name that belongs to another account than the one proven before is an incident, and what was confirmed is frozen until that same
 *  account is proven anew: both are the database's own doing (0027). */
async function settleHandle(tx: Tx, page: CheckedDeclaration, proof: Proof, finding: Finding): Promise<void> {
  if (finding.kind !== 'absent' || finding.reason !== 'other_account') return
  if ((await provenUid(tx, page.id)) !== null) await openReusedHandle(tx, page.id, proof.id)
}

/** What a look makes of a proof. Whoever judges beforehand that nothing will come of it asks this same function. */
export function standingAfterLook(
  was: Proof,
  page: CheckedDeclaration,
  look: Look,
  now: Date,
  overtaken: boolean,
): Standing {
  if (page.ended) return ended(was)
  const still = page.visibility === 'private' ? notWatched(was.keep ? keptNoMore(was) : was) : was
  if (!look.finding) return notWatched(still) // the way can tell nothing of what was made once: it is not due again
  const method = methodNamed(was.method)
  const looked = method?.how === 'looked_for' ? method : undefined
  const uid = uidAfter(was, look)
  return standingAfter(still, {
    result: look.finding.kind,
    how: look.how,
    now,
    overtaken,
    recheckDays: looked?.recheckDays ?? 1,
    watched: page.visibility !== 'private' && (looked ? looked.watch !== undefined : uid !== null),
    luck: Math.random(),
  })
}

/** Gives the level from here on. A page that ended keeps the level it ended with. */
async function settleLevel(
  tx: Tx,
  page: CheckedDeclaration,
  was: Proof,
  is: Standing,
  reason?: StepReason,
): Promise<Level> {
  if (page.ended) return page.level
  const all = await proofsOf(tx, page.id)
  const proven = Math.max(0, ...all.map((proof) => levelOf(proof.method, proof))) as Level
  const best = proven === 0 && (await isVouched(tx, page.id)) ? 1 : proven
  const after = stepAfter(was, is, page.level, best, levelOf(was.method, is))
  const step = after && reason ? { ...after, reason } : after
  if (step) await insertStep(tx, page.id, was.id, step)
  if (mustBecomePrivate(step, page.visibility)) await insertPrivateVersion(tx, page.id)
  return step?.level ?? page.level
}
