import { type DoorSettings, doors } from './door.ts'
import { hop, type Limits, type Sending } from './hop.ts'
import { type Got, unreachable } from './outcome.ts'
import { type Pace, politeness } from './politeness.ts'
import { type Turns, turns } from './turns.ts'
import { checkRedirect, checkUrl } from './urls.ts'

export type Wants = Limits & { readonly maxRedirects: number; readonly accept: string; readonly timeoutMs: number }

export interface GuardedClient {
  /** Fetches a page that somebody named. Never throws for what is out there; everything together takes at most `timeoutMs`. */
  get(url: string | URL, wants: Wants): Promise<Got>
  /** Sends something there, or asks with a credential: the same guard, and no redirect is followed, so that nothing is carried on. */
  send(url: string | URL, sent: Sent, wants: Omit<Wants, 'maxRedirects'>): Promise<Got>
}

type Sent = Sending & { readonly bearer?: string }

export type ClientSettings = DoorSettings & { readonly userAgent: string; readonly pace?: Pace }

export function userAgent(version: string, url: string): string {
  return `ChinhDanh/${version} (+${url}; proof check)`
}

/** The only way out to addresses that people give: every host is looked at before it is met, and what is met is exactly what
 *  was looked at. A redirect begins at the beginning. */
export function guardedClient(settings: ClientSettings): GuardedClient {
  const doorTo = doors(settings)
  const polite = politeness(settings.pace)

  async function visit(
    given: string | URL,
    wants: Wants,
    until: AbortSignal,
    turn: Turns,
    sent: Sent = {},
  ): Promise<Got> {
    const { bearer, ...sending } = sent
    const credential: Record<string, string> = bearer ? { authorization: `Bearer ${bearer}` } : {}
    const headers = { ...credential, accept: wants.accept, 'user-agent': settings.userAgent }
    let [next, where] = [checkUrl(given), String(given)]
    for (let redirects = 0; ; redirects++) {
      if (next.kind === 'refused') return unreachable(next.why, where)
      const { url } = next
      if (!(await turn.at(url.hostname))) return unreachable('rate_limited', url)
      const found = await doorTo(url, until)
      if (found.kind !== 'found') return found
      const answer = await hop(url, found.door, headers, wants, sending)
      if (answer.kind === 'failed') return unreachable(answer.why, url, found.resolvers)
      if (answer.kind === 'response') return { ...answer, url: url.href, redirects, resolvers: found.resolvers }
      where = URL.parse(answer.location, url)?.href ?? answer.location
      if (redirects >= wants.maxRedirects) return unreachable('too_many_redirects', where)
      next = checkRedirect(url, answer.location)
    }
  }

  /** Everything that belongs to one visit, within its time. */
  async function within(ms: number, go: (until: AbortSignal, turn: Turns) => Promise<Got>): Promise<Got> {
    const time = new AbortController()
    const timer = setTimeout(() => time.abort(), ms) // unlike AbortSignal.timeout, over when the visit is
    const turn = turns(polite, time.signal)
    return go(time.signal, turn).finally(() => {
      turn.done()
      clearTimeout(timer)
    })
  }

  return {
    get: (url, wants) => within(wants.timeoutMs, (until, turn) => visit(url, wants, until, turn)),
    send: (url, sent, wants) =>
      within(wants.timeoutMs, (until, turn) => visit(url, { ...wants, maxRedirects: 0 }, until, turn, sent)),
  }
}
