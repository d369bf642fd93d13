import { afterAll, expect, test } from 'vitest'
import type { TestDatabase } from '../../../test/support/database.ts'
import { importFile } from '../index.ts'
import { importBulk } from './index.ts'
import { bytesOf, contentsOf, files, wallsOf, withUnits } from './tests/register.ts'

const folder = files()
afterAll(() => folder[Symbol.dispose]())

const names = ['Lê Thị Thử', 'Đặng Văn\\Mẫu', 'Trần  Ngọc Ánh', 'Nguyễn\u00a0An']
const people = (rows: number, accounts: (n: number) => string) =>
  `person_id,full_name,office_title,unit_code,phone,start_date,accounts\r\n${Array.from(
    { length: rows },
    (_, n) =>
      `N${n % 997 === 13 ? n - 1 : n},${names[n % 4]},${n % 3 ? 'Chuyên viên' : ''},dv0${(n % 7) + 1},${n % 5 ? '912345678' : 'x'.repeat(n % 2)},1/3/2021,"${accounts(n)}"\r\n`,
  ).join('')}`
const accounts = (rows: number) =>
  `mã người,địa chỉ,nền tảng\n${Array.from({ length: rows }, (_, n) => `n${n % 3_000},${n % 2 ? `https://www.tiktok.com/@mau${n % 700}` : `x.com/hai_${n}`},\n`).join('')}`
const several = (n: number) => `x.com/Mau_${n}; @ai_do\nfacebook.com/mau.${n % 4_000}; x.com/mau_${n};không có;@ai_do`

/** The first rows that differ, not all of them. */
function expectSame(got: Awaited<ReturnType<typeof contentsOf>>, expected: typeof got): void {
  for (const [table, rows] of Object.entries(expected)) {
    const at = rows.findIndex((row, n) => JSON.stringify(row) !== JSON.stringify(got[table]?.[n]))
    expect([table, at, got[table]?.[at]]).toEqual([table, at, rows[at]])
    expect([table, got[table]?.length]).toEqual([table, rows.length])
  }
}
async function ordinary(files: readonly (readonly ['people' | 'accounts', string])[]) {
  const db = await withUnits()
  const results = []
  for (const [kind, text] of files) results.push((await importFile(db, { kind, bytes: bytesOf(text) })).result)
  return { db, results }
}
async function inBulk(db: TestDatabase, files: readonly (readonly ['people' | 'accounts', string])[]) {
  const done = []
  for (const [kind, text] of files) done.push(await importBulk(db.adminUrl, { kind, file: folder.write(text) }))
  return { into: done.map(({ into }) => into), results: done.map(({ result }) => result) }
}

const stories = [
  { what: 'people with accounts', files: [['people', people(5_000, several)]], into: ['empty'] },
  {
    what: 'people, and their accounts after them',
    files: [
      ['people', people(12_345, () => '')],
      ['accounts', accounts(15_000)],
    ],
    into: ['empty', 'empty'],
  },
] as const

test.each(stories)(
  '$what: what comes in bulk is, row for row, what an ordinary import of the same file writes',
  async ({ files: [...files], into }) => {
    const one = await ordinary(files)
    await using expected = one.db
    await using empty = await withUnits()
    const before = await wallsOf(empty)
    expect(await inBulk(empty, files)).toEqual({ into, results: one.results })
    expectSame(await contentsOf(empty), await contentsOf(expected))
    expect(await wallsOf(empty)).toEqual(before)

    await using full = await withUnits()
    const somebody = 'person_id,full_name,unit_code,accounts\nX1,Có Trước,DV01,x.com/truoc\n'
    await importFile(full, { kind: 'people', bytes: bytesOf(somebody) })
    expect(await inBulk(full, files)).toEqual({ into: into.map(() => 'full'), results: one.results })
    const found = await contentsOf(full)
    expectSame(
      Object.fromEntries(
        Object.entries(found).map(([table, rows]) => [table, rows.filter((row) => row.ref !== 'X1' && row.rows !== 1)]),
      ),
      await contentsOf(expected),
    )

    // Once more: what is there stays, and is changed to what the file says.
    const [first, ...others] = files
    const again = [[first?.[0] ?? 'people', first?.[1].replaceAll('Chuyên viên', 'Cán bộ') ?? ''] as const, ...others]
    for (const [kind, text] of again) await importFile(expected, { kind, bytes: bytesOf(text) })
    expect((await inBulk(empty, again)).into).toEqual(into.map(() => 'full'))
    expectSame(await contentsOf(empty), await contentsOf(expected))
  },
  300_000,
)
