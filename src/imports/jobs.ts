import { sql } from 'kysely'
import { isId } from '../db/index.ts'
import type { Job } from '../jobs/index.ts'
import type { Given, Work } from './given.ts'
import { goOn } from './life/go-on.ts'

export const goesOn = 'imports.go_on'

export const jobsOf = ({ db }: Pick<Given, 'db'>): readonly Job[] => [
  {
    name: goesOn,
    run: async (payload) => {
      if (isWork(payload)) await goOn(db, payload)
    },
  },
  {
    name: 'imports.resume',
    cron: '*/5 * * * *',
    run: () => resume(db),
  },
  {
    name: 'imports.sweep',
    cron: '23 * * * *',
    run: async () => {
      await db.under('checker', (tx) => sql`select import_sweep()`.execute(tx))
    },
  },
]

/** The queue tries five times; what it gave up is gone on with here, so that no file stays half written. One that fails holds no other up. */
export async function resume(db: Given['db']): Promise<void> {
  const { rows } = await db.under('checker', (tx) =>
    sql<{ import: string; by_person: string }>`select import, by_person from imports_stalled()`.execute(tx),
  )
  const failed: unknown[] = []
  for (const { import: which, by_person } of rows)
    await goOn(db, { import: which, by: by_person }).catch((error: unknown) => failed.push(error))
  if (failed.length > 0) throw failed[0]
}

const isWork = (payload: Readonly<Record<string, unknown>>): payload is Work =>
  [payload.import, payload.by].every((id) => typeof id === 'string' && isId(id))
