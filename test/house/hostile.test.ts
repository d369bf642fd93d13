import { connect } from 'node:net'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { hashOf, newSecret } from '../../src/db/index.ts'
import { giveCodeAsOperator } from '../../src/sign-in/index.ts'
import { belongingsOf } from '../support/belongings.ts'
import { type TestHouse, testHouse } from '../support/house.ts'
import { smallOrganisation } from '../support/people.ts'

// What somebody tries who wants to be somebody else, or to send somebody elsewhere.

let house: TestHouse
let people: Awaited<ReturnType<typeof smallOrganisation>>
beforeAll(async () => {
  house = await testHouse()
  people = await smallOrganisation(house.db)
})
afterAll(() => house[Symbol.asyncDispose]())

const sessionOf = async (person: { id: string }, on = house) => {
  const secret = newSecret()
  const row = [hashOf(secret), person.id]
  await on.db.asSuperuser("insert into session (hash, person, how) values ($1, $2, 'passkey')", row)
  return `session=${secret}`
}
const tokenOf = async (person: { id: string }) => {
  const token = newSecret()
  const row = [hashOf(token), person.id]
  await house.db.asSuperuser('insert into api_token (id, hash, person) values (gen_random_uuid(), $1, $2)', row)
  return `Bearer ${token}`
}
const send = (method: 'GET' | 'POST', url: string, headers: Record<string, string>, payload?: string, on = house) =>
  on.server.inject({ method, url, headers, ...(payload === undefined ? {} : { payload }) })
const form = { 'content-type': 'application/x-www-form-urlencoded' }
const jsonType = { 'content-type': 'application/json' }
const count = async (sql: string, values: unknown[] = []) =>
  Number((await house.db.asSuperuser(`select count(*) from ${sql}`, values)).rows[0].count)

describe('a write that a cookie signs', () => {
  const own = 'http://localhost:8080'
  const sources: readonly [string, Record<string, string>, boolean][] = [
    ['our own origin', { origin: own }, true],
    ['our own origin and a site that says otherwise', { origin: own, 'sec-fetch-site': 'cross-site' }, true],
    ['an opaque origin', { origin: 'null' }, false],
    ['an opaque origin that says same-origin', { origin: 'null', 'sec-fetch-site': 'same-origin' }, false],
    ['the same host by https', { origin: 'https://localhost:8080' }, false],
    ['the same host at another port', { origin: 'http://localhost:8081' }, false],
    ['the same host without a port', { origin: 'http://localhost' }, false],
    ['a host that begins like ours', { origin: 'http://localhost:8080.evil.example' }, false],
    ['a host below ours', { origin: 'http://a.localhost:8080' }, false],
    ['our origin with a path', { origin: `${own}/` }, false],
    ['our origin in capitals', { origin: 'HTTP://LOCALHOST:8080' }, false],
    ['two origins', { origin: `${own}, http://evil.example` }, false],
    ['an empty origin', { origin: '' }, false],
    ['nowhere, with a site of our own', { 'sec-fetch-site': 'same-origin' }, true],
    ['nowhere, from the same site', { 'sec-fetch-site': 'same-site' }, false],
    ['nowhere, from another site', { 'sec-fetch-site': 'cross-site' }, false],
    ['nowhere, typed by hand', { 'sec-fetch-site': 'none' }, false],
    ['nowhere, saying nothing', {}, false],
    ['nowhere, with a referrer of ours', { referer: `${own}/declarations` }, false],
  ]
  test.each(sources)('from %s', async (_, headers, welcome) => {
    const cookie = await sessionOf(people.lan)
    const page = await send('POST', '/declarations/new', { ...form, ...headers, cookie }, 'address=')
    expect(page.statusCode).toBe(welcome ? 422 : 403)
    const api = await send('POST', '/v1/declarations', { ...jsonType, ...headers, cookie }, '{}')
    expect(api.statusCode).toBe(welcome ? 400 : 403)
    const { id } = await people.person('Ai Đó', people.north.id)
    const mark = await sessionOf({ id })
    await send('POST', '/sign-out', { ...headers, cookie: mark })
    expect(await count('session where person = $1', [id])).toBe(welcome ? 0 : 1)
  })

  test('is not asked for its origin where a token signs it, whatever cookie comes along', async () => {
    const headers = { ...jsonType, authorization: await tokenOf(people.lan), origin: 'https://evil.example' }
    expect((await send('POST', '/v1/declarations', headers, '{}')).statusCode).toBe(400)
    const both = { ...headers, cookie: await sessionOf(people.lan) }
    expect((await send('POST', '/v1/declarations', both, '{}')).statusCode).toBe(400)
  })

  test('is not let off by an Authorization that is no token', async () => {
    const cookie = await sessionOf(people.lan)
    for (const authorization of ['Bearer', 'Bearer ', 'Basic eDp5', 'Bearer a b', 'bearer\t', 'Token x']) {
      const headers = { ...jsonType, cookie, authorization, origin: 'https://evil.example' }
      expect([authorization, (await send('POST', '/v1/declarations', headers, '{}')).statusCode]).toEqual([
        authorization,
        403,
      ])
    }
  })

  test('is not let through under another method', async () => {
    const cookie = await sessionOf(people.lan)
    for (const name of ['x-http-method-override', 'x-http-method', 'x-method-override']) {
      await send('GET', '/sign-out', { cookie, [name]: 'POST' })
      await send('GET', '/sign-out?_method=POST', { cookie })
    }
    expect((await send('GET', '/declarations', { cookie })).statusCode).toBe(200)
  })
})

