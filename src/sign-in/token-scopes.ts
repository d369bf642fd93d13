import { type Role, type Scope, type Somebody, scopes } from '../permissions/index.ts'

/** Who has use for a scope: without an entry everybody. */
const forRoles: Partial<Record<Scope, readonly Role[]>> = {
  roll: ['officer'],
  records: ['officer', 'auditor'],
  units: ['officer', 'reviewer', 'overseer', 'auditor', 'administrator'],
  people: ['officer', 'administrator'],
  roles: ['administrator'],
  imports: ['officer', 'administrator'],
}

/** What this person may choose from: a token never does more than its person may, and what they may not is not offered. */
export const scopesFor = ({ roles }: Somebody): readonly Scope[] =>
  scopes.filter((scope) => forRoles[scope]?.some((role) => roles.some((held) => held.role === role)) ?? true)
