import { type Channel, openRecord, type Purpose } from '../access-record/index.ts'
import type { PersonId, Tx } from '../db/index.ts'
import { declarationsOf, personOf, proofsOf } from './store.ts'

type Person = Awaited<ReturnType<typeof personOf>>
type Proof = Awaited<ReturnType<typeof proofsOf>>[number]
type Declaration = Awaited<ReturnType<typeof declarationsOf>>[number] & { readonly proofs: readonly Proof[] }

export type RecordShown = { readonly person: Person; readonly declarations: readonly Declaration[] }
export type Opening = ({ readonly kind: 'opened' } & RecordShown) | { readonly kind: 'not_found' }

/** The address of a declaration, to be shown with a telephone number masked: an officer is not its owner. */
export const written = ({ canonical, handle }: RecordShown['declarations'][number]) => ({
  canonical: canonical ?? '',
  handle: handle ?? undefined,
})

/** Opens one person's record: first the row that they will see, then, in the same transaction, what it opens.
 *  Somebody who is not there and somebody who is not the actor's to look at are answered alike. */
export async function open(tx: Tx, subject: PersonId, purpose: Purpose, channel: Channel): Promise<Opening> {
  const opened = await openRecord(tx, subject, purpose, channel)
  if (opened.kind === 'not_yours_to_open') return { kind: 'not_found' }
  const { record } = opened
  const [person, declarations, proofs] = [await personOf(record), await declarationsOf(record), await proofsOf(record)]
  const withProofs = declarations.map((one) => ({
    ...one,
    proofs: proofs.filter((proof) => proof.declaration === one.id),
  }))
  return { kind: 'opened', person, declarations: withProofs }
}
