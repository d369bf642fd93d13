export { codeKey, headerKey } from './clean.ts'
export { type Field, fieldNamed, fieldsOf, type Mapping, neededOf } from './header.ts'
export { limits } from './limits.ts'
export { readApart } from './read-apart.ts'
export { type Result, resultOf } from './result.ts'
export type {
  AccountLine, AccountsLine, FileReason, Kind, PersonLine, Reading, Refused, Rejected, RowReason, StandingUnit, UnitLine, Warning,
} from './types.ts' // biome-ignore format: one list
