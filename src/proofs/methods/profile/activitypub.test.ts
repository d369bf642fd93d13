import type { RequestListener } from 'node:http'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { defaultSettings } from '../../../config.ts'
import { type Internet, internet, paths } from '../../tests/internet.ts'
import { profileCode } from '../profile-code.ts'

const code = 'CD-7K4M-9QXZ'
const terms = { label: 'so', today: '2026-11-24', url: 'https://so.vn', settings: defaultSettings }
const sought = { token: code, keep: false, expiresOn: null }
const lan = { platform: 'mastodon', canonical: 'https://mangxahoi.vn/@lan', handle: 'lan@mangxahoi.vn' }
const actorId = 'https://mangxahoi.vn/users/lan'

let outside: Internet
beforeAll(async () => {
  outside = await internet()
})
afterAll(() => outside[Symbol.asyncDispose]())
beforeEach(() => {
  outside.dns.clear()
  outside.south.clear()
  outside.hosts.clear()
  outside.web.requests.length = 0
})
const look = (uid?: string) => profileCode.look(outside.net, lan, { ...sought, uid }, terms)

const activity = 'application/activity+json; charset=utf-8'
const json =
  (value: unknown, type: string, status = 200): RequestListener =>
  (_, response) => {
    const body = typeof value === 'string' || Buffer.isBuffer(value) ? value : JSON.stringify(value)
    response.writeHead(status, { 'content-type': type }).end(body)
  }
const leads =
  (location: string): RequestListener =>
  (_, response) =>
    response.writeHead(302, { location }).end()

const finger = (account: string) => `/.well-known/webfinger?resource=acct:${account}`
const names = (...actors: string[]) => ({
  subject: 'acct:lan@mangxahoi.vn',
  links: [
    { rel: 'http://webfinger.net/rel/profile-page', type: 'text/html', href: 'https://mangxahoi.vn/@lan' },
    {
      rel: 'http://ostatus.org/schema/1.0/subscribe',
      type: null,
      href: null,
      template: 'https://mangxahoi.vn/authorize?uri={uri}',
    },
    ...actors.map((href) => ({ rel: 'self', type: 'application/activity+json', href })),
  ],
})
const jrd = (value: unknown) => json(value, 'application/jrd+json; charset=utf-8')
const actor = (more: object = {}) => ({
  '@context': ['https://www.w3.org/ns/activitystreams', 'https://w3id.org/security/v1'],
  ...{ id: actorId, type: 'Person', preferredUsername: 'lan', name: 'Lan', summary: `<p>${code}</p>`, ...more },
})
const person = (more?: object) => json(actor(more), activity)

/** The account as it is in order; what is given stands in place of it. */
function serves(more: Record<string, RequestListener> = {}, host = 'mangxahoi.vn') {
  const usual = { [finger('lan@mangxahoi.vn')]: jrd(names(actorId)), '/users/lan': person() }
  outside.hosts.set(host, paths({ ...usual, ...more }))
}

test('what is in order is found, and the id of the actor is what is kept', async () => {
  serves()
  expect(await look()).toEqual({
    ...{ kind: 'found', uid: actorId, where: actorId, expected: code, resolvers: outside.net.resolvers.names },
    place: 'https://mangxahoi.vn/.well-known/webfinger?resource=acct:lan@mangxahoi.vn',
  })
})

test('a name is the same in large and small letters', async () => {
  serves({ '/users/lan': person({ preferredUsername: 'Lan' }) })
  expect(await look()).toMatchObject({ kind: 'found' })
})

test.each(['Person', 'Service', 'Organization', 'Group', 'Application', ['Person', 'Other']])(
  'a %s is an account',
  async (type) => {
    serves({ '/users/lan': person({ type }) })
    expect(await look()).toMatchObject({ kind: 'found' })
  },
)

test.each(['Note', 'Collection', 'Create', ['Article'], undefined])('a %s is none', async (type) => {
  serves({ '/users/lan': person({ type }) })
  expect(await look()).toMatchObject({ kind: 'unreachable', reason: 'unreadable' })
})

