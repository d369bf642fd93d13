import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { declared } from '../../test/house/declared.ts'
import { type Session, sessionOf } from '../../test/house/wall.ts'
import { type TestHouse, testHouse, type Visitor } from '../../test/support/house.ts'
import { smallOrganisation } from '../../test/support/people.ts'

// People come, go and are away: by the officer who keeps their unit, by administrators anywhere, and by nobody else.

let house: TestHouse
let people: Awaited<ReturnType<typeof smallOrganisation>>
let boss: { id: string; name: string }
let administrator: Visitor
let officer: Visitor
let member: { id: string; name: string }
beforeAll(async () => {
  house = await testHouse()
  people = await smallOrganisation(house.db)
  boss = await people.person('Phạm Quản Trị', people.root.id)
  await people.grant(boss, 'administrator', null)
  administrator = await house.as(boss)
  officer = await house.as(people.officer)
})
beforeEach(async () => {
  member = await people.person('Mai Văn M', people.north.id, 'Chuyên viên')
})
afterAll(() => house[Symbol.asyncDispose]())

const rows = async (sql: string, ...values: unknown[]) => (await house.db.asSuperuser(sql, values)).rows
const stretches = async (who = member) =>
  rows('select unit, office, began, began_by_name, ended from membership where person = $1 order by n', who.id)
const roll = async () => (await rows('select unit, office, absence from roll where person = $1', member.id))[0]
const act = (who: Visitor, what: string, body: unknown = {}, id = member.id) =>
  who.api('POST', `/v1/members/${id}/${what}`, body)
const said = async (who: Visitor, what: string, body: unknown = {}, id = member.id) => {
  const { status, json } = await act(who, what, body, id)
  return status < 300 ? status : [status, json().code]
}
const lookedAt = async (id = member.id) =>
  rows("select by_name, purpose, fields from access where subject = $1 and purpose = 'place'", id)

