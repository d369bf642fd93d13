import type { Got, GuardedClient, Response, Wants } from '../../net/index.ts'
import type { Absence, Finding, Silenced } from '../finding.ts'

/** Judges a page that answered 200. */
export type Judge = (response: Response, where: string) => Finding

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

async function lookOnce(url: URL, { client, wants, expected, judge }: Ask): Promise<Finding> {
  const got = await client.get(url, wants)
  return got.kind === 'response' && got.status === 200 ? judge(got, got.url) : verdictOn(got, expected)
}

/** What an answer without the page comes to. */
function verdictOn(got: Got, expected: string): Finding {
  if (got.kind === 'absent')
    return {
      kind: 'absent',
      where: got.where,
      expected,
      resolvers: got.resolvers,
      reason: got.why,
      seen: [],
      others: 0,
    }
  if (got.kind === 'unreachable') {
    const reason: Silenced = got.why === 'dns_unreachable' ? `dns_${got.dns ?? 'network'}` : got.why
    return { kind: 'unreachable', where: got.where, expected, resolvers: got.resolvers ?? [], reason }
  }
  const place = { where: got.url, expected, resolvers: got.resolvers }
  const silenced = couldNotTell(got.status)
  if (silenced) return { ...place, kind: 'unreachable', reason: silenced }
  return {
    ...place,
    kind: 'absent',
    reason: missing.has(got.status) ? 'not_there' : 'other_status',
    seen: [],
    others: 0,
  }
}

const missing = new Set([404, 410])
const notNow = new Set([408, 425, 429])
const notForUs = new Set([401, 403, 407, 451])

/** A server that fails, that is busy, or that keeps us out tells nothing about the person. */
function couldNotTell(status: number): Silenced | undefined {
  if (status >= 500) return 'server_error'
  if (notNow.has(status)) return 'server_busy'
  return notForUs.has(status) ? 'closed_to_us' : undefined
}

export function absent(
  response: Response,
  expected: string,
  reason: Absence,
  seen: readonly string[] = [],
  others = 0,
): Finding {
  return { kind: 'absent', where: response.url, expected, resolvers: response.resolvers, reason, seen, others }
}

export const mediaType = ({ contentType }: Response) => (contentType.split(';')[0] ?? '').trim()
