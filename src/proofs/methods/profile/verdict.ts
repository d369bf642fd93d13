import type { Finding } from '../../finding.ts'
import { codesIn } from '../../token.ts'

/** What a profile that could be read comes to. */
export type Verdict =
  | { readonly kind: 'found'; readonly uid: string }
  | Pick<Finding & { kind: 'absent' }, 'kind' | 'reason' | 'seen' | 'others'>

export const otherAccount: Verdict = { kind: 'absent', reason: 'other_account', seen: [], others: 0 }

const mostSeen = 10

/** Why the code is not among these texts. Of a text only codes of our own form are told, and whether there is anything else. */
export function whyNot(texts: readonly string[], token: string): Verdict | undefined {
  const codes = [...new Set(texts.flatMap(codesIn))]
  if (codes.includes(token)) return undefined
  const others = texts.some((text) => text.trim() !== '') ? 1 : 0
  if (codes.length === 0) return { kind: 'absent', reason: 'no_code', seen: [], others }
  return { kind: 'absent', reason: 'other_code', seen: codes.slice(0, mostSeen), others: 0 }
}
