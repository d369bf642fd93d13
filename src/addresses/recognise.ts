// Section 1 of the rules, in its order: the first check that applies wins.
import { hasHidden, hasHiddenOrControl, isNothing, isPlain, narrowed, trimmed } from './clean.ts'
import { isDecidedByHint, readWithoutAddress } from './handles.ts'
import { checkedHost } from './host.ts'
import { placeOf, segmentsOf, type Taken, takenApart } from './location.ts'
import { refuse, sameAccount } from './outcome.ts'
import { decoded } from './percent.ts'
import { appReader, type OfPlatform } from './platforms/index.ts'
import { account, readUnlistedServer } from './platforms/mastodon.ts'
import { readPodcast } from './platforms/podcast.ts'
import { isFeed, readFeed } from './platforms/rss.ts'
import type { Reading } from './platforms/rules.ts'
import { pageAt, readWebsite } from './platforms/website.ts'
import { carriedBy } from './redirectors.ts'
import { isShortLink } from './short-links.ts'
import { type Token, tokensOf } from './tokens.ts'
import { hasTextAfter } from './trailing.ts'
import type { Platform, Recognition } from './types.ts'
import { unwrapped } from './unwrap.ts'

const longest = 2048
const deepest = 3

/** What a written address means, judged by its text alone: an address or the reason why it is none. Never throws. */
export function recognise(input: string, hint?: Platform): Recognition {
  const found = read(input, hint, 0)
  if (!found.address) return found
  // Encoding can make a text longer; an identity key must be a text that can be given again.
  if (found.address.canonical.length > longest) return refuse('too_long')
  return hint && found.address.platform !== hint ? refuse('platform_mismatch') : found
}

/** Steps 1 to 5: from a text to the one token that is an address. */
function read(input: string, hint: Platform | undefined, depth: number): Recognition {
  const isAscii = isPlain(input)
  const text = isAscii ? input : trimmed(input)
  if (isNothing(text)) return refuse('empty')
  if (text.length > longest) return refuse('too_long')
  if (!isAscii && hasHidden(text)) return refuse('hidden_characters')
  return readText(unwrapped(isAscii ? text : narrowed(text)), hint, depth)
}

function readText(text: string, hint: Platform | undefined, depth: number): Recognition {
  const tokens = tokensOf(text)
  if (tokens.length === 1 && tokens[0]?.kind === 'address') return judgeAlone(text, tokens[0], depth)
  const found = tokens.filter((token) => token.kind !== 'text')
  const last = found.at(-1)
  if (!last || (tokens.length === 1 && isDecidedByHint(last, hint))) {
    const meant = readWithoutAddress(text, tokens, hint)
    return 'instead' in meant ? judge(meant.instead, depth) : meant
  }
  if (found.length === 1 && last.kind !== 'several') return judgeAlone(text, last, depth)
  const common = agreed(found, depth)
  return common.address && hasTextAfter(text, last) ? refuse('trailing_text') : common
}

function judgeAlone(text: string, token: Token, depth: number): Recognition {
  return hasTextAfter(text, token) ? refuse('trailing_text') : judge(token.text, depth)
}

/** Two or more addresses are accepted when they are one account. */
function agreed(tokens: readonly Token[], depth: number): Recognition {
  let common: Recognition | undefined
  for (const text of new Set(tokens.map((token) => (token.kind === 'several' ? '' : token.text)))) {
    const one = text === '' ? undefined : judge(text, depth)
    if (!one?.address || (common?.address && !sameAccount(common.address, one.address)))
      return refuse('multiple_addresses')
    if (!common?.address || common.address.via) common = one
  }
  return common ?? refuse('multiple_addresses')
}

/** Steps 6 to 12 for one token. */
function judge(token: string, depth: number): Recognition {
  const taken = takenApart(token)
  if ('error' in taken) return taken
  const found = 'app' in taken ? readApp(taken.app, depth) : readWeb(taken, depth)
  return 'instead' in found ? judge(found.instead, depth + 1) : found
}

function readWeb({ authority, scheme, rest, isFeed }: Exclude<Taken, { app: unknown }>, depth: number): Reading {
  if (authority.includes('@')) return refuse('credentials')
  const checked = checkedHost(authority, scheme)
  if ('error' in checked) return checked
  const { host, platform } = checked
  const { path, query, fragment } = placeOf(rest)
  if (hidesInPath(rest)) return refuse('hidden_characters')
  if (isShortLink(host)) return refuse('short_link')
  const target = carriedBy(host, path, query)
  if (target !== undefined) return depth < deepest ? read(target, undefined, depth + 1) : refuse('not_an_account')
  if (platform) return readPlatform(platform, { host, segments: segmentsOf(path), query, fragment })
  return readElsewhere(host, path, query, isFeed)
}

/** Hidden characters as such were refused in step 3; this is for those that were written percent-encoded. */
function hidesInPath(rest: string): boolean {
  if (!rest.includes('%')) return false
  const end = rest.search(/[?#]/)
  return hasHiddenOrControl(decoded(end < 0 ? rest : rest.slice(0, end)))
}

function readPlatform(
  { rules, domain, sub }: OfPlatform,
  place: { host: string; segments: readonly string[]; query: string; fragment: string },
): Reading {
  return rules.read({ ...place, domain, sub })
}

/** No platform's host: fediverse, podcast, feed, website. */
function readElsewhere(host: string, path: string, query: string, saysFeed: boolean): Reading {
  const fediverse = mayBeName.test(path) ? readUnlistedServer(host, segmentsOf(path)) : undefined
  const found = fediverse ?? readPodcast(host, path, query)
  if (found) return found
  if (path.length + query.length > mostThatNfcShortens) return refuse('too_long')
  const page = pageAt(host, path, query)
  return saysFeed || isFeed(page) ? readFeed(page) : readWebsite(page)
}
// Encoding makes a text longer, and NFC at most three times shorter again.
const mostThatNfcShortens = 3 * longest
const mayBeName = /^\/+(?:@|%40)/

/** Addresses without a host: the scheme of an app, or `acct:name@server`. */
function readApp({ scheme, rest }: { scheme: string; rest: string }, depth: number): Reading {
  if (scheme !== 'acct') return appReader(scheme)?.(rest) ?? refuse('not_an_account')
  const at = rest.lastIndexOf('@')
  const user = rest.slice(rest.startsWith('@') ? 1 : 0, Math.max(at, 0))
  const checked = checkedHost(rest.slice(at + 1), 'https')
  if ('error' in checked) return checked
  const { platform } = checked
  if (platform && (platform.rules.platform !== 'mastodon' || platform.sub !== '')) {
    return depth > deepest ? refuse('not_an_account') : { instead: `https://${checked.host}/@${user}` }
  }
  return account(platform?.domain ?? checked.host, user)
}
