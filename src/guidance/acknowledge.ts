import type { Channel } from '../access-record/index.ts'
import type { Tx } from '../db/index.ts'
import { insertAcknowledgement, type Text, textSeen, versionsOf } from './store.ts'

export type Acknowledged =
  | { readonly kind: 'acknowledged'; readonly text: Text }
  | { readonly kind: 'refused'; readonly code: 'guidance_not_found' | 'guidance_superseded' }

/** The actor has read this version. Said twice it was said once, at the first time. */
export async function acknowledge(tx: Tx, id: string, version: string, channel: Channel): Promise<Acknowledged> {
  const versions = await versionsOf(tx, id)
  if (!versions.some((one) => one.id === version)) return { kind: 'refused', code: 'guidance_not_found' }
  if (!(await insertAcknowledgement(tx, version, channel))) return { kind: 'refused', code: 'guidance_superseded' }
  return { kind: 'acknowledged', text: (await textSeen(tx, id)) as Text }
}
