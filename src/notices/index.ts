import type { Job } from '../jobs/index.ts'
import { type Given, routesOf } from './routes.ts'

/** What the register has told a person, and where it is mailed. */
export const notices = (given: Given) => ({ room: routesOf(given), jobs: jobsOf(given) })

const jobsOf = ({ mail }: Given): readonly Job[] => [
  {
    name: 'notices.send_mail',
    cron: '* * * * *',
    run: async () => {
      await mail.sendDue()
    },
  },
]
