import { sql } from 'kysely'
import { type Channel, openRolls } from '../../access-record/index.ts'
import type { Tx } from '../../db/index.ts'

export type Answered = {
  readonly row: number
  readonly fields: readonly string[]
  /** As the file has it. */
  readonly typed: string
  readonly answer: 'mine' | 'not_mine' | 'closed' | null
}

/** What people said of the accounts that this file put before them: to the officer of their unit, who leaves the row that listing the
 *  unit leaves. Nothing of people whom the actor does not keep, or does not keep any more. */
export async function answersOf(tx: Tx, id: string, channel: Channel): Promise<readonly Answered[]> {
  const { rows: units } = await sql<{
    unit: string
  }>`select import_asked_units as unit from import_asked_units(${id})`.execute(tx)
  if (units.length === 0) return []
  const asked = units.map(({ unit }) => unit)
  await openRolls(tx, asked, channel)
  const { rows } =
    await sql<Answered>`select row_number as row, fields, typed, answer from import_answers(${id})`.execute(tx)
  return rows
}

/** Whether there is anything to list: it lists nothing by itself. */
export async function hasAsked(tx: Tx, id: string): Promise<boolean> {
  const { rows } = await sql<{ yes: boolean }>`select exists (select from import_asked_units(${id})) as yes`.execute(tx)
  return rows[0]?.yes === true
}

export const said = ['mine', 'not_mine', 'closed', 'unanswered'] as const
export type Said = (typeof said)[number]
export const saidIn = ({ answer }: Pick<Answered, 'answer'>): Said => answer ?? 'unanswered'

export function countsOfAnswers(answers: readonly Answered[]): Readonly<Record<Said, number>> {
  const counts = { mine: 0, not_mine: 0, closed: 0, unanswered: 0 }
  for (const one of answers) counts[saidIn(one)]++
  return counts
}
