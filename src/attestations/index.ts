import type { Given } from './given.ts'
import { jobsOf } from './jobs.ts'
import { routesOf } from './routes.ts'

export { plans } from './jobs.ts'
export { keepTime, lapseProofs, planAll } from './keep-time.ts'
export type { Cycle } from './rules.ts'
export { setCycle } from './set-cycle.ts'

/** Once a cycle people say that their list is complete and true; when each is asked, and what follows when they do not say it. */
export const attestations = (given: Given) => ({ room: routesOf(given), jobs: jobsOf(given) })