const property = (name: string, value: string) => ({ type: 'PropertyValue', name, value })
test.each([
  [property('Sổ', code)],
  [property(code, 'Sổ')],
  [property('Sổ', `<a href="https://lan.vn">${code.toLowerCase()}</a>`)],
  [[property('Nơi', 'Huế'), { type: ['PropertyValue'], name: 'Sổ', value: code }]],
  [[{ type: 'Image', url: 'https://mangxahoi.vn/x.png' }, null, 7, property('Sổ', code)]],
])('a field holds the code: %j', async (attachment) => {
  serves({ '/users/lan': person({ summary: null, attachment }) })
  expect(await look()).toMatchObject({ kind: 'found' })
})

test.each([
  ['in the display name', { name: code }],
  ['in the user name', { preferredUsername: 'lan', nickname: code }],
  ['in an attribute', { summary: `<p><a href="https://x.vn/${code}" title="${code}">Lan</a></p>` }],
  ['in a comment', { summary: `<p>Lan<!-- ${code} --></p>` }],
  ['glued to a word', { summary: `<p>x<span>${code}</span></p>` }],
  ['in something else that is attached', { attachment: { type: 'Image', name: code, value: code } }],
  ['in a hashtag', { tag: [{ type: 'Hashtag', name: code }] }],
  ['in the text of a featured post', { featured: { type: 'Note', content: code } }],
])('a code %s proves nothing', async (_, more) => {
  serves({ '/users/lan': person({ summary: 'Lan', ...more }) })
  const finding = await look()
  expect(finding).toMatchObject({ kind: 'absent', reason: 'no_code', seen: [], others: 1 })
})

test('of other codes only they themselves are told', async () => {
  serves({ '/users/lan': person({ summary: '<p>bí mật CD-0000-ZZZZ</p>' }) })
  const finding = await look()
  expect(finding).toMatchObject({ kind: 'absent', reason: 'other_code', seen: ['CD-0000-ZZZZ'] })
  expect(JSON.stringify(finding)).not.toContain('bí mật')
})

// a forged one

test('a code in the profile of a different account proves nothing, on the same server or another', async () => {
  serves({
    '/users/lan': person({ summary: 'Lan' }),
    '/users/minh': person({ id: 'https://mangxahoi.vn/users/minh', preferredUsername: 'minh' }),
    [finger('minh@mangxahoi.vn')]: jrd(names('https://mangxahoi.vn/users/minh')),
  })
  expect(await look()).toMatchObject({ kind: 'absent', reason: 'no_code' })
})

test('a server that names the actor of another name does not prove the name', async () => {
  serves({
    [finger('lan@mangxahoi.vn')]: jrd(names('https://mangxahoi.vn/users/minh')),
    '/users/minh': person({ id: 'https://mangxahoi.vn/users/minh', preferredUsername: 'minh' }),
  })
  expect(await look()).toMatchObject({ kind: 'absent', reason: 'not_claimed_back' })
})

test('an actor of another host is not this account unless that host says so', async () => {
  const elsewhere = 'https://may-chu.example/users/lan'
  serves({ [finger('lan@mangxahoi.vn')]: jrd(names(elsewhere)) })
  const hosted = (told: RequestListener) =>
    serves({ '/users/lan': person({ id: elsewhere }), [finger('lan@may-chu.example')]: told }, 'may-chu.example')
  const itself = { ...names(elsewhere), subject: 'acct:lan@may-chu.example' }
  for (const told of [
    itself,
    names('https://may-chu.example/users/minh'),
    { links: names(elsewhere).links },
    names(),
  ]) {
    hosted(jrd(told))
    expect(await look(), JSON.stringify(told)).toMatchObject({ kind: 'absent', reason: 'not_claimed_back' })
  }
  hosted(json('', 'text/plain', 404))
  expect(await look()).toMatchObject({ kind: 'absent', reason: 'not_claimed_back' })
  hosted(json('', 'text/plain', 503))
  expect(await look()).toMatchObject({ kind: 'unreachable', reason: 'server_error' })
  hosted(jrd({ ...names(elsewhere), subject: 'acct:Lan@MangXaHoi.vn' }))
  expect(await look()).toMatchObject({ kind: 'found', uid: elsewhere })
})

