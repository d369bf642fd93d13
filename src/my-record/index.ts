import type { Database } from '../db/index.ts'
import { jobsOf } from './jobs.ts'
import { routesOf } from './routes.ts'

export type Given = {
  readonly db: Database
  /** Which day it is in the register's zone. */
  readonly today: () => string
}

/** What a person sees of those who looked at their record, and how they ask why. */
export const myRecord = (given: Given) => ({ room: routesOf(given), jobs: jobsOf(given) })
