import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { sessionOf } from '../../../test/house/wall.ts'
import { type MailServer, mailServer } from '../../../test/peers/real/smtp.ts'
import { type TestHouse, testHouse, type Visitor } from '../../../test/support/house.ts'
import { smallOrganisation } from '../../../test/support/people.ts'
import { guardedClient, mailWay, resolvers, services } from '../../net/index.ts'

let server: MailServer
let house: TestHouse
let people: Awaited<ReturnType<typeof smallOrganisation>>
let lan: Visitor
let binh: Visitor
beforeAll(async () => {
  server = await mailServer()
  const nowhere = resolvers(['127.0.0.1:9'])
  house = await testHouse({
    net: {
      resolvers: nowhere,
      client: guardedClient({ resolvers: nowhere, networks: [], userAgent: 'test' }),
      services: services({ origins: [], resolvers: nowhere, userAgent: 'test' }),
      mail: mailWay({ url: server.url, from: 'so@donvi.vn', resolvers: nowhere }),
    },
  })
  people = await smallOrganisation(house.db)
  lan = await house.as(people.lan)
  binh = await house.as(people.binh)
})
afterAll(() => Promise.all([house[Symbol.asyncDispose](), server[Symbol.asyncDispose]()]))
beforeEach(async () => {
  await house.db.asSuperuser('delete from mail_address; delete from mail_confirmation')
  server.letters.length = 0
  server.refuse = undefined
})

const asks = (address: string, who = lan) => who.post('/notices/mail', { address, language: 'vi' })
const link = (n = -1) =>
  new URL(/https?:\S+\/notices\/mail\/\S+/.exec(server.letters.at(n)?.body ?? '')?.[0] ?? 'none:').pathname
const now = async (who = lan) => (await who.api('GET', '/v1/notices/mail')).json()

describe('an address', () => {
  test('is used once its person opened the link that was mailed there, and pressed', async () => {
    expect((await asks(' Lan@donvi.vn ')).status).toBe(303)
    expect(server.letters).toMatchObject([{ to: 'Lan@donvi.vn' }])
    expect(await now()).toMatchObject({ address: null, asked: 'Lan@donvi.vn' })
    expect((await lan.get(link())).status).toBe(200)
    expect(await now()).toMatchObject({ address: null })
    for (const _ of [1, 2]) expect((await lan.post(link())).headers.location).toBe('/notices/mail')
    expect(await now()).toMatchObject({ address: 'Lan@donvi.vn', language: 'vi', asked: null })
    expect((await lan.get('/notices/mail')).text).toContain('Lan@donvi.vn')
  })

  test('is nobody else’s who opens the link', async () => {
    await asks('lan@donvi.vn')
    expect((await binh.post(link())).status).toBe(404)
    expect(await now(binh)).toMatchObject({ address: null })
    const visitor = await house.asPublic().get(link())
    expect([visitor.status, visitor.headers.location]).toEqual([303, expect.stringContaining('/sign-in?then=')])
  })

  test('is not made by a link that is a day old, or that another took the place of', async () => {
    await asks('cu@donvi.vn')
    await house.db.asSuperuser("update mail_confirmation set expires_at = now() - interval '1 second'")
    expect((await lan.get(link())).status).toBe(404)
    expect((await lan.post(link())).status).toBe(404)
    await asks('mot@donvi.vn')
    await asks('hai@donvi.vn')
    const [first, second] = [link(-2), link(-1)]
    expect((await lan.post(second)).status).toBe(303)
    expect((await lan.post(first)).status).toBe(404)
    expect(await now()).toMatchObject({ address: 'hai@donvi.vn' })
  })

  test('asked for twice in one press is mailed one link', async () => {
    await Promise.all([asks('lan@donvi.vn'), asks('lan@donvi.vn')])
    expect(server.letters).toHaveLength(1)
  })

  test('is written to five times a day, whoever asks', async () => {
    for (const _ of [1, 2, 3, 4, 5]) {
      await asks('nan-nhan@donvi.vn')
      await house.db.asSuperuser("update mail_confirmation set made_at = made_at - interval '2 minutes'")
    }
    for (const who of [lan, binh]) {
      const refused = await asks('NAN-NHAN@donvi.vn', who)
      expect([refused.status, refused.text.includes('value="NAN-NHAN@donvi.vn"')]).toEqual([429, true])
    }
    expect((await lan.api('PATCH', '/v1/notices/mail', { address: 'khac@donvi.vn' })).json().code).toBe(
      'too_many_letters',
    )
    expect(server.letters).toHaveLength(5)
  })

  test('that is none stays in the field, with a word why; so does one that the server does not take', async () => {
    for (const [typed, status] of [
      ['lan', 422],
      ['a@b@c.vn', 422],
    ] as const) {
      const { status: said, text } = await asks(typed)
      expect([typed, said, text.includes(`value="${typed}"`)]).toEqual([typed, status, true])
    }
    server.refuse = () => 550
    expect((await asks('lan@donvi.vn')).status).toBe(503)
    expect(server.letters).toEqual([])
  })

  test('goes when its person says so, also through the API, and a link from before does not bring it back', async () => {
    await asks('lan@donvi.vn')
    await lan.post(link())
    await asks('moi@donvi.vn')
    expect((await lan.api('PATCH', '/v1/notices/mail', { address: null })).json()).toMatchObject({
      address: null,
      asked: null,
    })
    expect((await lan.post(link())).status).toBe(404)
    await lan.post('/notices/mail/remove')
    expect(await now()).toMatchObject({ address: null })
  })
})

