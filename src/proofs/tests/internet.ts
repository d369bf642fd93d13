import type { RequestListener } from 'node:http'
import { testCa } from '../../../test/peers/ca.ts'
import { type DnsServer, dnsServer, type Records } from '../../../test/peers/dns.ts'
import { type Hosts, tlsServer, type WebServer } from '../../../test/peers/tls.ts'
import { guardedClient, resolvers, services } from '../../net/index.ts'
import type { Net } from '../methods/index.ts'

export interface Internet extends AsyncDisposable {
  readonly net: Net
  /** What both resolvers say; `south` says something else where it has a record of its own. */
  readonly dns: Records
  readonly south: Records
  readonly asked: readonly string[]
  /** Hosts that answer by TLS; each has an address unless `dns` says otherwise. */
  readonly hosts: Hosts
  readonly web: WebServer
}

/** Two resolvers and a TLS server on loopback, the guarded client that goes out to them, and the services of these origins. */
export async function internet(origins: readonly string[] = []): Promise<Internet> {
  const [dns, south, hosts]: [Records, Records, Hosts] = [new Map(), new Map(), new Map()]
  const ca = await testCa()
  ca.trust()
  const get = dns.get.bind(dns)
  dns.get = (key) => get(key) ?? (key.startsWith('A ') && hosts.has(key.slice(2)) ? ['127.0.0.1'] : undefined)
  const southGet = south.get.bind(south)
  south.get = (key) => southGet(key) ?? dns.get(key)
  const keys = south.keys.bind(south)
  south.keys = () => [...keys(), ...dns.keys()][Symbol.iterator]() as ReturnType<typeof keys>
  const [one, other, web]: [DnsServer, DnsServer, WebServer] = await Promise.all([
    dnsServer({ records: dns }),
    dnsServer({ records: south }),
    tlsServer({ ca, hosts }),
  ])
  const asking = resolvers([one.address, other.address])
  const client = guardedClient({
    resolvers: asking,
    networks: ['127.0.0.0/8'],
    userAgent: 'ChinhDanh/test',
    ports: { 443: web.port },
    pace: { spacingMs: 0 },
  })
  return {
    net: { resolvers: asking, client, services: services({ origins, resolvers: asking, userAgent: 'ChinhDanh/test' }) },
    dns,
    south,
    hosts,
    web,
    asked: one.asked,
    async [Symbol.asyncDispose]() {
      await Promise.all([one, other, web, ca].map((part) => part[Symbol.asyncDispose]()))
    },
  }
}

export const says =
  (body: string, headers: Record<string, string> = {}, status = 200): RequestListener =>
  (_, response) => {
    response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8', ...headers }).end(body)
  }

/** Answers each path of a host in its own way, and 404 to any other. */
export const paths =
  (known: Record<string, RequestListener>): RequestListener =>
  (request, response) => {
    const answer = known[request.url ?? '']
    if (answer) answer(request, response)
    else response.writeHead(404).end()
  }
