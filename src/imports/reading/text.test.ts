import { describe, expect, test } from 'vitest'
import { given } from './tests/files.ts'

const units = (text: string) => given(`code,parent_code,name,type\n${text}`)
const utf16 = (text: string, big = false) => {
  const bytes = Buffer.from(`\ufeff${text}`, 'utf16le')
  return big ? bytes.swap16() : bytes
}

describe('text', () => {
  test('UTF-8 with and without BOM, UTF-16 of both orders with BOM', async () => {
    const text = 'mã,tên\nĐV1,Đơn vị Một\n'
    for (const file of [text, `\ufeff${text}`, utf16(text), utf16(text, true)]) {
      const read = await given(file)
      expect([read.told, read.cell(2, 'name')]).toEqual(['accepted', 'Đơn vị Một'])
    }
  })

  test('what is neither is refused and not guessed', async () => {
    expect(await given(Buffer.from('code,name\nDV1,Ph\u00f2ng\n', 'latin1'))).toMatchObject({ told: 'legacy_encoding' })
    expect(await given(Buffer.concat([utf16('code,name\nA,B'), Buffer.from([0x41])]))).toMatchObject({
      told: 'legacy_encoding',
    })
    expect(await given(utf16('code,name\nA,\ud800\n'))).toMatchObject({ told: 'legacy_encoding' })
  })

  test('NUL bytes, pictures, documents and old spreadsheets are no table', async () => {
    for (const file of [
      Buffer.from('code,name\nA,B\0\n'),
      Buffer.from('code,name\nA,B\n', 'utf16le'), // without a BOM it is bytes with NUL between them
      utf16('code,name\nA,B\0\n'),
      Buffer.from('d0cf11e0a1b11ae100', 'hex'),
      Buffer.from('%PDF-1.7\ncode,name\nA,B\n'),
      Buffer.from('89504e470d0a1a0a', 'hex'),
      Buffer.from('{\\rtf1 code,name\nA,B}'),
      Buffer.from('504b0304', 'hex'),
    ])
      expect([file.toString('latin1'), (await given(file)).told]).toEqual([file.toString('latin1'), 'not_a_table'])
  })

  test('a file of nothing, of blanks or of separators is empty', async () => {
    for (const file of ['', '\ufeff', '\n\r\n \t\u00a0\n', ',,,\n,,\n', ';;;\n', 'sep=,\n', utf16('')])
      expect([file, (await given(file)).told]).toEqual([file, 'empty_file'])
  })

  test('a header without rows is a table without rows', async () => {
    expect(await given('code,name\n')).toMatchObject({ told: 'accepted', rows: 0, accepted: 0 })
  })

  test('the separator is the one under which the header is found, or the one that the first line names', async () => {
    for (const [file, row] of [
      ['code,name\nA,x;y\t z\n', 2],
      ['code;name\nA;x, y\n', 2],
      ['code\tname\nA\tx, y; z\n', 2],
      ['sep=;\ncode;name\nA;x\n', 3],
      ['sep=|\r\ncode|name\r\nA|x\r\n', 3],
      ['SEP=\t\ncode\tname\nA\tx\n', 3],
      ['"sep=,"\ncode,name\nA,x\n', 3],
      ['sep=;;;\ncode;name;\nA;x;\n', 3],
    ] as const) {
      const read = await given(file)
      expect([file, read.told, read.cell(row, 'code')]).toEqual([file, 'accepted', 'A'])
    }
    expect(await given('sep=;\ncode,name\nA,x\n')).toMatchObject({ told: 'no_header' })
  })

  test('lines end with CRLF, LF or CR, the last one with or without', async () => {
    for (const end of ['\r\n', '\n', '\r']) {
      const read = await given(`code,name${end}A,x${end}${end}B,y`)
      expect([read.rows, read.cell(2, 'name'), read.cell(4, 'name')]).toEqual([2, 'x', 'y'])
    }
  })

  test('quotes hold separators, doubled quotes and line ends; a quote inside a field is a sign like any other', async () => {
    const read = await units('A,,"x, ""y"" \r\n z",\nB,,p"q"r,\nC,,"a"b,\nD,, "e",\n"E","",f,""\n')
    expect([2, 3, 4, 5, 6].map((row) => read.cell(row, 'name'))).toEqual(['x, "y" z', 'p"q"r', 'ab', '"e"', 'f'])
  })

  test('a quote that nothing closes refuses the file, in a row and in the header', async () => {
    expect((await units('A,,"x\nB,,y\n')).told).toBe('unclosed_quote')
    expect((await given('code,"name\nA,x\n')).told).toBe('unclosed_quote')
    expect((await units('A,,"x""\n')).told).toBe('unclosed_quote')
  })
})

