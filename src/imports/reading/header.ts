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

/** By the key of a header: the field that it was said to hold, or `none`. */
export type Mapping = ReadonlyMap<string, string>

/** Fields a column of this kind of file can hold. */
export const fieldsOf = (kind: Kind): readonly Field[] => columnsOf[kind].map(({ field }) => field)
export const neededOf = (kind: Kind): readonly Field[] =>
  columnsOf[kind].flatMap(({ field, needed }) => (needed ? [field] : []))

/** What a column of this name holds, by the contract alone. */
export const fieldNamed = (kind: Kind, name: string): Field | undefined => byName[kind].get(headerKey(name))

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
export function findHeader(head: readonly RawRow[], asked: Kind | undefined, mapping: Mapping = new Map()) {
  const rows = head.map(({ number, fields, formulas }) => ({
    number,
    names: fields.map((text, at) => (formulas?.has(at) ? '' : headerKey(text))), // what a formula gave is not trusted
  }))
  const holds = asked === 'accounts' || (asked && mapping.size > 0) ? asked : kindOf(rows)
  for (const { number, names } of rows) {
    const found = withMapped(
      names,
      names.map((name) => byName[holds].get(name)),
      mapping,
    )
    if (!columnsOf[holds].every(({ field, needed }) => !needed || found.includes(field))) continue
    return headerFrom(holds, number, names, found)
  }
  return { kind: 'no_header' } as const
}

/** A name of the contract stands; what was chosen by hand fills in what no column holds. */
function withMapped(names: readonly string[], found: readonly (Field | undefined)[], mapping: Mapping) {
  const held = new Set(found)
  return names.map((name, at) => {
    const chosen = mapping.get(name) as Field | undefined
    if (found[at] || !chosen || chosen === ('none' as Field) || held.has(chosen)) return found[at]
    held.add(chosen)
    return chosen
  })
}

/** Of a file in which no header is found: the row that looks most like one, for a choice by hand. */
export function likeliestHeader(head: readonly RawRow[], kind: Kind): readonly string[] {
  const known = ({ fields }: RawRow) => fields.filter((text) => byName[kind].has(headerKey(text))).length
  return head.reduce((best, row) => (known(row) > known(best) ? row : best), head[0] as RawRow)?.fields ?? []
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