describe('who one is', () => {
  const me = async (headers: Record<string, string>) =>
    (await send('GET', '/v1/declarations', headers)).json().declarations?.map((one: { id: string }) => one.id)

  test('is what the token says, also with the cookie of somebody else', async () => {
    const [lan, binh] = [await belongingsOf(house.db, people.lan), await belongingsOf(house.db, people.binh)]
    const ids = await me({ authorization: await tokenOf(people.lan), cookie: await sessionOf(people.binh) })
    expect(ids).toContain(lan.declaration)
    expect(ids).not.toContain(binh.declaration)
  })

  test('is nobody with a bad token, also with a good cookie', async () => {
    const headers = { authorization: 'Bearer of-nobody', cookie: await sessionOf(people.binh) }
    expect((await send('GET', '/v1/declarations', headers)).statusCode).toBe(401)
  })

  test('is nobody when a token is shown as a cookie, or a cookie as a token', async () => {
    const [token, cookie] = [await tokenOf(people.lan), await sessionOf(people.lan)]
    const swapped: Record<string, string>[] = [
      { cookie: token.replace('Bearer ', 'session=') },
      { authorization: cookie.replace('session=', 'Bearer ') },
    ]
    for (const headers of swapped) expect((await send('GET', '/v1/declarations', headers)).statusCode).toBe(401)
  })

  test('is nobody once one has left, by cookie and by token, from the next request on', async () => {
    const gone = await people.person('Người Đã Đi', people.north.id)
    const [authorization, cookie] = [await tokenOf(gone), await sessionOf(gone)]
    const both = () =>
      Promise.all(
        ([{ authorization }, { cookie }] as Record<string, string>[]).map((key) =>
          send('GET', '/v1/declarations', key),
        ),
      )
    expect((await both()).map(({ statusCode }) => statusCode)).toEqual([200, 200])
    await house.db.asSuperuser('update person set left_at = now() where id = $1', [gone.id])
    expect((await both()).map(({ statusCode }) => statusCode)).toEqual([401, 401])
    const code = await house.db.under('operator', (tx) => giveCodeAsOperator(tx, { person: gone.id }))
    expect(code.kind).toBe('refused')
  })

  test('is no officer any more from the moment the role has ended, or was only proposed', async () => {
    const officer = await people.person('Cán Bộ Tạm', people.south.id)
    await people.grant(officer, 'officer', people.south.id)
    const key = { authorization: await tokenOf(officer) }
    const open = () => send('POST', `/v1/records/${people.binh.id}`, { ...jsonType, ...key }, '{"purpose":"help"}')
    expect((await open()).statusCode).toBe(200)
    for (const change of [
      "state = 'proposed'",
      "state = 'active', to_at = now()",
      "to_at = null, from_at = now() + interval '1 hour'",
    ]) {
      await house.db.asSuperuser(`update role_held set ${change} where person = $1`, [officer.id])
      expect([change, (await open()).statusCode]).toEqual([change, 404])
    }
    await house.db.asSuperuser('update role_held set to_at = null, from_at = now() where person = $1', [officer.id])
    expect((await open()).statusCode).toBe(200)
  })

  test('is not what a session was that signing out everywhere has ended, in another register neither', async () => {
    const [here, there] = [await sessionOf(people.lan), await sessionOf(people.lan)]
    await send('POST', '/sign-out/everywhere', { cookie: here, origin: house.url })
    for (const cookie of [here, there]) expect((await send('GET', '/me', { cookie })).statusCode).toBe(303)
    await using other = await testHouse()
    const cookie = await sessionOf(people.binh)
    expect((await send('GET', '/me', { cookie })).statusCode).toBe(200)
    expect((await send('GET', '/me', { cookie }, undefined, other)).statusCode).toBe(303)
  })
})

