import { sql } from 'kysely'
import type { Database } from '../../db/index.ts'
import { told } from '../../units/index.ts'
import type { Work } from '../given.ts'

type Said = 'more' | 'ended' | 'nothing'

/** Writes, or takes back, block after block, each in a transaction of its own. Killed at any moment, it goes on with the next block when
 *  it is called again; called twice at once, the two take turns and neither does a block twice. For the one who brought the file: what
 *  they may not do any more is not done. */
export async function goOn(db: Database, work: Work, most = Number.POSITIVE_INFINITY): Promise<void> {
  for (const step of ['import_step', 'import_undo_step']) {
    let said: Said = 'more'
    for (let n = 0; said === 'more' && n < most; n++)
      said = await db.as(work.by, (tx) => told<Said>(tx, sql`${sql.ref(step)}(${work.import})`))
  }
}
