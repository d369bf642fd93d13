import { isToken } from '../token.ts'

export type TxtRecord = { readonly token: string; readonly expiry: Expiry }
type Expiry =
  | { readonly kind: 'none' } // says nothing, or never
  | { readonly kind: 'day'; readonly day: string }
  | { readonly kind: 'unreadable' }

/** Reads a record in the form of draft-ietf-dnsop-domain-verification-techniques: pairs `key=value` parted by white space,
 *  `token=` first. Unknown keys are left alone, keys may be in capitals, and the quotes that some panels add are dropped.
 *  Undefined for what is not of our form. */
export function readTxtRecord(text: string): TxtRecord | undefined {
  if (text.length > 1024) return undefined
  const [first = '', ...rest] = text
    .replace(/^"(.*)"$/s, '$1')
    .trim()
    .split(/\s+/)
  const [key, token] = pairOf(first)
  if (key !== 'token' || !isToken(token)) return undefined
  const expiries = rest.map(pairOf).filter(([name]) => name === 'expiry')
  return { token, expiry: strictest(expiries.map(([, value]) => expiryOf(value))) }
}

function pairOf(part: string): readonly [string, string] {
  const at = part.indexOf('=')
  return at < 0 ? [part.toLowerCase(), ''] : [part.slice(0, at).toLowerCase(), part.slice(at + 1)]
}

/** A day, or a moment as RFC 3339 writes it, of which the day counts. */
function expiryOf(value: string): Expiry {
  if (value.toLowerCase() === 'never') return { kind: 'none' }
  const [, day] = /^(\d{4}-\d{2}-\d{2})(?:T[\d:.]+(?:Z|[+-]\d{2}:\d{2}))?$/i.exec(value) ?? []
  const real = day !== undefined && new Date(`${day}T00:00:00Z`).toJSON()?.startsWith(day)
  return real ? { kind: 'day', day } : { kind: 'unreadable' }
}

function strictest(expiries: readonly Expiry[]): Expiry {
  const days = expiries.flatMap((expiry) => (expiry.kind === 'day' ? [expiry.day] : [])).sort()
  if (expiries.some(({ kind }) => kind === 'unreadable')) return { kind: 'unreadable' }
  return days[0] === undefined ? { kind: 'none' } : { kind: 'day', day: days[0] }
}

/** The record again, from nothing but its own parts: what else stood there is not repeated. */
export function writeTxtRecord({ token, expiry }: TxtRecord): string {
  return `token=${token}${expiry.kind === 'day' ? ` expiry=${expiry.day}` : ''}`
}
