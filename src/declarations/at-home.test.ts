import { afterAll, beforeAll, expect, test } from 'vitest'
import { declared } from '../../test/house/declared.ts'
import { type TestHouse, testHouse } from '../../test/support/house.ts'
import { smallOrganisation } from '../../test/support/people.ts'

let house: TestHouse
let people: Awaited<ReturnType<typeof smallOrganisation>>
beforeAll(async () => {
  house = await testHouse()
  people = await smallOrganisation(house.db)
})
afterAll(() => house[Symbol.asyncDispose]())

test('a kept proof that is no longer found is a task with its last day, and the page keeps its level and date', async () => {
  const { lan } = people
  const { id } = await declared(house.db, lan, 'https://nguyenthilan-mau.vn/', { visibility: 'confirmable', level: 3 })
  await house.db.asSuperuser(
    `insert into proof (id, declaration, person, method, token, keep, state, found_at, last_found_at, misses, first_miss_at, grace_until)
     values (gen_random_uuid(), $1, $2, 'dns-txt', 'a', true, 'missed', '2026-11-01', '2026-11-02', 3, '2026-11-03', '2026-11-20T12:00:00+07')`,
    [id, lan.id],
  )
  const { text } = await (await house.as(lan)).get('/declarations')
  expect(text).toContain('Sửa mã xác minh của nguyenthilan-mau.vn')
  expect(text).toContain('Mức giữ nguyên đến ngày 20/11/2026.')
  expect(text).toContain('Kiểm lại lần cuối: 02/11/2026')
  const page = await (await house.as(lan)).get(`/declarations/${id}`)
  expect(page.text).toContain('Kiểm lại lần cuối: 2 tháng 11 năm 2026')
})

test('what is to be mended comes before what is to be proven, and is nobody else’s task', async () => {
  const { lan, binh } = people
  await declared(house.db, lan, 'https://chua-xac-minh.vn/')
  const { text } = await (await house.as(lan)).get('/declarations')
  expect(text.indexOf('Sửa mã xác minh của')).toBeLessThan(text.indexOf('Xác minh chua-xac-minh.vn'))
  expect(text).toMatch(/href="\/proofs\/[0-9a-f-]{36}"/)
  expect((await (await house.as(binh)).get('/declarations')).text).not.toContain('Sửa mã xác minh')
})

test('a view of more than 30 days ago is not counted', async () => {
  const seen = await people.person('Đã Được Xem', people.south.id)
  await house.db.asSuperuser(
    "insert into access (id, subject, purpose, fields, at) values (gen_random_uuid(), $1, 'help', 'record', now() - interval '31 days')",
    [seen.id],
  )
  const { text } = await (await house.as(seen)).get('/declarations')
  expect(text).toContain('Trong 30 ngày qua chưa có ai xem.')
})

test('my pages say how often somebody looked, at my record or at a list with me in it, and nobody else’s views', async () => {
  const { lan, binh, officer, north } = people
  const home = async (who: { id: string }) => (await (await house.as(who)).get('/declarations')).text
  expect(await home(binh)).toContain('Trong 30 ngày qua chưa có ai xem.')
  const keeping = await house.as(officer)
  await keeping.get(`/members?unit=${north.id}`)
  await keeping.post(`/records/${lan.id}`, { purpose: 'help' })
  expect(await home(lan)).toContain('Trong 30 ngày qua có 2 lần xem.')
  expect(await home(binh)).toContain('Trong 30 ngày qua chưa có ai xem.')
})
