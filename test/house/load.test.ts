import { setImmediate as nextTurn, setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type TestHouse, testHouse, type Visitor } from '../support/house.ts'
import { farDatabase } from '../support/network.ts'
import { smallOrganisation } from '../support/people.ts'

// When there is too much to do, or nothing behind the door: a clear word, soon, and nothing done by half.

describe('a process that cannot keep up', () => {
  let house: TestHouse
  let lan: Visitor
  const drafts = async () => Number((await house.db.asSuperuser('select count(*) from draft')).rows[0].count)
  beforeAll(async () => {
    // The mean of the turns of a second counts: on a busy machine a short one or two come between those that are held.
    house = await testHouse({ busyAfterMs: 300 })
    lan = await house.as((await smallOrganisation(house.db)).lan)
  })
  afterAll(() => house[Symbol.asyncDispose]())

  /** Every turn of the loop takes two seconds, as when far too much is asked. */
  async function held(turns = 2) {
    for (let n = 0; n < turns; n += 1) {
      const until = Date.now() + 2_000
      while (Date.now() < until);
      await nextTurn()
      await sleep(1)
    }
  }

  test('turns page and API away with 503 and when to come again, and does nothing of what was asked', async () => {
    const before = await drafts()
    await held()
    const page = await lan.post(
      '/declarations/new',
      { address: 'https://busy.example.com/' },
      { 'accept-encoding': 'gzip' },
    )
    const api = await lan.api('POST', '/v1/declarations', { address: 'https://busy.example.com/' })
    expect([page.status, api.status]).toEqual([503, 503])
    for (const { headers } of [page, api]) expect(headers['retry-after']).toBe('5')
    expect(page.headers['content-encoding'], 'packing takes a turn of the loop, in which nothing may be done').toBe(
      'gzip',
    )
    expect(api.json()).toMatchObject({ code: 'busy', status: 503 })
    await sleep(300)
    expect(await drafts()).toBe(before)
    expect(Number((await house.db.asSuperuser('select count(*) from declaration')).rows[0].count)).toBe(0)
    await sleep(1_500)
    expect((await lan.get('/declarations')).status).toBe(200)
  })

  test('still says that it is alive', async () => {
    await held()
    expect((await house.asPublic().get('/healthz')).status).toBe(200)
  })
})

describe('a database that', () => {
  const paths = [
    '/declarations',
    '/me',
    '/v1/declarations',
    '/v1/my-record',
    '/?url=a.example.com',
    '/v1/verify?url=a.example.com',
    '/sign-in',
    '/readyz',
    '/invitations/abc',
  ]

  test.each(['refuses', 'swallows everything'] as const)(
    '%s is answered with 503 within two seconds, and heard again when it is back',
    async (how) => {
      await using far = await farDatabase()
      await using house = await testHouse({ db: far.db })
      const lan = await house.as((await smallOrganisation(far.db)).lan)
      const ask = async (path: string) => {
        const begun = Date.now()
        const answer = path.startsWith('/v1/') ? await lan.api('GET', path) : await lan.get(path)
        return { path, status: answer.status, retry: answer.headers['retry-after'], soon: Date.now() - begun < 2_000 }
      }
      const all = () => Promise.all([...paths, ...paths].map(ask))
      const before = await all()
      await (how === 'refuses' ? far.between.refuse(true) : far.between.swallow(true))
      const without = await all()
      const again = await all()
      await (how === 'refuses' ? far.between.refuse(false) : far.between.swallow(false))
      for (const answers of [without, again])
        expect(answers).toEqual(answers.map(({ path }) => ({ path, status: 503, retry: '5', soon: true })))
      const until = Date.now() + 20_000
      let after = await all()
      while (after.some(({ status }) => status === 503) && Date.now() < until) {
        await sleep(500)
        after = await all()
      }
      expect(after.map(({ status }) => status)).toEqual(before.map(({ status }) => status))
    },
    60_000,
  )
})
