import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { afterAll, afterEach, beforeEach, expect, test } from 'vitest'
import type { TestDatabase } from '../../../test/support/database.ts'
import { projectRoot } from '../../project-root.ts'
import { importFile } from '../index.ts'
import { importBulk } from './index.ts'
import { bytesOf, contentsOf, files, withUnits } from './tests/register.ts'

// In bulk the contract for imports holds as well: what is refused, and row by row what is rejected.

const folder = files()
afterAll(() => folder[Symbol.dispose]())
let db: TestDatabase
beforeEach(async () => {
  db = await withUnits()
})
afterEach(() => db[Symbol.asyncDispose]())

const inBulk = async (kind: 'people' | 'accounts', content: string | Uint8Array, more: { rejected?: string } = {}) =>
  importBulk(db.adminUrl, { kind, file: folder.write(content), ...more })
const nobody = async () => (await contentsOf(db)).person?.length
const header = 'person_id,full_name,unit_code\n'
const refused = (reason: string) => ({ outcome: 'refused', reason, rows: 0, accepted: 0, rejected: [], warnings: {} })
const somebody = () => importFile(db, { kind: 'people', bytes: bytesOf(`${header}X1,Có Trước,DV01\n`) })

test('text in UTF-16 of either order, with tabs, comes in as it does otherwise, into an empty register and a full one', async () => {
  const text = '\ufeffmã người\thọ và tên\tmã đơn vị\r\nN1\tNguyễn Thị Ánh\tdv01\r\nN2\tĐặng Văn Mẫu\tDV02\r\n'
  const little = Buffer.from(text, 'utf16le')
  expect(await inBulk('people', little)).toMatchObject({ into: 'empty', result: { outcome: 'accepted', accepted: 2 } })
  const names = async () => (await contentsOf(db)).person?.map(({ ref, name, unit }) => [ref, name, unit])
  const both = [
    ['N1', 'Nguyễn Thị Ánh', 'DV01'],
    ['N2', 'Đặng Văn Mẫu', 'DV02'],
  ]
  expect(await names()).toEqual(both)
  const big = Buffer.from(
    text.replaceAll('\tN', '\tM').replaceAll('N1\t', 'M1\t').replaceAll('N2\t', 'M2\t'),
    'utf16le',
  ).swap16()
  expect(await inBulk('people', big)).toMatchObject({ into: 'full', result: { outcome: 'accepted', accepted: 2 } })
  expect((await names())?.length).toBe(4)
})

test('a file that is refused changes nothing: of another kind, without a header or with one twice, empty, cut off in a quote, in an old encoding', async () => {
  for (const full of [false, true]) {
    if (full) await somebody()
    const before = await contentsOf(db)
    for (const [content, reason] of [
      ['code,name\nA,Một\n', 'other_kind'],
      ['person_id,accounts\nN1,x.com/a\n', 'no_header'],
      ['a,b,c\n1,2,3\n', 'no_header'],
      ['person_id,mã người,full_name,unit_code\nN1,N2,Lê A,DV01\n', 'duplicate_header'],
      ['', 'empty_file'],
      [`${header}N1,"Lê A,DV01\nN2,Lê B,DV01\n`, 'unclosed_quote'],
      [
        Buffer.concat([Buffer.from(header), Buffer.from([0x4e, 0x31, 0x2c, 0xb5, 0xd2, 0x2c, 0x44])]),
        'legacy_encoding',
      ],
    ] as const)
      expect([full, reason, (await inBulk('people', content)).result]).toEqual([full, reason, refused(reason)])
    expect(await contentsOf(db)).toEqual(before)
  }
})

test('unknown columns are warned of, a number that comes twice is taken once, and rejected rows are written out with their reason', async () => {
  const text = `${header.trim()},Ghi chú\nN1,Lê A,DV01,a\nn１,Lê B,DV01,b\nN3,=1+1,DV01,c\nN4,Lê D,KHONG,"d, e"\n`
  const list = folder.write('')
  const { result } = await inBulk('people', text, { rejected: list })
  expect(result).toEqual({
    ...{ outcome: 'partial', rows: 4, accepted: 1, warnings: { unknown_column: 1 } },
    rejected: [
      { row: 3, reason: 'duplicate_person' },
      { row: 4, reason: 'formula_like' },
      { row: 5, reason: 'missing_unit' },
    ],
  })
  expect(await nobody()).toBe(1)
  const lines = readFileSync(list, 'utf8').split('\r\n')
  expect(lines.map((line) => line.split(': ')[0])).toEqual([
    '\ufeffperson_id,full_name,unit_code,Ghi chú,Lý do không nhận',
    'n１,Lê B,DV01,b,duplicate_person',
    `N3,"'=1+1",DV01,c,formula_like`,
    'N4,Lê D,KHONG,"d, e",missing_unit',
    '',
  ])
})

test('whoever is entered by another hand while a block is written is met there, and neither doubled nor an end of the import', async () => {
  await somebody()
  const hand = new pg.Client({ connectionString: db.adminUrl, options: '-c search_path=register,public' })
  await hand.connect()
  await hand.query('begin')
  await hand.query(
    "insert into person (id, ref, name, unit) select gen_random_uuid(), 'n2', 'Tay Khác', id from unit where code = 'DV01'",
  )
  const importing = inBulk('people', `${header}N1,Lê A,DV01\nN2,Lê B,DV02\n`)
  const waiting = "select 1 from pg_locks where not granted and locktype = 'transactionid'"
  while ((await db.asSuperuser(waiting)).rowCount === 0) await sleep(20)
  await hand.query('commit')
  await hand.end()
  expect((await importing).result).toMatchObject({ outcome: 'accepted', accepted: 2 })
  const there = (await contentsOf(db)).person?.map(({ ref, name, unit }) => [ref, name, unit])
  expect(there?.filter(([ref]) => ref !== 'X1')).toEqual([
    ['N1', 'Lê A', 'DV01'],
    ['n2', 'Lê B', 'DV02'],
  ])
})

test('every CSV file of people in the contract gives in bulk what it must', async () => {
  const contract = join(projectRoot, 'test/data/imports')
  const { files: all } = JSON.parse(readFileSync(join(contract, 'expectations.json'), 'utf8'))
  const people = all.filter((one: { kind: string; file: string }) => one.kind === 'people' && one.file.endsWith('.csv'))
  expect(people.length).toBeGreaterThan(3)
  for (const { file, outcome, reason, rows = 0, accepted = 0, rejected = [], warnings = {} } of people) {
    const { result } = await importBulk(db.adminUrl, { kind: 'people', file: join(contract, file), dryRun: true })
    expect([file, result]).toEqual([
      file,
      { outcome, ...(reason ? { reason } : {}), rows, accepted, rejected, warnings },
    ])
  }
})
