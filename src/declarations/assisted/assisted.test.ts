import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { sessionOf } from '../../../test/house/wall.ts'
import { type TestHouse, testHouse, type Visitor } from '../../../test/support/house.ts'
import { smallOrganisation } from '../../../test/support/people.ts'
import { newId } from '../../db/index.ts'

let house: TestHouse
let people: Awaited<ReturnType<typeof smallOrganisation>>
let officer: Visitor
let lan: Visitor
let host: string
let n = 0
beforeAll(async () => {
  house = await testHouse()
  people = await smallOrganisation(house.db)
  officer = await house.as(people.officer)
  lan = await house.as(people.lan)
})
afterAll(() => house[Symbol.asyncDispose]())
beforeEach(async () => {
  n += 1
  host = `giay-${n}.vn`
  await house.db.asSuperuser('delete from notice')
})

const path = () => `/declarations/assisted/${people.lan.id}`
const form = (more: Record<string, string> = {}) => ({
  ...{ id: newId(), address: `https://${host}/`, how: 'paper', paper_on: '2026-01-02', manager: 'alone' },
  ...more,
})
const files = (more: object = {}) =>
  officer.api('POST', `/v1${path()}`, { address: `https://${host}/`, how: 'phone', ...more })
async function filed(): Promise<{ id: string; receipt: string }> {
  const answer = await files()
  expect([answer.status, answer.text]).toEqual([201, expect.stringContaining('"channel":"assisted"')])
  return answer.json()
}
const kinds = async (who: Visitor) =>
  ((await who.api('GET', '/v1/notices')).json().notices as { kind: string; href: string }[]).map(({ kind }) => kind)
const rows = async (sql: string, ...values: unknown[]) => (await house.db.asSuperuser(sql, values)).rows

describe('an officer', () => {
  test('files for a person of the unit from a paper: private, level 0, marked, with a receipt to hand over', async () => {
    const given = await officer.post(path(), form())
    expect(given.status).toBe(200)
    expect(given.text).toContain('Nguyễn Thị Lan')
    const code = /BN-\w{4}-\w{4}/.exec(given.text)?.[0] as string
    const [version] = await rows(
      'select v.*, d.person as whose, s.level from declaration d join declaration_version v on v.id = d.current_version join level_step s on s.id = d.current_step where d.canonical = $1',
      `https://${host}/`,
    )
    expect(version).toMatchObject({ whose: people.lan.id, made_by: people.officer.id, channel: 'assisted', level: 0 })
    expect(version).toMatchObject({ visibility: 'private', shows: 'nothing', state: 'active' })
    const paper = await lan.get(`/receipts/${code}`)
    expect([paper.status, paper.text.includes('Cán bộ phụ trách khai thay')]).toEqual([200, true])
    expect(paper.text).toContain('Lê Văn C')
  })

  test('leaves the line that the person sees, before anything is filed', async () => {
    await filed()
    const [{ purpose, by_name }] = (await rows(
      'select purpose, by_name from access where subject = $1 order by at desc limit 1',
      people.lan.id,
    )) as [{ purpose: string; by_name: string }]
    expect([purpose, by_name]).toEqual(['assist', 'Lê Văn C'])
    expect((await lan.get('/my-record?lang=vi')).text).toContain('Khai báo thay, từ giấy hoặc điện thoại')
  })

  test('who sends the form twice files once and gets the same receipt', async () => {
    const once = form()
    const given = await Promise.all([officer.post(path(), once), officer.post(path(), once)])
    const codes = given.map(({ text }) => /BN-\w{4}-\w{4}/.exec(text)?.[0])
    expect(codes[0]).toBe(codes[1])
    expect(await rows('select from declaration where canonical = $1', `https://${host}/`)).toHaveLength(1)
    expect((await officer.post(path(), form())).status).toBe(409)
  })

  test('finds everything typed again in the form that could not be taken, with a word at each field', async () => {
    for (const [more, status, word] of [
      [{ address: '' }, 422, 'Điền địa chỉ'],
      [{ address: 'facebook.com.dang-nhap.vn/lan' }, 422, 'facebook.com.dang-nhap.vn/lan'],
      [{ how: '' }, 422, 'Chọn cách'],
      [{ paper_on: '2026-13-40' }, 422, 'Điền ngày trên giấy'],
      [{ paper_on: '2999-01-01' }, 422, 'Điền ngày trên giấy'],
      [{ manager: 'x' }, 422, 'Chọn ai quản lý'],
      [{ address: 'https://www.facebook.com/nguyen.van.a.mau/posts/122093' }, 422, 'Đó là đường dẫn của một bài đăng'],
    ] as const) {
      const { status: said, text } = await officer.post(path(), form(more))
      expect([more, said, text.includes(word)]).toEqual([more, status, true])
    }
    expect((await files({ how: 'paper' })).json().code).toBe('paper_date_missing')
    expect(await rows('select from declaration where canonical = $1', `https://${host}/`)).toEqual([])
  })

  test('files for nobody of another unit, not for themselves, and no member files for anybody', async () => {
    for (const [who, whom] of [
      [officer, people.binh],
      [officer, people.officer],
      [lan, people.binh],
      [officer, { id: newId() }],
    ] as const) {
      const to = `/declarations/assisted/${whom.id}`
      expect((await who.get(to)).status).toBe(404)
      expect((await who.post(to, form())).status).toBe(404)
      expect((await who.api('POST', `/v1${to}`, { address: `https://${host}/`, how: 'phone' })).status).toBe(404)
    }
    expect(await rows('select from declaration where canonical = $1', `https://${host}/`)).toEqual([])
  })
})

