import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { acts, anyone } from '../../src/permissions/index.ts'
import { type TestHouse, testHouse } from '../support/house.ts'
import { smallOrganisation } from '../support/people.ts'

/** Addresses a room owns although they hang under another name. */
const elsewhere: Record<string, readonly string[]> = {
  verify: ['', 'verify', '.well-known'],
  proofs: ['proofs', 'declarations', 'witness'],
  declarations: ['declarations', 'drafts', 'receipts'],
  'sign-in': ['sign-in', 'sign-out', 'invitations', 'me', 'recovery', 'recoveries'],
  about: ['about', 'help'],
  notices: ['notices', 'settings'],
  scim: ['settings'],
  status: ['healthz', 'readyz'],
  v1: ['openapi.json'],
}

/** What anyone may enter, by name: adding an address here is a decision. */
const open = [
  'GET /',
  'GET /v1/verify',
  'GET /.well-known/jwks.json',
  'GET /people/:page',
  'GET /v1/people/:page',
  'GET /healthz',
  'GET /readyz',
  'GET /v1/openapi.json',
  'GET /about',
  'GET /help',
  // Who cannot sign in is the one who needs it; what it says is the same to all.
  'GET /incidents/help',
  'POST /incidents/help',
  'POST /v1/incidents/help',
  // Whoever has the letter, and mail programs for them (RFC 8058): it ends letters, and shows nothing.
  'GET /notices/unsubscribe/:key',
  'POST /notices/unsubscribe/:key',
  'GET /v1/notices/unsubscribe/:key',
  'POST /v1/notices/unsubscribe/:key',
  // Whoever sees an imitation has no account here, and neither has whoever runs the page.
  'GET /impersonations',
  'GET /impersonations/new',
  'POST /impersonations',
  'GET /impersonations/reports',
  'GET /impersonations/reports/:code',
  'GET /impersonations/object',
  'POST /impersonations/object',
  'POST /v1/impersonations',
  'GET /v1/impersonations/reports/:code',
  'POST /v1/impersonations/objections',
]
const openPrefixes = ['/sign-in', '/invitations/', '/set-up/', '/sign-out', '/sample', '/recovery']

let house: TestHouse
beforeAll(async () => {
  house = await testHouse()
})
afterAll(() => house[Symbol.asyncDispose]())

const routes = () => house.rooms.flatMap((room) => room.routes.map((route) => ({ room: room.name, ...route })))

describe('every address', () => {
  test('says who may enter, and only the named ones let anyone in', () => {
    const without = routes().filter((route) => route.rule === undefined)
    expect(without.map(({ path }) => path)).toEqual([])
    const loose = routes()
      .filter((route) => route.rule === anyone)
      .map(({ method, path }) => `${method} ${path}`)
      .filter((name) => !open.includes(name) && !openPrefixes.some((prefix) => name.split(' ')[1]?.startsWith(prefix)))
    expect(loose, 'give the route a rule, or add it to the list of open addresses with a reason').toEqual([])
  })

  test('that names something says by an act who reaches it, and every act is done somewhere', () => {
    const bare = routes().filter(({ path, rule, act }) => path.includes(':') && act === undefined && rule !== anyone)
    expect(
      bare.map(({ method, path }) => `${method} ${path}`),
      'name an act of src/permissions/acts.ts: who reaches what this path names',
    ).toEqual([])
    const done = new Set(routes().map(({ act }) => act))
    expect(Object.keys(acts).filter((name) => !done.has(name as keyof typeof acts))).toEqual([])
  })

  test('begins with the name of its room', () => {
    const astray = routes()
      .filter(({ room, path }) => {
        const first = path.replace(/^\/v1\//, '/').split('/')[1] as string
        return !(elsewhere[room] ?? [room]).includes(first)
      })
      .map(({ room, path }) => `${room}: ${path}`)
    expect(astray, 'the first word of a URL is a folder').toEqual([])
  })

  test('that is not open sends nobody to sign-in, or answers 401 under /v1', async () => {
    const visitor = house.asPublic()
    for (const route of routes().filter(({ rule }) => rule !== anyone)) {
      const path = route.path.replace(/:\w+/g, '0198c0de-0000-7000-8000-000000000000')
      const api = path.startsWith('/v1/')
      const answer = api
        ? await visitor.api(route.method as 'GET', path)
        : route.method === 'GET'
          ? await visitor.get(path)
          : await visitor.post(path)
      expect([route.path, answer.status]).toEqual([route.path, api ? 401 : 303])
    }
  })

  test('written to from another site is refused', async () => {
    const { lan } = await smallOrganisation(house.db)
    const member = await house.as(lan)
    for (const route of routes().filter(({ method, path }) => method === 'POST' && !path.startsWith('/v1/'))) {
      const path = route.path.replace(/:\w+/g, '0198c0de-0000-7000-8000-000000000000')
      const answer = await member.post(path, {}, { origin: 'https://elsewhere.example' })
      expect([route.path, answer.status]).toEqual([route.path, 403])
    }
  })

  test('under /v1 is in the OpenAPI document with its answers', async () => {
    const { paths } = (await house.asPublic().api('GET', '/v1/openapi.json')).json()
    const missing = routes()
      .filter(({ path }) => path.startsWith('/v1/') && path !== '/v1/openapi.json')
      .filter(
        ({ method, path }) => paths[path.replace(/:(\w+)/g, '{$1}')]?.[method.toLowerCase()]?.summary === undefined,
      )
      .map(({ method, path }) => `${method} ${path}`)
    expect(missing, 'give the route an `about`').toEqual([])
  })

  test('is refused in words that both languages have', () => {
    for (const { answers, name } of house.rooms) {
      for (const [code, { title, detail, status }] of Object.entries(answers)) {
        expect(code, `${name}: codes are snake_case`).toMatch(/^[a-z0-9]+(_[a-z0-9]+)*$/)
        expect(status).toBeGreaterThanOrEqual(400)
        for (const text of [title, ...(detail ? [detail] : [])])
          expect(text.vi && text.en, `${name}.${code}`).toBeTruthy()
      }
    }
  })
})

test('the strict policy stands on every page: no inline script, no inline style, no frame, nothing from elsewhere', async () => {
  const { headers, text } = await house.asPublic().get('/')
  expect(headers['content-security-policy']).toBe(
    "default-src 'none';style-src 'self';script-src 'self';font-src 'self';img-src 'self';connect-src 'self';form-action 'self';base-uri 'none';frame-ancestors 'none'",
  )
  expect(headers['referrer-policy']).toBe('same-origin')
  expect(headers['strict-transport-security']).toBeUndefined()
  expect(text).not.toMatch(/<script(?![^>]*\ssrc=)|\sstyle=|\son[a-z]+=/)
})

test('.ci/run is the test command of the README and nothing else', () => {
  const root = resolve(import.meta.dirname, '../..')
  const commands = readFileSync(resolve(root, '.ci/run'), 'utf8')
    .split('\n')
    .filter((line) => line.trim() && !/^#|^set |^cd /.test(line))
    .map((line) => line.replace(/^exec /, ''))
  expect(commands).toEqual(['npm test'])
  expect(readFileSync(resolve(root, 'README.md'), 'utf8')).toContain('npm test')
})
