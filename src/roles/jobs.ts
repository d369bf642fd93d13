import type { Job } from '../jobs/index.ts'
import type { Given } from './given.ts'
import { settleRoles } from './store.ts'

/** Terms count by their dates, job or no job; what it does is write down what an officer handed over on the day that a term ran out. */
export const jobsOf = ({ db }: Given): readonly Job[] => [
  {
    name: 'roles.settle',
    cron: '*/5 * * * *',
    run: async () => {
      await db.under('reminder', settleRoles)
    },
  },
]
