import { sql } from 'kysely'
import type { PersonId, Tx } from '../db/index.ts'
import { told } from '../units/index.ts'
import type { PlaceRefusal } from './refusal.ts'

type Why = PlaceRefusal | 'person_left' | 'last_administrator'
export type Left = { readonly kind: 'left'; readonly id: PersonId } | { readonly kind: 'refused'; readonly code: Why }

/** Writes down that a person has left. Nothing is erased; their roles and keys end now, and public answers name no office any more. */
export async function leave(tx: Tx, id: PersonId): Promise<Left> {
  const said = await told<'left' | Why>(tx, sql`person_leave(${id})`)
  return said === 'left' ? { kind: 'left', id } : { kind: 'refused', code: said }
}
