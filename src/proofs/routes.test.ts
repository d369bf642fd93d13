import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestHouse, testHouse, type Visitor } from '../../test/support/house.ts'
import { smallOrganisation } from '../../test/support/people.ts'
import { type Internet, internet, paths, says } from './tests/internet.ts'

let outside: Internet
let house: TestHouse
let lan: Visitor
let binh: Visitor
beforeAll(async () => {
  outside = await internet()
  house = await testHouse({ net: outside.net })
  const people = await smallOrganisation(house.db)
  lan = await house.as(people.lan)
  binh = await house.as(people.binh)
})
afterAll(async () => {
  await house?.[Symbol.asyncDispose]()
  await outside?.[Symbol.asyncDispose]()
})

async function declares(host: string, path = '/'): Promise<string> {
  const { id } = (await lan.api('POST', '/v1/declarations', { address: `https://${host}${path}` })).json()
  return id
}
const begin = (id: string, body: object, headers = {}) =>
  lan.api('POST', `/v1/declarations/${id}/proofs`, body, headers)
const whereTo = ({ headers }: { headers: Record<string, unknown> }) => String(headers.location)
/** What a reader sees of it. */
const plain = (html: string) => html.replace(/<[^>]*>/g, '')
const record = (host: string, ...values: string[]) => outside.dns.set(`TXT _chinhdanh-challenge.${host}`, values)

test('a script proves a page: declare, begin, publish exactly what it is told, check', async () => {
  const id = await declares('ban-lam.vn')
  const begun = await begin(id, { method: 'well-known' })
  expect(begun.status).toBe(201)
  const { id: proof, token, publish, expires, keep } = begun.json()
  expect({ publish, keep }).toEqual({
    keep: false,
    publish: {
      url: `https://ban-lam.vn/.well-known/chinhdanh-challenge/${token}`,
      path: `/.well-known/chinhdanh-challenge/${token}`,
      contentType: 'text/plain',
      body: token,
    },
  })
  expect(expires).toMatch(/^\d{4}-\d{2}-\d{2}$/)
  expect((await lan.api('POST', `/v1/proofs/${proof}/check`)).json()).toMatchObject({
    result: 'absent',
    reason: 'no_address',
    level: 0,
    checks_left: 9,
  })
  outside.hosts.set(
    'ban-lam.vn',
    paths({ [publish.path]: says(publish.body, { 'content-type': publish.contentType }) }),
  )
  const checked = await lan.api('POST', `/v1/proofs/${proof}/check`, {})
  expect(checked.status).toBe(200)
  expect(checked.json()).toEqual({
    result: 'found',
    where: publish.url,
    expected: token,
    seen: [],
    resolvers: outside.net.resolvers.names,
    at: expect.stringMatching(/^\d{4}-.*Z$/),
    level: 2,
    checks_left: 8,
  })
})

test('a script is told what was seen instead: texts of our own form, and a count of the others', async () => {
  const id = await declares('khac.vn')
  const { id: proof, token } = (await begin(id, { method: 'dns-txt' })).json()
  const old = 'ob2wk3tjor4hg5dfnzqxgylmnrwgc3ta'
  record('khac.vn', `token=${old} expiry=2026-01-01`, 'v=spf1 -all', 'secret=1')
  expect((await lan.api('POST', `/v1/proofs/${proof}/check`)).json()).toMatchObject({
    result: 'absent',
    reason: 'other_token',
    where: '_chinhdanh-challenge.khac.vn',
    expected: expect.stringContaining(token),
    seen: [`token=${old} expiry=2026-01-01`, '2 other records'],
  })
})

test('the timeline tells what was done and not what was read', async () => {
  const id = await declares('dong-thoi-gian.vn')
  const { id: proof } = (await begin(id, { method: 'dns-txt' })).json()
  record('dong-thoi-gian.vn', `token=${'a'.repeat(32)}`)
  await lan.api('POST', `/v1/proofs/${proof}/check`)
  const told = await lan.api('GET', `/v1/declarations/${id}/proofs`)
  expect(told.json()).toMatchObject({
    level: 0,
    proofs: [{ id: proof, method: 'dns-txt', state: 'waiting', publish: { type: 'TXT' } }],
    checks: [
      {
        proof,
        how: 'by_hand',
        result: 'absent',
        reason: 'other_token',
        where: '_chinhdanh-challenge.dong-thoi-gian.vn',
      },
    ],
    steps: [{ level: 0, reason: 'declared' }],
  })
  expect(told.text).not.toContain('aaaa')
})

test.each([
  [{ method: 'magic' }, 422, 'unknown_method'],
  [{ method: 'dns-txt', keep: true }, 409, 'keep_needs_public'],
  [{ method: 'dns-txt', more: 1 }, 400, 'bad_request'],
  [{ method: 7 }, 400, 'bad_request'],
  [{}, 400, 'bad_request'],
])('beginning with %j is refused as %d %s', async (body, status, code) => {
  const id = (await lan.api('GET', '/v1/declarations')).json().declarations[0].id
  const answer = await begin(id, body)
  expect([answer.status, answer.json().code]).toEqual([status, code])
})

