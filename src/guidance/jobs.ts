import { sql } from 'kysely'
import type { Database } from '../db/index.ts'
import type { Job } from '../jobs/index.ts'
import type { Given } from './given.ts'

/** Name of the job that tells of one text: its payload is the text's id. */
export const tells = 'guidance.tell'
const block = 1_000

/** May run twice, or be cut off: of one version a person is told once. */
export const jobsOf = ({ db }: Pick<Given, 'db'>): readonly Job[] => [
  { name: tells, run: ({ guidance }) => tellAll(db, String(guidance)) },
  { name: 'guidance.newcomers', cron: '20 7 * * *', run: () => tellNewcomers(db) },
  { name: 'guidance.count', cron: '35 2 * * *', run: () => recount(db) },
]

/** Everybody whom the text asks and who was not told yet, a block a transaction. */
export async function tellAll(db: Database, guidance: string): Promise<void> {
  let after: string | null = '00000000-0000-0000-0000-000000000000'
  while (after !== null) {
    const from: string = after
    after = await db.under('reminder', async (tx) => {
      const { rows } = await sql<{ last: string | null }>`
        select guidance_tell(${guidance}, ${from}, ${block}) as last`.execute(tx)
      return rows[0]?.last ?? null
    })
  }
}

/** Whoever has come since, or came into a unit that a text is for. */
async function tellNewcomers(db: Database): Promise<void> {
  const asking = await db.under('reminder', async (tx) => {
    const { rows } = await sql<{ id: string }>`select guidance_asking() as id`.execute(tx)
    return rows.map(({ id }) => id)
  })
  for (const id of asking) await tellAll(db, id)
}

export const recount = (db: Database): Promise<void> =>
  db.under('tally', async (tx) => {
    await sql`select guidance_recount()`.execute(tx)
  })
