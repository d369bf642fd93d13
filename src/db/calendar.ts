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
