// Rule 11: addresses that only carry another one.
import { parameter } from './location.ts'

type Redirector = {
  readonly domain: string
  readonly path: RegExp
  readonly parameter: string
  readonly subs?: readonly string[]
}

const redirectors: readonly Redirector[] = [
  { domain: 'facebook.com', path: /^\/l\.php$/i, parameter: 'u' },
  { domain: 'facebook.com', path: /^\/flx\/warn$/i, parameter: 'u' },
  { domain: 'facebook.com', path: /^\/plugins\/(?:page|video|post)\.php$/i, parameter: 'href' },
  { domain: 'facebook.com', path: /^\/login(?:\.php)?$/i, parameter: 'next' },
  { domain: 'instagram.com', path: /^$/, parameter: 'u', subs: ['l.'] },
  { domain: 'instagram.com', path: /^\/accounts\/login$/i, parameter: 'next' },
  { domain: 'google.com', path: /^\/url$/i, parameter: 'q', subs: [''] },
  { domain: 'youtube.com', path: /^\/redirect$/i, parameter: 'q' },
]
const carrying = ['facebook.com', 'instagram.com', 'google.com', 'youtube.com']

/** The address inside, when this is the address of a redirector. */
export function carriedBy(host: string, path: string, query: string): string | undefined {
  if (query === '') return undefined
  const domain = carrying.find((known) => host === known || host.endsWith(`.${known}`))
  if (domain === undefined) return undefined
  const place = path.replace(/\/+/g, '/').replace(/\/$/, '')
  const sub = host.slice(0, -domain.length).replace(/^(?:www\.)+/, '')
  for (const one of redirectors) {
    if (one.domain !== domain || !one.path.test(place) || (one.subs && !one.subs.includes(sub))) continue
    const target = parameter(query, one.parameter)
    if (target) return /^\/(?!\/)/.test(target) ? `https://${host}${target}` : target
  }
  return undefined
}
