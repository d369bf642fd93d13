import type { Job } from '../jobs/index.ts'
import type { Given } from './given.ts'
import { digest, keepTime, lapseProofs, planAll } from './keep-time.ts'
import { addDays } from './rules.ts'

export const plans = 'attestations.plan'

/** By day, so that nobody is written to at night. Each may run twice. */
export const jobsOf = ({ db, today, timeZone }: Omit<Given, 'plan'>): readonly Job[] => [
  { name: plans, cron: '20 0 * * *', run: () => planAll(db, today()) },
  {
    name: 'attestations.day',
    cron: '10 8-17 * * *',
    run: async () => {
      await keepTime(db, today(), timeZone)
    },
  },
  { name: 'attestations.lapse', cron: '40 8-17 * * *', run: () => lapseProofs(db) },
  { name: 'attestations.digest', cron: '0 9 * * 1-5', run: () => digest(db, weekOf(today())) },
]

/** The Monday of this day's week: a digest is told once for it, on whichever day the register was up. */
export function weekOf(day: string): string {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay()
  return addDays(day, -((weekday + 6) % 7))
}
