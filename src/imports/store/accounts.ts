import { sql } from 'kysely'
import { newId, type Tx } from '../../db/index.ts'
import type { AccountLine } from '../reading/index.ts'

export type Offer = { readonly person: string; readonly accounts: readonly AccountLine[] }

/** Puts accounts before their people as private drafts. Nothing comes back: what they have declared, drafted or thrown away is theirs. */
export async function offerAccounts(tx: Tx, withImport: string, offers: readonly Offer[]): Promise<void> {
  const all = offers.flatMap(({ person, accounts }) => accounts.map((account) => ({ person, ...account })))
  if (all.length === 0) return
  const ids = all.map(newId).sort()
  const drafts = all.map(newId).sort().reverse() // a page lists the newest first: so they stand there as in the file
  await sql`select offer_accounts(${withImport}::uuid, ${ids}::uuid[], ${drafts}::uuid[], ${all.map(({ person }) => person)}::uuid[],
    ${all.map(({ typed }) => typed)}::text[], ${all.map(({ address }) => (address ? JSON.stringify(kept(address)) : null))}::jsonb[])`.execute(
    tx,
  )
}

const kept = ({ via, ...address }: NonNullable<AccountLine['address']>) => address
