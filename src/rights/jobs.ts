import type { Database } from '../db/index.ts'
import type { Job } from '../jobs/index.ts'
import type { Given } from './given.ts'
import { erase, raiseLate, toErase } from './store.ts'

/** What nobody answered in time goes up; who left and asked for it is erased. Both may run twice. */
export const jobsOf = ({ db }: Given): readonly Job[] => [
  { name: 'rights.clock', cron: '25 * * * *', run: () => clock(db) },
  { name: 'rights.erase', cron: '40 * * * *', run: () => eraseDue(db) },
]

export async function clock(db: Database): Promise<void> {
  await db.under('reminder', raiseLate)
}

/** Each person in a transaction of their own: a run that is killed leaves whoever it had not come to for the next. */
export async function eraseDue(db: Database): Promise<void> {
  for (;;) {
    const due = await db.under('reminder', toErase)
    let done = 0
    for (const who of due) if (await db.under('reminder', (tx) => erase(tx, who))) done++
    if (due.length > 0 && done === 0) throw new Error('somebody is to be erased and nobody was')
    if (due.length === 0) return
  }
}
