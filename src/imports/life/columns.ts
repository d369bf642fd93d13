import { sql } from 'kysely'
import type { Tx } from '../../db/index.ts'
import { mayOrganise } from '../../units/index.ts'
import type { Kind, Mapping } from '../reading/index.ts'

/** For whose files a choice is remembered: an administrator's for the organisation or their branch, an officer's for the unit they keep. */
async function placeOf(tx: Tx): Promise<string | null | undefined> {
  if (await mayOrganise(tx, null)) return null
  const { rows } = await sql<{ unit: string }>`
    select held.unit from role_held held where held.person = actor() and in_term(held) and held.role in ('administrator', 'officer') and held.unit is not null
    order by held.role, held.from_at, held.id limit 1`.execute(tx)
  return rows[0]?.unit
}

/** What columns were said to hold: by this unit, else by the organisation. */
export async function rememberedColumns(tx: Tx, kind: Kind): Promise<Mapping> {
  const place = (await placeOf(tx)) ?? null
  const { rows } = await sql<{ header: string; field: string }>`
    select header, field from import_column where kind = ${kind} and (unit is null or unit = ${place}) order by unit nulls first limit 5000`.execute(
    tx,
  )
  return new Map(rows.map(({ header, field }) => [header, field]))
}

export async function rememberColumns(tx: Tx, kind: Kind, chosen: Mapping): Promise<void> {
  const place = await placeOf(tx)
  if (place === undefined) return
  for (const [header, field] of chosen)
    await sql`insert into import_column (unit, kind, header, field) values (${place}, ${kind}, ${header}, ${field})
      on conflict (unit, kind, header) do update set field = excluded.field`.execute(tx)
}
