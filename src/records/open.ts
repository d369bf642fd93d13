import { type Channel, type For, openRecord } from '../access-record/index.ts'
import type { PersonId, Tx } from '../db/index.ts'
import { unitKept } from '../members/index.ts'
import { type Dossier, dossiersOf } from '../proofs/index.ts'
import { declarationsOf, personOf } from './store.ts'

type Person = Awaited<ReturnType<typeof personOf>>
type Declaration = Awaited<ReturnType<typeof declarationsOf>>[number] & { readonly dossier: Dossier }

export type RecordShown = { readonly person: Person; readonly declarations: readonly Declaration[] }
export type Opening =
  | ({ readonly kind: 'opened' } & RecordShown)
  | { readonly kind: 'not_found' }
  /** Of a person whom the actor keeps: a number that is not there, is closed, or is about somebody else, told alike. */
  | { readonly kind: 'number_not_open' }
const notOpen = { kind: 'number_not_open' } as const

/** The address of a declaration, to be shown with a telephone number masked: an officer is not its owner. */
export const written = ({ canonical, handle }: RecordShown['declarations'][number]) => ({
  canonical: canonical ?? '',
  handle: handle ?? undefined,
})

/** Opens one person's record: first the row that they will see, then, in the same transaction, what it opens.
 *  Somebody who is not there and somebody who is not the actor's to look at are answered alike. */
export async function open(tx: Tx, subject: PersonId, why: For, channel: Channel): Promise<Opening> {
  const opened = await openRecord(tx, subject, why, channel)
  if (opened.kind === 'not_yours_to_open')
    return 'number' in why && (await unitKept(tx, subject)) ? notOpen : { kind: 'not_found' }
  const { record } = opened
  const [person, declarations] = [await personOf(record), await declarationsOf(record)]
  const dossierOf = await dossiersOf(tx, subject)
  const withDossiers = declarations.map((one) => ({
    ...one,
    dossier: dossierOf({ id: one.id ?? '', handle: one.handle ?? undefined }),
  }))
  return { kind: 'opened', person, declarations: withDossiers }
}
