import type { Database } from '../db/index.ts'
import { routesOf } from './routes.ts'

/** What a person sees of those who looked at their record. */
export const myRecord = (given: { readonly db: Database }) => ({ room: routesOf(given.db) })
