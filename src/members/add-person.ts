import { newId, type Tx } from '../db/index.ts'
import { kept, unitByCode } from '../units/index.ts'
import { insertPerson } from './store.ts'

export type NewPerson = {
  /** Code of the unit. */
  readonly unit: string
  readonly name: string
  readonly office?: string
  /** The organisation's own number of the person; never given twice. */
  readonly ref?: string
}

export type PersonAdded =
  | { readonly kind: 'added'; readonly id: string; readonly unit: string }
  | {
      readonly kind: 'refused'
      readonly code: 'unit_not_found' | 'name_malformed' | 'office_malformed' | 'ref_malformed' | 'ref_taken'
    }

const refused = (code: Extract<PersonAdded, { kind: 'refused' }>['code']): PersonAdded => ({ kind: 'refused', code })

/** Enters a person into the register. Runs as the operator; the roll gets its line in the same transaction. */
export async function addPerson(tx: Tx, given: NewPerson): Promise<PersonAdded> {
  const name = kept(given.name, 200)
  const office = given.office ? kept(given.office, 200) : null
  const ref = given.ref ? kept(given.ref, 64) : null
  if (!name) return refused('name_malformed')
  if (office === undefined) return refused('office_malformed')
  if (ref === undefined) return refused('ref_malformed')
  const unit = await unitByCode(tx, given.unit)
  if (!unit || unit.closed_at) return refused('unit_not_found')
  const id = newId()
  const added = await insertPerson(tx, { id, name, office, ref, unit: unit.id })
  return added ? { kind: 'added', id, unit: unit.code } : refused('ref_taken')
}
