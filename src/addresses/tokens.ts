// Rule 5: where a token begins and ends, and which token is an address.
import { nameAndRest } from './names.ts'
import { platformOfHost } from './platforms/index.ts'
import { isListedServer } from './platforms/mastodon.ts'
import { stripped } from './stripped.ts'
import { hasKnownEnding } from './suffix.ts'

/** `address`: says of itself that it is one. `bare`: a host without scheme or `www.`, which a hint may read as a name. */
export type TokenKind = 'address' | 'bare' | 'several' | 'text'
export type Token = { readonly text: string; readonly kind: TokenKind; readonly line: number; readonly end: number }

type Piece = { readonly raw: string; readonly line: number; readonly end: number }

export function tokensOf(text: string): Token[] {
  const pieces = piecesOf(text)
  const isAlone = pieces.length === 1
  return pieces.map(({ raw, line, end }) => ({ ...judged(raw, isAlone), line, end }))
}

/** Judges a text that was found inside brackets or quotes. */
export const looksLikeAddress = (text: string) => kindOf(stripped(text), true) !== 'text'

function judged(raw: string, isAlone: boolean): { text: string; kind: TokenKind } {
  const text = withoutGluedLabel(stripped(raw))
  const inner = lastOfGlued(text)
  if (inner === undefined) return { text, kind: 'several' }
  return { text: inner, kind: kindOf(inner, isAlone) }
}

/** Tokens end at white space and at `; | < > "`, and at a comma before `http://`, `https://` or `www.` */
function piecesOf(text: string): Piece[] {
  const pieces: Piece[] = []
  let line = 0
  let start = 0
  for (let at = 0; at <= text.length; at++) {
    if (at < text.length && !endsToken(text, at)) continue
    const raw = text.slice(start, at)
    if (stripped(raw) !== '') pieces.push({ raw, line, end: at })
    if (isLineEnd(text.charCodeAt(at))) line++
    start = at + 1
  }
  return pieces
}

const beginsAddress = /^,(?:https?:\/\/|www\.)/i

function endsToken(text: string, at: number): boolean {
  const code = text.charCodeAt(at)
  if (code === 0x2c) return beginsAddress.test(text.slice(at, at + 9))
  if (code < 0x80)
    return code <= 0x20 || code === 0x3b || code === 0x7c || code === 0x3c || code === 0x3e || code === 0x22
  return /\s/.test(text.charAt(at))
}

const isLineEnd = (code: number) => code === 0x0a || code === 0x0d || code === 0x2028 || code === 0x2029

const gluedLabel = /^[^\s:/?#@.=]{1,40}:(?=https?[:/]|www\.)/i
const ownScheme = /^(?:https?|feed|data|view-source|blob|javascript|vbscript|file|intent|chrome|about):/i

function withoutGluedLabel(token: string): string {
  if (!gluedLabel.test(token) || ownScheme.test(token)) return token
  return token.slice(token.indexOf(':') + 1)
}

const another = /https?:\/\//gi
const onlyScheme = /^(?:https?)?[:/\\]*$/i
const feedScheme = /^feed:(?:\/\/)?$/i
const schemeStart = /^[a-z][a-z0-9+-]*$/i

/** An address glued into another: the last one, or nothing when what stands before it is an address of its own. */
function lastOfGlued(token: string): string | undefined {
  const head = nameOnly(token)
  if (head.length < 8 || head.toLowerCase().lastIndexOf('http') <= 0) return token
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
