import { once } from 'node:events'
import type { IncomingMessage } from 'node:http'
import { buffer } from 'node:stream/consumers'
import { decrypt } from 'http_ece'
import { importJWK, type JWTPayload, jwtVerify } from 'jose'
import { browserKeys } from '../support/browsers.ts'
import type { Hosts } from './tls.ts'

export type Came = {
  readonly path: string
  readonly headers: IncomingMessage['headers']
  readonly token: JWTPayload
  readonly sealed: Buffer
  /** As the browser reads it. */
  readonly said: unknown
}
export type PushService = {
  /** What was taken, in order. */
  readonly came: Came[]
  /** What it answers instead of taking it. */
  refuse: ((path: string) => number | undefined) | undefined
  /** What happens when a message is in, before the answer that it was taken. */
  onTaken: (() => Promise<unknown>) | undefined
  /** Of a browser that lets the register with this key write to it: what it hands to the register. */
  browser(registerKey: string): {
    readonly endpoint: string
    readonly path: string
    readonly keys: { p256dh: string; auth: string }
  }
}
type Known = ReturnType<typeof browserKeys> & { readonly registerKey: string }

/** A push service at this host. It takes what RFC 8030, 8188 and 8292 ask for and nothing else; what it took is opened with another library than the
 *  one that sealed it. */
export function pushService(hosts: Hosts, host: string): PushService {
  const known = new Map<string, Known>()
  const made: PushService = {
    came: [],
    refuse: undefined,
    onTaken: undefined,
    browser(registerKey) {
      const own = { ...browserKeys(), registerKey }
      const path = `/send/${crypto.randomUUID()}`
      known.set(path, own)
      return { endpoint: `https://${host}${path}`, path, keys: own.keys }
    },
  }
  hosts.set(host, async (request, response) => {
    const path = request.url ?? ''
    const sealed = await buffer(request)
    const status = made.refuse?.(path) ?? (await take(path, request, sealed).catch(() => 400))
    if (status === 201) await made.onTaken?.()
    if (!response.destroyed) response.writeHead(status, { location: `https://${host}/message/1` }).end()
    await once(response, 'close').catch(() => {})
  })

  async function take(path: string, { method, headers }: IncomingMessage, sealed: Buffer): Promise<number> {
    const browser = known.get(path)
    if (!browser) return 404
    if (method !== 'POST' || !/^\d+$/.test(String(headers.ttl)) || headers['content-encoding'] !== 'aes128gcm')
      return 400
    if (!/^[\w-]{1,32}$/.test(String(headers.topic)) || !/^(very-low|low|normal|high)$/.test(String(headers.urgency)))
      return 400
    if (sealed.length > 4096) return 413
    const [, token = '', key = ''] = /^vapid t=([\w.-]+), k=([\w-]+)$/.exec(headers.authorization ?? '') ?? []
    if (key !== browser.registerKey) return 403
    const claims = await claimsOf(token, key, host).catch(() => undefined)
    if (!claims) return 401
    const opened = decrypt(sealed, { version: 'aes128gcm', privateKey: browser.pair, authSecret: browser.auth })
    made.came.push({ path, headers, token: claims, sealed, said: JSON.parse(opened.toString('utf8')) })
    return 201
  }
  return made
}

/** Signed by whom the browser allowed, for this service, and for no longer than a day. */
async function claimsOf(token: string, key: string, host: string): Promise<JWTPayload> {
  const point = Buffer.from(key, 'base64url')
  const [x, y] = [point.subarray(1, 33), point.subarray(33)].map((part) => part.toString('base64url'))
  const publicKey = await importJWK({ kty: 'EC', crv: 'P-256', x, y }, 'ES256')
  const { payload } = await jwtVerify(token, publicKey, {
    ...{ audience: `https://${host}`, algorithms: ['ES256'], requiredClaims: ['exp', 'sub', 'aud'] },
  })
  if ((payload.exp ?? 0) > Date.now() / 1000 + 86_400) throw new Error('for too long')
  return payload
}
