import { sql } from 'kysely'
import type { Database } from '../db/index.ts'
import type { Job } from '../jobs/index.ts'

type Given = { readonly db: Database; readonly today: () => string }

/** What nobody answered in time goes one level up; a month that is over is counted and told. Both may run twice. */
export const jobsOf = ({ db, today }: Given): readonly Job[] => [
  { name: 'my-record.raise', cron: '5 * * * *', run: () => db.under('reminder', raise) },
  { name: 'my-record.digest', cron: '15 8 * * *', run: () => digest(db, monthBefore(today())) },
]

async function raise(tx: Parameters<Parameters<Database['under']>[1]>[0]): Promise<void> {
  await sql`select why_raise()`.execute(tx)
}

/** Tells everybody who was looked at in this month (its first day) how often. Of one person and month once. */
export const digest = (db: Database, month: string): Promise<void> =>
  db.under('reminder', async (tx) => {
    await sql`select tell_digests(${month}::date)`.execute(tx)
  })

/** First day of the month before this day. */
export function monthBefore(day: string): string {
  const at = new Date(`${day.slice(0, 7)}-01T00:00:00Z`)
  at.setUTCMonth(at.getUTCMonth() - 1)
  return at.toISOString().slice(0, 10)
}
