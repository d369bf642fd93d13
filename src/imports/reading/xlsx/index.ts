import { limits } from '../limits.ts'
import { type RawRow, type Refused, refuse } from '../types.ts'
import { checkParts } from './parts.ts'
import { readSheet } from './sheet.ts'
import { dayStyles } from './styles.ts'
import { sharedTexts } from './texts.ts'
import { findWorkbook } from './workbook.ts'
import { entriesOf } from './zip.ts'

/** The rows of the first visible sheet. First the archive is judged by what it says, then by what it unpacks to, and only then
 *  is anything read out of it. A formula is never evaluated, its stored result never taken; no part is looked up outside.
 *
 *  Our own reader, because the contract asks what no library tells: which cells hold a formula, whether any part at all declares a
 *  document type, and an end to unpacking at the first byte beyond a limit. */
export async function readXlsx(bytes: Uint8Array, take: (row: RawRow) => boolean): Promise<Refused | undefined> {
  const archive = entriesOf(bytes)
  if (archive.kind === 'refused') return archive
  const refused = await checkParts(archive.entries, limits.unpacked)
  if (refused) return refused
  const workbook = await findWorkbook(archive.entries)
  if (!workbook) return refuse('not_a_table')
  if ('kind' in workbook) return workbook
  if (!workbook.sheet) return refuse('empty_file')
  const texts = await sharedTexts(workbook.strings)
  if ('kind' in texts) return texts
  const days = await dayStyles(workbook.styles)
  if ('kind' in days) return days
  return readSheet(workbook.sheet, { texts, dayStyles: days, from1904: workbook.from1904 }, take)
}
