import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestDatabase, testDatabase } from '../../test/support/database.ts'
import { addUnit } from '../units/index.ts'
import { addPerson, type NewPerson, personById } from './index.ts'

let db: TestDatabase
beforeAll(async () => {
  db = await testDatabase()
  await db.under('operator', (tx) => addUnit(tx, { code: 'PM', name: 'Phòng Mẫu' }))
})
afterAll(() => db[Symbol.asyncDispose]())

const add = (person: NewPerson) => db.under('operator', (tx) => addPerson(tx, person))

test('a person is entered, and the roll has their line from the same moment', async () => {
  const added = await add({ unit: 'PM', name: 'Nguyễn Thị  Lan', office: 'Chuyên viên', ref: 'A-1' })
  if (added.kind !== 'added') throw new Error(added.code)
  expect(await db.under('operator', (tx) => personById(tx, added.id))).toMatchObject({
    name: 'Nguyễn Thị Lan',
    office: 'Chuyên viên',
  })
  const { rows } = await db.asSuperuser('select name, office, pages, attestation from roll where person = $1', [
    added.id,
  ])
  expect(rows).toEqual([{ name: 'Nguyễn Thị Lan', office: 'Chuyên viên', pages: 0, attestation: 'never_asked' }])
})

test('the organisation’s number of a person is given once; a person without one can be entered twice', async () => {
  await add({ unit: 'PM', name: 'Một', ref: 'A-2' })
  expect(await add({ unit: 'PM', name: 'Hai', ref: 'A-2' })).toEqual({ kind: 'refused', code: 'ref_taken' })
  expect((await add({ unit: 'PM', name: 'Ba' })).kind).toBe('added')
  expect((await add({ unit: 'PM', name: 'Ba' })).kind).toBe('added')
})

test('what is no unit, name, office or number is refused by name', async () => {
  for (const [person, code] of [
    [{ unit: 'nowhere', name: 'A' }, 'unit_not_found'],
    [{ unit: 'PM', name: ' ' }, 'name_malformed'],
    [{ unit: 'PM', name: 'A\u0000B' }, 'name_malformed'],
    [{ unit: 'PM', name: 'A', office: 'x'.repeat(201) }, 'office_malformed'],
    [{ unit: 'PM', name: 'A', ref: 'x'.repeat(65) }, 'ref_malformed'],
  ] as const) {
    expect([person, await add(person)]).toEqual([person, { kind: 'refused', code }])
  }
})

test('a person sees the own entry and no other', async () => {
  const [one, other] = [await add({ unit: 'PM', name: 'Một' }), await add({ unit: 'PM', name: 'Hai' })]
  if (one.kind !== 'added' || other.kind !== 'added') throw new Error('not added')
  expect(await db.as(one.id, (tx) => personById(tx, one.id))).toMatchObject({ name: 'Một' })
  expect(await db.as(one.id, (tx) => personById(tx, other.id))).toBeUndefined()
})
