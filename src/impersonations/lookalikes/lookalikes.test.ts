import { afterAll, beforeAll, expect, test } from 'vitest'
import { declared, version } from '../../../test/house/declared.ts'
import { sessionOf } from '../../../test/house/wall.ts'
import { type DnsServer, dnsServer } from '../../../test/peers/dns.ts'
import { type TestHouse, testHouse, type Visitor } from '../../../test/support/house.ts'
import { smallOrganisation } from '../../../test/support/people.ts'
import { resolvers } from '../../net/index.ts'
import { lookForLookalikes } from './look.ts'

let dns: DnsServer
let house: TestHouse
let people: Awaited<ReturnType<typeof smallOrganisation>>
let lan: Visitor
let site: { id: string; canonical: string }
beforeAll(async () => {
  dns = await dnsServer()
  house = await testHouse()
  people = await smallOrganisation(house.db)
  lan = await house.as(people.lan)
  site = await declared(house.db, people.lan, 'https://nguyenlan.vn/', { visibility: 'listed', level: 2 })
})
afterAll(async () => {
  await house[Symbol.asyncDispose]()
  await dns[Symbol.asyncDispose]()
})

const sql = async (text: string, ...values: unknown[]) => (await house.db.asSuperuser(text, values)).rows
const looks = () => lookForLookalikes({ db: house.db, resolvers: resolvers([dns.address]) })
const watches = (watch: boolean, id = site.id, who = lan) =>
  who.api('POST', '/v1/impersonations/lookalikes', { site: id, watch })
const found = async () =>
  (await lan.api('GET', '/v1/impersonations/lookalikes'))
    .json()
    .sites.find((one: { site: string }) => one.site === site.id).lookalikes as {
    name: string
    how: string
    has_address: boolean
  }[]
const told = async () => (await sql("select from notice where kind = 'lookalike_found'")).length
const aWeekOn = () => sql('update lookalike_watch set next_at = now()')

test('nothing is looked up before its person asks for it', async () => {
  expect(await looks()).toBe(0)
  expect(dns.asked).toEqual([])
  expect((await lan.get('/impersonations/lookalikes?lang=vi')).text).toContain('Mỗi tuần sổ tra tối đa 300 tên')
})

test('what exists is shown to the person, whether something can be opened there or it is only registered', async () => {
  dns.records.set('A nguyenlan.com.vn', ['192.0.2.7'])
  dns.records.set('TXT nguyenlan.net', ['registered']) // it has no address: the resolver says no data
  dns.records.set('AAAA xn--nguynlan-n1a.vn', ['2001:db8::7'])
  dns.records.set('A khac.vn', ['192.0.2.8'])
  expect((await watches(true)).status).toBe(200)
  expect(await looks()).toBe(1)
  expect((await found()).map(({ name, how, has_address }) => [name, how, has_address]).sort()).toEqual([
    ['nguyenlan.com.vn', 'ending', true],
    ['nguyenlan.net', 'ending', false],
    ['xn--nguynlan-n1a.vn', 'diacritic', true],
  ])
  expect(await told()).toBe(1)
  const page = (await lan.get('/impersonations/lookalikes?lang=vi')).text
  for (const said of ['nguyenlan.com.vn', 'nguyênlan.vn', 'Đã đăng ký, chưa có trang']) expect(page).toContain(said)
  expect(new Set(dns.asked.map((question) => question.split(' ')[0]))).toEqual(new Set(['A', 'AAAA']))
})

test('it is looked for each week, and the person is told only of what is new', async () => {
  expect(await looks()).toBe(0)
  await sql('delete from notice')
  await aWeekOn()
  expect([await looks(), await told()]).toEqual([1, 0])
  dns.records.set('A nguyenlan.top', ['192.0.2.9'])
  await aWeekOn()
  expect([await looks(), await told()]).toEqual([1, 1])
})

test('a resolver that is silent, and an ending that knows every name, tell nothing', async () => {
  dns.records.set('A nguyenlan.org', 'SERVFAIL')
  const get = dns.records.get.bind(dns.records)
  dns.records.get = (key) => get(key) ?? (key.endsWith('.xyz') ? ['192.0.2.1'] : undefined)
  await aWeekOn()
  await looks()
  dns.records.get = get
  expect((await found()).map(({ name }) => name)).not.toContain('nguyenlan.org')
  expect((await found()).map(({ name }) => name)).not.toContain('nguyenlan.xyz')
})

test('“known to me” takes a name off the list, for good', async () => {
  const known = { site: site.id, name: 'nguyenlan.com.vn' }
  expect((await lan.api('POST', '/v1/impersonations/lookalikes/known', known)).status).toBe(200)
  await aWeekOn()
  await looks()
  expect((await found()).map(({ name }) => name)).not.toContain('nguyenlan.com.vn')
  expect((await lan.api('POST', '/v1/impersonations/lookalikes/known', { ...known, name: 'x.vn' })).status).toBe(404)
})

test('nobody else reads it: no officer with the record open, no administrator, auditor, reviewer, and no other role of the database', async () => {
  const others: { id: string }[] = [people.officer, people.binh]
  for (const role of ['administrator', 'auditor', 'reviewer', 'overseer']) {
    const one = await people.person(`Người ${role}`, people.north.id)
    await people.grant(one, role, people.root.id)
    others.push(one)
  }
  await using app = await sessionOf(house.db, 'app')
  for (const other of others) {
    await app.begin(other.id)
    if (other === people.officer)
      await app.run(
        "insert into access (id, subject, purpose, fields) values (gen_random_uuid(), $1, 'help', 'record')",
        [people.lan.id],
      )
    expect([await app.sees('select from lookalike'), await app.sees('select from lookalike_watch')]).toEqual([0, 0])
    await app.run('rollback')
    const seen = (await (await house.as(other)).api('GET', '/v1/impersonations/lookalikes')).text
    expect(seen).not.toContain('nguyenlan')
  }
  await app.begin(people.lan.id)
  expect(await app.sees('select from lookalike')).toBeGreaterThan(2)
  await app.run('rollback')
  for (const role of ['checker', 'reminder', 'tally', 'reporter', 'operator', 'asker'] as const) {
    await using session = await sessionOf(house.db, role)
    expect([role, await session.sees('select from lookalike')]).toEqual([role, '42501'])
  }
})

test('only a proven website that is listed is watched, by its owner alone', async () => {
  const quiet = await declared(house.db, people.lan, 'https://lan-kin.vn/', { visibility: 'confirmable', level: 2 })
  const account = await declared(house.db, people.lan, 'https://x.com/lan_that', { visibility: 'listed', level: 2 })
  for (const { id } of [quiet, account]) expect((await watches(true, id)).json().code).toBe('not_listed')
  expect((await watches(true, site.id, await house.as(people.binh))).status).toBe(404)
  expect((await watches(false, site.id, await house.as(people.officer))).status).toBe(404)
})

test('it ends with the listing, and at the person’s wish, with all that was found', async () => {
  await version(house.db, people.lan, site.id, 2, { visibility: 'confirmable' })
  await aWeekOn()
  expect(await looks()).toBe(0)
  expect(await sql('select from lookalike')).toEqual([])
  await version(house.db, people.lan, site.id, 3, { visibility: 'listed' })
  await watches(true)
  await looks()
  expect((await found()).length).toBeGreaterThan(0)
  await watches(false)
  expect(await sql('select from lookalike')).toEqual([])
})
