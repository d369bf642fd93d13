import type { Tx } from '../db/index.ts'
import { kept } from './kept.ts'
import { updateNames } from './store.ts'

export type Renaming = { readonly name?: string /** An empty one takes the kind away. */; readonly kind?: string }
export type UnitRenamed =
  | { readonly kind: 'renamed'; readonly id: string }
  | { readonly kind: 'refused'; readonly code: 'unit_not_found' | 'unit_name_malformed' | 'unit_kind_malformed' }

/** Gives a unit another name or kind. What it was called before stays in its history, and answers that name the unit change with it. */
export async function renameUnit(tx: Tx, id: string, given: Renaming): Promise<UnitRenamed> {
  const name = given.name === undefined ? undefined : kept(given.name, 300)
  const unitKind = given.kind ? kept(given.kind, 100) : null
  if (given.name !== undefined && !name) return { kind: 'refused', code: 'unit_name_malformed' }
  if (unitKind === undefined) return { kind: 'refused', code: 'unit_kind_malformed' }
  const there = await updateNames(tx, id, { name, ...(given.kind === undefined ? {} : { kind: unitKind }) })
  return there ? { kind: 'renamed', id } : { kind: 'refused', code: 'unit_not_found' }
}
