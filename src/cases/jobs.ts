import type { Database, Tx } from '../db/index.ts'
import type { Job } from '../jobs/index.ts'
import type { Given } from './given.ts'
import { due, eraseDue, turnLate } from './store.ts'

/** Each quarter of an hour: what nobody did in time goes on, and what is at its date is erased. Run twice, each is done once. */
export const jobsOf = ({ db }: Given): readonly Job[] => [
  { name: 'cases.clock', cron: '*/15 * * * *', run: () => clock(db) },
]

export async function clock(db: Database): Promise<void> {
  const done = (await untilNone(db, turnLate)) + (await untilNone(db, eraseDue))
  if (done === 0 && (await db.under('reminder', due)) > 0) throw new Error('cases are due and none was moved')
}

async function untilNone(db: Database, some: (tx: Tx) => Promise<number>): Promise<number> {
  let all = 0
  for (let n = await db.under('reminder', some); n > 0; n = await db.under('reminder', some)) all += n
  return all
}
