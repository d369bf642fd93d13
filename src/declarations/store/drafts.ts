import { sql } from 'kysely'
import { newId, type PersonId, type Tx } from '../../db/index.ts'
import type { Draft, KeptAddress, Manager } from '../types.ts'
import { me } from './alone.ts'

type DraftRow = {
  id: string
  typed: string
  address: unknown
  manager: string | null
  since: string | null
  changed_at: Date
  offered: boolean
}
const draftColumns = ['id', 'typed', 'address', 'manager', 'since', 'changed_at'] as const
const offered = sql<boolean>`manager is null and exists (select from offered_account offer
  where offer.person = actor() and offer.canonical = address ->> 'canonical' and offer.answer is null)`.as('offered')

const draftFrom = (row: DraftRow): Draft => ({
  id: row.id,
  typed: row.typed,
  address: row.address as KeptAddress,
  manager: (row.manager as Manager | null) ?? undefined,
  since: row.since ?? undefined,
  changedAt: row.changed_at,
  offered: row.offered,
})

export async function draftOf(tx: Tx, id: string): Promise<Draft | undefined> {
  const row = await tx
    .selectFrom('draft')
    .select(draftColumns)
    .select(offered)
    .where('id', '=', id)
    .where('person', '=', me)
    .executeTakeFirst()
  return row && draftFrom(row)
}

export async function draftsOf(tx: Tx): Promise<Draft[]> {
  const rows = await tx
    .selectFrom('draft')
    .select(draftColumns)
    .select(offered)
    .where('person', '=', me)
    .orderBy('id', 'desc')
    .execute()
  return rows.map(draftFrom)
}

export async function insertDraft(tx: Tx, who: PersonId, address: KeptAddress, typed: string): Promise<string> {
  const id = newId()
  await tx
    .insertInto('draft')
    .values({ id, person: who, typed, address: JSON.stringify(address) })
    .execute()
  return id
}

export async function readdressDraft(tx: Tx, id: string, address: KeptAddress, typed: string): Promise<void> {
  await tx
    .updateTable('draft')
    .set({ typed, address: JSON.stringify(address), changed_at: sql`now()` })
    .where('id', '=', id)
    .where('person', '=', me)
    .execute()
}

export async function answerInDraft(tx: Tx, id: string, manager: Manager, since: string | undefined): Promise<void> {
  await tx
    .updateTable('draft')
    .set({ manager, since: since ?? null, changed_at: sql`now()` })
    .where('id', '=', id)
    .where('person', '=', me)
    .execute()
}

export async function removeDraft(tx: Tx, id: string): Promise<void> {
  await tx.deleteFrom('draft').where('id', '=', id).where('person', '=', me).execute()
}
