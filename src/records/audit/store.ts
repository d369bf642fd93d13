import { sql } from 'kysely'
import type { Tx } from '../../db/index.ts'

/** A look, as an auditor reads it: of whose record, says a name that means nothing outside this list. */
export type Audited = {
  readonly id: string
  readonly at: Date
  readonly by_name: string | null
  readonly by_office: string | null
  readonly by_unit: string | null
  readonly purpose: string
  readonly number: string | null
  readonly fields: string
  readonly channel: string
  /** The unit whose list was seen. */
  readonly listed: string | null
  readonly persons: number | null
  readonly pseudonym: string | null
  readonly unusual: readonly ('outside_hours' | 'many')[]
  readonly why_state: 'asked' | 'answered' | null
  readonly why_answer: 'purpose_stated' | 'mistake' | 'not_justified' | null
}

export type Wanted = { readonly unusual: boolean; readonly before: string | undefined; readonly most: number }

/** Newest first. Nothing for whoever is no auditor. */
export async function audited(tx: Tx, { unusual, before, most }: Wanted): Promise<readonly Audited[]> {
  const { rows } = await sql<Audited>`
    select * from access_for_audit(${unusual}, ${before ?? null}::uuid, ${most}::int)`.execute(tx)
  return rows
}
