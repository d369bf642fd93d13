import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { type OpenId, openIdProvider, signInAt } from '../../../test/peers/real/openid.ts'
import type { Visitor } from '../../../test/support/house.ts'
import { sweepSignIns } from './store.ts'
import { callback, type Walking, walking } from './tests/walk.ts'

// Against a real OpenID Connect provider, through its own pages.

const id = 'openid-truong-dai-hoc'
const otherId = 'openid-noi-khac'
const blog = 'https://blog.truong.example.com'
const names: Record<string, string> = {}

let peer: OpenId
let other: OpenId
let at: Walking
let lan: Visitor
let n = 0
beforeAll(async () => {
  const callbacks = [id, otherId, 'openid-cong-ty'].map(callback)
  peer = await openIdProvider({ callbacks, names })
  other = await openIdProvider({ callbacks, names })
  at = await walking(
    (
      [
        ['Trường Đại học', peer, blog],
        ['Nơi khác', other, blog],
        ['Công ty', peer, 'https://github.com'],
      ] as const
    ).map(([name, one, place]) => ({
      kind: 'openid',
      name,
      issuer: one.issuer,
      client_id: one.client.id,
      client_secret: one.client.secret,
      account: `${place}/{preferred_username}`,
    })),
  )
  lan = await at.house.as(at.lan)
})
afterEach(async () => {
  for (const who of Object.keys(names)) delete names[who]
  Object.assign(peer, { forge: undefined, describe: undefined, change: undefined, down: false, asked: [] })
  await at.house.db.asSuperuser('truncate declaration cascade')
})
afterAll(async () => {
  await at[Symbol.asyncDispose]()
  await Promise.all([peer, other].map((one) => one[Symbol.asyncDispose]()))
})

/** Lan has declared an address there and pressed the link of this provider. */
async function begun({ who = lan, name = 'lan', provider = id } = {}) {
  const declaration = await at.declares(who, `${blog}/${name}`)
  const { id: proof, publish } = await at.begins(who, declaration)
  return { declaration, proof, publish, leads: await at.leaves(who, proof, provider) }
}
const invalid = (place = peer.issuer) => [`unreachable sign_in_invalid ${place}`]

test('whoever signs in to the declared account has proven it, at level 2, with the permanent id', async () => {
  const { declaration, proof, publish, leads } = await begun()
  expect(publish.signIn).toEqual([
    { name: 'Trường Đại học', url: `http://localhost:8080/proofs/${proof}/sign-in/${id}` },
    { name: 'Nơi khác', url: `http://localhost:8080/proofs/${proof}/sign-in/${otherId}` },
  ])
  const page = await at.returns(lan, await signInAt(leads.href, 'lan'))
  expect([page.status, await at.result(proof)]).toEqual([200, [`found ${peer.issuer}`]])
  expect(page.text).toContain('Đã xác minh')
  expect(await at.level(declaration)).toBe(2)
  expect(await at.proof(proof)).toMatchObject({ state: 'found', uid: `${peer.issuer} lan` })
})

test('what vouches for accounts of a platform proves them without a number: there the number is the platform’s own', async () => {
  const declaration = await at.declares(lan, 'https://github.com/lan')
  const { id: proof, publish } = await at.begins(lan, declaration)
  expect(publish.signIn.map(({ name }) => name)).toEqual(['Công ty'])
  await at.returns(lan, await signInAt((await at.leaves(lan, proof, 'openid-cong-ty')).href, 'lan'))
  expect([await at.result(proof), (await at.proof(proof)).uid]).toEqual([[`found ${peer.issuer}`], null])
})

test('what is sent: the code by PKCE with S256, a state and a nonce of 256 bits, no more scope than the settings say', async () => {
  const { leads } = await begun()
  const { code_challenge, state, nonce, ...rest } = Object.fromEntries(leads.searchParams)
  expect(rest).toEqual({
    client_id: peer.client.id,
    redirect_uri: callback(id),
    response_type: 'code',
    scope: 'openid profile',
    code_challenge_method: 'S256',
  })
  for (const random of [code_challenge, state, nonce]) expect(random).toMatch(/^[\w-]{43}$/)
  await at.returns(lan, await signInAt(leads.href, 'lan'))
  const exchange = peer.asked.find(({ what }) => what === 'POST /token')
  expect(exchange?.form.get('code_verifier')).toMatch(/^[\w-]{43}$/)
  expect(exchange?.form.get('redirect_uri')).toBe(callback(id))
  expect(exchange?.form.has('client_secret')).toBe(false)
})

