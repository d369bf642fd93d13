import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { build } from 'esbuild'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { type TestCa, testCa } from '../../../test/peers/ca.ts'
import { type Outside, outside } from '../../../test/peers/outside.ts'
import { type PushService, pushService } from '../../../test/peers/push.ts'
import { pushKeys } from '../../../test/support/browsers.ts'
import { type TestHouse, testHouse, type Visitor } from '../../../test/support/house.ts'
import { smallOrganisation } from '../../../test/support/people.ts'
import { parseSettings } from '../../config.ts'
import { newId } from '../../db/index.ts'
import { kindsOf } from '../../mail/index.ts'
import { guardedClient, resolvers, services } from '../../net/index.ts'
import { pushOf } from './push.ts'

const settings = parseSettings(JSON.stringify({ push: pushKeys() }))
const key = settings.push?.public_key ?? ''
let ca: TestCa
let around: Outside
let google: PushService
let mozilla: PushService
let house: TestHouse
let people: Awaited<ReturnType<typeof smallOrganisation>>
let lan: Visitor
let binh: Visitor
const net = () => {
  const nowhere = resolvers(['127.0.0.1:9'])
  const [networks, userAgent] = [[], 'test']
  return {
    resolvers: nowhere,
    client: guardedClient({ resolvers: nowhere, networks, userAgent }),
    services: services({ origins: [], resolvers: nowhere, userAgent }),
    push: around.client,
  }
}
beforeAll(async () => {
  ca = await testCa()
  ca.trust()
  around = await outside({ ca, pace: { atOnce: 4, spacingMs: 0 } })
  house = await testHouse({ settings, net: net(), url: 'https://so.donvi.vn' })
  people = await smallOrganisation(house.db)
  lan = await house.as(people.lan)
  binh = await house.as(people.binh)
})
afterAll(async () => {
  await Promise.all([house, around].map((one) => one[Symbol.asyncDispose]()))
  await ca[Symbol.asyncDispose]()
})
beforeEach(async () => {
  await rows('delete from push_subscription; delete from outgoing_mail; delete from notice')
  around.dns.records.clear()
  google = pushService(around.hosts, 'fcm.googleapis.com')
  mozilla = pushService(around.hosts, 'updates.push.services.mozilla.com')
})

const rows = async (text: string, ...values: unknown[]) => (await house.db.asSuperuser(text, values)).rows
const push = (quietUntil?: () => Date) =>
  pushOf({
    ...{ db: house.db, client: around.client, settings: settings.push, url: house.url, quietUntil },
    ...{ organisation: () => 'Đơn vị Mẫu', kinds: () => kindsOf(house.rooms) },
  })
const send = (quietUntil?: () => Date) => push(quietUntil)?.sendDue()
const chrome = {
  'user-agent': 'Mozilla/5.0 (Linux; Android 15) AppleWebKit/537.36 Chrome/153.0.0.0 Mobile Safari/537.36',
}
async function turnsOn(who: Visitor, service = google, language = 'vi') {
  const browser = service.browser(key)
  const { endpoint, keys } = browser
  const answer = await who.api('POST', '/v1/notices/push', { endpoint, keys, language }, chrome)
  expect([answer.status, answer.text]).toEqual([201, expect.any(String)])
  return { ...browser, id: answer.json().id as string }
}
async function tell({ id }: { id: string }, kind = 'level_lower'): Promise<void> {
  await house.db.under('checker', (tx) => sql`select tell(${id}, ${kind}, ${newId()}, ${newId()})`.execute(tx))
}
const kept = () => rows('select failed, tries, not_before > now() as waits from push_subscription order by made_at')
const waiting = async () => (await rows('select count(*)::int as n from outgoing_push'))[0].n
const later = () => rows("update push_subscription set not_before = now() - interval '1 second'")
const mine = async (who: Visitor) => (await who.api('GET', '/v1/notices/push')).json()

