import { parse } from 'tldts'
import type { Declared } from './method.ts'

/** The host of a declared website; undefined for what is no website. */
export function siteOf({ platform, canonical }: Declared): URL | undefined {
  const url = platform === 'website' ? URL.parse(canonical) : null
  return url?.protocol === 'https:' && url.port === '' ? url : undefined
}

/** The host whose root page was declared and that is somebody's own: never a public suffix such as co.uk or github.io,
 *  under which every name belongs to someone else. */
export function wholeHostOf(declared: Declared): string | undefined {
  const url = siteOf(declared)
  if (url?.pathname !== '/' || url.search !== '') return undefined
  return parse(url.hostname, { allowPrivateDomains: true }).domain === null ? undefined : url.hostname
}