test('no token is kept: each is given back at once, and none stands anywhere in the database', async () => {
  peer.given.length = 0
  const { leads } = await begun()
  const back = await signInAt(leads.href, 'lan')
  expect(await at.everything()).not.toContain(new URL(back).searchParams.get('state'))
  await at.returns(lan, back)
  expect(peer.given).toHaveLength(2)
  const revoked = peer.asked
    .filter(({ what }) => what === 'POST /token/revocation')
    .map(({ form }) => form.get('token'))
  expect(revoked).toEqual([peer.given[0]])
  const { rows } = await at.house.db.asSuperuser('select length(sealed) as sealed from proof_sign_in')
  expect(rows).toEqual([{ sealed: 0 }])
  const kept = await at.everything()
  const secrets = [...peer.given, new URL(back).searchParams.get('code'), peer.client.secret]
  const exchange = peer.asked.find(({ what }) => what === 'POST /token')
  for (const secret of [...secrets, exchange?.form.get('code_verifier'), new URL(back).searchParams.get('state')]) {
    expect(secret).toBeTruthy()
    expect(kept).not.toContain(secret)
    expect(kept).not.toContain(Buffer.from(String(secret)).toString('hex'))
  }
})

test('neither the keys nor what the browser brings stand in the log, whether it goes well or not', async () => {
  at.lines.length = 0
  const { proof, leads } = await begun()
  const good = await signInAt(leads.href, 'lan')
  await at.returns(lan, good)
  await at.returns(lan, good)
  const again = await at.leaves(lan, (await at.begins(lan, (await at.declarationOf(proof)) as string)).id, id)
  const bad = await signInAt(again.href, 'lan')
  peer.forge = (claims) => ({ claims, key: 'another' })
  await at.returns(lan, bad)
  expect(at.lines.length).toBeGreaterThan(4)
  const said = at.lines.join('')
  const brought = [good, bad].flatMap((back) => ['state', 'code'].map((part) => new URL(back).searchParams.get(part)))
  for (const secret of [...brought, ...peer.given, peer.client.secret, 'truong.example.com', 'lan']) {
    expect(secret).toBeTruthy()
    expect(said).not.toContain(secret)
  }
})

test('another account proves nothing, and not even its name is kept or shown', async () => {
  const { declaration, proof, leads } = await begun()
  const page = await at.returns(lan, await signInAt(leads.href, 'binh'))
  expect([page.status, await at.result(proof)]).toEqual([200, [`absent not_this_account ${peer.issuer}`]])
  expect(page.text).toContain('Đây là tài khoản khác')
  expect(page.text).not.toContain('binh')
  expect(await at.everything()).not.toContain(`${peer.issuer} binh`)
  expect([await at.level(declaration), (await at.proof(proof)).state]).toEqual([0, 'waiting'])
})

