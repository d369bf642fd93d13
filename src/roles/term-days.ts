import { sql } from 'kysely'
import { isDay } from '../db/index.ts'

/** Which day it is in the register's zone, and that zone: a term is given in days. */
export type Calendar = { readonly today: string; readonly timeZone: string }
export type TermDays = {
  /** First day, `YYYY-MM-DD`; without it the term begins now. */
  readonly from?: string
  /** Last day; without it the term has no end. */
  readonly to?: string
}

const furthest = 20 * 366 * 86_400_000

/** Days of the calendar in order, none of them past, none further than twenty years away. */
export function daysFit({ from, to }: TermDays, { today }: Calendar): boolean {
  const given = [from, to].filter((day) => day !== undefined)
  if (!given.every(isDay) || given.some((day) => day < today)) return false
  if (given.some((day) => Date.parse(day) - Date.parse(today) > furthest)) return false
  return from === undefined || to === undefined || from <= to
}

const midnight = (day: string, add: number, { timeZone }: Calendar) =>
  sql<Date>`((${day}::date + ${add}::int)::timestamp at time zone ${timeZone})`

/** From the first moment of its first day … */
export const beginning = (day: string | undefined, at: Calendar) =>
  day === undefined || day === at.today ? sql<null>`null::timestamptz` : midnight(day, 0, at)

/** … to the last moment of its last day. */
export const ending = (day: string | undefined, at: Calendar) =>
  day === undefined ? sql<null>`null::timestamptz` : midnight(day, 1, at)
