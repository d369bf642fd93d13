import type { RequestListener } from 'node:http'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { plainServer, type WebServer } from '../../../test/peers/tls.ts'
import { type TestHouse, testHouse, type Visitor } from '../../../test/support/house.ts'
import { parseSettings } from '../../settings.ts'
import { type Register, register } from '../tests/register.ts'
import type { Proof } from '../types.ts'

let github: WebServer
let r: Register
let house: TestHouse
let lan: Visitor
let account = { id: 1, bio: '' }
/** A GitHub account whose name changed hands, and a website that was looked at once. */
let [page, site] = ['', '']
let [first, file]: Proof[] = []

const interface_: RequestListener = (_, response) =>
  response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ login: 'lan-mau', ...account }))

beforeAll(async () => {
  github = await plainServer({ hosts: new Map([['127.0.0.1', interface_]]) })
  const settings = parseSettings(JSON.stringify({ platforms: { github: { api: `http://127.0.0.1:${github.port}` } } }))
  r = await register(settings)
  house = await testHouse({ db: r.db, settings })
  lan = await house.as(r.lan)

  page = await r.declares(r.lan, 'https://github.com/lan-mau', 'github')
  first = await r.begins(r.lan, page, 'profile-code')
  account = { id: 1, bio: first.token }
  expect(await r.result(r.lan, first)).toBe('found 2')
  await r.show(r.lan, page, 'confirmable')
  account = { id: 2, bio: 'CD-AAAA-BBBB, điều gì đó' }
  await r.timePasses(first, '8 days')
  expect(await r.recheckDue()).toBe(1)

  site = await r.declares(r.lan, 'https://lan-mau.vn/')
  file = await r.begins(r.lan, site, 'well-known')
  r.outside.hosts.set('lan-mau.vn', (_, response) => response.writeHead(404).end())
  expect(await r.result(r.lan, file)).toBe('absent 0')
})
afterAll(async () => {
  await house[Symbol.asyncDispose]()
  await Promise.all([r[Symbol.asyncDispose](), github[Symbol.asyncDispose]()])
})

/** An address is written with places where it may break. */
const plain = (html: string) => html.replace(/<[^>]*>/g, '')
const opened = async (who: { readonly id: string }) =>
  (await house.as(who)).post(`/records/${r.lan.id}`, { purpose: 'help' })

describe('for its owner', () => {
  test('tells every step of the level, and draws them', async () => {
    const { text } = await lan.get(`/declarations/${page}/proofs`)
    expect(text).toMatch(/<svg[^>]*role="img"[^>]*aria-label="Biểu đồ mức/)
    expect(text).toMatch(/class="cd-trend__line" d="M0 90(H\d+V30)H1000"/)
    expect(text).not.toContain('style=')
    for (const said of ['mức\u00a02, đã xác minh', 'Khai báo', 'Xác minh thành công']) expect(text).toContain(said)
  })

  test('tells each check: who looked, what came, why, where, and when to the second', async () => {
    const { text } = await lan.get(`/declarations/${page}/proofs`)
    for (const said of ['anh/chị bấm kiểm tra', 'Thấy mã', 'sổ xem tên còn thuộc tài khoản này không'])
      expect(text).toContain(said)
    expect(text).toContain('Số định danh của tài khoản không phải số đã được xác minh')
    expect(plain(text)).toContain(`http://127.0.0.1:${github.port}/users/lan-mau`)
    expect(text).toMatch(/\d\d:\d\d:\d\d ngày \d\d\/\d\d\/\d{4}/)
  })

  test('tells the incident, what to do, and its end once the same account is proven again', async () => {
    const before = await lan.get(`/declarations/${page}/proofs`)
    for (const said of ['Tên này nay thuộc tài khoản khác', 'Chưa xong', 'cd-trend__pause'])
      expect(before.text).toContain(said)
    expect(before.text).toContain('Câu trả lời công khai về trang này đang tạm dừng.')
    expect((await lan.get('/declarations')).text).toContain('github.com/lan-mau: tên này nay thuộc tài khoản khác')
    const one = await lan.get(`/declarations/${page}`)
    expect(one.text).toContain('thuộc về một tài khoản khác với tài khoản đã xác minh')
    expect((await lan.api('GET', `/v1/declarations/${page}/proofs`)).json().incidents).toEqual([
      { kind: 'reused_handle', opened_at: expect.any(String), closed_at: null, outcome: null },
    ])
  })

  test('holds nothing of what was seen', async () => {
    const api = await lan.api('GET', `/v1/declarations/${page}/proofs`)
    for (const { text } of [await lan.get(`/declarations/${page}/proofs`), api]) {
      expect(text).not.toContain('CD-AAAA-BBBB')
      expect(text).not.toContain('điều gì đó')
    }
  })

  test('is there for nobody else', async () => {
    for (const who of [r.binh, r.officer]) {
      const other = await house.as(who)
      expect((await other.get(`/declarations/${page}/proofs`)).status).toBe(404)
      expect((await other.api('GET', `/v1/declarations/${page}/proofs`)).status).toBe(404)
    }
  })
})

describe('for the officer who opened the record', () => {
  test('has the steps, the checks and the incident of every page', async () => {
    const { status, text } = await opened(r.officer)
    expect(status).toBe(200)
    expect(text.match(/class="cd-trend__line"/g)).toHaveLength(2)
    for (const said of ['chủ trang bấm kiểm tra', 'Thấy mã', 'ở địa chỉ này không có gì', 'Chưa xong'])
      expect(text).toContain(said)
    expect(text).not.toContain('anh/chị bấm kiểm tra')
  })

  test('has no secret: neither code nor token, nor a path that holds one', async () => {
    const { text } = await opened(r.officer)
    for (const secret of [first?.token, file?.token]) expect(plain(text)).not.toContain(secret)
    expect(plain(text)).toContain('/.well-known/so-challenge/…')
    expect(text).not.toMatch(/href="\/proofs\//)
  })

  test('has no telephone number, where the place of a check is an address that holds one', async () => {
    const zalo = await r.declares(r.lan, 'https://zalo.me/0912345678', 'zalo')
    const seen = await r.begins(r.lan, zalo, 'witnessed')
    await r.db.asSuperuser(
      "insert into proof_check (id, proof, how, result, place) values (gen_random_uuid(), $1, 'by_hand', 'found', 'https://zalo.me/84912345678')",
      [seen.id],
    )
    const { text } = await opened(r.officer)
    expect(plain(text)).toContain('https://zalo.me/8491•••••78')
    expect(plain(text)).not.toMatch(/912345678/)
    expect(text).toContain('cán bộ chứng kiến')
    expect(plain((await lan.get(`/declarations/${zalo}/proofs`)).text)).toContain('https://zalo.me/84912345678')
  })

  test('is not shown to an officer of another unit, nor to its owner in that way', async () => {
    expect((await opened(r.binh)).status).toBe(404)
    expect((await opened(r.lan)).status).toBe(404)
  })
})

test('an incident that is over is told with its end, and asks for nothing any more', async () => {
  const again = await r.begins(r.lan, page, 'profile-code')
  account = { id: 1, bio: again.token }
  expect(await r.result(r.lan, again)).toBe('found 2')
  const { text } = await lan.get(`/declarations/${page}/proofs`)
  expect(text).toContain('Đã xác minh lại đúng tài khoản')
  expect(text).not.toContain('Câu trả lời công khai về trang này đang tạm dừng.')
  expect((await lan.get('/declarations')).text).not.toContain('tên này nay thuộc tài khoản khác')
  expect((await lan.get(`/declarations/${page}`)).text).not.toContain('thuộc về một tài khoản khác')
})
