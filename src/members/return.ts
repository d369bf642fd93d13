import { sql } from 'kysely'
import type { PersonId, Tx } from '../db/index.ts'
import { idByCode, told } from '../units/index.ts'
import type { PlaceRefusal } from './refusal.ts'

type Why = PlaceRefusal | 'person_here' | 'other_not_found' | 'other_closed'
export type Returned =
  | { readonly kind: 'returned'; readonly id: PersonId }
  | { readonly kind: 'refused'; readonly code: Why }

/** Takes a person who left in again, into the unit they were in last or another one. Roles and keys do not come back. */
export async function comeBack(tx: Tx, id: PersonId, unit?: string): Promise<Returned> {
  const to = unit === undefined ? null : await idByCode(tx, unit)
  if (to === undefined) return { kind: 'refused', code: 'other_not_found' }
  const said = await told<'returned' | Why>(tx, sql`person_return(${id}, ${to})`)
  return said === 'returned' ? { kind: 'returned', id } : { kind: 'refused', code: said }
}
