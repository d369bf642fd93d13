import { once } from 'node:events'
import type { IncomingHttpHeaders, RequestListener } from 'node:http'
import { createServer } from 'node:net'
import { networkInterfaces } from 'node:os'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestCa, testCa } from '../../test/peers/ca.ts'
import { deafServer } from '../../test/peers/deaf.ts'
import { outside } from '../../test/peers/outside.ts'
import { userAgent } from './index.ts'

let ca: TestCa
beforeAll(async () => {
  ca = await testCa()
  ca.trust()
})
afterAll(() => ca[Symbol.asyncDispose]())

const hasV6 = Object.values(networkInterfaces()).some((list) => list?.some((one) => one.address === '::1'))
const says =
  (body: string | Buffer, headers: { [name: string]: string } = {}, status = 200): RequestListener =>
  (_, response) => {
    response.writeHead(status, { 'content-type': 'text/plain', ...headers }).end(body)
  }
const sendsTo = (location: string, status = 302) => says('', { location }, status)
const text = (got: unknown) => new TextDecoder().decode((got as { body: Uint8Array }).body)

test('a page is fetched from exactly the address that its host resolved to, which is asked once', async () => {
  await using net = await outside({ ca })
  net.hosts.set('lan.test', says('token'))
  const got = await net.get('https://lan.test/.well-known/a?b=c#part')
  expect(got).toMatchObject({
    kind: 'response',
    url: 'https://lan.test/.well-known/a?b=c',
    status: 200,
    contentType: 'text/plain',
    truncated: false,
    redirects: 0,
    address: '127.0.0.1',
    resolvers: [net.dns.address],
  })
  expect(text(got)).toBe('token')
  expect(net.https.requests).toEqual(['lan.test/.well-known/a?b=c'])
  expect(net.dns.asked.toSorted()).toEqual(['A lan.test', 'AAAA lan.test'])
})

test('we say who we are, ask for plain bytes, and bring nothing along', async () => {
  await using net = await outside({ ca })
  let heard: IncomingHttpHeaders = {}
  net.hosts.set('lan.test', (request, response) => {
    heard = request.headers
    response.end()
  })
  await net.get('https://lan.test/', { accept: 'text/html' })
  expect(heard).toEqual({
    host: 'lan.test',
    connection: 'keep-alive', // undici's word; the connection is closed once the answer is read
    accept: 'text/html',
    'accept-encoding': 'identity',
    'user-agent': 'ChinhDanh/test',
  })
  expect(userAgent('1.2.3', 'https://register.example')).toBe(
    'ChinhDanh/1.2.3 (+https://register.example; proof check)',
  )
})

test('an error page is an answer, and is not read', async () => {
  await using net = await outside({ ca })
  net.hosts.set('lan.test', says('x'.repeat(100_000), { 'content-encoding': 'gzip' }, 404))
  const got = await net.get('https://lan.test/')
  expect(got).toMatchObject({ kind: 'response', status: 404, truncated: false })
  expect(text(got)).toBe('')
})

test('a redirect inside the domain is followed and counted, each host resolved anew', async () => {
  await using net = await outside({ ca })
  net.hosts.set('lan.test', (request, response) =>
    sendsTo(request.socket && 'https://www.lan.test/b')(request, response),
  )
  net.hosts.set('www.lan.test', (request, response) =>
    (request.url === '/b' ? sendsTo('/c', 308) : says('token'))(request, response),
  )
  const got = await net.get('http://lan.test/a')
  expect(got).toMatchObject({ kind: 'response', url: 'https://www.lan.test/c', redirects: 2 })
  expect(net.http.requests).toEqual(['lan.test/a'])
  expect(net.https.requests).toEqual(['www.lan.test/b', 'www.lan.test/c'])
})

test('a host that does not exist or has no address is absent', async () => {
  await using net = await outside({ ca })
  net.dns.records.set('TXT bare.test', ['x'])
  const absent = { kind: 'absent', why: 'no_address', resolvers: [net.dns.address] }
  expect(await net.get('https://nobody.test/')).toEqual({ ...absent, where: 'https://nobody.test/' })
  expect(await net.get('https://bare.test/')).toEqual({ ...absent, where: 'https://bare.test/' })
})

test('resolvers that cannot tell leave the page unreachable, and are named', async () => {
  await using net = await outside({ ca })
  net.dns.records.set('A lan.test', 'SERVFAIL').set('AAAA lan.test', 'SERVFAIL')
  const dns = { dns: 'servfail', resolvers: [net.dns.address] }
  const where = 'https://lan.test/'
  expect(await net.get(where)).toMatchObject({ kind: 'unreachable', why: 'dns_unreachable', where, ...dns })
})

