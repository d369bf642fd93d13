import { limits } from './limits.ts'
import { type RawRow, type Refused, refuse } from './types.ts'

export const separators = [',', ';', '\t'] as const

/** RFC 4180, one record at a time and in one pass: quotes hold separators, line ends and doubled quotes; a line ends with CRLF,
 *  LF or CR. What stands after a closing quote belongs to the field, as spreadsheets take it. A record wider than any table may
 *  be, and a quote that nothing closes, end the reading. */
export function* recordsOf(text: string, separator: string): Generator<RawRow, Refused | undefined> {
  const plain = new RegExp(`[^${separator.replace(/[\\\]^-]/g, '\\$&')}\r\n]*`, 'uy')
  let at = 0
  for (let number = 1; at < text.length; number++) {
    const fields: string[] = []
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
      if (fields.length > limits.columns) return refuse('too_many_columns')
      if (at >= text.length || !text.startsWith(separator, at)) break
      at += separator.length
    }
    yield { number, fields }
    at += text.startsWith('\r\n', at) ? 2 : 1
  }
  return undefined
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