describe('the person', () => {
  test('is told and asked on the front page, and says in one press that it is right', async () => {
    const { id } = await filed()
    expect(await kinds(lan)).toEqual(['assisted_filed'])
    expect((await lan.get('/declarations?lang=vi')).text).toContain(`/declarations/${id}/assisted/right`)
    for (const _ of [1, 2]) {
      const said = await lan.post(`/declarations/${id}/assisted/right`, { from: 'front' })
      expect([said.status, said.headers.location]).toEqual([303, '/declarations'])
    }
    expect((await lan.get('/declarations?lang=vi')).text).not.toContain(`/declarations/${id}/assisted/right`)
    expect((await lan.get(`/declarations/${id}?lang=vi`)).text).toContain('anh/chị đã nói là đúng')
    expect(await kinds(officer)).toEqual([])
    expect((await lan.api('POST', `/v1/declarations/${id}/assisted`, { answer: 'not_mine' })).json().code).toBe(
      'answered_before',
    )
  })

  test('takes out what is not theirs: closed as a version of its own, and the officer is told, once', async () => {
    const { id } = await filed()
    for (const _ of [1, 2])
      expect((await lan.api('POST', `/v1/declarations/${id}/assisted`, { answer: 'not_mine' })).json()).toEqual({
        id,
        answer: 'not_mine',
      })
    const versions = await rows(
      'select n, state, channel, made_by from declaration_version where declaration = $1 order by n',
      id,
    )
    expect(versions).toEqual([
      { n: 1, state: 'active', channel: 'assisted', made_by: people.officer.id },
      { n: 2, state: 'closed', channel: 'api', made_by: people.lan.id },
    ])
    expect(await kinds(officer)).toEqual(['assisted_not_mine'])
    const [{ href }] = (await officer.api('GET', '/v1/notices')).json().notices
    expect(href).toBe(`/records/${people.lan.id}`)
    expect((await files()).status).toBe(201)
  })

  test('alone answers; what nobody filed for them has no such question', async () => {
    const { id } = await filed()
    const binh = await house.as(people.binh)
    for (const who of [binh, officer])
      expect((await who.api('POST', `/v1/declarations/${id}/assisted`, { answer: 'right' })).status).toBe(404)
    const own = (await lan.api('POST', '/v1/declarations', { address: `https://rieng-${n}.vn/` })).json()
    expect((await lan.api('POST', `/v1/declarations/${own.id}/assisted`, { answer: 'right' })).status).toBe(404)
  })

  test('is counted at once, and shown to the officer as not yet confirmed until the answer', async () => {
    const { id } = await filed()
    const [{ pages }] = (await rows('select pages from roll where person = $1', people.lan.id)) as [{ pages: number }]
    expect(pages).toBeGreaterThan(0)
    const record = async () => (await officer.post(`/records/${people.lan.id}?lang=vi`, { purpose: 'help' })).text
    const times = (await record()).split('người đó chưa xác nhận').length
    await lan.post(`/declarations/${id}/assisted/right`)
    expect((await record()).split('người đó chưa xác nhận').length).toBe(times - 1)
  })
})

