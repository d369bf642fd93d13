import { sql } from 'kysely'
import type { Tx } from '../../db/index.ts'

/** How far the closing of a page has come. */
export type Closing = {
  readonly statedAt: Date
  readonly nextLookAt?: Date
  readonly lookedAt?: Date
  readonly looked?: 'gone' | 'same' | 'other' | 'there' | 'unclear' | 'no_way'
  /** It is closed: the look found it gone, or its owner's word is all there is. */
  readonly closedBy?: 'look' | 'word'
  readonly watchUntil?: Date
  readonly watchEnded?: 'time' | 'wish' | 'left' | 'no_way'
  /** The freed name leads somewhere again. */
  readonly alive?: 'same' | 'other' | 'there'
}

/** Of a page of the person who acts. */
export async function closingOf(tx: Tx, declaration: string): Promise<Closing | undefined> {
  const row = await tx
    .selectFrom('closing')
    .selectAll()
    .where('declaration', '=', declaration)
    .where('person', '=', sql<string>`actor()`)
    .executeTakeFirst()
  return (
    row && {
      statedAt: row.stated_at,
      nextLookAt: row.next_look_at ?? undefined,
      lookedAt: row.looked_at ?? undefined,
      looked: (row.looked ?? undefined) as Closing['looked'],
      closedBy: (row.closed_by ?? undefined) as Closing['closedBy'],
      watchUntil: row.watch_until ?? undefined,
      watchEnded: (row.watch_ended ?? undefined) as Closing['watchEnded'],
      alive: (row.alive ?? undefined) as Closing['alive'],
    }
  )
}

/** Twice is once; false where nothing of this person is watched. */
export async function endWatch(tx: Tx, declaration: string): Promise<boolean> {
  const { rows } = await sql<{ said: string }>`select watch_end(${declaration}) as said`.execute(tx)
  return rows[0]?.said === 'ended'
}
