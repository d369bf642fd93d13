import { sql } from 'kysely'
import { newId, type Tx } from '../db/index.ts'
import { kept, told, unitByCode } from '../units/index.ts'

export type NewPerson = {
  /** Code of the unit. */
  readonly unit: string
  readonly name: string
  readonly office?: string
  /** The organisation's own number of the person; never given twice. */
  readonly ref?: string
}

type AddRefusal =
  | 'unit_not_found'
  | 'name_malformed'
  | 'office_malformed'
  | 'ref_malformed'
  | 'ref_taken'
  /** Numbers are given by administrators: a clash would tell an officer of a person elsewhere. */
  | 'ref_not_yours'
export type PersonAdded =
  | { readonly kind: 'added'; readonly id: string; readonly unit: string }
  | { readonly kind: 'refused'; readonly code: AddRefusal }

const refused = (code: AddRefusal): PersonAdded => ({ kind: 'refused', code })

/** Enters a person into a unit: by its officer, an administrator over it or the operator. The roll gets its line in the same transaction. */
export async function addPerson(tx: Tx, given: NewPerson): Promise<PersonAdded> {
  const name = kept(given.name, 200)
  const office = given.office ? kept(given.office, 200) : null
  const ref = given.ref ? kept(given.ref, 64) : null
  if (!name) return refused('name_malformed')
  if (office === undefined) return refused('office_malformed')
  if (ref === undefined) return refused('ref_malformed')
  const unit = await unitByCode(tx, given.unit)
  if (!unit) return refused('unit_not_found')
  const id = newId()
  const said = await told<'added' | AddRefusal>(tx, sql`person_enter(${id}, ${unit.id}, ${name}, ${office}, ${ref})`)
  return said === 'added' ? { kind: 'added', id, unit: unit.code } : refused(said)
}
