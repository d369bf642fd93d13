import type { Job } from '../jobs/index.ts'
import type { Given } from './given.ts'
import { sendLetters } from './letters.ts'
import { raiseLate, settleHelp } from './store.ts'

/** Each minute: who asked for help without signing in is passed on, what nobody answered in time goes up, letters are sent. Run twice,
 *  each is done once. */
export const jobsOf = (given: Given): readonly Job[] => [
  { name: 'incidents.clock', cron: '* * * * *', run: () => clock(given) },
]

export async function clock(given: Given): Promise<void> {
  await given.db.under('reminder', settleHelp)
  await given.db.under('reminder', raiseLate)
  await sendLetters(given)
}
