import { describe, expect, test } from 'vitest'
import { given } from './tests/files.ts'

const units = (...rows: readonly string[]) => given(`code,parent_code,name,type\n${rows.join('\n')}\n`)
const people = (columns: string, ...rows: readonly string[]) =>
  given(`person_id,full_name,unit_code${columns}\n${rows.map((row, n) => `N${n},Lê Thị Thử,DV01${row}`).join('\n')}\n`)

describe('fields', () => {
  test('are NFC, trimmed of all that is blank or invisible, with one blank between words', async () => {
    const read = await units(
      `\u200b\u00a0A\u2003\u00ad,,\u3000${'Phòng  Tổng\u00a0\u2009hợp'.normalize('NFD')}\u200e\u0007,`,
    )
    expect([read.cell(2, 'code'), read.cell(2, 'name')]).toEqual(['A', 'Phòng Tổng hợp'])
  })

  test('codes are compared without width and letter case; the first spelling stays, and references take it', async () => {
    const read = await units('Ｄｖ０１,,Một,', 'DV02,dV０1,Hai,', 'dv02,,Ba,')
    expect(read.rejected).toEqual(['4 duplicate_code'])
    expect([read.cell(2, 'code'), read.cell(3, 'parent_code')]).toEqual(['Dv01', 'Dv01'])
    expect((await given('person_id,full_name,unit_code\nN1,Lê A,ｄv0５\n')).cell(2, 'unit_code')).toBe('DV05')
  })

  test('empty rows are not counted, but numbered; a short row has empty last fields', async () => {
    const read = await units('', 'A,,Một', ' , ,\u200b,', 'B,,', 'C')
    expect([read.rows, read.rejected]).toEqual([3, ['5 missing_name', '6 missing_name']])
  })
})

