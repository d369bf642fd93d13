import { parse } from 'tldts'

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
const hosts: Partial<Record<keyof typeof names, string>> = {
  zalo: 'zalo.me',
  telegram: 'telegram.org',
  bsky: 'bsky.app',
}

const looks: Readonly<Record<string, string>> = {
  '0': 'o',
  '1': 'l',
  '5': 's',
  а: 'a',
  е: 'e',
  о: 'o',
  р: 'p',
  с: 'c',
  у: 'y',
  х: 'x',
  і: 'i',
  ο: 'o',
  α: 'a',
  ν: 'v',
  ι: 'i',
  ı: 'i',
}
const folded = (host: string) =>
  [...host.toLowerCase()]
    .map((letter) => looks[letter] ?? letter)
    .join('')
    .replaceAll('vv', 'w')
    .replaceAll('rn', 'm')

/** A host has at most 253 characters; longer text is not searched to its end. */
const longestShown = 500

/** Reads the host out of what was pasted. Where it cannot, less is shown and nothing else changes. */
export function imitated(typed: string): Imitated {
  const written =
    /(?:[a-z]+:\/{0,2})?([^\s/?#\\<>"';|]+\.[^\s/?#\\<>"';|]+)/i.exec(typed.slice(0, longestShown))?.[1] ?? ''
  const plain = folded(written)
  const brand = Object.keys(names).find((name) => plain.includes(folded(name))) as keyof typeof names | undefined
  const domain = parse(URL.parse(`https://${written}`)?.hostname ?? '').domain ?? undefined
  return { domain, ...(brand && { name: names[brand], host: hosts[brand] ?? `${brand}.com` }) }
}
