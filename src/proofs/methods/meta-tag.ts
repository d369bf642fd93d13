import { isToken } from '../token.ts'
import { type Judge, lookAt } from './fetched.ts'
import { readHead } from './head.ts'
import type { LookedFor, Sought, Terms } from './method.ts'
import { siteOf } from './site.ts'
import { isHtml, samePage, textOf, wholePage as wants } from './web-page.ts'

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
    if (!isHtml(response)) return { kind: 'absent', reason: 'wrong_type' }
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
