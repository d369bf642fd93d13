/** The only way out to addresses that people give. */
export type { Told } from './agree.ts'
export { type ClientSettings, type GuardedClient, guardedClient, userAgent, type Wants } from './client.ts'
export type { Absent, Got, Reason, Response, Unreachable } from './outcome.ts'
export { systemResolvers } from './resolver-list.ts'
export { type Resolvers, resolvers } from './resolvers.ts'
export { registrableDomain } from './urls.ts'
