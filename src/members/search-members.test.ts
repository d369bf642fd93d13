import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Session, sessionOf } from '../../test/house/wall.ts'
import { type TestHouse, testHouse } from '../../test/support/house.ts'
import { smallOrganisation } from '../../test/support/people.ts'
import { openRolls } from '../access-record/index.ts'
import { linesOfThese } from './store.ts'

let house: TestHouse
let people: Awaited<ReturnType<typeof smallOrganisation>>
beforeAll(async () => {
  house = await testHouse()
  people = await smallOrganisation(house.db)
  await people.person('Nguyễn Thị Đào', people.north.id, 'Văn thư')
  await people.person('Nguyễn Văn Ngoài', people.south.id)
  await people.person('100% Tên_Lạ', people.north.id)
})
afterAll(() => house[Symbol.asyncDispose]())

/** Names that the officer of the first unit finds. */
async function found(sought: string, who: { id: string } = people.officer): Promise<string[]> {
  const answer = await (await house.as(who)).api('GET', `/v1/members?q=${encodeURIComponent(sought)}`)
  return answer.status === 200 ? answer.json().members.map(({ name }: { name: string }) => name) : [answer.json().code]
}
const lists = async (unit: { id: string }) =>
  (await house.db.asSuperuser("select persons from access where unit = $1 and purpose = 'list'", [unit.id])).rows

describe('a search by name', () => {
  test('leaves accents, letter case and the form of letters aside, and finds words that are unfinished', async () => {
    for (const sought of ['nguyen', 'NGUYỄN', 'nguyễn'.normalize('NFD'), 'thi ngu', 'nguy', ' nguyen  thi '])
      expect([sought, await found(sought)]).toEqual([sought, ['Nguyễn Thị Đào', 'Nguyễn Thị Lan']])
    expect(await found('dao')).toEqual(['Nguyễn Thị Đào'])
    expect(await found('lan nguyen')).toEqual(['Nguyễn Thị Lan'])
    expect(await found('guyen')).toEqual([])
  })

  test('takes what would be a wildcard as it is written', async () => {
    expect(await found('%')).toEqual([])
    expect(await found('100%')).toEqual(['100% Tên_Lạ'])
    expect(await found('ten_')).toEqual(['100% Tên_Lạ'])
    expect(await found('ten.')).toEqual([])
    expect(await found('\\')).toEqual([])
  })

  test('finds nobody in a unit of others, and nobody who left', async () => {
    expect(await found('ngoai')).toEqual([])
    const gone = await people.person('Người Đã Đi', people.north.id)
    expect(await found('da di')).toEqual(['Người Đã Đi'])
    await house.db.asSuperuser('update person set left_at = now() where id = $1', [gone.id])
    expect(await found('da di')).toEqual([])
  })

  test('finds people of the units below that have no officer of their own, and not of those that have', async () => {
    const head = await people.person('Trưởng Gốc', people.root.id)
    await people.grant(head, 'officer', people.root.id)
    const lonely = await people.unit('PM7', 'Phòng Mẫu 7', people.root)
    const deeper = await people.unit('PM71', 'Tổ 71', lonely)
    await people.person('Người Xa Lắc', deeper.id)
    expect(await found('nguyen van', head)).toEqual(['Nguyễn Văn Ngoài'])
    expect(await found('xa lac', head)).toEqual(['Người Xa Lắc'])
    expect(await found('thi', head)).toEqual([])
    const other = await people.person('Cán Bộ Bảy', lonely.id)
    await people.grant(other, 'officer', lonely.id)
    expect(await found('xa lac', head)).toEqual([])
    expect(await found('xa lac', other)).toEqual(['Người Xa Lắc'])
  })

  test('is a look at the list: everybody in a unit where somebody is found sees it, and nobody elsewhere', async () => {
    const before = [(await lists(people.north)).length, (await lists(people.south)).length]
    await found('lan')
    await found('khong co ai')
    expect([(await lists(people.north)).length, (await lists(people.south)).length]).toEqual([
      (before[0] as number) + 1,
      before[1],
    ])
  })

  test("lists what is the officer's own although a unit beside it is not any more", async () => {
    const { north, south, officer, lan, binh } = people
    const seen = await house.db.as(officer.id, async (tx) => {
      const rolls = await openRolls(tx, [south.id, north.id], 'web')
      return { rolls: rolls.map(({ unit }) => unit), lines: await linesOfThese(rolls, [lan.id, binh.id]) }
    })
    expect([seen.rolls, seen.lines.map(({ person }) => person)]).toEqual([[north.id], [lan.id]])
  })

  test('on the page shows names as links, and says when there are more', async () => {
    const officer = await house.as(people.officer)
    const page = await officer.get('/members?q=lan')
    expect([page.status, page.text.includes(`/members/${people.lan.id}`)]).toEqual([200, true])
    expect((await officer.get('/members?q=khong')).text).toContain('Không tìm thấy ai')
    await house.db.asSuperuser(
      "insert into person (id, name, unit) select gen_random_uuid(), 'Đông Người ' || n, $1 from generate_series(1, 25) n",
      [people.north.id],
    )
    expect((await officer.get('/members?q=dong+nguoi')).text).toContain('Còn người khác nữa')
  })

  test('is nothing to a member, an overseer or an administrator: they browse no names', async () => {
    for (const role of ['overseer', 'administrator', undefined]) {
      const who = await people.person('Không Được Tìm', people.south.id)
      if (role) await people.grant(who, role, people.root.id)
      expect([role, await found('nguyen', who)]).toEqual([role, ['not_found']])
      expect((await (await house.as(who)).get('/members?q=nguyen')).status).toBe(404)
    }
  })
})

describe('in the database', () => {
  let app: Session
  beforeAll(async () => {
    app = await sessionOf(house.db, 'app')
    return () => app[Symbol.asyncDispose]()
  })
  const asks = async (actor: { id: string }, sql: string, ...values: unknown[]) => {
    await app.begin(actor.id)
    const seen = await app.sees(sql, values)
    await app.run('rollback')
    return seen
  }

  test('the search gives ids of the units that are kept, and nothing to who keeps none', async () => {
    const search = "select * from found_in_kept(array['% nguyen%'], 50)"
    expect(await asks(people.officer, search)).toBe(2)
    for (const who of [people.lan, people.binh]) expect(await asks(who, search)).toBe(0)
    expect(
      await asks(people.officer, 'select name from roll where unit = $1 and person <> actor()', people.north.id),
    ).toBe(0)
  })

  test('finds people in exactly the units that `covers` says yes to, for everybody', async () => {
    await house.db.asSuperuser(
      "insert into person (id, name, unit) select gen_random_uuid(), 'Mỗi Nơi Một Người', id from unit where closed_at is null",
    )
    for (const { id } of (await house.db.asSuperuser('select id from person')).rows) {
      await app.begin(id)
      const found = await app.run("select unit from found_in_kept(array['% moi%', '% noi%'], 999) order by 1")
      const covered = await app.run('select id as unit from unit where covers(id) order by 1')
      await app.run('rollback')
      expect(found.rows).toEqual(covered.rows)
    }
  })
})
