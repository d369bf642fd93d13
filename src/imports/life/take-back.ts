import { sql } from 'kysely'
import type { Database } from '../../db/index.ts'
import { told } from '../../units/index.ts'

export type TakenBack =
  | { readonly kind: 'refused'; readonly code: string }
  /** What was changed since, or is in use, stays: row by row, with the reason. */
  | { readonly kind: 'undone'; readonly rows: number; readonly kept: readonly { row: number; reason: string }[] }

/** Takes back what an import did, whoever brought it, as the operator at the machine itself. Ended in the middle, it goes on. */
export async function takeBack(
  db: Database,
  id: string,
  progress: (done: number, of: number) => void = () => {},
): Promise<TakenBack> {
  const said = await db.under('operator', (tx) => told<string>(tx, sql`import_undo(${id})`))
  if (said !== 'undoing' && !(said === 'undone_already' && (await standingOf(db, id))?.state === 'undoing'))
    return { kind: 'refused', code: said }
  for (let more = 'more'; more === 'more'; ) {
    more = await db.under('operator', (tx) => told<string>(tx, sql`import_undo_step(${id})`))
    const now = await standingOf(db, id)
    if (now) progress(now.undone, now.written)
  }
  return db.under('operator', async (tx) => {
    const gone = tx.selectFrom('import_row').where('import', '=', id).where('undo', 'is not', null)
    const rows = await gone.select(['row', 'undo']).where('undo', '<>', 'undone').orderBy('row').execute()
    const kept = rows.map(({ row, undo }) => ({ row, reason: undo as string }))
    return { kind: 'undone', rows: (await standingOf(db, id))?.undone ?? 0, kept }
  })
}

const standingOf = (db: Database, id: string) =>
  db.under('operator', (tx) =>
    tx.selectFrom('import').select(['state', 'undone', 'written']).where('id', '=', id).executeTakeFirst(),
  )

export type Listed = {
  readonly id: string
  readonly kind: string
  readonly state: string | null
  readonly by: 'page' | 'command_line'
  readonly bulk: boolean
  readonly vouched: string | null
  readonly rows: number
  readonly written: number
  readonly begun_at: Date
  readonly undo_until: Date | null
}

/** The newest imports, by whichever way they came; nothing of what is in them. */
export function listImports(db: Database, most = 100): Promise<readonly Listed[]> {
  return db.under('operator', (tx) =>
    tx
      .selectFrom('import')
      .select(['id', 'kind', 'state', 'bulk', 'vouched', 'rows', 'written', 'begun_at'])
      .select(sql<'page' | 'command_line'>`case when by_person is null then 'command_line' else 'page' end`.as('by'))
      .select(
        sql<Date | null>`case when state in ('written', 'cancelled') then ended_at + interval '7 days' end`.as(
          'undo_until',
        ),
      )
      .orderBy('begun_at', 'desc')
      .orderBy('id', 'desc')
      .limit(most)
      .execute(),
  )
}
