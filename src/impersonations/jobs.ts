import type { Job } from '../jobs/index.ts'
import type { Given } from './given.ts'
import { lookForLookalikes } from './lookalikes/look.ts'
import { lapse } from './store.ts'

/** Each day: what is over by the calendar. Each hour: the sites whose week is over. Run twice, each is done once. */
export const jobsOf = ({ db, today, resolvers }: Given): readonly Job[] => [
  {
    name: 'impersonations.day',
    cron: '25 0 * * *',
    run: async () => {
      await db.under('reminder', (tx) => lapse(tx, today()))
    },
  },
  {
    name: 'impersonations.lookalikes',
    cron: '35 * * * *',
    run: async () => {
      await lookForLookalikes({ db, resolvers })
    },
  },
]
