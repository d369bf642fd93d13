export { type Actor, type Held, type Nobody, nobody, type Role, roles, type Somebody } from './actor.ts'
export { type Act, type ActName, acts } from './acts.ts'
export { may } from './may.ts'
export {
  administratorAtBrowser,
  anyAdministrator,
  anyAuditor,
  anyMember,
  anyOfficer,
  anyone,
  anyReviewer,
  anyRole,
  bySession,
  type OpenRule,
  type Rule,
  whoAnswers,
  whoCampaigns,
  whoHandlesCases,
  whoPlaces,
} from './rules.ts'
export { type Scope, scopeOf, scopes } from './scopes.ts'
export { type Kind, kinds, type Relation, relations, type Subject } from './subject.ts'
export { type Wall, wallOn } from './wall.ts'
