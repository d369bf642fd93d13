import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { type TestDatabase, testDatabase } from '../../test/support/database.ts'
import { newId } from '../db/index.ts'
import { addPerson } from '../members/index.ts'
import { addUnit } from '../units/index.ts'
import { grantRole, revokeRole, type Wanted } from './index.ts'

let db: TestDatabase
let person: string
beforeAll(async () => {
  db = await testDatabase()
  await db.under('operator', (tx) => addUnit(tx, { code: 'PM', name: 'Phòng Mẫu' }))
})
beforeEach(async () => {
  const added = await db.under('operator', (tx) => addPerson(tx, { unit: 'PM', name: 'Lê Văn C' }))
  if (added.kind === 'added') person = added.id
})
afterAll(() => db[Symbol.asyncDispose]())

const calendar = { today: '2026-03-02', timeZone: 'Asia/Ho_Chi_Minh' }
const grant = (wanted: Omit<Wanted, 'person'>) =>
  db.under('operator', (tx) => grantRole(tx, { person, ...wanted }, calendar))
const revoke = (role: string, unit?: string) =>
  db.under('operator', (tx) => revokeRole(tx, { person, role, unit }, calendar))
/** Roles in force, as the person's own request finds them. */
const held = async () =>
  (await db.asSuperuser('select role from role_held h where person = $1 and in_term(h) order by 1', [person])).rows.map(
    ({ role }) => role,
  )

test('an officer or overseer is in term at once', async () => {
  expect(await grant({ role: 'officer', unit: 'PM' })).toMatchObject({ kind: 'granted', state: 'active' })
  expect(await grant({ role: 'overseer', unit: 'PM' })).toMatchObject({ kind: 'granted', state: 'active' })
  expect(await held()).toEqual(['officer', 'overseer'])
})

test('a reviewer, auditor or administrator is only proposed by one person at a machine', async () => {
  for (const role of ['reviewer', 'auditor', 'administrator']) {
    expect(await grant({ role, unit: 'PM' })).toMatchObject({ kind: 'granted', state: 'proposed' })
  }
  expect(await held()).toEqual([])
})

test('behind broken glass they are in force, and the reason is kept', async () => {
  expect(await grant({ role: 'auditor', breakGlass: 'Kiểm tra đột xuất' })).toMatchObject({
    kind: 'granted',
    state: 'active',
  })
  expect(await held()).toEqual(['auditor'])
  const { rows } = await db.asSuperuser('select granted_because from role_held where person = $1', [person])
  expect(rows).toEqual([{ granted_because: 'Kiểm tra đột xuất' }])
  expect(await grant({ role: 'administrator', breakGlass: ' ' })).toEqual({ kind: 'refused', code: 'reason_malformed' })
})

test('a role is held once at a time, and can be granted again after it ended', async () => {
  await grant({ role: 'officer', unit: 'PM' })
  expect(await grant({ role: 'officer', unit: 'PM' })).toEqual({ kind: 'refused', code: 'role_held_already' })
  expect((await revoke('officer', 'PM')).kind).toBe('ended')
  expect((await grant({ role: 'officer', unit: 'PM' })).kind).toBe('granted')
})

test('a revoked role is over with the next transaction', async () => {
  await grant({ role: 'officer', unit: 'PM' })
  await revoke('officer', 'PM')
  expect(await held()).toEqual([])
  expect(await revoke('officer', 'PM')).toEqual({ kind: 'refused', code: 'role_not_held' })
})

test('what is no role, person or unit is refused by name', async () => {
  expect(await grant({ role: 'owner', unit: 'PM' })).toEqual({ kind: 'refused', code: 'role_unknown' })
  expect(await grant({ role: 'officer' })).toEqual({ kind: 'refused', code: 'role_needs_unit' })
  expect(await grant({ role: 'officer', unit: 'nowhere' })).toEqual({ kind: 'refused', code: 'unit_not_found' })
  person = newId()
  expect(await grant({ role: 'officer', unit: 'PM' })).toEqual({ kind: 'refused', code: 'person_not_found' })
})
