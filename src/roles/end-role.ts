import { sql } from 'kysely'
import type { PersonId, Tx } from '../db/index.ts'
import { told, unitByCode } from '../units/index.ts'
import { termOf } from './store.ts'
import { type Calendar, daysFit, ending } from './term-days.ts'

type Why =
  | 'role_not_found'
  | 'role_not_held'
  | 'role_over'
  | 'role_end_later'
  | 'role_dates_wrong'
  | 'last_administrator'
export type RoleEnded =
  | { readonly kind: 'ended'; readonly id: string }
  | { readonly kind: 'refused'; readonly code: Why }

/** Ends a term now, or sets its last day. With the next request after its end the role opens nothing; what was open is handed over. */
export async function endRole(tx: Tx, id: string, lastDay: string | undefined, at: Calendar): Promise<RoleEnded> {
  if (!daysFit({ to: lastDay }, at)) return { kind: 'refused', code: 'role_dates_wrong' }
  const said = await told<'ended' | Why>(tx, sql`role_end(${id}, ${ending(lastDay, at)})`)
  return said === 'ended' ? { kind: 'ended', id } : { kind: 'refused', code: said }
}

type Held = { readonly person: PersonId; readonly role: string; readonly unit?: string; readonly to?: string }
export type Revoked = RoleEnded | { readonly kind: 'refused'; readonly code: 'unit_not_found' }

/** The same for whoever names the role by its person and unit: the operator. */
export async function revokeRole(tx: Tx, { person, role, unit: code, to }: Held, at: Calendar): Promise<Revoked> {
  const unit = code === undefined ? undefined : await unitByCode(tx, code)
  if (code !== undefined && !unit) return { kind: 'refused', code: 'unit_not_found' }
  const id = await termOf(tx, { person, role, unit: unit?.id ?? null })
  return id ? endRole(tx, id, to, at) : { kind: 'refused', code: 'role_not_held' }
}
