import { sql } from 'kysely'
import type { Tx } from '../db/index.ts'
import { told } from '../units/index.ts'

type AgreeRefusal = 'role_not_found' | 'role_needs_another' | 'role_decided' | 'role_lapsed'
export type Agreed =
  | { readonly kind: 'agreed'; readonly id: string }
  | { readonly kind: 'refused'; readonly code: AgreeRefusal }

/** The second person lets a proposed role come into force: an administrator who neither proposed it nor is granted it. */
export async function agreeToRole(tx: Tx, id: string): Promise<Agreed> {
  const said = await told<'agreed' | AgreeRefusal>(tx, sql`role_agree(${id})`)
  return said === 'agreed' ? { kind: 'agreed', id } : { kind: 'refused', code: said }
}

type TurnRefusal = 'role_not_found' | 'role_decided' | 'role_lapsed'
export type TurnedDown =
  | { readonly kind: 'turned_down'; readonly id: string }
  | { readonly kind: 'refused'; readonly code: TurnRefusal }

/** Turns a proposal down; whoever proposed it takes it back by the same act. */
export async function turnDownRole(tx: Tx, id: string): Promise<TurnedDown> {
  const said = await told<'refused_role' | TurnRefusal>(tx, sql`role_refuse(${id})`)
  return said === 'refused_role' ? { kind: 'turned_down', id } : { kind: 'refused', code: said }
}

export type Noted =
  | { readonly kind: 'noted'; readonly id: string }
  | { readonly kind: 'refused'; readonly code: 'role_not_found' }

/** An administrator or auditor has taken note of a role that was granted by one person alone. */
export async function noteBrokenGlass(tx: Tx, id: string): Promise<Noted> {
  return (await told<string>(tx, sql`broken_glass_note(${id})::text`)) === 'true'
    ? { kind: 'noted', id }
    : { kind: 'refused', code: 'role_not_found' }
}
