export { type Actor, type Held, nobody, type Nobody, type Role, roles, type Somebody } from './actor.ts'
export { anyAdministrator, anyAuditor, anyMember, anyOfficer, anyone, may, type Rule } from './may.ts'