describe('where one is sent', () => {
  const traps = [
    '//evil.example',
    '///evil.example',
    '/\\evil.example',
    '\\\\evil.example',
    '/\t/evil.example',
    '/\n/evil.example',
    '\t//evil.example',
    ' //evil.example',
    '/ /evil.example',
    'https:evil.example',
    'https://evil.example',
    'http:/evil.example',
    'javascript:alert(1)',
    'data:text/html,x',
    '//evil.example/%2e%2e',
    '/.//evil.example',
    '/..//evil.example',
    '/%2e%2e//evil.example',
    '/%09/evil.example',
    '/%5cevil.example',
    '/%2fevil.example',
    '/a\r\nset-cookie: session=x',
    '/a\u2028b',
    '/\u0000/evil.example',
    '/đường',
    '@evil.example',
    '.evil.example',
    '',
    `/${'a'.repeat(2_000)}`,
  ]
  /** Read as a browser reads it. */
  const leadsHome = (location: unknown) => new URL(String(location), house.url).origin === house.url
  const codeFor = async () => {
    const given = await house.db.under('operator', (tx) => giveCodeAsOperator(tx, { person: people.lan.id }))
    return given.kind === 'made' ? given.signInCode : ''
  }

  test.each(traps)('after signing in with then=%j stays here', async (then) => {
    const query = `?then=${encodeURIComponent(then)}`
    const entered = await house.asPublic().post(`/sign-in/code${query}`, { code: await codeFor() })
    expect(entered.status).toBe(303)
    expect(leadsHome(entered.headers.location)).toBe(true)
    const again = await send('GET', `/sign-in${query}`, { cookie: await sessionOf(people.lan) })
    expect([again.statusCode, leadsHome(again.headers.location)]).toEqual([303, true])
    for (const text of [
      (await house.asPublic().get(`/sign-in/code${query}`)).text,
      (await house.asPublic().get(`/sign-in${query}`)).text,
    ])
      for (const href of linksIn(text)) expect([href, leadsHome(href)]).toEqual([href, true])
  })

  test.each([
    '//evil.example/',
    '//evil.example/%2e%2e',
    '/\\evil.example',
    '///evil.example',
    '/%5cevil.example',
    '//evil.example?lang=en',
    '/.//evil.example',
  ])('by the links of the page that answers %s stays here', async (path) => {
    const text = await rawGet(path)
    expect(text).toContain('<main')
    for (const href of linksIn(text)) expect([href, leadsHome(href)]).toEqual([href, true])
  })

  test('no value that comes back writes a header', async () => {
    const evil = '%0d%0aset-cookie:%20session=x%0d%0a%0d%0a'
    for (const path of [
      `/declarations?a=${evil}`,
      `/sign-in?then=/${evil}`,
      `/?url=${evil}`,
      `/?lang=${evil}`,
      `/receipts/${evil}`,
      `/v1/verify?url=${evil}`,
    ]) {
      const answer = await send('GET', path, {})
      expect([path, answer.headers['set-cookie']]).toEqual([path, undefined])
      expect(String(answer.headers.location ?? '')).not.toMatch(/[\r\n]/)
    }
  })

  test('no value that comes back is read as HTML', async () => {
    const evil = encodeURIComponent('"><script>alert(1)</script><img src=x onerror=alert(1)>\'`')
    const cookie = await sessionOf(people.lan)
    for (const path of [
      `/?url=${evil}`,
      `/?url=a.vn&x=${evil}`,
      `/sign-in/code?then=${evil}`,
      `/nowhere/${evil}?${evil}`,
      `/members?unit=${evil}`,
      `/my-record?before=${evil}`,
      `/declarations?page=${evil}`,
    ])
      expect([path, (await send('GET', path, { cookie })).body.match(/<script>|<img src=x/)]).toEqual([path, null])
    for (const [path, field] of [
      ['/declarations/new', 'address'],
      ['/me/tokens/new', 'name'],
      ['/sign-in/code', 'code'],
    ]) {
      const { body } = await send('POST', path as string, { ...form, cookie, origin: house.url }, `${field}=${evil}`)
      expect([path, body.match(/<script>|<img src=x/)]).toEqual([path, null])
    }
  })
})

