import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { declared } from '../../test/house/declared.ts'
import { sessionOf } from '../../test/house/wall.ts'
import { type TestHouse, testHouse, type Visitor } from '../../test/support/house.ts'
import { textOfPdf } from '../../test/support/pdf.ts'
import { smallOrganisation } from '../../test/support/people.ts'
import { newId } from '../db/index.ts'
import { lapse } from './store.ts'

let house: TestHouse
let people: Awaited<ReturnType<typeof smallOrganisation>>
let first: { id: string; name: string }
let second: { id: string; name: string }
let lan: Visitor
let reviewer: Visitor
let other: Visitor
let right: string
let fake: string
let n = 0
beforeAll(async () => {
  house = await testHouse()
  people = await smallOrganisation(house.db)
  first = await people.person('Phạm Thị Quyết', people.root.id, 'Ủy viên')
  second = await people.person('Đỗ Văn Định', people.root.id)
  for (const one of [first, second]) await people.grant(one, 'reviewer', people.root.id)
  lan = await house.as(people.lan)
  reviewer = await house.as(first)
  other = await house.as(second)
  right = (
    await declared(house.db, people.lan, 'https://www.facebook.com/nguyenlanthat', {
      ...{ visibility: 'listed', shows: 'name_and_office', level: 2 },
    })
  ).canonical
})
afterAll(() => house[Symbol.asyncDispose]())
beforeEach(async () => {
  n += 1
  fake = `https://www.facebook.com/nguyenlangia${n}`
  await sql('delete from notice')
})

const sql = async (text: string, ...values: unknown[]) => (await house.db.asSuperuser(text, values)).rows
const asks = async (address = fake) =>
  (await house.asPublic().api('GET', `/v1/verify?url=${encodeURIComponent(address)}`)).json()
const told = async (who: { id: string }) =>
  (await sql('select kind from notice where person = $1 order by made_at, kind', who.id)).map(({ kind }) => kind)
const reports = (more: object = {}, who: Visitor = house.asPublic()) =>
  who.api('POST', '/v1/impersonations', { about: 'page', address: fake, whom: right, how: ['name', 'money'], ...more })
const objects = (ground = 'own_name', address = fake) =>
  house.asPublic().api('POST', '/v1/impersonations/objections', { address, ground })
const idOf = async (address = fake) =>
  (await sql('select id from impersonation where canonical = $1 order by reported_at desc limit 1', address))[0]
    ?.id as string
const says = async (answer: 'mine' | 'not_mine', id?: string) =>
  lan.api('POST', `/v1/impersonations/${id ?? (await idOf())}/answer`, { answer })
const judged = { as_own: true, says: 'nothing', reasons: ['name', 'money'] }
const finds = async (more: object = {}, who = reviewer) =>
  who.api('POST', `/v1/impersonations/desk/${await idOf()}/finding`, { ...judged, ...more })
const decides = async (stands: boolean, who = other) =>
  who.api('POST', `/v1/impersonations/desk/${await idOf()}/objection`, { stands })
const follows = async (code: string) => (await house.asPublic().api('GET', `/v1/impersonations/reports/${code}`)).json()
/** Reported, denied and found. */
async function found() {
  const { code } = (await reports()).json()
  await says('not_mine')
  await finds()
  return code as string
}
const later = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)
const dayIs = (days: number) => house.db.under('reminder', (tx) => lapse(tx, later(days)))

