import { type Database, isDatabaseAway } from '../db/index.ts'
import { type PublicWord, wordOf } from './rules.ts'
import { publishedAt } from './store.ts'

export type Asked = { readonly kind: 'answered'; readonly word: PublicWord } | { readonly kind: 'busy' }

/** How long the database may be silent. After that nothing is said: an old answer could confirm a page that was frozen. */
const patience = 1_000

/** What the register says in public about one address. Page, API and signed copy all ask here; nothing is kept between two questions. */
export async function ask(db: Database, canonical: string): Promise<Asked> {
  const answer = db.under('asker', (tx) => publishedAt(tx, canonical))
  answer.catch(() => {}) // when patience ends first, nobody waits for it any more
  const silence = Promise.withResolvers<'silence'>()
  const timer = setTimeout(() => silence.resolve('silence'), patience)
  try {
    const row = await Promise.race([answer, silence.promise])
    return row === 'silence' ? { kind: 'busy' } : { kind: 'answered', word: wordOf(row) }
  } catch (error) {
    if (isDatabaseAway(error)) return { kind: 'busy' }
    throw error
  } finally {
    clearTimeout(timer)
  }
}
