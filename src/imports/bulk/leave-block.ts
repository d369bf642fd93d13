import type { Copier } from '../../db/index.ts'
import type { Span } from './block.ts'

/** By which ids, in which transaction: what a block brought can be taken back by it. */
export async function leaveBlock(
  copier: Copier,
  importId: string,
  n: number,
  lines: number,
  { first, last }: Span,
): Promise<void> {
  await copier.query('insert into import_block (import, n, lines, first_id, last_id) values ($1, $2, $3, $4, $5)', [
    ...[importId, n, lines, first, last],
  ])
}
