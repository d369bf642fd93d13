import compress from '@fastify/compress'
import cookies from '@fastify/cookie'
import helmet from '@fastify/helmet'
import rateLimit from '@fastify/rate-limit'
import files from '@fastify/static'
import underPressure from '@fastify/under-pressure'
import Fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify'
import { isId } from '../db/index.ts'
import { type Actor, may, nobody, type Somebody } from '../permissions/index.ts'
import { assetAddresses, assetsFolder } from './assets.ts'
import { Refused, readAs, readBodies } from './body.ts'
import { languageCookie, languageOf } from './language.ts'
import { type LogStream, loggerTo } from './log.ts'
import { fromOurselves } from './origin.ts'
import { refusalsOf } from './refusals.ts'
import { type Building, rendering } from './render.tsx'
import { type Reply, refuse } from './reply.ts'
import { isApi, type Room, type Route } from './room.ts'
import type { Visit } from './visit.ts'

export type Serving = Building & {
  readonly rooms: readonly Room[]
  /** Public origin; decides whether cookies are `__Host-` and Secure, and which Origin may write. */
  readonly url: string
  /** Who shows this secret, if anybody. Given by the room that keeps sessions and tokens. */
  readonly identify: (secret: string, kind: 'session' | 'token') => Promise<Actor>
  readonly quiet?: boolean
  /** Where log lines go; without it to standard error. */
  readonly log?: LogStream
}

const requestsAMinute = 1200
const longestParam = 200

/** An address whose escapes mean nothing is none of ours. Left to the framework it would be answered past all that holds for
 *  every address, and with the address in the answer. */
function isReadable(url: string): boolean {
  try {
    decodeURIComponent(splitOnce(url, '?')[0] ?? '')
    return true
  } catch {
    return false
  }
}

/** What is left of a limit would make two equal answers differ. */
const noHeaders = {
  'x-ratelimit-limit': false,
  'x-ratelimit-remaining': false,
  'x-ratelimit-reset': false,
  'retry-after': false,
}

/** All rooms on one Fastify, with everything that holds for every address: who, language, origin, limits, headers, words. */
export async function serverOf(serving: Serving): Promise<FastifyInstance> {
  const app = Fastify({
    logger: serving.quiet ? false : loggerTo(serving.log),
    trustProxy: 'loopback',
    routerOptions: { maxParamLength: 16_384, ignoreTrailingSlash: true }, // how long a parameter may be, `enter` says
    rewriteUrl: ({ url = '/' }) => (isReadable(url) ? url : isApi(url) ? '/v1/-' : '/-'),
    forceCloseConnections: true,
    requestTimeout: 30_000,
  })
  const secure = serving.url.startsWith('https:')
  const house = {
    serving,
    sessionCookie: secure ? '__Host-session' : 'session',
    secure,
    render: rendering(serving, refusalsOf(serving.rooms), assetAddresses()),
  }
  readBodies(app)
  await app.register(helmet, headersFor(secure))
  await app.register(compress, { threshold: 1024, encodings: ['br', 'gzip'], brotliOptions: { params: { 1: 5 } } })
  await app.register(cookies)
  await app.register(rateLimit, {
    max: requestsAMinute,
    timeWindow: 60_000,
    addHeaders: noHeaders,
    addHeadersOnExceeding: noHeaders,
    errorResponseBuilder: () => new Refused('too_many_requests', 429),
  })
  await app.register(underPressure, {
    maxEventLoopDelay: 1_500,
    retryAfter: 5,
    exposeStatusRoute: false,
    pressureHandler: (request, reply) => {
      if (request.url !== '/healthz') send(house, request, reply, refuse('busy')) // whoever is busy is alive
    },
  })
  await app.register(files, {
    root: assetsFolder,
    prefix: '/assets/',
    immutable: true,
    maxAge: '365d',
    decorateReply: false,
  })
  for (const { routes } of serving.rooms) for (const route of routes) mount(app, house, route)
  app.setNotFoundHandler((request, reply) => answer(house, request, reply, async () => refuse('not_found')))
  app.setErrorHandler((error, request, reply) => send(house, request, reply, refusalOf(error as Error, request)))
  return app
}

