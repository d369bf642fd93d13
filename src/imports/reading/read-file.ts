import { codeKey } from './clean.ts'
import { decode, isArchive } from './decode.ts'
import { findHeader, type Mapping } from './header.ts'
import { judgeOf } from './judge.ts'
import { limits } from './limits.ts'
import { namedSeparator, recordsOf, separators } from './records.ts'
import { type Kind, type RawRow, type Reading, type Refused, refuse, type StandingUnit } from './types.ts'
import { readXlsx } from './xlsx/index.ts'

export type Asked = {
  /** What the file should hold; without it the file says so itself. */
  readonly kind?: Kind | undefined
  /** The units that the register has. */
  readonly units: readonly StandingUnit[]
  /** What columns hold whose names the contract does not know. */
  readonly mapping?: Mapping | undefined
  /** Every row comes back as the file has it, not only those that are rejected. */
  readonly whole?: boolean
}

/** Any bytes give a reading or the reason why there is none; it never throws, and takes time and memory in proportion to the bytes.
 *  What is read is judged whole; nothing is written. */
export async function readFile(bytes: Uint8Array, asked: Asked): Promise<Reading | Refused> {
  if (bytes.length > limits.bytes) return refuse('too_large')
  const { kind, units, mapping } = asked
  const judge = judgeOf(asked, new Map(units.map((unit) => [codeKey(unit.code), unit])))
  if (isArchive(bytes)) return (await readXlsx(bytes, judge.take)) ?? judge.end()
  const decoded = decode(bytes)
  if (decoded.kind === 'refused') return decoded
  const rows = rowsOf(decoded.text, kind, mapping)
  for (;;) {
    const { done, value } = rows.next()
    if (done && value) return value
    if (done || judge.take(value as RawRow)) return judge.end()
  }
}

/** Records by the separator that the first line names, or else the one under which the header is found. */
function* rowsOf(
  text: string,
  kind: Kind | undefined,
  mapping: Mapping = new Map(),
): Generator<RawRow, Refused | undefined> {
  const { separator, body, before } = separatorOf(text, kind, mapping)
  const records = recordsOf(body, separator)
  for (;;) {
    const { done, value } = records.next()
    if (done) return value
    yield before > 0 ? { ...value, number: value.number + before } : value
  }
}

/** What separates the fields of a text that begins so, where its records begin, and how many rows stand before them. */
export function separatorOf(text: string, kind: Kind | undefined, mapping: Mapping = new Map()) {
  const named = namedSeparator(text)
  if (named) return { separator: named.separator, body: named.rest, before: 1 }
  return {
    separator: separators.find((one) => hasHeader(text, one, kind, mapping)) ?? likeliest(text),
    body: text,
    before: 0,
  }
}

function hasHeader(text: string, separator: string, kind: Kind | undefined, mapping: Mapping): boolean {
  const head: RawRow[] = []
  for (const record of recordsOf(text, separator)) if (head.push(record) >= limits.headRows) break
  return findHeader(head, kind, mapping).kind !== 'no_header'
}

/** Of a file without a header: what stands there most often. */
function likeliest(text: string): string {
  const start = text.slice(0, 10_000)
  const times = (separator: string) => start.split(separator).length
  return separators.reduce((best, one) => (times(one) > times(best) ? one : best))
}
