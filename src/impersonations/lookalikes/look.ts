import { randomBytes } from 'node:crypto'
import type { Database } from '../../db/index.ts'
import type { Resolvers } from '../../net/index.ts'
import { few } from '../../proofs/index.ts'
import { type Lookalike, permutations } from './permute.ts'
import { type Due, type Existing, keepSeen, sitesDue } from './store.ts'

export type Looking = { readonly db: Database; readonly resolvers: Resolvers }

/** Sites that one run takes in hand at a time, and questions that are open at once. */
const atOnce = { sites: 10, questions: 32 } as const

/** Looks for what looks like each site whose week is over, by DNS alone: nothing is opened. Gives how many sites. Any number of processes
 *  may do so side by side; what could not be told is looked for again a week later. */
export async function lookForLookalikes({ db, resolvers }: Looking): Promise<number> {
  const ask = few(atOnce.questions)
  let done = 0
  for (;;) {
    const due = await db.under('checker', (tx) => sitesDue(tx, atOnce.sites))
    if (due.length === 0) return done
    for (const site of due) {
      const found = await existing(resolvers, ask, site)
      // From here it is kept, and its person told; should we die before, the site is due again within the hour.
      await db.under('checker', (tx) => keepSeen(tx, site.declaration, found))
      done += 1
    }
  }
}

async function existing(resolvers: Resolvers, ask: ReturnType<typeof few>, { canonical }: Due): Promise<Existing[]> {
  const all = permutations(new URL(canonical).hostname)
  const told = new Map<string, Promise<boolean>>()
  const endingLies = (ending: string) => {
    const known = told.get(ending) ?? ask(() => answersToAnything(resolvers, ending))
    told.set(ending, known)
    return known
  }
  const looked = await Promise.all(
    all.map(async (one) => {
      const seen = await ask(() => exists(resolvers, one))
      return seen && !(await endingLies(one.name.slice(one.name.indexOf('.') + 1))) ? seen : undefined
    }),
  )
  return looked.filter((one) => one !== undefined)
}

/** A name without an address exists as well, where the resolvers know it: it is registered, or used for mail. */
async function exists(resolvers: Resolvers, { name, how }: Lookalike): Promise<Existing | undefined> {
  const told = await resolvers.addresses(name)
  if (told.kind === 'answer') return { name, how, hasAddress: true }
  return told.kind === 'absent' && told.why === 'nodata' ? { name, how, hasAddress: false } : undefined
}

/** Some endings, and some resolvers, know every name: what they say tells nothing. */
async function answersToAnything(resolvers: Resolvers, ending: string): Promise<boolean> {
  const told = await resolvers.addresses(`${randomBytes(12).toString('hex')}.${ending}`)
  return told.kind === 'answer' || (told.kind === 'absent' && told.why === 'nodata')
}