test.each([
  ['lan.test', 'malformed'],
  ['ftp://lan.test/', 'bad_scheme'],
  ['https://lan.test:8443/', 'bad_port'],
  ['https://me@lan.test/', 'credentials'],
])('%s is refused before anyone is asked: %s', async (url, why) => {
  await using net = await outside({ ca })
  expect(await net.get(url)).toMatchObject({ kind: 'unreachable', why, where: url })
  expect(net.dns.asked).toEqual([])
})

test.each([
  ['another domain', 'https://minh.test/', 'redirect_outside'],
  ['plain http', 'http://lan.test/', 'redirect_downgrade'],
  ['another port', 'https://lan.test:8443/', 'bad_port'],
  ['a password', 'https://a:b@lan.test/', 'credentials'],
  ['another scheme', 'file:///etc/passwd', 'bad_scheme'],
  ['no address at all', 'https://[', 'malformed'],
])('a redirect to %s ends there', async (_, location, why) => {
  await using net = await outside({ ca })
  net.hosts.set('lan.test', sendsTo(location)).set('minh.test', says('token'))
  expect(await net.get('https://lan.test/')).toMatchObject({ kind: 'unreachable', why, where: location })
  expect([...net.https.requests, ...net.http.requests]).toEqual(['lan.test/'])
})

test('a loop ends after the redirects that were allowed', async () => {
  await using net = await outside({ ca })
  net.hosts.set('lan.test', sendsTo('https://lan.test/'))
  expect(await net.get('https://lan.test/')).toMatchObject({
    kind: 'unreachable',
    why: 'too_many_redirects',
    where: 'https://lan.test/',
  })
  expect(net.https.requests).toHaveLength(4)
})

test.each([
  ['with its length', says('x'.repeat(100_000))],
  [
    'in pieces',
    ((_, response) => {
      for (let n = 0; n < 100; n++) response.write('x'.repeat(1000))
      response.end()
    }) as RequestListener,
  ],
] as const)('a body above the limit, sent %s, is refused, or cut where a part will do', async (_, answer) => {
  await using net = await outside({ ca })
  net.hosts.set('lan.test', answer)
  expect(await net.get('https://lan.test/')).toMatchObject({ kind: 'unreachable', why: 'too_large' })
  const got = await net.get('https://lan.test/', { partial: true })
  expect(got).toMatchObject({ kind: 'response', truncated: true })
  expect(text(got)).toBe('x'.repeat(4096))
})

test('a body of exactly the limit passes whole', async () => {
  await using net = await outside({ ca })
  net.hosts.set('lan.test', says('x'.repeat(4096)))
  expect(await net.get('https://lan.test/')).toMatchObject({ kind: 'response', truncated: false })
})

test('of an endless body no more than the limit and what was under way is taken', async () => {
  await using net = await outside({ ca })
  let sent = 0
  net.hosts.set('lan.test', (_, response) => {
    const flood = () => {
      while (!response.destroyed && response.write(Buffer.alloc(16_384))) sent += 16_384
      response.once('drain', flood)
    }
    flood()
  })
  expect(await net.get('https://lan.test/')).toMatchObject({ why: 'too_large' })
  expect(sent).toBeLessThan(20_000_000)
})

test('a gzip bomb is refused by its name, not unpacked', async () => {
  await using net = await outside({ ca })
  const bomb = gzipSync(Buffer.alloc(50_000_000))
  for (const coding of ['gzip', 'GZIP', 'br', 'identity, gzip']) {
    net.hosts.set('lan.test', says(bomb, { 'content-encoding': coding }))
    expect(await net.get('https://lan.test/', { maxBytes: 1_000_000 })).toMatchObject({ why: 'encoding' })
  }
  net.hosts.set('lan.test', says('token', { 'content-encoding': 'identity' }))
  expect(text(await net.get('https://lan.test/'))).toBe('token')
})

test.each([
  [
    'drips for ever',
    ((_, response) => {
      const drip = setInterval(() => response.write('x'), 50)
      response.once('close', () => clearInterval(drip))
    }) as RequestListener,
  ],
  ['never answers', (() => {}) as RequestListener],
  ['sends its head and no more', ((_, response) => void response.flushHeaders()) as RequestListener],
] as const)('a server that %s is cut off when the time is up', async (_, answer) => {
  await using net = await outside({ ca })
  net.hosts.set('lan.test', answer)
  const start = performance.now()
  const where = 'https://lan.test/'
  expect(await net.get(where, { timeoutMs: 500 })).toMatchObject({ kind: 'unreachable', why: 'timeout', where })
  expect(performance.now() - start).toBeLessThan(1500)
})

