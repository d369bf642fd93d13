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
 *  there letters of a language could spell a tag, so the text ends for us. */
export function textOf({ body, contentType }: Response): string {
  const bytes = Buffer.from(body)
  const wide =
    bytes[0] === 0xff && bytes[1] === 0xfe
      ? 'utf-16le'
      : bytes[0] === 0xfe && bytes[1] === 0xff
        ? 'utf-16be'
        : /charset="?(utf-16[bl]e)/.exec(contentType)?.[1]
  if (wide) return new TextDecoder(wide).decode(bytes)
  const text = bytes.subarray(bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0).toString('latin1')
  const sign = text.indexOf('\x1b')
  return sign < 0 ? text : text.slice(0, sign)
}
