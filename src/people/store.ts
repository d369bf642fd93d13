import type { Selectable } from 'kysely'
import type { DB, Tx } from '../db/index.ts'

export type ListedRow = Pick<
  Selectable<DB['published']>,
  'canonical' | 'level' | 'level_at' | 'name' | 'office' | 'not_current_since'
>

/** The only query of this room: what stands on one public page. A page that nobody has and a page on which nothing stands are the same no
 *  rows. The strongest first. */
export function listedOn(tx: Tx, page: string): Promise<ListedRow[]> {
  return tx
    .selectFrom('published')
    .select(['canonical', 'level', 'level_at', 'name', 'office', 'not_current_since'])
    .where('page', '=', page)
    .where('answer', '=', 'confirmed')
    .where('level', '>=', 1)
    .orderBy('level', 'desc')
    .orderBy('level_at', 'desc')
    .orderBy('canonical')
    .execute()
}
