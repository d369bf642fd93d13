import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestHouse, testHouse } from '../../test/support/house.ts'
import { smallOrganisation } from '../../test/support/people.ts'
import { newId } from '../db/index.ts'

let house: TestHouse
let people: Awaited<ReturnType<typeof smallOrganisation>>
beforeAll(async () => {
  house = await testHouse()
  people = await smallOrganisation(house.db)
  const officer = await house.as(people.officer)
  await officer.get(`/members?unit=${people.north.id}`)
  await officer.post(`/records/${people.lan.id}`, { purpose: 'help' })
  await house.db.under('operator', (tx) =>
    tx
      .insertInto('access')
      .values({ id: newId(), subject: people.lan.id, purpose: 'token', fields: 'record', channel: 'command_line' })
      .execute(),
  )
})
afterAll(() => house[Symbol.asyncDispose]())

test('a person sees who opened the record, who listed the unit and what the operator did, newest first', async () => {
  const { text } = await (await house.as(people.lan)).get('/my-record')
  const main = text.slice(text.indexOf('<main'))
  expect(main).toContain('1 lần xem danh sách')
  expect(main).toContain('2 lần mở hồ sơ')
  const places = ['Người vận hành máy chủ', 'Giúp khai báo hoặc xác nhận', 'Danh sách đơn vị, 2 người'].map((said) =>
    main.indexOf(said),
  )
  expect(places).toEqual([...places].sort((a, b) => a - b))
  expect(places).not.toContain(-1)
  expect(main).toContain('Cán bộ phụ trách, Phòng Mẫu 1')
})

test('the API tells the same', async () => {
  const { looks, in_30_days, older } = (await (await house.as(people.lan)).api('GET', '/v1/my-record')).json()
  expect(in_30_days).toEqual({ records: 2, lists: 1 })
  expect(older).toBeNull()
  expect(looks).toMatchObject([
    { by: null, purpose: 'token', channel: 'command_line', fields: 'record', persons: null },
    { by: { name: 'Lê Văn C', unit: 'Phòng Mẫu 1' }, purpose: 'help', channel: 'web', fields: 'record' },
    { by: { name: 'Lê Văn C' }, purpose: 'list', fields: 'roll', persons: 2 },
  ])
})

test('a row names no third person, and nobody sees the rows of another', async () => {
  const colleague = await people.person('Phạm Thị D', people.north.id)
  const hers = await (await house.as(colleague)).api('GET', '/v1/my-record')
  expect(hers.text).not.toContain('Nguyễn Thị Lan')
  expect(hers.text).not.toContain(people.lan.id)
  expect(hers.json().looks).toEqual([])
  expect((await (await house.as(people.binh)).api('GET', '/v1/my-record')).json().looks).toEqual([])
  expect((await house.asPublic().api('GET', '/v1/my-record')).status).toBe(401)
})

test('who joined later does not see the lists from before', async () => {
  const colleague = await people.person('Lý Văn G', people.north.id)
  expect((await (await house.as(colleague)).api('GET', '/v1/my-record')).json().looks).toEqual([])
  await (await house.as(people.officer)).get(`/members?unit=${people.north.id}`)
  expect((await (await house.as(colleague)).api('GET', '/v1/my-record')).json().looks).toHaveLength(1)
})

test('older rows are on the next pages, each row once', async () => {
  const someone = await people.person('Bùi Thị K', people.north.id)
  await house.db.asSuperuser(
    "insert into access (id, subject, purpose, fields, channel, at) select gen_random_uuid(), $1, 'export', 'record', 'command_line', now() - (n || ' days')::interval from generate_series(0, 119) n",
    [someone.id],
  )
  const visitor = await house.as(someone)
  const ids: string[] = []
  for (let path: string | null = '/v1/my-record'; path !== null; ) {
    const { looks, older } = (await visitor.api('GET', path)).json()
    ids.push(...looks.map(({ id }: { id: string }) => id))
    path = older
  }
  expect(ids).toHaveLength(120)
  expect(new Set(ids).size).toBe(120)
  const page = await visitor.get('/my-record')
  expect(page.text).toContain(`/my-record?before=${ids[49]}`)
  expect(page.text).toContain('30 lần mở hồ sơ')
  expect((await visitor.get('/my-record?before=x')).status).toBe(404)
})

test('a row of another person is no place to read on from', async () => {
  const mine = await (await house.as(people.lan)).api('GET', '/v1/my-record')
  const foreign = mine.json().looks.find(({ purpose }: { purpose: string }) => purpose === 'token').id
  const { looks } = (await (await house.as(people.officer)).api('GET', `/v1/my-record?before=${foreign}`)).json()
  expect(looks).toEqual([])
})
