import { isPage } from '../token.ts'
import { type Judge, lookAt, lookOnce } from './fetched.ts'
import { type Link, readLinks } from './links.ts'
import type { Declared, LookedFor, Sought, Terms } from './method.ts'
import { siteOf } from './site.ts'
import { isHtml, samePage, textOf, wholePage as wants } from './web-page.ts'

/** M4. A link with rel=me from the declared page to the person's own public page here. It proves exactly that page: of a website any path,
 *  and the profiles of GitHub and GitLab, which show the address in their field *website* as such a link to whoever is not signed in. */
export const relMe: LookedFor = {
  name: 'rel-me',
  how: 'looked_for',
  secret: 'page',
  recheckDays: 7,
  applies: (declared) => pageOf(declared) !== undefined,
  publish: (declared, sought, terms) => ({
    url: pageOf(declared)?.href ?? '',
    link: linkFor(declared, sought, terms),
    href: ownPage(sought, terms),
  }),
  async look({ client }, declared, sought, terms) {
    const page = pageOf(declared)
    if (!page) throw new Error('rel-me was asked about something that is neither a website nor such a profile')
    const profile = isProfile(declared)
    const judge = linksBack(page, profile, sought, terms)
    const ask = { client, wants, expected: linkFor(declared, sought, terms), judge }
    return profile ? lookOnce(page, ask) : lookAt(page, ask)
  },
}

const isProfile = ({ platform }: Declared) => platform === 'github' || platform === 'gitlab'
const pageOf = (declared: Declared): URL | undefined =>
  isProfile(declared) ? (URL.parse(declared.canonical) ?? undefined) : siteOf(declared)

const peopleOf = ({ url }: Terms) => `${url}/people/`
const ownPage = ({ token }: Sought, terms: Terms) => peopleOf(terms) + token

/** A profile takes the address alone and makes the link itself. */
function linkFor(declared: Declared, sought: Sought, terms: Terms): string {
  const href = ownPage(sought, terms)
  return isProfile(declared) ? href : `<a rel="me" href="${href}">${href.replace(/^https?:\/\//, '')}</a>`
}

const mostShown = 5

/** Names on both platforms are the same in capitals, and one of them leads on to the name as its owner writes it. */
const linksBack =
  (page: URL, profile: boolean, sought: Sought, terms: Terms): Judge =>
  (response) => {
    if (!samePage(page, new URL(profile ? response.url.toLowerCase() : response.url)))
      return { kind: 'absent', reason: 'moved' }
    if (!isHtml(response)) return { kind: 'absent', reason: 'wrong_type' }
    const { links, base } = readLinks(textOf(response))
    const ends = links.filter(saysMe).map(endOf(URL.parse(base ?? '', response.url)?.href ?? response.url))
    if (ends.includes(ownPage(sought, terms))) return { kind: 'found' }
    if (response.truncated) return { kind: 'unreachable', reason: 'too_large' }
    const pages = ends.map((end) => pageIn(end, terms)).filter((id) => id !== undefined)
    return {
      kind: 'absent',
      reason: pages.length > 0 ? 'other_token' : 'no_link',
      seen: [...new Set(pages)].slice(0, mostShown),
      others: ends.length - pages.length,
    }
  }

/** `ugc` marks what a visitor wrote: whoever may comment on a page does not own it. */
const saysMe = ({ rel }: Link) => rel.includes('me') && !rel.includes('ugc')

/** Where a link leads, less one slash at the end: the same address to the letter, so that neither a query nor a fragment is passed over. */
const endOf =
  (base: string) =>
  ({ href }: Link): string | undefined =>
    URL.parse(written(href), base)?.href.replace(/\/$/, '')

/** An attribute as its page means it: UTF-8, and signs of ASCII that a careful template wrote as numbers. */
const written = (href: string): string =>
  (/[\x80-\xff]/.test(href) ? Buffer.from(href, 'latin1').toString() : href).replace(
    /&#(?:x([0-9a-f]{1,4})|([0-9]{1,4}));/gi,
    (whole, hex, decimal) => {
      const code = hex ? Number.parseInt(hex, 16) : Number(decimal)
      return code > 0x20 && code < 0x7f ? String.fromCharCode(code) : whole
    },
  )

/** The id of anybody's public page of this register; of any other address nothing is shown. */
function pageIn(end: string | undefined, terms: Terms): string | undefined {
  const id = end?.startsWith(peopleOf(terms)) ? end.slice(peopleOf(terms).length) : ''
  return isPage(id) ? id : undefined
}
