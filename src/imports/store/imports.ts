import { sql } from 'kysely'
import { newId, type Tx } from '../../db/index.ts'
import type { Kind } from '../reading/index.ts'

/** In one transaction after another: two imports at once write their blocks in turn, and neither writes a thing twice. */
export async function oneAtATime(tx: Tx): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended('import', 0))`.execute(tx)
}

/** Whoever moves a unit has the tree alone: no circle comes about, and no path goes stale. */
export async function treeAlone(tx: Tx): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended('tree', 0))`.execute(tx)
}

export type Begun = { readonly id: string; readonly written: number }
type Import = {
  readonly kind: Kind
  readonly fileHash: Buffer
  readonly rows: number
  readonly accepted: number
  readonly rejected: number
  /** The published list that vouches for its accounts. */
  readonly vouched: string | null
}

/** The import of this very file that was cut off, or a new one. It goes on only where the file still gives as many good rows. */
export async function beginOrGoOn(
  tx: Tx,
  { kind, fileHash, rows, accepted, rejected, vouched }: Import,
): Promise<Begun> {
  await oneAtATime(tx)
  const open = await tx
    .selectFrom('import')
    .select(['id', 'written'])
    .where('file_hash', '=', fileHash)
    .where('kind', '=', kind)
    .where('accepted', '=', accepted)
    .where('ended_at', 'is', null)
    .where('by_person', 'is', null)
    .where('bulk', '=', false)
    .where('state', '=', 'writing')
    .where('vouched', 'is not distinct from', vouched)
    .orderBy('id', 'desc')
    .executeTakeFirst()
  if (open) return open
  const id = newId()
  await tx
    .insertInto('import')
    .values({ id, kind, file_hash: fileHash, rows, accepted, rejected, vouched, state: 'writing' })
    .execute()
  return { id, written: 0 }
}

/** Before the block: whether it is still to be written. Not when another process wrote it, or it is being taken back. */
export async function isDue(tx: Tx, id: string, written: number): Promise<'due' | 'written' | 'ended'> {
  const { state, written: so } = await tx
    .selectFrom('import')
    .select(['state', 'written'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  if (state !== 'writing') return 'ended'
  return so >= written ? 'written' : 'due'
}

export async function countWritten(tx: Tx, id: string, written: number): Promise<void> {
  await tx.updateTable('import').set({ written, moved_at: sql`now()` }).where('id', '=', id).execute()
}

export async function endImport(tx: Tx, id: string): Promise<void> {
  await tx
    .updateTable('import')
    .set({ state: 'written', ended_at: sql`now()` })
    .where('id', '=', id)
    .where('state', '=', 'writing')
    .execute()
}
