export type { Difference } from './difference.ts'
export { type Imported, importFile } from './import-file.ts'
export { type Kind, limits, type Result } from './reading/index.ts'