describe('an account that was proven before', () => {
  async function proven() {
    const first = await begun()
    await at.returns(lan, await signInAt(first.leads.href, 'lan'))
    const { id: proof } = await at.begins(lan, first.declaration)
    return { ...first, proof, leads: await at.leaves(lan, proof, id) }
  }
  const incidents = async () => (await at.house.db.asSuperuser('select kind, outcome from incident')).rows

  test('and now has another name is told so, and nothing is frozen', async () => {
    const { proof, leads } = await proven()
    names.lan = 'lan.moi'
    const page = await at.returns(lan, await signInAt(leads.href, 'lan'))
    expect(await at.result(proof)).toEqual([`absent renamed ${peer.issuer}`])
    expect(page.text).toContain('Tài khoản đã đổi tên')
    expect(await incidents()).toEqual([])
  })

  test('and whose name another one has now is an incident', async () => {
    const { proof, leads } = await proven()
    names.hoa = 'lan'
    await at.returns(lan, await signInAt(leads.href, 'hoa'))
    expect(await at.result(proof)).toEqual([`absent other_account ${peer.issuer}`])
    expect(await incidents()).toEqual([{ kind: 'reused_handle', outcome: null }])
    const again = await at.leaves(lan, proof, id)
    await at.returns(lan, await signInAt(again.href, 'lan'))
    expect(await incidents()).toEqual([{ kind: 'reused_handle', outcome: 'proven_again' }])
  })

  test('at one provider is not compared with the number that another one gives', async () => {
    const first = await begun()
    await at.returns(lan, await signInAt(first.leads.href, 'lan'))
    const { id: proof } = await at.begins(lan, first.declaration)
    const leads = await at.leaves(lan, proof, otherId)
    names.hoa = 'lan'
    await at.returns(lan, await signInAt(leads.href, 'hoa'))
    expect(await at.result(proof)).toEqual([`found ${other.issuer}`])
    expect(await incidents()).toEqual([])
  })
})

test('who stops at the provider loses nothing and can begin again', async () => {
  const { proof, leads } = await begun()
  const back = await signInAt(leads.href, 'lan', true)
  expect(new URL(back).searchParams.get('error')).toBe('access_denied')
  const page = await at.returns(lan, back)
  expect([page.status, await at.result(proof)]).toEqual([200, []])
  expect(page.text).toContain('Anh/chị đã dừng việc đăng nhập')
  const again = await at.leaves(lan, proof, id)
  await at.returns(lan, await signInAt(again.href, 'lan'))
  expect((await at.proof(proof)).state).toBe('found')
})

describe('a way back', () => {
  test('leads back once: the same address a second time is over, and asks the provider nothing', async () => {
    const { proof, leads } = await begun()
    const back = await signInAt(leads.href, 'binh')
    await at.returns(lan, back)
    const asked = peer.asked.length
    const again = await at.returns(lan, back)
    expect([again.status, peer.asked.length - asked]).toEqual([410, 0])
    expect(again.text).toContain('Lần đăng nhập này đã hết')
    expect(again.text).toContain(`href="/proofs/${proof}"`)
  })

  test('reloaded after it went well shows how the proof stands', async () => {
    const { proof, leads } = await begun()
    const back = await signInAt(leads.href, 'lan')
    await at.returns(lan, back)
    const again = await at.returns(lan, back)
    expect([again.status, again.headers.location]).toEqual([303, `/proofs/${proof}`])
  })

  test('pressed five times at once leads back once', async () => {
    const { proof, leads } = await begun()
    const back = await signInAt(leads.href, 'lan')
    const all = await Promise.all(Array.from({ length: 5 }, () => at.returns(lan, back)))
    expect(all.map(({ status }) => status).filter((status) => status === 200)).toHaveLength(1)
    expect(peer.asked.filter(({ what }) => what === 'POST /token')).toHaveLength(1)
    expect(await at.result(proof)).toHaveLength(1)
  })

  test('of one person is nothing to another: nothing is asked, and the first may still use it', async () => {
    const { proof, leads } = await begun()
    const back = await signInAt(leads.href, 'lan')
    const binh = await at.house.as(at.binh)
    const asked = peer.asked.length
    const page = await at.returns(binh, back)
    expect([page.status, peer.asked.length - asked]).toEqual([410, 0])
    expect(page.text).not.toContain(proof)
    expect((await at.returns(lan, back)).status).toBe(200)
    expect((await at.proof(proof)).state).toBe('found')
  })

  test('is nothing to nobody: it asks them to sign in, and keeps no part of it', async () => {
    const { proof, leads } = await begun()
    const back = await signInAt(leads.href, 'lan')
    const page = await at.returns(at.house.asPublic(), back)
    expect(page.headers.location).toBe(`/sign-in?then=${encodeURIComponent(`/proofs/sign-in/return/${id}`)}`)
    expect(await at.result(proof)).toEqual([])
  })

  test('is nothing to a token: only a browser that is signed in comes back', async () => {
    const { proof, leads } = await begun()
    const back = await signInAt(leads.href, 'lan')
    const page = await lan.api('GET', back.slice('http://localhost:8080'.length))
    expect([page.status, await at.result(proof)]).toEqual([404, []])
    expect((await at.returns(lan, back)).status).toBe(200)
  })

  test('is closed after ten minutes', async () => {
    const { proof, leads } = await begun()
    const back = await signInAt(leads.href, 'lan')
    await at.house.db.asSuperuser("update proof_sign_in set expires_at = expires_at - interval '10 minutes'")
    const page = await at.returns(lan, back)
    expect([page.status, await at.result(proof)]).toEqual([410, []])
  })

  test('that was never opened is over; without a state the page says so too, and it is no mistake', async () => {
    for (const [query, status] of [
      ['?code=x&state=y', 410],
      ['?state=', 410],
      ['?code=x', 200],
      ['?error=access_denied', 200],
      ['', 200],
    ] as const) {
      const page = await lan.get(`/proofs/sign-in/return/${id}${query}`)
      expect([page.status, page.text.includes('Lần đăng nhập này đã hết')]).toEqual([status, true])
    }
  })

  test('is swept an hour after it closed, and not before', async () => {
    await begun()
    const count = async () => (await at.house.db.asSuperuser('select count(*)::int n from proof_sign_in')).rows[0].n
    await at.house.db.under('checker', sweepSignIns)
    expect(await count()).toBe(1)
    await at.house.db.asSuperuser("update proof_sign_in set expires_at = expires_at - interval '71 minutes'")
    await at.house.db.under('checker', sweepSignIns)
    expect(await count()).toBe(0)
  })
})

