import { generateKeyPairSync, sign } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import Provider from 'oidc-provider'

export type Claims = Record<string, unknown>
export type OpenId = AsyncDisposable & {
  readonly issuer: string
  readonly client: { readonly id: string; readonly secret: string }
  /** Every request in order, as `POST /token`; of those with a form, what was in it. */
  readonly asked: {
    readonly what: string
    readonly form: URLSearchParams
    readonly authorization: string | undefined
  }[]
  /** Every token that was given out. */
  readonly given: string[]
  /** Changes the statement about the person before it is sent; what it gives is signed by the key that it names. */
  forge: ((claims: Claims) => { readonly claims: Claims; readonly key?: 'another' }) | undefined
  /** Changes what the provider says of itself. */
  describe: ((server: Record<string, unknown>) => Record<string, unknown>) | undefined
  /** Changes any other answer in JSON, by what was asked: `GET /jwks`. */
  change: ((what: string, body: Record<string, unknown>) => unknown) | undefined
  /** Answers 503 to everything. */
  down: boolean
}

type Wish = {
  readonly callbacks: readonly string[]
  /** Who signs in, which is also their number, and the name that they have now. It may change while the provider runs. */
  readonly names: Record<string, string>
  /** The name stands in the signed statement, and `openid` is enough for it, as at GitLab. */
  readonly inStatement?: boolean
  /** Another name of this machine than that of the register makes it another site to a browser. */
  readonly host?: 'localhost' | '127.0.0.1'
}

const rsa = () => generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey
const keys = { own: rsa(), another: rsa() }
const jwk = { ...keys.own.export({ format: 'jwk' }), kid: 'k1', use: 'sig', alg: 'RS256' }

/** A real OpenID Connect provider with its own pages for signing in, on a port of this machine. PKCE is required. */
export async function openIdProvider({
  callbacks,
  names,
  inStatement = false,
  host = 'localhost',
}: Wish): Promise<OpenId> {
  const server = createServer()
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const issuer = `http://${host}:${(server.address() as AddressInfo).port}`
  const client = { id: 'so-dang-ky', secret: 'bi-mat-cua-so-dang-ky' }
  const provider = quietly(
    () =>
      new Provider(issuer, {
        jwks: { keys: [jwk] },
        cookies: { keys: ['khoa-cua-bai-thu'] },
        clients: [{ client_id: client.id, client_secret: client.secret, redirect_uris: callbacks }],
        claims: inStatement
          ? { openid: ['sub', 'preferred_username'] }
          : { openid: ['sub'], profile: ['preferred_username'] },
        conformIdTokenClaims: !inStatement,
        features: { revocation: { enabled: true, allowedPolicy: () => true } },
        ttl: { Interaction: 600, Session: 600, Grant: 600, AccessToken: 600, IdToken: 600, AuthorizationCode: 60 },
        pkce: { required: () => true },
        findAccount: (_: unknown, sub: string) => ({
          accountId: sub,
          claims: () => ({ sub, preferred_username: names[sub] ?? sub }),
        }),
      }),
  )
  const answer = quietly(() => provider.callback())
  const peer: OpenId = {
    issuer,
    client,
    asked: [],
    given: [],
    forge: undefined,
    describe: undefined,
    change: undefined,
    down: false,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections()
      await new Promise((done) => server.close(done))
    },
  }
  server.on('request', (request: IncomingMessage, response: ServerResponse) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk) => chunks.push(chunk))
    request.on('end', () => {
      const form = new URLSearchParams(Buffer.concat(chunks).toString())
      const what = `${request.method} ${(request.url ?? '').split('?')[0]}`
      peer.asked.push({ what, form, authorization: request.headers.authorization })
    })
    if (peer.down) return void response.writeHead(503).end()
    changing(response, (body) => {
      const what = `${request.method} ${(request.url ?? '').split('?')[0]}`
      const first = what === 'POST /token' ? asGiven(peer, body) : body
      const said = what.endsWith('/openid-configuration') && peer.describe ? peer.describe(first) : first
      return peer.change ? peer.change(what, said) : said
    })
    answer(request, response)
  })
  return peer
}

function asGiven(peer: OpenId, body: Record<string, unknown>): Record<string, unknown> {
  const { access_token, id_token } = body
  for (const token of [access_token, id_token]) if (typeof token === 'string') peer.given.push(token)
  if (!peer.forge || typeof id_token !== 'string') return body
  const said = JSON.parse(Buffer.from(id_token.split('.')[1] ?? '', 'base64url').toString())
  const { claims, key = 'own' } = peer.forge(said)
  const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')
  const text = `${part({ alg: 'RS256', kid: 'k1' })}.${part(claims)}`
  return { ...body, id_token: `${text}.${sign('RSA-SHA256', Buffer.from(text), keys[key]).toString('base64url')}` }
}

/** Lets an answer in JSON be changed on its way. */
function changing(response: ServerResponse, change: (body: Record<string, unknown>) => unknown): void {
  const end = response.end.bind(response) as (text?: unknown) => ServerResponse
  response.end = ((chunk?: unknown) => {
    const isJson = String(response.getHeader('content-type') ?? '').includes('json')
    if (!isJson || chunk === undefined || typeof chunk === 'function') return end(chunk)
    const changed = change(JSON.parse(String(chunk)))
    const text = typeof changed === 'string' ? changed : JSON.stringify(changed)
    response.setHeader('content-length', Buffer.byteLength(text))
    return end(text)
  }) as ServerResponse['end']
}

/** It warns of keys and pages that are meant for tests; here they are. */
function quietly<T>(make: () => T): T {
  const { info, warn } = console
  Object.assign(console, { info: () => {}, warn: () => {} })
  try {
    return make()
  } finally {
    Object.assign(console, { info, warn })
  }
}

/** A browser at the provider, with its cookies: signs in as `login`, allows what is asked (or stops there), and gives the address to which
 *  it is sent back. */
export async function signInAt(start: string, login: string, stop = false): Promise<string> {
  const jar = new Map<string, string>()
  const home = new URL(start).origin
  let next: { readonly url: string; readonly form?: URLSearchParams } = { url: start }
  for (let steps = 0; steps < 20; steps += 1) {
    const answer: Response = await fetch(next.url, {
      method: next.form ? 'POST' : 'GET',
      body: next.form,
      redirect: 'manual',
      headers: { cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; '), accept: 'text/html' },
    })
    for (const cookie of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? []
      if (value === '') jar.delete(name)
      else jar.set(name, value)
    }
    const location = answer.headers.get('location')
    const to = location === null ? undefined : new URL(location, next.url)
    if (to && to.origin !== home) return to.href
    if (to) next = { url: to.href }
    else next = submitted(await answer.text(), next.url, login, stop)
  }
  throw new Error('the provider never sent the browser back')
}

function submitted(html: string, base: string, login: string, stop: boolean) {
  const abort = /href="([^"]*\/abort)"/.exec(html)?.[1]
  if (stop && abort) return { url: new URL(abort, base).href }
  const action = /<form[^>]*action="([^"]*)"/.exec(html)?.[1]
  if (action === undefined) throw new Error(`no form on the page of the provider: ${html.slice(0, 2000)}`)
  const hidden = [...html.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)"/g)]
  const form = new URLSearchParams(hidden.map(([, name = '', value = '']) => [name, value]))
  if (html.includes('name="login"')) {
    form.set('login', login)
    form.set('password', 'khong-quan-trong')
  }
  return { url: new URL(action, base).href, form }
}
