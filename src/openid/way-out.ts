import type { CustomFetch } from 'openid-client'
import { type Got, type GuardedClient, type Services, type Silent, whySilent } from '../net/index.ts'

/** Why a sign-in elsewhere brought nothing. */
export type Unheard =
  | Silent
  | 'server_error'
  | 'server_busy'
  | 'closed_to_us'
  | 'unreadable' // an answer that is not of the known form
  | 'sign_in_invalid' // what came back is not the sign-in begun here, or does not hold
  | 'provider_elsewhere' // a provider leads to an origin that the operator did not name
  | 'no_sign_in_here' // a server that does not let the register make itself known

/** Somebody who had to answer did not, or not as it must be. It says nothing about the person. */
export class Unanswered extends Error {
  readonly reason: Unheard
  constructor(reason: Unheard) {
    super(reason)
    this.reason = reason
  }
}

const limits = { maxBytes: 256 * 1024, timeoutMs: 5_000 } as const

/** To a provider of the settings: only the origins that the operator named, whatever its own description says. */
export function toServices(services: Services): CustomFetch {
  return async (address, { method, headers, body }) => {
    const url = new URL(address)
    if (!services.names(url)) throw new Unanswered('provider_elsewhere')
    const { accept = 'application/json', authorization } = headers
    const got = await services.ask(url, {
      ...limits,
      accept,
      method: method as 'GET' | 'POST' | 'DELETE',
      body: sent(body, headers),
      headers: authorization === undefined ? {} : { authorization },
    })
    return answerOf(got)
  }
}

/** To a host that a person gave: by the guarded client, and to that host alone. */
export function toHost(client: GuardedClient, origin: string): CustomFetch {
  return async (address, { method, headers, body }) => {
    if (new URL(address).origin !== origin) throw new Unanswered('provider_elsewhere')
    const { accept = 'application/json', authorization } = headers
    const bearer = authorization?.replace(/^bearer /i, '')
    const asked = { method: method as 'GET' | 'POST', body: sent(body, headers), bearer }
    return answerOf(await client.send(address, asked, { ...limits, accept }))
  }
}

type Body = Parameters<CustomFetch>[1]['body']

const sent = (body: Body, headers: Record<string, string>) =>
  body === undefined || body === null
    ? undefined
    : { type: headers['content-type'] ?? 'application/json', text: String(body) }

function answerOf(got: Got): Response {
  if (got.kind === 'absent') throw new Unanswered('connection_failed')
  if (got.kind === 'unreachable') throw new Unanswered(whySilent(got))
  if (got.status >= 500) throw new Unanswered('server_error')
  if (got.status === 429 || got.status === 408) throw new Unanswered('server_busy')
  const body = got.body.length > 0 ? new Uint8Array(got.body) : null
  return new Response(body, { status: got.status, headers: { 'content-type': got.contentType } })
}