describe('what does not hold counts for nothing:', () => {
  test('a code that was used before', async () => {
    const one = await begun()
    const back = new URL(await signInAt(one.leads.href, 'lan'))
    await at.returns(lan, back.href)
    const { id: proof } = await at.begins(lan, one.declaration)
    const again = await at.leaves(lan, proof, id)
    back.searchParams.set('state', again.searchParams.get('state') as string)
    await at.returns(lan, back.href)
    expect(await at.result(proof)).toEqual(invalid())
  })

  test('a code that belongs to another sign-in of the same person', async () => {
    const one = await begun()
    const stolen = new URL(await signInAt(one.leads.href, 'lan'))
    const again = await at.leaves(lan, one.proof, id)
    stolen.searchParams.set('state', again.searchParams.get('state') as string)
    await at.returns(lan, stolen.href) // its verifier is another
    expect(await at.result(one.proof)).toEqual(invalid())
  })

  test('a sign-in without PKCE, which the provider does not begin', async () => {
    const { proof, leads } = await begun()
    for (const part of ['code_challenge', 'code_challenge_method']) leads.searchParams.delete(part)
    const back = await signInAt(leads.href, 'lan')
    expect(new URL(back).searchParams.get('error')).toBe('invalid_request')
    await at.returns(lan, back)
    expect(await at.result(proof)).toEqual(invalid())
  })

  test('a state of another proof: it is that proof that comes back, not the one in mind', async () => {
    const mine = await begun()
    const binh = await at.house.as(at.binh)
    const theirs = await begun({ who: binh, name: 'binh' })
    const back = new URL(await signInAt(mine.leads.href, 'lan'))
    back.searchParams.set('state', theirs.leads.searchParams.get('state') as string)
    expect((await at.returns(lan, back.href)).status).toBe(410)
    await at.returns(binh, back.href)
    expect([await at.result(mine.proof), await at.result(theirs.proof)]).toEqual([[], invalid()])
  })

  test('what one provider gave, brought back by the way of another: neither is shown it', async () => {
    const { proof, leads } = await begun()
    const back = await signInAt(leads.href, 'lan')
    const tokens = () => [...peer.asked, ...other.asked].filter(({ what }) => what === 'POST /token').length
    const before = tokens()
    await at.returns(lan, back.replace(id, otherId))
    expect([await at.result(proof), tokens() - before]).toEqual([invalid(), 0])
  })

  test('an answer that says it comes from another provider', async () => {
    const { proof, leads } = await begun()
    const back = new URL(await signInAt(leads.href, 'lan'))
    expect(back.searchParams.get('iss')).toBe(peer.issuer)
    back.searchParams.set('iss', other.issuer)
    await at.returns(lan, back.href)
    expect(await at.result(proof)).toEqual(invalid())
    expect(peer.asked.filter(({ what }) => what === 'POST /token')).toEqual([])
  })

  test('an answer without the issuer, of a provider that always says it', async () => {
    const { proof, leads } = await begun()
    const back = new URL(await signInAt(leads.href, 'lan'))
    back.searchParams.delete('iss')
    await at.returns(lan, back.href)
    expect(await at.result(proof)).toEqual(invalid())
  })

  test.each([
    ['signed by another key', (claims: object) => ({ claims: { ...claims }, key: 'another' as const })],
    ['for another audience', (claims: object) => ({ claims: { ...claims, aud: 'ai-do' } })],
    ['with another nonce', (claims: object) => ({ claims: { ...claims, nonce: 'x' } })],
    ['without a nonce', (claims: object) => ({ claims: { ...claims, nonce: undefined } })],
    ['of another issuer', (claims: object) => ({ claims: { ...claims, iss: 'https://ai-do.example' } })],
    ['that has expired', (claims: object) => ({ claims: { ...claims, exp: 1_700_000_000 } })],
  ])('a statement %s', async (_, forge) => {
    const { proof, leads, declaration } = await begun()
    const back = await signInAt(leads.href, 'lan')
    peer.forge = forge
    const page = await at.returns(lan, back)
    expect([page.status, await at.result(proof), await at.level(declaration)]).toEqual([200, invalid(), 0])
  })

  test('a name that would be more than one part of an address', async () => {
    const { proof, leads } = await begun()
    const back = await signInAt(leads.href, 'lan')
    peer.forge = (claims) => ({ claims: { ...claims, preferred_username: '../blog/lan' } })
    await at.returns(lan, back)
    expect(await at.result(proof)).toEqual([`unreachable unreadable ${peer.issuer}`])
  })

  test.each(['lan.', 'lan,', 'lan!', "lan'", 'lan)', 'lan..', 'lan;', 'lan:', 'lan?', 'LAN/'])(
    'a name such as %s, which a reader of sentences would take for another',
    async (name) => {
      const { proof, leads } = await begun()
      const back = await signInAt(leads.href, 'lan')
      peer.forge = (claims) => ({ claims: { ...claims, preferred_username: name } })
      await at.returns(lan, back)
      expect((await at.result(proof))[0]).not.toContain('found')
    },
  )

  test.each(['lan.', 'lan@khoa.vn', 'lan%40khoa', 'lân'])(
    'a name such as %s is one part of an address, as it was declared',
    async (name) => {
      const written = encodeURI(name).replace(/\.$/, '%2E')
      const { proof, leads } = await begun({ name: written })
      const back = await signInAt(leads.href, 'lan')
      peer.forge = (claims) => ({ claims: { ...claims, preferred_username: name } })
      await at.returns(lan, back)
      expect(await at.result(proof)).toEqual([`found ${peer.issuer}`])
    },
  )

  test('a statement that is changed in nothing holds, so it is those changes that were refused', async () => {
    const { proof, leads } = await begun()
    const back = await signInAt(leads.href, 'lan')
    peer.forge = (claims) => ({ claims })
    await at.returns(lan, back)
    expect(await at.result(proof)).toEqual([`found ${peer.issuer}`])
  })
})

