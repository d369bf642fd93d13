import { byPlace } from '../outcome.ts'
import type { Recognition } from '../types.ts'
import { canonicalHost, canonicalPath, canonicalPlace } from './website.ts'

const feedEnding = /(?:\.rss|\.xml|\.atom|\/feed|\/rss|\/atom)$/i
const feedStart = /^\/feeds\//i

/** A feed by its host or path; the scheme `feed:` says so itself. */
export function isFeedPath(host: string, path: string): boolean {
  if (canonicalHost(host).startsWith('feeds.')) return true
  const canonical = canonicalPath(path)
  return feedEnding.test(canonical) || feedStart.test(canonical)
}

export function readFeed(host: string, path: string, query: string): Recognition {
  return byPlace('rss', 'feed', canonicalPlace(host, path, query))
}
