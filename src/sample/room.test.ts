import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type TestDatabase, testDatabase } from '../../test/support/database.ts'
import { type TestHouse, testHouse } from '../../test/support/house.ts'
import { fillSample } from './fill.ts'
import { guides } from './story/index.ts'

let db: TestDatabase
let house: TestHouse
beforeAll(async () => {
  db = await testDatabase()
  await fillSample(db)
  house = await testHouse({ db, sample: true })
})
afterAll(async () => {
  await house[Symbol.asyncDispose]()
  await db[Symbol.asyncDispose]()
})

const guide = async (who: keyof typeof guides) => {
  const { rows } = await db.asSuperuser('select id from person where ref = $1', [guides[who].ref])
  return house.as(rows[0])
}
const count = async (from: string) => Number((await db.asSuperuser(`select count(*) from ${from}`)).rows[0].count)

describe('looking around', () => {
  test('anyone sees what is made up and as whom to go on, in both languages', async () => {
    const { status, text } = await house.asPublic().get('/sample')
    expect(status).toBe(200)
    expect(text).toContain('Tiếp tục với vai')
    expect((await house.asPublic().get('/sample?lang=en')).text).toContain('Continue as')
  })

  test.each([
    ['member', '/declarations'],
    ['officer', '/members'],
    ['auditor', '/my-record'],
    ['administrator', '/sample/import'],
  ])('a visitor goes on as the made-up %s', async (role, to) => {
    const { status, headers } = await house.asPublic().post('/sample/as', { role })
    expect([status, headers.location]).toEqual([303, to])
    const cookie = String(headers['set-cookie']).split(';')[0] as string
    expect((await house.asPublic().get(to, { cookie })).status).toBe(200)
    expect((await house.asPublic().get('/sample', { cookie })).text).toContain(guides[role as 'member'].name)
  })

  test.each(['', 'reviewer', 'constructor', 'MAU-THANH-VIEN'])('nobody goes on as “%s”', async (role) => {
    const { status, headers } = await house.asPublic().post('/sample/as', { role })
    expect([status, headers['set-cookie']]).toEqual([404, undefined])
  })

  test('the addresses to ask about give the answers that they promise', async () => {
    const { text } = await house.asPublic().get('/sample')
    const answers: string[] = []
    for (const [, question] of text.matchAll(/href="\/\?url=([^"]+)"/g)) {
      const { answer, level } = (await house.asPublic().api('GET', `/v1/verify?url=${question}`)).json()
      answers.push(level === undefined ? answer : `${answer} ${level}`)
    }
    expect(answers).toEqual(['confirmed 3', 'confirmed 1', 'suspended', 'closed', 'unconfirmed'])
  })

  test('every page that a made-up member can reach from their pages answers', async () => {
    const member = await guide('member')
    const { text } = await member.get('/declarations')
    const links = new Set(
      [...text.matchAll(/href="(\/(?:declarations|drafts|receipts|my-record|proofs)[^"]*)"/g)].map(
        ([, link]) => link as string,
      ),
    )
    expect(links.size).toBeGreaterThan(15)
    for (const link of links) expect([link, (await member.get(link)).status]).toEqual([link, 200])
  })
})

test('every answer says "sample": true, and none is signed', async () => {
  const ask = (headers = {}) =>
    house.asPublic().api('GET', '/v1/verify?url=https://nguyenvana.example.com/', undefined, headers)
  expect((await ask()).json()).toMatchObject({ answer: 'confirmed', sample: true })
  expect((await house.asPublic().api('GET', '/v1/verify?url=https://nobody.example.com/')).json()).toEqual({
    answer: 'unconfirmed',
    sample: true,
  })
  const signed = await ask({ accept: 'application/jwt' })
  expect(signed.text).not.toMatch(/^[\w-]+\.[\w-]+\.[\w-]+$/)
  expect((await house.asPublic().get('/.well-known/jwks.json')).json().keys ?? []).toEqual([])
})

test('a check is refused with the reason that nothing leaves', async () => {
  const { rows } = await db.asSuperuser("select id, person from proof where state = 'waiting' limit 1")
  const answer = await (await house.as({ id: rows[0].person })).api('POST', `/v1/proofs/${rows[0].id}/check`)
  expect([answer.status >= 400, answer.json().code]).toEqual([true, 'nothing_leaves_sample'])
})

describe('the list of Congress', () => {
  test('is imported by an officer or an administrator, and by nobody else', async () => {
    for (const who of ['member', 'auditor'] as const) {
      expect((await (await guide(who)).get('/sample/import')).status).toBe(404)
      expect((await (await guide(who)).post('/sample/import')).status).toBe(404)
    }
    for (const who of ['officer', 'administrator'] as const)
      expect((await (await guide(who)).get('/sample/import')).status).toBe(200)
    expect(await count("unit where code = 'CONGRESS'")).toBe(0)
  })

  test('is offered to nobody in particular as administrator, and to an administrator by a link', async () => {
    expect((await house.asPublic().get('/sample')).text).not.toContain('href="/sample/import"')
    expect((await (await guide('administrator')).get('/sample')).text).toContain('href="/sample/import"')
  })

  test('has no result before it was tried', async () => {
    expect((await (await guide('officer')).get('/sample/import/result')).headers.location).toBe('/sample/import')
  })

  test('all 2,270 accounts become private drafts of their people, and none a declaration', async () => {
    const before = [await count('declaration'), await count('published'), await count('draft')]
    const administrator = await guide('administrator')
    expect((await administrator.post('/sample/import')).headers.location).toBe('/sample/import/result')
    const { text } = await administrator.get('/sample/import/result')
    expect(text).toContain('<dt>Đã nhận</dt><dd>2.270</dd>')
    expect(text).toContain('<dt>Không nhận</dt><dd>0</dd>')
    expect([await count('declaration'), await count('published'), (await count('draft')) - 2270]).toEqual(before)
    expect(await count("person where unit in (select id from unit where code ~ '^[SH]-')")).toBe(537)
  })

  test('imported again, or by two at once, it doubles nothing', async () => {
    const state = async () => [await count('unit'), await count('person'), await count('draft')]
    const before = await state()
    const [officer, administrator] = [await guide('officer'), await guide('administrator')]
    await Promise.all([officer.post('/sample/import'), administrator.post('/sample/import')])
    expect(await state()).toEqual(before)
  })

  test('answers no question, and nobody but its person sees a draft of it', async () => {
    const asked = await house.asPublic().api('GET', '/v1/verify?url=https://www.cantwell.senate.gov')
    expect(asked.json().answer).toBe('unconfirmed')
    const { rows } = await db.asSuperuser(
      "select d.id from draft d join person p on p.id = d.person where p.ref = 'C000127'",
    )
    for (const who of ['member', 'officer', 'administrator'] as const)
      expect((await (await guide(who)).get(`/drafts/${rows[0].id}`)).status).toBe(404)
  })
})