describe('a provider', () => {
  test('that is down when somebody wants to sign in says nothing about them', async () => {
    const declaration = await at.declares(lan, `${blog}/lan`)
    const { id: proof } = await at.begins(lan, declaration)
    peer.down = true
    const page = await lan.get(`/proofs/${proof}/sign-in/${id}`, { 'sec-fetch-site': 'same-origin' })
    expect([page.status, await at.result(proof)]).toEqual([200, []])
    expect(page.text).toContain('không nói gì về anh/chị')
  })

  test('that is down when they come back says nothing about them', async () => {
    const { proof, leads } = await begun()
    const back = await signInAt(leads.href, 'lan')
    peer.down = true
    await at.returns(lan, back)
    expect(await at.result(proof)).toEqual([`unreachable server_error ${peer.issuer}`])
    expect((await at.proof(proof)).state).toBe('waiting')
  })

  test.each(['authorization_endpoint', 'token_endpoint', 'jwks_uri', 'userinfo_endpoint', 'revocation_endpoint'])(
    'whose %s lies elsewhere is refused, and nothing goes there',
    async (endpoint) => {
      const declaration = await at.declares(lan, `${blog}/lan`)
      const { id: proof } = await at.begins(lan, declaration)
      peer.describe = (server) => ({ ...server, [endpoint]: 'https://elsewhere.example/x' })
      const page = await lan.get(`/proofs/${proof}/sign-in/${id}`, { 'sec-fetch-site': 'same-origin' })
      expect(page.status).toBe(200)
      expect(page.text).toContain('chưa ghi trong phần cài đặt')
    },
  )

  test('that says it is another is refused', async () => {
    const declaration = await at.declares(lan, `${blog}/lan`)
    const { id: proof } = await at.begins(lan, declaration)
    peer.describe = (server) => ({ ...server, issuer: other.issuer })
    const page = await lan.get(`/proofs/${proof}/sign-in/${id}`, { 'sec-fetch-site': 'same-origin' })
    expect(page.text).toContain('không khớp')
  })

  test.each([[{ authorization_endpoint: undefined }], [{ token_endpoint: 5 }], [{ token_endpoint: 'x' }]])(
    'that describes itself as %o is a page, not a failure',
    async (part) => {
      const declaration = await at.declares(lan, `${blog}/lan`)
      const { id: proof } = await at.begins(lan, declaration)
      peer.describe = (server) => ({ ...server, ...part })
      expect((await lan.get(`/proofs/${proof}/sign-in/${id}`, { 'sec-fetch-site': 'same-origin' })).status).toBe(200)
    },
  )
})

