import type { Reading, Refused } from '../types.ts'

/** A cell as it must be stored, the way the contract writes it: accounts joined by bars, without parts that were refused unless
 *  they are the only one. */
export function cellIn(reading: Reading | Refused, row: number, column: string): string | undefined {
  if (reading.kind === 'refused') return undefined
  const line = reading.lines.find((one) => one.row === row)
  if (!line) return undefined
  if (column === 'accounts' && 'accounts' in line) {
    const good = line.accounts.flatMap(({ address }) => address?.canonical ?? [])
    return (good.length > 0 ? good : line.accounts.map(({ typed }) => typed)).join(' | ')
  }
  const named: Readonly<Record<string, string>> = {
    parent_code: 'parent',
    person_id: 'ref',
    full_name: 'name',
    unit_code: 'unit',
    office_title: 'office',
    start_date: 'start',
  }
  const value = (line as Record<string, unknown>)[named[column] ?? column]
  return value === null || value === undefined ? '' : String(value)
}
