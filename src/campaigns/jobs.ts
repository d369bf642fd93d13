import type { Database } from '../db/index.ts'
import type { Job } from '../jobs/index.ts'
import type { Given } from './given.ts'
import { type Calendar, type Pace, turn } from './rules.ts'
import { type AtWork, atWork, countOne, gatherSome, sendWave, toCount } from './store.ts'

/** Name of the job that counts one campaign: its payload is its id. */
export const counts = 'campaigns.count'
const block = 2_000

type Working = Pick<Given, 'db' | 'today' | 'calendar'>

/** May run twice, side by side, or be cut off: of one step a person is told once. */
export const jobsOf = (given: Working): readonly Job[] => [
  { name: counts, run: ({ campaign }) => countCampaign(given, String(campaign)) },
  { name: 'campaigns.waves', cron: '* * * * *', run: () => sendWaves(given) },
  { name: 'campaigns.recount', cron: '10 * * * *', run: () => recount(given) },
]

export const countCampaign = ({ db, today }: Pick<Working, 'db' | 'today'>, id: string): Promise<void> =>
  db.under('reminder', (tx) => countOne(tx, id, today()))

async function recount(given: Working): Promise<void> {
  for (const id of await given.db.under('reminder', toCount)) await countCampaign(given, id)
}

/** What is due of every campaign that runs. */
export async function sendWaves({ db, today, calendar }: Working): Promise<void> {
  const day = today()
  for (const one of await db.under('reminder', (tx) => atWork(tx, day))) {
    if (!one.gathered) await gather(db, one.id, day)
    await wave(db, one, day, calendar)
  }
}

async function gather(db: Database, id: string, day: string): Promise<void> {
  while (await db.under('reminder', (tx) => gatherSome(tx, id, day, block)));
}

async function wave(db: Database, one: AtWork, day: string, calendar: Calendar): Promise<void> {
  const now = turn(paceOf(one.pace), one, one.at, calendar)
  if (now.kind === 'send') await db.under('reminder', (tx) => sendWave(tx, one.id, one.waves, day, now.most))
}

export const paceOf = ({ per_wave, wave_minutes, per_day, from_hour, until_hour, days }: AtWork['pace']): Pace => ({
  ...{ perWave: per_wave, waveMinutes: wave_minutes, perDay: per_day },
  ...{ fromHour: from_hour, untilHour: until_hour, days },
})
