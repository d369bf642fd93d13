import type { Tx } from '../db/index.ts'
import { type Cycle, everyMonths, longestSpread } from './rules.ts'
import { cyclesSeen, maySetCycles, writeCycle } from './store/cycles.ts'

export type CycleProblem = 'kind_unknown' | 'months_wrong' | 'month_wrong' | 'spread_wrong'
export type CycleSet =
  | { readonly kind: 'set' }
  | { readonly kind: 'refused'; readonly code: CycleProblem | 'not_found' }

/** From when on people of units of this kind are asked, how often, and over how many days. Whose list is open keeps their date. */
export async function setCycle(tx: Tx, kind: string, cycle: Cycle): Promise<CycleSet> {
  if (!(await maySetCycles(tx))) return { kind: 'refused', code: 'not_found' }
  if (!(await cyclesSeen(tx)).some((known) => known.kind === kind)) return { kind: 'refused', code: 'kind_unknown' }
  const wrong = problemOf(cycle)
  if (wrong) return { kind: 'refused', code: wrong }
  return (await writeCycle(tx, kind, cycle)) ? { kind: 'set' } : { kind: 'refused', code: 'not_found' }
}

function problemOf({ months, month, spreadDays }: Cycle): CycleProblem | undefined {
  if (months !== 0 && !everyMonths.some((known) => known === months)) return 'months_wrong'
  if (!Number.isInteger(month) || month < 1 || month > 12) return 'month_wrong'
  if (!Number.isInteger(spreadDays) || spreadDays < 1 || spreadDays > longestSpread) return 'spread_wrong'
}
