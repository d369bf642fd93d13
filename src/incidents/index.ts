import type { Given } from './given.ts'
import { jobsOf } from './jobs.ts'
import { routesOf } from './routes.ts'

/** A page that was taken: stopped in one press, answered within hours, given back by a fresh proof. */
export const incidents = (given: Given) => ({ room: routesOf(given), jobs: jobsOf(given) })
