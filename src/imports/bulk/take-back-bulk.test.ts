import { afterAll, afterEach, beforeEach, expect, test } from 'vitest'
import type { TestDatabase } from '../../../test/support/database.ts'
import { importFile, listImports, takeBack } from '../index.ts'
import { importBulk } from './index.ts'
import { bytesOf, contentsOf, files, withUnits } from './tests/register.ts'

const folder = files()
afterAll(() => folder[Symbol.dispose]())
let db: TestDatabase
beforeEach(async () => {
  db = await withUnits()
})
afterEach(() => db[Symbol.asyncDispose]())

const inBulk = async (kind: 'people' | 'accounts', content: string) =>
  importBulk(db.adminUrl, { kind, file: folder.write(content) })
const people = (rows: number, name = 'Lê Thị Thử') =>
  `person_id,full_name,unit_code,accounts\n${Array.from({ length: rows }, (_, n) => `N${n},${name},DV01,x.com/thu_${n}\n`).join('')}`
const without = async () => {
  const { import: _, ...left } = await contentsOf(db)
  return left
}
const rowsOf = async (text: string) => (await db.asSuperuser(text)).rows

test('what filled an empty register is taken back whole, and nothing else', async () => {
  const before = await without()
  const { id, into } = await inBulk('people', people(1_200))
  expect(into).toBe('empty')
  expect((await listImports(db))[0]).toMatchObject({ id, bulk: true, state: 'written', written: 1_200 })
  expect(await takeBack(db, id as string)).toEqual({ kind: 'undone', rows: 1_200, kept: [] })
  expect(await without()).toEqual(before)
  expect((await inBulk('people', people(3))).result).toMatchObject({ outcome: 'accepted', accepted: 3 }) // and it can be filled again
}, 120_000)

test('of a full register what it changed is set back; who was changed since, answered or is in use stays and is listed', async () => {
  await importFile(db, {
    kind: 'people',
    bytes: bytesOf('person_id,full_name,unit_code\nN1,Tên Cũ,DV02\nX1,Khác,DV01\n'),
  })
  const { id, into } = await inBulk('people', people(1_100))
  expect(into).toBe('full')
  await rowsOf("update person set office = 'Cán bộ' where ref = 'N7'")
  await rowsOf(
    "update offered_account set answer = 'closed', answered_at = now() where person = (select id from person where ref = 'N8')",
  )
  const done = await takeBack(db, id as string)
  expect(done).toMatchObject({ kind: 'undone', rows: 1_100 })
  const reasons = done.kind === 'undone' ? done.kept.map(({ reason }) => reason).sort() : []
  expect(reasons).toEqual(['changed_since', 'in_use'])
  expect((await rowsOf('select ref, name from person order by ref')).map(({ ref, name }) => [ref, name])).toEqual([
    ['N1', 'Tên Cũ'],
    ['N7', 'Lê Thị Thử'],
    ['N8', 'Lê Thị Thử'],
    ['X1', 'Khác'],
  ])
  expect((await rowsOf('select typed from offered_account')).map(({ typed }) => typed)).toEqual(['x.com/thu_8'])
  expect((await rowsOf('select typed from draft')).map(({ typed }) => typed)).toEqual(['x.com/thu_8'])
}, 120_000)

test('accounts are offered no more, but for those that were answered', async () => {
  await inBulk('people', 'person_id,full_name,unit_code\nN1,Lê A,DV01\nN2,Lê B,DV01\n')
  const { id } = await inBulk('accounts', 'person_id,accounts\nN1,x.com/mot; x.com/hai\nN2,x.com/ba\n')
  await rowsOf("update offered_account set answer = 'not_mine', answered_at = now() where typed = 'x.com/hai'")
  await rowsOf("update draft set manager = 'shared' where typed = 'x.com/ba'") // gone on with
  expect(await takeBack(db, id as string)).toEqual({ kind: 'undone', rows: 2, kept: [] })
  expect((await rowsOf('select typed from offered_account')).map(({ typed }) => typed)).toEqual(['x.com/hai'])
  expect((await rowsOf('select typed from draft order by typed')).map(({ typed }) => typed)).toEqual([
    'x.com/ba',
    'x.com/hai',
  ])
}, 120_000)
