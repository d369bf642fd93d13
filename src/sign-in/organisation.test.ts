import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { type OpenId, openIdProvider, signInAt } from '../../test/peers/real/openid.ts'
import { type TestHouse, testHouse, type Visitor } from '../../test/support/house.ts'
import { smallOrganisation } from '../../test/support/people.ts'
import { parseSettings, serviceOrigins } from '../config.ts'
import { hashOf, newSecret } from '../db/index.ts'
import { resolvers, services } from '../net/index.ts'

// Against a real OpenID Connect provider, through its own pages.

const origin = 'http://localhost:8080'
const callback = `${origin}/sign-in/organisation/return`
let peer: OpenId
let house: TestHouse
let people: Awaited<ReturnType<typeof smallOrganisation>>
let lines: string[]
beforeAll(async () => {
  lines = []
  peer = await openIdProvider({ callbacks: [callback], names: {} })
  const { issuer, client } = peer
  const own = { name: 'Cổng nội bộ', issuer, client_id: client.id, client_secret: client.secret }
  const settings = parseSettings(JSON.stringify({ organisation_sign_in: own }))
  const nowhere = resolvers(['127.0.0.1:9'])
  const given = { origins: serviceOrigins(settings), resolvers: nowhere, userAgent: 'test' }
  const net = { resolvers: nowhere, client: undefined as never, services: services(given) }
  house = await testHouse({ settings, net, url: origin, log: { write: (line) => void lines.push(line) } })
  people = await smallOrganisation(house.db)
  await house.db.asSuperuser("update person set ref = 'NV-001' where id = $1", [people.lan.id])
  await house.db.asSuperuser("update person set ref = 'NV-002' where id = $1", [people.officer.id])
  await house.db.asSuperuser('update organisation set set_up_at = now()')
})
afterEach(async () => {
  Object.assign(peer, { forge: undefined, down: false, asked: [] })
  await house.db.asSuperuser('delete from organisation_identity')
})
afterAll(async () => {
  await house[Symbol.asyncDispose]()
  await peer[Symbol.asyncDispose]()
})

const cookiesOf = (answer: { headers: Record<string, unknown> }) =>
  [answer.headers['set-cookie']]
    .flat()
    .map((one) => String(one).split(';')[0])
    .join('; ')
const here = { 'sec-fetch-site': 'same-origin' }
const path = (url: string) => url.slice(origin.length)

async function begun(who: Visitor = house.asPublic(), query = '') {
  const answer = await who.get(`/sign-in/organisation${query}`, here)
  return { leads: new URL(String(answer.headers.location)), cookie: cookiesOf(answer), status: answer.status }
}
async function signsIn(login: string, query = '') {
  const { leads, cookie } = await begun(undefined, query)
  return house.asPublic().get(path(await signInAt(leads.href, login)), { cookie })
}
const identities = async () => (await house.db.asSuperuser('select subject, person from organisation_identity')).rows

test('whoever the provider names by the number that the register has of them is signed in, and goes on where they wanted', async () => {
  const answer = await signsIn('NV-001', '?then=/my-record')
  expect([answer.status, answer.headers.location]).toEqual([303, '/my-record'])
  const me = await house.asPublic().get('/me', { cookie: cookiesOf(answer) })
  expect(me.text).toContain('Nguyễn Thị Lan')
  expect(me.text).toContain('Tài khoản của cơ quan')
  expect(await identities()).toEqual([{ subject: 'NV-001', person: people.lan.id }])
})

test('from then on it is the account that counts, whatever number it is given later', async () => {
  await signsIn('NV-001')
  await house.db.asSuperuser("update person set ref = 'NV-009' where id = $1", [people.lan.id])
  const again = await signsIn('NV-001')
  expect((await house.asPublic().get('/me', { cookie: cookiesOf(again) })).text).toContain('Nguyễn Thị Lan')
  expect((await signsIn('NV-009')).status).toBe(403) // a second account of one person is nobody
  await house.db.asSuperuser("update person set ref = 'NV-001' where id = $1", [people.lan.id])
})

test('what is sent: PKCE with S256, a state, a nonce, and no more scope than the settings say', async () => {
  const { leads } = await begun()
  const { code_challenge, state, nonce, ...rest } = Object.fromEntries(leads.searchParams)
  expect(rest).toEqual({
    client_id: peer.client.id,
    redirect_uri: callback,
    response_type: 'code',
    scope: 'openid',
    code_challenge_method: 'S256',
  })
  for (const random of [code_challenge, state, nonce]) expect(random).toMatch(/^[\w-]{43}$/)
})

