import type { Database } from '../db/index.ts'
import { routesOf } from './routes.ts'

export { addUnit, type NewUnit, type UnitAdded } from './add-unit.ts'
export { closeUnit, type UnitClosed } from './close-unit.ts'
export { kept } from './kept.ts'
export { mergeUnits, type UnitsMerged } from './merge-units.ts'
export { moveUnit, type UnitMoved } from './move-unit.ts'
export { renameUnit, type UnitRenamed } from './rename-unit.ts'
export { wordsSought } from './sought.ts'
export {
  idByCode,
  type KeptUnit,
  keptUnit,
  keptUnits,
  told,
  treeStands,
  type UnitRow,
  unitByCode,
} from './store.ts'
export { unitsFound } from './tree.ts'

/** The tree of the organisation, and what becomes of its units. */
export const units = (given: { readonly db: Database }) => ({ room: routesOf(given) })
