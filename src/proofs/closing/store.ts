import { sql } from 'kysely'
import { newId, type Tx } from '../../db/index.ts'
import type { Declared } from '../methods/index.ts'
import type { Closing, Next, Sight } from './rules.ts'

// as the checker, which sees addresses and no names

export type DueClosing = { readonly id: string; readonly declared: Declared; readonly uid: string | null }

type Row = {
  id: string
  platform: string
  canonical: string
  handle: string | null
  uid: string | null
  proven: string | null
}

/** Takes some that are due: whoever else looks passes them over for ten minutes. Should we die, they are due again. */
export async function takeClosings(tx: Tx, most: number): Promise<readonly DueClosing[]> {
  const { rows } = await sql<Row>`
    with taken as (
      update closing c set next_look_at = now() + interval '10 minutes'
      where c.declaration = any (array(select declaration from closing where next_look_at <= now() order by next_look_at limit ${most} for no key update skip locked))
      returning c.declaration)
    select d.id, d.platform, d.canonical, d.handle, d.uid,
      (select p.uid from proof p where p.declaration = d.id and p.uid is not null order by p.found_at desc nulls last limit 1) as proven
    from taken t join declaration d on d.id = t.declaration`.execute(tx)
  return rows.map(({ id, platform, canonical, handle, uid, proven }) => ({
    id,
    declared: { platform, canonical, handle: handle ?? undefined, uid: uid ?? undefined },
    uid: proven ?? uid,
  }))
}

/** Of a closing that still goes on, or is watched; nothing of one that its owner took back meanwhile. */
export async function closingOf(tx: Tx, declaration: string): Promise<Closing | undefined> {
  const row = await tx
    .selectFrom('closing as c')
    .innerJoin('declaration as d', 'd.id', 'c.declaration')
    .innerJoin('declaration_version as v', 'v.id', 'd.current_version')
    .select(['v.state', 'c.stated_at', 'c.watch_until', 'c.alive'])
    .where('c.declaration', '=', declaration)
    .where('c.watch_ended', 'is', null)
    .where('v.state', 'in', ['closing', 'closed'])
    .executeTakeFirst()
  return (
    row && {
      state: row.state as Closing['state'],
      statedAt: row.stated_at,
      watchUntil: row.watch_until,
      alive: row.alive as Closing['alive'],
    }
  )
}

export async function saveLook(tx: Tx, declaration: string, sight: Sight, next: Next): Promise<void> {
  const { nextLookAt, closedBy, watchUntil, watchEnded, alive } = next
  await tx
    .updateTable('closing')
    .set({ looked: sight, looked_at: sql<Date>`now()`, next_look_at: nextLookAt, alive })
    .$if(closedBy !== undefined, (row) => row.set({ closed_by: closedBy, watch_until: watchUntil ?? null }))
    .$if(watchEnded !== undefined, (row) => row.set({ watch_ended: watchEnded }))
    .where('declaration', '=', declaration)
    .execute()
}

export async function countClosings(tx: Tx): Promise<number> {
  const { rows } = await sql<{ n: string }>`select closings_due() as n`.execute(tx)
  return Number(rows[0]?.n ?? 0)
}

/** The version in force once more, but closed. */
export async function insertClosedVersion(tx: Tx, declaration: string): Promise<void> {
  await sql`
    insert into declaration_version (id, declaration, n, state, visibility, shows, manager, since, channel)
    select ${newId()}, v.declaration, v.n + 1, 'closed', v.visibility, v.shows, v.manager, v.since, 'check'
    from declaration d join declaration_version v on v.id = d.current_version where d.id = ${declaration}`.execute(tx)
}
