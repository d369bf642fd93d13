import {
  type ClientSettings,
  type Got,
  type GuardedClient,
  guardedClient,
  resolvers,
  type Wants,
} from '../../src/net/index.ts'
import type { TestCa } from './ca.ts'
import { type DnsServer, dnsServer, type Records } from './dns.ts'
import { type Hosts, plainServer, tlsServer, type WebServer } from './tls.ts'

export interface Outside extends AsyncDisposable {
  /** The real guarded client, let through to the servers of this outside. */
  readonly client: GuardedClient
  readonly dns: DnsServer
  readonly hosts: Hosts
  readonly https: WebServer
  readonly http: WebServer
  get(url: string, wants?: Partial<Wants>): Promise<Got>
}
type Given = Partial<Pick<ClientSettings, 'networks' | 'pace'>> & {
  readonly ca: TestCa
  readonly address?: string
  /** Ports of something else that stands in for 443 and 80. */
  readonly tlsPort?: number
  readonly plainPort?: number
}

/** A small internet on loopback: one resolver, one TLS and one plain web server, and the guarded client that sees them on 443
 *  and 80. Hosts are added to `hosts`; a host is at the servers' address unless `dns.records` says otherwise. */
export async function outside({ ca, address = '127.0.0.1', ...given }: Given): Promise<Outside> {
  const hosts: Hosts = new Map()
  const dns = await dnsServer({ records: withHosts(hosts, address) })
  const [https, http] = await Promise.all([tlsServer({ ca, hosts, address }), plainServer({ hosts, address })])
  const client = guardedClient({
    resolvers: resolvers([dns.address]),
    networks: given.networks ?? ['127.0.0.0/8'],
    pace: given.pace ?? { spacingMs: 0 },
    userAgent: 'ChinhDanh/test',
    ports: { 443: given.tlsPort ?? https.port, 80: given.plainPort ?? http.port },
  })
  const wants: Wants = { maxBytes: 4096, maxRedirects: 3, accept: 'text/plain', timeoutMs: 5000 }
  return {
    client,
    dns,
    hosts,
    https,
    http,
    get: (url, others) => client.get(url, { ...wants, ...others }),
    async [Symbol.asyncDispose]() {
      await Promise.all([dns, https, http].map((server) => server[Symbol.asyncDispose]()))
    },
  }
}

/** Every host of the web servers has an address record without being written twice; what is set wins. */
function withHosts(hosts: Hosts, address: string): Records {
  const records: Records = new Map()
  const get = records.get.bind(records)
  records.get = (key) => get(key) ?? (key.startsWith('A ') && hosts.has(key.slice(2)) ? [address] : undefined)
  return records
}
