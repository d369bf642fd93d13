import { setTimeout as sleep } from 'node:timers/promises'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { hashOf, newSecret } from '../../src/db/index.ts'
import type { Route } from '../../src/web/index.ts'
import { type Belongings, belongingsOf } from '../support/belongings.ts'
import { type TestHouse, testHouse } from '../support/house.ts'
import { junkBodies, junkHeaders, junkParams, junkQueries } from '../support/junk.ts'
import { smallOrganisation } from '../support/people.ts'
import { type Sent, sound, strangerTo } from '../support/sound.ts'

// Every address of the house, as everybody, with everything that no page of ours sends: never a 500, always a page or a problem
// with its code, and under /v1 always JSON.

let house: TestHouse
let sample: TestHouse
let people: Awaited<ReturnType<typeof smallOrganisation>>
const who = ['nobody', 'member', 'officer', 'administrator'] as const
type Who = (typeof who)[number]
let persons: Record<Exclude<Who, 'nobody'>, { id: string; name: string }>
const setUpSecret = newSecret()
/** What acts are done to, so that what is looked at stays. */
let spare: { unit: string; person: string }
let role: string

beforeAll(async () => {
  house = await testHouse()
  sample = await testHouse({ sample: true })
  people = await smallOrganisation(house.db)
  const administrator = await people.person('Phạm Quản Trị', people.root.id)
  await people.grant(administrator, 'administrator', null)
  const unit = await people.unit('SPARE', 'Đơn vị Khác', people.root)
  spare = { unit: unit.id, person: (await people.person('Người Khác', people.north.id)).id }
  const { rows } = await house.db.asSuperuser(
    "insert into role_held (id, person, role, unit) values (gen_random_uuid(), $1, 'overseer', $2) returning id",
    [spare.person, unit.id],
  )
  role = rows[0].id
  persons = { member: people.lan, officer: people.officer, administrator }
  await house.db.asSuperuser('insert into set_up_link (hash) values ($1)', [hashOf(setUpSecret)])
})
afterAll(async () => {
  await house[Symbol.asyncDispose]()
  await sample[Symbol.asyncDispose]()
})

const routesOf = (given: TestHouse) => given.rooms.flatMap(({ routes }) => routes)
const writing = (given: TestHouse) => routesOf(given).filter(({ method }) => method !== 'GET')

