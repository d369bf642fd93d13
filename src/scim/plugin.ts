import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify'
import { type Database, hashOf, isId } from '../db/index.ts'
import { Refused, textOf, unreadable } from '../web/index.ts'
import type { Answer, Asked } from './asked.ts'
import { notThere, Refusal, wrong } from './refusal.ts'
import { nothing, routes } from './routes.ts'
import { entering } from './store.ts'

const mostBytes = 1024 * 1024
const type = 'application/scim+json; charset=utf-8'

/** SCIM on the server of the house, apart from its pages: its own bodies, its own errors, and one door for all of it. */
export const pluginOf =
  ({ db, url }: { readonly db: Database; readonly url: string }): FastifyPluginAsync =>
  async (app) => {
    app.removeAllContentTypeParsers()
    const kinds = ['application/scim+json', 'application/json']
    app.addContentTypeParser(kinds, { parseAs: 'buffer', bodyLimit: mostBytes }, (_request, bytes, done) => {
      try {
        const text = textOf(bytes as Buffer)
        const body = text === '' ? undefined : JSON.parse(text)
        if (unreadable(body)) throw new Refused('bad_request', 400)
        done(null, body)
      } catch {
        done(new Refused('bad_request', 400))
      }
    })
    // After the limit by place, before a byte of a body is read: whoever shows no token in force is let in nowhere, be there something or not.
    app.addHook('preParsing', async (request, reply) => {
      const token = tokenOf(request)
      const known = token && (await db.provisioning(token, entering))
      if (!known) return send(reply, { status: 401, body: new Refusal(401, undefined, 'A token is needed.').body })
    })
    const act =
      (of: (asked: Asked) => Answer | Promise<Answer>) => async (request: FastifyRequest, reply: FastifyReply) =>
        send(reply, await answered(db, `${url}/scim/v2`, request, of))
    for (const [method, path, of] of routes) app.route({ method, url: path.replace('/scim', ''), handler: act(of) })
    app.setNotFoundHandler(act(nothing))
  }

const tokenOf = ({ headers }: FastifyRequest) => {
  const shown = /^Bearer\s+(\S{1,200})$/i.exec(headers.authorization ?? '')?.[1]
  return shown === undefined ? undefined : hashOf(shown)
}

/** In one transaction, which also asks for the token again; a refusal rolls it back. */
async function answered(
  db: Database,
  base: string,
  request: FastifyRequest,
  of: (asked: Asked) => Answer | Promise<Answer>,
): Promise<Answer> {
  try {
    const params = request.params as { readonly id?: string; readonly name?: string }
    if (params.id !== undefined && !isId(params.id)) throw notThere()
    const query = new URLSearchParams(request.url.split('?')[1] ?? '')
    if ([...query.values()].some((value) => value.includes('\0'))) throw wrong('invalidValue', 'A NUL is no text.')
    return await db.provisioning(tokenOf(request) as Buffer, async (tx) => {
      const client = await entering(tx)
      if (!client) throw new Refusal(401, undefined, 'A token is needed.')
      const id = (params.id?.toLowerCase() ?? params.name) as string
      const header = (name: string) => [request.headers[name]].flat()[0]
      return of({ tx, client, base, id, query, body: request.body, header })
    })
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return { status: error.status, body: error.body }
  }
}

function send(reply: FastifyReply, { status, body, headers = {} }: Answer): FastifyReply {
  const challenge: Record<string, string> = status === 401 ? { 'www-authenticate': 'Bearer realm="SCIM"' } : {}
  reply.code(status).headers({ 'cache-control': 'no-store', ...challenge, ...headers })
  return body === undefined ? reply.send() : reply.type(type).send(JSON.stringify(body))
}
