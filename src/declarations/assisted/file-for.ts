import { openRecord } from '../../access-record/index.ts'
import type { PersonId, Tx } from '../../db/index.ts'
import { declareFor, type Filed } from '../file.ts'
import { alone } from '../store/alone.ts'
import type { Filer, KeptAddress, Manager } from '../types.ts'
import { filedBefore, type How, insertFiling, subjectOf } from './store.ts'

export type Wish = {
  /** Of the form: sent twice, it files once. */
  readonly id: string
  readonly address: KeptAddress
  readonly typed: string
  readonly manager: Manager
  readonly how: How
}
export type FiledFor =
  | {
      readonly kind: 'filed'
      readonly id: string
      readonly receipt: string
      readonly address: KeptAddress
      readonly person: Filer
    }
  | Exclude<Filed, { kind: 'filed' }>
  | { readonly kind: 'not_found' }
  | { readonly kind: 'no_unit' }

/** Files for a person of the unit kept: first the row that they will see, which is the key, then the same act as their own. The
 *  database takes it only private, at level 0, and marked as assisted; and tells the person. */
export async function fileFor(tx: Tx, subject: PersonId, wish: Wish, channel: 'web' | 'api'): Promise<FiledFor> {
  const opened = await openRecord(tx, subject, 'assist', channel)
  if (opened.kind === 'not_yours_to_open') return { kind: 'not_found' }
  const { record } = opened
  await alone(tx, subject)
  const person = await subjectOf(record)
  if (wish.manager === 'unit' && !person.unit) return { kind: 'no_unit' }
  const before = await filedBefore(record, wish.id)
  if (before) return { kind: 'filed', id: wish.id, ...before, person }
  const filed = await declareFor(tx, subject, wish)
  if (filed.kind !== 'filed') return filed
  await insertFiling(record, filed.id, wish.how)
  return { ...filed, address: wish.address, person }
}
