import { getDomain } from 'tldts'
import type { Reason } from './outcome.ts'

export type Checked = { readonly kind: 'fine'; readonly url: URL } | { readonly kind: 'refused'; readonly why: Reason }

/** Only http and https, only ports 80 and 443, nobody's password. The URL class has turned 2130706433 and 0x7f.1 into 127.0.0.1. */
export function checkUrl(text: string | URL): Checked {
  const url = URL.parse(String(text))
  if (url === null) return refused('malformed')
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return refused('bad_scheme')
  if (url.username !== '' || url.password !== '') return refused('credentials')
  if (portOf(url) !== 80 && portOf(url) !== 443) return refused('bad_port')
  url.hash = ''
  url.hostname = url.hostname.replace(/\.$/, '')
  return url.hostname === '' || url.hostname.endsWith('.') ? refused('malformed') : { kind: 'fine', url }
}

export function portOf(url: URL): number {
  return url.port === '' ? ({ 'https:': 443, 'http:': 80 }[url.protocol] ?? 0) : Number(url.port)
}

/** Where a redirect leads, if it may be followed: inside the registrable domain, and never from https back to http. */
export function checkRedirect(from: URL, location: string): Checked {
  const target = URL.parse(location, from)
  if (target === null) return refused('malformed')
  const checked = checkUrl(target)
  if (checked.kind === 'refused') return checked
  if (!sameDomain(from.hostname, checked.url.hostname)) return refused('redirect_outside')
  if (from.protocol === 'https:' && checked.url.protocol === 'http:') return refused('redirect_downgrade')
  return checked
}

function sameDomain(one: string, other: string): boolean {
  return one === other || (registrableDomain(one) !== null && registrableDomain(one) === registrableDomain(other))
}

/** The part that somebody registered, by the whole public suffix list: lan.github.io is a domain of its own. Null for a
 *  public suffix itself, an IP address and a single label. */
export function registrableDomain(host: string): string | null {
  return getDomain(host, { allowPrivateDomains: true })
}

function refused(why: Reason): Checked {
  return { kind: 'refused', why }
}

/** The host as resolvers and certificates know it: an IPv6 address without its brackets. */
export function hostOf(url: URL): string {
  return url.hostname.replace(/^\[|\]$/g, '')
}
