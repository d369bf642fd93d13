import { createHash } from 'node:crypto'
import { isEmpty } from '../reading/judge.ts'
import { limits } from '../reading/limits.ts'
import { type RawRow, type Refused, refuse } from '../reading/types.ts'
import { type BulkKind, headerOf } from './judge.ts'
import { rowsOf } from './rows.ts'
import { textOf } from './text.ts'

/** Reads a file once before anything of it is written: one that is refused at its last line changes nothing either. */
export async function surveyOf(
  file: string,
  kind: BulkKind,
): Promise<{ readonly kind: 'surveyed'; readonly hash: Buffer } | Refused> {
  const hash = createHash('sha256')
  const rows = rowsOf(
    textOf(file, (bytes) => hash.update(bytes)),
    kind,
  )
  const head: RawRow[] = []
  let met = false
  for (;;) {
    const { done, value } = await rows.next()
    if (done && value) return value
    if (done) break
    for (const row of value as readonly RawRow[]) if (row.number <= limits.headRows && !isEmpty(row)) head.push(row)
    met ||= (value as readonly RawRow[]).some((row) => !isEmpty(row))
  }
  if (!met) return refuse('empty_file')
  const header = headerOf(head, kind)
  return header.kind === 'refused' ? header : { kind: 'surveyed', hash: hash.digest() }
}
