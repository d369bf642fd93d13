import { Client, type Dispatcher, errors } from 'undici'
import { ConnectError, codeOf, connectTo, type Door } from './connect.ts'
import type { Reason } from './outcome.ts'
import { hostOf } from './urls.ts'

export type Headers = Readonly<Record<string, string>> & { readonly accept: string; readonly 'user-agent': string }
export type Sent = { readonly type: string; readonly text: string | Uint8Array }
export type Sending = {
  readonly method?: 'GET' | 'POST' | 'DELETE'
  readonly body?: Sent
  /** What the protocol asks for beside: never what somebody typed. */
  readonly headers?: Readonly<Record<string, string>>
}
export type Limits = { readonly maxBytes: number; readonly partial?: boolean }
/** One request and its answer. A body is read only from a 2xx answer. */
export type Hop =
  | { readonly kind: 'redirect'; readonly location: string }
  | {
      readonly kind: 'response'
      readonly status: number
      readonly contentType: string
      readonly body: Uint8Array
      readonly truncated: boolean
      readonly address: string
    }
  | { readonly kind: 'failed'; readonly why: Reason }

/** Asks once, over a connection of its own to one of the door's addresses, which is closed afterwards. */
export async function hop(
  url: URL,
  door: Door,
  headers: Headers,
  limits: Limits,
  { method = 'GET', body, headers: more = {} }: Sending = {},
): Promise<Hop> {
  let address = ''
  const client = new Client(url.origin, {
    connect: (_, done) => {
      connectTo(door, hostOf(url), url.protocol === 'https:').then(
        (socket) => {
          address = socket.remoteAddress ?? ''
          done(null, socket)
        },
        (error) => done(error, null),
      )
    },
    headersTimeout: 0, // one signal ends the whole visit
    bodyTimeout: 0,
  })
  try {
    const answer = await client.request({
      path: url.pathname + url.search,
      method,
      headers: { ...headers, ...(body ? { 'content-type': body.type } : {}), ...more, 'accept-encoding': 'identity' },
      body: body?.text,
      signal: door.until,
    })
    return await read(answer, limits, () => address)
  } catch (error) {
    return { kind: 'failed', why: door.until.aborted ? 'timeout' : whyFailed(error) }
  } finally {
    client.destroy(over).catch(() => {})
  }
}

/** Made once: undici would make one, with its stack, for every visit. So it would to close by itself after the answer (`reset`): we close. */
const over = new Error('the visit is over')
const redirects = new Set([301, 302, 303, 307, 308])

async function read(answer: Dispatcher.ResponseData, limits: Limits, address: () => string): Promise<Hop> {
  const { statusCode: status, body } = answer
  const header = (name: string) => [answer.headers[name] ?? ''].flat().join(', ').trim().toLowerCase()
  body.on('error', () => {}) // destroying a body that is under way throws beside the `try` otherwise
  try {
    const location = [answer.headers.location ?? ''].flat()[0] ?? ''
    if (redirects.has(status) && location !== '') return { kind: 'redirect', location }
    const said = { kind: 'response', status, contentType: header('content-type'), address: address() } as const
    if (status < 200 || status > 299) return { ...said, body: new Uint8Array(), truncated: false }
    if (!plainly(header('content-encoding'), 'identity')) return { kind: 'failed', why: 'encoding' }
    if (!plainly(header('transfer-encoding'), 'chunked')) return { kind: 'failed', why: 'encoding' }
    const { bytes, truncated } = await readUpTo(limits.maxBytes, body)
    if (truncated && !limits.partial) return { kind: 'failed', why: 'too_large' }
    return { ...said, body: bytes, truncated }
  } finally {
    body.destroy()
  }
}

function plainly(coding: string, only: string): boolean {
  return coding === '' || coding === only
}

async function readUpTo(
  most: number,
  body: AsyncIterable<Uint8Array>,
): Promise<{ bytes: Uint8Array; truncated: boolean }> {
  const chunks: Uint8Array[] = []
  let length = 0
  for await (const chunk of body) {
    chunks.push(chunk)
    length += chunk.length
    if (length > most) break
  }
  return { bytes: new Uint8Array(Buffer.concat(chunks, length).subarray(0, most)), truncated: length > most }
}

function whyFailed(error: unknown): Reason {
  if (error instanceof ConnectError) return error.why
  const unread = error instanceof errors.HTTPParserError || /^UND_ERR_(HEADERS|RES)/.test(codeOf(error))
  return unread ? 'malformed' : 'connection_failed'
}
