import { expect, test } from 'vitest'
import { readFile } from './reading/read-file.ts'
import type { Reading } from './reading/types.ts'
import { rejectedFile } from './rejected-file.ts'

const bytes = (text: string) => new TextEncoder().encode(text)
const units = [{ code: 'DV01', parent: null }]

async function read(file: Uint8Array): Promise<Reading> {
  const reading = await readFile(file, { units })
  if (reading.kind === 'refused') throw new Error(reading.reason)
  return reading
}
const people = 'Danh sách\nMã số;Họ và tên;Mã đơn vị;Điện thoại;Ghi chú\n'

test('only the rejected rows are there, as they were written, each with its reason', async () => {
  const file = await rejectedFile(
    await read(bytes(`${people}N1;Lê A;DV01;0912345678;x\nN2;"Lê ""B""\nC";DV09;1;;\nN3;Lê C;dv01;12;y;z\n`)),
    'csv',
    'vi',
  )
  expect(Buffer.from(file).toString()).toBe(
    '\ufeffMã số,Họ và tên,Mã đơn vị,Điện thoại,Ghi chú,,Lý do không nhận\r\n' +
      'N2,"Lê ""B""\nC",DV09,1,,,missing_unit: đơn vị không có trong sổ\r\n' +
      'N3,Lê C,dv01,12,y,z,too_many_fields: có ô nằm ngoài các cột của tiêu đề\r\n',
  )
})

test('a field that begins like a formula is defused, also in the header', async () => {
  for (const text of ['=1+1', '+1', '-1', '@a', '\t=1', '\r=1']) {
    const file = await rejectedFile(await read(bytes(`code,name,"${text}"\n,x,"${text}"\n`)), 'csv', 'en')
    const [header, row] = Buffer.from(file).toString().slice(1).split('\r\n')
    expect(header).toBe(`code,name,"'${text}",Reason for rejecting`)
    expect(row).toBe(`,x,"'${text}",missing_code: the code is missing`)
  }
})

test('it reads as a file of the same kind, and gives the same reasons until it is mended', async () => {
  const before = await read(bytes(`${people}N1;Lê A;DV09;0912345678;x\nN2;Lê B;DV01;1;\n`))
  for (const format of ['csv', 'xlsx'] as const) {
    const again = await read(await rejectedFile(before, format, 'vi'))
    expect([format, again.kind, again.lines, again.rejected]).toEqual([
      format,
      'people',
      [],
      [
        { row: 2, reason: 'missing_unit' },
        { row: 3, reason: 'bad_phone' },
      ],
    ])
  }
})

test('in a spreadsheet a text that begins like a formula stays a text', async () => {
  const before = await read(bytes('code,name\nA,=1+1\n'))
  const again = await read(await rejectedFile(before, 'xlsx', 'vi'))
  expect(again.rejected).toEqual([{ row: 2, reason: 'formula_like' }])
})