test('under one registered domain the account and the actor may live on two hosts', async () => {
  const below = 'https://social.mangxahoi.vn/users/lan'
  serves({ [finger('lan@mangxahoi.vn')]: jrd(names(below)) })
  serves({ '/users/lan': person({ id: below }) }, 'social.mangxahoi.vn')
  expect(await look()).toMatchObject({ kind: 'found', uid: below })
})

test('two names under a public suffix are two domains', async () => {
  const declared = { ...lan, canonical: 'https://lan.github.io/@lan', handle: 'lan@lan.github.io' }
  const neighbour = 'https://minh.github.io/users/lan'
  outside.hosts.set('lan.github.io', paths({ [finger('lan@lan.github.io')]: jrd(names(neighbour)) }))
  serves({ '/users/lan': person({ id: neighbour }) }, 'minh.github.io')
  const finding = await profileCode.look(outside.net, declared, sought, terms)
  expect(finding).toMatchObject({ kind: 'absent', reason: 'not_claimed_back' })
})

test('a public suffix that runs a server itself is one domain with itself, and with no other suffix', async () => {
  const declared = { ...lan, canonical: 'https://github.io/@lan', handle: 'lan@github.io' }
  const told = async (id: string) => {
    outside.hosts.set('github.io', paths({ [finger('lan@github.io')]: jrd(names(id)), '/users/lan': person({ id }) }))
    outside.hosts.set('vercel.app', paths({ '/users/lan': person({ id }) }))
    return profileCode.look(outside.net, declared, sought, terms)
  }
  expect(await told('https://github.io/users/lan')).toMatchObject({ kind: 'found' })
  expect(await told('https://vercel.app/users/lan')).toMatchObject({ kind: 'absent', reason: 'not_claimed_back' })
})

test('a host that only looks alike is another host', async () => {
  const alike = 'https://mangxahoi-vn.example/users/lan'
  serves(
    { '/users/lan': person({ id: alike }), [finger('lan@mangxahoi.vn')]: jrd(names(alike)) },
    'mangxahoi-vn.example',
  )
  serves({ '/users/lan': person({ summary: 'Lan' }) })
  expect(await look()).toMatchObject({ kind: 'absent', reason: 'no_code' })
  expect(outside.web.requests.join()).not.toContain('mangxahoi-vn.example')
})

test('a document that gives itself the id of another actor is not that actor', async () => {
  serves({
    [finger('lan@mangxahoi.vn')]: jrd(names('https://mangxahoi.vn/media/1.json')),
    '/media/1.json': person(),
    '/users/lan': person({ summary: 'Lan' }),
  })
  expect(await look()).toMatchObject({ kind: 'absent', reason: 'no_code', where: actorId })
})

test('an id that does not answer with that id leads nowhere, and not on and on', async () => {
  serves({
    '/users/lan': person({ id: 'https://mangxahoi.vn/users/2' }),
    '/users/2': person({ id: 'https://mangxahoi.vn/users/3' }),
    '/users/3': person({ id: 'https://mangxahoi.vn/users/3' }),
  })
  expect(await look()).toMatchObject({ kind: 'absent', reason: 'not_claimed_back' })
  expect(outside.web.requests).not.toContain('mangxahoi.vn/users/3')
})

test('a document of another type may be anybody’s upload', async () => {
  for (const type of ['text/html', 'application/json', 'text/plain', 'application/ld+json', 'image/png', '']) {
    serves({ '/users/lan': json(actor(), type) })
    expect(await look(), type).toMatchObject({ kind: 'unreachable', reason: 'unreadable' })
  }
  serves({ '/users/lan': json(actor(), 'application/ld+json; profile="https://www.w3.org/ns/activitystreams"') })
  expect(await look()).toMatchObject({ kind: 'found' })
})

