import { statSync } from 'node:fs'
import { codeKey } from '../reading/clean.ts'
import type { Result } from '../reading/result.ts'
import type { Refused, Rejected, StandingUnit } from '../reading/types.ts'
import { blockOf } from './block.ts'
import { idsInOrder } from './ids-in-order.ts'
import type { Columns, Lay } from './into-full.ts'
import { type BulkKind, bulkJudge, type Line } from './judge.ts'
import { keyTable } from './key-table.ts'
import type { KnownPeople } from './known-people.ts'
import { rejectedList } from './rejected-list.ts'
import { rowsOf } from './rows.ts'
import { textOf } from './text.ts'

const blockLength = 10_000

export type UnitWithId = StandingUnit & { readonly id: string }
export type Through = {
  readonly kind: BulkKind
  readonly file: string
  readonly rejected?: string | undefined
  readonly progress: (line: string) => void
  readonly units: readonly UnitWithId[]
  readonly known: KnownPeople | undefined
  /** So many good lines are in the register already. */
  readonly skip: number
  readonly seen: (bytes: Buffer) => void
  readonly lay: Lay
}

/** Reads, judges and hands over block after block; the database works on one while the next is read. In memory are two blocks, the
 *  keys of people, and what was rejected. */
export async function readThrough(asked: Through): Promise<Result | Refused> {
  const { kind, file, units, skip, lay } = asked
  const byKey = new Map(units.map((unit) => [codeKey(unit.code), unit]))
  const byCode = new Map(units.map(({ code, id }) => [code, id]))
  const ids = idsInOrder()
  const list = rejectedList(asked.rejected)
  const rejected: Rejected[] = []
  const say = progressOf(asked)
  let columns: Columns = { office: false, phone: false, start: false }
  let lines: Line[] = []
  let accepted = 0
  let writing: Promise<void> = Promise.resolve()

  async function handOver(): Promise<void> {
    const block = blockOf(lines, (code) => byCode.get(code) as string, ids)
    lines = []
    const write = lay(block, columns)
    await writing
    writing = write()
    writing.catch(() => {}) // told when it is waited for
  }
  const judge = bulkJudge(kind, { before: keyTable(), units: byKey }, asked.known, {
    header(names, has) {
      columns = { office: has.has('office_title'), phone: has.has('phone'), start: has.has('start_date') }
      list.header(names)
    },
    good(line) {
      if (accepted++ >= skip) lines.push(line)
    },
    rejected(row, reason) {
      rejected.push({ row: row.number, reason })
      list.row(row, reason)
    },
  })
  const rows = rowsOf(
    textOf(file, (bytes) => say.seen(bytes)),
    kind,
  )
  try {
    for (;;) {
      const { done, value } = await rows.next()
      if (done && value) return value
      if (done) break
      for (const row of value as Exclude<typeof value, Refused | undefined>) judge.take(row)
      say.row(accepted + rejected.length)
      if (lines.length >= blockLength) await handOver()
    }
    const read = judge.end()
    if (read.kind === 'refused') return read
    if (lines.length > 0) await handOver()
    return {
      outcome: rejected.length > 0 ? 'partial' : 'accepted',
      ...{ rows: read.rows, accepted, rejected, warnings: read.warnings },
    }
  } finally {
    await writing
    await list.end()
  }
}

/** A line a second: how many rows, and how far in the file. */
function progressOf({ file, progress, seen }: Through) {
  const { size } = statSync(file)
  let read = 0
  let last = Date.now()
  return {
    seen(bytes: Buffer) {
      read += bytes.length
      seen(bytes)
    },
    row(rows: number) {
      if (Date.now() - last < 1_000) return
      last = Date.now()
      progress(`Read: ${rows} rows, ${Math.floor((read * 100) / Math.max(size, 1))} %`)
    },
  }
}
