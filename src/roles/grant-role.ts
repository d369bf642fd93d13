import { newId, type PersonId, type Tx } from '../db/index.ts'
import { type Role, roles } from '../permissions/index.ts'
import { unitByCode } from '../units/index.ts'
import { insertRole, isPerson } from './store.ts'

export type Wanted = {
  readonly person: PersonId
  readonly role: string
  /** Code of the unit; an auditor or administrator may be one of the whole organisation. */
  readonly unit?: string
  /** In force at once although it needs two persons. The reason is kept beside the role. */
  readonly breakGlass?: string
}

export type Granted =
  | { readonly kind: 'granted'; readonly id: string; readonly state: 'active' | 'proposed' }
  | { readonly kind: 'refused'; readonly code: RoleRefusal }

export type RoleRefusal =
  | 'role_unknown'
  | 'role_needs_unit'
  | 'reason_malformed'
  | 'person_not_found'
  | 'unit_not_found'
  | 'role_held_already'

/** Decide about others or look over them: one person at a machine may only propose these. */
const needTwo: ReadonlySet<Role> = new Set(['reviewer', 'auditor', 'administrator'])
const needUnit: ReadonlySet<Role> = new Set(['officer', 'reviewer', 'overseer'])

const refused = (code: RoleRefusal): Granted => ({ kind: 'refused', code })

/** Grants a role from now on, as the operator. What needs two persons waits as `proposed`. */
export async function grantRole(tx: Tx, { person, role: asked, unit: code, breakGlass }: Wanted): Promise<Granted> {
  const role = roles.find((known) => known === asked)
  if (!role) return refused('role_unknown')
  if (code === undefined && needUnit.has(role)) return refused('role_needs_unit')
  const reason = breakGlass?.trim()
  if (reason !== undefined && (reason.length < 1 || reason.length > 500)) return refused('reason_malformed')
  if (!(await isPerson(tx, person))) return refused('person_not_found')
  const unit = code === undefined ? undefined : await unitByCode(tx, code)
  if (code !== undefined && (!unit || unit.closed_at)) return refused('unit_not_found')
  const state = needTwo.has(role) && reason === undefined ? 'proposed' : 'active'
  const id = newId()
  const row = { id, person, role, unit: unit?.id ?? null, state, granted_because: reason ?? null }
  return (await insertRole(tx, row)) ? { kind: 'granted', id, state } : refused('role_held_already')
}