describe('an answer of a form that nobody expects is a page and no failure of ours:', () => {
  const odd = [
    5,
    null,
    [],
    {},
    '',
    'x',
    '\\',
    { keys: 5 },
    { keys: [5] },
    { keys: [{ kty: 'RSA', kid: 'k1', n: 'x' }] },
  ]
  const part = (name: string, value: unknown) => (body: Record<string, unknown>) => ({ ...body, [name]: value })

  test.each(odd.map((value) => [value]))('all of it %j', async (value) => {
    for (const asked of ['GET /jwks', 'POST /token', 'GET /me', 'GET /.well-known/openid-configuration']) {
      const { proof, leads } = await begun()
      const back = await signInAt(leads.href, 'lan')
      peer.change = (what, body) => (what === asked ? value : body)
      expect([asked, (await at.returns(lan, back)).status]).toEqual([asked, 200])
      peer.change = undefined
      expect([asked, await at.result(proof)]).toEqual([asked, [expect.stringMatching(/^unreachable /)]])
      await at.house.db.asSuperuser('truncate declaration cascade')
    }
  })

  test.each([
    ['GET /.well-known/openid-configuration', 'issuer', ['x', 5, '', null]],
    ['GET /.well-known/openid-configuration', 'token_endpoint', [5, null, 'x', {}]],
    ['GET /.well-known/openid-configuration', 'jwks_uri', [5, null, 'x']],
    ['GET /.well-known/openid-configuration', 'id_token_signing_alg_values_supported', [['none'], ['HS256']]],
    ['GET /.well-known/openid-configuration', 'token_endpoint_auth_methods_supported', [5, 'x', null]],
    ['POST /token', 'access_token', [5, null, '']],
    ['POST /token', 'token_type', [5, null, 'mac']],
    ['POST /token', 'id_token', [5, null, '', 'x', 'a.b.c', 'e30.e30.']],
    ['GET /me', 'sub', [5, null, 'ai-khac']],
    ['GET /me', 'preferred_username', [5, null, '', '\ud800', '..', 'a b', 'x'.repeat(300)]],
  ])('%s with another %s', async (asked, name, values) => {
    for (const value of values) {
      const { proof, leads, declaration } = await begun()
      const back = await signInAt(leads.href, 'lan')
      peer.change = (what, body) => (what === asked ? part(name, value)(body) : body)
      expect([value, (await at.returns(lan, back)).status]).toEqual([value, 200])
      peer.change = undefined
      expect([value, (await at.result(proof))[0]?.split(' ')[0]]).not.toEqual([value, undefined])
      const harmless = name === 'token_endpoint_auth_methods_supported' || (name === 'jwks_uri' && value === null)
      if (!harmless) expect([name, value, await at.level(declaration)]).toEqual([name, value, 0])
      await at.house.db.asSuperuser('truncate declaration cascade')
    }
  })
})