describe('by SQL', () => {
  const open = "insert into access (id, subject, purpose, fields) values (gen_random_uuid(), $1, 'assist', 'record')"
  const declaration =
    "insert into declaration (id, person, platform, kind, canonical, typed) values ($1, $2, 'website', 'website', $3, 'x')"
  const version = (channel: string, visibility: string, state = 'active') =>
    `insert into declaration_version (id, declaration, person, n, state, visibility, shows, manager, channel) values (gen_random_uuid(), $1, $2, 1, '${state}', '${visibility}', 'nothing', 'alone', '${channel}')`

  async function as(who: { id: string }, ...statements: readonly (readonly [string, ...unknown[]])[]) {
    await using app = await sessionOf(house.db, 'app')
    await app.begin(who.id)
    const seen = []
    for (const [statement, ...values] of statements) seen.push(await app.sees(statement, values))
    return seen
  }

  test('nothing is filed for another without the line in the same transaction', async () => {
    await filed() // a line of another transaction is there
    const id = newId()
    expect(await as(people.officer, [declaration, id, people.lan.id, `https://${host}/b`])).toEqual(['42501'])
    const help = open.replace('assist', 'help')
    expect(
      await as(people.officer, [help, people.lan.id], [declaration, id, people.lan.id, `https://${host}/b`]),
    ).toEqual([1, '42501'])
  })

  test('it is filed private, active and as assisted, or not at all; and not twice', async () => {
    for (const [channel, visibility, state] of [
      ['web', 'private', 'active'],
      ['assisted', 'confirmable', 'active'],
      ['assisted', 'listed', 'active'],
      ['assisted', 'private', 'closed'],
    ] as const) {
      const id = newId()
      const seen = await as(
        people.officer,
        [open, people.lan.id],
        [declaration, id, people.lan.id, `https://${host}/${channel}${visibility}`],
        [version(channel, visibility, state), id, people.lan.id],
      )
      expect([channel, visibility, state, seen]).toEqual([channel, visibility, state, [1, 1, '42501']])
    }
    const { id } = await filed()
    expect(
      await as(
        people.officer,
        [open, people.lan.id],
        [version('assisted', 'private').replace(', 1, ', ', 2, '), id, people.lan.id],
      ),
    ).toEqual([1, '42501'])
  })

  test('it begins at level 0, and a declaration of the person’s own is not made to look assisted', async () => {
    const id = newId()
    const step =
      "insert into level_step (id, declaration, person, level, reason) values (gen_random_uuid(), $1, $2, 2, 'declared')"
    const seen = await as(
      people.officer,
      [open, people.lan.id],
      [declaration, id, people.lan.id, `https://${host}/`],
      [version('assisted', 'private'), id, people.lan.id],
      [step, id, people.lan.id],
    )
    expect(seen).toEqual([1, 1, 1, '42501'])
    const own = (await lan.api('POST', '/v1/declarations', { address: `https://rieng-${n}.vn/` })).json()
    const filing = "insert into assisted_filing (declaration, how) values ($1, 'phone')"
    expect(await as(people.officer, [open, people.lan.id], [filing, own.id])).toEqual([1, '42501'])
  })

  test('nobody assists themselves, nor a person of a unit they do not keep', async () => {
    expect(await as(people.officer, [open, people.officer.id])).toEqual(['42501'])
    expect(await as(people.officer, [open, people.binh.id])).toEqual(['42501'])
    expect(await as(people.lan, [open, people.binh.id])).toEqual(['42501'])
  })
})
