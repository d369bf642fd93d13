import { daysOff, daysWorked } from './holidays.ts'

/** Days unlike their day of the week: true is off, false is worked. */
export type DaysApart = ReadonlyMap<string, boolean>

export function daysApart(more: { readonly off: readonly string[]; readonly worked: readonly string[] }): DaysApart {
  const off = [...daysOff, ...more.off].map((day) => [day, true] as const)
  const worked = [...daysWorked, ...more.worked].map((day) => [day, false] as const)
  return new Map([...off, ...worked])
}

/** Monday to Friday, without holidays and with the weekend days that are worked. A day is `YYYY-MM-DD`; the database has the same rule. */
export function isWorkingDay(day: string, apart: DaysApart): boolean {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay()
  return !(apart.get(day) ?? (weekday === 0 || weekday === 6))
}

/** The n-th working day after this day, of those on which nobody is away whose days they are. */
export function workingDayAfter(day: string, days: number, apart: DaysApart, away = (_day: string) => false): string {
  const at = new Date(`${day}T00:00:00Z`)
  for (let left = days; left > 0; ) {
    at.setUTCDate(at.getUTCDate() + 1)
    if (isWorkingDay(dayOf(at), apart) && !away(dayOf(at))) left -= 1
  }
  return dayOf(at)
}

const dayOf = (at: Date) => at.toISOString().slice(0, 10)
