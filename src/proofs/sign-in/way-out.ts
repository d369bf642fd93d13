import type { CustomFetch } from 'openid-client'
import type { Got, GuardedClient, Services } from '../../net/index.ts'
import type { Silenced } from '../finding.ts'
import { whySilent } from '../methods/fetched.ts'

/** Somebody who had to answer did not, or not as it must be. It says nothing about the person. */
export class Unanswered extends Error {
  readonly reason: Silenced
  constructor(reason: Silenced) {
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