test('from a report to the public answer and its end, by the pages and without JavaScript', async () => {
  const public_ = house.asPublic()
  const sent = await public_.post('/impersonations?lang=vi', {
    address: fake,
    whom: right,
    how: ['name', 'photograph'],
  })
  expect(sent.status).toBe(303)
  const followed = await public_.get(`${sent.headers.location}?lang=vi`)
  expect(followed.text).toContain('Chờ người bị nêu tên trả lời')
  expect(followed.text).not.toMatch(/nguyenlan|Nguyễn Thị Lan/)
  expect((await asks()).answer).toBe('unconfirmed')
  expect(await told(people.lan)).toEqual(['imitation_reported'])

  const id = await idOf()
  expect((await lan.get(`/impersonations/${id}?lang=vi`)).text).toContain('Trang này có phải của anh/chị không?')
  expect((await lan.post(`/impersonations/${id}/answer`, { answer: 'not_mine' })).status).toBe(303)
  expect((await asks()).answer).toBe('unconfirmed')
  expect([await told(first), await told(second), await told(people.officer)]).toEqual([
    ['imitation_to_judge'],
    ['imitation_to_judge'],
    [],
  ])

  const list = await reviewer.get('/impersonations/desk?lang=vi')
  expect(list.text).not.toMatch(/nguyenlan|Nguyễn Thị Lan/)
  expect((await reviewer.get(`/impersonations/desk/${id}`)).text).not.toContain('Nguyễn Thị Lan')
  const opened = await reviewer.post(`/impersonations/desk/${id}?lang=vi`)
  expect([opened.status, opened.text.includes('Nguyễn Thị Lan'), opened.text.includes('langia')]).toEqual([
    200,
    true,
    true,
  ])
  const given = { as_own: 'yes', says: 'nothing', reasons: ['name', 'photograph'] }
  expect((await reviewer.post(`/impersonations/desk/${id}/finding?lang=vi`, given)).text).toContain(
    'Đã kết luận là mạo danh',
  )

  expect(await asks()).toMatchObject({ answer: 'imitation', reasons: ['name', 'photograph'], objected: false })
  const answer = await public_.get(`/?lang=vi&url=${fake}`)
  expect(answer.text).toContain('Dùng tên người khác; Dùng ảnh người khác')
  expect(answer.text).toContain(`/impersonations/object?url=${encodeURIComponent(fake)}`)
  expect(answer.text).not.toContain('Nguyễn Thị Lan')
  expect((await public_.get(`${sent.headers.location}?lang=vi`)).text).toContain('Đã kết luận là mạo danh')
  expect((await lan.get('/my-record?lang=vi')).text).toMatch(/Tên, chức vụ và một tin báo mạo danh/)

  expect(await dayIs(179)).toBe(0)
  expect((await asks()).answer).toBe('imitation')
  await dayIs(181)
  expect((await asks()).answer).toBe('unconfirmed')
  expect(await told(people.lan)).toContain('imitation_closed')
})

describe('the first question', () => {
  test('“something that was written” ends there, and no row anywhere is different after it', async () => {
    const whole = async () => {
      const tables = await sql(
        "select relname from pg_class where relnamespace = 'register'::regnamespace and relkind = 'r'",
      )
      const counts = []
      for (const { relname } of tables)
        counts.push(
          (
            await sql(
              `select '${relname}' as t, count(*)::int as n, md5(string_agg(x::text, '' order by x::text)) as of from ${relname} x`,
            )
          )[0],
        )
      return counts
    }
    const before = await whole()
    const page = await house.asPublic().get('/impersonations/new?about=written&lang=vi')
    expect([page.status, page.text.includes('Sổ này không nhận việc đó')]).toEqual([200, true])
    expect((await reports({ about: 'written' })).json().code).toBe('not_taken')
    expect(await whole()).toEqual(before)
  })

  test('leads who lost a page of their own to the red button, and asks again where nothing is chosen', async () => {
    expect((await house.asPublic().get('/impersonations/new?about=taken')).headers.location).toBe('/incidents/help')
    expect((await lan.get('/impersonations/new?about=taken')).headers.location).toBe('/incidents/new')
    expect((await house.asPublic().get('/impersonations/new?about=x')).status).toBe(422)
  })
})

