import type { Silence } from './one-resolver.ts'

/** Why a page was not fetched. None of these says anything about the person: "could not tell" is never "no". */
export type Reason =
  | 'malformed' // no URL, or no HTTP answer
  | 'bad_scheme'
  | 'bad_port'
  | 'credentials'
  | 'address_not_public'
  | 'dns_unreachable'
  | 'connection_refused'
  | 'connection_failed' // no route, reset, closed before the end
  | 'certificate'
  | 'tls_handshake'
  | 'redirect_outside'
  | 'redirect_downgrade'
  | 'too_many_redirects'
  | 'too_large'
  | 'encoding'
  | 'timeout'
  | 'rate_limited'

export type Unreachable = {
  readonly kind: 'unreachable'
  readonly why: Reason
  /** The URL at which it ended: of a refused redirect, the one it pointed to. */
  readonly where: string
  /** Who was asked for the host; with `dns_unreachable`, who could not tell. Empty where it did not come to that. */
  readonly resolvers: readonly string[]
  /** With `dns_unreachable`: what they did. */
  readonly dns?: Silence
}

/** The resolvers say that the host does not exist or has no address. */
export type Absent = {
  readonly kind: 'absent'
  readonly why: 'no_address'
  readonly where: string
  readonly resolvers: readonly string[]
}

export type Response = {
  readonly kind: 'response'
  readonly url: string
  readonly status: number
  readonly contentType: string
  /** Empty unless the status is 2xx: nobody needs an error page, so it is not read. */
  readonly body: Uint8Array
  /** The body went on beyond `maxBytes`; only with `partial`. */
  readonly truncated: boolean
  readonly redirects: number
  readonly address: string
  /** Who gave the address; empty where the URL held it itself. */
  readonly resolvers: readonly string[]
}

/** The same in one word: of silent resolvers, what they did. */
export type Silent = Exclude<Reason, 'dns_unreachable'> | `dns_${Silence}`
export const whySilent = ({ why, dns }: Unreachable): Silent =>
  why === 'dns_unreachable' ? `dns_${dns ?? 'network'}` : why

export type Got = Response | Absent | Unreachable

export function unreachable(why: Reason, where: URL | string, resolvers: readonly string[] = []): Unreachable {
  return { kind: 'unreachable', why, where: String(where), resolvers }
}
