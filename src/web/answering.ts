import type { FastifyReply, FastifyRequest } from 'fastify'
import { type Came, comingBy, hashOf, isId } from '../db/index.ts'
import { type Actor, anyone, nobody, type Scope, type Somebody, type Wall } from '../permissions/index.ts'
import { type Fields, fieldsOf, readAs } from './body.ts'
import { languageCookie } from './language.ts'
import { fromOurselves } from './origin.ts'
import type { rendering } from './render.tsx'
import { type Reply, refuse } from './reply.ts'
import { isApi, type Route } from './room.ts'
import { uploadOf } from './upload.ts'
import type { Visit } from './visit.ts'
import { visitOf } from './visit-of.ts'

/** What holds for every address of one house. */
export type House = {
  /** The public origin: which Origin may write. */
  readonly url: string
  /** Who shows this secret, if anybody. */
  readonly identify: (secret: string, kind: 'session' | 'token') => Promise<Actor>
  /** The page on which somebody who signed in long ago shows who they are; what they sent is offered again there. */
  readonly again: (visit: Visit<Somebody, unknown>, sent: Fields) => Promise<Reply>
  /** Who may: asked before anything that a request names is looked up. */
  readonly wall: Wall
  readonly sessionCookie: string
  readonly wayBackCookie: string
  readonly secure: boolean
  readonly render: ReturnType<typeof rendering>
}

const longestParam = 200

/** From request to reply: was it sent from here, who is it, in which language; then the act. */
export async function answer(
  house: House,
  request: FastifyRequest,
  reply: FastifyReply,
  act: (visit: Visit<Actor, unknown>) => Promise<Reply>,
): Promise<FastifyReply> {
  const bearer = /^Bearer\s+(\S+)$/i.exec(request.headers.authorization ?? '')?.[1]
  const site = request.headers['sec-fetch-site']
  const cookie = request.cookies[house.sessionCookie]
  if (
    !fromOurselves(
      {
        method: request.method,
        cookieCounts: bearer === undefined && (cookie !== undefined || !isApi(request.url)),
        origin: request.headers.origin,
        site: typeof site === 'string' ? site : undefined,
      },
      house.url,
    )
  ) {
    return send(house, request, reply, refuse('not_from_here'))
  }
  const secret = bearer ?? cookie
  const actor =
    secret === undefined || secret.length > 200 ? nobody : await house.identify(secret, bearer ? 'token' : 'session')
  const visit = visitOf(request, actor, cookie, request.cookies[house.wayBackCookie])
  keepLanguage(house, reply, visit)
  const scopes = actor.kind === 'person' ? actor.scopes : undefined
  const came: Came = secret === undefined || actor.kind === 'nobody' ? {} : { secret: hashOf(secret), scopes }
  const given = await comingBy(came, () => act(visit))
  // Around what a token gets there is no frame with a name and ways on: those are for people.
  return send(house, request, reply, given, scopes ? { ...visit, actor: nobody } : visit)
}

/** In this order: an address with a malformed id is no address; then who; then, of a token, whether its scopes reach here; then to what; then
 *  how lately they showed who they are; then what was sent; then the act. What is not there and what is not the actor's are refused in one
 *  place, by one statement. */
export async function enter(
  house: House,
  route: Route,
  scope: Scope | undefined,
  visit: Visit<Actor, unknown>,
  request: FastifyRequest,
): Promise<Reply> {
  if (Object.entries(visit.params).some(([name, value]) => name === 'id' && !isId(value))) return refuse('not_found')
  if (Object.values(visit.params).some((value) => value.length > longestParam || value.includes('\0')))
    return refuse('not_found')
  const { kind } = visit.actor
  if (!house.wall.enters(visit.actor, route.rule)) {
    if (kind !== 'nobody') return refuse('not_found')
    return visit.api
      ? refuse('sign_in_required')
      : { kind: 'go', to: `/sign-in?then=${encodeURIComponent(visit.path)}` }
  }
  const outside = !house.wall.within(visit.actor, scope) // a token that does not reach an open address is shown it as nobody is
  if (outside && route.rule !== anyone) return refuse('token_scope_missing', { scope })
  const [named = ''] = Object.values(visit.params)
  if (route.act && !(await house.wall.reaches(visit.actor, route.act, named))) return refuse('not_found')
  if (route.fresh && visit.actor.kind === 'person' && !visit.actor.fresh)
    return confirmFirst(house, { ...visit, actor: visit.actor }, route.method, request.body)
  const sent = route.upload === undefined ? { body: request.body } : await uploadOf(request, route.upload)
  const read = readAs(route.body, sent.body)
  if (!read.ok) return refuse('bad_request', { errors: read.problems })
  return route.handle({ ...visit, ...sent, actor: outside ? nobody : visit.actor, body: read.body })
}

/** Nothing is done yet: the page is fetched, or the form sent, once more after the person has shown who they are. */
async function confirmFirst(
  house: House,
  visit: Visit<Somebody, unknown>,
  method: Route['method'],
  body: unknown,
): Promise<Reply> {
  if (visit.api) return refuse('fresh_sign_in_required')
  if (method === 'POST') return house.again(visit, fieldsOf(body))
  const asked = visit.query.size > 0 ? `${visit.path}?${visit.query}` : visit.path
  return { kind: 'go', to: `/sign-in/again?then=${encodeURIComponent(asked)}` }
}
function keepLanguage(house: House, reply: FastifyReply, visit: Visit<Actor, unknown>): void {
  const chosen = visit.query.get('lang')
  if (chosen === 'vi' || chosen === 'en') {
    reply.setCookie(languageCookie, chosen, {
      path: '/',
      sameSite: 'lax',
      httpOnly: true,
      secure: house.secure,
      maxAge: 365 * 86_400,
    })
  }
}

/** The one way out: cookies as the reply says, and what rendering makes of it. */
export function send(
  house: House,
  request: FastifyRequest,
  reply: FastifyReply,
  given: Reply,
  visit?: Visit<Actor, unknown>,
): FastifyReply {
  const seen = visit ?? visitOf(request, nobody, undefined)
  const change = 'session' in given ? given.session : undefined
  const options = { path: '/', sameSite: 'lax', httpOnly: true, secure: house.secure } as const
  if (change === 'clear') reply.clearCookie(house.sessionCookie, options)
  else if (change) reply.setCookie(house.sessionCookie, change.set, { ...options, maxAge: 30 * 86_400 })
  if (given.kind === 'go' && given.wayBack)
    reply.setCookie(house.wayBackCookie, given.wayBack, { ...options, maxAge: 600 })
  const out = house.render(given, seen)
  reply.code(out.status).headers(out.headers)
  return reply.send(out.body)
}