describe('a person', () => {
  test('is put into another unit by an administrator; history, roll and list follow at once', async () => {
    expect((await administrator.post(`/members/${member.id}/transfer`, { unit: 'PM2' })).status).toBe(303)
    expect(await stretches()).toEqual([
      { unit: people.north.id, office: 'Chuyên viên', began: 'joined', began_by_name: null, ended: 'transferred' },
      { unit: people.south.id, office: 'Chuyên viên', began: 'transferred', began_by_name: boss.name, ended: null },
    ])
    expect((await roll()).unit).toBe(people.south.id)
    const list = await officer.get(`/members?unit=${people.north.id}`)
    expect(list.text).not.toContain(`/members/${member.id}`)
  })

  test('loses the terms over the unit they leave, or keeps them where that is chosen', async () => {
    const held = async () => rows('select 1 from role_held h where person = $1 and in_term(h)', member.id)
    await people.grant(member, 'overseer', people.north.id)
    expect(await said(administrator, 'transfer', { unit: 'PM2', terms: 'keep' })).toBe(200)
    expect(await held()).toHaveLength(1)
    await people.grant(member, 'overseer', people.south.id)
    expect(await said(administrator, 'transfer', { unit: 'PM1' })).toBe(200)
    expect(await held()).toHaveLength(1)
  })

  test('who leaves loses roles, sessions, tokens and invitations, and gets none of them back by returning', async () => {
    await people.grant(member, 'overseer', people.north.id)
    const visitor = await house.as(member)
    await house.db.asSuperuser('insert into invitation (hash, person) values (sha256($1::bytea), $2)', ['x', member.id])
    expect((await visitor.get('/declarations')).status).toBe(200)
    expect(await said(administrator, 'leave')).toBe(200)
    expect((await roll()).unit).toBeNull()
    expect(await said(administrator, 'leave')).toEqual([409, 'person_left'])
    expect(await said(administrator, 'transfer', { unit: 'PM2' })).toEqual([409, 'person_left'])
    expect(await said(administrator, 'return')).toBe(200)
    expect((await roll()).unit).toBe(people.north.id)
    expect((await visitor.get('/declarations')).status).toBe(303)
    expect((await visitor.api('GET', '/v1/declarations')).status).toBe(401)
    expect(await rows('select 1 from role_held h where person = $1 and in_term(h)', member.id)).toEqual([])
    expect(await rows('select 1 from invitation where person = $1 and expires_at > now()', member.id)).toEqual([])
    expect((await stretches()).map(({ began, ended }) => [began, ended])).toEqual([
      ['joined', 'left'],
      ['returned', null],
    ])
  })

  test('who left holds no office in a public answer any more, and nothing of theirs is erased', async () => {
    const wish = { visibility: 'confirmable', shows: 'name_and_office', level: 2 } as const
    const { canonical } = await declared(house.db, member, `https://m-${member.id.slice(-6)}.example.com/`, wish)
    const answer = async () => (await house.asPublic().get(`/v1/verify?url=${canonical}`)).json()
    expect(await answer()).toMatchObject({ answer: 'confirmed', office: 'Chuyên viên, Phòng Mẫu 1' })
    expect(await said(officer, 'leave')).toBe(200)
    expect((await answer()).office).toBeUndefined()
    expect(await rows('select 1 from declaration where person = $1 and ended_at is null', member.id)).toHaveLength(1)
  })

  test('changes office, and the one before stays from when to when', async () => {
    expect((await officer.post(`/members/${member.id}/office`, { office: 'Phó phòng' })).status).toBe(303)
    expect(await stretches()).toMatchObject([
      { office: 'Chuyên viên', ended: 'office' },
      { office: 'Phó phòng', began: 'office', began_by_name: 'Lê Văn C', ended: null },
    ])
    expect((await roll()).office).toBe('Phó phòng')
    expect(await said(officer, 'office', { office: 'Phó phòng' })).toBe(200)
    expect(await stretches()).toHaveLength(2)
  })

  test('is entered by the officer without a number, by an administrator with one', async () => {
    const added = await officer.post('/members', { unit: 'PM1', name: 'Người Mới' })
    expect(added.status).toBe(303)
    const numbered = { unit: 'PM1', name: 'Người Khác', ref: `S-${member.id}` }
    expect((await officer.api('POST', '/v1/members', numbered)).json().code).toBe('ref_not_yours')
    expect((await administrator.api('POST', '/v1/members', numbered)).status).toBe(201)
    expect((await administrator.api('POST', '/v1/members', numbered)).json().code).toBe('ref_taken')
    expect((await officer.api('POST', '/v1/members', { unit: 'PM2', name: 'A' })).json().code).toBe('unit_not_found')
    const found = await administrator.get(`/members?number=${numbered.ref.toLowerCase()}`)
    expect([found.status, String(found.headers.location)]).toEqual([303, expect.stringMatching(/^\/members\//)])
    expect((await administrator.get('/members?number=khong-co')).status).toBe(422)
  })
})

test('a look at the list of a unit is seen by who was in it then, also after they went elsewhere, and not by who came later', async () => {
  await officer.get(`/members?unit=${people.north.id}`)
  const looks = async (who: { id: string }) =>
    (await (await house.as(who)).api('GET', '/v1/my-record'))
      .json()
      .looks.filter(({ purpose }: { purpose: string }) => purpose === 'list').length
  const before = await looks(member)
  expect(before).toBeGreaterThan(0)
  expect(await said(administrator, 'transfer', { unit: 'PM2' })).toBe(200)
  await officer.get(`/members?unit=${people.north.id}`)
  expect(await looks(member)).toBe(before)
  const late = await people.person('Đến Sau', people.north.id)
  expect(await looks(late)).toBe(0)
})

describe('an absence', () => {
  test('has a last day, stands on the roll from the same moment, and ends early', async () => {
    const noted = await act(officer, 'absence', { kind: 'abroad', until: '2027-03-01' })
    expect(noted.status).toBe(201)
    expect((await roll()).absence).toBe('abroad')
    expect((await officer.get(`/members?unit=${people.north.id}`)).text).toContain('Ở nước ngoài, đến 01/03/2027')
    expect(await said(officer, 'absence', { kind: 'leave', until: '2027-01-01' })).toEqual([409, 'absence_overlaps'])
    expect(await said(officer, `absence/${noted.json().id}/end`)).toBe(200)
    expect(await said(officer, `absence/${noted.json().id}/end`)).toEqual([409, 'ended_already'])
    expect((await roll()).absence).toBeNull()
    expect(await said(officer, 'absence', { kind: 'leave', until: '2027-01-01' })).toBe(201)
  })

  test('from the duty has a reason from the list, and nothing else has one', async () => {
    const until = '2027-03-01'
    expect(await said(officer, 'absence', { kind: 'exempt', until })).toEqual([422, 'exempt_needs_reason'])
    expect(await said(officer, 'absence', { kind: 'leave', reason: 'age', until })).toEqual([
      422,
      'exempt_needs_reason',
    ])
    expect(await said(officer, 'absence', { kind: 'exempt', reason: 'lười', until })).toEqual([400, 'bad_request'])
    expect(await said(officer, 'absence', { kind: 'exempt', reason: 'by_rule', until })).toBe(201)
  })

  test('does not end before it begins, in the past, or after more than two years', async () => {
    expect(await said(officer, 'absence', { kind: 'leave', until: '2020-01-01' })).toEqual([422, 'absence_dates_wrong'])
    const late = { kind: 'leave', from: '2099-01-01', until: '2098-01-01' }
    expect(await said(officer, 'absence', late)).toEqual([422, 'absence_dates_wrong'])
    expect(await said(officer, 'absence', { kind: 'leave', until: '2099-01-01' })).toEqual([422, 'absence_too_long'])
    const page = await officer.post(`/members/${member.id}/absence`, { kind: 'leave', until: 'mai' })
    expect([page.status, page.text.includes('href="#absence-until"')]).toEqual([422, true])
  })
})

describe('who may', () => {
  const everything = [
    ['transfer', { unit: 'PM2' }],
    ['leave', {}],
    ['return', {}],
    ['office', { office: 'X' }],
    ['absence', { kind: 'leave', until: '2027-01-01' }],
  ] as const

  test('of another unit’s officer, an overseer, a former officer and the person nobody changes a place', async () => {
    const other = await people.person('Cán Bộ Khác', people.south.id)
    await people.grant(other, 'officer', people.south.id)
    const former = await people.person('Cán Bộ Cũ', people.north.id)
    await people.grant(former, 'officer', people.north.id)
    await house.db.asSuperuser('update role_held set to_at = now() where person = $1', [former.id])
    const overseer = await people.person('Cấp Trên', people.root.id)
    await people.grant(overseer, 'overseer', people.root.id)
    for (const who of [other, former, overseer, member]) {
      const visitor = await house.as(who)
      for (const [what, body] of everything) {
        const answer = await act(visitor, what, body)
        expect([who.name, what, answer.status, answer.json().code]).toEqual([who.name, what, 404, 'not_found'])
      }
      if (who !== member) expect((await visitor.get(`/members/${member.id}`)).status).toBe(404)
    }
    expect(await stretches()).toHaveLength(1)
    expect(await lookedAt()).toEqual([])
  })

  test('an officer puts nobody into a unit of others, and takes nobody out who bears a role', async () => {
    expect(await said(officer, 'transfer', { unit: 'PM2' })).toEqual([422, 'other_not_found'])
    const auditor = await people.person('Kiểm Tra', people.north.id)
    await people.grant(auditor, 'auditor', null)
    expect(await said(officer, 'leave', {}, auditor.id)).toEqual([409, 'bears_role'])
    expect(await said(officer, 'office', { office: 'X' }, auditor.id)).toBe(200)
    expect(await said(officer, 'leave', {}, people.officer.id)).toEqual([409, 'not_oneself'])
    expect(await said(administrator, 'leave', {}, auditor.id)).toBe(200)
  })

  test('an administrator of one branch reaches no other', async () => {
    const local = await people.person('Quản Trị Nhánh', people.south.id)
    await people.grant(local, 'administrator', people.south.id)
    const visitor = await house.as(local)
    expect(await said(visitor, 'leave')).toEqual([404, 'not_found'])
    expect(await said(visitor, 'transfer', { unit: 'PM2' })).toEqual([404, 'not_found'])
    const inside = await people.person('Trong Nhánh', people.south.id)
    expect(await said(visitor, 'transfer', { unit: 'PM1' }, inside.id)).toEqual([422, 'other_not_found'])
    expect(await said(visitor, 'leave', {}, inside.id)).toBe(200)
    expect((await visitor.api('PATCH', `/v1/units/${people.north.id}`, { name: 'X' })).status).toBe(404)
    expect((await visitor.api('PATCH', `/v1/units/${people.south.id}`, { name: 'Phòng Mẫu 2' })).status).toBe(200)
    expect((await visitor.api('POST', '/v1/units', { code: 'ROOT2', name: 'X' })).json().code).toBe('parent_not_found')
  })

  test('the last administrator of the organisation does not leave', async () => {
    expect(await said(administrator, 'leave', {}, boss.id)).toEqual([409, 'last_administrator'])
    const second = await people.person('Quản Trị Hai', people.root.id)
    await people.grant(second, 'administrator', null)
    const both = await Promise.all([
      said(administrator, 'leave', {}, second.id),
      said(await house.as(second), 'leave', {}, boss.id),
    ])
    const left = await rows("select 1 from role_held h where role = 'administrator' and unit is null and serving(h)")
    expect([left.length, both.filter((one) => one === 200).length]).toEqual([1, 1])
    await house.db.asSuperuser('update person set left_at = null where id = $1', [boss.id])
    await house.db.asSuperuser('update role_held set to_at = null where person = $1', [boss.id])
    administrator = await house.as(boss)
  })
})

describe('the place of a person', () => {
  test('is shown to officer and administrator after the row that the person sees, without states and pages', async () => {
    for (const [visitor, name] of [
      [officer, 'Lê Văn C'],
      [administrator, boss.name],
    ] as const) {
      const page = await visitor.get(`/members/${member.id}`)
      expect(page.status).toBe(200)
      expect(page.text).toContain('Phòng Mẫu 1 (PM1)')
      expect(await lookedAt()).toContainEqual({ by_name: name, purpose: 'place', fields: 'roll' })
    }
    const mine = await (await house.as(member)).get('/my-record')
    expect(mine.text).toContain('Xem hoặc thay đổi nơi sinh hoạt')
    expect(mine.text).toContain(boss.name)
  })

  test('is one’s own to read, without a row and without a form', async () => {
    const page = await (await house.as(member)).get(`/members/${member.id}`)
    expect([page.status, page.text.includes('Nơi sinh hoạt của tôi'), page.text.includes('/leave')]).toEqual([
      200,
      true,
      false,
    ])
    expect(await lookedAt()).toEqual([])
    const json = (await (await house.as(member)).api('GET', `/v1/members/${member.id}`)).json()
    expect(json).toMatchObject({
      name: 'Mai Văn M',
      unit: { code: 'PM1' },
      history: [{ began: 'joined', to_at: null }],
    })
  })
})

describe('row security alone', () => {
  let app: Session
  beforeAll(async () => {
    app = await sessionOf(house.db, 'app')
    return () => app[Symbol.asyncDispose]()
  })
  /** What the statement says, or the code of its refusal; nothing of it stays. */
  const asks = async (actor: { id: string } | undefined, sql: string, ...values: unknown[]) => {
    await app.begin(actor?.id ?? '')
    try {
      return Object.values((await app.run(sql, values)).rows[0] ?? { none: 0 })[0]
    } catch (error) {
      return (error as { code: string }).code
    } finally {
      await app.run('rollback')
    }
  }
  const look =
    "insert into access (id, subject, purpose, fields) values (gen_random_uuid(), $1, 'place', $2) returning 1"

  test('lets nobody place anybody who is not theirs, whatever a room would ask', async () => {
    for (const who of [undefined, people.lan, people.binh, member]) {
      expect(await asks(who, 'select person_leave($1)', member.id)).toBe('person_not_found')
      expect(await asks(who, 'select person_transfer($1, $2, true)', member.id, people.south.id)).toBe(
        'person_not_found',
      )
      expect(await asks(who, 'select person_return($1, null)', member.id)).toBe('person_not_found')
      expect(await asks(who, "select person_office($1, 'X')", member.id)).toBe('person_not_found')
      expect(await asks(who, "select person_enter($1, $2, 'A', null, null)", member.id, people.north.id)).toBe(
        'unit_not_found',
      )
      for (const act of ['unit_move($1, null, false)', 'unit_merge($1, $1, false)', 'unit_close($1, null)'])
        expect([act, await asks(who, `select ${act}`, people.north.id)]).toEqual([act, 'unit_not_found'])
      expect(await asks(who, 'select numbered($1)', 'x')).toBeNull()
    }
  })

  test('opens a place only by its row, which only its officer and administrators can write, and about nothing else', async () => {
    expect(await asks(people.officer, look, member.id, 'roll')).toBe(1)
    expect(await asks(boss, look, member.id, 'roll')).toBe(1)
    for (const who of [undefined, people.lan, people.binh, member])
      expect(await asks(who, look, member.id, 'roll')).toBe('42501')
    expect(await asks(people.officer, look, people.binh.id, 'roll')).toBe('42501')
    expect(await asks(people.officer, look, people.officer.id, 'roll')).toBe('42501')
    for (const fields of ['record', 'page'])
      expect(await asks(people.officer, look, member.id, fields)).toMatch(/^(42501|23514)$/)
  })

  test('shows history and absences of others only after that row, and of a record nothing by it', async () => {
    const seen = async (first?: string) => {
      await app.begin(people.officer.id)
      if (first) await app.run(first, [member.id, 'roll'])
      const counts = []
      for (const from of [
        'membership where person',
        'place_of($1) place where id',
        'declaration where person',
        'person where id',
      ])
        counts.push(await app.sees(`select from ${from} = $1`, [member.id]))
      await app.run('rollback')
      return counts
    }
    await declared(house.db, member, `https://p-${member.id.slice(-6)}.example.com/`)
    expect(await seen()).toEqual([0, 0, 0, 0])
    expect(await seen(look)).toEqual([1, 1, 0, 0])
  })
})
