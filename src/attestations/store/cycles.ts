import { sql } from 'kysely'
import type { Tx } from '../../db/index.ts'
import type { Cycle } from '../rules.ts'

export type KindCycle = {
  /** Empty: every kind without a line of its own. */
  readonly kind: string
  /** Units of that kind. */
  readonly units: number
  /** None: no line of its own yet. With 0 months its people are not asked. */
  readonly cycle?: Cycle
  readonly changedAt?: Date
  readonly changedBy?: string
}

/** Cycles are the business of who administers the whole organisation. */
export async function maySetCycles(tx: Tx): Promise<boolean> {
  const { rows } = await sql<{ yes: boolean }>`select organises(null) as yes`.execute(tx)
  return rows[0]?.yes === true
}

/** Every kind of unit there is, and what holds for all others first. */
export async function cyclesSeen(tx: Tx): Promise<readonly KindCycle[]> {
  const { rows } = await sql<Row>`
    select coalesce(k.kind, c.kind) as kind, coalesce(k.units, 0)::int as units, c.months, c.month, c.spread_days, c.changed_at, c.changed_by_name
    from (select coalesce(kind, '') as kind, count(*) as units from unit where closed_at is null group by 1
        union all select '', 0 where not exists (select from unit where closed_at is null and coalesce(kind, '') = '')) k
      full join attestation_cycle c on c.kind = k.kind
    order by 1`.execute(tx)
  return rows.map(({ kind, units, months, month, spread_days, changed_at, changed_by_name }) => ({
    kind,
    units,
    cycle:
      months === null || month === null || spread_days === null
        ? undefined
        : { months, month, spreadDays: spread_days },
    changedAt: changed_at ?? undefined,
    changedBy: changed_by_name ?? undefined,
  }))
}

type Row = {
  kind: string
  units: number
  months: number | null
  month: number | null
  spread_days: number | null
  changed_at: Date | null
  changed_by_name: string | null
}

export async function writeCycle(tx: Tx, kind: string, { months, month, spreadDays }: Cycle): Promise<boolean> {
  const { rows } = await sql<{ said: string }>`
    select attestation_cycle_set(${kind}, ${months}, ${month}, ${spreadDays}) as said`.execute(tx)
  return rows[0]?.said === 'set'
}
