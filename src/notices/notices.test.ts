import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { sessionOf } from '../../test/house/wall.ts'
import { type TestHouse, testHouse, type Visitor } from '../../test/support/house.ts'
import { smallOrganisation } from '../../test/support/people.ts'
import { newId } from '../db/index.ts'

let house: TestHouse
let people: Awaited<ReturnType<typeof smallOrganisation>>
let lan: Visitor
let binh: Visitor
beforeAll(async () => {
  house = await testHouse()
  people = await smallOrganisation(house.db)
  lan = await house.as(people.lan)
  binh = await house.as(people.binh)
})
afterAll(() => house[Symbol.asyncDispose]())
beforeEach(() => house.db.asSuperuser('delete from notice'))

const tell = (who: { id: string }, kind: string, key: string, about = newId()) =>
  house.db.under('checker', async (tx) => {
    await sql`select tell(${who.id}, ${kind}, ${key}, ${about})`.execute(tx)
  })
type Row = { id: string; kind: string; title: string; href: string; seen_at: string | null }
const told = async (who: Visitor, query = '') =>
  (await who.api('GET', `/v1/notices${query}`)).json() as { notices: Row[]; older: string | null }

describe('a notice', () => {
  test('is told once, however often its kind and key come', async () => {
    for (const key of ['a', 'a', 'b']) await tell(people.lan, 'level_lower', key)
    await tell(people.lan, 'level_gone', 'a')
    expect((await told(lan)).notices.map(({ kind }) => kind).sort()).toEqual([
      'level_gone',
      'level_lower',
      'level_lower',
    ])
  })

  test('stands on the front page of its person with the words of its room, until it was seen', async () => {
    const about = newId()
    await tell(people.lan, 'renew_proof', 'a', about)
    const { text } = await lan.get('/declarations?lang=vi')
    expect(text).toContain('Cần xác minh lại một trang trong 7 ngày')
    expect(text).toContain(`href="/declarations/${about}/prove"`)
    const [{ id }] = (await told(lan)).notices as [Row]
    const pressed = await lan.post(`/notices/${id}/seen`, { from: 'front' })
    expect([pressed.status, pressed.headers.location]).toEqual([303, '/declarations'])
    expect((await lan.get('/declarations?lang=vi')).text).not.toContain('Cần xác minh lại một trang trong 7 ngày')
    expect((await lan.get('/notices?lang=vi')).text).toContain('Cần xác minh lại một trang trong 7 ngày')
  })

  test('is seen by its own person only, who alone can say so', async () => {
    await tell(people.lan, 'level_lower', 'a')
    const [{ id }] = (await told(lan)).notices as [Row]
    expect((await told(binh)).notices).toEqual([])
    expect((await binh.api('GET', `/v1/notices?before=${id}`)).json()).toMatchObject({ notices: [] })
    expect((await binh.api('POST', `/v1/notices/${id}/seen`)).status).toBe(404)
    expect((await binh.post(`/notices/${id}/seen`)).status).toBe(404)
    await binh.post('/notices/seen')
    expect((await told(lan)).notices).toMatchObject([{ id, seen_at: null }])
    expect((await lan.api('POST', `/v1/notices/${id}/seen`)).json()).toEqual({ seen: true })
  })

  test('pressed twice was seen the first time', async () => {
    await tell(people.lan, 'level_lower', 'a')
    await lan.post('/notices/seen')
    const first = await told(lan)
    expect(first.notices[0]?.seen_at).not.toBe(null)
    await lan.post('/notices/seen')
    expect(await told(lan)).toEqual(first)
  })

  test('comes newest first, fifty to a page', async () => {
    await house.db.asSuperuser(
      "insert into notice (person, kind, key, made_at) select $1, 'level_lower', n::text, now() - make_interval(hours => n) from generate_series(1, 53) n",
      [people.lan.id],
    )
    const first = await told(lan)
    expect(first.notices).toHaveLength(50)
    const second = (await lan.api('GET', first.older as string)).json()
    expect([second.notices.length, second.older]).toEqual([3, null])
    expect(new Set([...first.notices, ...second.notices].map(({ id }) => id)).size).toBe(53)
    const { text } = await lan.get('/declarations?lang=en')
    expect(text).toContain('50 more notices not seen yet')
  })
})

describe('by SQL, a request', () => {
  const asBinh = async (statement: string, ...values: unknown[]) => {
    await using app = await sessionOf(house.db, 'app')
    await app.begin(people.binh.id)
    return await app.sees(statement, values)
  }

  test('tells nobody anything, not even its own person', async () => {
    for (const { id } of [people.lan, people.binh]) {
      expect(await asBinh("select tell($1, 'level_lower', 'x')", id)).toBe('42501')
      expect(await asBinh("insert into notice (person, kind, key) values ($1, 'level_lower', 'x')", id)).toBe('42501')
    }
  })

  test('changes no notice but by having seen it now, and does not make it unseen', async () => {
    await tell(people.binh, 'level_lower', 'a')
    expect(await asBinh("update notice set kind = 'other'")).toBe('42501')
    expect(await asBinh("update notice set seen_at = now() - interval '1 day'")).toBe('42501')
    expect(await asBinh('delete from notice')).toBe('42501')
    expect(await asBinh('update notice set seen_at = now()')).toBe(1)
    await binh.post('/notices/seen')
    expect(await asBinh('update notice set seen_at = null')).toBe(0)
  })
})
