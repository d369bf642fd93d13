import type { IncomingMessage, RequestListener } from 'node:http'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { plainServer, type WebServer } from '../../../test/peers/tls.ts'
import { parseSettings } from '../../settings.ts'
import { type Internet, internet, paths, says } from '../tests/internet.ts'
import { bluesky } from './bluesky.ts'
import type { Declared } from './method.ts'

const code = 'CD-7K4M-9QXZ'
const other = 'CD-0000-ZZZZ'
const did = `did:plc:${'a'.repeat(24)}`
const otherDid = `did:plc:${'b'.repeat(24)}`
const webDid = 'did:web:lan.vn'
const lan: Declared = { platform: 'bluesky', canonical: 'https://bsky.app/profile/lan.vn', handle: 'lan.vn' }
const lanById: Declared = { platform: 'bluesky', canonical: `https://bsky.app/profile/${did}`, uid: did }
const lanByWeb: Declared = { platform: 'bluesky', canonical: `https://bsky.app/profile/${webDid}`, uid: webDid }
const sought = { token: code, keep: false, expiresOn: null }

const record = '_atproto.lan.vn'
const file = 'https://lan.vn/.well-known/atproto-did'
const profileAt = 'at://lan.vn/app.bsky.actor.profile/self'
const getRecord = (of: string) =>
  `/xrpc/com.atproto.repo.getRecord?${new URLSearchParams({ repo: of, collection: 'app.bsky.actor.profile', rkey: 'self' })}`
const getStatus = (of: string) => `/xrpc/com.atproto.sync.getRepoStatus?${new URLSearchParams({ did: of })}`

let outside: Internet
let directory: WebServer
let origin: string
const asked: IncomingMessage[] = []
const documents = new Map<string, RequestListener>()
const accounts: Record<string, RequestListener> = {}
beforeAll(async () => {
  const listener: RequestListener = (request, response) => {
    asked.push(request)
    const answer = documents.get((request.url ?? '').slice(1)) ?? json({ message: 'DID not registered' }, 404)
    answer(request, response)
  }
  directory = await plainServer({ hosts: new Map([['127.0.0.1', listener]]) })
  origin = `http://127.0.0.1:${directory.port}`
  outside = await internet([origin])
})
afterAll(() => Promise.all([outside[Symbol.asyncDispose](), directory[Symbol.asyncDispose]()]))

/** An account as it should be: a record in the zone, a document that names the handle and the server, the code in the profile. */
beforeEach(() => {
  for (const map of [outside.dns, outside.south, outside.hosts, documents]) map.clear()
  for (const path of Object.keys(accounts)) delete accounts[path]
  asked.length = 0
  outside.dns.set(`TXT ${record}`, [`did=${did}`])
  outside.hosts.set('pds.vn', paths(accounts))
  documents.set(did, documentOf())
  profile(`Đại biểu. ${code} Hà Nội`)
})

const json =
  (value: unknown, status = 200, type = 'application/json; charset=utf-8'): RequestListener =>
  (_, response) => {
    response.writeHead(status, { 'content-type': type }).end(typeof value === 'string' ? value : JSON.stringify(value))
  }

const pds = { id: '#atproto_pds', type: 'AtprotoPersonalDataServer', serviceEndpoint: 'https://pds.vn' }
/** In the form in which the directory writes them. */
function documentOf(changes: object = {}, type = 'application/did+ld+json; charset=utf-8') {
  const whole = {
    '@context': ['https://www.w3.org/ns/did/v1'],
    id: did,
    alsoKnownAs: ['at://lan.vn'],
    verificationMethod: [{ id: `${did}#atproto`, type: 'Multikey', controller: did, publicKeyMultibase: 'zQ3' }],
    service: [pds],
  }
  return json({ ...whole, ...changes }, 200, type)
}

function profile(description: unknown, of = did, changes: object = {}) {
  const uri = `at://${of}/app.bsky.actor.profile/self`
  const value = { $type: 'app.bsky.actor.profile', displayName: `Lan ${other}`, description, ...changes }
  accounts[getRecord(of)] = json({ uri, cid: 'bafy', value })
}

