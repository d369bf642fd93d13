import type { Database } from '../db/index.ts'
import { type AccountsLine, codeKey, type Kind, type Reading, type Refused, readApart } from './reading/index.ts'
import { peopleOf } from './store/people.ts'
import { standingUnits } from './store/units.ts'

export const blockLength = 1000

export function* blocksOf<T>(lines: readonly T[], from = 0): Generator<readonly T[]> {
  for (let at = from; at < lines.length; at += blockLength) yield lines.slice(at, at + blockLength)
}

/** What a file would write into the register as it is now: read, judged, and in the order in which it is written. */
export async function planFile(db: Database, kind: Kind, bytes: Uint8Array): Promise<Reading | Refused> {
  const units = await db.under('operator', standingUnits)
  const reading = await readApart(bytes, { kind, units })
  if (reading.kind === 'refused') return reading
  if (reading.kind === 'units') {
    return { ...reading, lines: reading.lines.toSorted((one, other) => one.level - other.level || one.row - other.row) }
  }
  if (reading.kind === 'people') return reading
  const known = await knownAmong(
    db,
    reading.lines.map(({ ref }) => ref),
  )
  const isKnown = ({ ref }: AccountsLine) => known.has(codeKey(ref))
  const strangers = reading.lines
    .filter((line) => !isKnown(line))
    .map(({ row }) => ({ row, reason: 'missing_person' as const }))
  const rejected = [...reading.rejected, ...strangers].toSorted((one, other) => one.row - other.row)
  return { ...reading, lines: reading.lines.filter(isKnown), rejected }
}

async function knownAmong(db: Database, refs: readonly string[]): Promise<ReadonlySet<string>> {
  const known = new Set<string>()
  for (const block of blocksOf(refs))
    for (const key of (await db.under('operator', (tx) => peopleOf(tx, block))).keys()) known.add(key)
  return known
}
