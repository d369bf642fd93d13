import { type Database, today } from '../db/index.ts'
import type { Somebody } from '../permissions/index.ts'
import type { Visit } from '../web/index.ts'
import type { Calendar } from './term-days.ts'

export type Given = { readonly db: Database; readonly timeZone: string }
export type Member<B = undefined> = Visit<Somebody, B>
export const idIn = ({ params }: Visit<Somebody, unknown>): string => params.id as string
export const calendarOf = ({ timeZone }: Given): Calendar => ({ today: today(timeZone), timeZone })

/** Where a list goes on; nothing for what is no number. */
export function fromIn(query: URLSearchParams): number | undefined {
  const asked = query.get('from') ?? '0'
  return /^\d{1,6}$/.test(asked) ? Number(asked) : undefined
}