const linksIn = (html: string) =>
  [...html.matchAll(/(?:href|action|data-answer|data-options|src)="([^"]*)"/g)].map(([, href]) =>
    (href as string).replaceAll('&amp;', '&'),
  )

/** The request as it is written, without a client that tidies its path. */
async function rawGet(path: string): Promise<string> {
  if (!house.server.server.listening) await house.server.listen({ port: 0, host: '127.0.0.1' })
  const { port } = house.server.addresses()[0] as { port: number }
  return new Promise((done, fail) => {
    const parts: Buffer[] = []
    const socket = connect(port, '127.0.0.1', () =>
      socket.write(`GET ${path} HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n`),
    )
    socket.on('data', (part) => parts.push(part))
    socket.on('end', () => done(Buffer.concat(parts).toString()))
    socket.on('error', fail)
  })
}

describe('headers', () => {
  test('the pages of whoever is signed in are kept nowhere, and neither is any answer of theirs under /v1', async () => {
    const own = await belongingsOf(house.db, people.officer)
    const cookie = await sessionOf(people.officer)
    const reading = house.rooms
      .flatMap(({ routes }) => routes)
      .filter(({ method, rule }) => method === 'GET' && rule.name !== 'anyone')
    for (const { path } of reading) {
      const real = path
        .replace(/:code/, own.receipt)
        .replace(/(declarations|drafts|proofs|passkeys)\/:id/, (_, kind: string) => {
          const id = { declarations: own.declaration, drafts: own.draft, proofs: own.proof, passkeys: own.passkey }[
            kind
          ]
          return `${kind}/${id}`
        })
      const { headers } = await send('GET', real.replace(':id', people.lan.id), { cookie })
      expect([path, headers['cache-control']]).toEqual([path, 'no-store'])
    }
    for (const path of ['/', '/help', '/nowhere'])
      expect([path, (await send('GET', path, { cookie })).headers['cache-control']]).toEqual([path, 'no-store'])
  })

  test('other sites may read the public question, the public pages, the keys and the description, and nothing else', async () => {
    const own = await belongingsOf(house.db, people.officer)
    const cookie = await sessionOf(people.officer)
    const open: string[] = []
    for (const { path, method } of house.rooms.flatMap(({ routes }) => routes)) {
      const real = path.replace('declarations/:id', `declarations/${own.declaration}`).replace(/:\w+/, own.proof)
      for (const asked of ['OPTIONS', method] as const) {
        const { headers } = await house.server.inject({
          method: asked,
          url: path === '/v1/verify' ? `${real}?url=a.example.com` : real,
          headers: { cookie, origin: 'https://evil.example', 'access-control-request-method': method },
        })
        if (Object.keys(headers).some((name) => name.startsWith('access-control'))) open.push(`${asked} ${path}`)
        expect(headers).not.toHaveProperty('access-control-allow-credentials')
      }
    }
    expect(open).toEqual([
      'GET /v1/verify',
      'GET /.well-known/jwks.json',
      'GET /v1/people/:page',
      'GET /v1/openapi.json',
    ])
  })

  test('where the register is at https its cookies are Secure and bound to it, and browsers are told to stay', async () => {
    await using secure = await testHouse({ url: 'https://so.example.vn' })
    const { lan } = await smallOrganisation(secure.db)
    const given = await secure.db.under('operator', (tx) => giveCodeAsOperator(tx, { person: lan.id }))
    const code = given.kind === 'made' ? given.signInCode : ''
    const entered = await secure.asPublic().post('/sign-in/code', { code })
    expect(String(entered.headers['set-cookie'])).toMatch(
      /^__Host-session=[\w-]{43}; Max-Age=\d+; Path=\/; HttpOnly; Secure; SameSite=Lax$/,
    )
    expect(entered.headers['strict-transport-security']).toMatch(/^max-age=31536000/)
    const left = await (await secure.as(lan)).post('/sign-out')
    expect(String(left.headers['set-cookie'])).toMatch(/^__Host-session=; .*Path=\/;.*Secure/)
    expect(String((await secure.asPublic().get('/?lang=en')).headers['set-cookie'])).toContain('Secure')
    const plain = await send('GET', '/me', { cookie: await sessionOf(lan, secure) }, undefined, secure)
    expect(plain.statusCode, 'a cookie that a host below could have set counts for nothing').toBe(303)
  })

  test('at http no browser is told to come back by https', async () => {
    expect((await send('GET', '/', {})).headers).not.toHaveProperty('strict-transport-security')
  })
})

