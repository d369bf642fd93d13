import { findHeader, type Header } from '../reading/header.ts'
import { isEmpty } from '../reading/judge.ts'
import { accountsIn, cellsOf, faultOf, personIn, type Seen } from '../reading/judge-row.ts'
import { limits } from '../reading/limits.ts'
import {
  type AccountsLine, type Kind, type PersonLine, type RawRow, type Refused, type RowReason, refuse, type Warning, type Warnings,
} from '../reading/types.ts' // biome-ignore format: one list
import type { KnownPeople } from './known-people.ts'

export type BulkKind = Exclude<Kind, 'units'>
export type Line = PersonLine | (AccountsLine & { readonly person: string })

export type Told = {
  /** The names of the columns as the file has them, and which of them are known. */
  header(names: readonly string[], columns: Header['columns']): void
  good(line: Line): void
  rejected(row: RawRow, reason: RowReason): void
}

export type BulkJudge = {
  take(row: RawRow): void
  /** Rows and warnings of the whole; or why there is no table. */
  end(): { readonly kind: 'read'; readonly rows: number; readonly warnings: Warnings } | Refused
}

/** Judges row after row by the contract for imports, and keeps none of them. */
export function bulkJudge(kind: BulkKind, seen: Seen, known: KnownPeople | undefined, told: Told): BulkJudge {
  let head: RawRow[] = []
  let met = 0
  let found: Header | Refused | undefined
  let rows = 0
  const warnings = new Map<Warning, number>()

  function settle() {
    found = headerOf(head, kind)
    if (found.kind === 'refused') return
    const { row, unknown } = found
    if (unknown > 0) warnings.set('unknown_column', unknown)
    told.header(head.find(({ number }) => number === row)?.fields ?? [], found.columns)
    for (const below of head) if (below.number > row) judge(below, found)
    head = []
  }

  function judge(row: RawRow, header: Header) {
    rows++
    const cells = cellsOf(row, header)
    const reason = faultOf(row, cells, header)
    if (reason) return told.rejected(row, reason)
    const judged = kind === 'people' ? personIn(row.number, cells, seen) : accountsIn(row.number, cells)
    if ('reason' in judged) return told.rejected(row, judged.reason)
    for (const one of judged.warnings ?? []) warnings.set(one, (warnings.get(one) ?? 0) + 1)
    if (kind === 'people') return told.good(judged.line as PersonLine)
    const person = known?.idOf(judged.line.ref)
    if (person) told.good({ ...judged.line, person })
    else told.rejected(row, 'missing_person')
  }

  return {
    take(row) {
      if (isEmpty(row)) return
      met++
      if (!found && row.number > limits.headRows) settle()
      if (!found) head.push(row)
      else if (found.kind === 'header') judge(row, found)
    },
    end() {
      if (met === 0) return refuse('empty_file')
      if (!found) settle()
      const header = found as Header | Refused
      if (header.kind === 'refused') return header
      return { kind: 'read', rows, warnings: Object.fromEntries(warnings) }
    },
  }
}

export function headerOf(head: readonly RawRow[], kind: BulkKind): Header | Refused {
  const found = findHeader(
    head.filter(({ number }) => number <= limits.headRows),
    kind,
  )
  if (found.kind !== 'header') return refuse(found.kind)
  return found.holds === kind ? found : refuse('other_kind')
}
