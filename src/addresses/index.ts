import { platforms, rulesOf } from './platforms/index.ts'
import type { Address, Platform } from './types.ts'

export { type Imitated, imitated } from './imitated.ts'
export { recognise } from './recognise.ts'
export { splitPaste } from './split-paste.ts'
export type { Address, Kind, Platform, Reason, Recognition } from './types.ts'
export { reasonWords } from './words.ts'
export { platforms }

const known: ReadonlySet<string> = new Set(platforms)

export const isPlatform = (text: string): text is Platform => known.has(text)

const placeNames: Readonly<Record<string, string>> = { podcast: 'podcast', rss: 'RSS', website: 'website' }

/** The platform's own name; `website`, `podcast` and `RSS` are said in the reader's language elsewhere. */
export const platformName = (platform: Platform): string => rulesOf(platform)?.name ?? placeNames[platform] ?? platform

/** As it is shown to people: without `https://` and `www.`, and without the slash of a root. */
export function displayAddress(canonical: string): string {
  const bare = canonical.replace(/^https:\/\/(?:www\.)?/, '')
  return bare.indexOf('/') === bare.length - 1 ? bare.slice(0, -1) : bare
}

type Written = Pick<Address, 'canonical' | 'handle'>

/** The whole address, with the middle of a telephone number left out: whoever is not its owner sees no number. */
export function maskedAddress({ canonical, handle = '' }: Written): string {
  const digits = /^\+(\d{6,15})$/.exec(handle)?.[1]
  if (!digits) return canonical
  const [shownFirst, shownLast] = digits.length > 8 ? [4, 2] : [2, 1]
  const hidden = '•'.repeat(digits.length - shownFirst - shownLast)
  return canonical.replace(digits, `${digits.slice(0, shownFirst)}${hidden}${digits.slice(-shownLast)}`)
}

/** The same for display. */
export const maskPhone = (address: Written): string => displayAddress(maskedAddress(address))

/** The host that a proof by DNS or by a file on the host can speak for: a website whose address is its root. */
export function websiteHost({ platform, canonical }: Address): string | undefined {
  const host = platform === 'website' ? /^https:\/\/([^/?#]+)\/$/.exec(canonical)?.[1] : undefined
  return host
}
