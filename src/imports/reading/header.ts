import { headerKey } from './clean.ts'
import type { Kind, RawRow } from './types.ts'

export type Field =
  | 'code'
  | 'parent_code'
  | 'name'
  | 'type'
  | 'person_id'
  | 'full_name'
  | 'unit_code'
  | 'office_title'
  | 'phone'
  | 'start_date'
  | 'accounts'
  | 'platform'

type Column = { readonly field: Field; readonly names: readonly string[]; readonly needed?: true }

/** The names that a column may have, compared without letter case and accents. */
const columnsOf: Record<Kind, readonly Column[]> = {
  units: [
    { field: 'code', names: ['code', 'mã đơn vị', 'mã'], needed: true },
    { field: 'parent_code', names: ['parent_code', 'mã đơn vị cấp trên', 'mã cấp trên'] },
    { field: 'name', names: ['name', 'tên đơn vị', 'tên'], needed: true },
    { field: 'type', names: ['type', 'loại'] },
  ],
  people: [
    { field: 'person_id', names: ['person_id', 'mã người', 'mã số'], needed: true },
    { field: 'full_name', names: ['full_name', 'họ và tên', 'họ tên'], needed: true },
    { field: 'unit_code', names: ['unit_code', 'mã đơn vị'], needed: true },
    { field: 'office_title', names: ['office_title', 'chức danh', 'chức vụ'] },
    { field: 'phone', names: ['phone', 'điện thoại', 'số điện thoại'] },
    { field: 'start_date', names: ['start_date', 'ngày vào'] },
    { field: 'accounts', names: ['accounts', 'tài khoản'] },
  ],
  accounts: [
    { field: 'person_id', names: ['person_id', 'mã người', 'mã số'], needed: true },
    { field: 'accounts', names: ['accounts', 'tài khoản', 'url', 'địa chỉ'], needed: true },
    { field: 'platform', names: ['platform', 'nền tảng'] },
  ],
}

const byName = Object.fromEntries(
  Object.entries(columnsOf).map(([kind, columns]) => [
    kind,
    new Map(columns.flatMap(({ field, names }) => names.map((name) => [headerKey(name), field] as const))),
  ]),
) as never as Record<Kind, ReadonlyMap<string, Field>>

export type Header = {
  readonly kind: 'header'
  readonly holds: Kind
  /** Number of its row in the file. */
  readonly row: number
  readonly columns: ReadonlyMap<Field, number>
  readonly unknown: number
  /** How many fields a row may have: up to the last column with a name. */
  readonly width: number
}

/** The first of these rows in which every needed column is found. A file with a full-name column holds people, otherwise units;
 *  what holds accounts alone cannot be told from the file, and is asked for. */
export function findHeader(head: readonly RawRow[], asked: Kind | undefined) {
  const rows = head.map(({ number, fields, formulas }) => ({
    number,
    names: fields.map((text, at) => (formulas?.has(at) ? '' : headerKey(text))), // what a formula gave is not trusted
  }))
  const holds = asked === 'accounts' ? asked : kindOf(rows)
  for (const { number, names } of rows) {
    const found = names.map((name) => byName[holds].get(name))
    if (!columnsOf[holds].every(({ field, needed }) => !needed || found.includes(field))) continue
    return headerFrom(holds, number, names, found)
  }
  return { kind: 'no_header' } as const
}

const kindOf = (rows: readonly { readonly names: readonly string[] }[]): Kind =>
  rows.some(({ names }) => names.some((name) => byName.people.get(name) === 'full_name')) ? 'people' : 'units'

function headerFrom(holds: Kind, row: number, names: readonly string[], found: readonly (Field | undefined)[]) {
  const columns = new Map<Field, number>()
  for (const [at, field] of found.entries()) {
    if (field && columns.has(field)) return { kind: 'duplicate_header' } as const
    if (field) columns.set(field, at)
  }
  const unknown = names.filter((name, at) => name !== '' && !found[at]).length
  const width = names.findLastIndex((name) => name !== '') + 1
  return { kind: 'header', holds, row, columns, unknown, width } satisfies Header
}
