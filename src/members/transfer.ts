import { sql } from 'kysely'
import type { PersonId, Tx } from '../db/index.ts'
import { idByCode, told } from '../units/index.ts'
import type { PlaceRefusal } from './refusal.ts'

export type Transferring = {
  /** Code of the unit they go to. */
  readonly unit: string
  /** Roles over the unit they leave end, or go on. */
  readonly terms: 'end' | 'keep'
}
type Why = PlaceRefusal | 'person_left' | 'other_not_found' | 'other_closed' | 'there_already'
export type Transferred =
  | { readonly kind: 'transferred'; readonly id: PersonId }
  | { readonly kind: 'refused'; readonly code: Why }

/** Puts a person into another unit: an administrator over both, or the officer who keeps both. Their pages and open work go with them. */
export async function transfer(tx: Tx, id: PersonId, { unit, terms }: Transferring): Promise<Transferred> {
  const to = await idByCode(tx, unit)
  if (to === undefined) return { kind: 'refused', code: 'other_not_found' }
  const said = await told<'transferred' | Why>(tx, sql`person_transfer(${id}, ${to}, ${terms === 'keep'})`)
  return said === 'transferred' ? { kind: 'transferred', id } : { kind: 'refused', code: said }
}
