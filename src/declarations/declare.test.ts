import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type TestHouse, testHouse, type Visitor } from '../../test/support/house.ts'
import { smallOrganisation } from '../../test/support/people.ts'
import { reasonWords } from '../addresses/index.ts'

let house: TestHouse
let people: Awaited<ReturnType<typeof smallOrganisation>>
let lan: Visitor
let binh: Visitor

beforeAll(async () => {
  house = await testHouse()
  people = await smallOrganisation(house.db)
  ;[lan, binh] = [await house.as(people.lan), await house.as(people.binh)]
})
afterAll(() => house[Symbol.asyncDispose]())

const fresh = async () => house.as(await people.person('Phạm Thị Mới', people.north.id))
const location = (answer: { headers: Record<string, unknown> }) => String(answer.headers.location)
/** Without the marks that say where a long address may break. */
const main = (text: string) =>
  (/<main[\s\S]*<\/main>/.exec(text)?.[0] ?? '').replace(/<wbr\/>|<span class="cd-nowrap">([^<]*)<\/span>/g, '$1')
const title = (text: string) => /<title>([^<]*)<\/title>/.exec(text)?.[1]

async function drafted(visitor: Visitor, address: string): Promise<string> {
  const begun = await visitor.post('/declarations/new', { address })
  expect(begun.status).toBe(303)
  return location(begun)
}

async function answered(visitor: Visitor, address: string, answers: Record<string, string> = {}): Promise<string> {
  const draft = await drafted(visitor, address)
  expect(location(await visitor.post(draft, { manager: 'alone', ...answers }))).toBe(`${draft}/check`)
  return draft
}

const declarationsAt = async (canonical: string) =>
  (await house.db.asSuperuser('select id from declaration where canonical = $1', [canonical])).rowCount
const everythingStored = async () => {
  const { rows } = await house.db.asSuperuser(
    'select (select count(*) from draft) + (select count(*) from declaration) as n',
  )
  return Number(rows[0].n)
}