/** The handle is named by the file alone. */
function fileOnly(answer: RequestListener = says(`${did}\n`)) {
  outside.dns.delete(`TXT ${record}`)
  outside.hosts.set('lan.vn', paths({ '/.well-known/atproto-did': answer }))
}
const serveFile = (answer: RequestListener) =>
  outside.hosts.set('lan.vn', paths({ '/.well-known/atproto-did': answer }))

const terms = () => ({
  ...{ label: 'so', today: '2026-11-24', url: 'https://so.vn' },
  settings: parseSettings(JSON.stringify({ platforms: { bluesky: { directory: origin } } })),
})
const look = (declared = lan, uid?: string) => bluesky.look(outside.net, declared, { ...sought, uid }, terms())
const watch = (uid: string, declared = lan) => bluesky.watch?.(outside.net, declared, uid, terms())

test('says where to write which code', () => {
  expect(bluesky.publish(lan, sought, terms())).toEqual({ url: lan.canonical, code })
})

test.each([
  [lan, true],
  [lanById, true],
  [lanByWeb, true],
  [{ ...lan, platform: 'website' }, false],
  [{ platform: 'bluesky', canonical: 'x', uid: 'did:key:z6Mk' }, false],
])('%j can be proven by a code in its profile: %s', (declared, can) => {
  expect(bluesky.applies(declared, terms())).toBe(can)
})

test('a handle that the zone names, an account that names the handle, the code in its profile: found, with the permanent id', async () => {
  expect(await look()).toEqual({
    ...{ kind: 'found', uid: did, place: profileAt, expected: code },
    where: `https://pds.vn${getRecord(did)}`,
    resolvers: outside.net.resolvers.names,
  })
})

test('a handle that only the file on its server names is as good', async () => {
  for (const body of [did, `${did}\n`, `\r\n ${did} \t`]) {
    fileOnly(says(body))
    expect(await look()).toMatchObject({ kind: 'found', uid: did, place: profileAt })
  }
})

test('record and file may both name the account', async () => {
  serveFile(says(did))
  outside.dns.set(`TXT ${record}`, [`did=${did}`, `did=${did}`, 'v=spf1 -all', 'verify=did=x'])
  expect(await look()).toMatchObject({ kind: 'found', uid: did })
})

test('the account may write its handle in capitals, and list other names after it', async () => {
  documents.set(did, documentOf({ alsoKnownAs: ['https://lan.vn/', 'at://LAN.vn', 'at://minh.vn'] }))
  expect(await look()).toMatchObject({ kind: 'found' })
})

test('the server may be named by the whole id, among other services', async () => {
  const labeler = { id: '#labeler', type: ['A', 'B'], serviceEndpoint: { uri: 'https://elsewhere.vn' } }
  documents.set(did, documentOf({ service: [labeler, { ...pds, id: `${did}#atproto_pds` }] }))
  expect(await look()).toMatchObject({ kind: 'found' })
})

test('an account that is its own host is found, by its handle and by its address', async () => {
  const lanVn = documentOf({ id: webDid }, 'application/json')
  outside.dns.set(`TXT ${record}`, ['did=did:web:LAN.vn'])
  outside.hosts.set('lan.vn', paths({ '/.well-known/did.json': lanVn }))
  profile(code, webDid)
  expect(await look()).toMatchObject({ kind: 'found', uid: webDid, place: profileAt })
  expect(await look(lanByWeb, webDid)).toMatchObject({ kind: 'found', uid: webDid })
  expect(asked).toEqual([])
})

test('an address that holds the permanent id asks for no handle, and needs none to be claimed', async () => {
  outside.dns.clear()
  documents.set(did, documentOf({ alsoKnownAs: [] }))
  expect(await look(lanById, did)).toEqual({
    ...{ kind: 'found', uid: did, place: `at://${did}/app.bsky.actor.profile/self`, expected: code },
    where: `https://pds.vn${getRecord(did)}`,
    resolvers: outside.net.resolvers.names,
  })
  expect(outside.asked.filter((question) => question.startsWith('TXT') && question.includes(did))).toEqual([])
})

