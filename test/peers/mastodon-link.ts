/** What a server of the fediverse demands before it ticks a link in a profile, as Mastodon does it: written from its rules, older and newer
 *  versions taken together, so that what passes here passes at both. */
export type Fetched = {
  readonly status: number
  readonly headers: Readonly<Record<string, string | string[] | number | undefined>>
  readonly text: string
}
/** Asks one address as the server would: GET or HEAD with these headers, without following anything. */
export type Fetch = (method: 'GET' | 'HEAD', url: string, headers: Record<string, string>) => Promise<Fetched>

const longestField = 255
const mostRedirects = 2
const mostBytes = 1024 * 1024

/** Would a server tick the field with this address in the profile at `account`? If not, why. */
export async function ticks(field: string, account: string, fetch: Fetch): Promise<true | string> {
  const wrong = unverifiable(field)
  if (wrong) return wrong
  let page = await fetch('GET', field, { accept: 'text/html' })
  for (let redirects = 0; page.status >= 300 && page.status < 400; redirects++) {
    if (redirects === mostRedirects) return 'too many redirects'
    const to = URL.parse(String(page.headers.location), field)
    if (!to) return 'leads nowhere'
    page = await fetch('GET', to.href, { accept: 'text/html' })
  }
  if (page.status !== 200) return `status ${page.status}`
  if (Buffer.byteLength(page.text) > mostBytes) return 'too large'
  const links = linksSayingMe(page.text)
  if (links.some((href) => href.toLowerCase() === account.toLowerCase())) return true
  const [first] = links
  if (!first) return 'no link says me'
  const head = await fetch('HEAD', first, {})
  return head.headers.location === account ? true : 'no link leads to the account'
}

/** One https address and nothing beside it: no name or password, the host in small ASCII, the path as a browser would write it. */
export function unverifiable(field: string): string | undefined {
  if (field.length > longestField) return 'too long'
  const url = URL.parse(field)
  if (url?.protocol !== 'https:') return 'not https'
  if (url.username || url.password) return 'names somebody'
  const host = /^https:\/\/([^/?#:]+)/.exec(field)?.[1]
  if (host !== url.hostname || /[^\x21-\x7e]/.test(field)) return 'host not in ASCII and small letters'
  return field === url.href || `${field}/` === url.href ? undefined : 'not normalised'
}

/** `//a[rel~=me] | //link[rel~=me]` with the word in small letters, over HTML as the register writes it: every attribute in quotes. */
function linksSayingMe(html: string): string[] {
  const shown = html.replace(/<!--[\s\S]*?-->|<(script|style|template|noscript|textarea|title)\b[\s\S]*?<\/\1>/g, '')
  return [...shown.matchAll(/<(?:a|link)\s([^>]*)>/g)].flatMap(([, attributes = '']) => {
    const of = (name: string) => new RegExp(`(?:^|\\s)${name}="([^"]*)"`).exec(attributes)?.[1]
    const says = (of('rel') ?? '').split(/\s+/).includes('me')
    const href = of('href')?.replaceAll('&amp;', '&')
    return says && href !== undefined ? [href] : []
  })
}
