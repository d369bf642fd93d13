import type { Visit } from './visit.ts'

/** What the address names by `:id`. */
export const idIn = ({ params }: Pick<Visit, 'params'>): string => params.id ?? ''

/** Where a list goes on; nothing for what is no number. */
export function fromIn(query: URLSearchParams): number | undefined {
  const asked = query.get('from') ?? '0'
  return /^\d{1,6}$/.test(asked) ? Number(asked) : undefined
}
