import { sql } from 'kysely'
import { recognise } from '../../addresses/index.ts'
import { newId, type Tx } from '../../db/index.ts'
import { me } from '../store/alone.ts'
import type { KeptAddress } from '../types.ts'
import type { Offer, OfferAnswer } from './types.ts'

export const offersAPage = 50

const own = (tx: Tx) =>
  tx
    .selectFrom('offered_account as offer')
    .leftJoin('draft', (join) =>
      join
        .onRef('draft.person', '=', 'offer.person')
        .on(sql<boolean>`draft.address ->> 'canonical' = offer.canonical`)
        .on('offer.answer', 'is', null),
    )
    .leftJoin('declaration as page', (join) =>
      join.on(
        sql<boolean>`page.person = actor() and (page.id = offer.declaration or offer.answer is null and page.canonical = offer.canonical and page.ended_at is null)`,
      ),
    )
    .leftJoin('receipt', (join) => join.onRef('receipt.declaration', '=', 'page.id').on('receipt.act', '=', 'declared'))
    .leftJoin(sql<{ offer: string; list: string }>`offers_vouched()`.as('vouched'), 'vouched.offer', 'offer.id')
    .select(['offer.id', 'offer.typed', 'offer.canonical', 'offer.answer', 'offer.answered_at', 'offer.offered_at'])
    .select(['draft.id as draft', 'draft.address', 'page.id as declaration', 'receipt.code as receipt', 'vouched.list'])
    .where('offer.person', '=', me)

type Row = Awaited<ReturnType<ReturnType<typeof own>['execute']>>[number]

const offerFrom = (row: Row) =>
  ({
    id: row.id,
    typed: row.typed,
    address: (row.address as KeptAddress | null) ?? addressAt(row.canonical),
    draft: row.draft ?? undefined,
    answer: (row.answer as OfferAnswer | null) ?? undefined,
    answeredAt: row.answered_at ?? undefined,
    offeredAt: row.offered_at,
    declaration: row.declaration ?? undefined,
    receipt: row.receipt ?? undefined,
    list: row.list ?? undefined,
  }) as Offer

/** The one form of an address recognises to itself. */
function addressAt(canonical: string | null): KeptAddress | undefined {
  const { address } = recognise(canonical ?? '')
  if (!address) return undefined
  const { via, ...kept } = address
  return kept
}

/** What waits for an answer, in the order of the list. */
export async function waitingOffers(tx: Tx, from = 0, most = offersAPage): Promise<readonly Offer[]> {
  const rows = await own(tx).where('offer.answer', 'is', null).orderBy('offer.id').offset(from).limit(most).execute()
  return rows.map(offerFrom)
}

/** What was answered, the latest first. */
export async function answeredOffers(tx: Tx, from = 0, most = offersAPage): Promise<readonly Offer[]> {
  const rows = await own(tx)
    .where('offer.answer', 'is not', null)
    .orderBy('offer.answered_at', 'desc')
    .orderBy('offer.id')
    .offset(from)
    .limit(most)
    .execute()
  return rows.map(offerFrom)
}

export async function countWaiting(tx: Tx): Promise<number> {
  const { n } = await tx
    .selectFrom('offered_account')
    .select((at) => at.fn.countAll<string>().as('n'))
    .where('person', '=', me)
    .where('answer', 'is', null)
    .executeTakeFirstOrThrow()
  return Number(n)
}

export async function offerOf(tx: Tx, id: string): Promise<Offer | undefined> {
  const row = await own(tx).where('offer.id', '=', id).executeTakeFirst()
  return row && offerFrom(row)
}

export async function insertAnswer(tx: Tx, id: string, answer: OfferAnswer | null): Promise<void> {
  await tx
    .updateTable('offered_account')
    .set({ answer, answered_at: answer ? sql<Date>`now()` : null })
    .where('id', '=', id)
    .where('person', '=', me)
    .execute()
}

/** Whatever list names this address, it is theirs: by whichever way they declared it. A list that vouches for it brings level 1. */
export async function settleOffers(tx: Tx, canonical: string, declaration: string): Promise<void> {
  const { numUpdatedRows } = await tx
    .updateTable('offered_account')
    .set({ answer: 'mine', answered_at: sql<Date>`now()`, declaration })
    .where('person', '=', me)
    .where('canonical', '=', canonical)
    .where((at) => at.or([at('answer', 'is', null), at('answer', '<>', 'mine')]))
    .executeTakeFirst()
  if (numUpdatedRows > 0n) await sql`select vouch(${newId()}, ${declaration})`.execute(tx)
}

/** The draft that was put before them, unless they have gone on with it. */
export async function removeUntouched(tx: Tx, canonical: string): Promise<void> {
  await tx
    .deleteFrom('draft')
    .where('person', '=', me)
    .where(sql<boolean>`address ->> 'canonical' = ${canonical}`)
    .where('manager', 'is', null)
    .execute()
}

/** Name of the published list that vouches for a declaration of the person who acts. */
export async function vouchingList(tx: Tx, declaration: string): Promise<string | undefined> {
  const { rows } = await sql<{ list: string | null }>`select vouching_list(${declaration}) as list`.execute(tx)
  return rows[0]?.list ?? undefined
}
