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
    name: 'imports.sweep',
    cron: '23 * * * *',
    run: async () => {
      await db.under('checker', (tx) => sql`select import_sweep()`.execute(tx))
    },
  },
]

const isWork = (payload: Readonly<Record<string, unknown>>): payload is Work =>
  [payload.import, payload.by].every((id) => typeof id === 'string' && isId(id))