describe('a browser in which its person turned it on', () => {
  test('is told that something is new, in the same words for every notice, sealed for it alone', async () => {
    const phone = await turnsOn(lan)
    const desk = await turnsOn(binh, mozilla, 'en')
    await tell(people.lan)
    await tell(people.binh, 'renew_proof')
    expect(await send()).toBe(2)
    expect(google.came.map(({ path, said }) => [path, said])).toEqual([
      [phone.path, { title: 'Đơn vị Mẫu', body: 'Có thông báo mới trong sổ của anh/chị.', lang: 'vi' }],
    ])
    expect(mozilla.came.map(({ path, said }) => [path, said])).toEqual([
      [desk.path, { title: 'Đơn vị Mẫu', body: 'There is something new in your register.', lang: 'en' }],
    ])
    const [one] = google.came
    expect(one?.headers).toMatchObject({ ttl: '86400', urgency: 'normal', topic: 'register' })
    expect(one?.token).toMatchObject({ sub: 'https://so.donvi.vn', aud: 'https://fcm.googleapis.com' })
    expect(one?.sealed.toString('latin1')).not.toMatch(/Lan|title|body/)
    expect(one?.sealed.length, 'as long as any other').toBe(mozilla.came[0]?.sealed.length)
    expect(JSON.stringify([one?.headers, one?.said])).not.toMatch(/Nguyễn|Lan\b|level_lower|declarations/)
  })

  test('is told once: a run after it says nothing, and five notices are one', async () => {
    await turnsOn(lan)
    for (let n = 0; n < 5; n++) await tell(people.lan)
    expect([await send(), await send()]).toEqual([1, 0])
    await later()
    expect(await send()).toBe(0)
    expect([google.came.length, await waiting()]).toEqual([1, 0])
  })

  test('is told again only a quarter of an hour later, however much comes', async () => {
    await turnsOn(lan)
    await tell(people.lan)
    await send()
    for (let n = 0; n < 3; n++) await tell(people.lan)
    expect(await send()).toBe(0)
    const [{ minutes }] = await rows(
      'select round(extract(epoch from not_before - pushed_at) / 60)::int as minutes from push_subscription',
    )
    expect(minutes).toBe(15)
    await later()
    expect([await send(), google.came.length]).toEqual([1, 2])
  })

  test('is not told of what was seen meanwhile', async () => {
    await turnsOn(lan)
    await tell(people.lan)
    await lan.post('/notices/seen')
    expect([await send(), await waiting(), google.came.length]).toEqual([0, 0, 0])
  })

  test('waits out the quiet with what may be left out, and with nothing else', async () => {
    const morning = () => new Date(Date.now() + 3_600_000)
    await turnsOn(lan)
    await tell(people.lan, 'access_digest')
    expect([await send(morning), await waiting()]).toEqual([0, 1])
    await tell(people.lan)
    expect([await send(morning), await waiting()]).toEqual([1, 0])
  })

  test('is told by one of many processes that send at once', async () => {
    const many = await Promise.all(
      Array.from({ length: 12 }, async (_, n) => people.person(`Người ${n}`, people.north.id)),
    )
    for (const one of many) {
      const visitor = await house.as(one)
      await turnsOn(visitor)
      await turnsOn(visitor, mozilla)
      await tell(one)
    }
    const sent = await Promise.all([1, 2, 3].map(() => send()))
    expect(sent.reduce<number>((sum, one) => sum + (one ?? 0), 0)).toBe(24)
    expect(new Set([...google.came, ...mozilla.came].map(({ path }) => path)).size).toBe(24)
    expect(google.came.length + mozilla.came.length).toBe(24)
  })

  test('is told nothing once it was turned off, and its address is kept nowhere', async () => {
    const { id, endpoint } = await turnsOn(lan)
    await tell(people.lan)
    for (const _ of [1, 2]) expect((await lan.post(`/notices/push/${id}/remove`)).status).toBeLessThan(500)
    expect([await send(), google.came.length, await waiting()]).toEqual([0, 0, 0])
    expect(await rows('select from push_subscription where endpoint = $1', endpoint)).toEqual([])
  })

  test('is forgotten when its person leaves', async () => {
    const leaver = await people.person('Người Sắp Đi', people.south.id)
    await turnsOn(await house.as(leaver))
    await rows('update person set left_at = now() where id = $1', leaver.id)
    expect(await kept()).toEqual([])
  })

  test('is one, however often it is handed over; ten are the most', async () => {
    const { endpoint, keys } = google.browser(key)
    const ids = [1, 2].map(async () => (await lan.api('POST', '/v1/notices/push', { endpoint, keys })).json().id)
    expect(new Set(await Promise.all(ids)).size).toBe(1)
    for (let n = 0; n < 9; n++) await turnsOn(lan)
    const { endpoint: eleventh, keys: more } = google.browser(key)
    const refused = await lan.api('POST', '/v1/notices/push', { endpoint: eleventh, keys: more })
    expect([refused.status, refused.json().code]).toEqual([409, 'too_many_browsers'])
    expect((await mine(lan)).browsers).toHaveLength(10)
  })
})

test('nobody is told who has not turned it on', async () => {
  await turnsOn(binh)
  await tell(people.lan)
  expect([await send(), await waiting(), google.came.length]).toEqual([0, 0, 0])
})

