import { type Expression, type SqlBool, sql } from 'kysely'
import type { Tx } from '../db/index.ts'

/** Row security gives no other rows; the condition lets an index be used. */
const mine = sql<SqlBool>`person = actor()` as Expression<SqlBool>

const notices = (tx: Tx) =>
  tx
    .selectFrom('notice')
    .select(['id', 'kind', 'about', 'made_at', 'seen_at'])
    .where(mine)
    .orderBy('made_at', 'desc')
    .orderBy('id', 'desc')

export type NoticeRow = Awaited<ReturnType<typeof noticesAfter>>[number]

/** Newest first; `before` is the last row of the page before. */
export function noticesAfter(tx: Tx, most: number, before?: string) {
  const older = sql<SqlBool>`(made_at, id) < (select last.made_at, last.id from notice last where last.id = ${before})`
  return notices(tx)
    .$if(before !== undefined, (rows) => rows.where(older))
    .limit(most)
    .execute()
}

export async function unseen(tx: Tx, most: number): Promise<{ rows: NoticeRow[]; count: number }> {
  const rows = await notices(tx).where('seen_at', 'is', null).limit(most).execute()
  if (rows.length < most) return { rows, count: rows.length }
  const { count } = await tx
    .selectFrom('notice')
    .select((of) => of.fn.countAll<string>().as('count'))
    .where(mine)
    .where('seen_at', 'is', null)
    .executeTakeFirstOrThrow()
  return { rows, count: Number(count) }
}

export async function markSeen(tx: Tx, id?: string): Promise<boolean> {
  await tx
    .updateTable('notice')
    .set({ seen_at: sql<Date>`now()` })
    .where(mine)
    .where('seen_at', 'is', null)
    .$if(id !== undefined, (rows) => rows.where('id', '=', id as string))
    .execute()
  if (id === undefined) return true
  return (await tx.selectFrom('notice').select('id').where('id', '=', id).executeTakeFirst()) !== undefined
}
