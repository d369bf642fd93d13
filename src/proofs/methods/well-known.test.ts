import type { RequestListener } from 'node:http'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { defaultSettings } from '../../config.ts'
import { type Internet, internet, paths, says } from '../tests/internet.ts'
import { wellKnown } from './well-known.ts'

const token = 'mfzwizltor2gk3tpnfxgk4tbmrzws2lo'
const other = 'ob2wk3tjor4hg5dfnzqxgylmnrwgc3ta'
const lan = { platform: 'website', canonical: 'https://lan-nguyen.vn/' }
const path = `/.well-known/so-challenge/${token}`
const url = `https://lan-nguyen.vn${path}`
const sought = { token, keep: false, expiresOn: '2026-12-24' }
const terms = { label: 'so', today: '2026-11-24', url: 'https://so.vn', settings: defaultSettings }

let outside: Internet
beforeAll(async () => {
  outside = await internet()
})
afterAll(() => outside[Symbol.asyncDispose]())
beforeEach(() => {
  outside.dns.clear()
  outside.south.clear()
  outside.hosts.clear()
})
const serve = (answer: RequestListener, host = 'lan-nguyen.vn') => outside.hosts.set(host, paths({ [path]: answer }))
const look = () => wellKnown.look(outside.net, lan, sought, terms)
const leadsTo = (location: string, status = 302) => says('', { location }, status)

test('says exactly what to put where', () => {
  expect(wellKnown.publish(lan, sought, terms)).toEqual({ url, path, contentType: 'text/plain', body: token })
})

test.each([token, `${token}\n`, `\r\n  ${token}\t\n`])('the body %j is found', async (body) => {
  serve(says(body))
  expect(await look()).toEqual({
    kind: 'found',
    place: url,
    where: url,
    expected: token,
    resolvers: outside.net.resolvers.names,
  })
})

test.each([
  [says(other), 'other_token', [other], 0],
  [says('<p>hello secret</p>'), 'other_content', [], 1],
  [says(''), 'other_content', [], 0],
  [says(`${token}\n${'x'.repeat(5000)}`), 'other_content', [], 1],
  [says(`${token} and more`), 'other_content', [], 1],
  [says(token, { 'content-type': 'text/html' }), 'wrong_type', [], 0],
  [says(token, {}, 404), 'not_there', [], 0],
  [says(token, {}, 410), 'not_there', [], 0],
  [says(token, {}, 206), 'other_status', [], 0],
  [says(token, {}, 400), 'other_status', [], 0],
] as const)('what is there and is not the token is absent, case %#', async (answer, reason, seen, others) => {
  serve(answer)
  const finding = await look()
  expect(finding).toMatchObject({ kind: 'absent', reason, seen, others, where: url })
  expect(JSON.stringify(finding)).not.toContain('secret')
})

test.each([
  [500, 'server_error'],
  [503, 'server_error'],
  [429, 'server_busy'],
  [403, 'closed_to_us'],
  [401, 'closed_to_us'],
])('status %d is never a no', async (status, reason) => {
  serve(says(token, {}, status))
  expect(await look()).toMatchObject({ kind: 'unreachable', reason })
})

test('a wrong or expired certificate is never a no', async () => {
  for (const flaw of [{ expired: true }, { wrongName: true }]) {
    const host = `${Object.keys(flaw)[0]?.toLowerCase()}.vn`
    outside.hosts.set(host, { answer: says(token), ...flaw })
    const finding = await wellKnown.look(outside.net, { ...lan, canonical: `https://${host}/` }, sought, terms)
    expect(finding).toMatchObject({ kind: 'unreachable', reason: 'certificate' })
  }
})

test('three redirects inside the domain are followed, a fourth is not', async () => {
  const chain = (length: number) =>
    outside.hosts.set('lan-nguyen.vn', (request, response) => {
      const n = Number(new URL(`https://x${request.url}`).searchParams.get('n') ?? 0)
      if (n < length) leadsTo(`${path}?n=${n + 1}`)(request, response)
      else says(token)(request, response)
    })
  chain(3)
  expect(await look()).toMatchObject({ kind: 'found' })
  chain(4)
  expect(await look()).toMatchObject({ kind: 'unreachable', reason: 'too_many_redirects' })
})

test('a redirect out of the domain, or back to http, is not followed', async () => {
  outside.hosts.set('elsewhere.vn', says(token))
  serve(leadsTo('https://elsewhere.vn/'))
  expect(await look()).toMatchObject({ kind: 'unreachable', reason: 'redirect_outside' })
  serve(leadsTo('http://lan-nguyen.vn/'))
  expect(await look()).toMatchObject({ kind: 'unreachable', reason: 'redirect_downgrade' })
  expect(outside.web.requests.some((request) => request.startsWith('elsewhere.vn'))).toBe(false)
})

test('a name that leads inward is not visited', async () => {
  outside.dns.set('A lan-nguyen.vn', ['10.0.0.5'])
  expect(await look()).toMatchObject({ kind: 'unreachable', reason: 'address_not_public' })
})

test('a host without an address is absent', async () => {
  expect(await look()).toMatchObject({ kind: 'absent', reason: 'no_address', where: url })
})

test('where the host has no address, www. of it is asked, and named', async () => {
  serve(says(token), 'www.lan-nguyen.vn')
  expect(await look()).toMatchObject({ kind: 'found', where: `https://www.lan-nguyen.vn${path}` })
  serve(says(other), 'www.lan-nguyen.vn')
  expect(await look()).toMatchObject({ kind: 'absent', where: `https://www.lan-nguyen.vn${path}` })
})

test('where the file is not at the host, www. of it is asked as well', async () => {
  serve(says('', {}, 404))
  serve(says(token), 'www.lan-nguyen.vn')
  expect(await look()).toMatchObject({ kind: 'found', where: `https://www.lan-nguyen.vn${path}` })
  serve(says('', {}, 404), 'www.lan-nguyen.vn')
  expect(await look()).toMatchObject({ kind: 'absent', where: url })
})

test('absent at the host and unknown at www. is not a no', async () => {
  serve(says('', {}, 404))
  serve(says('', {}, 500), 'www.lan-nguyen.vn')
  expect(await look()).toMatchObject({ kind: 'unreachable', where: `https://www.lan-nguyen.vn${path}` })
})

test('a resolver that cannot tell is never a no', async () => {
  for (const type of ['A', 'AAAA']) outside.dns.set(`${type} lan-nguyen.vn`, 'SERVFAIL')
  expect(await look()).toMatchObject({ kind: 'unreachable', reason: 'dns_servfail' })
})

test('a page or a public suffix cannot be proven by a file', () => {
  for (const canonical of ['https://lan-nguyen.vn/blog', 'https://github.io/', 'https://com.vn/'])
    expect(wellKnown.applies({ ...lan, canonical }, terms)).toBe(false)
})