describe('each reason by itself', () => {
  test('hidden characters inside a field, of any column that is known', async () => {
    const hidden = [
      '\u200b',
      '\u200d',
      '\u2060',
      '\ufeff',
      '\u202e',
      '\u2066',
      '\u200f',
      '\u061c',
      '\u00ad',
      '\u0007',
      '\u007f',
      '\u009b',
    ]
    for (const sign of hidden) {
      expect([sign, (await units(`A,,Ph${sign}òng,`)).rejected]).toEqual([sign, ['2 hidden_characters']])
      expect((await units(`A${sign}B,,Phòng,`)).rejected).toEqual(['2 hidden_characters'])
    }
    expect((await people(',accounts', `,facebook.com/a${hidden[0]}b`)).rejected).toEqual(['2 hidden_characters'])
    expect((await given(`code,name,khác\nA,x,a${hidden[0]}b\n`)).rejected).toEqual([])
    expect((await people(',accounts', ',"facebook.com/a\n\tfacebook.com/b"')).rejected).toEqual([])
  })

  test('TCVN3 typed in an old font, in a name and next to a Latin letter', async () => {
    for (const name of ['§¬n vÞ', 'Phßng Tæng hîp ¸p', 'B¶o', 'a·', '½a', 'ªa'])
      expect([name, (await units(`A,,${name},`)).rejected]).toEqual([
        name,
        name.includes('Ph') ? ['2 legacy_text'] : ['2 legacy_text'],
      ])
    for (const name of ['© 2026', 'Tổ ½', '§ 5', 'ªª', 'Цех·5'])
      expect([name, (await units(`A,,${name},`)).rejected]).toEqual([name, []])
    expect((await units('A,,Một,lo¹i')).rejected).toEqual([])
    expect((await given('person_id,full_name,unit_code\nN1,NguyÔn V¨n,DV01\n')).rejected).toEqual(['2 legacy_text'])
  })

  test('a field of more than 2,000 characters, counted as characters and after cleaning', async () => {
    expect((await units(`A,,${'x'.repeat(2_000)}   ,`, `B,,${'😀'.repeat(2_000)},`)).rejected).toEqual([])
    expect((await units(`A,,${'x'.repeat(2_001)},`, `B,,Hai,${'😀'.repeat(2_001)}`)).rejected).toEqual([
      '2 cell_too_long',
      '3 cell_too_long',
    ])
  })

  test('fields past the header, when they are not empty; a column without a name is no column', async () => {
    expect((await units('A,,Một,, ,', 'B,,Hai,,x', 'C,,Ba,,,,x')).rejected).toEqual([
      '3 too_many_fields',
      '4 too_many_fields',
    ])
    expect((await given('code,,name,\nA,giữa,x,\nB,,y,z\n')).rejected).toEqual(['3 too_many_fields'])
  })

  test('what looks like a formula: in codes, names, titles and types, telephone numbers and accounts, each with its own signs', async () => {
    for (const sign of '=+-@') {
      for (const row of [`${sign}A,,Một,`, `A,${sign}B,Một,`, `A,,${sign}Một,`, `A,,Một,${sign}x`, ` ${sign}A,,Một,`])
        expect([row, (await units(row)).rejected]).toEqual([row, ['2 formula_like']])
      expect((await people(',office_title', `,${sign}x`)).rejected).toEqual(['2 formula_like'])
      expect((await given(`person_id,full_name,unit_code\nN1,Lê A,${sign}DV01\n`)).rejected).toEqual(['2 formula_like'])
    }
    expect((await units('＝A,,Một,')).rejected).toEqual(['2 formula_like'])
    expect((await people(',phone', ',=1', ',-1', ',@1', ',+1')).rejected).toEqual([
      '2 formula_like',
      '3 formula_like',
      '4 formula_like',
      '5 bad_phone',
    ])
    expect((await people(',accounts', ',=x', ',-x', ',@x', ',+84912345678')).rejected).toEqual([
      '2 formula_like',
      '3 formula_like',
    ])
    expect((await people(',start_date', ',=1')).rejected).toEqual(['2 bad_date'])
  })

  test('a person without an id or a name, twice, or of a unit that is not there', async () => {
    const read = await given(
      'person_id,full_name,unit_code\n,Lê A,DV01\nN1,,DV01\nN2,Lê B,DV01\nn2,Lê C,DV01\nＮ２,Lê D,DV01\nN3,Lê E,DV08\nN4,Lê G,\n',
    )
    expect(read.rejected).toEqual([
      '2 missing_code',
      '3 missing_name',
      '5 duplicate_person',
      '6 duplicate_person',
      '7 missing_unit',
      '8 missing_unit',
    ])
  })

  test('the first that applies, in the order of the contract', async () => {
    const read = await given(
      [
        'person_id,full_name,unit_code,phone,start_date',
        `=N1,L\u200bê §a,${'x'.repeat(2_001)},1,1,x`,
        `=N1,Lê §a,${'x'.repeat(2_001)},1,1,x`,
        `=N1,Lê a,${'x'.repeat(2_001)},1,1,x`,
        '=N1,,,1,1,x',
        '=N1,,,1,1',
        ',,,1,1',
        'N1,,,1,1',
        'N1,Lê A,,1,1',
        'N1,Lê A,,1,1',
        'N2,Lê A,DV01,1,1',
        'N3,Lê A,DV01,,1',
      ].join('\n'),
    )
    expect(read.rejected.map((one) => one.split(' ')[1])).toEqual([
      'hidden_characters',
      'legacy_text',
      'cell_too_long',
      'too_many_fields',
      'formula_like',
      'missing_code',
      'missing_name',
      'missing_unit',
      'duplicate_person',
      'bad_phone',
      'bad_date',
    ])
  })
})

describe('telephone numbers', () => {
  const phones = async (...written: readonly string[]) => people(',phone', ...written.map((one) => `,"${one}"`))

  test('are stored in national form', async () => {
    const good = [
      '0912345678',
      '84912345678',
      '+84912345678',
      '+84 912.345-678',
      '091 234\u00a056 78',
      '0241234567',
      '',
    ]
    const read = await phones(...good)
    expect([read.rejected, read.warnings]).toEqual([[], {}])
    const stored = ['0912345678', '0912345678', '0912345678', '0912345678', '0912345678', '0241234567', '']
    expect(good.map((_, n) => read.cell(n + 2, 'phone'))).toEqual(stored)
  })

  test('get their lost zero back where a mobile number lost it, and are warned of', async () => {
    const read = await phones('312345678', '512345678', '712345678', '841234567', '912 345 678')
    expect([read.rejected, read.warnings]).toEqual([[], { phone_zero_restored: 5 }])
    expect(read.cell(5, 'phone')).toBe('0841234567')
  })

  test('are refused in any other form', async () => {
    for (const bad of [
      '112345678',
      '+912345678',
      '840912345678',
      '0084912345678',
      '09123456789',
      '091234567',
      '(091) 2345678',
      '0912345678x',
      '9.12E+08',
      '+84',
    ])
      expect([bad, (await phones(bad)).rejected]).toEqual([bad, ['2 bad_phone']])
  })
})