/** A real address behind each pattern, so that junk meets the act and not only the door. */
function pathOf(route: Route, own: Belongings | undefined): string {
  const path = route.path
    .replace('/roles/:id', `/roles/${role}`)
    .replace('/members/:id/', `/members/${spare.person}/`)
    .replace('/members/:id', `/members/${people.lan.id}`)
    .replace('/units/:id/', `/units/${spare.unit}/`)
    .replace('/units/:id', `/units/${people.north.id}`)
    .replace('/records/:id', `/records/${people.lan.id}`)
    .replace('/assisted/:id', `/assisted/${people.lan.id}`)
    .replace('/set-up/:secret', `/set-up/${setUpSecret}`)
  if (!own) return path.replace(/:\w+/g, '0198c0de-0000-7000-8000-000000000000')
  return path
    .replace('/declarations/:id', `/declarations/${own.declaration}`)
    .replace('/drafts/:id', `/drafts/${own.draft}`)
    .replace('/proofs/:id', `/proofs/${own.proof}`)
    .replace('/people/:page', `/people/${own.page}`)
    .replace('/witness/:id', `/witness/${own.witness.id}`)
    .replace('/notices/mail/:secret', `/notices/mail/${own.mailSecret}`)
    .replace('/imports/:id', `/imports/${own.importing}`)
    .replace('/notices/:id', `/notices/${own.notice}`)
    .replace('/notices/push/:id', `/notices/push/${own.browser}`)
    .replace('/passkeys/:id', `/passkeys/${own.passkey}`)
    .replace('/tokens/:id', `/tokens/${own.token}`)
    .replace('/my-record/:id', `/my-record/${own.look}`)
    .replace('/questions/:id', `/questions/${own.question}`)
    .replace('/receipts/:code', `/receipts/${own.receipt}`)
    .replace('/invitations/:secret', `/invitations/${own.invitation}`)
    .replace('/sign-in/link/:secret', `/sign-in/link/${own.linkSecret}`)
    .replace('/recovery/not-me/:key', `/recovery/not-me/${own.recovery.key}`)
    .replace('/recoveries/for/:id', `/recoveries/for/${own.recovery.lost}`)
    .replace('/recoveries/:id', `/recoveries/${own.recovery.started}`)
    .replace('/sessions/:id', `/sessions/${own.session}`)
    .replace('/attestations/:id', `/attestations/${own.attestation}`)
    .replace('/cases/desk/:id', `/cases/desk/${own.cases.toDecide}`)
    .replace('/cases/about/:id', `/cases/about/${own.cases.about}`)
    .replace('/cases/:id', `/cases/${own.cases.toAnswer}`)
    .replace('/incidents/desk/:id', `/incidents/desk/${own.incidents.open}`)
    .replace('/incidents/phone/:id', `/incidents/phone/${people.lan.id}`)
    .replace('/incidents/:id', `/incidents/${own.incident}`)
    .replace('/campaigns/:id', `/campaigns/${own.campaign}`)
    .replace('/impersonations/desk/:id', `/impersonations/desk/${own.judged.denied}`)
    .replace('/impersonations/reports/:code', `/impersonations/reports/${own.impersonation.code}`)
    .replace('/impersonations/:id', `/impersonations/${own.impersonation.id}`)
    .replace('/evidence/:format', '/evidence/json')
    .replace('/letters/:whom', '/letters/unit')
    .replace('/guidance/:id/versions/:n', `/guidance/${own.guidance.id}/versions/1`)
    .replace('/guidance/:id', `/guidance/${own.guidance.id}`)
}

/** An administrator's passkey, which belongs to the belongings, ends set-up; the junk is to reach it all the same. */
async function reopenSetUp(): Promise<void> {
  await house.db.asSuperuser('update organisation set set_up_at = null')
  await house.db.asSuperuser('update set_up_link set used_at = null')
}

/** Whom this address is for, of the four: junk has to get past the door to meet the act. */
function meant({ rule }: Route): Who {
  if (rule.name === 'anyone') return 'nobody'
  return rule.name.startsWith('administrator') ? 'administrator' : 'officer'
}

/** What goes out as this one: all the junk at an address to whom it is meant for, and of the same junk every twelfth piece to each of the
 *  others, another at each address. All of it as all four took a quarter of an hour and met the same doors. */
const dealt = <J>(as: Who, route: Route, at: number, junk: readonly J[]): readonly J[] =>
  meant(route) === as ? junk : junk.filter((_, n) => (n + at + who.indexOf(as) * 3) % 12 === 0)

/** What meets every address at the same place, before its own code: each goes out once, as one of the four. */
const inTurn = <J>(as: Who, at: number, junk: readonly J[]): readonly J[] =>
  junk.filter((_, n) => who[(n + at) % who.length] === as)

/** Secrets of this person that no request has ended yet: one of the junk requests signs out everywhere. */
async function keysOf(as: Who): Promise<Record<string, string>> {
  await reopenSetUp()
  if (as === 'nobody') return {}
  const session = newSecret()
  await house.db.asSuperuser("insert into session (hash, person, how) values ($1, $2, 'passkey')", [
    hashOf(session),
    persons[as].id,
  ])
  return { cookie: `session=${session}` }
}

