import type { Given } from './given.ts'
import { jobsOf } from './jobs.ts'
import { routesOf } from './routes.ts'

export { remindInSample } from './in-sample.ts'
export { countCampaign, counts } from './jobs.ts'
export { quietUntil } from './rules.ts'

/** Reminders in waves: to whom, of what, how fast, and what came of them. */
export const campaigns = (given: Given) => ({ room: routesOf(given), jobs: jobsOf(given) })