describe('days', () => {
  const days = async (...written: readonly string[]) => people(',start_date', ...written.map((one) => `,${one}`))

  test('are ISO, or day, month and year, or the number of a spreadsheet; stored as ISO', async () => {
    const read = await days('2024-02-29', '29/2/2024', '01.02.2024', '1-2-2024', '10000', '80000', '')
    expect([read.rejected, read.warnings]).toEqual([[], { date_from_serial: 2 }])
    const stored = ['2024-02-29', '2024-02-29', '2024-02-01', '2024-02-01', '1927-05-18', '2119-01-11', '']
    expect(stored.map((_, n) => read.cell(n + 2, 'start_date'))).toEqual(stored)
  })

  test('that are none are refused', async () => {
    for (const bad of [
      '29/2/2023',
      '2023-02-29',
      '31/4/2024',
      '12/13/2024',
      '1/2-2024',
      '1/2/24',
      '9999',
      '80001',
      '45292.5',
      '2024-2-1',
      '20240201',
      '0/1/2024',
      'x',
      '00/00/0000',
    ])
      expect([bad, (await days(bad)).rejected]).toEqual([bad, ['2 bad_date']])
  })
})

describe('accounts', () => {
  test('are cut at line breaks, semicolons and bars; their blanks inside stay', async () => {
    const read = await people(',accounts', ',"x.com/mot_mot;x.com/hai_hai|x.com/ba_ba\r\nx.com/bon_bon\n\nkhông  rõ"')
    expect(read.cell(2, 'accounts')).toBe(
      ['mot_mot', 'hai_hai', 'ba_ba', 'bon_bon'].map((name) => `https://x.com/${name}`).join(' | '),
    )
    expect(read.warnings).toEqual({ account_not_recognised: 1 })
  })

  test('each part that is none is warned of, but not the words for none', async () => {
    const read = await people(',accounts', ',không có', ',@mot ; @hai', ',;;|', ',zalo.me/912345678')
    expect([read.rejected, read.warnings]).toEqual([[], { account_not_recognised: 3 }])
  })

  test('of a row that is rejected nothing is warned of', async () => {
    const read = await people(',phone,accounts,start_date', ',912345678,@mot,x')
    expect([read.rejected, read.warnings]).toEqual([['2 bad_date'], {}])
  })

  test('can come in a file of their own, with their people and platforms', async () => {
    const read = await given('person_id,platform,url\nN1,x,mot_hai\nN1,,https://x.com/ba\n,,x.com/y\n', 'accounts')
    expect([read.rejected, read.accepted]).toEqual([['4 missing_code'], 2])
    expect([read.cell(2, 'accounts'), read.cell(3, 'accounts')]).toEqual(['https://x.com/mot_hai', 'https://x.com/ba'])
  })
})

describe('the tree', () => {
  test('a circle, what hangs below it, and a parent that is no unit, was rejected or comes later', async () => {
    const read = await units(
      'A,B,Một,',
      'B,a,Hai,',
      'C,A,Ba,',
      'D,C,Bốn,',
      'E,Z,Năm,',
      'F,G,Sáu,',
      'G,,Bảy,',
      'H,I,Tám,',
      'I,,,',
    )
    expect(read.rejected).toEqual([
      '2 cycle',
      '3 cycle',
      '4 missing_parent',
      '5 missing_parent',
      '6 missing_parent',
      '9 missing_parent',
      '10 missing_name',
    ])
  })

  test('twenty levels stand; the next is too deep, and what hangs below that has no parent', async () => {
    const chain = Array.from({ length: 23 }, (_, n) => `L${n + 1},${n === 0 ? '' : `L${n}`},Tầng ${n + 1},`)
    const rejected = ['22 too_deep', '23 missing_parent', '24 missing_parent']
    expect((await units(...chain)).rejected).toEqual(rejected)
    const upward = await units(...chain.toReversed())
    expect([upward.accepted, upward.rejected]).toEqual([20, ['2 missing_parent', '3 missing_parent', '4 too_deep']])
  })

  test('a hundred thousand units in one chain or one circle are settled at once', async () => {
    const chain = Array.from({ length: 100_000 }, (_, n) => `L${n},${n === 0 ? '' : `L${n - 1}`},x,`)
    const began = process.cpuUsage()
    expect((await units(...chain.toReversed())).accepted).toBe(20)
    const circle = await units(...chain.with(0, 'L0,L99999,x,'))
    expect([circle.accepted, circle.rejected[0]]).toEqual([0, '2 cycle'])
    const { user } = process.cpuUsage(began) // the processor's time: other work on the machine does not count
    expect(user / 1_000).toBeLessThan(10_000)
  })
})
