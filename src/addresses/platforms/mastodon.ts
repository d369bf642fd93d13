import { words } from '../names.ts'
import { byHandle, refuse, viaContentIf } from '../outcome.ts'
import type { Recognition } from '../types.ts'
import type { Place, PlatformRules, Reading } from './rules.ts'

/** Servers on which every path is known; any other host is the fediverse only with the path `/@NAME`. */
const listed = words(
  `mastodon.social mastodon.online mastodon.world mastodon.cloud mastodon.xyz mastodon.technology mstdn.social mstdn.io
   mas.to fosstodon.org hachyderm.io infosec.exchange techhub.social chaos.social social.network.europa.eu
   social.bund.de social.overheid.nl`,
)
export const isListedServer = (host: string) => listed.has(host.startsWith('www.') ? host.slice(4) : host)

const nameRule = /^[A-Za-z0-9_](?:[A-Za-z0-9_.-]*[A-Za-z0-9_])?$/
const nameWithoutDots = /^@[A-Za-z0-9_](?:[A-Za-z0-9_-]*[A-Za-z0-9_])?$/
const remote = /^@([^@]+)@([^@]+)$/
const number = /^\d+$/
const tabs = words('followers following with_replies media')

/** Every path of a listed server. */
function read({ domain, sub, segments }: Place): Reading {
  const [first = '', second = '', third = ''] = segments
  if (sub !== '') return refuse('not_an_account')
  if (first === 'web' || first === 'deck')
    return second.startsWith('@') ? at(domain, second, third) : refuse('not_an_account')
  if (first === 'users') return viaContentIf(third === 'statuses' && segments.length > 3, account(domain, second))
  return first.startsWith('@') ? at(domain, first, second) : refuse('not_an_account')
}

function at(domain: string, segment: string, next: string): Reading {
  if (remote.test(segment)) return { instead: `acct:${segment.slice(1)}` }
  return viaContentIf(number.test(next), account(domain, segment.slice(1)))
}

/** A host that is not listed: an account only by its path, or nothing. */
export function readUnlistedServer(host: string, segments: readonly string[]): Reading | undefined {
  const [first = '', second = ''] = segments
  if (!first.startsWith('@') || segments.length > 2) return undefined
  if (segments.length === 1 && remote.test(first)) return { instead: `acct:${first.slice(1)}` }
  const isPost = number.test(second)
  if (!nameWithoutDots.test(first) || (second !== '' && !isPost && !tabs.has(second))) return undefined
  return viaContentIf(isPost, account(host, first.slice(1)))
}

/** An account by its name and its server, whose host has been checked. */
export function account(server: string, written: string): Recognition {
  const name = listed.has(server) ? withoutFeedEnding(written.toLowerCase()) : written.toLowerCase()
  if (name === '') return refuse('not_an_account')
  if (!nameRule.test(name)) return refuse('invalid_handle')
  // On a server that is not listed a name with a dot is told from a page only by naming its server twice.
  const path = name.includes('.') && !listed.has(server) ? `@${name}@${server}` : `@${name}`
  return byHandle('mastodon', 'account', `${name}@${server}`, `https://${server}/${path}`)
}

/** `/@NAME.rss` is the feed of the account. */
function withoutFeedEnding(name: string): string {
  return name.endsWith('.rss') ? withoutFeedEnding(name.slice(0, -4)) : name
}

const userAtHost = /^@?[^@/?#\s]+@[^@/?#\s]+$/

export const mastodon: PlatformRules = {
  platform: 'mastodon',
  name: 'Mastodon',
  hosts: [...listed],
  read,
  fromHandle: (token) => (userAtHost.test(token) ? `acct:${token}` : undefined),
}
