import { writeXlsx } from 'hucre/xlsx'
import { describe, expect, test } from 'vitest'
import { archive, given, line, workbook } from './tests/files.ts'

const header = line(1, 'code', 'parent_code', 'name', 'type')
const sheet = (rows: string, more: Parameters<typeof workbook>[1] = {}) => given(archive(workbook(rows, more)))
const people = (columns: readonly string[], cells: readonly string[], more: Parameters<typeof workbook>[1] = {}) =>
  sheet(line(1, 'person_id', 'full_name', 'unit_code', ...columns) + line(2, 'N1', 'Lê A', 'DV01', ...cells), more)

describe('a spreadsheet', () => {
  test('that another program wrote is read: shared texts, days, numbers, and the sheet that is seen', async () => {
    const rows = [
      ['Mã số', 'Họ và tên', 'Mã đơn vị', 'Ngày vào', 'Số điện thoại', 'Ghi chú'],
      ['N1', 'Nguyễn Thị Thử', 'dv02', new Date('2021-03-01T00:00:00Z'), 912345678, true],
      [],
      [17, 'Trần "Văn" <Mẫu> & con', 'DV03', '15/11/2019', '0987654321', 1.5],
    ]
    const file = await writeXlsx({
      sheets: [
        {
          name: 'Cũ',
          hidden: true,
          rows: [
            ['code', 'name'],
            ['A', 'x'],
          ],
        },
        { name: 'Danh sách', rows },
      ],
    })
    const read = await given(file as Uint8Array)
    expect(read).toMatchObject({ told: 'accepted', rows: 2, warnings: { unknown_column: 1, phone_zero_restored: 1 } })
    expect([read.cell(2, 'start_date'), read.cell(2, 'phone'), read.cell(2, 'unit_code')]).toEqual([
      '2021-03-01',
      '0912345678',
      'DV02',
    ])
    expect([read.cell(4, 'person_id'), read.cell(4, 'full_name')]).toEqual(['17', 'Trần "Văn" <Mẫu> & con'])
  })

  test('rows and columns count as the file numbers them, or one after another', async () => {
    const read = await sheet(
      `${header}<row r="5">${'<c r="C5" t="str"><v>Một</v></c>'.replace('<c', '<c r="A5" t="str"><v>A</v></c><c')}</row><row><c t="str"><v>B</v></c><c/><c t="str"><v>Hai</v></c></row>`,
    )
    expect([read.cell(5, 'name'), read.cell(6, 'name'), read.rows]).toEqual(['Một', 'Hai', 2])
  })

  test('names may have any prefix, text may be cut into runs and escaped, and how it is pronounced is left out', async () => {
    const texts =
      '<x:si><x:r><x:t>Phòng </x:t></x:r><x:r><x:t xml:space="preserve">Tổng&#32;hợp</x:t></x:r><x:rPh><x:t>đọc</x:t></x:rPh></x:si><si><t><![CDATA[a<b>]]>&amp;_x000A_c<!-- <t>no</t> --></t></si>'
    const read = await sheet(`${header}${line(2, 'A', '', '<c t="s"><v>0</v></c>', '<c t="s"><x:v>1</x:v></c>')}`, {
      texts,
    })
    expect([read.cell(2, 'name'), read.cell(2, 'type')]).toEqual(['Phòng Tổng hợp', 'a<b>& c'])
  })

  test('a number is read as it stands, without exponent and without what a format adds', async () => {
    const numbers = ['9.12345678E8', '912345678', '912345678.0', '84912345678']
    for (const number of numbers)
      expect([number, (await people(['phone'], [`<c><v>${number}</v></c>`])).cell(2, 'phone')]).toEqual([
        number,
        '0912345678',
      ])
    expect((await people(['phone'], ['9.12E+08'])).rejected).toEqual(['2 bad_phone'])
  })

  test('what a spreadsheet shows as a day is one, in both of its calendars; a bare number is a serial with a warning', async () => {
    const styles =
      '<numFmts><numFmt numFmtId="164" formatCode="dd&quot; tháng &quot;mm"/><numFmt numFmtId="165" formatCode="0.00 &quot;đ&quot;"/><numFmt numFmtId="166" formatCode="[Red]General"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="166"/><xf numFmtId="22"/></cellXfs>'
    const day = async (cell: string, properties = '') => {
      const read = await people(['start_date'], [cell], { styles, properties })
      return [read.cell(2, 'start_date') ?? read.rejected[0], read.warnings.date_from_serial ?? 0]
    }
    const as = (style: number, value: string) => `<c s="${style}"><v>${value}</v></c>`
    expect(await day(as(1, '45292'))).toEqual(['2024-01-01', 0])
    expect(await day(as(2, '45292'))).toEqual(['2024-01-01', 0])
    expect(await day(as(5, '45292.75'))).toEqual(['2024-01-01', 0])
    expect(await day(as(1, '45292'), '<workbookPr date1904="1"/>')).toEqual(['2028-01-02', 0])
    expect(await day(as(1, '59'))).toEqual(['1900-02-28', 0])
    expect(await day(as(1, '60'))).toEqual(['2 bad_date', 0])
    expect(await day(as(1, '-1'))).toEqual(['2 bad_date', 0])
    for (const style of [0, 3, 4]) expect(await day(as(style, '45292'))).toEqual(['2024-01-01', 1])
    expect(await day(as(0, '45292'), '<workbookPr date1904="true"/>')).toEqual(['2024-01-01', 1])
    expect(await day('<c t="d"><v>2024-05-06T00:00:00</v></c>')).toEqual(['2024-05-06', 0])
  })

  test('a cell with a formula rejects its row, whatever result is stored; in a column that is not known it is ignored', async () => {
    const formula = '<c t="str"><f>A1&amp;"x"</f><v>Một</v></c>'
    for (const cells of [
      ['A', '', formula],
      [formula, '', 'Một'],
      ['A', '<c><f>1+1</f></c>', 'Một'],
      ['A', '', 'Một', '<c><f t="shared" si="0"/><v>1</v></c>'],
      ['A', '', 'M\u200bột', formula],
    ])
      expect((await sheet(header + line(2, ...cells))).rejected).toEqual(['2 formula_cell'])
    expect((await sheet(header + line(2, 'A', '', 'Một', 'x', formula))).rejected).toEqual(['2 formula_cell'])
    const unknown = line(1, 'STT', 'code', 'name') + line(2, '<c><f>ROW()-1</f><v>1</v></c>', 'A', 'Một')
    expect((await sheet(unknown)).rejected).toEqual([])
    expect((await sheet(header + line(2, '=A', '', 'Một'))).rejected).toEqual(['2 formula_like'])
  })

  test('what one formula fills is formula in every cell, also where the file says only what came out', async () => {
    const filling = '<c t="str"><f t="array" ref="C2:C3">F2:F3</f><v>Một</v></c>'
    const came = '<c t="str"><v>Hai</v></c>'
    const rows = line(2, 'A', '', filling) + line(3, 'B', '', came) + line(4, 'C', '', came) + line(5, 'D', '', came)
    expect((await sheet(header + rows)).rejected).toEqual(['2 formula_cell', '3 formula_cell'])
    const shared = '<c t="str"><f t="shared" ref="C2:C3" si="0">F2</f><v>Một</v></c>'
    expect((await sheet(header + line(2, 'A', '', shared) + line(3, 'B', '', came))).rejected).toEqual([
      '2 formula_cell',
    ])
    expect((await sheet(line(1, '<c t="str"><f>"code"</f><v>code</v></c>', 'name') + line(2, 'A', 'x'))).told).toBe(
      'no_header',
    )
  })

  test('the first visible sheet is read; none makes an empty file', async () => {
    const two = (first: string, second: string) =>
      `<sheet name="id='rId9'" sheetId="1"${first} r:id="rId1"/><sheet name="B" sheetId="2"${second} r:id="rId2"/>`
    const parts = (sheets: string) => ({
      ...workbook(header + line(2, 'A', '', 'Một'), { sheets }),
      'xl/worksheets/sheet2.xml': `<worksheet><sheetData>${header}${line(2, 'B', '', 'Hai')}</sheetData></worksheet>`,
    })
    expect((await given(archive(parts(two('', ''))))).cell(2, 'code')).toBe('A')
    for (const state of ['hidden', 'veryHidden'])
      expect((await given(archive(parts(two(` state="${state}"`, ''))))).cell(2, 'code')).toBe('B')
    expect((await given(archive(parts(two(' state="hidden"', ' state="hidden"'))))).told).toBe('empty_file')
    expect((await sheet('')).told).toBe('empty_file')
  })
})

