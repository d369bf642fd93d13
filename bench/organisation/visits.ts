// How long the house takes to answer one request, and a bare node:http that sends the same page.

import { Agent, createServer, type RequestListener, request, type Server } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'

export type Visit = { readonly path: string; readonly cookie: string; readonly form?: Readonly<Record<string, string>> }
export type Times = {
  readonly median: number
  readonly p99: number
  readonly bytes: number
  /** How often the house said 503, because the machine had too much else to do; asked once more a second later. */
  readonly busy: number
  readonly page: Buffer
}

/** Each from an address of its own, as people are: one place may not ask this often. */
let place = 0
export const origin = 'http://localhost:8080'

export async function visited(
  server: Server,
  agent: Agent,
  { path, cookie, form }: Visit,
): Promise<{ took: number; status: number; body: Buffer }> {
  const { port } = server.address() as { port: number }
  const sent = form && new URLSearchParams(form).toString()
  const headers = {
    cookie,
    'accept-encoding': 'br',
    'x-forwarded-for': `10.${(++place >> 16) & 255}.${(place >> 8) & 255}.${place & 255}`,
    ...(sent === undefined
      ? {}
      : { 'content-type': 'application/x-www-form-urlencoded', origin, 'content-length': String(sent.length) }),
  }
  const began = performance.now()
  return new Promise((done, failed) => {
    const asked = request(
      { host: '127.0.0.1', port, path, method: sent === undefined ? 'GET' : 'POST', headers, agent },
      (response) => {
        const pieces: Buffer[] = []
        response.on('data', (piece) => pieces.push(piece))
        response.on('end', () =>
          done({ took: performance.now() - began, status: response.statusCode ?? 0, body: Buffer.concat(pieces) }),
        )
      },
    )
    asked.on('error', failed)
    asked.end(sent)
  })
}

const mostBusy = 60

/** Asked one after another, or so many at once. */
export async function timed(server: Server, visits: readonly Visit[], atOnce = 1): Promise<Times> {
  const agent = new Agent({ keepAlive: true, maxSockets: atOnce })
  const took: number[] = []
  let last: Buffer = Buffer.alloc(0)
  let bytes = 0
  let next = 0
  let busy = 0
  const warm = Math.min(20, Math.floor(visits.length / 4))
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      for (let n = next++; n < visits.length; n = next++) {
        const visit = visits[n] as Visit
        let answer = await visited(server, agent, visit)
        for (; answer.status === 503 && busy < mostBusy; answer = await visited(server, agent, visit)) {
          busy++
          await sleep(1_000)
        }
        if (answer.status !== 200) throw new Error(`${visit.path}: ${answer.status}`)
        if (n >= warm) took.push(answer.took)
        last = answer.body
        bytes = Math.max(bytes, answer.body.length)
      }
    }),
  )
  agent.destroy()
  took.sort((a, b) => a - b)
  const at = (share: number) => took[Math.min(took.length - 1, Math.floor(took.length * share))] as number
  return { median: at(0.5), p99: at(0.99), bytes, busy, page: last }
}

export function listening(handle: RequestListener): Promise<Server> {
  const server = createServer(handle)
  return new Promise((done) => server.listen(0, '127.0.0.1', () => done(server)))
}

export function closed(server: Server): Promise<unknown> {
  server.closeAllConnections()
  return new Promise((done) => server.close(done))
}