test('the time is one for the whole chain, not for each step of it', async () => {
  await using net = await outside({ ca })
  net.hosts.set('lan.test', (request, response) => void setTimeout(() => sendsTo('/again')(request, response), 400))
  expect(await net.get('https://lan.test/', { timeoutMs: 700, maxRedirects: 20 })).toMatchObject({ why: 'timeout' })
  expect(net.https.requests).toHaveLength(2)
})

test('a silent resolver takes no more than that time either', async () => {
  await using net = await outside({ ca })
  net.dns.records.set('A lan.test', 'SILENCE').set('AAAA lan.test', 'SILENCE')
  const start = performance.now()
  expect(await net.get('https://lan.test/', { timeoutMs: 300 })).toMatchObject({ why: 'timeout' })
  expect(performance.now() - start).toBeLessThan(700)
})

test.each([{ expired: true }, { wrongName: true }])(
  'a certificate that is %o is refused, and no request is sent',
  async (flaw) => {
    await using net = await outside({ ca })
    net.hosts.set('lan.test', { answer: says('token'), ...flaw })
    expect(await net.get('https://lan.test/')).toMatchObject({ kind: 'unreachable', why: 'certificate' })
    expect(net.https.requests).toEqual([])
  },
)

test('a certificate of an authority that nobody trusts is refused, even where the environment waives checking', async () => {
  await using stranger = await testCa()
  await using net = await outside({ ca: stranger })
  net.hosts.set('lan.test', says('token'))
  process.env.NODE_TLS_REJECT_UNAUTHORIZED = '0'
  try {
    expect(await net.get('https://lan.test/')).toMatchObject({ why: 'certificate' })
  } finally {
    delete process.env.NODE_TLS_REJECT_UNAUTHORIZED
  }
  expect(net.https.requests).toEqual([])
})

test('an IP address is reached under a certificate for that address', async () => {
  await using net = await outside({ ca })
  net.hosts.set('127.0.0.1', says('token'))
  expect(text(await net.get('https://127.0.0.1/'))).toBe('token')
  expect(net.dns.asked).toEqual([])
})

test('an IP address is not reached under a certificate for another', async () => {
  await using net = await outside({ ca, address: '0.0.0.0' })
  net.hosts.set('127.0.0.1', says('token'))
  expect(await net.get('https://127.0.0.1/')).toMatchObject({ kind: 'unreachable', why: 'certificate' })
  expect(net.https.requests).toEqual([])
})

