import { randomBytes } from 'node:crypto'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { fediverse } from '../../../test/peers/real/fediverse.ts'
import type { Visitor } from '../../../test/support/house.ts'
import { reasonWords } from '../reason-words.ts'
import { type Asked, platform } from './tests/platform.ts'
import { callback, type Walking, walking } from './tests/walk.ts'

// A small server with Mastodon's way of signing in, before a real ActivityPub server.

const host = 'xa-hoi.example.com'
let self: Record<string, unknown>
let scopes: string[] | undefined
let registers = true
const residents = new Map([['lan', {}]])
const social = platform({
  clients: [],
  tokenPath: '/oauth/token',
  otherwise: fediverse(host, residents),
  rest({ what, body }: Asked, token) {
    if (what === 'GET /.well-known/oauth-authorization-server')
      return scopes ? { json: { issuer: `https://${host}/`, scopes_supported: scopes } } : { status: 404 }
    if (what === 'POST /api/v1/apps') return registers ? { json: registered() } : { status: 403 }
    if (what === 'POST /oauth/revoke')
      return { json: {}, status: social.good.delete(new URLSearchParams(body).get('token') ?? '') ? 200 : 403 }
    if (what === 'GET /api/v1/accounts/verify_credentials') return token ? { json: self } : { status: 401 }
    return undefined
  },
})
function registered() {
  const client = { id: randomBytes(8).toString('hex'), secret: randomBytes(16).toString('hex') }
  social.clients.push(client)
  return { id: '1', client_id: client.id, client_secret: client.secret, vapid_key: 'x' }
}

let at: Walking
let lan: Visitor
beforeAll(async () => {
  at = await walking([{ kind: 'mastodon' }])
  at.outside.hosts.set(host, social.listener)
  lan = await at.house.as(at.lan)
})
afterEach(async () => {
  social.asked.length = 0
  social.clients.length = 0
  await at.house.db.asSuperuser('truncate declaration cascade')
})
afterAll(() => at[Symbol.asyncDispose]())

async function declared() {
  self = { id: '1', username: 'Lan', acct: 'Lan', url: `https://${host}/@Lan`, note: 'không ai đọc' }
  scopes = ['read', 'read:accounts', 'profile']
  registers = true
  const declaration = await at.declares(lan, `https://${host}/@lan`)
  return { declaration, proof: (await at.begins(lan, declaration)).id }
}
async function begun() {
  const here = await declared()
  return { ...here, leads: await at.leaves(lan, here.proof, 'mastodon') }
}
const press = (proof: string) => lan.get(`/proofs/${proof}/sign-in/mastodon`, { 'sec-fetch-site': 'same-origin' })

test('signing in at the server of the account proves it, with the id of its actor', async () => {
  const { declaration, proof, leads } = await begun()
  expect(`${leads.origin}${leads.pathname}`).toBe(`https://${host}/oauth/authorize`)
  expect((await at.returns(lan, social.allow(leads))).text).toContain('Đã xác minh')
  expect(await at.result(proof)).toEqual([`found https://${host}`])
  expect([await at.level(declaration), (await at.proof(proof)).uid]).toEqual([2, `https://${host}/users/lan`])
})

test('the register makes itself known without naming anybody, and asks for `profile` where the server has it', async () => {
  const { leads } = await begun()
  const form = new URLSearchParams(social.asked.find(({ what }) => what === 'POST /api/v1/apps')?.body)
  expect(Object.fromEntries(form)).toEqual({
    client_name: 'chinhdanh',
    redirect_uris: callback('mastodon'),
    scopes: 'profile',
    website: 'http://localhost:8080',
  })
  expect(leads.searchParams.get('scope')).toBe('profile')
  expect(leads.searchParams.get('code_challenge_method')).toBe('S256')
})

test.each([[['read', 'write']], [undefined]])(
  'a server whose scopes are %j is asked for the right to read accounts, and no more',
  async (known) => {
    const { proof } = await declared()
    scopes = known
    expect((await at.leaves(lan, proof, 'mastodon')).searchParams.get('scope')).toBe('read:accounts')
  },
)

