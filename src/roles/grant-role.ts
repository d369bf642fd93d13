import { sql } from 'kysely'
import { isId, newId, type PersonId, type Tx } from '../db/index.ts'
import { type Role, roles } from '../permissions/index.ts'
import { told, unitByCode } from '../units/index.ts'
import { beginning, type Calendar, daysFit, ending, type TermDays } from './term-days.ts'

export type Wanted = TermDays & {
  readonly person: PersonId
  readonly role: string
  /** Code of the unit; an auditor or administrator may be one of the whole organisation. */
  readonly unit?: string
  /** At the machine itself: in force at once although it needs two persons. The reason is kept and shown to administrators and auditors. */
  readonly breakGlass?: string
  /** The id it will have; the same sent again grants nothing more. */
  readonly id?: string
}

export type Granted =
  | { readonly kind: 'granted'; readonly id: string; readonly state: 'active' | 'proposed' }
  | { readonly kind: 'refused'; readonly code: RoleRefusal }

export type RoleRefusal =
  | 'role_unknown'
  | 'role_needs_unit'
  | 'role_dates_wrong'
  | 'reason_malformed'
  | 'person_not_found'
  | 'unit_not_found'
  | 'unit_closed'
  | 'role_for_oneself'
  | 'role_held_already'

const needUnit: ReadonlySet<Role> = new Set(['officer', 'reviewer', 'overseer'])
/** Decide about others, look over them, or grant: one person may only propose these. The database keeps to it (`for_two`). */
export const needTwo: ReadonlySet<Role> = new Set(['reviewer', 'auditor', 'administrator'])

const refused = (code: RoleRefusal): Granted => ({ kind: 'refused', code })

/** Grants a role for a term, as an administrator over the unit or as the operator. What needs two persons waits as `proposed`. */
export async function grantRole(tx: Tx, wanted: Wanted, at: Calendar): Promise<Granted> {
  const read = readWanted(wanted, at)
  if (typeof read === 'string') return refused(read)
  const unit = wanted.unit === undefined ? undefined : await unitByCode(tx, wanted.unit)
  if (wanted.unit !== undefined && !unit) return refused('unit_not_found')
  const { role, reason, id } = read
  const [from, to] = [beginning(wanted.from, at), ending(wanted.to, at)]
  const said = await told<'granted' | RoleRefusal>(
    tx,
    sql`role_propose(${id}, ${wanted.person}, ${role}, ${unit?.id ?? null}, ${from}, ${to}, ${reason ?? null})`,
  )
  return said === 'granted' ? { kind: 'granted', id, state: await stateOf(tx, id) } : refused(said)
}

/** What can be said before anybody is asked. */
export function readWanted(wanted: Wanted, at: Calendar) {
  const role = roles.find((known) => known === wanted.role)
  if (!role) return 'role_unknown'
  if (wanted.unit === undefined && needUnit.has(role)) return 'role_needs_unit'
  if (!daysFit(wanted, at)) return 'role_dates_wrong'
  const reason = wanted.breakGlass?.trim()
  if (reason !== undefined && (reason.length < 1 || reason.length > 500)) return 'reason_malformed'
  if (!isId(wanted.person)) return 'person_not_found'
  return { role, reason, id: wanted.id ?? newId() }
}

async function stateOf(tx: Tx, id: string): Promise<'active' | 'proposed'> {
  const { rows } = await sql<{ state: string }>`select role_standing(${id}) as state`.execute(tx)
  return rows[0]?.state === 'proposed' ? 'proposed' : 'active'
}