describe('a report', () => {
  test('takes two addresses and what is ticked: no text and no file', async () => {
    const form = await house.asPublic().get('/impersonations/new?about=page')
    expect(form.text).not.toMatch(/<textarea|type="file"/)
    expect((await reports({ note: 'x' })).status).toBe(400)
  })

  test('says at each field what is missing, and keeps what was typed', async () => {
    const given = await house.asPublic().post('/impersonations?lang=vi', { address: 'không phải', whom: fake })
    expect(given.status).toBe(422)
    for (const said of ['Đây không phải địa chỉ', 'Không có trang giới thiệu nào', 'Hãy chọn ít nhất một cách'])
      expect(given.text).toContain(said)
    expect(given.text).toContain(`value="${fake}"`)
  })

  test('of a post is answered with the page that posted it, and nothing is kept', async () => {
    const post = 'https://www.facebook.com/nguyenlangia/posts/122093'
    expect((await reports({ address: post })).json()).toMatchObject({ code: 'content_account' })
    const page = await house.asPublic().post('/impersonations?lang=vi', { address: post, whom: right, how: 'name' })
    expect([page.status, page.text.includes('đường dẫn một bài viết')]).toEqual([422, true])
    expect(await idOf('https://www.facebook.com/nguyenlangia')).toBeUndefined()
  })

  test('names the person by their public page too, and nobody by a name', async () => {
    const [{ page }] = (await sql('select page from person_page where person = $1', people.lan.id)) as [
      { page: string },
    ]
    expect((await reports({ whom: `${house.url}/people/${page}` })).status).toBe(201)
    for (const whom of ['Nguyễn Thị Lan', `${house.url}/people/${'a'.repeat(20)}`, fake])
      expect((await reports({ whom })).json().code).toBe('nobody_listed')
  })

  test('of a page that is confirmable only names nobody: that it is the person’s is not told', async () => {
    const quiet = await declared(house.db, people.lan, `https://lan-kin-${n}.vn/`, {
      visibility: 'confirmable',
      level: 2,
    })
    expect((await reports({ whom: quiet.canonical })).json().code).toBe('nobody_listed')
  })

  test('of a page that the register confirms is not taken, and its answer stays', async () => {
    const binh = await declared(house.db, people.binh, `https://binh-${n}.vn/`, { visibility: 'confirmable', level: 2 })
    expect((await reports({ address: binh.canonical })).json().code).toBe('confirmed_here')
    expect((await asks(binh.canonical)).answer).toBe('confirmed')
    expect(await idOf(binh.canonical)).toBeUndefined()
  })

  test('of a page that is only declared is answered like any other', async () => {
    const quiet = await declared(house.db, people.binh, `https://binh-kin-${n}.vn/`, { level: 2 })
    const [known, unknown] = [await reports({ address: quiet.canonical }), await reports()]
    expect([known.status, Object.keys(known.json())]).toEqual([unknown.status, Object.keys(unknown.json())])
  })

  test('two spellings of one address, by two people, are one: one code, one notice, and what both saw', async () => {
    const [one, two] = [
      (await reports()).json().code,
      (await reports({ address: fake.replace('www.', 'm.'), how: ['links'] })).json().code,
    ]
    expect(two).toBe(one)
    expect(await told(people.lan)).toEqual(['imitation_reported'])
    expect(await sql('select ways from impersonation where canonical = $1', fake)).toEqual([
      { ways: ['links', 'money', 'name'] },
    ])
  })

  test('is followed by its code alone, as copied by hand; another code is no page', async () => {
    const { code } = (await reports()).json()
    expect(await follows(code)).toMatchObject({ about: 'report', stage: 'asked', outcome: null })
    const by = await house.asPublic().get(`/impersonations/reports?code=${code.toLowerCase().replaceAll('-', ' ')}`)
    expect(by.headers.location).toBe(`/impersonations/reports/${code}`)
    expect((await house.asPublic().get('/impersonations/reports/MD-0000-0000')).status).toBe(404)
    expect((await house.asPublic().get('/impersonations/reports?code=x')).status).toBe(422)
  })

  test('after “mine” is not asked again for 90 days', async () => {
    const { code } = (await reports()).json()
    await says('mine')
    await sql('delete from notice')
    expect((await reports()).json().code).toBe(code)
    expect([await told(people.lan), (await follows(code)).outcome]).toEqual([[], 'mine'])
    await sql("update impersonation set closed_at = now() - interval '91 days' where code = $1", code)
    expect((await reports()).json().code).not.toBe(code)
  })

  test('many about one person, on many addresses, end at fifty', async () => {
    await sql(
      `insert into impersonation (id, number, code, canonical, platform, person, ways)
       select gen_random_uuid(), 'X' || g, 'X' || g, 'https://x-' || g || '.example/', 'website', $1, '{name}' from generate_series(1, 50) g`,
      people.lan.id,
    )
    expect((await reports()).json().code).toBe('too_many_open')
    await sql("delete from impersonation where number like 'X%'")
  })

  test('ten thousand on one address, from many places, are one row, one notice and no more work than the first', async () => {
    await reports()
    const [{ id }] = (await sql('select id from impersonation where canonical = $1', fake)) as [{ id: string }]
    const before = await sql('select xmin::text, ctid::text from impersonation where id = $1', id)
    await sql(
      `select count((impersonation_report(gen_random_uuid(), 'MD-' || g, $1, 'facebook', null, (select page from person_page where person = $2), '{name}')).code) from generate_series(1, 9980) g`,
      ...[fake, people.lan.id],
    )
    const answers = await Promise.all(Array.from({ length: 20 }, () => reports()))
    expect(new Set(answers.map((answer) => answer.json().code)).size).toBe(1)
    expect(await sql('select xmin::text, ctid::text from impersonation where id = $1', id)).toEqual(before)
    expect(await sql('select count(*)::int as n from impersonation where canonical = $1', fake)).toEqual([{ n: 1 }])
    expect(await sql('select count(*)::int as n from impersonation_event where impersonation = $1', id)).toEqual([
      { n: 1 },
    ])
    expect(await told(people.lan)).toEqual(['imitation_reported'])
    expect((await asks()).answer).toBe('unconfirmed')
  }, 60_000)
})

