import type { Response, Wants } from '../../net/index.ts'
import { mediaType } from './fetched.ts'

/** What is asked for where a page of HTML is read. */
export const wholePage: Wants = {
  maxBytes: 1024 * 1024,
  partial: true,
  maxRedirects: 3,
  accept: 'text/html, application/xhtml+xml',
  timeoutMs: 10_000,
}

export const isHtml = (response: Response): boolean =>
  ['text/html', 'application/xhtml+xml'].includes(mediaType(response))

/** `www.` and a slash at the end aside: a redirect to any other page shows that page, and proves nothing about this one. */
export function samePage(one: URL, other: URL): boolean {
  const plain = ({ hostname, pathname, search }: URL) =>
    [hostname.replace(/^www\./, ''), pathname.replace(/\/$/, ''), search].join(' ')
  return plain(one) === plain(other)
}

/** All that matters in a page is ASCII, which every encoding of the web keeps but UTF-16, and ISO-2022-JP behind an escape sign:
 *  there letters of a language could spell a tag, so the text ends for us. Where a page is XML its comments and its CDATA end elsewhere than
 *  in HTML, so that what somebody wrote into one could come out as a tag: there too. */
export function textOf({ body, contentType }: Response): string {
  const bytes = Buffer.from(body)
  const wide = wideIn(bytes, contentType)
  const text = wide ? new TextDecoder(wide).decode(bytes) : bytes.subarray(hasMark(bytes) ? 3 : 0).toString('latin1')
  const ends = [text.indexOf('\x1b'), contentType.startsWith('application/xhtml+xml') ? text.search(otherInXml) : -1]
  return text.slice(0, Math.min(...ends.map((end) => (end < 0 ? text.length : end))))
}

const otherInXml = /<!\[CDATA\[|<!--?-?>|--!>/

const hasMark = (bytes: Buffer) => bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf

function wideIn(bytes: Buffer, contentType: string): string | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  return /charset="?(utf-16[bl]e)/.exec(contentType)?.[1]
}
