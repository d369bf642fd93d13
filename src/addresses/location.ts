// A token taken apart: scheme, authority, path, query, fragment, as the WHATWG URL Standard reads them.
import { composed, isDigits } from './names.ts'
import { refuse } from './outcome.ts'
import { decoded } from './percent.ts'
import type { Refusal } from './types.ts'

/** An address in the scheme of an app or protocol, without a host: `tg:`, `viber:`, `whatsapp:`, `acct:`, `at:`, `did:`. */
export type AppLink = { readonly scheme: string; readonly rest: string }

export type Location = {
  /** Lower-case ASCII as the URL standard gives it, without a dot at the end. */
  readonly host: string
  readonly hasOwnPort: boolean
  readonly isFeed: boolean
  /** Resolved and percent-encoded by the URL standard. */
  readonly path: string
  readonly query: string
  readonly fragment: string
}

export type Taken = { app: AppLink } | { authority: string; scheme: 'http' | 'https'; rest: string; isFeed: boolean }

const named = /^([a-z][a-z0-9+.-]*):\/\//i
const web = /^(?:(https?)(?::|(?=\/\/))|(?=\/\/))[/\\]*/i
const app = /^(tg|viber|whatsapp|acct|at|did):(?:\/\/)?/i
const fediverse = /^@?[^@/?#\\]+(?:@[^/?#\\]+)?$/
const feed = /^feed:(?:\/\/)?/i

/** Rule 6: any scheme but the served ones is refused. */
export function takenApart(token: string): Taken | Refusal {
  const isFeed = feed.test(token)
  const address = isFeed ? token.replace(feed, '') : token
  const start = web.exec(address)
  if (start)
    return onTheWeb(address.slice(start[0].length), start[1]?.toLowerCase() === 'http' ? 'http' : 'https', isFeed)
  const link = app.exec(address)
  if (link?.[1]) return { app: { scheme: link[1].toLowerCase(), rest: address.slice(link[0].length) } }
  if (named.test(address)) return refuse('unsupported_scheme')
  if (address.includes('@') && fediverse.test(address) && !/^www\./i.test(address)) return nameAtHost(address)
  return onTheWeb(address, 'https', isFeed)
}

/** `@user@host`, `user@host` and, on Bluesky, `@name.bsky.social` */
function nameAtHost(address: string): Taken {
  if (address.lastIndexOf('@') === 0) return onTheWeb(address.slice(1), 'https', false)
  return { app: { scheme: 'acct', rest: address } }
}

function onTheWeb(address: string, scheme: 'http' | 'https', isFeed: boolean): Taken {
  const end = address.search(/[/\\?#]/)
  const authority = end < 0 ? address : address.slice(0, end)
  return { authority, scheme, rest: end < 0 ? '' : address.slice(end), isFeed }
}

export type ParsedHost = { readonly host: string; readonly hasOwnPort: boolean }

const simpleHost = /^(?!xn--)(?:(?!\.xn--)[a-z0-9.-])+$/i
const numberAtEnd = /(?:^|\.)(?:\d[^.]*)?\.?$/

/** The host by the URL standard, and whether a port other than the scheme's own was written. */
export function hostOf(authority: string, scheme: 'http' | 'https'): ParsedHost | undefined {
  const colon = authority.indexOf(':')
  const name = colon < 0 ? authority : authority.slice(0, colon)
  if (!simpleHost.test(name) || numberAtEnd.test(name)) return parsedHost(authority, scheme)
  const port = colon < 0 ? '' : authority.slice(colon + 1)
  if (port !== '' && (!isDigits(port) || Number(port) > 65_535)) return undefined
  return { host: name.toLowerCase(), hasOwnPort: port !== '' && Number(port) !== (scheme === 'http' ? 80 : 443) }
}

function parsedHost(authority: string, scheme: 'http' | 'https'): ParsedHost | undefined {
  const url = URL.parse(`${scheme}://${authority}/`)
  if (url === null || url.hostname === '' || !hasValidLabels(url.hostname)) return undefined
  return { host: url.hostname, hasOwnPort: url.port !== '' }
}

/** Some engines take any ASCII label after `xn--` as it is. With a wide `x` they decode and judge it, as the standard says. */
function hasValidLabels(host: string): boolean {
  if (!host.includes('xn--')) return true
  return URL.parse(`https://${host.replace(/(^|\.)xn--/g, '$1\uff58n--')}/`)?.hostname === host
}

// What the URL standard leaves as it is: no character to encode, no segment of dots.
const needsResolving = /[^!#-&(-:=?-[\]_a-z~]|\/\.|%2e/i

export function placeOf(rest: string): { path: string; query: string; fragment: string } {
  if (rest !== '' && needsResolving.test(rest)) {
    const url = new URL(`https://h${rest.toWellFormed()}`)
    return { path: url.pathname, query: url.search.slice(1), fragment: url.hash.slice(1) }
  }
  const hash = rest.indexOf('#')
  const before = hash < 0 ? rest : rest.slice(0, hash)
  const mark = before.indexOf('?')
  const path = mark < 0 ? before : before.slice(0, mark)
  return {
    path: path === '' ? '/' : path,
    query: mark < 0 ? '' : before.slice(mark + 1),
    fragment: hash < 0 ? '' : rest.slice(hash + 1),
  }
}

/** The path's segments, decoded and in NFC; empty ones are left out. */
export function segmentsOf(path: string): string[] {
  const segments = path.split('/').filter((segment) => segment !== '')
  return path.includes('%') ? segments.map((segment) => composed(decoded(segment))) : segments
}

/** A value of the query, decoded; a plus stays a plus, since numbers and codes are written with it. */
export function parameter(query: string, name: string): string | undefined {
  for (const pair of query === '' ? [] : query.split('&')) {
    if (pair.startsWith(name) && pair[name.length] === '=') return decoded(pair.slice(name.length + 1))
  }
  return undefined
}
