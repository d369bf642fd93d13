import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type TestHouse, testHouse, type Visitor } from '../../test/support/house.ts'
import { smallOrganisation } from '../../test/support/people.ts'
import { newId } from '../db/index.ts'

let house: TestHouse
let people: Awaited<ReturnType<typeof smallOrganisation>>
let officer: Visitor
beforeAll(async () => {
  house = await testHouse()
  people = await smallOrganisation(house.db)
  officer = await house.as(people.officer)
})
afterAll(() => house[Symbol.asyncDispose]())

const ways = ['invitation', 'code'] as const
const rows = async (subject: { id: string }) =>
  (
    await house.db.asSuperuser('select purpose, fields, channel, by_name from access where subject = $1 order by at', [
      subject.id,
    ])
  ).rows
const made = async (person: { id: string }) =>
  (
    await house.db.asSuperuser(
      'select count(*)::int as n from (select person from invitation union all select person from sign_in_code) made where person = $1',
      [person.id],
    )
  ).rows[0].n
const member = (name: string) => people.person(name, people.north.id)
const give = (who: Visitor, person: { id: string }, way: string) => who.post(`/records/${person.id}/${way}`)

describe('on the opened record an officer', () => {
  test('finds a button for an invitation and one for a code', async () => {
    const page = await officer.post(`/records/${people.lan.id}`, { purpose: 'help' })
    expect(page.text).toContain(`action="/records/${people.lan.id}/invitation"`)
    expect(page.text).toContain(`action="/records/${people.lan.id}/code"`)
    expect(page.text).toContain('Gửi giấy mời')
    expect(page.text).toContain('Đưa mã một lần')
  })

  test('finds no such button for a person who has left', async () => {
    const gone = await member('Người Đã Rời')
    await house.db.asSuperuser('update person set left_at = now() where id = $1', [gone.id])
    expect((await officer.post(`/records/${gone.id}`, { purpose: 'help' })).text).not.toContain('/invitation"')
    for (const way of ways) expect((await give(officer, gone, way)).status).toBe(404)
    expect(await made(gone)).toBe(0)
  })
})

describe('an invitation', () => {
  test('is a link and a QR code that the invited person opens, and is kept nowhere', async () => {
    const page = await give(officer, people.lan, 'invitation')
    expect([page.status, page.headers['cache-control']]).toEqual([200, 'no-store'])
    expect(page.text).toContain('Nguyễn Thị Lan')
    expect(page.text).toContain('<svg')
    const link = /http:\/\/localhost:8080(\/invitations\/[\w-]{43})/.exec(page.text)?.[1] as string
    expect((await house.asPublic().get(link)).text).toContain('Nguyễn Thị Lan')
  })
})

describe('a code', () => {
  test('signs its person in once, with no script', async () => {
    const page = await give(officer, people.lan, 'code')
    expect([page.status, page.headers['cache-control']]).toEqual([200, 'no-store'])
    expect(page.text).toContain('http://localhost:8080/sign-in/code')
    const code = /CD-[0-9A-Z]{5}-[0-9A-Z]{5}/.exec(page.text)?.[0] as string
    const entered = await house.asPublic().post('/sign-in/code', { code })
    const cookie = String(entered.headers['set-cookie']).split(';')[0] as string
    expect((await house.asPublic().get('/me', { cookie })).text).toContain('Nguyễn Thị Lan')
    expect((await house.asPublic().post('/sign-in/code', { code })).status).toBe(422)
  })
})

describe.each([
  ['invitation', 'Đưa giấy mời để tạo khóa đăng nhập', 'To hand over an invitation to make a passkey'],
  ['code', 'Đưa mã đăng nhập dùng một lần', 'To hand over a one-use sign-in code'],
])('whoever is given a way in by %s', (way, vi, en) => {
  test('sees at once who gave it and what it is, in both languages', async () => {
    const someone = await member('Đỗ Thị F')
    await give(officer, someone, way)
    expect(await rows(someone)).toEqual([{ purpose: way, fields: 'record', channel: 'web', by_name: 'Lê Văn C' }])
    const herself = await house.as(someone)
    const [page, english] = [await herself.get('/my-record'), await herself.get('/my-record?lang=en')]
    for (const said of ['Lê Văn C', vi, 'có thêm một cách vào tài khoản của anh/chị', 'đăng xuất ở mọi nơi'])
      expect(page.text).toContain(said)
    for (const said of [en, 'a way into your account was made', 'sign out everywhere'])
      expect(english.text).toContain(said)
  })

  test('sees another line each time it is given anew', async () => {
    const someone = await member('Lý Văn G')
    for (const times of [1, 2]) {
      await give(officer, someone, way)
      expect(await rows(someone)).toHaveLength(times)
    }
  })
})

test('whose record was only looked at is not told of a way in', async () => {
  const someone = await member('Võ Thị H')
  await officer.post(`/records/${someone.id}`, { purpose: 'help' })
  expect((await (await house.as(someone)).get('/my-record')).text).not.toContain('cách vào tài khoản')
})

describe.each(ways)('a way in by %s', (way) => {
  test('is not reached by fetching an address', async () => {
    const someone = await member('Phạm Thị D')
    expect((await officer.get(`/records/${someone.id}/${way}`)).status).toBe(404)
    expect([await rows(someone), await made(someone)]).toEqual([[], 0])
  })

  test('is given to nobody of another unit, not to oneself, and by nobody but the officer: all look alike', async () => {
    const sibling = await people.person('Võ Văn E', people.south.id)
    await people.grant(sibling, 'officer', people.south.id)
    const [before, had] = [await rows(people.lan), await made(people.lan)]
    const answers = [
      ...(await Promise.all([people.binh, people.officer, { id: newId() }].map((who) => give(officer, who, way)))),
      await give(await house.as(sibling), people.lan, way),
      await give(await house.as(people.lan), people.lan, way),
      await give(await house.as(people.binh), people.lan, way),
    ]
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 404))
    for (const { text } of answers) expect(text).not.toMatch(/CD-\w{5}-|\/invitations\//)
    expect(await rows(people.lan)).toEqual(before)
    expect([await made(people.lan), await made(people.binh), await made(people.officer)]).toEqual([had, 0, 0])
  })

  test('is given by no officer whose term has ended', async () => {
    const former = await people.person('Hồ Văn I', people.north.id)
    await people.grant(former, 'officer', people.north.id)
    const visitor = await house.as(former)
    await house.db.asSuperuser('update role_held set to_at = now() where person = $1', [former.id])
    expect((await give(visitor, people.lan, way)).status).toBe(404)
  })
})

test('only help and the person’s own wish are chosen as a purpose; a way in is an act, not a reason to look', async () => {
  for (const purpose of ways) {
    const page = await officer.post(`/records/${people.lan.id}`, { purpose })
    expect(page.status).toBe(422)
    expect((await officer.api('POST', `/v1/records/${people.lan.id}`, { purpose })).status).toBe(400)
  }
})
