// Rule 8: the host, by the URL standard, then by what a public page can stand on.
import { hostOf } from './location.ts'
import { isLookalike } from './lookalike.ts'
import { refuse } from './outcome.ts'
import { type OfPlatform, platformOfHost } from './platforms/index.ts'
import { canonicalHost } from './platforms/website.ts'
import { registrable } from './suffix.ts'
import type { Refusal } from './types.ts'

/** The host is without `www.` where it is no platform's. */
export type CheckedHost = { readonly host: string; readonly platform: OfPlatform | undefined }

const privateEndings = new Set('local internal lan localhost test example invalid onion alt arpa'.split(' '))
const longestHost = 253
const longestLabel = 63

export function checkedHost(authority: string, scheme: 'http' | 'https'): CheckedHost | Refusal {
  const parsed = hostOf(authority, scheme)
  if (!parsed) return refuse('invalid_host')
  const host = parsed.host.endsWith('.') ? parsed.host.slice(0, -1) : parsed.host
  const platform = platformOfHost(host)
  if (!platform) {
    const refusal = refusalOf(host)
    if (refusal) return refusal
  } else if (hasBadLabel(host)) return refuse('invalid_host')
  if (parsed.hasOwnPort) return refuse('unexpected_port')
  return { host: platform ? host : canonicalHost(host), platform }
}

function refusalOf(host: string): Refusal | undefined {
  if (host.startsWith('[') || isIpv4(host)) return refuse('ip_address')
  if (hasBadLabel(host)) return refuse('invalid_host')
  if (isPrivate(host)) return refuse('private_host')
  if (isLookalike(host)) return refuse('lookalike_host')
  if (!registrable(host)) return refuse('unknown_tld')
  return endsTokens.test(host) ? refuse('invalid_host') : undefined
}

// The URL standard allows these in a host; no name server does, and in a text they would end the address.
const endsTokens = /[;",]/

// The URL standard has already written every IPv4 address, of whatever base, as four decimal numbers.
const isIpv4 = (host: string) => /^\d+\.\d+\.\d+\.\d+$/.test(host)

function hasBadLabel(host: string): boolean {
  if (host === '' || host.length > longestHost) return true
  let start = 0
  for (let at = 0; at <= host.length; at++) {
    if (at < host.length && host[at] !== '.') continue
    if (at === start || at - start > longestLabel) return true
    start = at + 1
  }
  return false
}

function isPrivate(host: string): boolean {
  const dot = host.lastIndexOf('.')
  return dot < 0 || privateEndings.has(host.slice(dot + 1))
}
