export { type Actor, type Held, type Nobody, nobody, type Role, roles, type Somebody } from './actor.ts'
export {
  anyAdministrator,
  anyAuditor,
  anyMember,
  anyOfficer,
  anyone,
  anyRole,
  may,
  type Rule,
  whoPlaces,
} from './may.ts'
export { type Scope, scopeOf, scopes } from './scopes.ts'
