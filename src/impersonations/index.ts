import type { Given } from './given.ts'
import { jobsOf } from './jobs.ts'
import { routesOf } from './routes.ts'

/** A page that presents itself as a listed person's own: reported by anybody, denied by the person, found so by a reviewer, and said in
 *  public for 180 days. Nothing is taken down from here. */
export const impersonations = (given: Given) => ({ room: routesOf(given), jobs: jobsOf(given) })
