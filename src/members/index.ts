export { addPerson, type NewPerson, type PersonAdded } from './add-person.ts'
export { type PersonRow, personById } from './store.ts'