describe('limits of a spreadsheet', () => {
  test('a cell that stands far away costs nothing: beyond the hundredth column it refuses the file, far down it is a row', async () => {
    const far = (place: string, row: number) =>
      sheet(`${header}<row r="${row}"><c r="${place}" t="str"><v>x</v></c></row>`)
    expect((await far('XFD1048576', 1_048_576)).told).toBe('too_many_columns')
    expect((await far('CW2', 2)).told).toBe('too_many_columns')
    expect(await far('A1048576', 1_048_576)).toMatchObject({ told: 'partial', rejected: ['1048576 missing_name'] })
    const empty = `${header}<row r="2"><c r="A2" t="str"><v>A</v></c><c r="C2" t="str"><v>x</v></c><c r="XFD2" s="1"/></row>`
    expect((await sheet(empty)).told).toBe('accepted')
    for (const place of ['A0', 'ZZZZ1', '1', '-1']) expect((await far(place, 2)).told).toMatch(/not_a_table|partial/)
    for (const row of [0, 1, -1, 1.5, 1_048_577, Number.NaN]) expect((await far('A2', row)).told).toBe('not_a_table')
  })

  test('a hundred thousand rows are read, one more refuses the file', async () => {
    const rows = (n: number) =>
      header +
      Array.from({ length: n }, (_, at) => `<row><c t="str"><v>A${at}</v></c><c/><c><v>1</v></c></row>`).join('')
    expect(await sheet(rows(100_000))).toMatchObject({ told: 'accepted', accepted: 100_000 })
    expect((await sheet(rows(100_001))).told).toBe('too_many_rows')
  })

  test('a text of many megabytes in one cell is a row that is too long', async () => {
    const fat = Buffer.alloc(9 * 1024 * 1024, 'x').toString()
    const read = await sheet(header + line(2, 'A', '', fat) + line(3, 'B', '', 'Hai'))
    expect(read.rejected).toEqual(['2 cell_too_long'])
  })

  test('what unpacks to too much is a bomb, by what it says or by what it does', async () => {
    const parts = workbook(header)
    const zeros = Buffer.alloc(11 * 1024 * 1024)
    const noise = (megabytes: number) => ({ text: Buffer.alloc(16, 'x'), says: megabytes * 1024 * 1024 })
    expect((await given(archive({ ...parts, 'x.bin': zeros }))).told).toBe('zip_bomb')
    expect((await given(archive({ ...parts, 'x.bin': { text: zeros, says: 10 } }))).told).toBe('zip_bomb')
    expect((await given(archive({ ...parts, 'x.bin': noise(11) }))).told).toBe('zip_bomb')
    const tens = Object.fromEntries(Array.from({ length: 11 }, (_, n) => [`${n}.bin`, Buffer.alloc(10 * 1024 * 1024)]))
    expect((await given(archive({ ...parts, ...tens }))).told).toBe('zip_bomb')
    const lying = Object.fromEntries(Object.entries(tens).map(([name, text]) => [name, { text, says: 10 }]))
    expect((await given(archive({ ...parts, ...lying }))).told).toMatch(/zip_bomb|not_a_table/)
    expect((await given(archive({ ...parts, 'x.bin': Buffer.alloc(10 * 1024 * 1024) }))).told).toBe('accepted')
  })

  test('a name that leads out of the archive refuses it, in the directory and before the entry', async () => {
    const parts = workbook(header + line(2, 'A', '', 'Một'))
    for (const name of ['/etc/passwd', '../x', 'a/../../x', '..', 'C:\\x', 'a\\..\\x', '\\x'])
      expect([name, (await given(archive({ ...parts, [name]: 'x' }))).told]).toEqual([name, 'bad_archive'])
    expect((await given(archive({ ...parts, 'x.txt': { text: 'x', local: '../x.t' } }))).told).toBe('bad_archive')
    expect((await given(archive({ ...parts, 'a..b/...x': 'x' }))).told).toBe('accepted')
    const twice = archive({ ...parts, 'a.txt': 'x', 'b.txt': 'y' })
      .toString('latin1')
      .replaceAll('b.txt', 'a.txt')
    expect((await given(Buffer.from(twice, 'latin1'))).told).toBe('bad_archive')
  })

  test('a document type declaration in any part refuses the file', async () => {
    const parts = workbook(header + line(2, 'A', '', 'Một'))
    const declared = '<!DOCTYPE x [<!ENTITY y SYSTEM "file:///etc/passwd">]><x/>'
    for (const name of ['[Content_Types].xml', 'docProps/core.xml', 'xl/media/picture.svg', 'xl/sharedStrings.xml'])
      expect([name, (await given(archive({ ...parts, [name]: declared }))).told]).toEqual([name, 'dtd_refused'])
    const wide = Buffer.from(`\ufeff${declared}`, 'utf16le')
    for (const part of [
      wide,
      Buffer.from(wide).swap16(),
      { text: declared, stored: true },
      `<?xml version="1.0"?>${' '.repeat(16_358)}${declared}` /* across two pieces */,
    ])
      expect((await given(archive({ ...parts, 'a.xml': part }))).told).toBe('dtd_refused')
  })

  test('a part in UTF-16 is read like any other', async () => {
    const parts = workbook(header + line(2, 'A', '', 'Đơn vị'))
    const sheet1 = Buffer.from(`\ufeff${parts['xl/worksheets/sheet1.xml']}`, 'utf16le')
    expect((await given(archive({ ...parts, 'xl/worksheets/sheet1.xml': sheet1 }))).cell(2, 'name')).toBe('Đơn vị')
  })

  test('an archive that is no workbook, is broken, cut off, or not what it says, is no table', async () => {
    const parts = workbook(header + line(2, 'A', '', 'Một'))
    const whole = archive(parts)
    expect((await given(archive({ 'a.txt': 'x' }))).told).toBe('not_a_table')
    expect((await given(archive({}))).told).toBe('not_a_table')
    for (const length of [4, 30, 200, whole.length - 30, whole.length - 1])
      expect([length, (await given(whole.subarray(0, length))).told]).toEqual([length, 'not_a_table'])
    expect((await given(archive({ ...parts, 'a.txt': { text: 'xxxx', says: 3 } }))).told).toBe('not_a_table')
    for (const broken of [
      '<worksheet><sheetData><row',
      '<worksheet><row r="2"><c r="A2" t="s"><v>1</v',
      `<a ${'x'.repeat(70_000)}`,
      '<!-- <a/>',
      Buffer.from([0x3c, 0xff, 0x3e]),
    ])
      expect((await given(archive({ ...parts, 'xl/worksheets/sheet1.xml': broken }))).told).toBe('not_a_table')
  })
})
