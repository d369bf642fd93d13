import type { Database } from '../db/index.ts'
import { routesOf } from './directories/routes.ts'
import { pluginOf } from './plugin.ts'

export { routes } from './routes.ts'
export { createScimToken, revokeScimToken, type ScimTokenMade, scimTokens } from './tokens.ts'

/** SCIM 2.0: a directory of the organisation provisions people and units, and grants nothing. Its tokens are made and taken back at a page. */
export const scim = (given: { readonly db: Database; readonly url: string }) => ({
  plugin: pluginOf(given),
  room: routesOf(given),
})
