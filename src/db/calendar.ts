/** Which day it is in the register's zone, `YYYY-MM-DD`: a day decides deadlines, the database's `now()` decides when something happened. */
export function today(timeZone: string, now = new Date()): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(now)
}
