import { randomUUID } from 'node:crypto'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { type Asked, platform } from '../../src/proofs/sign-in/tests/platform.ts'
import { type Walking, walking } from '../../src/proofs/sign-in/tests/walk.ts'
import { type OpenId, openIdProvider } from '../peers/real/openid.ts'
import type { Visitor } from '../support/house.ts'

// Sign-ins by which somebody would prove an account that is not theirs, or break the register: what a provider or a server says that no
// honest one says, and what a browser brings that nobody sent it with. The rest of M7 stands beside its providers.

const host = 'xa-hoi.example.com'
const school = 'openid-truong'
const pages = 'openid-trang'
const honest = { app: { client_id: 'a', client_secret: 'b' }, token: { access_token: 'a', token_type: 'Bearer' } }
const says: { app: unknown; token: unknown; self: unknown } = { ...honest, self: { username: 'lan' } }
const social = platform({
  clients: [],
  tokenPath: '/nowhere',
  rest({ what }: Asked) {
    if (what === 'POST /api/v1/apps') return { json: says.app }
    if (what === 'POST /oauth/token') return { json: says.token }
    if (what === 'GET /api/v1/accounts/verify_credentials') return { json: says.self }
    return undefined
  },
})

let peer: OpenId
let at: Walking
let lan: Visitor
beforeAll(async () => {
  const callbacks = [school, pages].map((one) => `http://localhost:8080/proofs/sign-in/return/${one}`)
  peer = await openIdProvider({ callbacks, names: {} })
  const one = { kind: 'openid', issuer: peer.issuer, client_id: peer.client.id, client_secret: peer.client.secret }
  at = await walking([
    { kind: 'mastodon' },
    { ...one, name: 'Trường', account: 'https://blog.truong.example.com/{preferred_username}' },
    { ...one, name: 'Trang', account: 'https://cua-{preferred_username}.trang.example.com/' },
  ])
  at.outside.hosts.set(host, social.listener)
  lan = await at.house.as(at.lan)
})
afterEach(async () => {
  Object.assign(says, honest, { self: { username: 'lan' } })
  peer.forge = undefined
  await at.house.db.asSuperuser('truncate declaration cascade')
})
afterAll(async () => {
  await at[Symbol.asyncDispose]()
  await peer[Symbol.asyncDispose]()
})

async function begun(address: string): Promise<string> {
  return (await at.begins(lan, await at.declares(lan, address))).id
}
const press = (proof: string, provider: string) =>
  lan.get(`/proofs/${proof}/sign-in/${provider}`, { 'sec-fetch-site': 'same-origin' })

/** Comes back from the server of the account, with more in the address than it sent. */
async function backFromSocial(proof: string, more = 'code=x') {
  const leads = new URL(String((await press(proof, 'mastodon')).headers.location))
  return at.returns(lan, `${leads.searchParams.get('redirect_uri')}?state=${leads.searchParams.get('state')}&${more}`)
}
const account = `https://${host}/@lan`

/** Signs in at the provider, which says that this is the name. */
async function signedInAs(name: string, address: string, provider: string) {
  const { signInAt } = await import('../peers/real/openid.ts')
  const proof = await begun(address)
  const back = await signInAt((await at.leaves(lan, proof, provider)).href, 'somebody')
  peer.forge = (claims) => ({ claims: { ...claims, preferred_username: name } })
  await at.returns(lan, back)
  return (await at.result(proof)).map((line) => line.split(' ')[0])
}

test('whoever has the declared name has proven it, so that none of the refusals below is an accident', async () => {
  const proof = await begun(account)
  expect([(await backFromSocial(proof)).status, await at.result(proof)]).toEqual([200, [`found https://${host}`]])
  for (const name of ['lan', 'lan.mau', 'lan-mau', 'lan_mau', 'lan!mau', 'lân'])
    expect(await signedInAs(name, `https://blog.truong.example.com/${encodeURIComponent(name)}`, school)).toEqual([
      'found',
    ])
  expect(await signedInAs('lan', 'https://cua-lan.trang.example.com/', pages)).toEqual(['found'])
})

describe('another name at the same provider that would be read as the declared one proves nothing:', () => {
  test.each([
    'lan.',
    'lan!',
    'lan)',
    "lan'",
    'lan,',
    'lan;',
    'lan:',
    'lan?',
    'lan/',
    'lan..',
    'lan\u00ad',
    'lan\u200b',
    ' lan',
    'lan\n',
    'ｌan',
    '.',
    '..',
    '',
  ])('%j in a path', async (name) => {
    expect(await signedInAs(name, 'https://blog.truong.example.com/lan', school)).not.toContain('found')
  })

  test.each(['ｌan', 'lan\u00ad', 'ľan', 'x.lan', 'lan:443', 'x@lan', 'lan)', 'lan!', '%6can', 'ﬁ'])(
    '%j in a host',
    async (name) => {
      for (const declared of ['lan', 'x.lan', 'fi'])
        expect(await signedInAs(name, `https://cua-${declared}.trang.example.com/`, pages)).not.toContain('found')
    },
  )

  test.each([
    'x @lan',
    '@lan',
    'ｌan',
    'lan ',
    'lan.',
    'lan,',
    'x;@lan',
    `x <@lan`,
    'lan@xa-hoi.example.com x',
    'lan\u0000',
    '../lan',
    '',
  ])('%j at a server of the fediverse', async (username) => {
    const proof = await begun(account)
    says.self = { username }
    const back = await backFromSocial(proof)
    expect([back.status, (await at.result(proof)).some((line) => line.startsWith('found'))]).toEqual([200, false])
  })
})

