import type { Given } from './given.ts'
import { routesOf } from './routes.ts'

export { absences, endAbsence, exemptions, noteAbsence } from './absence.ts'
export { addPerson, type NewPerson, type PersonAdded } from './add-person.ts'
export { changeOffice } from './change-office.ts'
export { leave } from './leave.ts'
export { comeBack } from './return.ts'
export { type PersonRow, personById, unitKept } from './store.ts'
export { transfer } from './transfer.ts'

/** The people of the register, as their officer lists them. */
export const members = (given: Given) => ({ room: routesOf(given) })
