import type { Finding } from '../finding.ts'
import { standingAfterLook } from '../record-check.ts'
import { isUneventful, levelOf } from '../rules.ts'
import type { Due, Quiet } from './types.ts'

/** The look, where it means no more than another line in the timeline: the proof stands as it stood, at a level that its page has
 *  already, and no account changed. Undefined where anything else follows from it: then it is written by itself, under the locks. */
export function quietly(due: Due, finding: Finding, began: Date): Quiet | undefined {
  const { proof, page, taken } = due
  const now = taken.now()
  const is = standingAfterLook(proof, page, { proof: proof.id, how: 'scheduled', began, finding }, now, false)
  const level = levelOf(proof.method, is)
  if (!isUneventful(proof, is) || level !== levelOf(proof.method, proof) || level > page.level) return undefined
  if (is.nextCheckAt === null || saysWho(finding, proof.uid)) return undefined
  return {
    due,
    began,
    finding,
    silences: is.silences,
    secondsToNext: (is.nextCheckAt.getTime() - now.getTime()) / 1_000,
  }
}

/** An account that is not the known one, or is told for the first time. */
function saysWho(finding: Finding, known: string | null): boolean {
  if (finding.kind === 'absent') return finding.reason === 'other_account'
  return finding.kind === 'found' && finding.uid !== undefined && finding.uid !== known
}
