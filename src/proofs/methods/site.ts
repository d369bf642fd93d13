import { parse } from 'tldts'
import type { Declared } from './method.ts'

/** The host of a declared website; undefined for what is no website, and for a public suffix: addresses are written without `www.`, so
 *  there the one name `www` below it, which may be anybody's, would stand for all the others. */
export function siteOf({ platform, canonical }: Declared): URL | undefined {
  const url = platform === 'website' ? URL.parse(canonical) : null
  return url?.protocol === 'https:' && url.port === '' && !isPublicSuffix(url.hostname) ? url : undefined
}

function isPublicSuffix(host: string): boolean {
  const { publicSuffix, isIcann, isPrivate } = parse(host, { allowPrivateDomains: true })
  return publicSuffix === host && (isIcann === true || isPrivate === true)
}

/** The host whose root page was declared and that is somebody's own: never a public suffix such as co.uk or github.io,
 *  under which every name belongs to someone else. */
export function wholeHostOf(declared: Declared): string | undefined {
  const url = siteOf(declared)
  if (url?.pathname !== '/' || url.search !== '') return undefined
  return parse(url.hostname, { allowPrivateDomains: true }).domain === null ? undefined : url.hostname
}
