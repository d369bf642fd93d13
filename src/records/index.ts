import type { Database } from '../db/index.ts'
import { routesOf } from './routes.ts'

export { channelName, fieldsName, purposeName } from './access-words.ts'

/** An officer opens one person's record, and the person sees it. */
export const records = (given: { readonly db: Database }) => ({ room: routesOf(given.db) })