describe('declaring a page', () => {
  test('goes from a pasted address to a receipt in five pages', async () => {
    const draft = await drafted(lan, 'm.facebook.com/Nguyen.Van.A.Mau?mibextid=x1')
    const found = main((await lan.get(draft)).text)
    expect(found).toContain('Đúng trang này không?')
    expect(found).toContain('m.facebook.com/Nguyen.Van.A.Mau?mibextid=x1')
    const next = await lan.post(draft, { manager: 'alone', since_month: '3', since_year: '2019' })
    expect(location(next)).toBe(`${draft}/check`)
    const check = main((await lan.get(`${draft}/check`)).text)
    expect(check).toContain('Tháng 3 năm 2019')
    expect(check).toContain('Tôi khai đúng sự thật. Trang này do tôi quản lý')
    const receipt = location(await lan.post(`${draft}/file`))
    expect(receipt).toMatch(/^\/receipts\/BN-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/)
    const paper = main((await lan.get(receipt)).text)
    for (const said of [
      'Đã nhận khai báo',
      'Nguyễn Thị Lan',
      'Phòng Mẫu 1, Đơn vị Mẫu',
      'Mức\u00a00',
      '<svg class="cd-qr"',
    ])
      expect(paper).toContain(said)
    expect(main((await lan.get('/declarations')).text)).toContain('Đã khai báo 1 trang')
    expect(main((await lan.get('/receipts')).text)).toContain(receipt)
  })

  test('keeps a draft that is on my pages until it is filed or deleted', async () => {
    const visitor = await fresh()
    const draft = await drafted(visitor, 'https://ban-nhap.vn/')
    expect(main((await visitor.get('/declarations')).text)).toContain('Khai tiếp ban-nhap.vn')
    expect(location(await visitor.post(`${draft}/delete`))).toBe('/declarations')
    expect(main((await visitor.get('/declarations')).text)).not.toContain('ban-nhap.vn')
    expect((await visitor.get(draft)).status).toBe(404)
  })

  test('keeps what was answered in a draft, for another day', async () => {
    const draft = await answered(lan, 'https://mai-tiep.vn/', { manager: 'shared', since_year: '2020' })
    const page = main((await lan.get(draft)).text)
    expect(page).toMatch(/value="shared" checked/)
    expect(page).toMatch(/name="since_year"[^>]*value="2020"/)
  })

  test('of the same address begins one draft, however often it is pasted', async () => {
    const visitor = await fresh()
    const pasted = ['https://hai-lan.vn', 'www.hai-lan.vn/', 'http://HAI-LAN.vn/#x', 'hai-lan.vn']
    const drafts = await Promise.all(pasted.map((address) => drafted(visitor, address)))
    expect(new Set(drafts).size).toBe(1)
  })

  test('lets the address of a draft be corrected, and keeps the rest', async () => {
    const draft = await answered(lan, 'https://sai-dia-chi.vn/', { since_year: '2021' })
    const form = main((await lan.get(`/declarations/new?draft=${draft.split('/')[2]}`)).text)
    expect(form).toContain('value="https://sai-dia-chi.vn/"')
    const moved = await lan.post('/declarations/new', {
      address: 'https://dung-dia-chi.vn/',
      draft: draft.split('/')[2] as string,
    })
    expect(location(moved)).toBe(draft)
    const check = main((await lan.get(`${draft}/check`)).text)
    expect(check).toContain('https://dung-dia-chi.vn/')
    expect(check).toContain('Năm 2021')
    expect(check).not.toContain('sai-dia-chi')
  })

  test('is filed once by a double click and by two tabs, and both get the same receipt', async () => {
    const draft = await answered(lan, 'https://nhap-doi.vn/')
    const clicks = await Promise.all([1, 2, 3, 4].map(() => lan.post(`${draft}/file`)))
    const receipts = new Set(clicks.map(location))
    expect(receipts.size).toBe(1)
    expect([...receipts][0]).toMatch(/^\/receipts\/BN-/)
    expect(location(await lan.post(`${draft}/file`))).toBe([...receipts][0])
    expect(await declarationsAt('https://nhap-doi.vn/')).toBe(1)
  })

  test('leads from the draft to the declaration once it is filed, whatever tab is still open', async () => {
    const draft = await answered(lan, 'https://the-con-mo.vn/')
    await lan.post(`${draft}/file`)
    const declared = draft.replace('drafts', 'declarations')
    expect(location(await lan.get(draft))).toBe(declared)
    expect(location(await lan.get(`${draft}/check`))).toBe(declared)
    expect(location(await lan.post(draft, { manager: 'alone' }))).toBe(declared)
    expect((await lan.get(declared)).status).toBe(200)
  })

  test('that is declared already is answered with the way to it, from the form and from an older draft', async () => {
    const draft = await answered(lan, 'https://da-khai.vn/')
    await lan.api('POST', '/v1/declarations', { address: 'https://da-khai.vn/' })
    const filed = await lan.post(`${draft}/file`)
    const pasted = await lan.post('/declarations/new', { address: 'da-khai.vn' })
    for (const answer of [filed, pasted]) {
      expect(answer.status).toBe(409)
      expect(main(answer.text)).toMatch(/href="\/declarations\/[0-9a-f-]{36}"/)
    }
    expect(await declarationsAt('https://da-khai.vn/')).toBe(1)
  })

  test('stores all of it or nothing: without a receipt there is no declaration', async () => {
    const draft = await answered(lan, 'https://nua-chung.vn/')
    await house.db.asSuperuser('revoke insert on receipt from chinhdanh_app')
    const failed = await lan.post(`${draft}/file`)
    await house.db.asSuperuser('grant insert on receipt to chinhdanh_app')
    expect(failed.status).toBe(500)
    expect(await declarationsAt('https://nua-chung.vn/')).toBe(0)
    expect(location(await lan.post(`${draft}/file`))).toMatch(/^\/receipts\//)
  })

  test('for a unit is offered only to who is in one', async () => {
    const outsider = await house.as(await people.person('Ngoài Cây', null as never))
    const draft = await drafted(outsider, 'https://khong-don-vi.vn/')
    expect(main((await outsider.get(draft)).text)).not.toContain('value="unit"')
    const forced = await outsider.post(draft, { manager: 'unit' })
    expect(forced.status).toBe(422)
    expect(main((await lan.get(await drafted(lan, 'https://co-don-vi.vn/'))).text)).toContain('value="unit"')
  })
})

describe('what cannot be declared', () => {
  test('says why, keeps what was typed and stores nothing', async () => {
    const before = await everythingStored()
    const refused = await lan.post('/declarations/new', { address: 'http://192.168.1.1/toi' })
    expect(refused.status).toBe(422)
    expect(title(refused.text)).toBe('Lỗi: Chưa khai báo được – Chính Danh')
    expect(main(refused.text)).toContain('value="http://192.168.1.1/toi"')
    expect(main(refused.text)).toContain('href="#address"')
    expect(main(refused.text)).toContain(reasonWords.ip_address.vi)
    expect(await everythingStored()).toBe(before)
  })

  test('an address with a password is refused without a word of it in the page', async () => {
    const before = await everythingStored()
    const refused = await lan.post('/declarations/new', { address: 'https://toi:matkhau123@facebook.com/toi' })
    expect(refused.status).toBe(422)
    expect(refused.text).not.toContain('matkhau123')
    expect(await everythingStored()).toBe(before)
  })

  test('the link of a post shows the account in it, and asks before it takes that', async () => {
    const before = await everythingStored()
    const post = await lan.post('/declarations/new', { address: 'https://www.facebook.com/nguyenvanb/posts/122093' })
    expect(post.status).toBe(422)
    expect(title(post.text)).toBe('Lỗi: đây là một bài đăng – Chính Danh')
    const page = main(post.text)
    expect(page).toContain('Dùng tài khoản này')
    expect(page).toContain('name="address" value="https://www.facebook.com/nguyenvanb"')
    expect(page).toContain('value="https://www.facebook.com/nguyenvanb/posts/122093"')
    expect(await everythingStored()).toBe(before)
    expect(location(await lan.post('/declarations/new', { address: 'https://www.facebook.com/nguyenvanb' }))).toMatch(
      /^\/drafts\//,
    )
  })

  test('a look-alike is shown for what it is: whose domain it really is, and what to do', async () => {
    const fake = await lan.post('/declarations/new', { address: 'https://facebook.com.dang-nhap.vn/nguyenvana' })
    expect(fake.status).toBe(422)
    expect(title(fake.text)).toBe('Lỗi: địa chỉ giả tên Facebook – Chính Danh')
    expect(main(fake.text)).toContain('<mark>dang-nhap.vn</mark>')
    expect(main(fake.text)).toContain('hãy đổi mật khẩu ngay')
  })

  test('a bare name is asked for its platform, and is an address together with it', async () => {
    const bare = await lan.post('/declarations/new', { address: 'nguyenvanc' })
    expect(bare.status).toBe(422)
    expect(main(bare.text)).toContain('<select')
    const chosen = await lan.post('/declarations/new', { address: 'nguyenvanc', hint: 'instagram' })
    expect(main((await lan.get(location(chosen))).text)).toContain('https://www.instagram.com/nguyenvanc')
  })

  test('an empty field, a form without fields and a text of 60,000 letters each get a page with its reason', async () => {
    for (const form of [{ address: '' }, {}, { address: 'a'.repeat(60_000) }] as Record<string, string>[]) {
      const answer = await lan.post('/declarations/new', form)
      expect(answer.status).toBe(422)
      expect(main(answer.text)).toContain('Chưa khai báo được')
    }
  })

  test('a month without a year, a year to come and no answer at all are each named at their field', async () => {
    const draft = await drafted(lan, 'https://tu-khi-nao.vn/')
    const cases = [
      [{ manager: 'alone', since_month: '3' }, '#since_year'],
      [{ manager: 'alone', since_year: '2999' }, '#since_year'],
      [{ manager: 'alone', since_month: '13', since_year: '2019' }, '#since_month'],
      [{ manager: 'everyone' }, '#manager'],
      [{}, '#manager'],
    ] as const
    for (const [form, field] of cases) {
      const answer = await lan.post(draft, form)
      expect(answer.status).toBe(422)
      expect(title(answer.text)).toMatch(/^Lỗi: /)
      expect(main(answer.text)).toContain(`href="${field}"`)
    }
    expect(main((await lan.post(draft, { manager: 'alone', since_month: 'ba', since_year: '2019' })).text)).toContain(
      'value="ba"',
    )
    expect(location(await lan.get(`${draft}/check`))).toBe(draft)
  })
})

describe('another person', () => {
  test('finds neither draft, nor declaration, nor receipt, and changes none of them', async () => {
    const draft = await answered(lan, 'https://cua-lan.vn/')
    for (const path of [draft, `${draft}/check`]) expect((await binh.get(path)).status).toBe(404)
    expect((await binh.post(draft, { manager: 'unit' })).status).toBe(404)
    expect((await binh.post(`${draft}/file`)).status).toBe(404)
    await binh.post(`${draft}/delete`)
    const receipt = location(await lan.post(`${draft}/file`))
    const declared = draft.replace('drafts', 'declarations')
    expect((await binh.get(receipt)).status).toBe(404)
    expect((await binh.get(declared)).status).toBe(404)
    expect((await binh.post(`${declared}/visibility`, { visibility: 'private' })).status).toBe(404)
    expect((await lan.get(receipt)).status).toBe(200)
  })

  test('is not told that an address is declared: the second claim is taken like the first', async () => {
    const [hers, his] = [await answered(lan, 'https://cua-ai.vn/'), await answered(binh, 'https://cua-ai.vn/')]
    const [first, second] = [await lan.post(`${hers}/file`), await binh.post(`${his}/file`)]
    expect([first.status, second.status]).toEqual([303, 303])
    expect(location(second)).toMatch(/^\/receipts\//)
    expect(await declarationsAt('https://cua-ai.vn/')).toBe(2)
  })
})

describe('a receipt', () => {
  test('opens however its code was copied by hand', async () => {
    const draft = await answered(lan, 'https://chep-tay.vn/')
    const path = location(await lan.post(`${draft}/file`))
    const code = path.slice('/receipts/'.length)
    expect((await lan.get(`/receipts/${code.toLowerCase().replaceAll('-', '')}`)).status).toBe(200)
    expect((await lan.get('/receipts/BN-UUUU-UUUU')).status).toBe(404)
    expect((await lan.get('/receipts/x')).status).toBe(404)
  })

  test('stays as it was filed when the declaration changes later', async () => {
    const draft = await answered(lan, 'https://ve-sau-doi.vn/')
    const receipt = location(await lan.post(`${draft}/file`))
    const id = draft.split('/')[2]
    const before = main((await lan.get(receipt)).text)
    await house.db.asSuperuser(
      "insert into level_step (id, declaration, level, reason) values (gen_random_uuid(), $1, 2, 'proof_found')",
      [id],
    )
    const changed = location(
      await lan.post(`/declarations/${id}/visibility`, { visibility: 'confirmable', shows: 'name' }),
    )
    const facts = (text: string) => /<dl[\s\S]*<\/dl>/.exec(text)?.[0]
    expect(facts(main((await lan.get(receipt)).text))).toBe(facts(before))
    expect(main((await lan.get(changed)).text)).toContain('Trả lời khi được hỏi, nêu tên')
  })
})
