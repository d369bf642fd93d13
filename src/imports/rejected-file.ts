import type { Lang } from '../web/index.ts'
import { lifeReasons } from './life-words.ts'
import type { Reading, Rejected } from './reading/index.ts'
import { rowReasons, words } from './words.ts'

export type Format = 'csv' | 'xlsx'

/** The rejected rows as the file has them, with a column that says why: to be mended and brought again. */
type Rejects = Pick<Reading, 'header' | 'written' | 'rejected'>

export async function rejectedFile(reading: Rejects, format: Format, lang: Lang): Promise<Uint8Array> {
  return tableFile([...tableOf(reading, lang)], format, words[lang].reason)
}

export async function tableFile(
  rows: readonly (readonly string[])[],
  format: Format,
  name: string,
): Promise<Uint8Array> {
  if (format === 'csv') return Buffer.from(`\ufeff${rows.map((row) => `${row.map(csvField).join(',')}\r\n`).join('')}`)
  const { writeXlsxStream } = await import('hucre/xlsx') // wanted seldom, and not by every command that starts
  // Text stays text in a spreadsheet, also where it begins like a formula.
  return new Uint8Array(
    await new Response(
      writeXlsxStream(
        rows.map((row) => [...row]),
        { name },
      ),
    ).arrayBuffer(),
  )
}

function* tableOf({ header, written, rejected }: Rejects, lang: Lang): Generator<string[]> {
  const width = Math.max(header.length, ...rejected.map(({ row }) => written.get(row)?.length ?? 0))
  const line = (fields: readonly string[], last: string) => [
    ...Array.from({ length: width }, (_, at) => fields[at] ?? ''),
    last,
  ]
  yield line(header, words[lang].reason)
  for (const { row, reason } of rejected) yield line(written.get(row) ?? [], said(reason, lang))
}

export const said = (reason: Rejected['reason'], lang: Lang) =>
  `${reason}: ${{ ...lifeReasons[lang], ...rowReasons[lang] }[reason]}`

/** A spreadsheet that opens the list must not take a field for a formula. */
export function csvField(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
  return /[",;\t\r\n']/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
