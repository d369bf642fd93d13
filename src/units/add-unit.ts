import { newId, type Tx } from '../db/index.ts'
import { kept } from './kept.ts'
import { insertUnit, unitByCode } from './store.ts'

export type NewUnit = {
  readonly code: string
  readonly name: string
  /** Code of the unit above; without one it is a root. */
  readonly parent?: string
  /** From the vocabulary of the organisation. */
  readonly kind?: string
}

export type UnitAdded =
  | { readonly kind: 'added'; readonly id: string; readonly code: string }
  | {
      readonly kind: 'refused'
      readonly code: 'unit_code_malformed' | 'unit_name_malformed' | 'unit_code_taken' | 'parent_not_found'
    }

/** Adds a unit to the tree. Runs as the operator; a code is never given twice. */
export async function addUnit(tx: Tx, given: NewUnit): Promise<UnitAdded> {
  const code = kept(given.code, 64)
  const name = kept(given.name, 300)
  if (!code) return { kind: 'refused', code: 'unit_code_malformed' }
  if (!name) return { kind: 'refused', code: 'unit_name_malformed' }
  const parent = given.parent === undefined ? undefined : await unitByCode(tx, given.parent)
  if (given.parent !== undefined && (!parent || parent.closed_at)) return { kind: 'refused', code: 'parent_not_found' }
  const id = newId()
  const path = [...(parent ? [parent.path] : []), id.replaceAll('-', '_')].join('.')
  const added = await insertUnit(tx, { id, code, name, kind: given.kind ?? null, parent: parent?.id ?? null, path })
  return added ? { kind: 'added', id, code } : { kind: 'refused', code: 'unit_code_taken' }
}
