import type { Given } from './given.ts'
import { jobsOf } from './jobs.ts'
import { routesOf } from './routes.ts'

export { type Bulk, importBulk } from './bulk/index.ts'
export type { Difference } from './difference.ts'
export { type Imported, importFile } from './import-file.ts'
export { goesOn } from './jobs.ts'
export { goOn } from './life/go-on.ts'
export { type Listed, listImports, type TakenBack, takeBack } from './life/take-back.ts'
export { lifeReasons } from './life-words.ts'
export { type Kind, limits, type Result } from './reading/index.ts'
export { type Format, rejectedFile } from './rejected-file.ts'
export { fileReasons, rowReasons, warningWords } from './words.ts'

/** Files of units, people and accounts: read first, then written by a job, and taken back for seven days. */
export const imports = (given: Given) => ({ room: routesOf(given), jobs: jobsOf(given) })
