import type { Tx } from '../db/index.ts'
import { unitByCode } from '../units/index.ts'
import { insertCampaign, type Wanted } from './store.ts'

export type Refusal = 'unit_not_found' | 'campaigns_waiting' | 'campaign_text_missing'
export type Prepared =
  | { readonly kind: 'prepared'; readonly id: string }
  | { readonly kind: 'refused'; readonly code: Refusal }

/** A draft, to be looked at: nobody is told anything before it is started. */
export async function prepare(tx: Tx, id: string, code: string, wanted: Wanted): Promise<Prepared> {
  if (wanted.task === 'read' && wanted.guidance === null) return { kind: 'refused', code: 'campaign_text_missing' }
  const unit = await unitByCode(tx, code)
  if (!unit) return { kind: 'refused', code: 'unit_not_found' }
  const { outcome, made } = await insertCampaign(tx, id, unit.id, wanted)
  return made ? { kind: 'prepared', id: made } : { kind: 'refused', code: outcome as Refusal }
}
