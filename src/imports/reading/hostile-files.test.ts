import { expect, test } from 'vitest'
import { limits } from './limits.ts'
import { readApart } from './read-apart.ts'
import { archive } from './tests/files.ts'

// What a file does to whoever reads it, it does to a process of its own: this one goes on, and says why the file is refused.

const told = async (bytes: Uint8Array, end?: { milliseconds: number; megabytes: number }) => {
  const read = await readApart(bytes, { units: [] }, end)
  return read.kind === 'refused' ? read.reason : read.kind
}
const sheet = (rows: string) =>
  `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${rows}</sheetData></worksheet>`
const workbook = (rows: string | Buffer) =>
  archive({
    '[Content_Types].xml': '<Types/>',
    'xl/workbook.xml':
      '<workbook xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="A" sheetId="1" r:id="rId1"/></sheets></workbook>',
    'xl/_rels/workbook.xml.rels':
      '<Relationships><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
    'xl/worksheets/sheet1.xml': rows,
  })
const cell = (at: string, text: string) => `<c r="${at}" t="inlineStr"><is><t>${text}</t></is></c>`
const head = `<row r="1">${cell('A1', 'code')}${cell('B1', 'name')}</row>`

test('an archive that unpacks to hundreds of megabytes is refused', async () => {
  const bomb = workbook(Buffer.concat([Buffer.from(`${sheet(head).slice(0, -24)}`), Buffer.alloc(200_000_000, 0x20)]))
  expect(bomb.length).toBeLessThan(limits.bytes)
  expect(await told(bomb)).toBe('zip_bomb')
}, 120_000)

test('one cell of 90 megabytes, and one row of half a gigabyte, are refused or cut, and never held whole by this process', async () => {
  const before = process.memoryUsage().rss
  const long = workbook(sheet(`${head}<row r="2">${cell('A2', 'A')}${cell('B2', 'x'.repeat(90_000_000))}</row>`))
  expect(await told(long)).toBe('zip_bomb')
  const row = Buffer.concat([Buffer.from(`code,name\nA,"`), Buffer.alloc(limits.bytes - 14, 0x78)])
  expect(await told(row)).toBe('unclosed_quote')
  expect(process.memoryUsage().rss - before).toBeLessThan(500_000_000)
}, 120_000)

test('a billion columns are refused: by a cell that says so, and by as many separators as a file may hold', async () => {
  const far = workbook(sheet(`${head}<row r="2"><c r="ZZZZZZZ2" t="inlineStr"><is><t>x</t></is></c></row>`))
  expect(['not_a_table', 'too_many_columns']).toContain(await told(far))
  expect(await told(Buffer.concat([Buffer.from('code,name\n'), Buffer.alloc(limits.bytes - 10, 0x2c)]))).toBe(
    'too_many_columns',
  )
}, 120_000)

test('what ends the engine itself ends the process of the file alone', async () => {
  const rows = Array.from({ length: 90_000 }, (_, n) => `A${n},${'x'.repeat(90)}`).join('\n')
  expect(await told(Buffer.from(`code,name\n${rows}`), { milliseconds: 60_000, megabytes: 12 })).toBe('too_large')
  expect(await told(Buffer.from('code,name\nA,Một\n'))).toBe('units') // and the next file is read
}, 120_000)
