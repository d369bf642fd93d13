import { hostOf } from './location.ts'
import { foldedHost } from './lookalike.ts'
import { registrable } from './suffix.ts'

/** What a look-alike pretends to be, and whose it really is; for showing only, the judgement was made before. */
export type Imitated = { readonly name?: string; readonly host?: string; readonly domain?: string }

const names = {
  facebook: 'Facebook',
  instagram: 'Instagram',
  tiktok: 'TikTok',
  youtube: 'YouTube',
  twitter: 'X',
  linkedin: 'LinkedIn',
  telegram: 'Telegram',
  whatsapp: 'WhatsApp',
  zalo: 'Zalo',
  pinterest: 'Pinterest',
  threads: 'Threads',
  bsky: 'Bluesky',
  github: 'GitHub',
  reddit: 'Reddit',
} as const
type Brand = keyof typeof names

const hosts: Partial<Record<Brand, string>> = { zalo: 'zalo.me', telegram: 'telegram.org', bsky: 'bsky.app' }
const brands = (Object.keys(names) as Brand[]).map((brand) => ({ brand, look: foldedHost(brand) }))

/** A host has at most 253 characters; longer text is not searched to its end. */
const longestRead = 500
const hostLike = /(?:[a-z]{1,20}:\/{0,2})?([^\s/?#\\<>"';|]+\.[^\s/?#\\<>"';|]+)/i

/** Reads the host out of what was pasted. Where it cannot, less is shown and nothing else changes. */
export function imitated(typed: string): Imitated {
  const written = hostLike.exec(typed.slice(0, longestRead))?.[1] ?? ''
  const host = hostOf(written, 'https')?.host.replace(/\.$/, '')
  const seen = foldedHost(host ?? written.toLowerCase())
  const brand = brands.find(({ look }) => seen.includes(look))?.brand
  const domain = host && domainOf(host)
  return { ...(domain && { domain }), ...(brand && { name: names[brand], host: hosts[brand] ?? `${brand}.com` }) }
}

/** Under an ending that does not exist, its last two labels. */
const domainOf = (host: string): string => registrable(host)?.domain ?? host.split('.').slice(-2).join('.')
