import type { Job } from '../jobs/index.ts'
import { type Given, routesOf } from './routes.ts'

export { pushOf } from './push/push.ts'

/** What the register has told a person, where it is mailed, and which browsers say so. */
export const notices = (given: Given) => ({ room: routesOf(given), jobs: jobsOf(given) })

const jobsOf = ({ mail, push }: Given): readonly Job[] => [
  {
    name: 'notices.send_mail',
    cron: '* * * * *',
    run: async () => {
      await mail.sendDue()
    },
  },
  {
    name: 'notices.send_push',
    cron: '* * * * *',
    run: async () => {
      await push?.sendDue()
    },
  },
]
