import { maskedAddress } from '../../addresses/index.ts'
import type { PersonId, Tx } from '../../db/index.ts'
import type { PastCheck } from '../types.ts'
import { checksIn, incidentsIn, proofsIn, stepsIn, type Whose } from './store.ts'
import type { Dossier } from './types.ts'

const mostChecks = 100
/** Of each page, where an officer reads of all of them at once. */
const mostOfEach = 30

async function read(tx: Tx, whose: Whose, most: number) {
  return {
    proofs: await proofsIn(tx, whose),
    checks: await checksIn(tx, whose, most),
    steps: await stepsIn(tx, whose),
    incidents: await incidentsIn(tx, whose),
  }
}

/** One declaration, in a transaction of its owner. */
export const dossierOf = (tx: Tx, declaration: string): Promise<Dossier> => read(tx, { declaration }, mostChecks)

/** Every declaration of a person whose record was opened in this transaction. Places hold neither a token nor a whole telephone number. */
export async function dossiersOf(tx: Tx, person: PersonId): Promise<(page: Page) => Dossier> {
  const all = await read(tx, { person }, mostOfEach)
  return ({ id, handle }) => {
    const of = ({ declaration }: { readonly declaration: string }) => declaration === id
    return {
      proofs: all.proofs.filter(of),
      checks: all.checks.filter(of).map((check) => masked(check, handle)),
      steps: all.steps.filter(of),
      incidents: all.incidents.filter(of),
    }
  }
}
type Page = { readonly id: string; readonly handle?: string }

const masked = (check: PastCheck, handle: string | undefined): PastCheck => ({
  ...check,
  place: maskedAddress({ canonical: check.place, handle }).replace(/[a-z2-7]{32}/g, '…'),
})
