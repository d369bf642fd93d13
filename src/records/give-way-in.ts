import { openRecord } from '../access-record/index.ts'
import type { PersonId, Tx } from '../db/index.ts'
import { hasPasskey } from '../sign-in/index.ts'
import { personOf } from './store.ts'

export type WayIn = 'invitation' | 'code'
type Refused = { readonly kind: 'refused' }
type Made<M> = Exclude<M, Refused> & { readonly name: string }

/** An officer gives a member a way into the member's own account: first the row that the member sees, which says what was given,
 *  then, in the same transaction, the invitation or the code. The database refuses either without that row. */
export async function giveWayIn<M extends { readonly kind: 'made' } | Refused>(
  tx: Tx,
  subject: PersonId,
  way: WayIn,
  make: (tx: Tx, person: PersonId) => Promise<M>,
): Promise<Made<M> | { readonly kind: 'not_found' | 'recovery_instead' }> {
  const opened = await openRecord(tx, subject, way, 'web')
  if (opened.kind === 'not_yours_to_open') return { kind: 'not_found' }
  // Who had a passkey and lost it gets a new one by two officers; a code adds none.
  if (way === 'invitation' && (await hasPasskey(tx, subject))) return { kind: 'recovery_instead' }
  const made = await make(tx, subject)
  if (made.kind === 'refused') return { kind: 'not_found' }
  const { name } = await personOf(opened.record)
  return { ...(made as Exclude<M, Refused>), name }
}