/** What of these is not an answer that a person or a script can do something with. */
async function unsound(given: TestHouse, all: readonly Sent[]): Promise<string[]> {
  const faults: string[] = []
  const left = [...all]
  const stranger = strangerTo(given)
  await Promise.all(
    Array.from({ length: 6 }, async () => {
      for (let one = left.pop(); one; one = left.pop()) {
        const came = await stranger(one)
        // A machine with other work may be too busy for a second and a half, and says so; what junk breaks stays broken.
        faults.push(...sound(one, came.status === 503 ? await sleep(3_000).then(() => stranger(one)) : came))
      }
    }),
  )
  return faults
}

describe.each(who)('as %s', (as) => {
  let own: Belongings | undefined
  let keys: Record<string, string>
  const renew = async () => {
    // What waits for an officer is one of each kind, as on a usual day, not one for each address that was tried before.
    await house.db.asSuperuser("update witness_request set state = 'withdrawn' where state = 'open'")
    await house.db.asSuperuser('delete from recovery')
    own = as === 'nobody' ? undefined : await belongingsOf(house.db, persons[as])
    keys = await keysOf(as)
  }
  beforeAll(renew)

  test('no body breaks an address that takes one', async () => {
    const faults: string[] = []
    for (const [at, route] of writing(house).entries()) {
      // Whoever is let in may use a thing up; the others get no further than the door.
      if (meant(route) === as || at === 0) await renew()
      else keys = await keysOf(as)
      const path = pathOf(route, own)
      const all = dealt(as, route, at, junkBodies).map(({ what, type, bytes }) => ({
        what: `${route.method} ${route.path} as ${as}: ${what}`,
        method: route.method,
        path,
        headers: { ...keys, origin: house.url, ...(type === undefined ? {} : { 'content-type': type }) },
        body: bytes,
      }))
      faults.push(...(await unsound(house, all)))
    }
    expect(faults).toEqual([])
  }, 600_000)

  test('no id, code or secret breaks an address that has one', async () => {
    await renew()
    const all = routesOf(house)
      .filter(({ path }) => path.includes(':'))
      .flatMap((route, at) =>
        dealt(as, route, at, junkParams).map((param) => ({
          what: `${route.method} ${route.path} as ${as}: ${param.slice(0, 60)}`,
          method: route.method,
          path: route.path.replace(/:\w+/, () => param),
          headers: { ...keys, origin: house.url },
        })),
      )
    expect(await unsound(house, all)).toEqual([])
  }, 600_000)

  test('no question behind an address breaks it', async () => {
    await renew()
    const reading = routesOf(house).filter(({ method, path }) => method === 'GET' || /sign-in|\/me\/tokens/.test(path))
    const inUnit = [`?unit=${people.north.id}&from=9007199254740991`, `?unit=${people.north.id}&from=1.5`]
    const all = reading.flatMap((route, at) =>
      dealt(as, route, at, [...junkQueries, ...inUnit]).map((query) => ({
        what: `${route.method} ${route.path}${query.slice(0, 80)} as ${as}`,
        method: route.method,
        path: pathOf(route, own) + query,
        headers: { ...keys, origin: house.url },
      })),
    )
    expect(await unsound(house, all)).toEqual([])
  }, 600_000)

  test('no header breaks an address', async () => {
    await renew()
    const some = routesOf(house).filter(({ path, method }) => method === 'GET' || path.startsWith('/v1/'))
    const all = some.flatMap((route, at) =>
      inTurn(as, at, junkHeaders).map((headers) => ({
        what: `${route.method} ${route.path} as ${as}: ${JSON.stringify(headers).slice(0, 80)}`,
        method: route.method,
        path: pathOf(route, own),
        headers: { ...keys, ...headers },
        ...(route.method === 'GET'
          ? {}
          : {
              headers: { ...keys, origin: house.url, 'content-type': 'application/json', ...headers },
              body: Buffer.from('{"address":"k.example.com"}'),
            }),
      })),
    )
    expect(await unsound(house, all)).toEqual([])
  }, 600_000)

  test('no method breaks an address', async () => {
    await renew()
    const methods = ['GET', 'HEAD', 'OPTIONS', 'PUT', 'PATCH', 'DELETE', 'POST', 'TRACE', 'PROPFIND', 'QUERY']
    const all = [...new Set(routesOf(house).map(({ path }) => path))]
      .filter((path) => path !== '/sign-out/everywhere')
      .flatMap((path, at) =>
        inTurn(as, at, methods).map((method) => ({
          what: `${method} ${path} as ${as}`,
          method,
          path: pathOf({ path } as Route, own),
          headers: { ...keys, origin: house.url },
        })),
      )
    expect(await unsound(house, all)).toEqual([])
  }, 600_000)
})

