import { sql } from 'kysely'
import type { Tx } from '../db/index.ts'

const mostWords = 8
const longest = 100

/** What was typed, as patterns: one for each word, without accents, found at the beginning of a word. The same function of the
 *  database folds what is typed and what is kept, so that the two cannot differ. */
export async function wordsSought(tx: Tx, typed: string): Promise<string[]> {
  const { rows } = await sql<{ folded: string }>`select folded(${typed.slice(0, longest)}) as folded`.execute(tx)
  const words = (rows[0]?.folded ?? '').split(/\s+/u).filter((word) => word !== '')
  return words.slice(0, mostWords).map((word) => `% ${word.replace(/[\\%_]/g, '\\$&')}%`)
}
