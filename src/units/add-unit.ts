import { newId, type Tx } from '../db/index.ts'
import { deepest, depthOf } from './depth.ts'
import { kept } from './kept.ts'
import { insertUnit, mayOrganise, treeStands, unitByCode } from './store.ts'

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
      readonly code:
        | 'unit_code_malformed'
        | 'unit_name_malformed'
        | 'unit_kind_malformed'
        | 'unit_code_taken'
        | 'parent_not_found'
        | 'parent_closed'
        | 'too_deep'
    }

const refused = (code: Extract<UnitAdded, { kind: 'refused' }>['code']): UnitAdded => ({ kind: 'refused', code })

/** Adds a unit to the tree, for an administrator over its parent or for the operator; a code is never given twice. */
export async function addUnit(tx: Tx, given: NewUnit): Promise<UnitAdded> {
  const code = kept(given.code, 64)
  const name = kept(given.name, 300)
  const unitKind = given.kind ? kept(given.kind, 100) : null
  if (!code) return refused('unit_code_malformed')
  if (!name) return refused('unit_name_malformed')
  if (unitKind === undefined) return refused('unit_kind_malformed')
  await treeStands(tx)
  const parent = given.parent === undefined ? undefined : await unitByCode(tx, given.parent)
  if (given.parent !== undefined && !parent) return refused('parent_not_found')
  if (!(await mayOrganise(tx, parent?.id ?? null))) return refused('parent_not_found')
  if (parent?.closed_at) return refused('parent_closed')
  if (parent && depthOf(parent.path) >= deepest) return refused('too_deep')
  const id = newId()
  const path = [...(parent ? [parent.path] : []), id.replaceAll('-', '_')].join('.')
  const added = await insertUnit(tx, { id, code, name, kind: unitKind, parent: parent?.id ?? null, path })
  return added ? { kind: 'added', id, code } : refused('unit_code_taken')
}
