/** The only two ways out: to addresses that people give, and to services that the operator named. */
export type { Told } from './agree.ts'
export { type ClientSettings, type GuardedClient, guardedClient, userAgent, type Wants } from './client.ts'
export { type Letter, type MailWay, mailWay, type Posted } from './mail-way.ts'
export {
  type Absent,
  type Got,
  type Reason,
  type Response,
  type Silent,
  type Unreachable,
  whySilent,
} from './outcome.ts'
export { systemResolvers } from './resolver-list.ts'
export { type Resolvers, resolvers } from './resolvers.ts'
export { type Asking, type Services, services } from './services.ts'
export { registrableDomain } from './urls.ts'
