import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { sessionOf } from '../../test/house/wall.ts'
import { type TestHouse, testHouse } from '../../test/support/house.ts'
import { smallOrganisation } from '../../test/support/people.ts'

let house: TestHouse
let people: Awaited<ReturnType<typeof smallOrganisation>>
let members: { id: string; name: string }[]
beforeAll(async () => {
  house = await testHouse({ usual: { from_hour: 7, until_hour: 19, every_day: false, records_a_day: 3 } })
  people = await smallOrganisation(house.db)
  members = []
  for (const n of [1, 2, 3, 4, 5]) members.push(await people.person(`Thành Viên ${n}`, people.north.id))
})
afterAll(() => house[Symbol.asyncDispose]())

type Given = { actor?: { id: string } | null; at: string; purpose?: string; fields?: string }
/** As if it were that moment: only the superuser can say so. */
async function look(whose: { id: string }, { actor = people.officer, at, purpose = 'help', fields = 'record' }: Given) {
  const { rows } = await house.db.asSuperuser(
    'insert into access (id, actor, subject, purpose, fields, at) values (gen_random_uuid(), $1, $2, $3, $4, $5) returning id, unusual',
    [actor?.id ?? null, whose.id, purpose, fields, at],
  )
  return rows[0] as { id: string; unusual: string[] }
}
const told = async (whose: { id: string }) =>
  (
    await house.db.asSuperuser("select about from notice where kind = 'unusual_access' and person = $1", [whose.id])
  ).rows.map(({ about }) => about)

describe('a look is marked, by the database,', () => {
  test.each([
    ['2026-11-24T10:00:00+07:00', [], 'in hours on a working day'],
    ['2026-11-24T07:00:00+07:00', [], 'at the first moment'],
    ['2026-11-24T18:59:59+07:00', [], 'at the last'],
    ['2026-11-24T19:00:00+07:00', ['outside_hours'], 'after it'],
    ['2026-11-24T06:59:59+07:00', ['outside_hours'], 'before it'],
    ['2026-11-28T10:00:00+07:00', ['outside_hours'], 'on a Saturday'],
    ['2026-09-02T10:00:00+07:00', ['outside_hours'], 'on National Day'],
    ['2026-08-22T10:00:00+07:00', [], 'on a Saturday that is worked'],
  ])('%s: %s, %s', async (at, unusual) => {
    const viewer = await people.person('Người Xem', people.north.id)
    expect((await look(people.lan, { actor: viewer, at })).unusual).toEqual(unusual)
  })

  test('from the fourth person on, where three a day are usual; the same person again is no more', async () => {
    const at = (n: number) => `2026-11-25T10:0${n}:00+07:00`
    const seen = []
    for (const [n, one] of [0, 1, 1, 2, 0, 3, 4].entries())
      seen.push((await look(members[one] as { id: string }, { at: at(n) })).unusual.join())
    expect(seen).toEqual(['', '', '', '', '', 'many', 'many'])
    expect((await look(members[4] as { id: string }, { at: '2026-11-26T10:00:00+07:00' })).unusual).toEqual([])
  })

  test('and never when it is the operator at the machine', async () => {
    expect((await look(people.lan, { actor: null, at: '2026-11-24T23:00:00+07:00' })).unusual).toEqual([])
  })
})

test('the person is told at once, once a day for the same viewer, and sees what was unusual', async () => {
  const someone = await people.person('Bùi Thị K', people.north.id)
  await look(someone, { at: '2026-11-24T10:00:00+07:00' })
  expect(await told(someone)).toEqual([])
  const { id } = await look(someone, { at: '2026-11-24T22:00:00+07:00' })
  await look(someone, { at: '2026-11-24T22:05:00+07:00' })
  expect(await told(someone)).toEqual([id])
  expect((await (await house.as(someone)).get('/my-record')).text).toContain('Khác thường: ngoài giờ')
})

test('a request can set neither the mark nor what counts as usual', async () => {
  await using app = await sessionOf(house.db, 'app')
  for (const sql of [
    "insert into access (id, subject, purpose, fields, unusual) values (gen_random_uuid(), $1, 'help', 'record', '{}')",
    "update access set unusual = '{}' where subject = $1",
    'update watch_rule set until_hour = 24 where $1::uuid is not null',
    'delete from day_off where $1::uuid is not null',
    'select from watch_rule where $1::uuid is not null',
    'select from pseudonym_salt where $1::uuid is not null',
    'select access_is_watched() where $1::uuid is not null',
    'select pseudonym_of($1::uuid)',
  ]) {
    await app.begin(people.officer.id)
    expect([sql, await app.sees(sql, [people.lan.id])]).toEqual([sql, expect.stringMatching(/^(42501|0A000)$/)])
    await app.run('rollback')
  }
})
