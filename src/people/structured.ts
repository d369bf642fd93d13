import type { PublicPerson } from './rules.ts'

/** The same as schema.org says it, for search engines, as a text that may stand inside `<script type="application/ld+json">`: no sign in it
 *  can end the element or begin a comment. */
export function structuredData({ name, office, pages }: PublicPerson, url: string): string {
  const sameAs = pages.map(({ href }) => href).filter((href) => href !== undefined)
  const person = {
    '@context': 'https://schema.org',
    '@type': 'Person',
    url,
    ...(name === undefined ? {} : { name }),
    ...(office === undefined ? {} : { jobTitle: office }),
    sameAs,
  }
  return JSON.stringify(person).replace(
    /[<>&\u2028\u2029]/g,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}
