import { readAccounts } from './accounts.ts'
import { clean, cleanCode, cleanLines, codeKey, hides, isLegacyText } from './clean.ts'
import { readDate, readPhone } from './fields.ts'
import type { Field, Header } from './header.ts'
import { limits } from './limits.ts'
import type { AccountsLine, PersonLine, RawRow, RowReason, StandingUnit, UnitLine, Warning } from './types.ts'

/** The cleaned fields of the columns that are known; nothing for a column that the file does not have. */
export type Cells = Partial<Record<Field, string>>

export type Seen = {
  /** Codes and ids that an earlier row has. */
  readonly before: { has(key: string): boolean; add(key: string): unknown }
  readonly units: ReadonlyMap<string, StandingUnit>
}

const codes: readonly Field[] = ['code', 'parent_code', 'person_id', 'unit_code']

export function cellsOf({ fields, days }: RawRow, { columns }: Header): Cells {
  const cells: Cells = {}
  for (const [field, at] of columns) {
    const text = days?.get(at) ?? (field === 'start_date' && days?.has(at) ? noSuchDay : fields[at]) ?? ''
    cells[field] = codes.includes(field) ? cleanCode(text) : field === 'accounts' ? cleanLines(text) : clean(text)
  }
  return cells
}
const noSuchDay = '?'

/** What is wrong with the fields as such, whatever the other rows hold: the first that applies. */
export function faultOf(row: RawRow, cells: Cells, header: Header): RowReason | undefined {
  const texts = Object.values(cells)
  if (hasFormula(row, header)) return 'formula_cell'
  if (texts.some(hides)) return 'hidden_characters'
  if ([cells.name, cells.full_name].some((name) => name && isLegacyText(name))) return 'legacy_text'
  if (texts.some(isTooLong) || codes.some((field) => isBeyondIndex(cells[field] ?? ''))) return 'cell_too_long'
  if (row.fields.some((text, at) => at >= header.width && text !== '' && clean(text) !== '')) return 'too_many_fields'
  if (Object.entries(cells).some(([field, text]) => looksLikeFormula(field as Field, text))) return 'formula_like'
  return undefined
}

/** A column that is not known is ignored, whatever its cells hold; beyond the header nothing may stand. */
const hasFormula = ({ formulas }: RawRow, { columns, width }: Header) =>
  formulas !== undefined &&
  formulas.size > 0 &&
  ([...columns.values()].some((at) => formulas.has(at)) || [...formulas].some((at) => at >= width))

const isTooLong = (text: string) => text.length > limits.cell && [...text].length > limits.cell

/** No index of the database takes a longer key. */
const isBeyondIndex = (code: string) => code.length > 600 && Buffer.byteLength(code) > 2_600

function looksLikeFormula(field: Field, text: string): boolean {
  if (field === 'start_date' || field === 'platform') return false
  const signs = field === 'phone' ? '=-@' : field === 'accounts' ? '=-' : '=+-@'
  return text !== '' && signs.includes(text[0] as string)
}

export type JudgedRow<L> = { readonly line: L; readonly warnings?: readonly Warning[] } | { readonly reason: RowReason }

const orNull = (text: string | undefined) => (text === undefined ? undefined : text || null)

/** A unit as its own row has it; whether its parent is there is asked when all rows are known. */
export function unitIn(number: number, cells: Cells, { before }: Seen): JudgedRow<UnitLine> {
  const { code = '', name = '', parent_code, type } = cells
  if (code === '') return { reason: 'missing_code' }
  if (name === '') return { reason: 'missing_name' }
  if (!isFirst(before, code)) return { reason: 'duplicate_code' }
  return { line: { row: number, code, name, parent: orNull(parent_code), type: orNull(type), level: 0 } }
}

export function personIn(number: number, cells: Cells, { before, units }: Seen): JudgedRow<PersonLine> {
  const { person_id: ref = '', full_name: name = '', unit_code = '', office_title, phone, start_date, accounts } = cells
  if (ref === '') return { reason: 'missing_code' }
  if (name === '') return { reason: 'missing_name' }
  if (!isFirst(before, ref)) return { reason: 'duplicate_person' }
  const unit = units.get(codeKey(unit_code))
  if (!unit || unit.closed) return { reason: 'missing_unit' }
  const called = phone ? readPhone(phone) : nothing
  if (!called) return { reason: 'bad_phone' }
  const began = start_date ? readDate(start_date) : nothing
  if (!began) return { reason: 'bad_date' }
  const told = readAccounts(accounts ?? '')
  const line = {
    ...{ row: number, ref, name, unit: unit.code, office: orNull(office_title) },
    phone: phone === undefined ? undefined : called.value,
    start: start_date === undefined ? undefined : began.value,
    accounts: told,
  }
  return { line, warnings: [called.warning, began.warning].filter((one) => one !== undefined).concat(unread(told)) }
}
const nothing = { value: null, warning: undefined }

export function accountsIn(
  number: number,
  { person_id: ref = '', accounts = '', platform }: Cells,
): JudgedRow<AccountsLine> {
  if (ref === '') return { reason: 'missing_code' }
  const told = readAccounts(accounts, platform)
  return { line: { row: number, ref, accounts: told }, warnings: unread(told) }
}

const unread = (accounts: PersonLine['accounts']): Warning[] =>
  accounts.flatMap(({ address }) => (address ? [] : ['account_not_recognised' as const]))

function isFirst(before: Seen['before'], code: string): boolean {
  const key = codeKey(code)
  if (before.has(key)) return false
  before.add(key)
  return true
}
