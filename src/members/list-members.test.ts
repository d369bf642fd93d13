import { afterAll, beforeAll, expect, test } from 'vitest'
import { declared } from '../../test/house/declared.ts'
import { type TestHouse, testHouse } from '../../test/support/house.ts'
import { smallOrganisation } from '../../test/support/people.ts'

let house: TestHouse
let people: Awaited<ReturnType<typeof smallOrganisation>>
beforeAll(async () => {
  house = await testHouse()
  people = await smallOrganisation(house.db)
  await declared(house.db, people.lan, 'https://lan.example.com/')
})
afterAll(() => house[Symbol.asyncDispose]())

const rowsAbout = async (unit: { id: string }) =>
  (await house.db.asSuperuser('select persons, by_name from access where unit = $1', [unit.id])).rows

test('an officer finds the units they keep, and no name before a list is opened', async () => {
  const page = await (await house.as(people.officer)).get('/members')
  expect(page.status).toBe(200)
  expect(page.text).toContain('Phòng Mẫu 1')
  expect(page.text).toContain(`/members?unit=${people.north.id}`)
  expect(page.text).not.toContain('Phòng Mẫu 2')
  expect(page.text).not.toContain('Nguyễn Thị Lan')
  expect(await rowsAbout(people.north)).toEqual([])
})

test('listing shows names, offices, states and numbers of pages, no address, and leaves one row', async () => {
  const page = await (await house.as(people.officer)).get(`/members?unit=${people.north.id}`)
  expect(page.text).toContain('Nguyễn Thị Lan')
  expect(page.text).toContain('Chuyên viên')
  expect(page.text).toContain('Chưa được hỏi')
  expect(page.text).toContain(`/records/${people.lan.id}`)
  expect(page.text).not.toContain(`/records/${people.officer.id}`)
  expect(page.text).not.toContain('lan.example.com')
  expect(page.headers['cache-control']).toBe('no-store')
  expect(await rowsAbout(people.north)).toEqual([{ persons: 2, by_name: 'Lê Văn C' }])
})

test('another unit, no unit and nonsense are all simply not there, and leave no row', async () => {
  const officer = await house.as(people.officer)
  for (const unit of [people.south.id, people.root.id, people.lan.id, 'x', `${people.north.id}&from=-1`]) {
    expect([unit, (await officer.get(`/members?unit=${unit}`)).status]).toEqual([unit, 404])
  }
  expect(await rowsAbout(people.south)).toEqual([])
})

test('a member who is no officer finds no such page, and nobody is asked to sign in', async () => {
  expect((await (await house.as(people.lan)).get('/members')).status).toBe(404)
  const answer = await house.asPublic().get('/members')
  expect([answer.status, answer.headers.location]).toEqual([303, '/sign-in?then=%2Fmembers'])
})

test('a role that ended opens the page no more, from the next request on', async () => {
  const someone = await people.person('Võ Văn E', people.south.id)
  await people.grant(someone, 'officer', people.south.id)
  const visitor = await house.as(someone)
  expect((await visitor.get(`/members?unit=${people.south.id}`)).status).toBe(200)
  await house.db.asSuperuser('update role_held set to_at = now() where person = $1', [someone.id])
  expect((await visitor.get(`/members?unit=${people.south.id}`)).status).toBe(404)
})

test('units below without an officer of their own are listed one by one', async () => {
  const head = await people.person('Mai Thị M', people.root.id)
  await people.grant(head, 'officer', people.root.id)
  const lonely = await people.unit('PM9', 'Phòng Mẫu 9', people.root)
  await people.person('Hồ Văn K', lonely.id)
  const visitor = await house.as(head)
  const own = await visitor.get(`/members?unit=${people.root.id}`)
  expect(own.text).toContain('Phòng Mẫu 9')
  expect(own.text).not.toContain('Phòng Mẫu 1')
  expect(own.text).not.toContain('Hồ Văn K')
  expect((await visitor.get(`/members?unit=${lonely.id}`)).text).toContain('Hồ Văn K')
})

test('a long roll goes over several pages, in Vietnamese order', async () => {
  const big = await people.unit('PM8', 'Phòng Mẫu 8', people.root)
  const head = await people.person('Ăn Thị A', big.id)
  await people.grant(head, 'officer', big.id)
  await house.db.asSuperuser(
    "insert into person (id, name, unit) select gen_random_uuid(), 'Ân ' || lpad(n::text, 3, '0'), $1 from generate_series(1, 210) n",
    [big.id],
  )
  const visitor = await house.as(head)
  const first = await visitor.get(`/members?unit=${big.id}`)
  expect(first.text.indexOf('Ăn Thị A')).toBeLessThan(first.text.indexOf('Ân 001'))
  expect(first.text).toContain(`/members?unit=${big.id}&amp;from=200`)
  const second = await visitor.get(`/members?unit=${big.id}&from=200`)
  expect(second.text).toContain('Ân 210')
  expect(second.text).not.toContain('Ân 100')
})
