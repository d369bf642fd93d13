import { afterAll, beforeAll, expect, test } from 'vitest'
import { sessionOf } from '../../../test/house/wall.ts'
import { type TestHouse, testHouse } from '../../../test/support/house.ts'
import { smallOrganisation } from '../../../test/support/people.ts'

let house: TestHouse
let people: Awaited<ReturnType<typeof smallOrganisation>>
let auditor: { id: string; name: string }
let partly: { id: string; name: string }
beforeAll(async () => {
  house = await testHouse()
  people = await smallOrganisation(house.db)
  auditor = await people.person('Đỗ Thị Kiểm', people.root.id)
  await people.grant(auditor, 'auditor', null)
  partly = await people.person('Hồ Văn Một Phần', people.root.id)
  await people.grant(partly, 'auditor', people.south.id)
  const officer = await house.as(people.officer)
  for (const _ of [1, 2]) await officer.post(`/records/${people.lan.id}`, { purpose: 'help' })
  const colleague = await people.person('Phạm Thị D', people.north.id)
  await officer.post(`/records/${colleague.id}`, { purpose: 'asked_by_person' })
  await officer.get(`/members?unit=${people.north.id}`)
  await house.db.asSuperuser(
    "insert into access (id, subject, purpose, fields, channel) values (gen_random_uuid(), $1, 'token', 'record', 'command_line')",
    [people.lan.id],
  )
})
afterAll(() => house[Symbol.asyncDispose]())

test('an auditor sees who, which office, when and why, and of whose record only a name that is always the same', async () => {
  const visitor = await house.as(auditor)
  const { looks } = (await visitor.api('GET', '/v1/records/access')).json()
  expect(looks).toHaveLength(5)
  const [operator, list, other, second, first] = looks
  expect(operator).toMatchObject({ by: null, purpose: 'token', channel: 'command_line' })
  expect(list).toMatchObject({ whose: null, list: { unit: 'Phòng Mẫu 1' }, purpose: 'list' })
  expect(first).toMatchObject({
    by: { name: 'Lê Văn C', office: 'Cán bộ phụ trách', unit: 'Phòng Mẫu 1' },
    purpose: 'help',
    unusual: [],
  })
  expect(first.whose).toMatch(/^N-[0-9A-F]{10}$/)
  expect([second.whose, operator.whose]).toEqual([first.whose, first.whose])
  expect(other.whose).not.toBe(first.whose)
  for (const { text } of [await visitor.get('/records/access'), await visitor.api('GET', '/v1/records/access')]) {
    expect(text).not.toContain(people.lan.name)
    expect(text).not.toContain(people.lan.id)
    expect(text).toContain(first.whose)
  }
})

test('only the unusual ones are shown where that is asked for, page by page', async () => {
  const visitor = await house.as(auditor)
  await house.db.asSuperuser("update access set unusual = '{outside_hours}' where purpose = 'help'")
  const { looks } = (await visitor.api('GET', '/v1/records/access?unusual=1')).json()
  expect(looks.map(({ purpose }: { purpose: string }) => purpose)).toEqual(['help', 'help'])
  expect((await visitor.get('/records/access?unusual=1')).text).toContain('ngoài giờ')
  const rest = (await visitor.api('GET', `/v1/records/access?unusual=1&before=${looks[0].id}`)).json()
  expect(rest.looks.map(({ id }: { id: string }) => id)).toEqual([looks[1].id])
  expect((await visitor.get('/records/access?before=x')).status).toBe(404)
})

test('an auditor of a part of the tree sees looks of people of that part, and not the operator', async () => {
  expect((await (await house.as(partly)).api('GET', '/v1/records/access')).json().looks).toEqual([])
  const sibling = await people.person('Võ Văn E', people.south.id)
  await people.grant(sibling, 'officer', people.south.id)
  await (await house.as(sibling)).post(`/records/${people.binh.id}`, { purpose: 'help' })
  const { looks } = (await (await house.as(partly)).api('GET', '/v1/records/access')).json()
  expect(looks).toMatchObject([{ by: { name: 'Võ Văn E' } }])
})

test('nobody else sees it: not at the door, and not by the database alone', async () => {
  const administrator = await people.person('Phạm Quản Trị', people.root.id)
  await people.grant(administrator, 'administrator', null)
  const former = await people.person('Lý Văn Cũ', people.root.id)
  await people.grant(former, 'auditor', null)
  await house.db.asSuperuser('update role_held set to_at = now() where person = $1', [former.id])
  await using app = await sessionOf(house.db, 'app')
  for (const who of [people.lan, people.officer, administrator, former]) {
    const visitor = await house.as(who)
    expect((await visitor.get('/records/access')).status).toBe(404)
    expect((await visitor.api('GET', '/v1/records/access')).status).toBe(404)
    await app.begin(who.id)
    expect(await app.sees('select from access_for_audit(false, null, 50)')).toBe(0)
    await app.run('rollback')
  }
})

test('an auditor reads no declaration, no person and no row of the record but through the list', async () => {
  await using app = await sessionOf(house.db, 'app')
  await app.begin(auditor.id)
  for (const table of ['declaration', 'proof', 'roll', 'access', 'why_request'])
    expect([table, await app.sees(`select from ${table} where true`)]).toEqual([table, table === 'roll' ? 1 : 0])
  expect(await app.sees('select from person where id <> actor()')).toBe(0)
  await app.run('rollback')
})
