import { createHash, randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type IncomingMessage, type RequestListener, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

export type Asked = {
  readonly what: string
  readonly query: URLSearchParams
  readonly body: string
  readonly authorization: string | undefined
}
type Client = { readonly id: string; readonly secret: string }
type Answer = { readonly status?: number; readonly json?: unknown }

/** What one platform answers beside the exchange of a code; `token` is the one that was shown, where it is good. */
export type Rest = (asked: Asked, token: string | undefined) => Answer | undefined

type Given = {
  readonly clients: Client[]
  readonly tokenPath: string
  /** As GitHub does: a refusal is status 200 too. */
  readonly refusesWith?: number
  readonly rest: Rest
  /** Whatever nobody else answers. */
  readonly otherwise?: RequestListener
}

/** An OAuth server as the large platforms have it: codes that are good once, PKCE by S256, secrets of clients in the form. */
export function platform({ clients, tokenPath, refusesWith = 400, rest, otherwise }: Given) {
  const asked: Asked[] = []
  const codes = new Map<string, { readonly challenge: string; readonly client: string; readonly callback: string }>()
  const good = new Set<string>()
  const given: string[] = []

  /** The person signs in and allows what is asked. */
  function allow(leads: URL, more: Record<string, string> = {}): string {
    const read = (name: string) => leads.searchParams.get(name) ?? ''
    const code = randomBytes(12).toString('hex')
    codes.set(code, { challenge: read('code_challenge'), client: read('client_id'), callback: read('redirect_uri') })
    return `${read('redirect_uri')}?${new URLSearchParams({ code, state: read('state'), ...more })}`
  }

  function exchange(form: URLSearchParams, authorization: string | undefined): Answer {
    const refused = { status: refusesWith, json: { error: 'invalid_grant' } }
    const kept = codes.get(form.get('code') ?? '')
    codes.delete(form.get('code') ?? '')
    const [id, secret] = clientIn(form, authorization)
    const client = clients.find((one) => one.id === id && one.secret === secret)
    const challenge = createHash('sha256')
      .update(form.get('code_verifier') ?? '')
      .digest('base64url')
    if (!kept || !client || kept.client !== client.id || kept.challenge !== challenge) return refused
    if (kept.callback !== form.get('redirect_uri')) return refused
    const token = `tok_${randomBytes(16).toString('hex')}`
    good.add(token)
    given.push(token)
    return { json: { access_token: token, token_type: 'Bearer', scope: '' } }
  }

  const listener: RequestListener = (request, response) => {
    read(request).then((body) => {
      const url = new URL(request.url ?? '/', 'http://x')
      const { authorization } = request.headers
      const one = { what: `${request.method} ${url.pathname}`, query: url.searchParams, body, authorization }
      asked.push(one)
      const token = /^Bearer (\S+)$/i.exec(authorization ?? '')?.[1]
      const isExchange = one.what === `POST ${tokenPath}`
      const answer = isExchange
        ? exchange(new URLSearchParams(body), authorization)
        : rest(one, token !== undefined && good.has(token) ? token : undefined)
      if (answer) send(response, answer)
      else if (otherwise) otherwise(request, response)
      else send(response, { status: 404 })
    })
  }
  return { listener, asked, given, good, allow, clients }
}

function clientIn(form: URLSearchParams, authorization = ''): (string | null)[] {
  if (!authorization.startsWith('Basic ')) return [form.get('client_id'), form.get('client_secret')]
  return Buffer.from(authorization.slice(6), 'base64').toString().split(':').map(decodeURIComponent)
}

async function read(request: IncomingMessage): Promise<string> {
  if (request.method === 'GET') return ''
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk)
  return Buffer.concat(chunks).toString()
}

function send(response: ServerResponse, { status = 200, json }: Answer): void {
  if (json === undefined) response.writeHead(status).end()
  else response.writeHead(status, { 'content-type': 'application/json; charset=utf-8' }).end(JSON.stringify(json))
}

/** On a port of this machine. */
export async function onThisMachine(listener: RequestListener) {
  const server = createServer(listener).listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    origin: `http://localhost:${(server.address() as AddressInfo).port}`,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections()
      await new Promise((done) => server.close(done))
    },
  }
}