test('of two actors for one name neither counts', async () => {
  serves({ [finger('lan@mangxahoi.vn')]: jrd(names(actorId, 'https://mangxahoi.vn/users/minh')) })
  expect(await look()).toMatchObject({ kind: 'unreachable', reason: 'unreadable' })
  serves({ [finger('lan@mangxahoi.vn')]: jrd(names(actorId, actorId)) })
  expect(await look()).toMatchObject({ kind: 'found' })
})

test('a link of another kind names no actor', async () => {
  for (const link of [
    { rel: 'self', type: 'text/html', href: actorId },
    { rel: 'self', href: actorId },
    { rel: 'alternate', type: 'application/activity+json', href: actorId },
    { rel: 'self', type: 'application/activity+json' },
  ]) {
    serves({ [finger('lan@mangxahoi.vn')]: jrd({ links: [link] }) })
    expect(await look(), JSON.stringify(link)).toMatchObject({ kind: 'absent', reason: 'no_account' })
  }
})

// where it may lead

test.each([
  ['an inner address', 'https://10.0.0.5/users/lan', 'address_not_public'],
  ['a link-local address', 'https://169.254.169.254/latest', 'address_not_public'],
  ['an inner address in another spelling', 'https://0x0a000005/users/lan', 'address_not_public'],
  ['a name at an inner address', 'https://inner.mangxahoi.vn/users/lan', 'address_not_public'],
  ['an address without encryption', 'http://mangxahoi.vn/users/lan', 'redirect_downgrade'],
  ['a file', 'file:///etc/passwd', 'redirect_downgrade'],
  ['another port', 'https://mangxahoi.vn:5432/users/lan', 'bad_port'],
  ['an address with a password', 'https://lan:x@mangxahoi.vn/users/lan', 'credentials'],
])('no request goes to %s that a server names', async (_, url, reason) => {
  outside.dns.set('A inner.mangxahoi.vn', ['10.0.0.5'])
  serves({ [finger('lan@mangxahoi.vn')]: jrd(names(url)) })
  expect(await look()).toMatchObject({ kind: 'unreachable', reason, where: url.replace('0x0a000005', '10.0.0.5') })
  expect(outside.web.requests).toEqual([`mangxahoi.vn${finger('lan@mangxahoi.vn')}`])
})

test('nor to one that a document names as its id', async () => {
  serves({ '/users/lan': person({ id: 'https://10.0.0.5/users/lan' }) })
  expect(await look()).toMatchObject({ kind: 'unreachable', reason: 'address_not_public' })
})

test('a redirect is followed under the same domain, and the id that is found there asked', async () => {
  const www = 'https://www.mangxahoi.vn/users/1'
  serves({ [finger('lan@mangxahoi.vn')]: leads(`https://www.mangxahoi.vn/finger`), '/users/lan': leads(www) })
  serves({ '/finger': jrd(names(actorId)), '/users/1': person({ id: www }) }, 'www.mangxahoi.vn')
  expect(await look()).toMatchObject({ kind: 'found', uid: www, where: www })
})

test.each(['https://may-chu.example/users/lan', 'https://10.0.0.5/', 'http://mangxahoi.vn/users/1', '/users/lan'])(
  'a redirect to %s is not followed',
  async (location) => {
    serves(
      { '/users/lan': person(), [finger('lan@mangxahoi.vn')]: jrd(names('https://may-chu.example/users/lan')) },
      'may-chu.example',
    )
    serves({ '/users/lan': leads(location) })
    expect(await look()).toMatchObject({ kind: 'unreachable', reason: expect.stringMatching(/redirect/) })
    expect(outside.web.requests.join()).not.toContain('may-chu.example')
  },
)

// what says nothing

test.each([
  [404, 'absent', 'no_account'],
  [410, 'absent', 'no_account'],
  [401, 'unreachable', 'closed_to_us'],
  [403, 'unreachable', 'closed_to_us'],
  [429, 'unreachable', 'server_busy'],
  [500, 'unreachable', 'server_error'],
  [400, 'unreachable', 'unreadable'],
  [406, 'unreachable', 'unreadable'],
] as const)('status %i of either is %s, %s', async (status, kind, reason) => {
  for (const path of [finger('lan@mangxahoi.vn'), '/users/lan']) {
    serves({ [path]: json('', 'text/plain', status) })
    expect(await look()).toMatchObject({ kind, reason })
  }
})

