import { sql } from 'kysely'
import type { PersonId, Tx } from '../db/index.ts'
import { kept, told } from '../units/index.ts'
import type { PlaceRefusal } from './refusal.ts'

type Why = PlaceRefusal | 'person_left' | 'office_malformed'
export type OfficeChanged =
  | { readonly kind: 'changed' | 'unchanged'; readonly id: PersonId }
  | { readonly kind: 'refused'; readonly code: Why }

/** The office that a person holds from now on; an empty one is none. The one before stays in their history, from when to when. */
export async function changeOffice(tx: Tx, id: PersonId, title: string): Promise<OfficeChanged> {
  const office = title.trim() === '' ? null : kept(title, 200)
  if (office === undefined) return { kind: 'refused', code: 'office_malformed' }
  const said = await told<'changed' | 'unchanged' | Why>(tx, sql`person_office(${id}, ${office})`)
  return said === 'changed' || said === 'unchanged' ? { kind: said, id } : { kind: 'refused', code: said }
}
