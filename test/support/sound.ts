import { randomBytes } from 'node:crypto'
import type { House } from '../../src/house.ts'

export type Sent = {
  /** How a fault is named. */
  readonly what: string
  readonly method: string
  readonly path: string
  readonly headers: Readonly<Record<string, string>>
  readonly body?: Buffer
}
export type Came = {
  readonly status: number
  readonly headers: Readonly<Record<string, unknown>>
  readonly text: string
}

/** Sends from a place of its own each time, so that no limit by place answers instead. */
export const strangerTo =
  (house: Pick<House, 'server'>) =>
  async ({ method, path, headers, body }: Sent): Promise<Came> => {
    const answer = await house.server.inject({
      method: method as 'GET',
      url: path,
      headers: { ...headers },
      remoteAddress: `10.${randomBytes(3).join('.')}`,
      ...(body ? { payload: body } : {}),
    })
    return { status: answer.statusCode, headers: answer.headers, text: answer.body }
  }

/** What is wrong with an answer, if anything: each is a page, a way on, or JSON with a code; none is a failure of ours. */
export function sound({ what, path, method }: Sent, { status, headers, text }: Came): string[] {
  const type = String(headers['content-type'] ?? '')
  const wrong = (fault: string) => [`${what} → ${status} ${type}: ${fault}`]
  // On a machine that has other work its database may need a second; saying so is what the address is for.
  if (status === 503 && path.startsWith('/readyz') && text.includes('database_away')) return []
  if (status >= 500) return wrong('a failure of ours')
  if (headers['x-content-type-options'] !== 'nosniff') return wrong('without the headers of the house')
  if (method === 'HEAD') return text === '' ? [] : wrong('a body for HEAD')
  // The address in a letter's head is one of the API; whoever opens it by hand is led to the page.
  const leads = status === 303 && path.startsWith('/v1/notices/unsubscribe/')
  if (!leads && /^\/(v1|\.well-known)\//.test(path)) return problemFault(status, type, text).flatMap(wrong)
  if (status === 303)
    return /^\/(?![/\\])[\x21-\x7e]*$/.test(String(headers.location)) ? [] : wrong(`leads to ${headers.location}`)
  if (type.startsWith('application/json')) return status < 400 || codeIn(text) ? [] : wrong('no code')
  if (/^text\/(plain|csv|event-stream)/.test(type)) return status === 200 ? [] : wrong('no page')
  return type.startsWith('text/html') && text.includes('<main') && text.includes('<h1') ? [] : wrong('no page')
}

function problemFault(status: number, type: string, text: string): string[] {
  if (status < 400) return /^application\/(json|jwt)/.test(type) ? [] : ['not JSON']
  if (!type.startsWith('application/problem+json')) return ['not a problem']
  return codeIn(text) && JSON.parse(text).status === status ? [] : ['no code']
}

function codeIn(text: string): boolean {
  try {
    return /^[a-z0-9]+(_[a-z0-9]+)*$/.test(JSON.parse(text).code)
  } catch {
    return false
  }
}
