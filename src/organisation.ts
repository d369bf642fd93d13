import type { Database } from './db/index.ts'

/** The organisation's own name, read once and again every half minute: another process may have named it. */
export async function organisationOf(db: Database) {
  let name: string | undefined
  const reload = async () => {
    name = (await db.under('asker', (tx) => tx.selectFrom('organisation').select('name').executeTakeFirst()))?.name
  }
  await reload()
  const timer = setInterval(() => void reload().catch(() => {}), 30_000) // a lost database says so elsewhere; the name stays
  timer.unref()
  return { name: () => name, reload, stop: () => clearInterval(timer) }
}
