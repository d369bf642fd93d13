import { dayOfSerial } from '../fields.ts'
import { limits } from '../limits.ts'
import { type FileReason, type RawRow, type Refused, refuse } from '../types.ts'
import { readPart } from './parts.ts'
import { longest, unwritten } from './texts.ts'
import { attribute } from './xml.ts'
import type { Entry } from './zip.ts'

export type Book = {
  readonly texts: readonly string[]
  readonly dayStyles: readonly boolean[]
  readonly from1904: boolean
}

type Cell = { place: number; type: string; style: number; value: string; inline: string; formula: boolean }

/** Cells that one formula fills: of all but the first the file says only what came out. */
type Range = { readonly first: number; readonly last: number; readonly lastRow: number }

const highestRow = 1_048_576

class Enough extends Error {
  readonly reason: FileReason
  constructor(reason: FileReason) {
    super(reason)
    this.reason = reason
  }
}

/** The rows of a sheet that have cells, in the order of the file, one at a time. Memory goes with what cells hold, never with
 *  where they say they stand. `take` answers true when it wants no more. */
export async function readSheet(
  entry: Entry,
  book: Book,
  take: (row: RawRow) => boolean,
): Promise<Refused | undefined> {
  let number = 0
  let next = 0
  let row: { fields: string[]; formulas: Set<number>; days: Map<number, string | undefined> } | undefined
  let cell: Cell | undefined
  let inside: 'value' | 'inline' | undefined
  let spoken = false
  let spread: Range[] = []
  try {
    return await readPart(entry, {
      open(name, attributes) {
        if (name === 'row') {
          number = rowNumber(attribute(attributes, 'r'), number)
          next = 0
          spread = spread.filter(({ lastRow }) => lastRow >= number)
          row = { fields: [], formulas: new Set(), days: new Map() }
        } else if (name === 'c' && row) {
          const place = columnOf(attribute(attributes, 'r'), next)
          next = place + 1
          cell = {
            place,
            type: attribute(attributes, 't') ?? 'n',
            style: Number(attribute(attributes, 's') ?? 0),
            value: '',
            inline: '',
            formula: spread.some(({ first, last }) => first <= place && place <= last),
          }
        } else if (cell) {
          if (name === 'v') inside = 'value'
          else if (name === 't' && !spoken) inside = 'inline'
          else if (name === 'rPh') spoken = true
          else if (name === 'f') {
            cell.formula = true
            const range = rangeIn(attribute(attributes, 'ref'))
            if (range && attribute(attributes, 't') !== 'shared') spread.push(range)
          }
        }
      },
      text(piece) {
        if (cell && inside && cell[inside].length < longest) cell[inside] += piece
      },
      close(name) {
        if (name === 'v' || name === 't') inside = undefined
        else if (name === 'rPh') spoken = false
        else if (name === 'c' && cell && row) {
          put(row, cell, book)
          cell = undefined
        } else if (name === 'row' && row) {
          if (take({ number, ...row })) throw new Enough('too_many_rows')
          row = undefined
        }
      },
    })
  } catch (error) {
    if (error instanceof Enough) return refuse(error.reason)
    throw error
  }
}

function put(
  row: { fields: string[]; formulas: Set<number>; days: Map<number, string | undefined> },
  cell: Cell,
  book: Book,
): void {
  const text = textOf(cell, book)
  if (text === '' && !cell.formula) return
  if (cell.place >= limits.columns) throw new Enough('too_many_columns')
  while (row.fields.length <= cell.place) row.fields.push('')
  row.fields[cell.place] = text
  if (cell.formula) row.formulas.add(cell.place)
  const day = dayIn(cell, book)
  if (day) row.days.set(cell.place, day.is)
}

function textOf({ type, value, inline }: Cell, { texts }: Book): string {
  if (type === 's') return texts[Number(value.trim() || -1)] ?? ''
  if (type === 'inlineStr') return unwritten(inline)
  if (type === 'str') return unwritten(value)
  if (type === 'b') return value.trim() === '1' ? 'TRUE' : value.trim() === '' ? '' : 'FALSE'
  return type === 'n' ? plainNumber(value.trim()) : value
}

/** As it stands in the cell, without exponent: 9.1E8 is 910000000. */
function plainNumber(value: string): string {
  const number = Number(value)
  if (value === '' || !Number.isFinite(number)) return value
  return Number.isInteger(number) && Math.abs(number) < 1e21 ? BigInt(number).toString() : String(number)
}

function dayIn(
  { type, style, value }: Cell,
  { dayStyles, from1904 }: Book,
): { readonly is: string | undefined } | undefined {
  if (type === 'd') return { is: /^\d{4}-\d{2}-\d{2}(?=T|$)/.exec(value.trim())?.[0] }
  if (type !== 'n' || !dayStyles[style] || value.trim() === '') return undefined
  return { is: dayOfSerial(Number(value), from1904) }
}

function rangeIn(written: string | undefined): Range | undefined {
  const [, first, last, row] = /^\$?([A-Z]{1,3})\$?\d+:\$?([A-Z]{1,3})\$?(\d{1,7})$/i.exec(written ?? '') ?? []
  return first && last
    ? { first: columnOf(`${first}1`, 0), last: columnOf(`${last}1`, 0), lastRow: Number(row) }
    : undefined
}

function rowNumber(written: string | undefined, before: number): number {
  const number = written === undefined ? before + 1 : Number(written)
  if (!(Number.isInteger(number) && number > before && number <= highestRow)) throw new Enough('not_a_table')
  return number
}

/** `AB7` stands in column 27, counted from 0. */
function columnOf(written: string | undefined, next: number): number {
  if (written === undefined) return next
  const letters = /^\$?([A-Z]{1,3})\$?\d{1,7}$/i.exec(written)?.[1]?.toUpperCase()
  if (!letters) throw new Enough('not_a_table')
  return [...letters].reduce((column, letter) => column * 26 + letter.charCodeAt(0) - 64, 0) - 1
}
