import { remindInSample } from '../campaigns/index.ts'
import { type Database, today } from '../db/index.ts'
import { home, type Story } from './story/index.ts'

const campaign = '019b8a3c-0000-7000-8000-0000000ca3b0'

/** The officer of the ward has reminded whoever is due or overdue, so that a campaign with results can be looked at. No mail leaves a sample. */
export async function campaignInSample(db: Database, { duties }: Story): Promise<void> {
  const officer = duties.find(({ role, unit }) => role === 'officer' && unit === home)?.person
  if (officer) await remindInSample(db, { officer, unit: home, campaign, day: today('Asia/Ho_Chi_Minh') })
}
