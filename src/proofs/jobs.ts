import type { Job } from '../jobs/index.ts'
import type { Given } from './check-proof.ts'
import { lookAtClosings } from './closing/look-at-closings.ts'
import { recheckDue } from './recheck-due.ts'
import { sweepSignIns } from './sign-in/store.ts'
import { settleClaims } from './store.ts'
import { settleLeft } from './witness/settle.ts'

/** Every ten minutes what is due by then: the checks are spread over the day by their own times (docs/decisions/0016). */
export const jobsOf = (given: Given): readonly Job[] => [
  {
    name: 'proofs.recheck',
    cron: '*/10 * * * *',
    run: async () => {
      await recheckDue(given)
    },
  },
  {
    name: 'proofs.settle_claims',
    cron: '*/10 * * * *',
    run: async () => {
      await given.db.under('checker', settleClaims)
    },
  },
  {
    name: 'proofs.settle_witnessed',
    cron: '*/10 * * * *',
    run: () => settleLeft(given),
  },
  {
    name: 'proofs.look_at_closings',
    cron: '25 * * * *',
    run: async () => {
      await lookAtClosings(given)
    },
  },
  {
    name: 'proofs.sweep_sign_ins',
    cron: '7 * * * *',
    run: async () => {
      await given.db.under('checker', sweepSignIns)
    },
  },
]