describe('header', () => {
  test('names count whatever their letter case, accents, form and blanks, and invisible signs around them', async () => {
    for (const header of [
      'CODE,Name',
      'Mã,Tên',
      'MA DON VI,TEN DON VI',
      ' mã  đơn\u00a0vị ,\u200btên đơn vị',
      'Mã đơn vị,Tên'.normalize('NFD'),
      '"Mã\nđơn vị",TÊN',
    ])
      expect([header, (await given(`${header}\nA,x\n`)).told]).toEqual([header, 'accepted'])
  })

  test('it is the first of the first ten rows that has every needed column', async () => {
    const titles = (n: number) => 'DANH SÁCH\n'.repeat(n)
    const ninth = await given(`${titles(8)}\ncode,name\nA,x\n`)
    expect([ninth.told, ninth.rows, ninth.cell(11, 'name')]).toEqual(['accepted', 1, 'x'])
    expect((await given(`${titles(10)}code,name\nA,x\n`)).told).toBe('no_header')
    expect((await given('code,type\nA,x\n')).told).toBe('no_header')
    expect((await given('code,type\ncode,name\nA,x\n')).rows).toBe(1)
  })

  test('a full-name column makes it a file of people, which then needs its other columns', async () => {
    const people = await given('Mã số,Họ và tên,Mã đơn vị,Tên\nN1,Lê A,DV01,A\n')
    expect([people.told, people.cell(2, 'unit_code'), people.warnings]).toEqual([
      'accepted',
      'DV01',
      { unknown_column: 1 },
    ])
    expect((await given('code,name,full_name\nA,x,y\n')).told).toBe('no_header')
    expect((await given('Mã đơn vị,Tên đơn vị\nmã số,họ tên,mã đơn vị\nN1,Lê A,DV01\n')).cell(3, 'full_name')).toBe(
      'Lê A',
    )
  })

  test('two columns of one meaning refuse the file; two unknown ones are warned of, each once', async () => {
    expect((await given('code,name,mã đơn vị\nA,x,B\n')).told).toBe('duplicate_header')
    expect((await given('code,name,x,x,,y\nA,x,1,2,3,4\n')).warnings).toEqual({ unknown_column: 3 })
  })

  test('what was asked for and what the file holds must agree', async () => {
    expect((await given('code,name\nA,x\n', 'people')).told).toBe('other_kind')
    expect((await given('person_id,full_name,unit_code\nN1,Lê A,DV01\n', 'units')).told).toBe('other_kind')
  })
})

describe('limits', () => {
  test('a hundred columns are read, one more refuses the file, in any row and before anything else is said', async () => {
    expect((await given(`code,name\nA,x${','.repeat(98)}\n`)).told).toBe('accepted')
    expect((await given(`code,name\nA,x${','.repeat(99)}\n`)).told).toBe('too_many_columns')
    expect((await given(`x\n${','.repeat(100)}\n`)).told).toBe('too_many_columns')
    expect((await given(`code,name,code\nA,x\n${','.repeat(100)}\n`)).told).toBe('too_many_columns')
  })

  test('a hundred thousand rows are read, whatever empty ones stand between; one more refuses the file', async () => {
    const rows = (n: number) => Array.from({ length: n }, (_, at) => `A${at},x\n\n`).join('')
    expect(await given(`code,name\n${rows(100_000)}`)).toMatchObject({ told: 'accepted', accepted: 100_000 })
    expect((await given(`code,name\n${rows(100_001)}`)).told).toBe('too_many_rows')
  })

  test('ten megabytes are read, a byte more is not', async () => {
    const file = Buffer.alloc(10 * 1024 * 1024, '\n')
    file.write('code,name\nA,x\n')
    expect((await given(file)).told).toBe('accepted')
    expect((await given(Buffer.concat([file, Buffer.from('\n')]))).told).toBe('too_large')
  })
})
