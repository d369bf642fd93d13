import compress from '@fastify/compress'
import cookies from '@fastify/cookie'
import helmet from '@fastify/helmet'
import rateLimit from '@fastify/rate-limit'
import files from '@fastify/static'
import underPressure from '@fastify/under-pressure'
import Fastify, { type FastifyInstance } from 'fastify'
import { type Actor, scopeOf, type Wall } from '../permissions/index.ts'
import { answer, enter, type House, send } from './answering.ts'
import { assetAddresses, assetsFolder } from './assets.ts'
import { Refused, readBodies } from './body.ts'
import { refusalOf } from './failures.ts'
import { headersFor } from './headers.ts'
import { type LogStream, loggerTo } from './log.ts'
import { refusalsOf } from './refusals.ts'
import { type Building, rendering } from './render.tsx'
import { refuse } from './reply.ts'
import { isApi, type Room, type Route } from './room.ts'
import { isScim } from './scim.ts'
import { takesUploads } from './upload.ts'
import { isReadable } from './visit-of.ts'

export type Serving = Building & {
  readonly rooms: readonly Room[]
  /** Public origin; decides whether cookies are `__Host-` and Secure, and which Origin may write. */
  readonly url: string
  /** Who shows this secret, if anybody. Given by the room that keeps sessions and tokens. */
  readonly identify: (secret: string, kind: 'session' | 'token') => Promise<Actor>
  /** Where somebody who signed in long ago shows who they are. Given by the same room. */
  readonly again?: House['again']
  readonly wall: Wall
  readonly quiet?: boolean
  /** How long a request may have to wait for its turn before all are told that the register is busy; without it 1.5 seconds. */
  readonly busyAfterMs?: number
  /** Where log lines go; without it to standard error. */
  readonly log?: LogStream
}

const requestsAMinute = 1200

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
    rewriteUrl: ({ url = '/' }) => (isReadable(url) ? url : isApi(url) ? '/v1/-' : isScim(url) ? '/scim/-' : '/-'),
    forceCloseConnections: true,
    requestTimeout: 30_000,
  })
  const secure = serving.url.startsWith('https:')
  const house: House = {
    url: serving.url,
    identify: serving.identify,
    again: serving.again ?? (async () => refuse('fresh_sign_in_required')),
    wall: serving.wall,
    sessionCookie: secure ? '__Host-session' : 'session',
    wayBackCookie: secure ? '__Host-way-back' : 'way-back',
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
    maxEventLoopDelay: serving.busyAfterMs ?? 1_500,
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
  // Before the first route: whatever is waited for after it settles who answers its errors.
  app.setNotFoundHandler((request, reply) => answer(house, request, reply, async () => refuse('not_found')))
  app.setErrorHandler((error, request, reply) => send(house, request, reply, refusalOf(error as Error, request)))
  const routes = serving.rooms.flatMap(({ name, routes: all }) => all.map((route) => ({ name, route })))
  for (const { name, route } of routes) if (route.upload === undefined) mount(app, house, name, route)
  await app.register(async (apart) => {
    await takesUploads(apart)
    for (const { name, route } of routes) if (route.upload !== undefined) mount(apart, house, name, route)
  })
  return app
}

function mount(app: FastifyInstance, house: House, room: string, route: Route): void {
  const scope = scopeOf(room, route)
  app.route({
    method: route.method,
    url: route.path,
    config: route.limit ? { rateLimit: { max: route.limit, timeWindow: 60_000 } } : {},
    ...(route.upload ? { bodyLimit: route.upload + 100_000 } : {}),
    handler: (request, reply) => answer(house, request, reply, (visit) => enter(house, route, scope, visit, request)),
  })
}