/** What an address must be asked. */
const asks: Readonly<Record<string, string>> = {
  '/v1/verify': '?url=example.com',
  '/v1/members': '?q=lan',
  '/impersonations/new': '?about=page',
  '/impersonations/reports': '?code=MD-2345-6789',
  '/v1/imports/:id/rows': '?part=new',
  '/guidance/:id/missing': '?unit=PM1',
  '/guidance/:id/figures': '?unit=PM1',
  '/v1/guidance/:id/missing': '?unit=PM1',
  '/campaigns/:id/figures': '?unit=PM1',
  '/campaigns/:id/letters': '?unit=PM1',
  '/v1/campaigns/:id/letters': '?unit=PM1',
  '/v1/campaigns/:id/figures': '?unit=PM1',
  '/campaigns/:id/people': '?unit=PM1',
  '/v1/campaigns/:id/people': '?unit=PM1',
  '/v1/guidance/:id/figures': '?unit=PM1',
}

test('the junk was sent to real things: each address opens for its owner when nothing is wrong with the request', async () => {
  // An officer is shown two hundred open requests at a time; those that the junk left are out of the way.
  await house.db.asSuperuser("update witness_request set state = 'withdrawn' where state = 'open'")
  const own = await belongingsOf(house.db, persons.officer)
  await people.grant(persons.officer, 'auditor', null)
  await people.grant(persons.officer, 'reviewer', people.root.id)
  await people.grant(persons.officer, 'administrator', null) // and for the pages of roles
  const { rows } = await house.db.asSuperuser(
    "insert into mail_address (person, address, lang) values ($1, 'thu@donvi.vn', 'vi') returning unsubscribe",
    [persons.officer.id],
  )
  const [letter] = rows
  const keys = await keysOf('officer')
  const closed: string[] = []
  for (const route of routesOf(house).filter(
    ({ method, path, rule }) =>
      method === 'GET' && path !== '/proofs/:id/file' && path !== '/sign-in/mail' && rule.name !== 'administrator',
  )) {
    const path = pathOf(route, own).replace('/notices/unsubscribe/:key', `/notices/unsubscribe/${letter.unsubscribe}`)
    const one = { what: route.path, method: 'GET', path, headers: keys }
    const { status } = await strangerTo(house)({ ...one, path: one.path + (asks[route.path] ?? '') })
    if (status >= 400) closed.push(`${route.path} → ${status}`)
  }
  expect(closed).toEqual([])
})

test('once set up, the sign-in page says nothing that its address asks it to say', async () => {
  await house.db.asSuperuser('update organisation set set_up_at = now()')
  try {
    const all = junkQueries.map((query) => ({ what: query, method: 'GET', path: `/sign-in${query}`, headers: {} }))
    expect(await unsound(house, all)).toEqual([])
    const [plain, odd] = await Promise.all(
      ['', '?out=constructor'].map(async (query) => (await house.asPublic().get(`/sign-in${query}`)).text),
    )
    const main = (text = '') => text.slice(text.indexOf('<main'), text.indexOf('</main>'))
    expect(main(odd)).toBe(main(plain))
  } finally {
    await house.db.asSuperuser('update organisation set set_up_at = null')
  }
})

