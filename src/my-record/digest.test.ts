import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestHouse, testHouse } from '../../test/support/house.ts'
import { smallOrganisation } from '../../test/support/people.ts'
import { digest, monthBefore } from './jobs.ts'

let house: TestHouse
let people: Awaited<ReturnType<typeof smallOrganisation>>
beforeAll(async () => {
  house = await testHouse()
  people = await smallOrganisation(house.db)
  await house.db.asSuperuser("update membership set from_at = '2026-01-01'")
  const look = async (column: 'subject' | 'unit', whose: string, at: string, fields = 'record', purpose = 'help') =>
    house.db.asSuperuser(
      `insert into access (id, actor, ${column}, purpose, fields, at) values (gen_random_uuid(), $1, $2, $3, $4, $5)`,
      [people.officer.id, whose, purpose, fields, at],
    )
  // The month begins and ends in the zone of the register: 17:00 UTC is midnight there.
  for (const at of ['2026-02-28T17:00:00Z', '2026-03-31T16:59:59Z']) await look('subject', people.lan.id, at)
  for (const at of ['2026-02-28T16:59:59Z', '2026-03-31T17:00:00Z']) await look('subject', people.lan.id, at)
  await look('unit', people.north.id, '2026-03-10T03:00:00Z', 'roll', 'list')
})
afterAll(() => house[Symbol.asyncDispose]())

const told = async () =>
  (
    await house.db.asSuperuser(
      "select p.name, n.key from notice n join person p on p.id = n.person where n.kind = 'access_digest' order by 1, 2",
    )
  ).rows

test('a month that is over is told once to whoever was looked at, with how often, and to nobody else', async () => {
  for (const _ of [1, 2]) await digest(house.db, '2026-03-01')
  expect(await told()).toEqual([{ name: people.lan.name, key: '2026-03' }])
  const lan = await house.as(people.lan)
  expect((await lan.api('GET', '/v1/my-record')).json().months).toEqual([{ month: '2026-03', records: 2, lists: 1 }])
  expect((await lan.get('/my-record')).text).toContain('Tháng 03/2026: 2 lần mở hồ sơ, 1 lần xem danh sách.')
  expect((await (await house.as(people.binh)).api('GET', '/v1/my-record')).json().months).toEqual([])
})

test('a month that is not over is not counted', async () => {
  const { rows } = await house.db.asSuperuser("select date_trunc('month', register_day())::date::text as month")
  const before = await told()
  await digest(house.db, rows[0].month)
  expect(await told()).toEqual(before)
})

test('the month before a day is found across the year', () => {
  expect([monthBefore('2026-11-24'), monthBefore('2027-01-01')]).toEqual(['2026-10-01', '2026-12-01'])
})
