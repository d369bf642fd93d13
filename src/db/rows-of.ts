import type { RawBuilder } from 'kysely'
import type { Tx } from './database.ts'

/** What a statement of one's own answers. */
export const rowsOf = async <Row>(tx: Tx, asked: RawBuilder<Row>): Promise<readonly Row[]> =>
  (await asked.execute(tx)).rows

/** The one word that a function of the database says: what came of it. */
export const said = async <Word>(tx: Tx, asked: RawBuilder<{ said: Word }>): Promise<Word> =>
  ((await rowsOf(tx, asked))[0] as { said: Word }).said
