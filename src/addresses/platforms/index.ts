// The table of platforms: one file each, every one readable beside its row of the rules.
import type { Platform } from '../types.ts'
import { bluesky } from './bluesky.ts'
import { facebook } from './facebook.ts'
import { github } from './github.ts'
import { gitlab } from './gitlab.ts'
import { instagram } from './instagram.ts'
import { linkedin } from './linkedin.ts'
import { lotus } from './lotus.ts'
import { mastodon } from './mastodon.ts'
import { medium } from './medium.ts'
import { pinterest } from './pinterest.ts'
import { reddit } from './reddit.ts'
import type { AppReader, PlatformRules } from './rules.ts'
import { substack } from './substack.ts'
import { telegram } from './telegram.ts'
import { threads } from './threads.ts'
import { tiktok } from './tiktok.ts'
import { viber } from './viber.ts'
import { whatsapp } from './whatsapp.ts'
import { x } from './x.ts'
import { youtube } from './youtube.ts'
import { zalo } from './zalo.ts'

const table: readonly PlatformRules[] = [
  facebook,
  zalo,
  tiktok,
  youtube,
  instagram,
  threads,
  x,
  linkedin,
  telegram,
  bluesky,
  mastodon,
  github,
  gitlab,
  reddit,
  pinterest,
  medium,
  substack,
  viber,
  whatsapp,
  lotus,
]

const byHost = new Map(table.flatMap((rules) => rules.hosts.map((host) => [host, rules] as const)))
const byName = new Map(table.map((rules) => [rules.platform, rules]))
const byScheme = new Map(table.flatMap((rules) => Object.entries(rules.apps ?? {})))

export const platformHosts: readonly string[] = [...byHost.keys()]

export const platforms: readonly Platform[] = [...table.map((rules) => rules.platform), 'podcast', 'rss', 'website']

export type OfPlatform = { readonly rules: PlatformRules; readonly domain: string; readonly sub: string }

const longestHost = 253

/** The platform that a lower-case host is of, as one of its hosts or under one of them. */
export function platformOfHost(host: string): OfPlatform | undefined {
  if (host.length > longestHost) return undefined
  for (let start = 0; start >= 0; start = host.indexOf('.', start) + 1 || -1) {
    const domain = start === 0 ? host : host.slice(start)
    const rules = byHost.get(domain)
    if (rules) return under(rules, domain, host.slice(0, Math.max(0, start - 1)))
  }
  return undefined
}

function under(rules: PlatformRules, domain: string, before: string): OfPlatform | undefined {
  const sub = before.replace(/^(?:www(?:\.|$))+/, '')
  return sub !== '' && rules.onlyTheseHosts ? undefined : { rules, domain, sub }
}

export const rulesOf = (platform: Platform): PlatformRules | undefined => byName.get(platform)

export const appReader = (scheme: string): AppReader | undefined => byScheme.get(scheme)
