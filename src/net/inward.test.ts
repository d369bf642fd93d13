import { subscribe, unsubscribe } from 'node:diagnostics_channel'
import type { RequestListener } from 'node:http'
import type { Socket } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestCa, testCa } from '../../test/peers/ca.ts'
import { type Outside, outside } from '../../test/peers/outside.ts'
import { tlsServer } from '../../test/peers/tls.ts'
import { guardedClient, resolvers } from './index.ts'

let ca: TestCa
beforeAll(async () => {
  ca = await testCa()
  ca.trust()
})
afterAll(() => ca[Symbol.asyncDispose]())

/** What the inner servers hold; whoever reads it got in. */
const secret: RequestListener = (_, response) => void response.end('secret')

/** Every TCP connection that this process begins, to anywhere, whether or not it comes about. */
function dialled() {
  const sockets: Socket[] = []
  const note = (message: unknown) => void sockets.push((message as { socket: Socket }).socket)
  subscribe('net.client.socket', note)
  return { count: () => sockets.length, [Symbol.dispose]: () => unsubscribe('net.client.socket', note) }
}

async function closedNet(): Promise<Outside> {
  const net = await outside({ ca, networks: [] })
  for (const host of ['127.0.0.1', 'localhost', '[::1]']) net.hosts.set(host, secret)
  return net
}

function untouched(net: Outside): void {
  expect([net.https.connections(), net.http.connections()], 'connections at the inner servers').toEqual([0, 0])
}

test('what counts the connections sees one that is allowed', async () => {
  await using net = await outside({ ca })
  net.hosts.set('lan.test', secret)
  using dials = dialled()
  expect(await net.get('https://lan.test/')).toMatchObject({ kind: 'response' })
  expect([dials.count(), net.https.connections()]).toEqual([1, 1])
})

const spellings = [
  'http://127.0.0.1/',
  'https://127.0.0.1/',
  'http://2130706433/',
  'http://0x7f.1/',
  'http://0x7f000001/',
  'http://0177.0.0.1/',
  'http://017700000001/',
  'http://127.1/',
  'http://127.0.0.1./',
  'http://１２７。０。０。１/',
  'http://%31%32%37.0.0.1/',
  'http://0/',
  'http://0.0.0.0/',
  'http://[::]/',
  'http://[::1]/',
  'http://[0:0:0:0:0:0:0:1]/',
  'http://[::ffff:127.0.0.1]/',
  'http://[::ffff:7f00:1]/',
  'http://[::127.0.0.1]/',
  'http://[64:ff9b::7f00:1]/',
  'http://[64:ff9b:1::7f00:1]/',
  'http://[2002:7f00:1::]/',
  'http://[2001:0:7f00:1::]/',
  'http://[fe80::1]/',
  'http://[fc00::1]/',
  'http://10.0.0.5/',
  'http://100.64.0.1/',
  'http://169.254.169.254/latest/meta-data/',
  'http://192.0.0.192/',
  'http://198.18.0.1/',
  'http://224.0.0.1/',
  'http://255.255.255.255/',
]

test.each(spellings)('%s leads inward and no connection is begun', async (url) => {
  await using net = await closedNet()
  using dials = dialled()
  expect(await net.get(url)).toMatchObject({ kind: 'unreachable', why: 'address_not_public' })
  expect(dials.count()).toBe(0)
  untouched(net)
})

test.each([
  ['A', '127.0.0.1'],
  ['A', '10.0.0.5'],
  ['A', '169.254.169.254'],
  ['A', '0.0.0.0'],
  ['AAAA', '::1'],
  ['AAAA', '::ffff:127.0.0.1'],
  ['AAAA', '64:ff9b::7f00:1'],
  ['AAAA', 'fd00::2'],
])('a name whose %s record is %s leads inward and no connection is begun', async (type, address) => {
  await using net = await closedNet()
  net.dns.records.set(`${type} lan.test`, [address])
  using dials = dialled()
  const where = 'https://lan.test/'
  expect(await net.get(where)).toMatchObject({ kind: 'unreachable', why: 'address_not_public', where })
  expect(dials.count()).toBe(0)
  untouched(net)
})