describe('the person', () => {
  test('ends it by “mine” at any moment, also when it was found, and is offered to declare', async () => {
    await found()
    expect((await asks()).answer).toBe('imitation')
    await says('mine')
    expect((await asks()).answer).toBe('unconfirmed')
    const page = await lan.get(`/impersonations/${await idOf()}?lang=vi`)
    expect(page.text).toContain('Khai báo trang này')
    expect((await says('mine')).status).toBe(200)
    expect((await says('not_mine')).json().code).toBe('impersonation_over')
  })

  test('alone answers and alone sees it', async () => {
    await reports()
    const id = await idOf()
    for (const who of [people.binh, people.officer, first]) {
      const visitor = await house.as(who)
      expect((await visitor.get(`/impersonations/${id}`)).status).toBe(404)
      expect((await visitor.api('POST', `/v1/impersonations/${id}/answer`, { answer: 'mine' })).status).toBe(404)
    }
    expect((await lan.get('/impersonations/mine')).text).toContain(`/impersonations/${id}`)
  })

  test('gets the pack once it was found, as JSON and as PDF, and not before', async () => {
    await reports()
    await says('not_mine')
    const id = await idOf()
    expect((await lan.api('GET', `/v1/impersonations/${id}/evidence/json`)).json().code).toBe('not_found_yet')
    await finds()
    const pack = (await lan.api('GET', `/v1/impersonations/${id}/evidence/json`)).json()
    expect(pack).toMatchObject({
      address: fake,
      permanent_id: null,
      imitates: { name: 'Nguyễn Thị Lan', office: 'Chuyên viên', unit: 'Phòng Mẫu 1' },
      how: ['name', 'money'],
      finding: { by: first.name, reasons: ['name', 'money'], lapses_after_days: 180 },
    })
    expect(Object.keys(pack).join()).not.toMatch(/picture|image|content|text/)
    const pdf = await house.server.inject({
      url: `/v1/impersonations/${id}/evidence/pdf`,
      headers: { authorization: `Bearer ${await tokenOf(people.lan)}` },
    })
    expect(pdf.headers['content-type']).toBe('application/pdf')
    const text = textOfPdf(pdf.rawPayload).join(' ')
    for (const said of [fake, 'Nguyễn Thị Lan', 'Phòng Mẫu 1', first.name, 'Xin tiền', pack.number])
      expect(text.replaceAll('\n', '')).toContain(said)
  })

  test('says to whom it was referred, only of what was found, and what is gone is said no longer', async () => {
    await reports()
    const id = await idOf()
    const marks = (how: string, whom = 'platform') => lan.api('POST', `/v1/impersonations/${id}/marks`, { whom, how })
    expect((await marks('done')).json().code).toBe('not_found_yet')
    await says('not_mine')
    expect((await marks('done')).json().code).toBe('not_found_yet')
    await finds()
    expect((await marks('done')).json().events.at(-1)).toMatchObject({
      what: 'done',
      whom: 'platform',
      by: people.lan.name,
    })
    await marks('refused')
    expect((await asks()).answer).toBe('imitation')
    expect((await marks('removed')).json()).toMatchObject({ outcome: 'removed' })
    expect((await asks()).answer).toBe('unconfirmed')
  })
})

