import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type TestHouse, testHouse } from '../../../test/support/house.ts'
import { smallOrganisation } from '../../../test/support/people.ts'
import { multipart, uploads } from '../tests/uploads.ts'

let house: TestHouse
let people: Awaited<ReturnType<typeof smallOrganisation>>
let boss: { id: string; name: string }
beforeEach(async () => {
  house = await testHouse()
  people = await smallOrganisation(house.db)
  boss = await people.person('Quản Trị', people.root.id)
  await people.grant(boss, 'administrator', null)
})
afterEach(() => house[Symbol.asyncDispose]())

const foreign = 'Staff no,Ho ten,Dept,Job\nN1,Lê A,PM1,Trưởng phòng\n'

test('a header that is not known is chosen by hand, and known the next time it comes', async () => {
  const sends = await uploads(house, boss)
  const unread = await sends.file('people', foreign)
  expect(unread).toMatchObject({
    status: 201,
    body: { state: 'unread', header: ['Staff no', 'Ho ten', 'Dept', 'Job'] },
  })
  expect((await sends.act(unread.body.id, 'confirm')).body.code).toBe('not_read_yet')
  const columns = { 'Staff no': 'person_id', Dept: 'unit_code', Job: 'office_title' }
  const read = await sends.act(unread.body.id, 'columns', { columns })
  expect(read).toMatchObject({ status: 200, body: { id: unread.body.id, state: 'read', counts: { new: 1 } } })
  const again = await sends.file('people', foreign.replace('N1', 'N2'))
  expect(again.body).toMatchObject({ state: 'read', counts: { new: 1 } })
  await sends.act(again.body.id, 'confirm')
  const { rows } = await house.db.asSuperuser("select name, office from person where ref = 'N2'")
  expect(rows).toEqual([{ name: 'Lê A', office: 'Trưởng phòng' }])
})

test('an officer’s choice is for the files of their unit, an administrator’s for the whole organisation', async () => {
  const officer = await uploads(house, people.officer)
  const unread = await officer.file('people', foreign)
  await officer.act(unread.body.id, 'columns', { columns: { 'Staff no': 'person_id', Dept: 'unit_code' } })
  expect((await (await uploads(house, boss)).file('people', foreign)).body.state).toBe('unread')
  const { rows } = await house.db.asSuperuser('select unit, header, field from import_column order by header')
  expect(rows).toEqual([
    { unit: people.north.id, header: 'dept', field: 'unit_code' },
    { unit: people.north.id, header: 'staff no', field: 'person_id' },
  ])
})

test('names of the contract stand, whatever was chosen before', async () => {
  const sends = await uploads(house, boss)
  const unread = await sends.file('people', 'mã người,Tên đầy đủ,mã đơn vị\nN1,Lê A,PM1\n')
  const columns = { 'mã người': 'full_name', 'Tên đầy đủ': 'full_name', 'mã đơn vị': 'person_id' }
  expect((await sends.act(unread.body.id, 'columns', { columns })).body).toMatchObject({ state: 'read', accepted: 1 })
  const { rows } = await house.db.asSuperuser('select header from import_column')
  expect(rows).toEqual([{ header: 'ten day du' }])
})

const files = resolve(import.meta.dirname, '../../../test/data/imports')
type Expected = { file: string; outcome: string; reason?: string; rows: number; accepted: number }

test('every file of the contract gives through this door what it gives at the command line', async () => {
  await people.unit('DV', 'Đơn vị', people.root)
  for (let n = 1; n <= 7; n++) await people.unit(`DV0${n}`, `Đơn vị ${n}`)
  const sends = await uploads(house, boss)
  const all = JSON.parse(readFileSync(resolve(files, 'expectations.json'), 'utf8'))
  const expected: Expected[] = all.files ?? all
  const people_ = expected.filter(({ file }) => file.includes('people'))
  expect(people_.length).toBeGreaterThan(4)
  for (const { file, outcome, reason, rows, accepted } of people_) {
    const { status, body } = await sends.file('people', readFileSync(resolve(files, file)), file)
    if (outcome === 'refused') expect([file, status, body.code]).toEqual([file, 422, reason])
    else expect([file, body.rows, body.accepted]).toEqual([file, rows, accepted])
  }
})

test('without JavaScript: a form with a file, a page with choices, a page that says what would change, one press', async () => {
  const member = await house.as(boss)
  const { payload, type } = multipart({ kind: 'people' }, { name: 'danh sách.csv', bytes: foreign })
  const cookie = await cookieOf(boss)
  const sent = await house.server.inject({
    method: 'POST',
    url: '/imports',
    headers: { cookie, origin: house.url, 'content-type': type },
    payload,
  })
  expect(sent.statusCode).toBe(303)
  const at = String(sent.headers.location)
  expect(at).toMatch(/^\/imports\/[0-9a-f-]+\/columns$/)
  expect((await member.get(at)).text).toContain('Staff no')
  const chosen = await member.post(at, { 'column-0': 'person_id', 'column-2': 'unit_code' })
  expect(chosen.headers.location).toBe(at.replace('/columns', ''))
  const page = String(chosen.headers.location)
  expect((await member.get(page)).text).toContain('Ghi 1 dòng vào sổ')
  expect((await member.get(`${page}?part=new`)).text).toContain('Lê A')
  await member.post(`${page}/confirm`)
  expect((await member.get(page)).text).toContain('Đã ghi')
})

async function cookieOf(person: { readonly id: string }) {
  const { hashOf, newSecret } = await import('../../db/index.ts')
  const session = newSecret()
  await house.db.asSuperuser("insert into session (hash, person, how) values ($1, $2, 'passkey')", [
    hashOf(session),
    person.id,
  ])
  return `session=${session}`
}