test('neither a token nor the keys of the registration are kept, not even while somebody is away', async () => {
  const { leads } = await begun()
  const [client] = social.clients
  const away = await at.everything()
  await at.returns(lan, social.allow(leads))
  const kept = await at.everything()
  expect([social.given.length > 0, social.good.size]).toEqual([true, 0])
  for (const secret of [client?.id, client?.secret]) expect(away).not.toContain(secret)
  for (const secret of [client?.secret, ...social.given, 'không ai đọc']) expect(kept).not.toContain(secret)
})

test.each([
  [`https://${host}`, 'found'],
  [`https://${host}/`, 'found'],
  ['https://noi-khac.example.com', 'unreachable sign_in_invalid'],
  ['x', 'unreachable sign_in_invalid'],
])('a server that comes back as %s: %s', async (iss, result) => {
  const { proof, leads } = await begun()
  await at.returns(lan, social.allow(leads, { iss }))
  expect(await at.result(proof)).toEqual([`${result} https://${host}`])
})

test('another account of that server proves nothing', async () => {
  const { proof, leads } = await begun()
  self = { username: 'binh', url: `https://${host}/@binh` }
  await at.returns(lan, social.allow(leads))
  expect(await at.result(proof)).toEqual([`absent not_this_account https://${host}`])
})

test('an account is known by its name at that host, whatever its server says of its address', async () => {
  const { proof, leads } = await begun()
  self = { username: 'binh', url: `https://${host}/@lan` }
  await at.returns(lan, social.allow(leads))
  self = { username: 'lan', url: 'https://noi-khac.example.com/@binh' }
  await at.returns(lan, social.allow(await at.leaves(lan, proof, 'mastodon')))
  expect(await at.result(proof)).toEqual([`absent not_this_account https://${host}`, `found https://${host}`])
})

test.each(['xa-hoi.example.com', 'mastodon.social'])(
  'a name with a dot at %s is read as it was declared',
  async (server) => {
    at.outside.hosts.set(server, social.listener)
    await declared()
    const declaration = await at.declares(lan, `@lan.mau@${server}`)
    const { id: proof } = await at.begins(lan, declaration)
    self = { username: 'lan.mau' }
    await at.returns(lan, social.allow(await at.leaves(lan, proof, 'mastodon')))
    expect(await at.result(proof)).toEqual([`found https://${server}`])
  },
)

test('where the actor cannot be read the sign-in still counts, without an id', async () => {
  const { proof, leads } = await begun()
  residents.clear()
  await at.returns(lan, social.allow(leads))
  residents.set('lan', {})
  expect([await at.result(proof), (await at.proof(proof)).uid]).toEqual([[`found https://${host}`], null])
})

test('where an actor was proven before and cannot be read now, nobody can tell whether it is still the same', async () => {
  const first = await begun()
  await at.returns(lan, social.allow(first.leads))
  const { id: proof } = await at.begins(lan, first.declaration)
  const leads = await at.leaves(lan, proof, 'mastodon')
  residents.clear()
  await at.returns(lan, social.allow(leads))
  residents.set('lan', {})
  expect(await at.result(proof)).toEqual([`unreachable unreadable https://${host}`])
})

describe('a server', () => {
  test('that does not let others make themselves known says so on a page', async () => {
    const { proof } = await declared()
    registers = false
    const page = await press(proof)
    expect([page.status, page.text.includes('không cho phần mềm khác dùng')]).toEqual([200, true])
  })

  test('that lies inward is not asked, whoever declared it', async () => {
    await declared()
    at.outside.dns.set('A trong.example.com', ['10.0.0.5'])
    const declaration = await at.declares(lan, 'https://trong.example.com/@lan')
    const { id: proof } = await at.begins(lan, declaration)
    const page = await press(proof)
    expect([page.status, page.text.includes(reasonWords.address_not_public.means.vi)]).toEqual([200, true])
    expect(social.asked).toEqual([])
  })

  test('that is not there says nothing about the person', async () => {
    const declaration = await at.declares(lan, 'https://khong-co.example.com/@lan')
    const { id: proof } = await at.begins(lan, declaration)
    expect((await press(proof)).text).toContain('không nói gì về anh/chị')
    expect((await at.proof(proof)).state).toBe('waiting')
  })
})
