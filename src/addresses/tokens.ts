// Rule 5: where a token begins and ends, and which token is an address.
import { nameAndRest } from './names.ts'
import { platformOfHost } from './platforms/index.ts'
import { isListedServer } from './platforms/mastodon.ts'
import { stripped } from './stripped.ts'
import { hasKnownEnding } from './suffix.ts'

/** `address`: says of itself that it is one. `bare`: a host without scheme or `www.`, which a hint may read as a name. */
export type TokenKind = 'address' | 'bare' | 'several' | 'text'
export type Token = {
  readonly text: string
  readonly kind: TokenKind /** Where it ends in the text. */
  readonly end: number
}

type Piece = { readonly raw: string; readonly end: number }

export function tokensOf(text: string): Token[] {
  const pieces = piecesOf(text)
  const isAlone = pieces.length === 1
  return pieces.map(({ raw, end }) => judged(raw, isAlone, end))
}

/** Judges a text that was found inside brackets or quotes. */
export const looksLikeAddress = (text: string) => kindOf(stripped(text), true) !== 'text'

function judged(raw: string, isAlone: boolean, end: number): Token {
  const text = withoutGluedLabel(stripped(raw))
  const inner = lastOfGlued(text)
  return inner === undefined ? { text, kind: 'several', end } : { text: inner, kind: kindOf(inner, isAlone), end }
}

const separator = /[\s;|<>",]/

/** Tokens end at white space and at `; | < > "`, and at a comma before `http://`, `https://` or `www.` */
function piecesOf(text: string): Piece[] {
  if (!separator.test(text)) return stripped(text) === '' ? [] : [{ raw: text, end: text.length }]
  const pieces: Piece[] = []
  let start = 0
  for (let at = 0; at <= text.length; at++) {
    if (at < text.length && !endsToken(text, at)) continue
    if (at > start) pieces.push({ raw: text.slice(start, at), end: at })
    start = at + 1
  }
  return pieces.filter(({ raw }) => stripped(raw) !== '')
}

const beginsAddress = /^,(?:https?:\/\/|www\.)/i

function endsToken(text: string, at: number): boolean {
  const code = text.charCodeAt(at)
  if (code === 0x2c) return beginsAddress.test(text.slice(at, at + 9))
  if (code < 0x80)
    return code <= 0x20 || code === 0x3b || code === 0x7c || code === 0x3c || code === 0x3e || code === 0x22
  return code >= 0xa0 && white.test(text.charAt(at))
}
const white = /\s/

const gluedLabel = /^[^\s:/?#@.=]{1,40}:(?=https?[:/]|www\.)/i
const ownScheme = /^(?:https?|feed|data|view-source|blob|javascript|vbscript|file|intent|chrome|about):/i

function withoutGluedLabel(token: string): string {
  const after = token.charCodeAt(token.indexOf(':') + 1) | 0x20
  if (after !== 0x68 && after !== 0x77) return token
  if (!gluedLabel.test(token) || ownScheme.test(token)) return token
  return token.slice(token.indexOf(':') + 1)
}

const holdsAnother = /.https?:\/\//i
const another = /https?:\/\//gi
const onlyScheme = /^(?:https?)?[:/\\]*$/i
const feedScheme = /^feed:(?:\/\/)?$/i
const schemeStart = /^[a-z][a-z0-9+-]*$/i

/** An address glued into another: the last one, or nothing when what stands before it is an address of its own. */
function lastOfGlued(token: string): string | undefined {
  if (!holdsAnother.test(token)) return token
  const head = nameOnly(token)
  let start = 0
  for (const { index } of head.matchAll(another)) {
    const before = head.slice(start, index)
    if (start === 0 && isPartOfScheme(before)) continue
    if (!onlyScheme.test(before) && !isOnlyHost(before)) return startsAddress(token) ? undefined : token
    start = index
  }
  return token.slice(start)
}

const isPartOfScheme = (text: string) => feedScheme.test(text) || (schemeStart.test(text) && !onlyScheme.test(text))

/** `https://www.facebook.com/`, `x.com/`; after a scheme any name is a host, without one it needs a dot. */
function isOnlyHost(text: string): boolean {
  const bare = text.replace(/^(?:https?:)?[/\\]*/i, '')
  const host = withoutSlashesAtEnd(bare)
  return !/[/\\@]/.test(host) && (bare !== text || host.includes('.'))
}

function withoutSlashesAtEnd(text: string): string {
  let to = text.length
  while (to > 0 && (text[to - 1] === '/' || text[to - 1] === '\\')) to--
  return text.slice(0, to)
}

function nameOnly(token: string): string {
  const end = token.search(/[?#]/)
  return end < 0 ? token : token.slice(0, end)
}

const scheme = /^[a-z][a-z0-9+.-]*:\/\/./i
const served = /^(?:acct|at|feed|did):./i
const appLink = /^(?:tg|viber|whatsapp):(?:\/\/|[a-z]+\?)/i
const written = /^(?:https?:.|https?\/\/.|\/\/.|www\.[^.])/i

const startsAddress = (token: string) =>
  written.test(token) || scheme.test(token) || served.test(token) || appLink.test(token)

const fediverse = /^@[^@/?#\s]+@[^@/?#\s]+$/
const bluesky = /^@[^@/?#\s]+\.bsky\.social$/i
const mailbox = /^[^@/?#\s:]+@([^@/?#\s:]+)$/

function kindOf(token: string, isAlone: boolean): TokenKind {
  if (startsAddress(token)) return 'address'
  if (token.includes('@')) {
    if (fediverse.test(token) || bluesky.test(token)) return 'address'
    const server = mailbox.exec(token)?.[1]
    if (server !== undefined) return isListedServer(server.toLowerCase()) ? 'address' : 'text'
  }
  return kindOfBare(token, isAlone)
}

function kindOfBare(token: string, isAlone: boolean): TokenKind {
  const [authority, rest] = nameAndRest(token)
  const host = authority.replace(/:\d{0,5}$/, '').replace(/\.$/, '')
  if (!host.includes('.') || host.includes('@')) return 'text'
  if (platformOfHost(host.toLowerCase())) return 'address'
  if (!isAlone && !/^[/\\]/.test(rest)) return 'text'
  if (isAlone && isIpv4(host)) return 'address'
  return isHostLike(host) && hasKnownEnding(host.toLowerCase()) ? 'bare' : 'text'
}

/** No label is empty, and nothing stands in it that no host can hold. */
function isHostLike(host: string): boolean {
  return !/^\.|\.\.|[\s!-,/:-@[-^`{-~]/.test(host)
}

const isIpv4 = (host: string) =>
  /^(?:\d{1,3}\.){3}\d{1,3}$/.test(host) && host.split('.').every((part) => Number(part) <= 255)