describe('a finding', () => {
  test.each<[object, string]>([
    [{ as_own: false }, 'it does not present itself as theirs'],
    [{ says: 'parody' }, 'it says that it is parody'],
    [{ says: 'fan' }, 'a fan page'],
    [{ says: 'comment' }, 'or comment'],
  ])('closes as “not an impersonation” where %j: %s', async (seen) => {
    const { code } = (await reports()).json()
    await says('not_mine')
    expect((await finds(seen)).json()).toMatchObject({ impersonation: { outcome: 'not_imitation' } })
    expect([(await asks()).answer, (await follows(code)).outcome]).toEqual(['unconfirmed', 'not_imitation'])
    const id = await idOf()
    expect((await lan.api('GET', `/v1/impersonations/${id}/evidence/json`)).json().code).toBe('not_found_yet')
    expect(
      (await lan.api('POST', `/v1/impersonations/${id}/marks`, { whom: 'authority', how: 'done' })).json().code,
    ).toBe('impersonation_over')
  })

  test('needs the person’s “not mine” first, a reason, and is made once', async () => {
    await reports()
    expect((await finds()).status).toBe(404)
    await says('not_mine')
    expect((await finds({ reasons: [] })).json().code).toBe('reasons_missing')
    expect((await finds()).status).toBe(200)
    expect((await finds({}, other)).status).toBe(404)
    expect((await finds()).json().code).toBe('decided_before')
  })

  test('is nobody’s who is the officer, the person, who reported it, or a reviewer elsewhere; the database refuses the row', async () => {
    const unseen = async (who: { id: string }) => {
      const visitor = await house.as(who)
      const id = await idOf()
      expect(
        (await visitor.api('POST', `/v1/impersonations/desk/${id}/finding`, judged)).status,
      ).toBeGreaterThanOrEqual(403)
      await using app = await sessionOf(house.db, 'app')
      await app.begin(who.id)
      expect(
        await app.sees(
          "insert into access (id, subject, purpose, number, fields) select gen_random_uuid(), $1, 'incident', $2, 'imitation'",
          [people.lan.id, (await sql('select number from impersonation where id = $1', id))[0]?.number],
        ),
      ).toBe('42501')
      await app.run('rollback')
      await app.begin(who.id)
      expect(await app.sees('select impersonation_find($1, true, $2, $3)', [id, 'nothing', ['name']])).toBe(1)
      await app.run('commit')
      expect((await sql('select stage from impersonation where id = $1', id))[0]).toEqual({ stage: 'denied' })
    }
    const [deputy, reporter, elsewhere] = [
      await people.person('Cán Bộ Kiêm', people.north.id),
      await people.person('Người Báo', people.south.id),
      await people.person('Nơi Khác', people.south.id),
    ]
    await people.grant(deputy, 'officer', people.north.id)
    for (const one of [deputy, reporter, people.lan]) await people.grant(one, 'reviewer', people.root.id)
    await people.grant(elsewhere, 'reviewer', people.south.id)
    await reports({}, await house.as(reporter))
    await says('not_mine')
    for (const one of [deputy, reporter, elsewhere, people.officer, people.binh, people.lan]) await unseen(one)
    expect(await told(reporter)).toEqual([])
    expect((await finds()).status).toBe(200)
    await sql("delete from role_held where role = 'reviewer' and person = any($1)", [
      deputy.id,
      reporter.id,
      people.lan.id,
    ])
    await sql("delete from role_held where role = 'officer' and person = $1", deputy.id)
  })

  test('opens the report and not the record', async () => {
    await reports()
    await says('not_mine')
    const [{ number }] = (await sql('select number from impersonation where canonical = $1', fake)) as [
      { number: string },
    ]
    await using app = await sessionOf(house.db, 'app')
    await app.begin(first.id)
    expect(await app.sees('select from impersonation')).toBe(0)
    await app.run(
      "insert into access (id, subject, purpose, number, fields) values ($1, $2, 'incident', $3, 'imitation')",
      [newId(), people.lan.id, number],
    )
    expect(await app.sees('select from impersonation')).toBe(1)
    for (const table of ['declaration', 'proof', 'roll', 'membership'])
      expect([table, await app.sees(`select from ${table} where person = '${people.lan.id}'`)]).toEqual([table, 0])
    expect(await app.sees('select from impersonation_reporter')).toBe('42501')
    await app.run('rollback')
  })

  test('is refused of a page that somebody here has proven, and never takes the place of a confirmation', async () => {
    const theirs = await declared(house.db, people.binh, `https://binh-that-${n}.vn/`, { level: 2 })
    fake = theirs.canonical
    await reports()
    await says('not_mine')
    expect((await finds()).json().code).toBe('not_decidable')
    expect((await asks()).answer).toBe('unconfirmed')
  })

  test('gives way when the register confirms the page, and comes to its end', async () => {
    await found()
    const code = fake
    await declared(house.db, people.binh, code, { visibility: 'confirmable', level: 2 })
    expect((await asks()).answer).toBe('confirmed')
    await dayIs(0)
    expect(await sql('select outcome from impersonation where canonical = $1', code)).toEqual([
      { outcome: 'confirmed_here' },
    ])
    expect((await asks()).answer).toBe('confirmed')
  })
})

