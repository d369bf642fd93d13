import type { Tx } from '../db/index.ts'
import type { Act } from './rules.ts'
import { type Campaign, campaignSeen, moveCampaign } from './store.ts'

export type Moved =
  | { readonly kind: 'moved'; readonly campaign: Campaign }
  | { readonly kind: 'refused'; readonly code: 'not_found' | 'campaign_not_so' }

/** Starts, stops, resumes, closes or drops it. From a start on, people are told in the waves that follow; what was told stays told. */
export async function move(tx: Tx, id: string, act: Act): Promise<Moved> {
  const said = await moveCampaign(tx, id, act)
  const campaign = await campaignSeen(tx, id)
  if (!campaign || said === 'not_found') return { kind: 'refused', code: 'not_found' }
  return said === 'moved' ? { kind: 'moved', campaign } : { kind: 'refused', code: 'campaign_not_so' }
}
