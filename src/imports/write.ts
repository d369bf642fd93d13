import { createHash } from 'node:crypto'
import type { Database, Tx } from '../db/index.ts'
import { treeStands } from '../units/index.ts'
import { blockLength, blocksOf } from './plan.ts'
import { codeKey, type Reading } from './reading/index.ts'
import { offerAccounts } from './store/accounts.ts'
import { beginOrGoOn, countWritten, endImport, oneAtATime, treeAlone } from './store/imports.ts'
import { peopleOf, writePeople } from './store/people.ts'
import { writeUnits } from './store/units.ts'

export type Progress = (written: number, of: number) => void

/** Writes the good rows in blocks, each whole or not at all. Cut off at any moment, the same file goes on from the last block that
 *  was written; written again, it changes nothing. */
export async function writeReading(
  db: Database,
  reading: Reading,
  bytes: Uint8Array,
  progress: Progress,
): Promise<void> {
  const { kind, lines, rows, rejected } = reading
  const fileHash = createHash('sha256').update(bytes).digest()
  const told = { kind, fileHash, rows, accepted: lines.length, rejected: rejected.length }
  const { id, written: before } = await db.under('operator', (tx) => beginOrGoOn(tx, told))
  let written = before
  for (const write of blocksToWrite(reading, before, id)) {
    written = Math.min(written + blockLength, lines.length)
    await db.under('operator', async (tx) => {
      await oneAtATime(tx)
      await (reading.kind === 'units' ? treeAlone(tx) : treeStands(tx))
      await write(tx)
      await countWritten(tx, id, written)
    })
    // From here this block is in the register for good, and stays so whatever becomes of the next.
    progress(written, lines.length)
  }
  await db.under('operator', (tx) => endImport(tx, id))
}

function blocksToWrite(reading: Reading, from: number, id: string): readonly ((tx: Tx) => Promise<void>)[] {
  if (reading.kind === 'units') return [...blocksOf(reading.lines, from)].map((block) => (tx) => writeUnits(tx, block))
  if (reading.kind === 'people')
    return [...blocksOf(reading.lines, from)].map((block) => async (tx) => {
      const ids = await writePeople(tx, block)
      await offerAccounts(
        tx,
        id,
        block.map(({ row, accounts }) => ({ person: ids.get(row) as string, accounts })),
      )
    })
  return [...blocksOf(reading.lines, from)].map((block) => async (tx) => {
    const people = await peopleOf(
      tx,
      block.map(({ ref }) => ref),
    )
    const offers = block.flatMap(({ ref, accounts }) => {
      const person = people.get(codeKey(ref))?.id
      return person ? [{ person, accounts }] : []
    })
    await offerAccounts(tx, id, offers)
  })
}
