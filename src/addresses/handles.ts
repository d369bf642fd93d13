// Rule 5, last point, and section 4: a text without an address, and what a person may have meant by it.

import { readLabel } from './labels.ts'
import { withoutAt } from './names.ts'
import { refuse } from './outcome.ts'
import { looksLikePhone, numberIn } from './phone.ts'
import { rulesOf } from './platforms/index.ts'
import type { Reading } from './platforms/rules.ts'
import { stripped } from './stripped.ts'
import type { Token } from './tokens.ts'
import type { Platform } from './types.ts'

/** Places of their own: they need a host, so that a bare word means nothing there. */
const needHost = new Set<Platform>(['website', 'rss', 'podcast'])

/** A hint decides even when a bare token looks like a domain: `baonhandan.vn` may be a name on Facebook. */
export function isDecidedByHint(token: Token, hint: Platform | undefined): boolean {
  if (hint === undefined || token.kind !== 'bare' || needHost.has(hint)) return false
  return hint !== 'mastodon' || !/[/\\]/.test(token.text)
}

const unserved = /^(?:javascript|data|vbscript|file|blob|view-source|intent|chrome|about|fb):/i
const labelOfFacebook = /^fb:\s/i

export function readWithoutAddress(text: string, tokens: readonly Token[], hint: Platform | undefined): Reading {
  if (unserved.test(text.replace(/[\t\r\n]/g, '')) && !labelOfFacebook.test(text)) return refuse('unsupported_scheme')
  const label = readLabel(text)
  if (label) return asHandle(label.text, label.platform)
  if (hint) return asHandle(text, hint)
  return asGuess(text, tokens)
}

function asHandle(text: string, platform: Platform): Reading {
  const parts = text
    .split(/[\s;|<>"]+/)
    .map(stripped)
    .filter(Boolean)
  const only = parts.length === 1 ? parts[0] : phoneOf(text)
  if (only === undefined) return refuse('display_name')
  if (needHost.has(platform)) return asPlace(only)
  const address = rulesOf(platform)?.fromHandle?.(withoutAt(only))
  return address === undefined ? refuse('invalid_handle') : { instead: address }
}

/** A number may be written with blanks. */
const phoneOf = (text: string) => (looksLikePhone(text) ? numberIn(text) : undefined)

function asPlace(token: string): Reading {
  if (mailbox.test(token)) return refuse('email_address')
  return token.includes('.') && !token.includes('@') ? { instead: token } : refuse('not_an_address')
}

const mailbox = /^(?:mailto:)?[^\s@:/]+@[^\s@:/]+$/i
const reddit = /^\/?[ur]\/[A-Za-z0-9_-]+\/?$/
const word = /^@?[A-Za-z0-9._-]+$/

function asGuess(text: string, tokens: readonly Token[]): Reading {
  const only = tokens.length === 1 ? tokens[0]?.text : undefined
  if (only !== undefined && reddit.test(only)) return { instead: `https://www.reddit.com/${only}` }
  if (tokens.some((token) => mailbox.test(token.text))) return refuse('email_address')
  if (looksLikePhone(text) || (only !== undefined && isWord(only))) return refuse('ambiguous_handle')
  return refuse('not_an_address')
}

const isWord = (token: string) => word.test(token) && /[A-Za-z0-9]/.test(token)