describe('a server that answers what no honest one answers breaks nothing:', () => {
  test.each([
    ['signs that nobody can print', { client_id: '\u0001'.repeat(500), client_secret: '\u0001'.repeat(500) }],
    ['more than is ever kept', { client_id: 'ế'.repeat(500), client_secret: 'ế'.repeat(500) }],
    ['half a letter', { client_id: '\ud800', client_secret: 'x' }],
    ['no text', { client_id: 5, client_secret: {} }],
  ])('as the name of a client: %s', async (_, app) => {
    const proof = await begun(account)
    says.app = app
    const answer = await press(proof, 'mastodon')
    expect([answer.status, await at.result(proof)]).toEqual([200, []])
  })

  test.each([
    ['two lines', 'a\nb'],
    ['a header of its own', 'a\r\nX-Other: 1'],
    ['letters of a language', 'ế'],
    ['nothing', ''],
    ['no text', 5],
  ])('as a token: %s', async (_, access_token) => {
    const proof = await begun(account)
    says.token = { access_token, token_type: 'Bearer' }
    const back = await backFromSocial(proof)
    expect([back.status, await at.result(proof)]).toEqual([200, [`unreachable sign_in_invalid https://${host}`]])
  })

  test.each([
    [[]],
    [null],
    ['x'],
    [{ error: 5 }],
    [{ ...honest.token, id_token: 'x.y.z' }],
    [{ ...honest.token, token_type: 'mac' }],
  ])('in the place of a token: %j', async (token) => {
    const proof = await begun(account)
    says.token = token
    const back = await backFromSocial(proof)
    expect([back.status, await at.result(proof)]).toEqual([200, [`unreachable sign_in_invalid https://${host}`]])
  })
})

describe('what a browser brings beside what the provider sent it with proves nothing and breaks nothing:', () => {
  test.each([
    '',
    'code=',
    'code=a&code=b',
    'state=another&code=x',
    'error=5',
    'error=a&error=b',
    'code=x&error=x',
    'code=x&iss=https://evil.example',
    'iss=a&iss=b&code=x',
    'response=x.y.z',
    'id_token=a.b.c',
    'code=x&id_token=a.b.c',
  ])('%s', async (more) => {
    const proof = await begun(account)
    const back = await backFromSocial(proof, more)
    expect([back.status, await at.result(proof)]).toEqual([200, [`unreachable sign_in_invalid https://${host}`]])
  })

  test('and each time the way back is spent', async () => {
    const proof = await begun(account)
    const leads = new URL(String((await press(proof, 'mastodon')).headers.location))
    const way = `${leads.searchParams.get('redirect_uri')}?state=${leads.searchParams.get('state')}`
    await at.returns(lan, `${way}&code=a&code=b`)
    expect([(await at.returns(lan, `${way}&code=x`)).status, await at.result(proof)]).toEqual([
      410,
      [`unreachable sign_in_invalid https://${host}`],
    ])
  })
})

describe('no address of a sign-in leads anywhere but to the provider and to our own pages:', () => {
  test.each([
    '%0d%0aX-Other:1',
    '%2f%2fevil.example',
    '%5c%5cevil.example',
    '..%2f..',
    'https:%2f%2fevil.example',
    '%E1%BA%BF',
    '%00',
  ])('%s as an id', async (id) => {
    for (const path of [`/proofs/${id}/sign-in/mastodon`, `/proofs/sign-in/return/${id}?state=x`]) {
      const answer = await lan.get(path, { 'sec-fetch-site': 'same-origin' })
      expect([404, 410]).toContain(answer.status)
      expect(answer.headers.location).toBeUndefined()
    }
  })

  test('a proof of another person, one that was never made, and one of another way look alike', async () => {
    const proof = await begun(account)
    const other = await lan.api(
      'POST',
      `/v1/declarations/${await at.declares(lan, 'https://mau.example.com/')}/proofs`,
      {
        method: 'meta-tag',
      },
    )
    const binh = await at.house.as(at.binh)
    const answers = await Promise.all([
      binh.get(`/proofs/${proof}/sign-in/mastodon`, { 'sec-fetch-site': 'same-origin' }),
      binh.get(`/proofs/${randomUUID()}/sign-in/mastodon`, { 'sec-fetch-site': 'same-origin' }),
      lan.get(`/proofs/${other.json().id}/sign-in/mastodon`, { 'sec-fetch-site': 'same-origin' }),
    ])
    expect(answers.map(({ status }) => status)).toEqual([404, 404, 404])
  })

  test('a member who is led to a sign-in that another began proves nothing, for neither', async () => {
    const proof = await begun(account)
    const leads = new URL(String((await press(proof, 'mastodon')).headers.location))
    const binh = await at.house.as(at.binh)
    const back = `${leads.searchParams.get('redirect_uri')}?state=${leads.searchParams.get('state')}&code=x`
    expect((await at.returns(binh, back)).status).toBe(410)
    expect(await at.result(proof)).toEqual([])
  })
})
