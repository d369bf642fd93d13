import { createWriteStream } from 'node:fs'
import { finished } from 'node:stream/promises'
import type { RawRow, RowReason } from '../reading/types.ts'
import { csvField, said } from '../rejected-file.ts'
import { words } from '../words.ts'

/** The rejected rows as the file has them, with a last column that says why, written out as they are met. */
export function rejectedList(file: string | undefined) {
  const out = file === undefined ? undefined : createWriteStream(file)
  const over = out && finished(out)
  over?.catch(() => {}) // told when the list is ended
  let width = 0
  const write = (fields: readonly string[], last: string) => {
    const all = [...fields, ...Array.from({ length: Math.max(0, width - fields.length) }, () => ''), last]
    out?.write(`${all.map(csvField).join(',')}\r\n`)
  }
  return {
    header(names: readonly string[]) {
      width = names.length
      out?.write('\ufeff')
      write(names, words.vi.reason)
    },
    row: ({ fields }: RawRow, reason: RowReason) => write(fields, said(reason, 'vi')),
    async end() {
      out?.end()
      await over
    },
  }
}