describe('nobody is let in', () => {
  test('whom the register does not have, or who has left: the page says so', async () => {
    const stranger = await signsIn('NV-404')
    expect([stranger.status, stranger.headers['set-cookie']]).toEqual([403, undefined])
    expect(stranger.text).toContain('sổ không có ai ứng với tài khoản đó')
    await signsIn('NV-001')
    await house.db.asSuperuser('update person set left_at = now() where id = $1', [people.lan.id])
    expect((await signsIn('NV-001')).status).toBe(403)
    await house.db.asSuperuser('update person set left_at = null where id = $1', [people.lan.id])
  })

  test('by coming back twice, in another browser, too late, or without having begun', async () => {
    const { leads, cookie } = await begun()
    const back = path(await signInAt(leads.href, 'NV-001'))
    expect((await house.asPublic().get(back)).status).toBe(410) // and that has used it up
    expect((await house.asPublic().get(back, { cookie })).status).toBe(410)
    const once = await begun()
    const good = path(await signInAt(once.leads.href, 'NV-001'))
    expect((await house.asPublic().get(good, { cookie: once.cookie })).status).toBe(303)
    expect((await house.asPublic().get(good, { cookie: once.cookie })).status).toBe(410)
    const late = await begun()
    const tooLate = path(await signInAt(late.leads.href, 'NV-001'))
    await house.db.asSuperuser("update organisation_sign_in set expires_at = now() - interval '1 second'")
    expect((await house.asPublic().get(tooLate, { cookie: late.cookie })).status).toBe(410)
    expect((await house.asPublic().get('/sign-in/organisation/return?state=x&code=y')).status).toBe(410)
  })

  test('by a statement that the provider did not sign', async () => {
    peer.forge = (claims) => ({ claims: { ...claims, sub: 'NV-002' }, key: 'another' })
    expect((await signsIn('NV-001')).status).toBe(502)
    expect(await identities()).toEqual([])
  })

  test('while the provider is down, nor by who stops there', async () => {
    const { leads, cookie } = await begun()
    const stopped = await signInAt(leads.href, 'NV-001', true)
    expect((await house.asPublic().get(path(stopped), { cookie })).text).toContain('Chưa đăng nhập')
    peer.down = true
    expect((await house.asPublic().get('/sign-in/organisation', here)).status).toBe(502)
  })

  test('by a link on another site', async () => {
    const answer = await house.asPublic().get('/sign-in/organisation', { 'sec-fetch-site': 'cross-site' })
    expect(answer.headers.location).toBe('/sign-in?then=%2Fdeclarations')
  })
})

test('no token, code or state stands in the database or in the log', async () => {
  const { leads, cookie } = await begun()
  const back = await signInAt(leads.href, 'NV-001')
  await house.asPublic().get(path(back), { cookie })
  const kept = JSON.stringify((await house.db.asSuperuser('select * from organisation_sign_in')).rows) + lines.join('')
  const brought = ['state', 'code'].map((part) => new URL(back).searchParams.get(part))
  expect(peer.given.length).toBeGreaterThan(1)
  for (const secret of [...brought, ...peer.given, peer.client.secret]) expect(kept).not.toContain(secret)
})

describe('whoever signed in long ago', () => {
  const record = () => `/records/${people.lan.id}`
  async function longAgo() {
    const secret = newSecret()
    await house.db.asSuperuser(
      "insert into session (hash, person, how, made_at) values ($1, $2, 'passkey', now() - interval '6 minutes')",
      [hashOf(secret), people.officer.id],
    )
    return `session=${secret}`
  }
  const open = (cookie: string) => house.asPublic().post(record(), { purpose: 'help' }, { cookie })

  test('is asked by the provider anew, and then opens the record', async () => {
    const session = await longAgo()
    expect((await open(session)).text).toContain('Xác nhận bằng Cổng nội bộ')
    const { leads, cookie } = await begun(undefined, '?again=1&then=/sign-in/again/done')
    expect([leads.searchParams.get('prompt'), leads.searchParams.get('max_age')]).toEqual(['login', '300'])
    const back = path(await signInAt(leads.href, 'NV-002'))
    const answer = await house.asPublic().get(back, { cookie: `${cookie}; ${session}` })
    expect([answer.status, answer.headers.location]).toEqual([303, '/sign-in/again/done'])
    const opened = await open(cookiesOf(answer))
    expect([opened.status, opened.text]).toEqual([200, expect.stringContaining('Nguyễn Thị Lan')])
  })

  test('is not let on by an ordinary sign-in there: the provider took it for granted', async () => {
    expect((await open(cookiesOf(await signsIn('NV-002')))).status).toBe(403)
  })

  test('is not let on when the provider asked nobody anew', async () => {
    peer.forge = (claims) => ({ claims: { ...claims, auth_time: Math.floor(Date.now() / 1000) - 3600 } })
    const { leads, cookie } = await begun(undefined, '?again=1')
    const back = path(await signInAt(leads.href, 'NV-002'))
    const answer = await house.asPublic().get(back, { cookie: `${cookie}; ${await longAgo()}` })
    expect([answer.status, answer.headers['set-cookie']]).toEqual([502, undefined])
  })

  test('does not confirm as somebody else', async () => {
    const { leads, cookie } = await begun(undefined, '?again=1')
    const back = path(await signInAt(leads.href, 'NV-001'))
    expect((await house.asPublic().get(back, { cookie: `${cookie}; ${await longAgo()}` })).status).toBe(403)
  })
})

test('where the settings name no provider there is no such address, and no page speaks of it', async () => {
  await using plain = await testHouse()
  await plain.db.asSuperuser("insert into organisation (name, set_up_at) values ('Đơn vị Mẫu', now())")
  expect((await plain.asPublic().get('/sign-in/organisation', here)).status).toBe(404)
  expect((await plain.asPublic().get('/sign-in')).text).not.toContain('/sign-in/organisation')
  expect((await house.asPublic().get('/sign-in')).text).toContain('Đăng nhập bằng Cổng nội bộ')
})
