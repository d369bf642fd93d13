import type { Database, Tx } from '../db/index.ts'
import type { Finding } from './finding.ts'
import { methodNamed } from './methods/index.ts'
import { ended, keptNoMore, levelOf, mustBecomePrivate, type Standing, standingAfter, stepAfter } from './rules.ts'
import {
  declarationToCheck,
  endOneOffs,
  insertCheck,
  insertPrivateVersion,
  insertStep,
  lockAddress,
  lockProof,
  nowIn,
  proofsOf,
  proofToCheck,
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
  return db.under('checker', async (tx) => {
    const known = await proofToCheck(tx, look.proof)
    const page = known && (await declarationToCheck(tx, known.declaration))
    if (!page) return undefined
    await lockAddress(tx, page.canonical)
    const was = await lockProof(tx, look.proof)
    const now = await declarationToCheck(tx, page.id)
    return was && now && write(tx, was, now, look)
  })
}

async function write(tx: Tx, was: Proof, page: CheckedDeclaration, look: Look): Promise<Recorded> {
  const at = await nowIn(tx)
  const overtaken = await wasSettledSince(tx, was.id, look.began)
  if (look.finding) await insertCheck(tx, was.id, look.how, look.finding)
  const is = next(was, page, look, at, overtaken)
  await saveStanding(tx, was.id, is)
  if (is.keep && was.state === 'waiting' && is.state === 'found') await endOneOffs(tx, was)
  return { proof: { ...was, ...is }, level: await settleLevel(tx, page, was, is), at }
}

function next(was: Proof, page: CheckedDeclaration, look: Look, now: Date, overtaken: boolean): Standing {
  if (page.ended) return ended(was)
  const still = was.keep && page.visibility === 'private' ? keptNoMore(was) : was
  if (!look.finding) return still
  const recheckDays = methodNamed(was.method)?.recheckDays ?? 1
  return standingAfter(still, {
    result: look.finding.kind,
    how: look.how,
    now,
    overtaken,
    recheckDays,
    luck: Math.random(),
  })
}

/** Gives the level from here on. A page that ended keeps the level it ended with. */
async function settleLevel(tx: Tx, page: CheckedDeclaration, was: Proof, is: Standing): Promise<Level> {
  if (page.ended) return page.level
  const all = await proofsOf(tx, page.id)
  const best = Math.max(0, ...all.map((proof) => levelOf(proof.method, proof))) as Level
  const step = stepAfter(was, is, page.level, best)
  if (step) await insertStep(tx, page.id, was.id, step)
  if (mustBecomePrivate(step, page.visibility)) await insertPrivateVersion(tx, page.id)
  return step?.level ?? page.level
}