test('a method that does not fit the address is refused, and those that do are named in their order', async () => {
  const id = await declares('co-duong-dan.vn', '/blog')
  const answer = await begin(id, { method: 'dns-txt' })
  expect([answer.status, answer.json().code]).toEqual([422, 'method_not_for_this_address'])
  const { methods } = answer.json()
  expect(methods.slice(0, 2)).toEqual(['meta-tag', 'rel-me'])
  expect((await lan.api('GET', `/v1/declarations/${id}/proofs`)).json().methods).toEqual(methods)
})

test('the eleventh check of an hour is refused', async () => {
  const { id: proof } = (await begin(await declares('muoi-lan.vn'), { method: 'dns-txt' })).json()
  for (let n = 0; n < 10; n++) expect((await lan.api('POST', `/v1/proofs/${proof}/check`)).status).toBe(200)
  const refused = await lan.api('POST', `/v1/proofs/${proof}/check`)
  expect([refused.status, refused.json().code, Number(refused.headers['retry-after']) > 0]).toEqual([
    429,
    'too_many_checks',
    true,
  ])
  expect((await lan.post(`/proofs/${proof}/check`)).status).toBe(429)
})

test('the same Idempotency-Key begins once, and its refusal is repeated', async () => {
  const id = await declares('mot-lan.vn')
  const key = { 'idempotency-key': 'k1' }
  const one = await begin(id, { method: 'dns-txt' }, key)
  const again = await begin(id, { method: 'dns-txt' }, key)
  expect([again.status, again.json()]).toEqual([201, one.json()])
  expect((await begin(id, { method: 'meta-tag' }, key)).json().code).toBe('key_used_for_another_request')
  const other = { 'idempotency-key': 'k2' }
  const refused = [await begin(id, { method: 'magic' }, other), await begin(id, { method: 'magic' }, other)]
  expect(refused.map(({ status, json }) => [status, json().code])).toEqual([
    [422, 'unknown_method'],
    [422, 'unknown_method'],
  ])
})

test('nothing of all this opens for another person, or for nobody', async () => {
  const id = await declares('cua-lan.vn')
  const { id: proof } = (await begin(id, { method: 'well-known' })).json()
  const pages = [`/declarations/${id}/prove`, `/declarations/${id}/proofs`, `/proofs/${proof}`, `/proofs/${proof}/file`]
  for (const path of pages) {
    expect((await lan.get(path)).status, path).toBe(200)
    expect((await binh.get(path)).status, path).toBe(404)
    expect((await house.asPublic().get(path)).status, path).toBe(303)
  }
  expect((await binh.post(`/declarations/${id}/prove`, { method: 'dns-txt' })).status).toBe(404)
  expect((await binh.post(`/proofs/${proof}/check`)).status).toBe(404)
  for (const [method, path, body] of [
    ['GET', `/v1/declarations/${id}/proofs`, undefined],
    ['POST', `/v1/declarations/${id}/proofs`, { method: 'dns-txt' }],
    ['POST', `/v1/proofs/${proof}/check`, {}],
  ] as const) {
    const refused = await binh.api(method, path, body)
    expect([refused.status, refused.json().code], path).toEqual([404, 'not_found'])
    expect([401, 403], path).toContain((await house.asPublic().api(method, path, body)).status)
  }
})

