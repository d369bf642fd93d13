import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestCa, testCa } from '../../test/peers/ca.ts'
import { dnsServer } from '../../test/peers/dns.ts'
import { tlsServer } from '../../test/peers/tls.ts'
import { guardedClient, resolvers } from './index.ts'

let ca: TestCa
beforeAll(async () => {
  ca = await testCa()
  ca.trust()
})
afterAll(() => ca[Symbol.asyncDispose]())

test('a page is fetched', async () => {
  await using dns = await dnsServer({ records: new Map([['A lan.test', ['127.0.0.1']]]) })
  await using web = await tlsServer({
    ca,
    hosts: new Map([['lan.test', (_, res) => void res.setHeader('content-type', 'text/plain').end('abc')]]),
  })
  const client = guardedClient({
    resolvers: resolvers([dns.address]),
    networks: ['127.0.0.0/8'],
    userAgent: 'x',
    ports: { 443: web.port },
  })
  console.log(
    await client.get('https://lan.test/a?b#c', { maxBytes: 100, maxRedirects: 3, accept: '*/*', timeoutMs: 3000 }),
    dns.asked,
    web.requests,
  )
})