test.each([`x${code}`, `${code}x`, `${code}-1`, `_${code}`, `Đ${code}`])(
  'in %j there is no code, and nothing of the text is told',
  async (glued) => {
    profile(`bí mật ${glued}`)
    const finding = await look()
    expect(finding).toMatchObject({ kind: 'absent', reason: 'no_code', seen: [], others: 1, place: profileAt })
    expect(JSON.stringify(finding)).not.toContain('bí mật')
  },
)

test('a code in small letters is the same code', async () => {
  profile(code.toLowerCase())
  expect(await look()).toMatchObject({ kind: 'found' })
})

test('another code is told as such, and nothing beside it', async () => {
  profile(`bí mật ${other}`)
  const finding = await look()
  expect(finding).toMatchObject({ kind: 'absent', reason: 'other_code', seen: [other] })
  expect(JSON.stringify(finding)).not.toContain('bí mật')
})

test('the code anywhere but in the description proves nothing', async () => {
  profile('', did, { displayName: code, pronouns: code, website: `https://${code}.vn`, note: { description: code } })
  expect(await look()).toMatchObject({ kind: 'absent', reason: 'no_code', seen: [], others: 0 })
  profile(undefined, did, { displayName: code })
  expect(await look()).toMatchObject({ kind: 'absent', reason: 'no_code', seen: [], others: 0 })
})

test('the code in the profile of another account proves nothing, even where that account claims the handle', async () => {
  profile('')
  profile(code, otherDid)
  documents.set(otherDid, documentOf({ id: otherDid }))
  expect(await look()).toMatchObject({ kind: 'absent', reason: 'no_code' })
})

test('a handle claimed by the account alone, without a word from the zone or the server, is nobody’s', async () => {
  fileOnly(says('', {}, 404))
  expect(await look()).toEqual({
    ...{ kind: 'absent', reason: 'no_account', seen: [], others: 0, expected: code },
    ...{ place: record, where: `${record}, ${file}`, resolvers: outside.net.resolvers.names },
  })
  outside.hosts.delete('lan.vn')
  expect(await look()).toMatchObject({ kind: 'absent', reason: 'no_account' })
  outside.dns.set(`TXT ${record}`, ['v=spf1 -all', `DID=${did}`, `x did=${did}`, did])
  expect(await look()).toMatchObject({ kind: 'absent', reason: 'no_account', seen: [] })
  expect(asked).toEqual([])
})

test.each([
  [[]],
  [['at://minh.vn', 'at://lan.vn']],
  [['AT://minh.vn', 'at://lan.vn']],
  [['https://lan.vn/']],
  [['at://lan.vn/']],
  [['at://lan.vn.minh.vn']],
  [['at://www.lan.vn']],
  [[' at://lan.vn']],
])('a handle that points to an account known as %j is not claimed back', async (alsoKnownAs) => {
  documents.set(did, documentOf({ alsoKnownAs }))
  expect(await look()).toMatchObject({
    ...{ kind: 'absent', reason: 'not_claimed_back', seen: [], others: 0 },
    ...{ place: 'at://lan.vn', where: `${origin}/${did}` },
  })
})

test('record and file that name different accounts confirm neither', async () => {
  serveFile(says(otherDid))
  documents.set(otherDid, documentOf({ id: otherDid }))
  profile(code, otherDid)
  expect(await look()).toMatchObject({ kind: 'absent', reason: 'two_accounts', place: file, seen: [] })
  expect(asked).toEqual([])
})

test('of several accounts in the zone none counts, whatever the file says', async () => {
  serveFile(says(did))
  for (const text of [`did=${otherDid}`, 'did=', 'did=did:key:z6Mk']) {
    outside.dns.set(`TXT ${record}`, [`did=${did}`, text])
    expect(await look()).toMatchObject({ kind: 'absent', reason: 'two_accounts', place: record })
  }
})

