import { sql } from 'kysely'
import { type Channel, openPlace } from '../access-record/index.ts'
import { isId, type PersonId, type Tx } from '../db/index.ts'

/** Whom an administrator means: by id, or by number. They browse no names. */
export async function whomOf(tx: Tx, typed: string): Promise<PersonId | undefined> {
  const text = typed.trim().slice(0, 100)
  if (isId(text)) return text
  if (text === '') return undefined
  const { rows } = await sql<{ id: PersonId | null }>`select numbered(${text}) as id`.execute(tx)
  return rows[0]?.id ?? undefined
}

export type Whom = { readonly id: PersonId; readonly name: string; readonly office: string | null }

/** Name and office, after the row that the person sees. */
export async function whomShown(tx: Tx, id: PersonId, channel: Channel): Promise<Whom | undefined> {
  const opened = await openPlace(tx, id, channel)
  if (opened.kind !== 'opened') return undefined
  const { rows } = await sql<Whom>`select id, name, office from place_of(${id}) where left_at is null`.execute(tx)
  return rows[0]
}
