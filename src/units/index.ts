export { addUnit, type NewUnit, type UnitAdded } from './add-unit.ts'
export { kept } from './kept.ts'
export { type KeptUnit, keptUnit, keptUnits, type UnitRow, unitByCode } from './store.ts'
