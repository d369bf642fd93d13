import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type Answer, type TestHouse, testHouse, type Visitor } from '../../test/support/house.ts'
import { smallOrganisation } from '../../test/support/people.ts'
import { mostAtOnce, readAll, severalIn } from './several.ts'

let house: TestHouse
let people: Awaited<ReturnType<typeof smallOrganisation>>
let who: { id: string }
let visitor: Visitor
beforeAll(async () => {
  house = await testHouse()
  people = await smallOrganisation(house.db)
})
afterAll(() => house[Symbol.asyncDispose]())
beforeEach(async () => {
  who = await people.person('Phạm Thị Nhiều Trang', people.north.id)
  visitor = await house.as(who)
})

const main = ({ text }: Answer) =>
  (/<main[\s\S]*<\/main>/.exec(text)?.[0] ?? '').replaceAll('<wbr/>', '').replaceAll('<wbr>', '')
const sent = (page: Answer) =>
  [...main(page).matchAll(/name="address" value="([^"]*)"/g)].map(
    ([, value]) => value?.replaceAll('&amp;', '&') as string,
  )
const restIn = (page: Answer) => /<textarea[^>]*name="rest"[^>]*>([^<]*)</.exec(main(page))?.[1]
const paste = (address: string, more: Record<string, string> = {}) =>
  visitor.post('/declarations/new', { address, ...more })
const keep = (page: Answer, rest = restIn(page)) =>
  visitor.post('/declarations/several', { address: sent(page), ...(rest === undefined ? {} : { rest }) })
const drafts = async () =>
  (
    await house.db.asSuperuser(
      "select address->>'canonical' as canonical, typed from draft where person = $1 order by id",
      [who.id],
    )
  ).rows

const four = `Trang của tôi
Facebook: https://www.facebook.com/Mau.Mot?mibextid=1
https://www.tiktok.com/@mau.hai/video/7100000000000000000
Zalo: 0912 345 678
https://bit.ly/abc`

