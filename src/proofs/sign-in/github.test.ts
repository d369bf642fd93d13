import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import type { Visitor } from '../../../test/support/house.ts'
import { onThisMachine, platform } from './tests/platform.ts'
import { callback, type Walking, walking } from './tests/walk.ts'

// A small server that answers as GitHub's sign-in and interface do: no such server is to be had.

const client = { id: 'Iv1.mau', secret: 'bi-mat-github' }
let user: Record<string, unknown> | undefined
const hub = platform({
  clients: [client],
  tokenPath: '/login/oauth/access_token',
  refusesWith: 200,
  rest({ what, body, authorization }, token) {
    if (what === 'GET /user')
      return token && user ? { json: user } : { status: 401, json: { message: 'Bad credentials' } }
    if (what !== `DELETE /applications/${client.id}/token`) return undefined
    if (authorization !== `Basic ${Buffer.from(`${client.id}:${client.secret}`).toString('base64')}`)
      return { status: 401 }
    return { status: hub.good.delete(JSON.parse(body).access_token) ? 204 : 422 }
  },
})
let server: Awaited<ReturnType<typeof onThisMachine>>
let at: Walking
let lan: Visitor
beforeAll(async () => {
  server = await onThisMachine(hub.listener)
  const { origin } = server
  at = await walking([
    { kind: 'github', client_id: client.id, client_secret: client.secret, site: origin, api: origin },
  ])
  lan = await at.house.as(at.lan)
})
afterEach(async () => {
  hub.asked.length = 0
  await at.house.db.asSuperuser('truncate declaration cascade')
})
afterAll(async () => {
  await at[Symbol.asyncDispose]()
  await server[Symbol.asyncDispose]()
})

async function begun(address = 'https://github.com/Lan-Mau') {
  user = { id: 583231, login: 'Lan-Mau', bio: 'không ai đọc', email: 'lan@example.com' }
  const declaration = await at.declares(lan, address)
  const { id: proof } = await at.begins(lan, declaration)
  return { declaration, proof, leads: await at.leaves(lan, proof, 'github') }
}

test('signing in to GitHub proves the account, with the number that its profile shows as well', async () => {
  const { declaration, proof, leads } = await begun()
  expect((await at.returns(lan, hub.allow(leads))).text).toContain('Đã xác minh')
  expect(await at.result(proof)).toEqual([`found ${server.origin}`])
  expect([await at.level(declaration), (await at.proof(proof)).uid]).toEqual([2, '583231'])
})

test('no scope is asked for, the code goes with PKCE, and exactly three questions follow', async () => {
  const { leads } = await begun()
  const { code_challenge, state, ...rest } = Object.fromEntries(leads.searchParams)
  expect(leads.pathname).toBe('/login/oauth/authorize')
  expect(rest).toEqual({
    client_id: client.id,
    redirect_uri: callback('github'),
    response_type: 'code',
    code_challenge_method: 'S256',
    prompt: 'select_account',
  })
  expect([code_challenge, state].every((random) => /^[\w-]{43}$/.test(random ?? ''))).toBe(true)
  await at.returns(lan, hub.allow(leads))
  expect(hub.asked.map(({ what }) => what)).toEqual([
    'POST /login/oauth/access_token',
    'GET /user',
    `DELETE /applications/${client.id}/token`,
  ])
})

test('the token is given back and kept nowhere, nor is anything else of the account', async () => {
  const { leads } = await begun()
  await at.returns(lan, hub.allow(leads))
  expect(hub.good.size).toBe(0)
  const kept = await at.everything()
  for (const secret of [...hub.given, client.secret, 'không ai đọc', 'lan@example.com'])
    expect(kept).not.toContain(secret)
})

test('a token is given back even where what was read with it could not be used', async () => {
  const { proof, leads } = await begun()
  const odd = [
    { login: 5 },
    { id: 1, login: '\ud800' },
    { id: 1, login: 'lan/x' },
    { id: 1.5, login: 'lan' },
    { id: '1', login: 'lan' },
  ]
  let next = leads
  for (const one of odd) {
    user = one
    await at.returns(lan, hub.allow(next))
    next = await at.leaves(lan, proof, 'github')
  }
  expect(await at.result(proof)).toEqual(odd.map(() => `unreachable unreadable ${server.origin}`))
  expect(hub.good.size).toBe(0)
})

test('another account proves nothing', async () => {
  const { proof, leads } = await begun()
  user = { id: 2, login: 'binh-mau' }
  const page = await at.returns(lan, hub.allow(leads))
  expect(await at.result(proof)).toEqual([`absent not_this_account ${server.origin}`])
  expect(page.text).not.toContain('binh-mau')
})

test('a code that GitHub does not know, or an answer with no right to read, says nothing about the person', async () => {
  const { proof, leads } = await begun()
  const wrong = new URL(hub.allow(leads))
  wrong.searchParams.set('code', 'khong-co')
  await at.returns(lan, wrong.href)
  user = undefined
  await at.returns(lan, hub.allow(await at.leaves(lan, proof, 'github')))
  expect(await at.result(proof)).toEqual(Array(2).fill(`unreachable sign_in_invalid ${server.origin}`))
})

test('GitHub says who it is where the browser comes back; what another one says is not its', async () => {
  const { proof, leads } = await begun()
  await at.returns(lan, hub.allow(leads, { iss: server.origin }))
  await at.returns(lan, hub.allow(await at.leaves(lan, proof, 'github'), { iss: `${server.origin}/login/oauth` }))
  expect(await at.result(proof)).toEqual([`unreachable sign_in_invalid ${server.origin}`, `found ${server.origin}`])
})

test('it is not offered for an account elsewhere', async () => {
  const declaration = await at.declares(lan, 'https://gitlab.com/lan-mau')
  const refused = await lan.api('POST', `/v1/declarations/${declaration}/proofs`, { method: 'sign-in' })
  expect(refused.json().code).toBe('method_not_for_this_address')
})
