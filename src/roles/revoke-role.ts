import type { Tx } from '../db/index.ts'
import { unitByCode } from '../units/index.ts'
import type { Wanted } from './grant-role.ts'
import { endRole } from './store.ts'

export type Revoked =
  | { readonly kind: 'revoked'; readonly id: string }
  | { readonly kind: 'refused'; readonly code: 'unit_not_found' | 'role_not_held' }

/** Ends a role now, as the operator: with the next request it opens nothing any more. */
export async function revokeRole(tx: Tx, { person, role, unit: code }: Omit<Wanted, 'breakGlass'>): Promise<Revoked> {
  const unit = code === undefined ? undefined : await unitByCode(tx, code)
  if (code !== undefined && !unit) return { kind: 'refused', code: 'unit_not_found' }
  const id = await endRole(tx, { person, role, unit: unit?.id ?? null })
  return id ? { kind: 'revoked', id } : { kind: 'refused', code: 'role_not_held' }
}
