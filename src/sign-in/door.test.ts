import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestHouse, testHouse } from '../../test/support/house.ts'
import { smallOrganisation } from '../../test/support/people.ts'
import { hashOf } from '../db/index.ts'
import { giveCodeAsOperator, inviteAsOperator } from './index.ts'

let house: TestHouse
let people: Awaited<ReturnType<typeof smallOrganisation>>
beforeAll(async () => {
  house = await testHouse()
  people = await smallOrganisation(house.db)
})
afterAll(() => house[Symbol.asyncDispose]())

const codeFor = async (person: string) => {
  const given = await house.db.under('operator', (tx) => giveCodeAsOperator(tx, { person }))
  return given.kind === 'made' ? given.signInCode : ''
}
const sessions = async (person: string) =>
  Number((await house.db.asSuperuser('select count(*) from session where person = $1', [person])).rows[0].count)
const cookieIn = (headers: Record<string, unknown>) => String(headers['set-cookie'])

test('a code signs in without JavaScript, and leads on to where one wanted to go', async () => {
  const code = await codeFor(people.lan.id)
  const form = await house.asPublic().get('/sign-in/code?then=%2Fme')
  expect(form.text).toContain('action="/sign-in/code?then=%2Fme"')
  const answer = await house.asPublic().post('/sign-in/code?then=%2Fme', { code })
  expect([answer.status, answer.headers.location]).toEqual([303, '/me'])
  const [session] = cookieIn(answer.headers).split(';')
  const me = await house.asPublic().get('/me', { cookie: session as string })
  expect(me.text).toContain(people.lan.name)
})

test('the cookie is out of reach of scripts and other sites', async () => {
  const answer = await house.asPublic().post('/sign-in/code', { code: await codeFor(people.lan.id) })
  expect(cookieIn(answer.headers)).toMatch(/^session=[\w-]{43}; Max-Age=\d+; Path=\/; HttpOnly; SameSite=Lax$/)
})

test('a wrong, a used and an old code get the same answer, and no cookie', async () => {
  const used = await codeFor(people.lan.id)
  await house.asPublic().post('/sign-in/code', { code: used })
  const old = await codeFor(people.lan.id)
  await house.db.asSuperuser('update sign_in_code set expires_at = now() where used_at is null')
  const answers = await Promise.all(
    ['CD-00000-00000', used, old].map((code) => house.asPublic().post('/sign-in/code', { code })),
  )
  const bodies = answers.map(({ text }) => text.replace(/value="[^"]*"/, ''))
  expect(new Set(bodies).size).toBe(1)
  for (const { status, headers } of answers) expect([status, headers['set-cookie']]).toEqual([422, undefined])
})

test('what was typed stays, with the reason beside it', async () => {
  const { status, text } = await house.asPublic().post('/sign-in/code', { code: 'CD-12345' })
  expect(status).toBe(422)
  expect(text).toContain('value="CD-12345"')
  expect(text).toMatch(/<title>Lỗi: /)
})

test('from one place ten codes a minute are tried, no more', async () => {
  const attempt = async (n: number) => {
    await new Promise((wake) => setTimeout(wake, n * 10))
    return house.server.inject({
      method: 'POST',
      url: '/sign-in/code',
      remoteAddress: '203.0.113.9',
      payload: 'code=CD-00000-00000',
      headers: { origin: house.url, 'content-type': 'application/x-www-form-urlencoded' },
    })
  }
  const statuses = (await Promise.all(Array.from({ length: 11 }, (_, n) => attempt(n)))).map(
    ({ statusCode }) => statusCode,
  )
  expect(statuses.filter((status) => status === 429)).toHaveLength(1)
})

test('signing in ends the session that was shown, and takes a new secret', async () => {
  const first = await house.asPublic().post('/sign-in/code', { code: await codeFor(people.binh.id) })
  const [cookie] = cookieIn(first.headers).split(';')
  const second = await house
    .asPublic()
    .post('/sign-in/code', { code: await codeFor(people.binh.id) }, { cookie: cookie as string })
  expect(cookieIn(second.headers)).not.toContain(cookie)
  expect((await house.asPublic().get('/me', { cookie: cookie as string })).status).toBe(303)
  expect(await sessions(people.binh.id)).toBe(1)
})

test('a secret that was planted in the browser does not become a session', async () => {
  const planted = 'session=planted-by-someone-else'
  const answer = await house
    .asPublic()
    .post('/sign-in/code', { code: await codeFor(people.binh.id) }, { cookie: planted })
  expect(cookieIn(answer.headers)).not.toContain('planted')
  expect((await house.asPublic().get('/me', { cookie: planted })).status).toBe(303)
})

test('an invitation shows who invites and whom, as often as it is opened', async () => {
  const made = await house.db.under('operator', (tx) => inviteAsOperator(tx, { person: people.lan.id, url: house.url }))
  const path = made.kind === 'made' ? new URL(made.link).pathname : ''
  for (const _ of [1, 2, 3]) {
    const { status, text, headers } = await house.asPublic().get(path)
    expect([status, headers['cache-control']]).toEqual([200, 'no-store'])
    expect(text).toContain(people.lan.name)
    expect(text).toContain('Tạo khóa đăng nhập')
    expect(text).toMatch(/data-without-script.*JavaScript/s)
  }
})

test('an unknown and a used invitation look alike, and say what to do', async () => {
  const made = await house.db.under('operator', (tx) => inviteAsOperator(tx, { person: people.lan.id, url: house.url }))
  const secret = made.kind === 'made' ? made.secret : ''
  await house.db.asSuperuser('update invitation set used_at = now() where hash = $1', [hashOf(secret)])
  const [used, unknown] = await Promise.all(
    [secret, 'x'.repeat(43)].map((one) => house.asPublic().get(`/invitations/${one}`)),
  )
  expect(used?.status).toBe(404)
  expect(used?.text.replaceAll(secret, '')).toBe(unknown?.text.replaceAll('x'.repeat(43), ''))
  expect(used?.text).toContain('giấy mời mới')
})

test('a passkey that answers no challenge of ours is not accepted, and uses no invitation up', async () => {
  const made = await house.db.under('operator', (tx) => inviteAsOperator(tx, { person: people.lan.id, url: house.url }))
  const path = made.kind === 'made' ? new URL(made.link).pathname : ''
  const text = Buffer.from(JSON.stringify({ type: 'webauthn.create', challenge: 'x', origin: house.url })).toString(
    'base64url',
  )
  const body = { id: 'a', rawId: 'a', type: 'public-key', response: { clientDataJSON: text, attestationObject: 'a' } }
  const send = (url: string, payload: unknown) =>
    house.server.inject({
      method: 'POST',
      url,
      headers: { origin: house.url, 'content-type': 'application/json' },
      payload: JSON.stringify(payload),
    })
  expect((await send(`${path}/passkey`, body)).json()).toMatchObject({ code: 'passkey_not_accepted' })
  expect((await send(`${path}/passkey`, { id: 1 })).statusCode).toBe(400)
  expect((await house.asPublic().get(path)).status).toBe(200)
  const assertion = { ...body, response: { clientDataJSON: text, authenticatorData: 'a', signature: 'a' } }
  expect((await send('/sign-in/passkey', assertion)).json()).toMatchObject({ code: 'passkey_not_accepted' })
})

test('a token opens no page of the own account: one that got away makes no passkey and no token', async () => {
  const lan = await house.as(people.lan)
  for (const path of ['/me', '/me/tokens/new']) expect((await lan.api('GET', path)).status).toBe(404)
  expect((await lan.api('POST', '/me/passkeys/options')).status).toBe(404)
  expect((await lan.api('POST', '/me/tokens/new', { name: 'x', life: '30' })).status).toBe(404)
  expect((await lan.api('POST', '/sign-out/everywhere')).status).toBe(404)
})

test('a token is made once, however often the form is sent, and shown once', async () => {
  const lan = await house.as(people.lan)
  const id = /name="form" value="([^"]+)"/.exec((await lan.get('/me/tokens/new')).text)?.[1] as string
  const form = { name: 'Bảng lương', life: '30', scopes: 'read', form: id }
  const [first, again] = [await lan.post('/me/tokens/new', form), await lan.post('/me/tokens/new', form)]
  const token = /value="(cd_[\w-]+)"/.exec(first.text)?.[1]
  expect(token).toBeDefined()
  expect(again.text).not.toContain('cd_')
  expect(
    Number((await house.db.asSuperuser("select count(*) from api_token where name = 'Bảng lương'")).rows[0].count),
  ).toBe(1)
  expect((await lan.get('/me')).text).not.toContain(token)
})

