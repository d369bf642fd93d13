import type { RawBuilder } from 'kysely'
import type { Tx } from './database.ts'

/** What a statement of one's own answers. */
export const rowsOf = async <Row>(tx: Tx, asked: RawBuilder<Row>): Promise<readonly Row[]> =>
  (await asked.execute(tx)).rows