test('a person without JavaScript chooses, publishes, checks, reads the diagnosis, and succeeds', async () => {
  const id = await declares('chi-lan.vn')
  const choose = await lan.get(`/declarations/${id}/prove`)
  expect(choose.text).toContain('Chọn cách xác minh')
  expect(choose.text).toContain('nhãn “chinhdanh”')
  const nothing = await lan.post(`/declarations/${id}/prove`)
  expect(nothing.status).toBe(422)
  expect(nothing.text).toMatch(/<title>Lỗi: [\s\S]*href="#method"/)

  const chosen = await lan.post(`/declarations/${id}/prove`, { method: 'dns-txt' })
  expect([chosen.status, whereTo(chosen)]).toEqual([303, expect.stringMatching(/^\/proofs\//)])
  const steps = await lan.get(whereTo(chosen))
  const value = /token=[a-z2-7]{32} expiry=\d{4}-\d\d-\d\d/.exec(steps.text)?.[0] ?? ''
  expect(steps.text).toContain('value="_chinhdanh-challenge"')
  expect(steps.text).not.toContain('name="keep"')

  record('chi-lan.vn', 'token=ob2wk3tjor4hg5dfnzqxgylmnrwgc3ta expiry=2026-01-20')
  const failed = await lan.post(`${whereTo(chosen)}/check`)
  expect(failed.status).toBe(200)
  for (const said of [
    'Chưa tìm thấy mã mới',
    'ob2wk3tjor4hg5dfnzqxgylmnrwgc3ta',
    '20/01/2026',
    'Còn 9 lần',
    'Hai máy chủ phân giải',
    'mức\u00a00, tự khai',
  ])
    expect(failed.text).toContain(said)

  outside.dns.set('TXT _chinhdanh-challenge.chi-lan.vn', 'SERVFAIL')
  const unknown = await lan.post(`${whereTo(chosen)}/check`)
  expect(unknown.text).toContain('chưa kiểm tra được')
  expect(unknown.text).not.toContain('Không thấy gì')

  record('chi-lan.vn', value)
  const found = await lan.post(`${whereTo(chosen)}/check`)
  for (const said of ['Đã xác minh', 'Bây giờ có thể xóa bản ghi này', `/declarations/${id}#visibility`])
    expect(found.text).toContain(said)

  const timeline = await lan.get(`/declarations/${id}/proofs`)
  for (const said of ['Xác minh thành công', 'Không thấy mã', 'Chưa kiểm tra được', '_chinhdanh-challenge.chi-lan.vn'])
    expect(plain(timeline.text)).toContain(said)
  expect(timeline.text).not.toContain('ob2wk3tjor4hg5dfnzqxgylmnrwgc3ta')
})

test('a page that answers the public may keep its code in place, as the form offers', async () => {
  const id = await declares('de-lai.vn')
  const once = whereTo(await lan.post(`/declarations/${id}/prove`, { method: 'dns-txt' }))
  record('de-lai.vn', /token=[a-z2-7]{32}/.exec((await lan.get(once)).text)?.[0] ?? '')
  await lan.post(`${once}/check`)
  await lan.post(`/declarations/${id}/visibility`, { visibility: 'confirmable', shows: 'nothing' })
  expect((await lan.get(once)).text).toContain('Lấy mã để lại trên trang')
  const kept = whereTo(await lan.post(`/declarations/${id}/prove`, { method: 'dns-txt', keep: '1' }))
  const steps = await lan.get(kept)
  expect(steps.text).toMatch(/name="keep"[^>]*checked/)
  const value = /token=[a-z2-7]{32} expiry=never/.exec(steps.text)?.[0] ?? ''
  record('de-lai.vn', value.replace('never', '2999-01-01'))
  const found = await lan.post(`${kept}/check`, { asks: 'keep', keep: '1' })
  expect(found.text).toContain('expiry=never')
  expect(found.text).toContain('01/01/2999')
  expect((await lan.get(kept)).text).toContain('Sổ đang kiểm tra đều đặn')
})

test('the file to put on the server is given as it must lie there', async () => {
  const { id, token } = (await begin(await declares('tep.vn'), { method: 'well-known' })).json()
  const file = await lan.get(`/proofs/${id}/file`)
  expect(file.text).toBe(token)
  expect(file.headers).toMatchObject({
    'content-type': 'text/plain; charset=utf-8',
    'content-disposition': `attachment; filename="${token}"`,
  })
  const { id: record } = (await begin(await declares('khong-tep.vn'), { method: 'dns-txt' })).json()
  expect((await lan.get(`/proofs/${record}/file`)).status).toBe(404)
})

test('an account of a platform that tells programs nothing can be shown to an officer', async () => {
  const { id } = (await lan.api('POST', '/v1/declarations', { address: 'https://www.facebook.com/lan.mau.thu' })).json()
  const page = await lan.get(`/declarations/${id}/prove`)
  expect(page.status).toBe(200)
  expect(page.text).toContain('Facebook lanmauthu')
  expect(page.text.match(/type="radio"/g)).toHaveLength(1)
  expect(page.text).toMatch(/value="witnessed"[^>]* checked|checked[^>]* value="witnessed"/)
})

test('the address of a check leads back to its proof when it is only opened', async () => {
  const { id } = (await begin(await declares('mo-lai.vn'), { method: 'meta-tag' })).json()
  expect(whereTo(await lan.get(`/proofs/${id}/check`))).toBe(`/proofs/${id}`)
})

test('every page is there in English too', async () => {
  const id = await declares('english.vn')
  const english = { 'accept-language': 'en' }
  for (const method of ['dns-txt', 'well-known', 'meta-tag']) {
    const proof = whereTo(await lan.post(`/declarations/${id}/prove`, { method }))
    const pages = [await lan.get(proof, english), await lan.post(`${proof}/check`, {}, english)]
    for (const { text } of pages) expect(text).not.toMatch(/Chọn|Kiểm tra|Trang web|Máy chủ/)
  }
  for (const path of [`/declarations/${id}/prove`, `/declarations/${id}/proofs`])
    expect((await lan.get(path, english)).text).not.toMatch(/Chọn|Kiểm tra|Trang web|Máy chủ/)
})
