import { sql } from 'kysely'
import { rowsOf, type Tx } from '../../db/index.ts'
import type { Lang } from '../../web/index.ts'
import type { Sub } from './rules.ts'

export type Browser = {
  readonly id: string
  readonly label: string
  readonly madeAt: Date
  readonly pushedAt: Date | null
  readonly failed: string | null
  /** SHA-256 of its address, by which a browser knows itself in the list. */
  readonly mark: string
}

export async function browsers(tx: Tx): Promise<readonly Browser[]> {
  return tx
    .selectFrom('push_subscription')
    .select(['id', 'label', 'made_at as madeAt', 'pushed_at as pushedAt', 'failed'])
    .select(sql<string>`encode(sha256(convert_to(endpoint, 'UTF8')), 'hex')`.as('mark'))
    .where('person', '=', sql<string>`actor()`)
    .orderBy('made_at')
    .execute()
}

/** Nothing where there are too many already. */
export async function keep(
  tx: Tx,
  { endpoint, p256dh, auth }: Sub,
  label: string,
  lang: Lang,
): Promise<string | undefined> {
  const [kept] = await rowsOf(
    tx,
    sql<{ id: string | null }>`
    select push_keep(${endpoint}, ${p256dh}, ${auth}, ${label}, ${lang}) as id`,
  )
  return kept?.id ?? undefined
}

export async function remove(tx: Tx, id: string): Promise<void> {
  await tx.deleteFrom('push_subscription').where('person', '=', sql<string>`actor()`).where('id', '=', id).execute()
}