describe('several addresses in one paste', () => {
  test('are listed one by one, each with what was recognised or why it was not, and nothing is kept yet', async () => {
    const page = await paste(four)
    expect(page.status).toBe(200)
    const shown = main(page)
    expect(shown).toContain('Nhận ra 3 địa chỉ')
    for (const said of ['Facebook, tài khoản', 'facebook.com/maumot', 'tiktok.com/@mau.hai', 'zalo.me/84912345678'])
      expect(shown).toContain(said)
    expect(shown).toContain('Đây là một bài đăng; sổ đọc ra tài khoản này')
    expect(shown).toContain('https://bit.ly/abc')
    expect(shown).toContain('Đây là liên kết rút gọn')
    expect(await drafts()).toEqual([])
  })

  test('become drafts by one button; what was not recognised comes back to be mended, and nothing is lost', async () => {
    const page = await paste(four)
    const again = await keep(page)
    expect(again.status).toBe(422)
    expect(again.text).toMatch(/<title>Lỗi/)
    expect(main(again)).toContain('Đã lưu 3 bản nháp')
    expect(restIn(again)).toBe('Trang của tôi\nhttps://bit.ly/abc')
    expect((await drafts()).map(({ canonical }) => canonical)).toEqual([
      'https://www.facebook.com/maumot',
      'https://www.tiktok.com/@mau.hai',
      'https://zalo.me/84912345678',
    ])
    const done = await keep(again, 'https://www.facebook.com/mau.bon')
    expect([done.status, done.headers.location]).toEqual([303, '/declarations'])
    expect(await drafts()).toHaveLength(4)
    expect(main(await visitor.get('/declarations'))).toContain('facebook.com/maubon')
  })

  test('sent twice keep the same drafts', async () => {
    const page = await paste('https://x.com/mau_mot https://x.com/mau_hai')
    expect((await keep(page)).status).toBe(303)
    expect((await keep(page)).status).toBe(303)
    expect(await drafts()).toHaveLength(2)
  })

  test('are kept twenty at a time, and the others wait in their field', async () => {
    const all = Array.from({ length: 23 }, (_, n) => `https://x.com/mau_${n}`)
    const page = await paste(all.join('\n'))
    expect(main(page)).toContain('Nhận ra 23 địa chỉ')
    expect(sent(page)).toHaveLength(mostAtOnce)
    expect(restIn(page)?.split('\n')).toEqual(all.slice(20))
    const next = await keep(page)
    expect(next.status).toBe(200)
    expect(main(next)).toContain('Lưu 3 bản nháp')
    expect(await drafts()).toHaveLength(20)
    expect((await keep(next)).status).toBe(303)
    expect(await drafts()).toHaveLength(23)
  })

  test('past the hundredth draft are not lost: they stand in the field, and the page says why', async () => {
    const ninetyNine = Array.from({ length: 99 }, (_, n) => n)
    await house.db.asSuperuser(
      `insert into draft (id, person, typed, address) select gen_random_uuid(), $1, 'x', jsonb_build_object('platform', 'x', 'kind', 'account',
         'handle', 'cu_' || n, 'canonical', 'https://x.com/cu_' || n) from unnest($2::int[]) n`,
      [who.id, ninetyNine],
    )
    const full = await keep(await paste('https://x.com/moi_mot https://x.com/moi_hai'))
    expect(full.status).toBe(422)
    expect(main(full)).toContain('Đã có 100 bản nháp')
    expect(restIn(full)).toBe('https://x.com/moi_hai')
    expect(await drafts()).toHaveLength(100)
  })

  test('say which of them was declared before, and make no draft of it', async () => {
    await visitor.api('POST', '/v1/declarations', { address: 'https://x.com/da_khai' })
    const page = await paste('https://x.com/da_khai https://x.com/chua_khai')
    expect(main(page).match(/Anh\/chị đã khai báo trang này/g)).toHaveLength(1)
    expect((await keep(page)).status).toBe(303)
    expect((await drafts()).map(({ canonical }) => canonical)).toEqual(['https://x.com/chua_khai'])
  })

  test('do not say that somebody else has declared one of them', async () => {
    const list = async () => main(await paste('https://x.com/cua_ai_do https://x.com/khac'))
    const before = await list()
    await (await house.as(people.binh)).api('POST', '/v1/declarations', { address: 'https://x.com/cua_ai_do' })
    expect(await list()).toBe(before)
  })

  test('with a password in one of them do not bring it back, and do not keep it', async () => {
    const page = await paste('https://x.com/mau_mot\nhttps://lan:matkhau@vidu.vn/')
    expect(main(page)).toContain('có thể chứa mật khẩu')
    expect(page.text).not.toContain('matkhau')
    const after = await keep(page)
    expect(after.status).toBe(303)
    expect(JSON.stringify(await drafts())).not.toContain('matkhau')
  })

  test('are asked for the platform that was chosen where a line is only a name', () => {
    const read = severalIn('https://x.com/mau_mot\nnguyen.van.a.mau', 'facebook')
    expect(read?.found.map(({ address }) => address.canonical)).toEqual([
      'https://x.com/mau_mot',
      'https://www.facebook.com/nguyenvanamau',
    ])
  })
})

test('what is written in the form by hand is judged like what was pasted', async () => {
  const forged = await visitor.post('/declarations/several', { address: ['javascript:alert(1)', 'http://10.0.0.1/'] })
  expect(forged.status).toBe(422)
  expect(await drafts()).toEqual([])
  expect((await visitor.get('/declarations/several')).headers.location).toBe('/declarations/new')
})

test('prose without an address is one text with one reason', async () => {
  expect(severalIn('Tôi không nhớ\nđịa chỉ của mình')).toBeUndefined()
  const page = await paste('Tôi không nhớ\nđịa chỉ của mình')
  expect(page.status).toBe(422)
  expect(main(page)).toContain('Không tìm thấy địa chỉ nào trong đoạn này')
})

test('one account written twice is one address, not several', async () => {
  expect((await paste('https://www.facebook.com/maumot https://m.facebook.com/Mau.Mot')).status).toBe(303)
  expect(readAll(['https://www.facebook.com/maumot', 'm.facebook.com/Mau.Mot']).found).toHaveLength(1)
})
