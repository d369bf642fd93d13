import { sql } from 'kysely'
import { type Database, isDatabaseAway } from '../../db/index.ts'
import { told } from '../../units/index.ts'
import type { Work } from '../given.ts'

type Said = 'more' | 'ended' | 'nothing'

/** Rows of a block, where the machine does that many before a connection is cut off. */
const whole = 1_000
const smallest = 25

/** Writes, or takes back, block after block, each in a transaction of its own. Killed at any moment, it goes on with the next block when
 *  it is called again; called twice at once, the two take turns and neither does a block twice. A block that a busy machine did not
 *  finish in time is tried again at half the size. For the one who brought the file: what they may not do any more is not done. */
export async function goOn(db: Database, work: Work, most = Number.POSITIVE_INFINITY): Promise<void> {
  let rows = whole
  for (const step of ['import_step', 'import_undo_step']) {
    let said: Said = 'more'
    for (let done = 0; said === 'more' && done < most; ) {
      try {
        said = await db.as(work.by, (tx) => told<Said>(tx, sql`${sql.ref(step)}(${work.import}, ${rows})`))
        done++
      } catch (error) {
        if (!isDatabaseAway(error) || rows <= smallest) throw error
        rows = Math.floor(rows / 2)
      }
    }
  }
}