describe('what is not there and what is not yours', () => {
  const steady = (headers: Record<string, unknown>) => {
    const { date: _, ...rest } = headers
    return rest
  }
  const nowhere = '0198c0de-0000-7000-8000-000000000000'

  test('look alike on every address with an id, to a member, an officer and an administrator', async () => {
    const administrator = await people.person('Phạm Quản Trị', people.root.id)
    await people.grant(administrator, 'administrator', null)
    const his = await belongingsOf(house.db, people.binh)
    const { rows: held } = await house.db.asSuperuser(
      "insert into role_held (id, person, role, unit) values (gen_random_uuid(), $1, 'overseer', $2) returning id",
      [people.binh.id, people.south.id],
    )
    const { rows: provisioning } = await house.db.asSuperuser(
      "insert into directory_client (id, hash, name, unit, expires_at) select gen_random_uuid(), sha256('x'), 'x', unit, now() + interval '1 day' from person where id = $1 returning id",
      [people.binh.id],
    )
    const ids: Record<string, string> = {
      roles: held[0].id,
      declarations: his.declaration,
      attestations: his.attestation,
      drafts: his.draft,
      proofs: his.proof,
      passkeys: his.passkey,
      tokens: his.token,
      receipts: his.receipt,
      records: people.binh.id,
      members: people.binh.id,
      witness: his.witness.id,
      notices: his.notice,
      push: his.browser,
      mail: his.mailSecret,
      assisted: people.binh.id,
      record: his.look,
      questions: his.question,
      imports: his.importing,
      recoveries: his.recovery.started,
      for: his.recovery.lost,
      sessions: his.session,
      incidents: his.incident,
      cases: his.cases.toAnswer,
      rights: his.rights.refused,
      about: his.cases.about,
      desk: his.incidents.open,
      campaigns: his.campaign,
      impersonations: his.impersonation.id,
      phone: people.binh.id,
      directories: provisioning[0].id,
    }
    const routes = house.rooms
      .flatMap(({ routes }) => routes)
      .filter(({ path, rule }) => path.includes(':') && rule.name !== 'anyone')
      .filter(({ path }) => path !== '/proofs/sign-in/return/:provider') // that is a word of the settings, no id
      .filter(({ path }) => !/^(\/v1)?\/units\//.test(path)) // the tree is known to whoever bears a role
      .filter(({ path }) => !/^(\/v1)?\/guidance\//.test(path)) // and texts to everybody inside
    const bodies: Record<string, string> = {
      '/v1/records/:id': '{"purpose":"help"}',
      '/v1/declarations/assisted/:id': '{"address":"https://a.example/","how":"phone"}',
      '/v1/declarations/:id/assisted': '{"answer":"right"}',
      '/v1/records/questions/:id': '{"answer":"mistake"}',
      '/v1/declarations/:id': '{"visibility":"private"}',
      '/v1/declarations/:id/proofs': '{"method":"dns-txt"}',
      '/v1/members/:id/transfer': '{"unit":"PM2"}',
      '/v1/members/:id/office': '{"office":null}',
      '/v1/members/:id/absence': '{"kind":"leave","until":"2027-01-01"}',
      '/v1/witness/:id/confirm': '{"address":"https://a.example/","seen":"in_person"}',
      '/witness/:id/confirm': 'address=https://a.example/&seen=in_person',
    }
    const kindOf = (path: string) => /(\w+)\/:/.exec(path)?.[1] as string
    const unnamed = [...new Set(routes.map(({ path }) => kindOf(path)))].filter((kind) => !(kind in ids))
    expect(unnamed, 'name something of somebody else for each').toEqual([])
    let compared = 0
    for (const who of [people.lan, people.officer, administrator]) {
      const cookie = await sessionOf(who)
      for (const { path, method } of routes) {
        if (who === administrator && /(members|roles|directories)\//.test(path)) continue // administrators place everybody, and see who holds what
        const kind = kindOf(path)
        const absent = kind === 'receipts' ? 'BN-ZZZZ-ZZZZ' : kind === 'mail' ? newSecret() : nowhere
        const type = path.startsWith('/v1/') ? jsonType : form
        const payload =
          method === 'GET'
            ? undefined
            : (bodies[path] ??
              (path.startsWith('/v1/')
                ? '{}'
                : 'purpose=help&visibility=private&method=dns-txt&name=x&manager=alone&asks=keep'))
        const ask = (id: string) =>
          house.server.inject({
            method,
            url: path.replace(/:\w+/, id),
            remoteAddress: `10.0.${Math.floor(compared / 250)}.${compared % 250}`, // so many would be too many from one
            headers: { cookie, origin: house.url, ...(payload ? type : {}) },
            ...(payload ? { payload } : {}),
          })
        const [theirs, none] = [await ask(ids[kind] as string), await ask(absent)]
        const plain = (text: string, id: string) => text.replaceAll(id, 'ID')
        const seen = ({ statusCode, headers, body }: typeof theirs, id: string) => ({
          path,
          statusCode,
          headers: JSON.parse(plain(JSON.stringify(steady(headers)), id)),
          body: plain(body, id),
        })
        expect(seen(theirs, ids[kind] as string)).toEqual(seen(none, absent))
        expect([
          path,
          theirs.statusCode === 404 || path === '/drafts/:id/delete' || path === '/proofs/:id/check',
        ]).toEqual([path, true])
        compared += 1
      }
    }
    expect(compared).toBeGreaterThan(50)
    expect(await count('draft where id = $1', [his.draft])).toBe(1)
    expect(await count('passkey where id = $1', [his.passkey])).toBe(1)
    expect(await count('api_token where id = $1 and revoked_at is null', [his.token])).toBe(1)
  })

  test('cost the same work: as many statements for a record that is not there as for one that is another’s', async () => {
    const cookie = await sessionOf(people.officer)
    const traced = await tracing(() =>
      send('POST', `/records/${nowhere}`, { cookie, origin: house.url, ...form }, 'purpose=help'),
    )
    const theirs = await tracing(() =>
      send('POST', `/records/${people.binh.id}`, { cookie, origin: house.url, ...form }, 'purpose=help'),
    )
    expect(theirs).toEqual(traced)
    expect(traced.length).toBeGreaterThan(4)
    expect(await tracing(() => send('GET', `/records/${people.binh.id}`, { cookie }))).toEqual(
      await tracing(() => send('GET', `/records/${nowhere}`, { cookie })),
    )
  })

  test('an invitation and a set-up link that were guessed cost what one costs that is used up', async () => {
    const { invitation } = await belongingsOf(house.db, people.binh)
    await house.db.asSuperuser('update invitation set used_at = now() where hash = $1', [hashOf(invitation)])
    const [used, guessed] = [
      await tracing(() => send('GET', `/invitations/${invitation}`, {})),
      await tracing(() => send('GET', `/invitations/${newSecret()}`, {})),
    ]
    expect(guessed).toEqual(used)
  })
})

/** The statements that reach the database while this is done, without what was given to them. */
async function tracing(act: () => Promise<unknown>): Promise<string[]> {
  const said: string[] = []
  const { query } = pg.Client.prototype
  // biome-ignore lint/suspicious/noExplicitAny: the driver's own overloads
  pg.Client.prototype.query = function (this: any, ...given: any[]) {
    said.push(String(given[0]?.text ?? given[0]))
    return query.apply(this, given as never)
  } as never
  try {
    await act()
  } finally {
    pg.Client.prototype.query = query
  }
  return said
}
