import { once } from 'node:events'
import http, { type RequestListener, type Server } from 'node:http'
import https from 'node:https'
import type { AddressInfo, Socket } from 'node:net'
import tls, { type SecureContext } from 'node:tls'
import type { Flaw, TestCa } from './ca.ts'

/** What a made-up host answers; with a flaw, its certificate has it. May be changed while the server runs. */
export type Hosts = Map<string, RequestListener | ({ readonly answer: RequestListener } & Flaw)>
export type Place = { readonly hosts: Hosts; readonly address?: string; readonly port?: number }

export interface WebServer extends AsyncDisposable {
  readonly port: number
  /** Every request in order, as `host/path`. */
  readonly requests: string[]
  /** How many connections were accepted, requests or not. */
  connections(): number
}

/** One real TLS server for every made-up host, each with its own certificate. */
export async function tlsServer({ ca, ...place }: Place & { readonly ca: TestCa }): Promise<WebServer> {
  const contexts = new Map<string, Promise<SecureContext>>()
  function contextOf(host: string): Promise<SecureContext> {
    const entry = place.hosts.get(host)
    const made =
      contexts.get(host) ?? ca.issue(host, typeof entry === 'object' ? entry : {}).then(tls.createSecureContext)
    contexts.set(host, made)
    return made
  }
  const fallback = await ca.issue(place.address ?? '127.0.0.1')
  const sni = (host: string, done: (error: Error | null, context?: SecureContext) => void) => {
    contextOf(host).then((context) => done(null, context), done)
  }
  return listening(https.createServer({ ...fallback, SNICallback: sni }), place)
}

export async function plainServer(place: Place): Promise<WebServer> {
  return listening(http.createServer(), place)
}

async function listening(
  server: Server | https.Server,
  { hosts, address = '127.0.0.1', port = 0 }: Place,
): Promise<WebServer> {
  const requests: string[] = []
  const sockets: Socket[] = []
  server.on('connection', (socket: Socket) => sockets.push(socket))
  server.on('request', (request, response) => {
    const host = (request.headers.host ?? '').replace(/:\d+$/, '')
    requests.push(host + request.url)
    const entry = hosts.get(host)
    if (entry === undefined) response.writeHead(404).end()
    else (typeof entry === 'object' ? entry.answer : entry)(request, response)
  })
  server.listen(port, address)
  await once(server, 'listening')
  return {
    port: (server.address() as AddressInfo).port,
    requests,
    connections: () => sockets.length,
    async [Symbol.asyncDispose]() {
      for (const socket of sockets) socket.destroy()
      await new Promise((done) => server.close(done))
    },
  }
}
