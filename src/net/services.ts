import { hop, type Limits, type Sent } from './hop.ts'
import { type Got, unreachable } from './outcome.ts'
import type { Resolvers } from './resolvers.ts'
import { hostOf, portOf } from './urls.ts'
import { whereIs } from './where-is.ts'

export type Asking = Limits & {
  readonly accept: string
  readonly timeoutMs: number
  readonly method?: 'GET' | 'POST' | 'DELETE'
  /** Sent as it is, with its type. */
  readonly body?: Sent
  readonly headers?: Readonly<Record<string, string>>
}

/** The way out to services that the operator named in the settings: exactly their host and port, wherever those lie. */
export interface Services {
  /** Throws for an origin that nobody named: that is a mistake of ours. What is out there never throws; no redirect is followed. */
  ask(url: URL, asking: Asking): Promise<Got>
  names(url: URL): boolean
}

type ServiceSettings = {
  readonly origins: readonly string[]
  readonly resolvers: Resolvers
  readonly userAgent: string
}

export function services({ origins, resolvers, userAgent }: ServiceSettings): Services {
  const named = new Set(origins)
  const names = (url: URL) => named.has(url.origin) && url.username === '' && url.password === ''

  return {
    names,
    async ask(url, { accept, timeoutMs, method, body, headers = {}, ...limits }) {
      if (!names(url)) throw new Error(`${url.origin} is no service of the settings`)
      const until = AbortSignal.timeout(timeoutMs)
      const told = await whereIs(resolvers, hostOf(url))
      if (told.kind === 'absent')
        return { kind: 'absent', why: 'no_address', where: url.href, resolvers: told.resolvers }
      if (told.kind === 'unreachable') return { ...unreachable('dns_unreachable', url, told.resolvers), dns: told.why }
      const door = { addresses: told.values, port: portOf(url), until }
      const answer = await hop(url, door, { ...headers, accept, 'user-agent': userAgent }, limits, { method, body })
      if (answer.kind === 'failed') return unreachable(answer.why, url, told.resolvers)
      if (answer.kind === 'redirect') return unreachable('too_many_redirects', url, told.resolvers)
      return { ...answer, url: url.href, redirects: 0, resolvers: told.resolvers }
    },
  }
}
