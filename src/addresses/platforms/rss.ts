import { byPlace } from '../outcome.ts'
import type { Recognition } from '../types.ts'
import type { Page } from './website.ts'

const feedEnding = /(?:\.rss|\.xml|\.atom|\/feed|\/rss|\/atom)$/i
const feedStart = /^\/feeds\//i

/** A feed by its host or path; the scheme `feed:` says so itself. */
export function isFeed({ host, path }: Page): boolean {
  return host.startsWith('feeds.') || feedEnding.test(path) || feedStart.test(path)
}

export const readFeed = (page: Page): Recognition => byPlace('rss', 'feed', page.canonical)
