import type { DeclarationNow, Level, Visibility } from './types.ts'

export { newReceiptCode, receiptCodeOf } from '../db/index.ts'

export const mostDeclarations = 500
export const mostDrafts = 100

/** A word without proof is nobody's confirmation: only what was witnessed or proven may answer in public. */
export const mayBe = (visibility: Visibility, level: Level): boolean => visibility === 'private' || level >= 1

/** Listed, confirmed, and the person's own: what is run for a unit stands on nobody's page. */
export const standsOnPublicPage = ({ visibility, manager, state }: DeclarationNow): boolean =>
  visibility === 'listed' && manager !== 'unit' && (state === 'active' || state === 'closing')

/** Closed and lost pages keep the words they ended with. */
export const hasEnded = ({ state }: Pick<DeclarationNow, 'state'>): boolean => state === 'closed' || state === 'lost'

export type SinceProblem = {
  readonly field: 'since_month' | 'since_year'
  readonly code: 'year_missing' | 'year_wrong' | 'month_wrong' | 'in_future'
}
export type SinceRead = { readonly since?: string } | { readonly problem: SinceProblem }

/** The first year in which anyone had a page. */
const firstYear = 1990

/** Month and year as typed in two fields; both may stay empty, the year may stand alone. */
export function sinceOf(typedMonth: string, typedYear: string, today: string): SinceRead {
  const [month, year] = [typedMonth.trim(), typedYear.trim()]
  if (!month && !year) return {}
  if (!year) return { problem: { field: 'since_year', code: 'year_missing' } }
  if (!/^\d{4}$/.test(year) || Number(year) < firstYear) return { problem: { field: 'since_year', code: 'year_wrong' } }
  if (month && !/^(0?[1-9]|1[0-2])$/.test(month)) return { problem: { field: 'since_month', code: 'month_wrong' } }
  const since = month ? `${year}-${month.padStart(2, '0')}` : year
  return isReached(since, today) ? { since } : { problem: { field: 'since_year', code: 'in_future' } }
}

/** Is this year, or year and month, one in which a page can have begun? */
export const isPossibleSince = (since: string, today: string): boolean =>
  Number(since.slice(0, 4)) >= firstYear && isReached(since, today)

const isReached = (since: string, today: string) => since <= today.slice(0, since.length)