const full = 65_000
const heavy: Readonly<Record<string, readonly [string, string]>> = {
  'one field as often as it fits': ['form', 'a&'.repeat(full / 2)],
  'the field of the page as often as it fits': ['form', 'address=a&'.repeat(full / 10)],
  'as many fields as fit': ['form', Array.from({ length: 9_000 }, (_, n) => `f${n}`).join('&')],
  'escapes alone': ['form', `address=${'%2f'.repeat(full / 3)}`],
  'as many addresses as fit': ['form', `address=${'a.b%0a'.repeat(full / 6)}`],
  'as many look-alikes as fit': [
    'form',
    `address=${Array.from({ length: 3_000 }, (_, n) => `faceb00k-${n}.vn`).join('+')}`,
  ],
  'one host of many labels': ['form', `address=https://${'a.'.repeat(full / 2 - 10)}vn`],
  'one letter with as many marks as fit': ['form', `address=${'%cc%81'.repeat(full / 6)}`],
  'a list as long as fits': ['json', `[${'1,'.repeat(full / 2 - 1)}1]`],
  'as many keys as fit': ['json', `{${Array.from({ length: 6_000 }, (_, n) => `"${n}":0`).join(',')}}`],
}
test.each(Object.entries(heavy))('64 KB hold nobody up: %s', async (what, [kind, text]) => {
  const keys = await keysOf('member')
  const type = kind === 'json' ? 'application/json' : 'application/x-www-form-urlencoded'
  for (const path of ['/sign-in/code', '/declarations/new', '/declarations/several', '/v1/declarations']) {
    const begun = performance.now()
    const headers = { ...keys, origin: house.url, 'content-type': type }
    const one = { what: `${path}: ${what}`, method: 'POST', path, headers, body: Buffer.from(text) }
    expect(sound(one, await strangerTo(house)(one))).toEqual([])
    expect([path, performance.now() - begun < 1_500]).toEqual([path, true])
  }
})

test('in the sample house no body breaks an address either', async () => {
  const room = sample.rooms.find(({ name }) => name === 'sample')
  const all = (room?.routes ?? [])
    .filter(({ path }) => path !== '/sample/import' && path !== '/sample/end')
    .flatMap((route) =>
      junkBodies.map(({ what, type, bytes }) => ({
        what: `${route.method} ${route.path}: ${what}`,
        method: route.method,
        path: route.path,
        headers: { origin: sample.url, ...(type === undefined ? {} : { 'content-type': type }) },
        body: bytes,
      })),
    )
  expect(await unsound(sample, all)).toEqual([])
})

test('no JSON that one can write breaks an address that takes JSON', async () => {
  const own = await belongingsOf(house.db, people.lan)
  const keys = await keysOf('member')
  const targets = writing(house).filter(({ path, body }) => body && !/sign-in\/code/.test(path))
  const fields = [
    'address',
    'hint',
    'manager',
    'since',
    'visibility',
    'shows',
    'method',
    'keep',
    'purpose',
    'id',
    'response',
  ]
  const bodies = fc.oneof(
    fc.json({ maxDepth: 6 }),
    fc.dictionary(fc.constantFrom(...fields), fc.jsonValue(), { maxKeys: 8 }).map((body) => JSON.stringify(body)),
    fc
      .dictionary(fc.constantFrom(...fields), fc.string({ unit: 'binary', maxLength: 200 }))
      .map((b) => JSON.stringify(b)),
  )
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...targets), bodies, async (route, body) => {
      const one = {
        what: `${route.method} ${route.path} ${body.slice(0, 200)}`,
        method: route.method,
        path: pathOf(route, own),
        headers: { ...keys, origin: house.url, 'content-type': 'application/json' },
        body: Buffer.from(body),
      }
      expect(sound(one, await strangerTo(house)(one))).toEqual([])
    }),
    { seed: 20260802, numRuns: 600 },
  )
}, 60_000)