type House = {
  readonly serving: Serving
  readonly sessionCookie: string
  readonly secure: boolean
  readonly render: ReturnType<typeof rendering>
}

function mount(app: FastifyInstance, house: House, route: Route): void {
  app.route({
    method: route.method,
    url: route.path,
    config: route.limit ? { rateLimit: { max: route.limit, timeWindow: 60_000 } } : {},
    handler: (request, reply) => answer(house, request, reply, (visit) => enter(route, visit, request)),
  })
}

/** In this order: an address with a malformed id is no address; then who; then what was sent; then the act. */
async function enter(route: Route, visit: Visit<Actor, unknown>, request: FastifyRequest): Promise<Reply> {
  if (Object.entries(visit.params).some(([name, value]) => name === 'id' && !isId(value))) return refuse('not_found')
  if (Object.values(visit.params).some((value) => value.length > longestParam || value.includes('\0')))
    return refuse('not_found')
  const { kind } = visit.actor
  if (!may(visit.actor, route.rule)) {
    if (kind !== 'nobody') return refuse('not_found')
    return visit.api
      ? refuse('sign_in_required')
      : { kind: 'go', to: `/sign-in?then=${encodeURIComponent(visit.path)}` }
  }
  const read = readAs(route.body, request.body)
  if (!read.ok) return refuse('bad_request', { errors: read.problems })
  return route.handle({ ...visit, body: read.body })
}

async function answer(
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
      house.serving.url,
    )
  ) {
    return send(house, request, reply, refuse('not_from_here'))
  }
  const secret = bearer ?? cookie
  const actor =
    secret === undefined || secret.length > 200
      ? nobody
      : await house.serving.identify(secret, bearer ? 'token' : 'session')
  const visit = visitOf(request, actor, cookie)
  keepLanguage(house, request, reply, visit)
  return send(house, request, reply, await act(visit), visit)
}

function visitOf(request: FastifyRequest, actor: Actor, cookie: string | undefined): Visit<Actor, unknown> {
  const [path = '/', search = ''] = splitOnce(request.url, '?')
  const query = new URLSearchParams(search)
  return {
    actor,
    path,
    query,
    cookie,
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

function keepLanguage(house: House, _request: FastifyRequest, reply: FastifyReply, visit: Visit<Actor, unknown>): void {
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

function send(
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
  const out = house.render(given, seen)
  reply.code(out.status).headers(out.headers)
  return reply.send(out.body)
}

/** What an engineer must mend is logged once, here, by type and place; the person gets a page that says so. */
function refusalOf(
  error: Error & { statusCode?: number; code?: string; refusal?: string },
  request: FastifyRequest,
): Reply {
  if (error.refusal) return refuse(error.refusal)
  if (error.statusCode === 413) return refuse('body_too_large')
  if (error.statusCode === 415) return refuse('unsupported_type')
  if (error.statusCode && error.statusCode >= 400 && error.statusCode < 500) return refuse('bad_request')
  request.log.error({ err: error }, 'failed')
  return refuse(isDatabaseAway(error) ? 'busy' : 'failed')
}

const isDatabaseAway = (error: { code?: string; message: string }) =>
  /^(ECONN|EPIPE|ETIMEDOUT|EHOST|57P0|53300|08)/.test(error.code ?? '') ||
  /timeout exceeded when trying to connect|Connection terminated|after calling end on the pool/.test(error.message)

const self = ["'self'"]
function headersFor(secure: boolean) {
  return {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        styleSrc: self,
        scriptSrc: self,
        fontSrc: self,
        imgSrc: self,
        connectSrc: self,
        formAction: self,
        baseUri: ["'none'"],
        frameAncestors: ["'none'"],
      },
    },
    referrerPolicy: { policy: 'same-origin' as const },
    strictTransportSecurity: secure ? { maxAge: 31_536_000 } : false,
    crossOriginEmbedderPolicy: false,
    xFrameOptions: { action: 'deny' as const },
  }
}

export type { Somebody }
