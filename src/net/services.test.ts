import { createServer, type IncomingMessage, type RequestListener } from 'node:http'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { type DnsServer, dnsServer, type Records } from '../../test/peers/dns.ts'
import { resolvers } from './resolvers.ts'
import { type Services, services } from './services.ts'

const asking = { accept: 'application/json', maxBytes: 1000, timeoutMs: 3000 }
const records: Records = new Map()
let answer: RequestListener
const seen: { request: IncomingMessage; body: string }[] = []
const server = createServer((request, response) => {
  let body = ''
  request.on('data', (part) => {
    body += part
  })
  request.on('end', () => {
    seen.push({ request, body })
    answer(request, response)
  })
})
let dns: DnsServer
let origin: string
let named: Services
beforeAll(async () => {
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  dns = await dnsServer({ records })
  origin = `http://127.0.0.1:${(server.address() as { port: number }).port}`
  named = services({
    origins: [origin, origin.replace('127.0.0.1', 'idp.internal'), origin.replace('127.0.0.1', 'localhost')],
    resolvers: resolvers([dns.address]),
    userAgent: 'ChinhDanh/test',
  })
})
afterAll(async () => {
  server.close()
  await dns[Symbol.asyncDispose]()
})
beforeEach(() => {
  seen.length = 0
  records.clear()
  answer = (_, response) => response.setHeader('content-type', 'application/json').end('{"a":1}')
})
const textOf = (got: Awaited<ReturnType<Services['ask']>>) =>
  got.kind === 'response' ? Buffer.from(got.body).toString() : got.kind

test('a service that the operator named is asked, although it lies in a private network', async () => {
  expect(textOf(await named.ask(new URL('/v1?x=1', origin), asking))).toBe('{"a":1}')
  records.set('A idp.internal', ['127.0.0.1'])
  expect(textOf(await named.ask(new URL(origin.replace('127.0.0.1', 'idp.internal')), asking))).toBe('{"a":1}')
  expect(textOf(await named.ask(new URL(origin.replace('127.0.0.1', 'localhost')), asking))).toBe('{"a":1}')
  expect(seen[0]?.request.headers['user-agent']).toBe('ChinhDanh/test')
})

test('what is posted arrives with its type and its headers', async () => {
  const url = new URL('/token', origin)
  const body = { type: 'application/x-www-form-urlencoded', text: 'grant_type=x&code=%C3%A2' }
  await named.ask(url, { ...asking, method: 'POST', body, headers: { authorization: 'Basic abc' } })
  expect(seen[0]).toMatchObject({ body: 'grant_type=x&code=%C3%A2' })
  expect(seen[0]?.request).toMatchObject({
    method: 'POST',
    url: '/token',
    headers: { authorization: 'Basic abc', 'content-type': 'application/x-www-form-urlencoded' },
  })
})

test('no other host, port, scheme or user is asked, not even by a mistake of ours', async () => {
  const [host, port] = [new URL(origin).hostname, Number(new URL(origin).port)]
  for (const other of [
    `http://${host}:${port + 1}/`,
    `https://${host}:${port}/`,
    `http://127.0.0.2:${port}/`,
    'https://evil.vn/',
    `http://u:p@${host}:${port}/`,
  ]) {
    expect(named.names(new URL(other))).toBe(false)
    await expect(named.ask(new URL(other), asking)).rejects.toThrow('no service of the settings')
  }
  expect(seen).toEqual([])
})

test('no redirect is followed, so that no key is carried to another place', async () => {
  answer = (_, response) => response.writeHead(302, { location: `${origin}/elsewhere` }).end()
  expect(await named.ask(new URL(origin), asking)).toMatchObject({ kind: 'unreachable' })
  expect(seen).toHaveLength(1)
})

test('an answer that is too large, too slow or refused is a value', async () => {
  answer = (_, response) => response.end('x'.repeat(2000))
  expect(await named.ask(new URL(origin), asking)).toMatchObject({ kind: 'unreachable', why: 'too_large' })
  answer = () => {}
  expect(await named.ask(new URL(origin), { ...asking, timeoutMs: 200 })).toMatchObject({ why: 'timeout' })
  const away = services({ origins: ['http://127.0.0.1:9'], resolvers: resolvers([dns.address]), userAgent: 'x' })
  expect(await away.ask(new URL('http://127.0.0.1:9'), asking)).toMatchObject({ why: 'connection_refused' })
})

test('a name without an address is absent, a resolver that cannot tell is not', async () => {
  const url = new URL(origin.replace('127.0.0.1', 'idp.internal'))
  expect(await named.ask(url, asking)).toMatchObject({ kind: 'absent', why: 'no_address' })
  for (const type of ['A', 'AAAA']) records.set(`${type} idp.internal`, 'SERVFAIL')
  expect(await named.ask(url, asking)).toMatchObject({ kind: 'unreachable', why: 'dns_unreachable', dns: 'servfail' })
})