describe('an objection', () => {
  test('leaves the answer, which says so, and goes to another reviewer alone', async () => {
    await found()
    await sql('delete from notice')
    const { code } = (await objects()).json()
    expect(await asks()).toMatchObject({ answer: 'imitation', objected: true })
    expect((await house.asPublic().get(`/?lang=vi&url=${fake}`)).text).toContain('Chủ trang phản đối từ')
    expect([await told(first), await told(second)]).toEqual([[], ['imitation_to_judge']])
    expect(await follows(code)).toMatchObject({ about: 'objection', stage: 'objected' })
    expect((await decides(false, reviewer)).json().code ?? 'done').not.toBe('done')
    expect((await asks()).answer).toBe('imitation')
    expect((await decides(false)).json()).toMatchObject({ impersonation: { outcome: 'lifted' } })
    expect((await asks()).answer).toBe('unconfirmed')
    expect(await told(people.lan)).toEqual(['imitation_closed'])
  })

  test('is heard once on each ground, so that nobody is kept busy by a form', async () => {
    await found()
    const { code } = (await objects('changed')).json()
    expect((await objects('own_name')).json().code).toBe(code)
    await decides(true)
    expect(await asks()).toMatchObject({ answer: 'imitation', objected: false })
    expect((await objects('changed')).json().code).toBe('heard_before')
    expect((await objects('gone')).status).toBe(201)
  })

  test('that nobody decides in 14 days lifts the finding', async () => {
    await found()
    await objects()
    await dayIs(13)
    expect((await asks()).answer).toBe('imitation')
    await dayIs(15)
    expect((await asks()).answer).toBe('unconfirmed')
  })

  test('is taken only of what is said in public', async () => {
    await reports()
    for (const address of [fake, right, 'https://khong-co.vn/'])
      expect((await objects('gone', address)).json().code).toBe('nothing_to_object')
  })

  test('is made by a form that keeps what was typed', async () => {
    await found()
    const bad = await house.asPublic().post('/impersonations/object?lang=vi', { address: fake })
    expect([bad.status, bad.text.includes(`value="${fake}"`)]).toEqual([422, true])
    const sent = await house.asPublic().post('/impersonations/object', { address: fake, ground: 'gone' })
    expect((await house.asPublic().get(`${sent.headers.location}?lang=vi`)).text).toContain('Đã nhận phản đối')
  })
})

test('what nobody answers or decides comes to an end, and whose person has left, too', async () => {
  await reports()
  await dayIs(29)
  expect(await sql('select outcome from impersonation where canonical = $1', fake)).toEqual([{ outcome: null }])
  await dayIs(31)
  expect(await sql('select outcome from impersonation where canonical = $1', fake)).toEqual([
    { outcome: 'not_answered' },
  ])
  fake = `${fake}b`
  await reports()
  await says('not_mine')
  await dayIs(31)
  expect(await sql('select outcome from impersonation where canonical = $1', fake)).toEqual([{ outcome: null }])
  await dayIs(181)
  expect(await sql('select outcome from impersonation where canonical = $1', fake)).toEqual([
    { outcome: 'not_decided' },
  ])
})

test('a token that may only read neither answers nor reports in its person’s name', async () => {
  await reports()
  const reading = await house.as(people.lan, ['read'])
  const id = await idOf()
  expect((await reading.api('GET', `/v1/impersonations/${id}`)).status).toBe(200)
  expect((await reading.api('POST', `/v1/impersonations/${id}/answer`, { answer: 'not_mine' })).status).toBe(403)
  expect((await sql('select stage from impersonation where id = $1', id))[0]).toEqual({ stage: 'asked' })
})

async function tokenOf(person: { id: string }): Promise<string> {
  const { hashOf, newSecret } = await import('../db/index.ts')
  const token = newSecret()
  await sql(
    "insert into api_token (id, hash, person, name, scopes) values (gen_random_uuid(), $1, $2, 'x', '{read}')",
    ...[hashOf(token), person.id],
  )
  return token
}
