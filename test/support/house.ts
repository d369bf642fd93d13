import { randomBytes } from 'node:crypto'
import { defaultSettings, readConfig, type Settings } from '../../src/config.ts'
import { hashOf, newSecret } from '../../src/db/index.ts'
import { buildHouse, type House, type Outside } from '../../src/house.ts'
import { guardedClient, resolvers, services } from '../../src/net/index.ts'
import { type Scope, scopes } from '../../src/permissions/index.ts'
import { type TestDatabase, testDatabase } from './database.ts'

export type Answer = {
  readonly status: number
  readonly headers: Record<string, string | string[] | number | undefined>
  readonly text: string
  readonly bytes: Buffer
  // biome-ignore lint/suspicious/noExplicitAny: a test says what it expects of it
  json(): any
}

/** A browser without JavaScript, or a script with a token, at the door of the house. */
export interface Visitor {
  get(path: string, headers?: Record<string, string>): Promise<Answer>
  /** A form, sent from one of our own pages. */
  post(path: string, form?: Record<string, string | string[]>, headers?: Record<string, string>): Promise<Answer>
  /** JSON under /v1, with the visitor's bearer token. */
  api(
    method: 'GET' | 'POST' | 'PATCH' | 'DELETE',
    path: string,
    body?: unknown,
    headers?: Record<string, string>,
  ): Promise<Answer>
}

export type TestHouse = House &
  AsyncDisposable & {
    readonly db: TestDatabase
    readonly url: string
    /** With a session, and a token that has these scopes; without a word, all. */
    as(person: { readonly id: string }, may?: readonly Scope[]): Promise<Visitor>
    asPublic(): Visitor
  }

const alwaysUsual = { from_hour: 0, until_hour: 24, every_day: true, records_a_day: 1000 }

/** The real house over a copy of the real database. Give `net` to let proofs reach servers of the test. */
export async function testHouse(
  given: {
    readonly db?: TestDatabase
    readonly net?: Outside['net']
    readonly sample?: boolean
    /** The public origin, where the test is about it. */
    readonly url?: string
    /** Where its log lines go; without it nowhere. */
    readonly log?: Outside['log']
    /** Services of others, as an operator would name them. */
    readonly settings?: Settings
    /** When looking is usual; without it always, so that a test that is not about the hour does not depend on it. */
    readonly usual?: Settings['usual_access']
    /** For the test that keeps it busy. */
    readonly busyAfterMs?: number
    /** For tests that take the first wall away. */
    readonly wall?: Outside['wall']
  } = {},
): Promise<TestHouse> {
  const db = given.db ?? (await testDatabase())
  const config = {
    ...readConfig({ CHINHDANH_URL: given.url ?? 'http://localhost:8080' }),
    settings: { ...(given.settings ?? defaultSettings), usual_access: given.usual ?? alwaysUsual },
  }
  const nowhere = resolvers(['127.0.0.1:9'])
  const net = given.net ?? {
    resolvers: nowhere,
    client: guardedClient({ resolvers: nowhere, networks: [], userAgent: 'test' }),
    services: services({ origins: [], resolvers: nowhere, userAgent: 'test' }),
    push: guardedClient({ resolvers: nowhere, networks: [], userAgent: 'test' }),
  }
  const sampleMode = { offered: async () => true, start: async () => {}, end: async () => {} }
  const house = await buildHouse({
    config,
    db,
    net,
    sample: given.sample ?? false,
    sampleMode,
    quiet: given.log === undefined,
    busyAfterMs: given.busyAfterMs ?? Number.POSITIVE_INFINITY, // a machine that runs many tests is no busy register
    log: given.log,
    wall: given.wall,
  })
  await house.server.ready()
  const dispose = async () => {
    await house.server.close()
    if (!given.db) await db[Symbol.asyncDispose]()
  }
  return {
    ...house,
    db,
    url: config.url,
    asPublic: () => visitor(house, config.url),
    async as(person, may = scopes) {
      const [session, token] = [newSecret(), newSecret()]
      // Fresh for as long as a long test lasts.
      await db.asSuperuser(
        "insert into session (hash, person, how, made_at) values ($1, $2, 'passkey', now() + interval '1 hour')",
        [hashOf(session), person.id],
      )
      await db.asSuperuser(
        "insert into api_token (id, hash, person, name, scopes) values (gen_random_uuid(), $1, $2, 'test', $3)",
        [hashOf(token), person.id, may],
      )
      return visitor(house, config.url, { session, token })
    },
    [Symbol.asyncDispose]: dispose,
  }
}

function visitor(
  house: House,
  origin: string,
  secrets?: { readonly session: string; readonly token: string },
): Visitor {
  const name = origin.startsWith('https:') ? '__Host-session' : 'session'
  const cookie: Record<string, string> = secrets ? { cookie: `${name}=${secrets.session}` } : {}
  const send = async (
    method: 'GET' | 'POST' | 'PATCH' | 'DELETE',
    url: string,
    headers: Record<string, string>,
    payload?: string,
  ): Promise<Answer> => {
    const response = await house.server.inject({ method, url, headers, payload, remoteAddress: addressOf() })
    return {
      status: response.statusCode,
      headers: response.headers,
      text: response.body,
      bytes: response.rawPayload,
      json: () => JSON.parse(response.body),
    }
  }
  return {
    get: (path, headers = {}) => send('GET', path, { ...cookie, ...headers }),
    post: (path, form = {}, headers = {}) =>
      send(
        'POST',
        path,
        { ...cookie, origin, 'content-type': 'application/x-www-form-urlencoded', ...headers },
        formText(form),
      ),
    api: (method, path, body, headers = {}) =>
      send(
        method,
        path,
        {
          ...(secrets ? { authorization: `Bearer ${secrets.token}` } : {}),
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
          ...headers,
        },
        body === undefined ? undefined : JSON.stringify(body),
      ),
  }
}

function formText(form: Record<string, string | string[]>): string {
  const fields = new URLSearchParams()
  for (const [name, value] of Object.entries(form)) for (const one of [value].flat()) fields.append(name, one)
  return fields.toString()
}

/** Everyone comes from a place of their own, so that limits by place do not meet each other. */
const addressOf = () => `10.${randomBytes(3).join('.')}`
