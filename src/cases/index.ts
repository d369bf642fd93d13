import type { Given } from './given.ts'
import { jobsOf } from './jobs.ts'
import { routesOf } from './routes.ts'

export { opening } from './desk.ts'
export { appeal, decide, factsOf, myCases, openCase, reply } from './store.ts'

/** A duty of the register in question, with due process: facts, notice, reply, decision by another, appeal, seal, erasure. */
export const cases = (given: Given) => ({ room: routesOf(given), jobs: jobsOf(given) })