/** A server that speaks bytes, not HTTP, in the place of the plain web server. */
async function saying(bytes: string, close = true) {
  const server = createServer((socket) => {
    socket.on('error', () => {})
    socket.once('data', () => (close ? socket.end(bytes) : socket.write(bytes)))
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  return server
}

test.each([
  ['no HTTP', 'SSH-2.0-OpenSSH_9.2\r\n', 'malformed'],
  ['a head of 100 kB', `HTTP/1.1 200 OK\r\nx: ${'x'.repeat(100_000)}\r\n\r\n`, 'malformed'],
  ['two lengths', 'HTTP/1.1 200 OK\r\ncontent-length: 3\r\ncontent-length: 5\r\n\r\nabcde', 'malformed'],
  ['a broken chunk', 'HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\nxyz\r\n', 'malformed'],
  [
    'a change of protocol',
    'HTTP/1.1 101 Switching Protocols\r\nupgrade: x\r\nconnection: upgrade\r\n\r\n',
    'connection_failed',
  ],
  ['less than its length', 'HTTP/1.1 200 OK\r\ncontent-length: 50\r\n\r\ntoken', 'connection_failed'],
  ['nothing', '', 'connection_failed'],
  ['a squeezed transfer', 'HTTP/1.1 200 OK\r\ntransfer-encoding: gzip, chunked\r\n\r\n0\r\n\r\n', 'encoding'],
])('a server that sends %s gives no answer: %#', async (_, bytes, why) => {
  const server = await saying(bytes)
  await using net = await outside({ ca, plainPort: (server.address() as { port: number }).port })
  net.dns.records.set('A lan.test', ['127.0.0.1'])
  expect(await net.get('http://lan.test/')).toMatchObject({ kind: 'unreachable', why, where: 'http://lan.test/' })
  server.close()
})

test('a TLS greeting answered by something else is no certificate but no answer either', async () => {
  const server = await saying('HTTP/1.1 400 Bad Request\r\n\r\n')
  await using net = await outside({ ca, tlsPort: (server.address() as { port: number }).port })
  net.dns.records.set('A lan.test', ['127.0.0.1'])
  expect(await net.get('https://lan.test/')).toMatchObject({ kind: 'unreachable', why: 'tls_handshake' })
  server.close()
})

test('a server that hangs in the TLS greeting is cut off when the time is up, and the line is dropped', async () => {
  const { promise: dropped, resolve } = Promise.withResolvers<void>()
  const server = createServer((socket) =>
    socket
      .on('error', () => {})
      .on('close', () => resolve())
      .resume(),
  )
  await once(server.listen(0, '127.0.0.1'), 'listening')
  await using net = await outside({ ca, tlsPort: (server.address() as { port: number }).port })
  net.dns.records.set('A lan.test', ['127.0.0.1'])
  expect(await net.get('https://lan.test/', { timeoutMs: 400 })).toMatchObject({ why: 'timeout' })
  await dropped
  server.close()
})

test.runIf(process.platform === 'linux')(
  'a server that lets no connection come about is cut off when the time is up',
  async () => {
    await using deaf = await deafServer('127.0.0.1')
    await using net = await outside({ ca, tlsPort: deaf.port })
    net.dns.records.set('A lan.test', ['127.0.0.1'])
    expect(await net.get('https://lan.test/', { timeoutMs: 400 })).toMatchObject({ why: 'timeout' })
  },
)

test.runIf(process.platform === 'linux')(
  'an address that lets no connection come about does not use up the time of the next',
  async () => {
    await using net = await outside({ ca })
    await using _ = await deafServer('127.0.0.9', net.https.port)
    net.hosts.set('lan.test', says('token'))
    net.dns.records.set('A lan.test', ['127.0.0.9', '127.0.0.1'])
    expect(await net.get('https://lan.test/', { timeoutMs: 5000 })).toMatchObject({
      kind: 'response',
      address: '127.0.0.1',
    })
  },
)

test('where nobody listens the connection is refused', async () => {
  await using net = await outside({ ca, tlsPort: 1 })
  net.dns.records.set('A lan.test', ['127.0.0.1'])
  expect(await net.get('https://lan.test/')).toMatchObject({ kind: 'unreachable', why: 'connection_refused' })
})

test.skipIf(!hasV6)('a host that has an IPv6 address only is reached there', async () => {
  await using net = await outside({ ca, address: '::1', networks: ['::1/128'] })
  net.dns.records.set('AAAA lan.test', ['::1']).set('A lan.test', [])
  net.hosts.set('lan.test', says('token'))
  expect(await net.get('https://lan.test/')).toMatchObject({ kind: 'response', status: 200, address: '::1' })
  net.hosts.set('[::1]', says('token'))
  expect(await net.get('https://[::1]/')).toMatchObject({ kind: 'response', status: 200, address: '::1' })
})

test('the next address of a host gets its chance where the first does not connect', async () => {
  await using net = await outside({ ca })
  net.hosts.set('lan.test', says('token'))
  net.dns.records.set('A lan.test', ['127.0.0.9', '127.0.0.1'])
  expect(await net.get('https://lan.test/')).toMatchObject({ kind: 'response', address: '127.0.0.1' })
})

test('a host is not asked twice at once, nor at once again; another host does not wait', async () => {
  await using net = await outside({ ca, pace: { spacingMs: 300 } })
  let [now, most] = [0, 0]
  const slow: RequestListener = (request, response) => {
    most = Math.max(most, ++now)
    setTimeout(() => says('token')(request, response), 100)
    response.once('finish', () => now--)
  }
  net.hosts.set('lan.test', slow).set('minh.test', says('token'))
  const start = performance.now()
  const three = [1, 2, 3].map(() => net.get('https://lan.test/'))
  await net.get('https://minh.test/')
  expect(performance.now() - start).toBeLessThan(300)
  expect((await Promise.all(three)).map((got) => got.kind)).toEqual(['response', 'response', 'response'])
  expect(performance.now() - start).toBeGreaterThanOrEqual(600)
  expect(most).toBe(1)
})

test('whoever would have to wait longer than the time there is, is told so', async () => {
  await using net = await outside({ ca, pace: { spacingMs: 5000 } })
  net.hosts.set('lan.test', says('token'))
  await net.get('https://lan.test/')
  const where = 'https://lan.test/'
  expect(await net.get(where, { timeoutMs: 200 })).toMatchObject({ kind: 'unreachable', why: 'rate_limited', where })
  expect(net.https.requests).toHaveLength(1)
})

test('a redirect on the same host belongs to the same visit and does not wait', async () => {
  await using net = await outside({ ca, pace: { spacingMs: 5000 } })
  net.hosts.set('lan.test', (request, response) =>
    (request.url === '/a' ? sendsTo('/b') : says('token'))(request, response),
  )
  expect(await net.get('https://lan.test/a', { timeoutMs: 1000 })).toMatchObject({ kind: 'response', redirects: 1 })
})