describe('a push service', () => {
  test.each([404, 410])('that says %i knows the browser no more: its address is deleted', async (status) => {
    await turnsOn(lan)
    await tell(people.lan)
    google.refuse = () => status
    expect([await send(), await kept(), await waiting()]).toEqual([0, [], 0])
  })

  test.each([429, 500, 503])('that says %i is asked again later, and left alone until then', async (status) => {
    for (const who of [lan, binh]) for (let n = 0; n < 5; n++) await turnsOn(who)
    await turnsOn(lan, mozilla)
    for (const who of [people.lan, people.binh]) await tell(who)
    let asked = 0
    google.refuse = () => {
      asked += 1
      return status
    }
    expect(await send()).toBe(1) // at the other one
    expect(asked).toBeLessThanOrEqual(4) // as many as go side by side, and none after them
    expect((await kept()).every(({ waits }) => waits)).toBe(true)
    expect((await kept()).some(({ failed, tries }) => failed === String(status) && tries === 1)).toBe(true)
    google.refuse = undefined
    await later()
    expect(await send()).toBe(10)
    expect((await kept()).every(({ failed, tries }) => failed === null && tries === 0)).toBe(true)
  })

  test('that never answers well is given up for this notice, and asked again for the next', async () => {
    await turnsOn(lan)
    await tell(people.lan)
    google.refuse = () => 503
    for (let n = 0; n < 6; n++) {
      await send()
      await later()
    }
    expect([await waiting(), await kept()]).toMatchObject([0, [{ failed: '503', tries: 0 }]])
    google.refuse = undefined
    await tell(people.lan)
    expect(await send()).toBe(1)
  })

  test('that does not want this register is not asked again, and its person sees the code', async () => {
    const { endpoint, keys } = google.browser(pushKeys().public_key) // let in another register
    await lan.api('POST', '/v1/notices/push', { endpoint, keys }, chrome)
    await tell(people.lan)
    expect([await send(), await waiting()]).toEqual([0, 0])
    expect(await mine(lan)).toMatchObject({ browsers: [{ label: 'Chrome, Android', failed: '403', pushed_at: null }] })
    expect((await lan.get('/notices/push')).text).toContain('mã 403')
  })

  test('that lies inside, or that the settings name no more, is not gone to', async () => {
    await turnsOn(lan)
    await tell(people.lan)
    around.dns.records.set('A fcm.googleapis.com', ['10.0.0.5'])
    expect(await send()).toBe(0)
    expect(await kept()).toMatchObject([{ failed: 'address_not_public' }])
    await rows("update push_subscription set endpoint = 'https://elsewhere.vn/x', not_before = now()")
    let there = 0
    around.hosts.set('elsewhere.vn', () => {
      there += 1
    })
    await tell(people.lan)
    expect([await send(), there]).toEqual([0, 0])
    expect(await kept()).toMatchObject([{ failed: 'push_host_unknown' }])
  })

  test('gets no redirect followed', async () => {
    await turnsOn(lan)
    await tell(people.lan)
    around.hosts.set('fcm.googleapis.com', (_, response) =>
      response.writeHead(307, { location: mozilla.browser(key).endpoint }).end(),
    )
    expect([await send(), mozilla.came.length]).toEqual([0, 0])
    expect(await kept()).toMatchObject([{ failed: 'too_many_redirects' }])
  })
})

describe('an address that somebody makes up', () => {
  const { keys } = pushService(new Map(), 'x.vn').browser('')
  test.each([
    ['http://fcm.googleapis.com/x', 'push_address_refused'],
    ['https://u:p@fcm.googleapis.com/x', 'push_address_refused'],
    ['https://fcm.googleapis.com:8443/x', 'push_address_refused'],
    [`https://fcm.googleapis.com/${'x'.repeat(3_000)}`, 'push_address_refused'],
    ['ftp://fcm.googleapis.com/x', 'push_address_refused'],
    ['javascript:alert(1)', 'push_address_refused'],
    ['', 'push_address_refused'],
    ['https://127.0.0.1/x', 'push_host_unknown'],
    ['https://[::1]/x', 'push_host_unknown'],
    ['https://10.0.0.5/x', 'push_host_unknown'],
    ['https://169.254.169.254/latest', 'push_host_unknown'],
    ['https://localhost/x', 'push_host_unknown'],
    ['https://fcm.googleapis.com.evil.vn/x', 'push_host_unknown'],
    ['https://push.apple.com/x', 'push_host_unknown'],
  ])('%.60s is refused: %s', async (endpoint, code) => {
    const answer = await lan.api('POST', '/v1/notices/push', { endpoint, keys })
    expect([answer.status, answer.json().code]).toEqual([422, code])
    expect(await kept()).toEqual([])
  })

  test('and keys for which nothing can be sealed are refused', async () => {
    const { endpoint } = google.browser(key)
    for (const wrong of [
      { ...keys, auth: 'abc' },
      { ...keys, p256dh: `B${'A'.repeat(86)}` }, // no point of the curve
      { ...keys, p256dh: `${keys.p256dh}==` },
    ]) {
      const answer = await lan.api('POST', '/v1/notices/push', { endpoint, keys: wrong })
      expect([answer.status, answer.json().code]).toEqual([422, 'push_keys_refused'])
    }
  })
})

