/** Which day it is in the register's zone, `YYYY-MM-DD`: a day decides deadlines, the database's `now()` decides when something happened. */
export function today(timeZone: string, now = new Date()): string {
  const clock = clocks.get(timeZone) ?? clockIn(timeZone)
  return clock.format(now)
}

const clocks = new Map<string, Intl.DateTimeFormat>()

/** To make one takes a hundred times as long as to ask it, and every page and every check asks. */
function clockIn(timeZone: string): Intl.DateTimeFormat {
  const clock = new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' })
  clocks.set(timeZone, clock)
  return clock
}

/** A day of the calendar, `YYYY-MM-DD`: the 30th of February is none. */
export function isDay(text: string): boolean {
  const at = Date.parse(`${text}T00:00:00Z`)
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(at) && new Date(at).toISOString().startsWith(text)
}
