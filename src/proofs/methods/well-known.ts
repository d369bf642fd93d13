import type { Wants } from '../../net/index.ts'
import { isToken } from '../token.ts'
import { type Judge, lookAt, mediaType } from './fetched.ts'
import type { Declared, LookedFor, Sought, Terms } from './method.ts'
import { wholeHostOf } from './site.ts'

const wants: Wants = { maxBytes: 4096, partial: true, maxRedirects: 3, accept: 'text/plain', timeoutMs: 10_000 }

/** M2. A file at `https://HOST/.well-known/LABEL-challenge/TOKEN` that holds the token. It proves that host and no other. */
export const wellKnown: LookedFor = {
  name: 'well-known',
  how: 'looked_for',
  secret: 'token',
  recheckDays: 1,
  applies: (declared) => wholeHostOf(declared) !== undefined,
  publish(declared, sought, terms) {
    const url = urlOf(declared, sought, terms)
    return { url: url.href, path: url.pathname, contentType: 'text/plain', body: sought.token }
  },
  look: ({ client }, declared, sought, terms) =>
    lookAt(urlOf(declared, sought, terms), {
      client,
      wants,
      expected: sought.token,
      judge: holds(sought.token),
    }),
}

const urlOf = (declared: Declared, { token }: Sought, { label }: Terms) =>
  new URL(`https://${wholeHostOf(declared) ?? ''}/.well-known/${label}-challenge/${token}`)

const holds =
  (token: string): Judge =>
  (response) => {
    const text = Buffer.from(response.body).toString('latin1').trim()
    if (mediaType(response) !== 'text/plain') return { kind: 'absent', reason: 'wrong_type' }
    if (!response.truncated && text === token) return { kind: 'found' }
    if (!response.truncated && isToken(text)) return { kind: 'absent', reason: 'other_token', seen: [text] }
    return { kind: 'absent', reason: 'other_content', others: text === '' ? 0 : 1 }
  }
