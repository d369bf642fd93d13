import { clean } from './clean.ts'
import { findHeader, type Header, likeliestHeader } from './header.ts'
import { accountsIn, cellsOf, faultOf, type JudgedRow, personIn, type Seen, unitIn } from './judge-row.ts'
import { judgeTree } from './judge-tree.ts'
import { limits } from './limits.ts'
import type { Asked } from './read-file.ts'
import {
  type AccountsLine, type FileReason, type PersonLine, type RawRow, type Reading, type Refused, type Rejected,
  refuse, type StandingUnit, type UnitLine, type Warning, type Warnings,
} from './types.ts' // biome-ignore format: one list

export type Judge = {
  /** Rows in the order of the file. True says that the file is beyond a limit and need not be read on. */
  take(row: RawRow): boolean
  end(): Reading | Refused
}

/** Judges the rows of one file as they come. What the register has already is told beforehand. */
export function judgeOf(
  wanted: Pick<Asked, 'kind' | 'mapping' | 'whole'>,
  units: ReadonlyMap<string, StandingUnit>,
): Judge {
  const { kind: asked, mapping, whole } = wanted
  const head: RawRow[] = []
  const seen: Seen = { before: new Set(), units }
  const unitLines: UnitLine[] = []
  const personLines: PersonLine[] = []
  const accountsLines: AccountsLine[] = []
  const rejected: Rejected[] = []
  const written = new Map<number, readonly string[]>()
  const warnings = new Map<Warning, number>()
  let header: Header | undefined
  let names: readonly string[] = []
  let likeliest: readonly string[] | undefined
  let fault: FileReason | undefined
  let rows = 0

  function settleHeader() {
    const found = findHeader(
      head.filter(({ number }) => number <= limits.headRows),
      asked,
      mapping,
    )
    if (found.kind === 'no_header' && asked && mapping) likeliest = likeliestHeader(head, asked)
    if (found.kind !== 'header') fault = found.kind
    else if (asked && asked !== found.holds) fault = 'other_kind'
    else header = found
    if (header?.unknown) warnings.set('unknown_column', header.unknown)
    names = head.find(({ number }) => number === header?.row)?.fields ?? []
    const below = head.splice(0).filter(({ number }) => number > (header?.row ?? 0))
    return below.some(judge)
  }

  /** Where there is no header every row counts, so that a file beyond the limits is called that. */
  function judge(row: RawRow): boolean {
    rows++
    if (rows > limits.rows) return true
    if (!header) return false
    written.set(row.number, asShown(row))
    const cells = cellsOf(row, header)
    const reason = faultOf(row, cells, header)
    if (reason) rejected.push({ row: row.number, reason })
    else if (header.holds === 'units') keep(unitLines, row, unitIn(row.number, cells, seen))
    else if (header.holds === 'people') keep(personLines, row, personIn(row.number, cells, seen))
    else keep(accountsLines, row, accountsIn(row.number, cells))
    return false
  }

  function keep<L>(lines: L[], { number }: RawRow, judged: JudgedRow<L>) {
    if ('reason' in judged) rejected.push({ row: number, reason: judged.reason })
    else lines.push(judged.line)
    if ('line' in judged) for (const one of judged.warnings ?? []) warnings.set(one, (warnings.get(one) ?? 0) + 1)
  }

  const kept = <R extends Reading>(reading: R) => (whole ? inOrder(reading) : onlyRejected(reading))
  const isOpen = () => header === undefined && fault === undefined
  return {
    take(row) {
      if (isEmpty(row)) return false
      if (isOpen() && row.number > limits.headRows && settleHeader()) return true
      if (!isOpen()) return judge(row)
      head.push(row)
      return false
    },
    end() {
      if (isOpen() && head.length === 0) return refuse('empty_file')
      if (isOpen()) settleHeader()
      if (rows > limits.rows) return refuse('too_many_rows')
      if (!header) return { ...refuse(fault ?? 'no_header'), ...(likeliest ? { head: likeliest } : {}) }
      const told = { rows, rejected, warnings: Object.fromEntries(warnings) as Warnings, header: names, written }
      if (header.holds === 'accounts') return { ...told, kind: 'accounts', lines: accountsLines }
      if (header.holds === 'people') return kept({ ...told, kind: 'people', lines: personLines })
      const tree = judgeTree(unitLines, units)
      return kept({ ...told, kind: 'units', lines: tree.good, rejected: [...rejected, ...tree.rejected] })
    },
  }
}

const inOrder = <R extends Reading>(reading: R): R => ({
  ...reading,
  rejected: reading.rejected.toSorted((one, other) => one.row - other.row),
})

/** In the order of the file, and nothing kept of the rows that are good. */
function onlyRejected<R extends Reading>(reading: R): R {
  const { rejected } = inOrder(reading)
  const written = new Map(rejected.map(({ row }) => [row, reading.written.get(row) ?? []]))
  return { ...reading, rejected, written }
}

/** What a spreadsheet shows as a day is written out as one. */
const asShown = ({ fields, days }: RawRow) => (days?.size ? fields.map((text, at) => days.get(at) ?? text) : fields)

export const isEmpty = ({ fields, formulas }: RawRow) =>
  (formulas?.size ?? 0) === 0 && fields.every((text) => text === '' || clean(text) === '')
