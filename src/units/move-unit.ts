import { sql } from 'kysely'
import type { Tx } from '../db/index.ts'
import { idByCode, told } from './store.ts'

export type Moving = {
  /** Code of the unit above from now on; none makes it a root. */
  readonly parent?: string
  /** Terms of officers over the moved units go with them, or end now. */
  readonly officers: 'keep' | 'end'
}
type MoveRefusal =
  | 'unit_not_found'
  | 'unit_closed'
  | 'parent_not_found'
  | 'parent_closed'
  | 'below_itself'
  | 'there_already'
  | 'too_deep'
export type UnitMoved =
  | { readonly kind: 'moved'; readonly id: string }
  | { readonly kind: 'refused'; readonly code: MoveRefusal }

/** Hangs a unit, with all that is below it, under another one. People stay in their units; meanwhile nobody else moves anything. */
export async function moveUnit(tx: Tx, id: string, { parent, officers }: Moving): Promise<UnitMoved> {
  const below = parent === undefined ? null : await idByCode(tx, parent)
  if (below === undefined) return { kind: 'refused', code: 'parent_not_found' }
  const said = await told<'moved' | MoveRefusal>(tx, sql`unit_move(${id}, ${below}, ${officers === 'end'})`)
  return said === 'moved' ? { kind: 'moved', id } : { kind: 'refused', code: said }
}
