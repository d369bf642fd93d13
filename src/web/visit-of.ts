import type { FastifyRequest } from 'fastify'
import type { Actor } from '../permissions/index.ts'
import { languageCookie, languageOf } from './language.ts'
import { isApi } from './room.ts'
import type { Visit } from './visit.ts'

/** An address whose escapes mean nothing is none of ours. Left to the framework it would be answered past all that holds for
 *  every address, and with the address in the answer. */
export function isReadable(url: string): boolean {
  try {
    decodeURIComponent(splitOnce(url, '?')[0] ?? '')
    return true
  } catch {
    return false
  }
}

/** One request, as a room sees it. */
export function visitOf(
  request: FastifyRequest,
  actor: Actor,
  cookie: string | undefined,
  wayBack?: string,
): Visit<Actor, unknown> {
  const [path = '/', search = ''] = splitOnce(request.url, '?')
  const query = new URLSearchParams(search)
  return {
    actor,
    path,
    query,
    cookie,
    wayBack,
    lang: languageOf({
      query: query.get('lang'),
      cookie: request.cookies?.[languageCookie],
      accept: request.headers['accept-language'],
    }),
    params: (request.params ?? {}) as Record<string, string>,
    body: undefined,
    api: isApi(path),
    header: (name) => {
      const value = request.headers[name.toLowerCase()]
      return Array.isArray(value) ? value[0] : value
    },
  }
}

function splitOnce(text: string, mark: string): string[] {
  const at = text.indexOf(mark)
  return at < 0 ? [text] : [text.slice(0, at), text.slice(at + 1)]
}
