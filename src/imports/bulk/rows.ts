import { separatorOf } from '../reading/read-file.ts'
import { recordsOf } from '../reading/records.ts'
import { type Kind, type RawRow, type Refused, refuse } from '../reading/types.ts'

/** So much text may lie between two records; beyond it a quote was never closed, or it is no table. */
const longest = 4 * 1024 * 1024
const enoughToTell = 64 * 1024

/** The records of a text that comes in pieces, some at a time. What is kept is the one that is not whole yet. */
export async function* rowsOf(
  text: AsyncGenerator<string, Refused | undefined>,
  kind: Kind,
): AsyncGenerator<readonly RawRow[], Refused | undefined> {
  let rest = ''
  let separator: string | undefined
  let before = 0
  for (;;) {
    const { done, value } = await text.next()
    if (done && value) return value
    rest += done ? '' : (value as string)
    if (!done && separator === undefined && rest.length < enoughToTell) continue
    if (separator === undefined) ({ separator, body: rest, before } = separatorOf(rest, kind))
    const taken = take(rest, separator, done === true)
    if (!Array.isArray(taken.rows)) return taken.rows as Refused
    yield taken.rows.map(({ number, fields }) => ({ number: number + before, fields }))
    before += taken.rows.length
    rest = rest.slice(taken.end)
    if (done) return undefined
    if (rest.length > longest)
      return refuse(rest.startsWith('"') || rest.includes(`${separator}"`) ? 'unclosed_quote' : 'not_a_table')
  }
}

/** Whole records only, unless the text ends here: what touches the end of a piece may go on in the next. */
function take(text: string, separator: string, last: boolean): { rows: RawRow[] | Refused; end: number } {
  const rows: RawRow[] = []
  const records = recordsOf(text, separator)
  for (let end = 0; ; ) {
    const { done, value } = records.next()
    if (done) return { rows: value && (last || value.reason !== 'unclosed_quote') ? value : rows, end }
    if (value.end >= text.length && !last) return { rows, end }
    rows.push(value)
    end = value.end
  }
}