test('resolvers that tell of different records confirm nothing', async () => {
  for (const south of [[`did=${otherDid}`], [`did=${did}`, `did=${otherDid}`], [], 'NXDOMAIN'] as const) {
    outside.south.set(`TXT ${record}`, south)
    expect(await look()).toMatchObject({ kind: 'unreachable', reason: 'dns_disagree', place: record })
  }
})

test('while the zone cannot be read the file alone does not count', async () => {
  fileOnly()
  for (const silence of ['SERVFAIL', 'REFUSED'] as const) {
    outside.dns.set(`TXT ${record}`, silence)
    expect(await look()).toMatchObject({
      ...{ kind: 'unreachable', reason: `dns_${silence.toLowerCase()}`, place: record },
    })
  }
})

test('a record needs no server at the handle, and none that answers', async () => {
  for (const answer of [says('', {}, 500), says('', {}, 403), says('<html>', {}), says('x'.repeat(5000))]) {
    serveFile(answer)
    expect(await look()).toMatchObject({ kind: 'found' })
  }
})

test.each([
  ['server_error', says('', {}, 500)],
  ['server_busy', says('', {}, 429)],
  ['closed_to_us', says('', {}, 403)],
  ['unreadable', says('', {}, 400)],
  ['unreadable', says('<!doctype html>', { 'content-type': 'text/html' })],
  ['unreadable', says('')],
  ['unreadable', says(`${did} and more`)],
  ['unreadable', says(`${did}\n${otherDid}`)],
  ['unreadable', says(`did=${did}`)],
  ['unreadable', says(did.toUpperCase())],
  ['unreadable', says('did:plc:short')],
  ['unreadable', says('did:web:localhost')],
  ['unreadable', says('did:web:127.0.0.1')],
  ['unreadable', says('did:web:lan.vn:minh')],
  ['unreadable', says('did:web:lan.vn%3A8443')],
  ['unreadable', says('did:key:z6Mk')],
  ['unreadable', says(did.padEnd(5000))],
  ['redirect_outside', says('', { location: 'https://elsewhere.vn/' }, 302)],
  ['redirect_downgrade', says('', { location: 'http://lan.vn/' }, 302)],
] as const)('without a record, %s from the file says nothing about the person, case %#', async (reason, answer) => {
  fileOnly(answer)
  expect(await look()).toMatchObject({ kind: 'unreachable', reason, place: file })
})

test('a file is looked for on the public network only', async () => {
  fileOnly()
  outside.dns.set('A lan.vn', ['10.0.0.5'])
  expect(await look()).toMatchObject({ kind: 'unreachable', reason: 'address_not_public', place: file })
})

test('a file may lie elsewhere in the same domain', async () => {
  fileOnly(says('', { location: 'https://www.lan.vn/did.txt' }, 302))
  outside.hosts.set('www.lan.vn', paths({ '/did.txt': says(did) }))
  expect(await look()).toMatchObject({ kind: 'found', uid: did })
})

test('a file behind a false certificate is not read', async () => {
  outside.dns.clear()
  for (const flaw of [{ expired: true }, { wrongName: true }]) {
    const host = `${Object.keys(flaw)[0]?.toLowerCase()}.vn`
    outside.hosts.set(host, { answer: says(did), ...flaw })
    expect(await look({ ...lan, handle: host })).toMatchObject({ kind: 'unreachable', reason: 'certificate' })
  }
})

test('a document of another account counts for nobody', async () => {
  documents.set(did, documentOf({ id: otherDid }))
  expect(await look()).toMatchObject({ kind: 'unreachable', reason: 'unreadable', place: 'at://lan.vn' })
  expect(await look(lanById)).toMatchObject({ kind: 'unreachable', reason: 'unreadable' })
})

