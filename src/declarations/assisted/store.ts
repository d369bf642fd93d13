import { sql } from 'kysely'
import type { OpenedRecord } from '../../access-record/index.ts'
import type { Tx } from '../../db/index.ts'
import { me } from '../store/alone.ts'
import { addressFrom, filerOf } from '../store/declarations.ts'
import type { Filer, KeptAddress } from '../types.ts'

export type How = { readonly how: 'phone' } | { readonly how: 'paper'; readonly on: string }

/** What an officer filed for the person who acts. */
export type Assisted = {
  readonly declaration: string
  readonly by: string
  readonly how: 'paper' | 'phone'
  readonly paperOn: Date | undefined
  readonly filedAt: Date
  readonly answer: 'right' | 'not_mine' | undefined
}

const filings = (tx: Tx) =>
  tx
    .selectFrom('assisted_filing')
    .innerJoin('declaration', 'declaration.id', 'assisted_filing.declaration')
    .select(['assisted_filing.declaration', 'by_name', 'by_office', 'by_unit', 'how', 'paper_on', 'answer'])
    .select(['assisted_filing.filed_at', 'declaration.canonical'])
    .where('assisted_filing.person', '=', me)

type Row = Awaited<ReturnType<ReturnType<typeof filings>['execute']>>[number]

const assistedFrom = (row: Row): Assisted & { readonly canonical: string } => ({
  declaration: row.declaration,
  by: [row.by_name, row.by_office, row.by_unit].filter(Boolean).join(', '),
  how: row.how as Assisted['how'],
  paperOn: row.paper_on ?? undefined,
  filedAt: row.filed_at,
  answer: (row.answer as Assisted['answer'] | null) ?? undefined,
  canonical: row.canonical,
})

export async function assistedOf(tx: Tx, declaration: string): Promise<Assisted | undefined> {
  const row = await filings(tx).where('assisted_filing.declaration', '=', declaration).executeTakeFirst()
  return row && assistedFrom(row)
}

/** Those of which the person who acts has not said yet whether they are right, the oldest first. */
export async function unanswered(tx: Tx): Promise<readonly (Assisted & { readonly canonical: string })[]> {
  const rows = await filings(tx)
    .where('answer', 'is', null)
    .where('declaration.ended_at', 'is', null)
    .orderBy('assisted_filing.filed_at')
    .limit(20)
    .execute()
  return rows.map(assistedFrom)
}

export async function sayOf(tx: Tx, declaration: string, said: 'right' | 'not_mine'): Promise<string> {
  const { rows } = await sql<{ told: string }>`select assisted_answer(${declaration}, ${said}) as told`.execute(tx)
  return rows[0]?.told ?? 'not_found'
}

// From here on every function asks for the row that opened the record, and works in the transaction that wrote it.

export async function insertFiling({ tx }: OpenedRecord, declaration: string, given: How): Promise<void> {
  const paper_on = given.how === 'paper' ? given.on : null
  await tx
    .insertInto('assisted_filing')
    .values({ declaration, how: given.how, paper_on } as never) // for whom and by whom, a trigger fills in
    .execute()
}

/** What this very officer filed before under this id for this person: the form was sent twice. */
export async function filedBefore({ tx, subject }: OpenedRecord, id: string) {
  const row = await tx
    .selectFrom('assisted_filing as filing')
    .innerJoin('declaration as d', 'd.id', 'filing.declaration')
    .innerJoin('receipt as r', 'r.declaration', 'd.id')
    .select(['d.platform', 'd.kind', 'd.handle', 'd.uid', 'd.canonical', 'r.code'])
    .where('filing.declaration', '=', id)
    .where('filing.person', '=', subject)
    .where('filing.filed_by', '=', me)
    .where('r.act', '=', 'declared')
    .executeTakeFirst()
  return row && { receipt: row.code, address: addressFrom(row) as KeptAddress }
}

export const subjectOf = ({ tx, subject }: OpenedRecord): Promise<Filer> => filerOf(tx, subject)
