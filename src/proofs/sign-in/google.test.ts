import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import type { Visitor } from '../../../test/support/house.ts'
import { onThisMachine, platform } from './tests/platform.ts'
import { type Walking, walking } from './tests/walk.ts'

// A small server that answers as Google's sign-in and the YouTube interface do.

const client = { id: 'mau.apps.googleusercontent.com', secret: 'bi-mat-google' }
const own = `UC${'a'.repeat(22)}`
let channels: unknown
let home = ''
const google = platform({
  clients: [client],
  tokenPath: '/token',
  rest({ what, body }, token) {
    if (what === 'GET /.well-known/openid-configuration')
      return {
        json: {
          issuer: home,
          authorization_endpoint: `${home}/o/oauth2/v2/auth`,
          token_endpoint: `${home}/token`,
          revocation_endpoint: `${home}/revoke`,
          jwks_uri: `${home}/certs`,
          token_endpoint_auth_methods_supported: ['client_secret_post', 'client_secret_basic'],
        },
      }
    if (what === 'POST /revoke')
      return { status: google.good.delete(new URLSearchParams(body).get('token') ?? '') ? 200 : 400 }
    if (what === 'GET /youtube/v3/channels') return token ? { json: channels } : { status: 401 }
    return undefined
  },
})
let server: Awaited<ReturnType<typeof onThisMachine>>
let at: Walking
let lan: Visitor
beforeAll(async () => {
  server = await onThisMachine(google.listener)
  home = server.origin
  at = await walking([{ kind: 'google', client_id: client.id, client_secret: client.secret, issuer: home, api: home }])
  lan = await at.house.as(at.lan)
})
afterEach(async () => {
  google.asked.length = 0
  await at.house.db.asSuperuser('truncate declaration cascade')
})
afterAll(async () => {
  await at[Symbol.asyncDispose]()
  await server[Symbol.asyncDispose]()
})

async function begun(address: string) {
  channels = { items: [{ id: own, snippet: { title: 'Kênh', customUrl: '@lanmau' } }] }
  const declaration = await at.declares(lan, address)
  const { id: proof } = await at.begins(lan, declaration)
  return { declaration, proof, leads: await at.leaves(lan, proof, 'google') }
}

test.each([['https://www.youtube.com/@LanMau'], [`https://www.youtube.com/channel/${own}`]])(
  'whoever holds the channel of %s has proven it, by its id',
  async (address) => {
    const { proof, leads, declaration } = await begun(address)
    await at.returns(lan, google.allow(leads))
    expect(await at.result(proof)).toEqual([`found ${home}`])
    expect([await at.level(declaration), (await at.proof(proof)).uid]).toEqual([2, own])
  },
)

test('only the right to see one’s channels is asked for, only ids and handles are read, and the right is given back', async () => {
  const { leads } = await begun('https://www.youtube.com/@lanmau')
  expect(leads.searchParams.get('scope')).toBe('https://www.googleapis.com/auth/youtube.readonly')
  expect(leads.searchParams.get('code_challenge_method')).toBe('S256')
  expect(leads.searchParams.has('access_type')).toBe(false)
  await at.returns(lan, google.allow(leads))
  const question = google.asked.find(({ what }) => what === 'GET /youtube/v3/channels')
  expect(Object.fromEntries(question?.query ?? [])).toEqual({
    part: 'id,snippet',
    mine: 'true',
    fields: 'items(id,snippet/customUrl)',
  })
  expect(google.good.size).toBe(0)
  const kept = await at.everything()
  for (const secret of [...google.given, client.secret, 'Kênh']) expect(kept).not.toContain(secret)
})

test('of several channels the declared one counts; without it, and without any channel, nothing is proven', async () => {
  const { proof, leads } = await begun('https://www.youtube.com/@lanmau')
  const second = { id: `UC${'b'.repeat(22)}`, snippet: { customUrl: '@khac' } }
  channels = {}
  await at.returns(lan, google.allow(leads))
  channels = { items: [second] }
  await at.returns(lan, google.allow(await at.leaves(lan, proof, 'google')))
  channels = { items: [second, { id: own, snippet: { customUrl: '@lanmau' } }] }
  await at.returns(lan, google.allow(await at.leaves(lan, proof, 'google')))
  const none = `absent not_this_account ${home}`
  expect(await at.result(proof)).toEqual([none, none, `found ${home}`])
})

test('an old name of a channel, which may be somebody else’s by now, does not stand for it', async () => {
  const { proof, leads } = await begun('https://www.youtube.com/c/lanmau')
  channels = { items: [{ id: own, snippet: { customUrl: 'lanmau' } }] }
  await at.returns(lan, google.allow(leads))
  expect(await at.result(proof)).toEqual([`absent not_this_account ${home}`])
})

test.each(['@lanmau.', '@lanmau/videos', '@lanmau?x', '@lanmau)', ' @lanmau'])(
  'a handle told as %j is not read as @lanmau',
  async (customUrl) => {
    const { proof, leads } = await begun('https://www.youtube.com/@lanmau')
    channels = { items: [{ id: own, snippet: { customUrl } }] }
    await at.returns(lan, google.allow(leads))
    expect(await at.result(proof)).toEqual([`absent not_this_account ${home}`])
  },
)
