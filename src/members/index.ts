import type { Database } from '../db/index.ts'
import { routesOf } from './routes.ts'

export { addPerson, type NewPerson, type PersonAdded } from './add-person.ts'
export { type PersonRow, personById } from './store.ts'

/** The people of the register, as their officer lists them. */
export const members = (given: { readonly db: Database }) => ({ room: routesOf(given) })