describe('another’s browser', () => {
  test('is neither seen nor turned off, and is answered like one that is not there', async () => {
    const { id, endpoint, keys } = await turnsOn(lan)
    expect((await mine(binh)).browsers).toEqual([])
    expect((await binh.get('/notices/push')).text).not.toContain('Chrome, Android')
    for (const path of [`/v1/notices/push/${id}/remove`, `/v1/notices/push/${newId()}/remove`]) {
      const answer = await binh.api('POST', path)
      expect([answer.status, answer.json().code]).toEqual([404, 'not_found'])
    }
    expect((await binh.post(`/notices/push/${id}/remove`)).status).toBe(404)
    // Whoever has the address of a browser does not take it from whom it is.
    expect((await binh.api('POST', '/v1/notices/push', { endpoint, keys })).status).toBe(201)
    expect((await mine(lan)).browsers).toHaveLength(1)
  })

  test('has its address and keys shown to nobody, its person included', async () => {
    const { endpoint, keys } = await turnsOn(lan)
    const shown = JSON.stringify(await mine(lan)) + (await lan.get('/notices/push')).text
    for (const secret of [endpoint, keys.auth, keys.p256dh]) expect(shown).not.toContain(secret)
  })

  test('takes a token that may declare', async () => {
    const { id, endpoint, keys } = await turnsOn(lan)
    const reader = await house.as(people.lan, ['read'])
    expect((await mine(reader)).browsers).toHaveLength(1)
    expect((await reader.api('POST', '/v1/notices/push', { endpoint, keys })).status).toBe(403)
    expect((await reader.api('POST', `/v1/notices/push/${id}/remove`)).status).toBe(403)
  })
})

describe('where nobody is to be told', () => {
  test('a register without keys offers it nowhere and keeps no address', async () => {
    await using plain = await testHouse({ db: house.db, net: net() })
    const visitor = await plain.as(people.lan)
    expect((await visitor.get('/notices')).text).not.toContain('/notices/push')
    expect((await lan.get('/notices')).text).toContain('/notices/push')
    expect((await visitor.get('/notices/push')).text).not.toContain('data-push')
    const { endpoint, keys } = google.browser(key)
    const answer = await visitor.api('POST', '/v1/notices/push', { endpoint, keys })
    expect([answer.status, answer.json().code]).toEqual([409, 'push_not_set_up'])
    expect(await mine(visitor)).toEqual({ key: null, browsers: [] })
  })

  test('made-up data is told to no browser', async () => {
    await using made = await testHouse({ db: house.db, net: net(), settings, sample: true })
    const visitor = await made.as(people.lan)
    const { endpoint, keys } = google.browser(key)
    expect((await visitor.api('POST', '/v1/notices/push', { endpoint, keys })).json().code).toBe('push_not_set_up')
  })
})

describe('a process that is killed after the message is out and before it is marked', () => {
  const program = join(import.meta.dirname, `../../../dist/test/push-${process.pid}.js`)
  beforeAll(() =>
    build({
      ...{ entryPoints: [join(import.meta.dirname, 'tests/pushing-process.ts')], outfile: program, bundle: true },
      ...{ platform: 'node', target: 'node24', format: 'esm', packages: 'external', logLevel: 'error' },
      ...{ jsx: 'automatic', jsxImportSource: 'preact' },
    }),
  )
  afterAll(() => rm(program, { force: true }))

  test('leaves it to the next at once, under the same topic, and no third time', async () => {
    await turnsOn(lan)
    await tell(people.lan)
    const killed = Promise.withResolvers<void>()
    google.onTaken = () => killed.promise
    const given = { url: house.db.adminUrl, dns: around.dns.address, port: around.https.port, settings: settings.push }
    const process_ = spawn(process.execPath, [program, JSON.stringify(given)], {
      stdio: 'inherit',
      env: { ...process.env, NODE_EXTRA_CA_CERTS: ca.bundle },
    })
    await vi.waitFor(() => expect(google.came).toHaveLength(1), { timeout: 15_000, interval: 20 })
    process_.kill('SIGKILL')
    await once(process_, 'exit')
    killed.resolve()
    google.onTaken = undefined
    await vi.waitFor(async () => expect(await send()).toBe(1), { timeout: 5_000 }) // as soon as the database has seen it die
    expect([await send(), await waiting()]).toEqual([0, 0])
    expect(google.came.map(({ headers }) => headers.topic)).toEqual(['register', 'register'])
  })
})
