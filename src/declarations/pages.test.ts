import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type TestHouse, testHouse, type Visitor } from '../../test/support/house.ts'
import { smallOrganisation } from '../../test/support/people.ts'
import { words } from './words.ts'

let house: TestHouse
let people: Awaited<ReturnType<typeof smallOrganisation>>
let lan: Visitor

beforeAll(async () => {
  house = await testHouse()
  people = await smallOrganisation(house.db)
  lan = await house.as(people.lan)
})
afterAll(() => house[Symbol.asyncDispose]())

const declared = async (address: string, more: object = {}): Promise<string> =>
  (await lan.api('POST', '/v1/declarations', { address, ...more })).json().id
const level = (id: string, n: number) =>
  house.db.asSuperuser(
    "insert into level_step (id, declaration, level, reason) values (gen_random_uuid(), $1, $2, 'proof_found')",
    [id, n],
  )
const main = (text: string) => /<main[\s\S]*<\/main>/.exec(text)?.[0] ?? ''
const textOf = async (path: string) => main((await lan.get(path)).text)

describe('the page of one declaration', () => {
  test('offers at level 0 the way to prove it, and no choice that would be refused', async () => {
    const id = await declared('https://muc-khong.vn/')
    const page = await textOf(`/declarations/${id}`)
    expect(page).toContain(`href="/declarations/${id}/prove"`)
    expect(page).not.toContain('name="visibility"')
    expect(page).toContain('Sau khi xác minh, anh/chị có thể cho phép sổ trả lời công khai')
  })

  test('offers a proof whatever the platform: any account can be shown to an officer', async () => {
    const id = await declared('https://www.facebook.com/nguyenthilan')
    expect(await textOf(`/declarations/${id}`)).toContain(`/declarations/${id}/prove"`)
    expect(await textOf('/declarations')).toContain(`/declarations/${id}/prove`)
  })

  test('says from level 1 on, before the button, what exactly the public would be told', async () => {
    const id = await declared('https://muc-hai.vn/')
    await level(id, 2)
    const page = await textOf(`/declarations/${id}`)
    for (const said of [
      'Tên: Nguyễn Thị Lan',
      'Tên và chức vụ: Nguyễn Thị Lan, Chuyên viên, Phòng Mẫu 1',
      'Câu trả lời: địa chỉ, Mức\u00a02',
    ])
      expect(page).toContain(said)
    expect(page).toMatch(/value="private" checked/)
    expect(page).toMatch(/value="nothing" checked/)
  })

  test('names the unit alone for a page that is run for it', async () => {
    const id = await declared('https://trang-don-vi.vn/', { manager: 'unit' })
    await level(id, 2)
    const page = await textOf(`/declarations/${id}`)
    expect(page).toContain('Tên: Phòng Mẫu 1')
    expect(page).not.toContain('Tên: Nguyễn Thị Lan')
  })

  test('has all versions, levels and receipts of its history', async () => {
    const id = await declared('https://lich-su.vn/')
    await level(id, 2)
    const receipt = String(
      (await lan.post(`/declarations/${id}/visibility`, { visibility: 'confirmable', shows: 'name' })).headers.location,
    )
    const page = await textOf(`/declarations/${id}`)
    for (const said of [
      `href="${receipt}"`,
      'Bản 1',
      'Bản 2',
      'Mức\u00a00 · Tự khai',
      'Xác minh thành công',
      'Trả lời khi được hỏi, nêu tên',
    ])
      expect(page).toContain(said)
  })

  test('of one that ended shows it and changes nothing any more', async () => {
    const id = await declared('https://da-dong.vn/')
    await level(id, 2)
    await house.db.asSuperuser(
      `insert into declaration_version (id, declaration, n, state, visibility, shows, manager, channel)
       values (gen_random_uuid(), $1, 2, 'closed', 'private', 'nothing', 'alone', 'web')`,
      [id],
    )
    expect(await textOf(`/declarations/${id}`)).not.toContain('<form')
    expect((await lan.post(`/declarations/${id}/visibility`, { visibility: 'confirmable' })).status).toBe(409)
    expect(await textOf('/declarations')).toContain('Đã đóng')
  })
})

describe('my pages', () => {
  test('names at most three proofs to make and counts the rest', async () => {
    const visitor = await house.as(await people.person('Nhiều Trang', people.north.id))
    for (const n of [1, 2, 3, 4, 5])
      await visitor.api('POST', '/v1/declarations', { address: `https://trang-${n}.vn/` })
    const page = main((await visitor.get('/declarations')).text)
    expect(page.match(/Xác minh trang-/g)).toHaveLength(3)
    expect(page).toContain('Còn 2 trang nữa ở mức\u00a00')
  })

  test('begin with an invitation where nothing is declared, in either language', async () => {
    const visitor = await house.as(await people.person('Chưa Khai', people.north.id))
    expect(main((await visitor.get('/declarations')).text)).toContain('Chưa khai báo trang nào')
    const english = (await visitor.get('/declarations', { 'accept-language': 'en' })).text
    expect(english).toContain('<html class="govuk-template" lang="en">')
    expect(main(english)).toContain('No page declared yet')
  })

  test('show a long list in parts, and every page in one of them', async () => {
    const much = await people.person('Năm Trăm', people.north.id)
    await house.db.asSuperuser(
      `insert into declaration (id, person, platform, kind, canonical, typed)
       select gen_random_uuid(), $1, 'website', 'website', 'https://dai-' || i || '.vn/', 'x' from generate_series(1, 120) i`,
      [much.id],
    )
    await house.db.asSuperuser(
      `insert into declaration_version (id, declaration, n, state, visibility, shows, manager, channel)
       select gen_random_uuid(), id, 1, 'active', 'private', 'nothing', 'alone', 'web' from declaration where person = $1`,
      [much.id],
    )
    await house.db.asSuperuser(
      `insert into level_step (id, declaration, level, reason)
       select gen_random_uuid(), id, 0, 'declared' from declaration where person = $1`,
      [much.id],
    )
    const visitor = await house.as(much)
    const seen = new Set<string>()
    for (let next: string | undefined = '/declarations'; next; ) {
      const page = main((await visitor.get(next)).text)
      expect(page).toContain('Đã khai báo 120 trang')
      expect(page.length).toBeLessThan(90_000)
      for (const [, id] of page.matchAll(/href="\/declarations\/([0-9a-f-]{36})"/g)) seen.add(id as string)
      next = /href="([^"]*)" rel="next"/.exec(page)?.[1]
    }
    expect(seen.size).toBe(120)
    for (const page of ['0', '-1', 'x', '99999999'])
      expect((await visitor.get(`/declarations?page=${page}`)).status).toBe(200)
  })
})

test('every reason for which a level may change has words in both languages', async () => {
  const { rows } = await house.db.asSuperuser(
    "select pg_get_constraintdef(oid) as def from pg_constraint where conname = 'level_step_reason_check'",
  )
  const reasons = [...String(rows[0].def).matchAll(/'(\w+)'::text/g)].map(([, reason]) => reason as string)
  expect(reasons).toContain('kept_no_more')
  for (const lang of ['vi', 'en'] as const)
    expect([lang, reasons.filter((reason) => !(reason in words[lang]))]).toEqual([lang, []])
})
