import { sql } from 'kysely'
import type { Tx } from '../../db/index.ts'
import { mayOrganise } from '../../units/index.ts'
import { codeKey, type Kind, type StandingUnit } from '../reading/index.ts'
import type { Scope } from './plan-rows.ts'

export type Standing = { readonly units: readonly StandingUnit[]; readonly scope: Scope }
type Row = StandingUnit & { readonly mine: boolean }

/** The units a file of this kind may name: of units the whole tree, of which the actor changes their part; of people and accounts those
 *  that the actor keeps or administers, and no other. */
export async function standingFor(tx: Tx, kind: Kind): Promise<Standing> {
  const officers =
    kind === 'units'
      ? sql`false`
      : sql`exists (select from mine where role = 'officer' and u.path <@ mine.path) and covers(u.id)`
  const { rows } = await sql<Row>`
    with mine as (select held.role, held.unit, top.path from role_held held left join unit top on top.id = held.unit
      where held.person = actor() and in_term(held) and held.role in ('administrator', 'officer'))
    select u.code, above.code as parent, u.closed_at is not null as closed,
      exists (select from mine where role = 'administrator' and (unit is null or u.path <@ mine.path)) or ${officers} as mine
    from unit u left join unit above on above.id = u.parent`.execute(tx)
  const mine = rows.filter((row) => row.mine)
  const codes = new Set(mine.map(({ code }) => codeKey(code)))
  return { units: kind === 'units' ? rows : mine, scope: { whole: await mayOrganise(tx, null), codes } }
}
