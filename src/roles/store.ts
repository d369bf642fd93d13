import { sql } from 'kysely'
import { type PersonId, rowsOf, type Tx } from '../db/index.ts'
import type { Role } from '../permissions/index.ts'

export type RoleState = 'proposed' | 'coming' | 'serving' | 'ended' | 'refused' | 'lapsed'

/** One role of one person over one unit, as administrators and the person themself see it. */
export type RoleLine = {
  readonly id: string
  readonly person: PersonId
  readonly name: string
  readonly office: string | null
  readonly role: Role
  readonly unit: string | null
  readonly unit_code: string | null
  readonly unit_name: string | null
  readonly from_at: Date
  readonly to_at: Date | null
  readonly state: RoleState
  readonly granted_at: Date
  readonly open_until: Date
  readonly granted_because: string | null
  readonly proposed_by: PersonId | null
  readonly proposed_by_name: string | null
  readonly decided_by_name: string | null
  readonly decided_at: Date | null
  readonly ended_by_name: string | null
}
export const lists = ['now', 'proposed', 'ended'] as const
export type List = (typeof lists)[number]

export const linesAtOnce = 50

/** One more than is shown at once, so that one knows of the next page. */
export const rolesSeen = (tx: Tx, list: List, from = 0, units?: readonly string[]) =>
  rowsOf(
    tx,
    sql<RoleLine>`select * from roles_seen(${units ? [...units] : null}::uuid[], ${list}, ${from}, ${linesAtOnce + 1})`,
  )

export const roleSeen = async (tx: Tx, id: string): Promise<RoleLine | undefined> =>
  (await rowsOf(tx, sql<RoleLine>`select * from role_seen(${id})`))[0]

export const rolesOfMine = (tx: Tx) => rowsOf(tx, sql<RoleLine>`select * from roles_of_mine()`)

/** Granted by one person alone; the actor has not yet taken note. */
export const brokenGlass = (tx: Tx) => rowsOf(tx, sql<RoleLine>`select * from broken_glass()`)

/** The term of this person that is running, or has not begun. */
export async function termOf(
  tx: Tx,
  { person, role, unit }: { person: PersonId; role: string; unit: string | null },
): Promise<string | undefined> {
  const row = await tx
    .selectFrom('role_held')
    .select('id')
    .where('person', '=', person)
    .where('role', '=', role)
    .where('unit', 'is not distinct from', unit)
    .where('state', '=', 'active')
    .where((held) => held.or([held('to_at', 'is', null), held('to_at', '>', sql<Date>`now()`)]))
    .orderBy('from_at')
    .executeTakeFirst()
  return row?.id
}

export type Reach = { readonly units: number; readonly persons: number }
export async function reachOf(tx: Tx, role: Role, unit: string): Promise<Reach> {
  const [row] = await rowsOf(tx, sql<Record<'units' | 'persons', string>>`select * from role_reach(${role}, ${unit})`)
  return { units: Number(row?.units ?? 0), persons: Number(row?.persons ?? 0) }
}

/** What was open when an officer left, and whose it is now. Nobody but the officers is named. */
export type Handover = {
  readonly id: string
  readonly officer_name: string
  readonly unit_code: string
  readonly unit_name: string
  readonly to_code: string | null
  readonly to_name: string | null
  readonly same_unit: boolean | null
  readonly at: Date
  readonly why: 'ended' | 'term_over' | 'left' | 'transferred' | 'unit_gone'
  readonly by_name: string | null
  readonly witness: number
  readonly invitations: number
  readonly incidents: number
  readonly recoveries: number
  readonly cases: number
}
export type Ahead = Pick<
  Handover,
  'witness' | 'invitations' | 'incidents' | 'recoveries' | 'cases' | 'to_code' | 'to_name' | 'same_unit'
>

export const handoverOf = async (tx: Tx, term: string): Promise<Handover | undefined> =>
  (await rowsOf(tx, sql<Handover>`select * from handover_of(${term})`))[0]

export const handoversSeen = (tx: Tx, from = 0) =>
  rowsOf(tx, sql<Handover>`select * from handovers_seen(${from}, ${linesAtOnce + 1})`)

export const handoverAhead = async (tx: Tx, term: string): Promise<Ahead | undefined> =>
  (await rowsOf(tx, sql<Ahead>`select * from handover_ahead(${term})`))[0]

export async function settleRoles(tx: Tx): Promise<number> {
  const [row] = await rowsOf(tx, sql<{ settled: number }>`select settle_roles() as settled`)
  return row?.settled ?? 0
}
