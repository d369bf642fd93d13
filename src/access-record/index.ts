import { sql } from 'kysely'
import { newId, type PersonId, type Tx } from '../db/index.ts'

export const purposes = ['help', 'asked_by_person'] as const
/** Why an officer opens one person's record; chosen before it opens. */
export type Purpose = (typeof purposes)[number]

export type Opened = { readonly kind: 'opened' } | { readonly kind: 'not_yours_to_open' }

/** Writes who opens whose record and why, and thereby lets `tx`, and only `tx`, read it.
 *  When `tx` commits the row is kept for good and the person sees it on their own page.
 *  The database refuses the row of anyone who is not, now, the officer of that person's unit. */
export async function openRecord(tx: Tx, subject: PersonId, purpose: Purpose, channel: 'web' | 'api'): Promise<Opened> {
  return admitted(tx, { subject, purpose, fields: 'record', channel })
}

/** The same for the roll of one unit: one row, "list of unit X, N persons", that every person in it sees. */
export async function openRoll(tx: Tx, unit: string, persons: number, channel: 'web' | 'api'): Promise<Opened> {
  return admitted(tx, { unit, persons, purpose: 'list', fields: 'roll', channel })
}

type Row = { subject?: PersonId; unit?: string; persons?: number; purpose: string; fields: string; channel: string }

/** A savepoint, so that a refused row ends in an answer and not in a broken transaction. */
async function admitted(tx: Tx, row: Row): Promise<Opened> {
  await sql`savepoint access_row`.execute(tx)
  try {
    await tx.insertInto('access').values({ id: newId(), ...row }).execute()
    await sql`release savepoint access_row`.execute(tx)
    return { kind: 'opened' }
  } catch (error) {
    if ((error as { code?: string }).code !== '42501') throw error
    await sql`rollback to savepoint access_row`.execute(tx)
    return { kind: 'not_yours_to_open' }
  }
}
