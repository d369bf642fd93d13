import type { Settings } from '../../config.ts'
import type { Database } from '../../db/index.ts'
import type { Finding } from '../finding.ts'
import { recordCheck, recordStanding } from '../record-check.ts'
import { ended, graceFrom } from '../rules.ts'
import { declarationToCheck, nowIn, proofToCheck } from '../store.ts'
import type { Proof } from '../types.ts'
import { drawSecondLook, leftUnsettled, markSettled, type ToSettle, toSettle } from './store.ts'

type Needed = { readonly db: Database; readonly settings: Pick<Settings, 'second_look_percent'> }

/** Brings the proof in line with what an officer decided. From the officer's word on it may run again and ends the same: should we die
 *  before it is done, the job takes it up. */
export async function settle({ db, settings }: Needed, id: string): Promise<void> {
  const request = await db.under('checker', (tx) => toSettle(tx, id))
  if (!request) return
  if (request.state === 'witnessed') await witnessed(db, request, settings.second_look_percent)
  else await notSeen(db, request)
  await db.under('checker', (tx) => markSettled(tx, id))
}

export async function settleLeft(given: Needed): Promise<void> {
  for (const id of await given.db.under('checker', leftUnsettled)) await settle(given, id)
}

/** What the first look saw is what counts; a second look that saw the same changes nothing. */
async function witnessed(db: Database, request: ToSettle, percent: number): Promise<void> {
  if (request.look === 2) return
  await db.under('checker', (tx) => drawSecondLook(tx, request.id, percent))
  const here = await db.under('checker', async (tx) => {
    const proof = await proofToCheck(tx, request.proof)
    const page = proof && (await declarationToCheck(tx, proof.declaration))
    return proof && page && { proof, page, began: await nowIn(tx) }
  })
  if (!here || (here.proof.state !== 'waiting' && here.proof.state !== 'missed')) return
  const { canonical } = here.page
  const finding: Finding = { kind: 'found', place: canonical, where: canonical, expected: canonical, resolvers: [] }
  await recordCheck(db, { proof: request.proof, how: 'by_hand', began: here.began, finding })
}

/** Not seen at a first look: the proof waits on, and the person may ask again. Not seen at a second: the person's own unit is asked again,
 *  and the level holds meanwhile, as after any proof that is missed. Not seen then either: the proof is over. */
async function notSeen(db: Database, { proof, look, follows }: ToSettle): Promise<void> {
  if (look === 2) await recordStanding(db, proof, missed)
  else if (follows !== null) await recordStanding(db, proof, (was) => ended(was))
}

function missed(was: Proof, now: Date) {
  if (was.state !== 'found') return was
  const graceUntil = graceFrom(now)
  return { ...was, state: 'missed' as const, misses: 1, firstMissAt: now, graceUntil, nextCheckAt: graceUntil }
}

/** Comes due when the time for the answer to a second look is over, or earlier because the page became private. */
export const lapse = (db: Database, proof: string) =>
  recordStanding(db, proof, (was, now) => {
    if (was.graceUntil === null || was.state !== 'missed') return { ...was, nextCheckAt: null }
    return now >= was.graceUntil ? ended(was) : { ...was, nextCheckAt: was.graceUntil }
  })
