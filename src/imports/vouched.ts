import { sql } from 'kysely'
import { newId, type Tx } from '../db/index.ts'
import type { Step } from './store/trail.ts'

/** What the operator vouches for leaves a row that its person sees, as all that is done at the machine itself about a person. */
export async function leaveTraces(tx: Tx, id: string, steps: readonly Step[]): Promise<void> {
  const { rows } = await sql<{ person: string }>`
    select distinct o.target as person from import_row o where o.import = ${id} and o.n = any(${steps.map(({ n }) => n)}::int[])`.execute(
    tx,
  )
  if (rows.length === 0) return
  await tx
    .insertInto('access')
    .values(
      rows.map(({ person }) => ({
        ...{ id: newId(), subject: person, purpose: 'vouched', fields: 'roll', channel: 'command_line' },
      })),
    )
    .execute()
}