test('one inward address beside public ones refuses the host, and none of them is met', async () => {
  await using net = await closedNet()
  net.dns.records
    .set('A lan.test', ['1.1.1.1', '127.0.0.1'])
    .set('A minh.test', ['1.1.1.1'])
    .set('AAAA minh.test', ['::1'])
  using dials = dialled()
  expect(await net.get('https://lan.test/')).toMatchObject({ why: 'address_not_public' })
  expect(await net.get('https://minh.test/')).toMatchObject({ why: 'address_not_public' })
  expect(dials.count()).toBe(0)
})

/** A host outside at 127.0.0.2, which is open, beside inner servers at 127.0.0.1, which is not. */
async function edge(answer: RequestListener) {
  const net = await outside({ ca, networks: ['127.0.0.2/32'], address: '127.0.0.2' })
  const inner = await tlsServer({
    ca,
    hosts: new Map([['lan.test', secret]]),
    address: '127.0.0.1',
    port: net.https.port,
  })
  net.hosts.set('lan.test', answer)
  return {
    net,
    inner,
    async [Symbol.asyncDispose]() {
      await Promise.all([net[Symbol.asyncDispose](), inner[Symbol.asyncDispose]()])
    },
  }
}

test('a name that turns inward after it was looked at gets nobody there', async () => {
  await using place = await edge((_, response) => void response.end('token'))
  const { net, inner } = place
  net.dns.records.set('A lan.test', (n) => (n === 1 ? ['127.0.0.2'] : ['127.0.0.1']))
  expect(await net.get('https://lan.test/')).toMatchObject({ kind: 'response', address: '127.0.0.2' })
  expect(net.dns.asked.filter((question) => question === 'A lan.test')).toHaveLength(1)
  expect(await net.get('https://lan.test/')).toMatchObject({ why: 'address_not_public' })
  expect(inner.connections()).toBe(0)
  expect(net.https.requests).toHaveLength(1)
})

test('a name that turns inward between a redirect and its target gets nobody there', async () => {
  await using place = await edge((_, response) => void response.writeHead(302, { location: '/next' }).end())
  const { net, inner } = place
  net.dns.records.set('A lan.test', (n) => (n === 1 ? ['127.0.0.2'] : ['127.0.0.1']))
  expect(await net.get('https://lan.test/')).toMatchObject({
    why: 'address_not_public',
    where: 'https://lan.test/next',
  })
  expect(inner.connections()).toBe(0)
})

test('a name that turns inward while a dead address is tried gets nobody there', async () => {
  await using place = await edge(secret)
  const { net, inner } = place
  await net.https[Symbol.asyncDispose]()
  net.dns.records.set('A lan.test', (n) => (n === 1 ? ['127.0.0.2'] : ['127.0.0.1']))
  expect(await net.get('https://lan.test/')).toMatchObject({ why: 'connection_refused' })
  expect(inner.connections()).toBe(0)
})

test.each([
  ['127.0.0.1', 'http://127.0.0.1/', 'redirect_outside'],
  ['a name of the same domain that leads inward', 'https://intranet.lan.test/', 'address_not_public'],
  ['a name of the same domain at 10.0.0.5', 'https://ten.lan.test/', 'address_not_public'],
  ['another spelling of 127.0.0.1', 'https://0x7f.1/', 'redirect_outside'],
])('a redirect to %s ends there and no connection is begun', async (_, location, why) => {
  await using place = await edge((_, response) => void response.writeHead(302, { location }).end())
  const { net, inner } = place
  net.dns.records.set('A intranet.lan.test', ['127.0.0.1']).set('A ten.lan.test', ['10.0.0.5'])
  using dials = dialled()
  expect(await net.get('https://lan.test/')).toMatchObject({ kind: 'unreachable', why })
  expect(dials.count(), 'connections begun, the first visit included').toBe(1)
  expect(inner.connections()).toBe(0)
})

test('two resolvers of which one points inward agree on nothing inward', async () => {
  await using north = await closedNet()
  await using south = await closedNet()
  north.dns.records.set('A lan.test', ['1.1.1.1'])
  south.dns.records.set('A lan.test', ['127.0.0.1'])
  const both = resolvers([north.dns.address, south.dns.address])
  const client = guardedClient({ resolvers: both, networks: [], userAgent: 'x', ports: { 443: north.https.port } })
  using dials = dialled()
  const got = await client.get('https://lan.test/', { maxBytes: 10, maxRedirects: 0, accept: '*/*', timeoutMs: 3000 })
  expect(got).toMatchObject({ kind: 'unreachable', why: 'dns_unreachable', dns: 'disagree', resolvers: both.names })
  expect(dials.count()).toBe(0)
})
