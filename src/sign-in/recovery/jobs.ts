import type { Database } from '../../db/index.ts'
import type { Job } from '../../jobs/index.ts'
import { settleRecoveries } from './store.ts'

/** The second notice, a day before the 72 hours end. What was not told does not open: the database moves the hour on. */
export const jobsOf = (db: Database): readonly Job[] => [
  {
    name: 'sign-in.settle_recoveries',
    cron: '*/5 * * * *',
    run: async () => {
      await db.under('reminder', settleRecoveries)
    },
  },
]