test.each([
  ['absent', 'no_account', json({ message: 'DID not registered' }, 404)],
  ['absent', 'no_account', json({ message: 'DID not available' }, 410)],
  ['unreachable', 'server_error', json({}, 500)],
  ['unreachable', 'server_busy', json({}, 429)],
  ['unreachable', 'unreadable', json({}, 400)],
  ['unreachable', 'unreadable', json('no json')],
  ['unreachable', 'unreadable', json([did])],
  ['unreachable', 'unreadable', documentOf({}, 'text/html')],
  ['unreachable', 'unreadable', documentOf({ alsoKnownAs: 'at://lan.vn' })],
  ['unreachable', 'unreadable', documentOf({ alsoKnownAs: ['at://lan.vn', 7] })],
  ['unreachable', 'unreadable', documentOf({ service: pds })],
  ['unreachable', 'unreadable', documentOf({ padding: 'x'.repeat(300_000) })],
  ['unreachable', 'too_many_redirects', says('', { location: '/elsewhere' }, 302)],
] as const)('the directory: %s, %s, case %#', async (kind, reason, answer) => {
  documents.set(did, answer)
  expect(await look()).toMatchObject({ kind, reason, place: 'at://lan.vn', where: `${origin}/${did}` })
})

test('a directory that cannot be reached says nothing about the person', async () => {
  const nowhere = parseSettings(JSON.stringify({ platforms: { bluesky: { directory: 'http://127.0.0.1:9' } } }))
  await using elsewhere = await internet(['http://127.0.0.1:9'])
  elsewhere.dns.set(`TXT ${record}`, [`did=${did}`])
  const finding = await bluesky.look(elsewhere.net, lan, sought, { ...terms(), settings: nowhere })
  expect(finding).toMatchObject({ kind: 'unreachable', reason: 'connection_refused' })
})

test.each([
  ['absent', 'no_account', says('', {}, 404)],
  ['unreachable', 'server_error', says('', {}, 500)],
  ['unreachable', 'too_many_redirects', says('', { location: 'https://lan.vn/other' }, 301)],
  ['unreachable', 'unreadable', documentOf({ id: webDid }, 'text/html')],
  ['unreachable', 'unreadable', documentOf({ id: did })],
] as const)('the host that is its own id: %s, %s, case %#', async (kind, reason, answer) => {
  outside.hosts.set('lan.vn', paths({ '/.well-known/did.json': answer, '/other': documentOf({ id: webDid }) }))
  expect(await look(lanByWeb, webDid)).toMatchObject({ kind, reason, place: `at://${webDid}` })
})

test('an id whose host is inward is not visited, and one without an address is told as such', async () => {
  expect(await look(lanByWeb, webDid)).toMatchObject({ kind: 'absent', reason: 'no_address' })
  outside.dns.set('A lan.vn', ['192.168.1.1'])
  expect(await look(lanByWeb, webDid)).toMatchObject({ kind: 'unreachable', reason: 'address_not_public' })
})

test.each([
  ['bad_port', 'https://pds.vn:8443'],
  ['bad_scheme', 'http://pds.vn'],
  ['bad_scheme', 'ftp://pds.vn'],
  ['address_not_public', 'https://10.0.0.5'],
  ['address_not_public', 'https://[::ffff:169.254.169.254]'],
  ['address_not_public', 'https://inward.vn'],
  ['unreadable', 'https://pds.vn/path'],
  ['unreadable', 'https://pds.vn/?q'],
  ['unreadable', 'https://pds.vn/#part'],
  ['unreadable', 'https://lan:secret@pds.vn'],
  ['unreadable', 'pds.vn'],
  ['unreadable', ['https://pds.vn']],
])('%s: an account that lives at %j is not visited', async (reason, serviceEndpoint) => {
  outside.dns.set('A inward.vn', ['10.1.2.3'])
  const before = outside.web.connections()
  documents.set(did, documentOf({ service: [{ ...pds, serviceEndpoint }] }))
  expect(await look()).toMatchObject({ kind: 'unreachable', reason })
  expect(outside.web.connections()).toBe(before)
})

test.each([
  [[]],
  [[{ ...pds, id: '#other' }]],
  [[{ ...pds, id: `${otherDid}#atproto_pds` }]],
  [[{ ...pds, type: 'Other' }, pds]],
])('an account that lives at no server is none, case %#', async (service) => {
  documents.set(did, documentOf({ service }))
  expect(await look()).toMatchObject({ kind: 'absent', reason: 'no_account', place: 'at://lan.vn' })
})

