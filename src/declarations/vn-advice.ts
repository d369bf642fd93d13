import { recognise, websiteHost } from '../addresses/index.ts'
import type { KeptAddress } from './types.ts'

// Advice about the national domain. Nothing of it is kept, counted or shown to anybody else.

/** Does the name of a website stand under .vn? Nothing for what is no website: there the name is the platform's. */
export function isUnderVn({ platform, canonical }: Pick<KeptAddress, 'platform' | 'canonical'>): boolean | undefined {
  return platform === 'website' ? new URL(canonical).hostname.endsWith('.vn') : undefined
}

/** A name under .vn as it is read, and as it is written in the domain name system. */
export type VnName = { readonly name: string; readonly punycode: string }

const vietnamese = new Set(
  'aàảãáạăằẳẵắặâầẩẫấậbcdđeèẻẽéẹêềểễếệfghiìỉĩíịjklmnoòỏõóọôồổỗốộơờởỡớợpqrstuùủũúụưừửữứựvwxyỳỷỹýỵz0123456789-',
)
const longestWords = 100

/** `Nguyễn Thị Lan` → `nguyễnthịlan.vn`, from the person's own words: letters, digits and hyphens stay, with their marks; blanks
 *  and punctuation go. Letters that Vietnamese does not have make no such name, nor does what is
 *  nobody's to have: `com.vn`, or a name that imitates a platform. */
export function vietnameseName(words: string): VnName | undefined {
  const label = words
    .slice(0, longestWords)
    .normalize('NFC')
    .toLowerCase()
    .trim()
    .replace(/\.vn$/, '')
    .replace(/[–—‐]/g, '-')
    .replace(/[^\p{L}\p{M}\p{N}-]/gu, '')
    .replace(/-{2,}/g, '-')
    .replace(/^-|-$/g, '')
  if (label === '' || ![...label].every((letter) => vietnamese.has(letter))) return undefined
  const name = `${label}.vn`
  const { address } = recognise(`https://${name}/`)
  const host = address && websiteHost(address)
  return host ? { name, punycode: host } : undefined
}
