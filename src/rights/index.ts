import type { Given } from './given.ts'
import { jobsOf } from './jobs.ts'
import { routesOf } from './routes.ts'

export { ask } from './store.ts'

/** What the register keeps of a person is theirs to see whole, to have put right, restricted, objected to, and erased when they leave. */
export const rights = (given: Given) => ({ room: routesOf(given), jobs: jobsOf(given) })
