// Section 4: `Facebook: NAME`, `zalo 0912 345 678`, `IG @name`.
import { looksLikePhone } from './phone.ts'
import type { Platform } from './types.ts'

const labels: Readonly<Record<string, Platform>> = {
  facebook: 'facebook',
  fb: 'facebook',
  zalo: 'zalo',
  tiktok: 'tiktok',
  youtube: 'youtube',
  yt: 'youtube',
  instagram: 'instagram',
  insta: 'instagram',
  ig: 'instagram',
  x: 'x',
  twitter: 'x',
  threads: 'threads',
  linkedin: 'linkedin',
  telegram: 'telegram',
  tele: 'telegram',
  tg: 'telegram',
  bluesky: 'bluesky',
  bsky: 'bluesky',
  mastodon: 'mastodon',
  github: 'github',
  gitlab: 'gitlab',
  reddit: 'reddit',
  pinterest: 'pinterest',
  medium: 'medium',
  substack: 'substack',
  viber: 'viber',
  whatsapp: 'whatsapp',
  wa: 'whatsapp',
  lotus: 'lotus',
  website: 'website',
  web: 'website',
}
const byNumber = new Set<Platform>(['zalo', 'viber', 'whatsapp'])

const labelled = /^([a-z]{1,9})(\s{0,9}[:\-–=]\s{0,9}|\s{1,9})(?=\S)/i

export type Labelled = { readonly platform: Platform; readonly text: string }

export function readLabel(text: string): Labelled | undefined {
  const found = labelled.exec(text)
  const platform =
    found?.[1] && Object.hasOwn(labels, found[1].toLowerCase()) ? labels[found[1].toLowerCase()] : undefined
  if (!found || !platform) return undefined
  const rest = text.slice(found[0].length)
  const isOnlyBlank = found[2]?.trim() === ''
  const mayFollowBlank = rest.startsWith('@') || (byNumber.has(platform) && looksLikePhone(rest))
  return isOnlyBlank && !mayFollowBlank ? undefined : { platform, text: rest }
}
