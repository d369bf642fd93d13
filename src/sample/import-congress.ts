import { type Address, isPlatform, type Reason, recognise } from '../addresses/index.ts'
import { type Database, hashOf, newSecret } from '../db/index.ts'
import { congress, type ListedAccount } from './data.ts'
import { once } from './once.ts'
import { enterListed, insertUnits, offerDrafts, oneAtATime, presentAmong } from './store.ts'

type Good = { readonly account: ListedAccount; readonly address: Address }
type Bad = { readonly row: number; readonly reason: Reason | 'person_not_found' | 'unknown_platform' }

/** What the file holds, before anything is written. */
export type Reading = { readonly rows: number; readonly good: readonly Good[]; readonly rejected: readonly Bad[] }

export type Imported = {
  readonly outcome: 'accepted' | 'partial'
  readonly rows: number
  readonly accepted: number
  readonly rejected: readonly Bad[]
}

/** Every account with its platform as hint. A row that is not understood is named; the others go in. */
export const readCongress = once((): Reading => {
  const { people, accounts } = congress()
  const listed = new Set(people.map(({ ref }) => ref))
  const good: Good[] = []
  const rejected: Bad[] = []
  for (const account of accounts) {
    const read = readAccount(account, listed)
    if ('reason' in read) rejected.push({ row: account.row, reason: read.reason })
    else good.push({ account, address: read })
  }
  return { rows: accounts.length, good, rejected }
})

function readAccount({ ref, platform, written }: ListedAccount, listed: ReadonlySet<string>) {
  if (!listed.has(ref)) return { reason: 'person_not_found' } as const
  if (!isPlatform(platform)) return { reason: 'unknown_platform' } as const
  const { address, error } = recognise(written, platform)
  return address ?? { reason: error }
}

const block = 1000

/** Units and people by their codes, accounts as private drafts of their people. Each block is written whole or not at all, and
 *  what is there already stays: doing it again, or after it was cut off, adds only what is missing. */
export async function importCongress(db: Database): Promise<Imported> {
  const { units, people } = congress()
  const { good, rows, rejected } = readCongress()
  const ids = await db.under('operator', async (tx) => {
    await oneAtATime(tx)
    return enterListed(tx, people, await insertUnits(tx, units))
  })
  for (let from = 0; from < good.length; from += block) await offer(db, good.slice(from, from + block), ids)
  return { outcome: rejected.length > 0 ? 'partial' : 'accepted', rows, accepted: good.length, rejected }
}

/** As each of them: an officer has no hand in it, and nobody else can see it. */
async function offer(db: Database, accounts: readonly Good[], ids: ReadonlyMap<string, string>): Promise<void> {
  const byRef = Map.groupBy(accounts, ({ account }) => account.ref)
  await db.showing(hashOf(newSecret()), async (tx, enter) => {
    await oneAtATime(tx)
    for (const [ref, theirs] of byRef) {
      const person = ids.get(ref) as string
      await enter(person)
      const drafts = theirs.map(({ account, address }) => ({ typed: account.written, address }))
      await offerDrafts(tx, person, drafts)
    }
  })
}

/** How many of the listed people are in the register: nobody, before the list was tried. */
export function importedPeople(db: Database): Promise<number> {
  const refs = congress().people.map(({ ref }) => ref)
  return db.under('operator', (tx) => presentAmong(tx, refs))
}
