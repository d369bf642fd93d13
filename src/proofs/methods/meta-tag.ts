import type { Response, Wants } from '../../net/index.ts'
import { isToken } from '../token.ts'
import { type Judge, lookAt, mediaType } from './fetched.ts'
import { readHead } from './head.ts'
import type { LookedFor, Sought, Terms } from './method.ts'
import { siteOf } from './site.ts'

const wants: Wants = {
  maxBytes: 1024 * 1024,
  partial: true,
  maxRedirects: 3,
  accept: 'text/html, application/xhtml+xml',
  timeoutMs: 10_000,
}

/** M3. A meta tag in the head of the declared page. It proves exactly that page. */
export const metaTag: LookedFor = {
  name: 'meta-tag',
  how: 'looked_for',
  secret: 'token',
  recheckDays: 7,
  applies: (declared) => siteOf(declared) !== undefined,
  publish(declared, sought, terms) {
    const name = nameOf(terms)
    return { url: siteOf(declared)?.href ?? '', tag: tagOf(sought, terms), name, content: sought.token }
  },
  async look({ client }, declared, sought, terms) {
    const page = siteOf(declared)
    if (!page) throw new Error('meta-tag was asked about something that is no website')
    const expected = tagOf(sought, terms)
    return lookAt(page, { client, wants, expected, judge: carries(page, sought.token, nameOf(terms)) })
  },
}

const nameOf = ({ label }: Terms) => `${label}-site-verification`
const tagOf = ({ token }: Sought, terms: Terms) => `<meta name="${nameOf(terms)}" content="${token}">`

const carries =
  (page: URL, token: string, name: string): Judge =>
  (response) => {
    if (!samePage(page, new URL(response.url))) return { kind: 'absent', reason: 'moved' }
    if (!['text/html', 'application/xhtml+xml'].includes(mediaType(response)))
      return { kind: 'absent', reason: 'wrong_type' }
    const head = readHead(textOf(response), name)
    if (head.contents.includes(token)) return { kind: 'found' }
    if (!head.whole && response.truncated) return { kind: 'unreachable', reason: 'too_large' }
    const seen = head.contents.filter(isToken)
    const others = head.contents.length - seen.length
    return {
      kind: 'absent',
      reason: seen.length > 0 ? 'other_token' : others > 0 ? 'other_content' : 'no_tag',
      seen,
      others,
    }
  }

/** `www.` and a slash at the end aside: a redirect to any other page shows that page, and proves nothing about this one. */
function samePage(one: URL, other: URL): boolean {
  const plain = ({ hostname, pathname, search }: URL) =>
    [hostname.replace(/^www\./, ''), pathname.replace(/\/$/, ''), search].join(' ')
  return plain(one) === plain(other)
}

/** All that matters in the head is ASCII, which every encoding of the web keeps, but UTF-16. */
function textOf({ body, contentType }: Response): string {
  const bytes = Buffer.from(body)
  const wide =
    bytes[0] === 0xff && bytes[1] === 0xfe
      ? 'utf-16le'
      : bytes[0] === 0xfe && bytes[1] === 0xff
        ? 'utf-16be'
        : /charset="?(utf-16[bl]e)/.exec(contentType)?.[1]
  if (wide) return new TextDecoder(wide).decode(bytes)
  return bytes.subarray(bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0).toString('latin1')
}
