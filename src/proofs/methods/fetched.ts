import { type Got, type GuardedClient, type Response, type Wants, whySilent } from '../../net/index.ts'
import type { Absence, Finding, Silenced } from '../finding.ts'

/** What a page that answered 200 comes to. */
export type Verdict =
  | { readonly kind: 'found' }
  | { readonly kind: 'absent'; readonly reason: Absence; readonly seen?: readonly string[]; readonly others?: number }
  | { readonly kind: 'unreachable'; readonly reason: Silenced }
export type Judge = (response: Response) => Verdict

type Ask = { readonly client: GuardedClient; readonly wants: Wants; readonly expected: string; readonly judge: Judge }

/** Looks at the address, and where it has none or the token is not there, at `www.` before it: the register writes a website
 *  without `www.`, its server may know only one of the two. The answer names the one that it is about. */
export async function lookAt(url: URL, ask: Ask): Promise<Finding> {
  const bare = await lookOnce(url, ask)
  if (bare.kind !== 'absent') return bare
  const other = await lookOnce(withWww(url), ask)
  if (other.kind !== 'absent') return other
  return bare.reason === 'no_address' && other.reason !== 'no_address' ? other : bare
}

export function withWww(url: URL): URL {
  return Object.assign(new URL(url), { hostname: `www.${url.hostname}` })
}

const longest = 300

/** The same, at that address alone. */
export async function lookOnce(url: URL, { client, wants, expected, judge }: Ask): Promise<Finding> {
  const got = await client.get(url, wants)
  const where = (got.kind === 'response' ? got.url : got.where).slice(0, longest)
  const place = { place: url.href, where, expected, resolvers: got.resolvers ?? [] }
  const verdict = got.kind === 'response' && got.status === 200 ? judge(got) : withoutPage(got)
  return verdict.kind === 'absent' ? { seen: [], others: 0, ...place, ...verdict } : { ...place, ...verdict }
}

function withoutPage(got: Got): Verdict {
  if (got.kind === 'absent') return { kind: 'absent', reason: got.why }
  if (got.kind === 'unreachable') return { kind: 'unreachable', reason: whySilent(got) }
  const silenced = couldNotTell(got.status)
  if (silenced) return { kind: 'unreachable', reason: silenced }
  return { kind: 'absent', reason: missing.has(got.status) ? 'not_there' : 'other_status' }
}

export const missing: ReadonlySet<number> = new Set([404, 410])
const notNow = new Set([408, 425, 429])
const notForUs = new Set([401, 403, 407, 451])

/** A server that fails, that is busy, or that keeps us out tells nothing about the person. */
export function couldNotTell(status: number): Silenced | undefined {
  if (status >= 500) return 'server_error'
  if (notNow.has(status)) return 'server_busy'
  return notForUs.has(status) ? 'closed_to_us' : undefined
}

export const mediaType = ({ contentType }: Response) => (contentType.split(';')[0] ?? '').trim()
