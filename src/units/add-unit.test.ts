import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestDatabase, testDatabase } from '../../test/support/database.ts'
import { addUnit, type NewUnit, unitByCode } from './index.ts'

let db: TestDatabase
beforeAll(async () => {
  db = await testDatabase()
})
afterAll(() => db[Symbol.asyncDispose]())

const add = (unit: NewUnit) => db.under('operator', (tx) => addUnit(tx, unit))

test('a unit is added below its parent, and its path leads to the root', async () => {
  const root = await add({ code: 'G', name: 'Gốc' })
  const child = await add({ code: 'G1', name: 'Nhánh 1', parent: 'G', kind: 'phòng' })
  if (root.kind !== 'added' || child.kind !== 'added') throw new Error('not added')
  const kept = await db.under('operator', (tx) => unitByCode(tx, 'G1'))
  const label = (id: string) => id.replaceAll('-', '_')
  expect(kept).toMatchObject({
    id: child.id,
    parent: root.id,
    kind: 'phòng',
    path: `${label(root.id)}.${label(child.id)}`,
  })
})

test('a code is given once, also when two ask at the same moment', async () => {
  const answers = await Promise.all([1, 2, 3].map(() => add({ code: 'M', name: 'Một' })))
  expect(answers.filter(({ kind }) => kind === 'added')).toHaveLength(1)
  expect(answers.filter(({ kind }) => kind === 'refused')).toEqual([
    { kind: 'refused', code: 'unit_code_taken' },
    { kind: 'refused', code: 'unit_code_taken' },
  ])
})

test('a code finds its unit in whatever letter case and form of accents it is written', async () => {
  await add({ code: 'Đội-1', name: 'Đội Một' })
  for (const code of ['đội-1', 'ĐỘI-1', 'Đội-1'.normalize('NFD'), 'Đội－１'])
    expect([code, (await db.under('operator', (tx) => unitByCode(tx, code)))?.name]).toEqual([code, 'Đội Một'])
})

test('names are kept in one form: NFC, single blanks', async () => {
  await add({ code: ' N ', name: '  Phòng   Mẫu '.normalize('NFD') })
  expect(await db.under('operator', (tx) => unitByCode(tx, 'N'))).toMatchObject({ code: 'N', name: 'Phòng Mẫu' })
})

test('what is no code, no name or no parent is refused by name', async () => {
  for (const [unit, code] of [
    [{ code: ' ', name: 'A' }, 'unit_code_malformed'],
    [{ code: 'a'.repeat(65), name: 'A' }, 'unit_code_malformed'],
    [{ code: 'A\u200bB', name: 'A' }, 'unit_code_malformed'],
    [{ code: 'A', name: '' }, 'unit_name_malformed'],
    [{ code: 'A', name: 'A\u202eB' }, 'unit_name_malformed'],
    [{ code: 'A', name: 'A', parent: 'nowhere' }, 'parent_not_found'],
  ] as const) {
    expect([unit, await add(unit)]).toEqual([unit, { kind: 'refused', code }])
  }
})