test('a server without an address is told as such', async () => {
  outside.hosts.delete('pds.vn')
  expect(await look()).toMatchObject({ kind: 'absent', reason: 'no_address', place: profileAt })
})

test('an account without a profile has no code, and one that is not active is told as such', async () => {
  accounts[getRecord(did)] = json({ error: 'RecordNotFound', message: 'Could not locate record' }, 400)
  accounts[getStatus(did)] = json({ did, active: true, rev: '3k' })
  expect(await look()).toMatchObject({ kind: 'absent', reason: 'no_code', seen: [], others: 0, place: profileAt })
  accounts[getStatus(did)] = json({ did, active: false, status: 'deactivated' })
  expect(await look()).toMatchObject({ kind: 'absent', reason: 'no_account', place: profileAt })
  for (const odd of [json({}, 400), json({ did: otherDid, active: true }), json({ did, active: 'yes' }), json('x')]) {
    accounts[getStatus(did)] = odd
    expect(await look()).toMatchObject({ kind: 'unreachable', reason: 'unreadable' })
  }
})

test.each([
  ['server_error', json({}, 502)],
  ['server_busy', json({}, 429)],
  ['closed_to_us', json({}, 401)],
  ['unreadable', json({}, 404)],
  ['unreadable', json('no json')],
  ['unreadable', json(code)],
  ['unreadable', json({ uri: `at://${did}/app.bsky.actor.profile/self`, value: { description: code } })],
  ['too_many_redirects', says('', { location: '/other' }, 302)],
] as const)('%s from the server says nothing about the person, case %#', async (reason, answer) => {
  accounts[getRecord(did)] = answer
  accounts['/other'] = json(code)
  expect(await look()).toMatchObject({ kind: 'unreachable', reason, place: profileAt })
})

test('a profile of another form, of another account, in another place or beyond all measure is not read', async () => {
  const uri = (of: string, rkey = 'self') => `at://${of}/app.bsky.actor.profile/${rkey}`
  const value = { $type: 'app.bsky.actor.profile', description: code }
  for (const answer of [
    { uri: uri(otherDid), value },
    { uri: uri(did, 'other'), value },
    { uri: uri(did), value: { ...value, $type: 'app.bsky.feed.post' } },
    { uri: uri(did), value: { ...value, description: [code] } },
    { uri: uri(did), value: { ...value, description: { text: code } } },
    { uri: uri(did), value: { ...value, description: code + ' x'.repeat(200_000) } },
    { value },
  ]) {
    accounts[getRecord(did)] = json(answer)
    expect(await look()).toMatchObject({ kind: 'unreachable', reason: 'unreadable' })
  }
})

test('a handle that belongs to another account than before is told, even with the code, and not who holds it now', async () => {
  expect(await look(lan, did)).toMatchObject({ kind: 'found', uid: did })
  const finding = await look(lan, otherDid)
  expect(finding).toMatchObject({ kind: 'absent', reason: 'other_account', seen: [], others: 0, place: 'at://lan.vn' })
  expect(JSON.stringify(finding)).not.toContain(did)
})

test('watching asks whose the handle is, and reads no profile', async () => {
  const before = outside.web.requests.length
  expect(await watch(did)).toMatchObject({ kind: 'found', uid: did, place: 'at://lan.vn', expected: did })
  expect(await watch(otherDid)).toMatchObject({ kind: 'absent', reason: 'other_account' })
  expect(JSON.stringify(await watch(otherDid))).not.toContain(did)
  expect(await watch(did, lanById)).toMatchObject({ kind: 'found', uid: did })
  expect(outside.web.requests.slice(before).filter((request) => request.startsWith('pds.vn'))).toEqual([])
})

test('a handle that another account only points to, without claiming it, belongs to nobody else', async () => {
  documents.set(did, documentOf({ alsoKnownAs: ['at://minh.vn'] }))
  expect(await watch(otherDid)).toMatchObject({ kind: 'absent', reason: 'not_claimed_back' })
  expect(await look(lan, otherDid)).toMatchObject({ kind: 'absent', reason: 'not_claimed_back' })
})
