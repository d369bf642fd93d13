export { bySession } from '../permissions/index.ts'
