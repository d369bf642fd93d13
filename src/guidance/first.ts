import { sql } from 'kysely'
import type { Database } from '../db/index.ts'
import { firstText, firstTitle } from './first-text.ts'
import { insertVersion } from './store.ts'

/** Always the same, so that many processes that start at once bring one text. */
const firstId = '00000000-0000-7000-8000-000000000001'
const firstVersion = '00000000-0000-7000-8000-000000000002'

/** A register that has no text yet begins with ours. */
export const bringFirst = (db: Database): Promise<void> =>
  db.under('operator', async (tx) => {
    await sql`select pg_advisory_xact_lock(hashtextextended('guidance', 0))`.execute(tx)
    const { rows } = await sql<{ has: boolean }>`select guidance_begun() as has`.execute(tx)
    if (rows[0]?.has) return
    const wanted = { guidance: firstId, version: firstVersion, unit: null, material: true }
    await insertVersion(tx, { ...wanted, title: firstTitle, text: firstText })
  })
