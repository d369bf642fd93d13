import type { Database } from '../db/index.ts'
import { type Difference, differenceOf } from './difference.ts'
import { planFile } from './plan.ts'
import { type Kind, type Reading, type Result, resultOf } from './reading/index.ts'
import { type Progress, writeReading } from './write.ts'

export type Wanted = {
  readonly kind: Kind
  readonly bytes: Uint8Array
  /** Reads and judges everything, and writes nothing. */
  readonly dryRun?: boolean
  readonly progress?: Progress
  /** Of accounts: the organisation's own published list. What its person says is theirs stands at level 1. */
  readonly vouched?: string | undefined
}

export type Imported = {
  readonly result: Result
  readonly difference?: Difference | undefined
  /** What was read: from it the rejected rows are written out again. */
  readonly reading?: Reading
  /** What was written, to be taken back by it. */
  readonly id?: string
}

/** Brings units, people or accounts from a file into the register. Good rows go in although others are rejected; a file that is
 *  refused changes nothing. As the operator. */
export async function importFile(
  db: Database,
  { kind, bytes, dryRun, vouched, progress = () => {} }: Wanted,
): Promise<Imported> {
  const reading = await planFile(db, kind, bytes)
  const result = resultOf(reading)
  if (reading.kind === 'refused') return { result }
  if (dryRun) return { result, reading, difference: await differenceOf(db, reading) }
  const id = await writeReading(db, { reading, bytes, vouched, progress })
  return { result, reading, id }
}