test('what is not of the known form is not read, and neither is what is too long', async () => {
  for (const bad of [
    json('no json', activity),
    json('null', activity),
    json('[]', activity),
    json({ ...actor(), id: undefined }, activity),
    json({ ...actor(), id: 'acct:lan@mangxahoi.vn' }, activity),
    json({ ...actor(), preferredUsername: undefined }, activity),
    json({ ...actor(), summary: { vi: code } }, activity),
    json({ ...actor(), content: 'x'.repeat(262_144) }, activity),
    json(Buffer.from(JSON.stringify(actor()), 'utf16le'), activity),
    json(Buffer.from(JSON.stringify(actor({ name: 'é' })), 'latin1'), activity),
  ]) {
    serves({ '/users/lan': bad })
    expect(await look()).toMatchObject({ kind: 'unreachable', reason: 'unreadable' })
  }
  for (const bad of [jrd('no json'), jrd({ links: 'self' }), jrd({ links: [7] }), json(names(actorId), 'text/html')]) {
    serves({ [finger('lan@mangxahoi.vn')]: bad })
    expect(await look()).toMatchObject({ kind: 'unreachable', reason: 'unreadable' })
  }
})

test('a host that has no address is absent; one that does not answer, or about which two resolvers disagree, is not', async () => {
  expect(await look()).toMatchObject({ kind: 'absent', reason: 'no_address' })
  outside.dns.set('A mangxahoi.vn', 'SERVFAIL')
  expect(await look()).toMatchObject({ kind: 'unreachable', reason: 'dns_servfail' })
  serves()
  outside.dns.clear()
  outside.south.set('A mangxahoi.vn', ['127.0.0.2'])
  expect(await look()).toMatchObject({ kind: 'unreachable', reason: 'dns_disagree' })
})

test('a server without a good certificate is not heard', async () => {
  serves()
  const answer = outside.hosts.get('mangxahoi.vn') as RequestListener
  outside.hosts.set('sai.example', { answer, wrongName: true })
  const declared = { ...lan, canonical: 'https://sai.example/@lan', handle: 'lan@sai.example' }
  const finding = await profileCode.look(outside.net, declared, sought, terms)
  expect(finding).toMatchObject({ kind: 'unreachable', reason: 'certificate' })
})

test('it asks for the two documents by their types, and signs nothing', async () => {
  const seen: string[] = []
  const tells =
    (answer: RequestListener): RequestListener =>
    (request, response) => {
      seen.push(`${request.method} ${request.headers.accept} ${request.headers.signature ?? 'unsigned'}`)
      answer(request, response)
    }
  serves({ [finger('lan@mangxahoi.vn')]: tells(jrd(names(actorId))), '/users/lan': tells(person()) })
  await look()
  expect(seen).toEqual([
    'GET application/jrd+json, application/json unsigned',
    'GET application/activity+json unsigned',
  ])
})

test('the same name with another actor is another account, also to whoever only watches', async () => {
  serves()
  const before = 'https://mangxahoi.vn/users/before'
  expect(await look(actorId)).toMatchObject({ kind: 'found' })
  expect(await look(before)).toMatchObject({ kind: 'absent', reason: 'other_account', seen: [], others: 0 })
  const watch = (uid: string) => profileCode.watch?.(outside.net, lan, uid, terms)
  serves({ '/users/lan': person({ summary: '' }) })
  expect(await watch(actorId)).toMatchObject({ kind: 'found', uid: actorId })
  expect(await watch(before)).toMatchObject({ kind: 'absent', reason: 'other_account' })
})

test.each(['lan', 'lan@', '@mangxahoi.vn', 'lan@mang xa', 'lan@mangxahoi.vn/x', 'lan@x@mangxahoi.vn', undefined])(
  '%s is no account that could be asked for',
  (handle) => {
    expect(profileCode.applies({ ...lan, handle }, terms)).toBe(false)
  },
)
