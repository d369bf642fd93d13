import { createHash } from 'node:crypto'
import type { Database, Tx } from '../db/index.ts'
import { treeStands } from '../units/index.ts'
import { blockLength, blocksOf } from './plan.ts'
import { codeKey, type Reading } from './reading/index.ts'
import { offerAccounts } from './store/accounts.ts'
import { beginOrGoOn, countWritten, endImport, isDue, oneAtATime, treeAlone } from './store/imports.ts'
import { peopleOf, writePeople } from './store/people.ts'
import { imagesOf, leaveTrail, type Step } from './store/trail.ts'
import { writeUnits } from './store/units.ts'
import { leaveTraces } from './vouched.ts'

export type Progress = (written: number, of: number) => void

type Written = {
  readonly reading: Reading
  readonly bytes: Uint8Array
  /** The published list that vouches for the accounts. */
  readonly vouched: string | undefined
  readonly progress: Progress
}

/** Writes the good rows in blocks, each whole or not at all. Cut off at any moment, the same file goes on from the last block that
 *  was written; written again, it changes nothing. Gives the import's id: by it, it can be taken back. */
export async function writeReading(db: Database, { reading, bytes, vouched, progress }: Written): Promise<string> {
  const { kind, lines, rows, rejected } = reading
  const fileHash = createHash('sha256').update(bytes).digest()
  const told = { kind, fileHash, rows, accepted: lines.length, rejected: rejected.length, vouched: vouched ?? null }
  const { id, written: before } = await db.under('operator', (tx) => beginOrGoOn(tx, told))
  let written = before
  for (const { steps, write } of blocksToWrite(reading, before, id)) {
    written = Math.min(written + blockLength, lines.length)
    await db.under('operator', async (tx) => {
      await oneAtATime(tx)
      await (reading.kind === 'units' ? treeAlone(tx) : treeStands(tx))
      const due = await isDue(tx, id, written)
      if (due === 'ended') throw new Error('the import was taken back meanwhile')
      if (due === 'written') return
      const images = await imagesOf(tx, kind, steps)
      await write(tx)
      await leaveTrail(tx, id, kind, steps, images)
      if (vouched) await leaveTraces(tx, id, steps)
      await countWritten(tx, id, written)
    })
    // From here this block is in the register for good, and stays so whatever becomes of the next.
    progress(written, lines.length)
  }
  await db.under('operator', (tx) => endImport(tx, id))
  return id
}

type BlockToWrite = { readonly steps: readonly Step[]; readonly write: (tx: Tx) => Promise<void> }

function blocksToWrite(reading: Reading, from: number, id: string): readonly BlockToWrite[] {
  let n = from
  const steps = (block: readonly { readonly row: number }[], keyOf: (at: number) => string): readonly Step[] =>
    block.map(({ row }, at) => ({ n: ++n, row, key: keyOf(at) }))
  if (reading.kind === 'units')
    return [...blocksOf(reading.lines, from)].map((block) => ({
      steps: steps(block, (at) => block[at]?.code ?? ''),
      write: (tx) => writeUnits(tx, block),
    }))
  if (reading.kind === 'people')
    return [...blocksOf(reading.lines, from)].map((block) => ({
      steps: steps(block, (at) => block[at]?.ref ?? ''),
      write: async (tx) => {
        const ids = await writePeople(tx, block)
        await offerAccounts(
          tx,
          id,
          block.map(({ row, accounts }) => ({ person: ids.get(row) as string, accounts })),
        )
      },
    }))
  return [...blocksOf(reading.lines, from)].map((block) => ({
    steps: steps(block, (at) => block[at]?.ref ?? ''),
    write: async (tx) => {
      const people = await peopleOf(
        tx,
        block.map(({ ref }) => ref),
      )
      const offers = block.flatMap(({ ref, accounts }) => {
        const person = people.get(codeKey(ref))?.id
        return person ? [{ person, accounts }] : []
      })
      await offerAccounts(tx, id, offers)
    },
  }))
}
