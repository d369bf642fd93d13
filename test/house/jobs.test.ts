import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { newId } from '../../src/db/index.ts'
import { type TestHouse, testHouse } from '../support/house.ts'
import { smallOrganisation } from '../support/people.ts'
import { declared } from './declared.ts'

let house: TestHouse
let people: Awaited<ReturnType<typeof smallOrganisation>>
beforeAll(async () => {
  house = await testHouse()
  people = await smallOrganisation(house.db)
  await house.start()
})
afterAll(async () => {
  await house.stop()
  await house[Symbol.asyncDispose]()
})

const rows = async (sql: string, ...values: unknown[]) => (await house.db.asSuperuser(sql, values)).rows

test('a page that goes private ends the re-checks of what stays in place, by the queue and without asking the host', async () => {
  const { lan } = people
  const page = await declared(house.db, lan, 'https://thoi-cong-khai.vn/', { visibility: 'confirmable', level: 3 })
  const proof = newId()
  await rows(
    `insert into proof (id, declaration, person, method, token, keep, state, found_at, last_found_at, next_check_at)
     values ($1, $2, $3, 'dns-txt', 'token', true, 'found', now() - interval '2 days', now() - interval '1 day', now() + interval '1 day')`,
    proof,
    page.id,
    lan.id,
  )
  const herself = await house.as(lan)
  const changed = await herself.api('PATCH', `/v1/declarations/${page.id}`, { visibility: 'private' })
  expect(changed.status).toBe(200)
  await house.db.as(lan.id, (tx) => house.jobs.enqueue(tx, 'proofs.recheck', {})) // what the clock does every ten minutes
  await vi.waitFor(
    async () => {
      const [now] = await rows('select keep, state, next_check_at from proof where id = $1', proof)
      expect(now).toEqual({ keep: false, state: 'found', next_check_at: null })
    },
    { timeout: 15_000, interval: 100 },
  )
  expect(await rows('select from proof_check where proof = $1', proof)).toEqual([])
  const steps = await rows('select level, reason from level_step where declaration = $1 order by made_at desc', page.id)
  expect(steps[0]).toEqual({ level: 2, reason: 'kept_no_more' })
})

test('every job of the house is named by its room, and its clock says nothing but the hour', async () => {
  const jobs = await rows('select name, data, timezone from pgboss.schedule order by name')
  expect(jobs.map(({ name }) => name)).toContain('proofs.recheck')
  const named = house.rooms.map(({ name }) => name)
  for (const { name, data, timezone } of jobs) {
    expect(named).toContain(name.split('.')[0])
    expect([name, data, timezone]).toEqual([name, {}, 'Asia/Ho_Chi_Minh'])
  }
  const queues = await rows("select name from pgboss.queue where name not like '\\_\\_pgboss\\_\\_%'")
  for (const { name } of queues) expect(named).toContain(name.split('.')[0])
})
