import type { Database, PersonId } from '../db/index.ts'
import { countCampaign } from './jobs.ts'
import { move } from './move.ts'
import { prepare } from './prepare.ts'
import { blank, readTyped } from './shapes.ts'
import { atWork, gatherSome, sendWave } from './store.ts'

type Asked = { readonly officer: PersonId; readonly unit: string; readonly campaign: string; readonly day: string }

/** One whole campaign of made-up people, whatever the hour. Done again after a crash, it goes on where it was. */
export async function remindInSample(db: Database, { officer, unit, campaign, day }: Asked): Promise<void> {
  const wanted = readTyped({ ...blank, steps: '2' })
  if (typeof wanted === 'string') return
  await db.as(officer, async (tx) => {
    const made = await prepare(tx, campaign, unit, wanted)
    if (made.kind === 'prepared') await move(tx, made.id, 'start')
  })
  while (await db.under('reminder', (tx) => gatherSome(tx, campaign, day, 500)));
  const now = (await db.under('reminder', (tx) => atWork(tx, day))).find(({ id }) => id === campaign)
  if (now?.waves === 0) await db.under('reminder', (tx) => sendWave(tx, campaign, 0, day, 500))
  await countCampaign({ db, today: () => day }, campaign)
}
