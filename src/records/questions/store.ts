import { sql } from 'kysely'
import type { Tx } from '../../db/index.ts'

export const saidWhy = ['purpose_stated', 'mistake', 'not_justified'] as const
export type SaidWhy = (typeof saidWhy)[number]

/** A look that somebody asks about: who, when and what for. Whose record it was, and who asks, is not in it. */
export type Question = {
  readonly id: string
  readonly state: 'asked' | 'answered'
  readonly asked_at: Date
  readonly due_on: string
  readonly late: boolean
  readonly raised: number
  readonly answer: SaidWhy | null
  readonly at: Date
  readonly by_name: string | null
  readonly by_office: string | null
  readonly by_unit: string | null
  readonly purpose: string
  readonly number: string | null
  readonly fields: string
  readonly channel: string
}

/** What the actor is to answer; with an id, that one, answered or not. */
export async function questions(tx: Tx, id: string | null): Promise<readonly Question[]> {
  const { rows } = await sql<Question>`
    select id, state, asked_at, due_on::text as due_on, late, raised, answer, at, by_name, by_office, by_unit, purpose, number, fields, channel
    from why_question(${id}::uuid)`.execute(tx)
  return rows
}

export async function answer(tx: Tx, id: string, said: SaidWhy): Promise<'answered' | 'already' | 'not_found'> {
  const { rows } = await sql<{ done: 'answered' | 'already' | 'not_found' }>`
    select why_answer(${id}::uuid, ${said}) as done`.execute(tx)
  return rows[0]?.done ?? 'not_found'
}