test('a token form that lacks its answers says so and keeps what was typed', async () => {
  const lan = await house.as(people.lan)
  const { status, text } = await lan.post('/me/tokens/new', { name: 'Bảng lương', life: '3650' })
  expect(status).toBe(422)
  expect(text).toContain('value="Bảng lương"')
  expect(text).toContain('Hãy chọn thời hạn')
})

test('one person neither sees nor revokes the token of another', async () => {
  const [lan, binh] = [await house.as(people.lan), await house.as(people.binh)]
  await lan.post('/me/tokens/new', { name: 'Của Lan', life: '30', scopes: 'read', form: '' })
  const { id } = (await house.db.asSuperuser("select id from api_token where name = 'Của Lan'")).rows[0]
  expect((await binh.get('/me')).text).not.toContain('Của Lan')
  expect((await binh.post(`/me/tokens/${id}/revoke`)).status).toBe(404)
  expect((await lan.get('/me')).text).toContain('Của Lan')
  expect((await lan.post(`/me/tokens/${id}/revoke`)).status).toBe(303)
  expect((await lan.get('/me')).text).not.toContain('Của Lan')
})

test('signing out clears the cookie and ends the session', async () => {
  const lan = await house.as(people.lan)
  const left = await lan.post('/sign-out')
  expect(cookieIn(left.headers)).toMatch(/^session=; .*Expires=Thu, 01 Jan 1970/)
  expect((await lan.get('/me')).status).toBe(303)
})

test('signing out everywhere ends every session of this person', async () => {
  const [here, there, other] = [await house.as(people.lan), await house.as(people.lan), await house.as(people.binh)]
  await here.post('/sign-out/everywhere')
  for (const ended of [here, there]) expect((await ended.get('/me')).status).toBe(303)
  expect((await other.get('/me')).status).toBe(200)
})

test('before set-up the sign-in page says where the link is, and does not hold it', async () => {
  await using fresh = await testHouse()
  const link = await fresh.setUpLink()
  const { text } = await fresh.asPublic().get('/sign-in')
  expect(text).toContain('cửa sổ dòng lệnh')
  expect(text).not.toContain(link?.split('/').pop())
})

test('once set up, the sign-in page offers a passkey and the code', async () => {
  await house.db.asSuperuser('update organisation set set_up_at = now()')
  const { text } = await house.asPublic().get('/sign-in?then=%2F%2Fevil.example')
  expect(text).toContain('data-answer="/sign-in/passkey?then=%2Fdeclarations"')
  expect(text).toContain('href="/sign-in/code')
})
