import { sql } from 'kysely'
import type { Tx } from '../db/index.ts'
import { idByCode, told } from './store.ts'

export type Merging = {
  /** Code of the unit that takes in people, units below and open work. */
  readonly into: string
  /** Terms over the merged unit end, or go on over the other one. */
  readonly terms: 'end' | 'move'
}
type MergeRefusal = 'unit_not_found' | 'unit_closed' | 'other_not_found' | 'other_closed' | 'below_itself' | 'too_deep'
export type UnitsMerged =
  | { readonly kind: 'merged'; readonly id: string; readonly into: string }
  | { readonly kind: 'refused'; readonly code: MergeRefusal }

/** Closes a unit and puts everybody in it, every unit below it and all open work into another one. */
export async function mergeUnits(tx: Tx, id: string, { into, terms }: Merging): Promise<UnitsMerged> {
  const other = await idByCode(tx, into)
  if (other === undefined) return { kind: 'refused', code: 'other_not_found' }
  const said = await told<'merged' | MergeRefusal>(tx, sql`unit_merge(${id}, ${other}, ${terms === 'move'})`)
  return said === 'merged' ? { kind: 'merged', id, into: other } : { kind: 'refused', code: said }
}
