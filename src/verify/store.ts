import type { Selectable } from 'kysely'
import type { DB, Tx } from '../db/index.ts'

export type PublishedRow = Selectable<DB['published']>

/** The only query of this room. Unknown, private, draft and pending are the same missing row. */
export function publishedAt(tx: Tx, canonical: string): Promise<PublishedRow | undefined> {
  return tx.selectFrom('published').selectAll().where('canonical', '=', canonical).executeTakeFirst()
}
