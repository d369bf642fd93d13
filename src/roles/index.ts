export { type Granted, grantRole, type RoleRefusal, type Wanted } from './grant-role.ts'
export { type Revoked, revokeRole } from './revoke-role.ts'
