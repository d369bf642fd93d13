import type { Given } from './given.ts'
import { jobsOf } from './jobs.ts'
import { routesOf } from './routes.ts'

export { bringFirst } from './first.ts'
export { tellAll, tells } from './jobs.ts'

/** Texts that explain the register, by version; who has acknowledged which, and who has not yet. */
export const guidance = (given: Given) => ({ room: routesOf(given), jobs: jobsOf(given) })
