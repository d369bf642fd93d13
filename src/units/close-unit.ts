import { sql } from 'kysely'
import type { Tx } from '../db/index.ts'
import { idByCode, told } from './store.ts'

export type Closing = {
  /** Code of the unit that its people go to; without one it must be empty. */ readonly peopleTo?: string
}
type CloseRefusal = 'unit_not_found' | 'unit_closed' | 'other_not_found' | 'other_closed' | 'has_units' | 'has_people'
export type UnitClosed =
  | { readonly kind: 'closed'; readonly id: string }
  | { readonly kind: 'refused'; readonly code: CloseRefusal }

/** Closes a unit: not while units are below it, and not while people are in it, or they go where they are told to. Its terms end. */
export async function closeUnit(tx: Tx, id: string, { peopleTo }: Closing): Promise<UnitClosed> {
  const other = peopleTo === undefined ? null : await idByCode(tx, peopleTo)
  if (other === undefined) return { kind: 'refused', code: 'other_not_found' }
  const said = await told<'closed' | CloseRefusal>(tx, sql`unit_close(${id}, ${other})`)
  return said === 'closed' ? { kind: 'closed', id } : { kind: 'refused', code: said }
}
