import { limits } from './limits.ts'
import { type RawRow, type Refused, refuse } from './types.ts'

export const separators = [',', ';', '\t'] as const

/** RFC 4180, one record at a time and in one pass: quotes hold separators, line ends and doubled quotes; a line ends with CRLF,
 *  LF or CR. What stands after a closing quote belongs to the field, as spreadsheets take it. A record wider than any table may
 *  be, and a quote that nothing closes, end the reading. `end` is where the next record begins. */
export function* recordsOf(
  text: string,
  separator: string,
): Generator<RawRow & { readonly end: number }, Refused | undefined> {
  const quote = finder(text, '"')
  const feed = finder(text, '\n')
  const back = finder(text, '\r')
  let at = 0
  for (let number = 1; at < text.length; number++) {
    const end = Math.min(feed(at), back(at))
    const record =
      quote(at) > end ? plainRecord(text.slice(at, end), separator, end) : quotedRecord(text, separator, at)
    if ('kind' in record) return record
    if (record.fields.length > limits.columns) return refuse('too_many_columns')
    at = record.end + (text.startsWith('\r\n', record.end) ? 2 : 1)
    yield { number, fields: record.fields, end: at }
  }
  return undefined
}

type Record = { readonly fields: readonly string[]; readonly end: number }

/** Where this sign comes next, or the end of the text; asked with places that only grow, it reads the text once. */
function finder(text: string, sign: string): (from: number) => number {
  let next = -1
  return (from) => {
    if (next < from) next = text.indexOf(sign, from)
    if (next < 0) next = text.length
    return next
  }
}

const plainRecord = (line: string, separator: string, end: number): Record => ({
  fields: line.split(separator, limits.columns + 1),
  end,
})

function quotedRecord(text: string, separator: string, from: number): Record | Refused {
  const plain = new RegExp(`[^${separator.replace(/[\\\]^-]/g, '\\$&')}\r\n]*`, 'uy')
  const fields: string[] = []
  let at = from
  for (;;) {
    let field = ''
    if (text[at] === '"') {
      const quoted = readQuoted(text, at)
      if (!quoted) return refuse('unclosed_quote')
      field = quoted.field
      at = quoted.end
    }
    plain.lastIndex = at
    field += plain.exec(text)?.[0] ?? ''
    at = plain.lastIndex
    fields.push(field)
    if (fields.length > limits.columns || at >= text.length || !text.startsWith(separator, at))
      return { fields, end: at }
    at += separator.length
  }
}

/** From an opening quote to behind the one that closes it. */
function readQuoted(text: string, opening: number): { readonly field: string; readonly end: number } | undefined {
  let field = ''
  let from = opening + 1
  for (;;) {
    const quote = text.indexOf('"', from)
    if (quote < 0) return undefined
    field += text.slice(from, quote)
    if (text[quote + 1] !== '"') return { field, end: quote + 1 }
    field += '"'
    from = quote + 2
  }
}

/** A first line `sep=X` names the separator; the header and the rows come after it, and it counts as row 1. */
export function namedSeparator(text: string): { readonly separator: string; readonly rest: string } | undefined {
  const line = /^"?sep=([^\r\n"])\1*"?(?:\r\n|\r|\n|$)/iu.exec(text)
  return line ? { separator: line[1] as string, rest: text.slice(line[0].length) } : undefined
}
