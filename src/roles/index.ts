import type { Given } from './given.ts'
import { jobsOf } from './jobs.ts'
import { routesOf } from './routes.ts'

export { agreeToRole, noteBrokenGlass, turnDownRole } from './decide-role.ts'
export { endRole, type Revoked, type RoleEnded, revokeRole } from './end-role.ts'
export { type Granted, grantRole, type RoleRefusal, type Wanted } from './grant-role.ts'
export { type List, lists, type RoleLine, rolesSeen } from './store.ts'

/** Roles with scope and term: granted by two where two are needed, ended, handed over. */
export const roles = (given: Given) => ({ room: routesOf(given), jobs: jobsOf(given) })
