import { sql } from 'kysely'
import { isDay, newId, type PersonId, type Tx } from '../db/index.ts'
import { told } from '../units/index.ts'
import type { PlaceRefusal } from './refusal.ts'

export const absences = ['leave', 'abroad', 'exempt'] as const
/** Why somebody is exempt from the duty: a closed list, no text. */
export const exemptions = ['age', 'health', 'no_network', 'by_rule'] as const

export type Absence = {
  readonly kind: (typeof absences)[number]
  /** Only for who is exempt, and then always. */
  readonly reason?: (typeof exemptions)[number]
  /** First day, `YYYY-MM-DD`; without it today. */
  readonly from?: string
  /** Last day; there is always one. */
  readonly until: string
}
type Why =
  | PlaceRefusal
  | 'person_left'
  | 'absence_overlaps'
  | 'noted_already'
  | 'absence_dates_wrong'
  | 'absence_too_long'
  | 'exempt_needs_reason'
export type AbsenceNoted =
  | { readonly kind: 'noted'; readonly id: string }
  | { readonly kind: 'refused'; readonly code: Why }

const longestDays = 731

/** What stands against these dates, if anything: the last day is not past, and no absence is longer than two years. */
export function unfit({ kind, reason, from, until }: Absence, today: string): Why | undefined {
  if (![from ?? today, until].every(isDay)) return 'absence_dates_wrong'
  const days = (Date.parse(until) - Date.parse(from ?? today)) / 86_400_000
  if (!(days >= 0) || until < today) return 'absence_dates_wrong'
  if (days > longestDays) return 'absence_too_long'
  if ((kind === 'exempt') !== (reason !== undefined)) return 'exempt_needs_reason'
}

/** Writes down that a person is on leave, abroad or exempt, until when; the roll says so from the same moment. */
export async function noteAbsence(tx: Tx, person: PersonId, absence: Absence, today: string): Promise<AbsenceNoted> {
  const why = unfit(absence, today)
  if (why) return { kind: 'refused', code: why }
  const { kind, reason = null, from = today, until } = absence
  const id = newId()
  const said = await told<'noted' | Why>(
    tx,
    sql`person_absent(${id}, ${person}, ${kind}, ${reason}, ${from}::date, ${until}::date)`,
  )
  return said === 'noted' ? { kind: 'noted', id } : { kind: 'refused', code: said }
}

type EndWhy = PlaceRefusal | 'absence_not_found' | 'ended_already'
export type AbsenceEnded =
  | { readonly kind: 'ended'; readonly id: string }
  | { readonly kind: 'refused'; readonly code: EndWhy }

/** Ends an absence before its last day. */
export async function endAbsence(tx: Tx, person: PersonId, id: string): Promise<AbsenceEnded> {
  const said = await told<'ended' | EndWhy>(tx, sql`absence_end(${id}, ${person})`)
  return said === 'ended' ? { kind: 'ended', id } : { kind: 'refused', code: said }
}
