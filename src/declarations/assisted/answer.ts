import type { PersonId, Tx } from '../../db/index.ts'
import { hasEnded } from '../rules.ts'
import { alone } from '../store/alone.ts'
import { declarationOf, insertVersion } from '../store/declarations.ts'
import { sayOf } from './store.ts'

export type Said = 'right' | 'not_mine'
export type Answered =
  | { readonly kind: 'answered' }
  | { readonly kind: 'answered_before' }
  | { readonly kind: 'not_found' }

/** The person says whether what was filed for them is right. What is not theirs is closed, kept as a version, and the officer is told.
 *  Pressed twice it was said the first time. */
export async function answerAssisted(
  tx: Tx,
  who: PersonId,
  id: string,
  said: Said,
  channel: 'web' | 'api',
): Promise<Answered> {
  await alone(tx, who)
  const told = await sayOf(tx, id, said)
  if (told === 'not_found' || told === 'answered_before') return { kind: told }
  const now = await declarationOf(tx, id)
  if (told === 'answered' && said === 'not_mine' && now && !hasEnded(now)) {
    const out = { ...now, n: now.n + 1, state: 'closed', visibility: 'private', shows: 'nothing' } as const
    await insertVersion(tx, who, id, out, channel)
  }
  return { kind: 'answered' }
}