describe('the link', () => {
  test('on our own page counts, and one that was typed; from elsewhere it only shows the page that has it', async () => {
    const declaration = await at.declares(lan, `${blog}/lan`)
    const { id: proof } = await at.begins(lan, declaration)
    const press = async (headers: Record<string, string>) =>
      String((await lan.get(`/proofs/${proof}/sign-in/${id}`, headers)).headers.location).replace(/\?.*/, '')
    const [out, page] = [`${peer.issuer}/auth`, `/proofs/${proof}`]
    expect(await press({ 'sec-fetch-site': 'same-origin' })).toBe(out)
    expect(await press({ 'sec-fetch-site': 'none' })).toBe(out)
    expect(await press({ referer: `http://localhost:8080/proofs/${proof}` })).toBe(out)
    expect(await press({ 'sec-fetch-site': 'cross-site' })).toBe(page)
    expect(await press({ 'sec-fetch-site': 'same-site' })).toBe(page)
    expect(await press({ 'sec-fetch-site': 'cross-site', referer: 'http://localhost:8080/' })).toBe(page)
    expect(await press({ 'sec-fetch-site': 'same-origin', 'sec-purpose': 'prefetch' })).toBe(page)
    expect(await press({ referer: 'https://elsewhere.example/' })).toBe(page)
    expect(await press({})).toBe(page)
    const { rows } = await at.house.db.asSuperuser('select count(*)::int n from proof_sign_in')
    expect(rows[0].n).toBe(3)
  })

  test('of another person, of another provider, and of another method is no page', async () => {
    const { proof } = await begun()
    const binh = await at.house.as(at.binh)
    const here = { 'sec-fetch-site': 'same-origin' }
    for (const site of ['same-origin', 'cross-site'])
      expect((await binh.get(`/proofs/${proof}/sign-in/${id}`, { 'sec-fetch-site': site })).status).toBe(404)
    expect((await lan.get(`/proofs/${proof}/sign-in/github`, here)).status).toBe(404)
    const { id: site } = (await lan.api('POST', '/v1/declarations', { address: 'https://lan-n.example.com' })).json()
    const started = await lan.api('POST', `/v1/declarations/${site}/proofs`, { method: 'dns-txt' })
    expect((await lan.get(`/proofs/${started.json().id}/sign-in/${id}`, here)).status).toBe(404)
  })

  test('leads out ten times an hour for one proof', async () => {
    const { proof } = await begun()
    for (n = 1; n < 10; n += 1) await at.leaves(lan, proof, id)
    const page = await lan.get(`/proofs/${proof}/sign-in/${id}`, { 'sec-fetch-site': 'same-origin' })
    expect(page.status).toBe(429)
  })

  test('is all there is to do: there is nothing to look for by a press of “check”', async () => {
    const { proof } = await begun()
    const refused = await lan.api('POST', `/v1/proofs/${proof}/check`, {})
    expect([refused.status, refused.json().code]).toEqual([409, 'nothing_to_look_for'])
    expect((await lan.get(`/proofs/${proof}`)).text).not.toContain('/check"')
  })

  test('is offered only for addresses of accounts there', async () => {
    const elsewhere = await at.declares(lan, 'https://lan-khong-o-do.example.com')
    const refused = await lan.api('POST', `/v1/declarations/${elsewhere}/proofs`, { method: 'sign-in' })
    expect([refused.status, refused.json().code]).toEqual([422, 'method_not_for_this_address'])
  })
})
