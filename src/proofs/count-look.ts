import type { PersonId, Tx } from '../db/index.ts'
import { checksAnHour } from './rules.ts'
import { insertRequest, oneAtATime, requestsThisHour } from './store.ts'

type Asking = {
  readonly person: PersonId
  readonly proof: string
  /** Looks in one hour for this proof. */
  readonly most: number
}

/** Counts one look that a person asks for, and gives how many are left for this proof within the hour. Undefined where none was left, for
 *  the proof or for the person: then nothing is counted. Of several at once each is counted. */
export async function countLook(tx: Tx, { person, proof, most }: Asking): Promise<number | undefined> {
  await oneAtATime(tx, person)
  const count = await requestsThisHour(tx, proof)
  if (count.proof >= most || count.person >= checksAnHour.person) return undefined
  await insertRequest(tx, proof)
  return most - count.proof - 1
}
