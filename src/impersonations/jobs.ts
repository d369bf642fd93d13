import type { Job } from '../jobs/index.ts'
import type { Given } from './given.ts'
import { lapse } from './store.ts'

/** Each day: what is over by the calendar. Run twice, each ends once. */
export const jobsOf = ({ db, today }: Given): readonly Job[] => [
  {
    name: 'impersonations.day',
    cron: '25 0 * * *',
    run: async () => {
      await db.under('reminder', (tx) => lapse(tx, today()))
    },
  },
]