describe('the outbox', () => {
  test('shows an administrator where to and which kind, and nobody else anything', async () => {
    await house.db.asSuperuser("insert into mail_address (person, address, lang) values ($1, 'lan@donvi.vn', 'vi')", [
      people.lan.id,
    ])
    await house.db.asSuperuser("select tell($1, 'level_lower', 'x', $1)", [people.lan.id])
    const administrator = await people.person('Quản Trị', people.root.id)
    await people.grant(administrator, 'administrator', null)
    const { text } = await (await house.as(administrator)).get('/settings/outbox')
    expect(text).toContain('lan@donvi.vn')
    expect(text).toContain('Mức xác minh của một trang đã hạ')
    expect(text).not.toMatch(new RegExp(`${people.lan.id}|Nguyễn Thị Lan`))
    const asked = (await (await house.as(administrator)).api('GET', '/v1/settings/outbox')).json()
    expect(asked).toMatchObject({
      goes_out: true,
      letters: [{ address: 'lan@donvi.vn', kind: 'level_lower', waits: true }],
    })
    for (const who of [people.lan, people.officer]) {
      expect((await (await house.as(who)).get('/settings/outbox')).status).toBe(404)
      await using app = await sessionOf(house.db, 'app')
      await app.begin(who.id)
      expect(await app.sees('select * from outbox(10)')).toBe(0)
      expect(await app.sees('select * from mail_address where person <> actor()')).toBe(0)
    }
  })
})

test('without a way out there is no form, and the API says why', async () => {
  await using quiet = await testHouse({ db: house.db })
  const who = await quiet.as(people.lan)
  expect((await who.get('/notices/mail')).text).not.toContain('name="address"')
  expect((await who.api('PATCH', '/v1/notices/mail', { address: 'a@donvi.vn' })).json().code).toBe('mail_not_set_up')
})

test('by SQL nobody makes an address without its link, nor reads the one that an officer’s opening does not cover', async () => {
  await asks('lan@donvi.vn')
  await using app = await sessionOf(house.db, 'app')
  const as = async (who: { id: string }, statement: string) => {
    await app.begin(who.id)
    const seen = await app.sees(statement)
    await app.run('rollback')
    return seen
  }
  expect(
    await as(people.lan, "insert into mail_address (person, address, lang) values (actor(), 'x@y.vn', 'vi')"),
  ).toBe('42501')
  expect(await as(people.lan, "update mail_address set address = 'x@y.vn'")).toBe('42501')
  expect(await as(people.binh, 'select address from mail_confirmation')).toBe(0)
  await lan.post(link())
  await app.begin(people.officer.id)
  await app.run("insert into access (id, subject, purpose, fields) values (gen_random_uuid(), $1, 'help', 'record')", [
    people.lan.id,
  ])
  expect(await app.sees('select from mail_address')).toBe(0)
})

test('what one person does about their address is done in turn: two who change the same rows at once cannot wait for each other', async () => {
  await asks('lan@donvi.vn')
  await using first = await sessionOf(house.db, 'app')
  await using second = await sessionOf(house.db, 'app')
  await first.begin(people.lan.id)
  await first.run("select mail_ask(sha256('x'), 'khac@donvi.vn', 'vi')")
  for (const act of ['select mail_remove()', "select mail_confirm(sha256('y'))"]) {
    await second.begin(people.lan.id)
    await second.run("set local lock_timeout = '100ms'")
    expect([act, await second.sees(act)]).toEqual([act, '55P03'])
    await second.run('rollback')
  }
  await second.begin(people.binh.id)
  expect(await second.sees('select mail_remove()'), 'others do not wait').toBe(1)
  await second.run('rollback')
  await first.run('rollback')
})
