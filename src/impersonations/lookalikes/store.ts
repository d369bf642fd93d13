import { sql } from 'kysely'
import { said, type Tx } from '../../db/index.ts'
import type { How } from './permute.ts'

export type Seen = {
  readonly name: string
  readonly how: How
  /** Something can be opened there; else it is only registered. */
  readonly has_address: boolean
  readonly first_seen_at: Date
}
/** A listed website of one's own, and what looks like it. */
export type Site = {
  readonly declaration: string
  readonly canonical: string
  readonly watched: boolean
  readonly looked_at: Date | null
  readonly seen: readonly Seen[]
}

/** One's own websites that stand on one's public page. What the person knows is not among what is shown. */
export async function mySites(tx: Tx): Promise<readonly Site[]> {
  const { rows } = await sql<Site>`
    select d.id as declaration, d.canonical, w.declaration is not null as watched, w.looked_at,
      coalesce((select json_agg(json_build_object('name', l.name, 'how', l.how, 'has_address', l.has_address, 'first_seen_at', l.first_seen_at)
        order by l.first_seen_at desc, l.name) from lookalike l where l.declaration = d.id and l.known_at is null), '[]') as seen
    from declaration d join declaration_version v on v.id = d.current_version left join lookalike_watch w on w.declaration = d.id
    where d.person = actor() and d.platform = 'website' and d.ended_at is null and (v.visibility = 'listed' and v.state in ('active', 'closing') or w.declaration is not null)
    order by d.canonical limit 100`.execute(tx)
  return rows.map(({ seen, ...site }) => ({
    ...site,
    seen: seen.map((one) => ({ ...one, first_seen_at: new Date(one.first_seen_at) })),
  }))
}

export type Settled = 'set' | 'not_listed' | 'not_found'
export const watchSite = (tx: Tx, site: string, on: boolean) =>
  said(tx, sql<{ said: Settled }>`select lookalike_set(${site}, ${on}) as said`)
export const know = (tx: Tx, site: string, name: string) =>
  said(tx, sql<{ said: Settled }>`select lookalike_known(${site}, ${name}) as said`)

// as the checker

export type Due = { readonly declaration: string; readonly canonical: string }
export const sitesDue = async (tx: Tx, most: number): Promise<readonly Due[]> =>
  (await sql<Due>`select * from lookalike_due(${most})`.execute(tx)).rows

export type Existing = { readonly name: string; readonly how: How; readonly hasAddress: boolean }
export const keepSeen = async (tx: Tx, site: string, found: readonly Existing[]): Promise<number> =>
  (
    (
      await sql<{ fresh: number }>`select lookalike_seen(${site}, ${found.map(({ name }) => name)}::text[],
        ${found.map(({ how }) => how)}::text[], ${found.map(({ hasAddress }) => hasAddress)}::boolean[]) as fresh`.execute(
        tx,
      )
    ).rows[0] as { fresh: number }
  ).fresh
