import { composed } from '../names.ts'
import { byPlace } from '../outcome.ts'
import { decodedBeyondAscii, hexOf } from '../percent.ts'
import { stripped } from '../stripped.ts'
import { registrable } from '../suffix.ts'
import type { Recognition } from '../types.ts'

const marks = new Set(
  `fbclid gclid dclid msclkid igsh igshid mibextid mc_cid mc_eid _ga yclid zarsrc ref_src ref_url si twclid ttclid
   wt_mc spm`.split(/\s+/),
)

/** A page outside the platforms, by host and path in the form that is compared. */
export type Page = { readonly host: string; readonly path: string; readonly canonical: string }

/** The identity key of a page, whose host is in its canonical form: everything that leads to the same page by the standard gives the same text. */
export function pageAt(host: string, path: string, query: string): Page {
  const canonical = canonicalPath(path)
  const kept = query === '' ? '' : queryWithoutMarks(query)
  const place = `https://${host}${canonical}${kept && `?${normalized(kept)}`}`
  return { host, path: canonical, canonical: withoutMarkAtEnd(place) }
}

export const readWebsite = (page: Page): Recognition => byPlace('website', 'website', page.canonical)

/** Without `www.`, as long as what remains is still a host of its own; every ending of Blogspot is one place. */
export function canonicalHost(host: string): string {
  let bare = host
  while (bare.startsWith('www.') && registrable(bare.slice(4))) bare = bare.slice(4)
  if (!bare.includes('.blogspot.')) return bare
  const own = registrable(bare)
  return own?.label === 'blogspot' && own.domain !== bare ? `${bare.slice(0, -own.domain.length)}blogspot.com` : bare
}

function canonicalPath(path: string): string {
  const single = path.includes('//') ? path.replace(/\/+/g, '/') : path
  const bare = single.length > 1 && single.endsWith('/') ? single.slice(0, -1) : single
  return normalized(bare)
}

function queryWithoutMarks(query: string): string {
  return query
    .split('&')
    .filter((pair) => pair !== '' && !isMark(pair))
    .join('&')
}

function isMark(pair: string): boolean {
  const end = pair.indexOf('=')
  const name = end < 0 ? pair : pair.slice(0, end)
  return marks.has(name) || name.startsWith('utm_')
}

const plain = /^[!#-&(-:=?-[\]_a-z~]*$/i
/** A mark that follows one stays by itself: composed with its last letter it would be another. */
const encodedByte = /(%[0-9A-F]{2})/

/** Percent-encoding in upper-case hex, and what is not ASCII in NFC. */
function normalized(text: string): string {
  if (!text.includes('%') && plain.test(text)) return text
  const upper = text.replace(/%(?:[a-f][0-9a-f]|[0-9a-f][a-f])/gi, (hex) => hex.toUpperCase())
  const readable = decodedBeyondAscii(upper).split(encodedByte).map(composed).join('')
  return readable.replace(/[^\0-\x7f]+/g, encodeURIComponent).replace(/[\s"<>`;|]/g, hexOf)
}

/** A mark that a reader of text would take for the end of a sentence is encoded, so that the form stays as it is. */
function withoutMarkAtEnd(place: string): string {
  const kept = stripped(place)
  return kept === place ? place : kept + place.slice(kept.length).replace(/./g, hexOf)
}
