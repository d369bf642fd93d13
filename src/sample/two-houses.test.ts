import { afterEach, describe, expect, test } from 'vitest'
import { type TestDatabase, testDatabase } from '../../test/support/database.ts'
import { readConfig } from '../config.ts'
import { databaseExists, dropDatabase, type Ground, newId, sampleName } from '../db/index.ts'
import { type Running, serve } from '../main.ts'

/** The one test that holds the sample database of the test cluster. */
afterEach(async () => {
  await using db = await testDatabase()
  await dropDatabase(db.adminUrl, sampleName)
})

async function register() {
  const db = await testDatabase()
  const sampleUrl = Object.assign(new URL(db.adminUrl), { pathname: `/${sampleName}` }).href
  const ground: Ground = { kind: 'up', adminUrl: db.adminUrl, sampleUrl, release: async () => {} }
  const config = readConfig({ PORT: '0' })
  const open = new Set<Running>()
  return {
    db,
    sampleThere: () => databaseExists(db.adminUrl, sampleName),
    async start(sample = false) {
      const running = await serve(config, ground, { sample })
      open.add(running)
      return { ...running, ...browser(running.url), stop: () => open.delete(running) && running.stop() }
    },
    async [Symbol.asyncDispose]() {
      for (const running of open) await running.stop()
      await db[Symbol.asyncDispose]()
    },
  }
}

function browser(origin: string) {
  const ask = async (path: string, method = 'GET', form = '', cookie = '') => {
    const headers = { origin, 'x-forwarded-for': somewhere(), ...(cookie ? { cookie } : {}) }
    const body = form ? new URLSearchParams(form) : null
    const response = await fetch(origin + path, { method, redirect: 'manual', headers, body })
    const { status } = response
    const session = response.headers.get('set-cookie')?.split(';')[0] ?? ''
    return { status, to: response.headers.get('location'), session, text: await response.text() }
  }
  return {
    get: (path: string) => ask(path),
    post: (path: string, form?: string, cookie?: string) => ask(path, 'POST', form, cookie),
  }
}

/** Everyone comes from a place of their own, so that the limit of one place is not met. */
const somewhere = () => `10.${[1, 2, 3].map(() => Math.floor(Math.random() * 256)).join('.')}`

const confirmed = '/v1/verify?url=https://nguyenvana.example.com/'
const sampleOf = (link: string | undefined) => `${new URL(link ?? '').pathname}/sample`
const enterPerson = (db: TestDatabase) =>
  db.asSuperuser("insert into person (id, name) values ($1, 'Nguyễn Thị Quản')", [newId()])

test('from the set-up link one looks around, and one button leads back and drops the made-up data', async () => {
  await using house = await register()
  const { get, post, setUpLink } = await house.start()
  expect((await get('/')).text).not.toContain('/sample/end')
  expect((await post(sampleOf(setUpLink))).status).toBe(303)
  expect((await get('/')).text).toContain('action="/sample/end"')
  expect(JSON.parse((await get(confirmed)).text)).toMatchObject({ answer: 'confirmed', level: 3, sample: true })
  expect(await house.sampleThere()).toBe(true)
  expect(await post('/sample/end')).toMatchObject({ status: 303, to: '/' })
  expect(await house.sampleThere()).toBe(false)
  expect(JSON.parse((await get(confirmed)).text)).toEqual({ answer: 'unconfirmed' })
  expect((await get(new URL(setUpLink ?? '').pathname)).status).toBe(200)
})

test('nobody who asks while the houses change meets a closed door or an error', { timeout: 90_000 }, async () => {
  await using house = await register()
  const { get, post, setUpLink } = await house.start()
  let going = true
  const met = new Map<string, number>()
  const asker = async (paths: readonly string[]) => {
    for (let n = 0; going; n++) {
      const said = await get(paths[n % paths.length] as string).then(({ status }) => String(status), String)
      met.set(said, (met.get(said) ?? 0) + 1)
      await new Promise((done) => setTimeout(done, 20))
    }
  }
  const askers = [['/', confirmed], ['/sample', '/sign-in'], ['/healthz'], [confirmed, '/']].map(asker)
  for (let n = 0; n < 2; n++) {
    await post(sampleOf(setUpLink))
    await post('/sample/end')
  }
  going = false
  await Promise.all(askers)
  expect([...met.keys()].sort()).toEqual(['200', '303'])
  expect(met.get('200')).toBeGreaterThan(100)
})

test('what is still being answered when the sample ends is answered to its end', async () => {
  await using house = await register()
  const { post } = await house.start(true)
  const { session } = await post('/sample/as', 'role=administrator')
  const importing = post('/sample/import', '', session)
  await new Promise((done) => setTimeout(done, 50))
  const ending = post('/sample/end')
  expect(await importing).toMatchObject({ status: 303, to: '/sample/import/result' })
  expect(await ending).toMatchObject({ status: 303, to: '/' })
})

test('a double click starts once and ends once', async () => {
  await using house = await register()
  const { post, setUpLink } = await house.start()
  const twice = (path: string) => Promise.all([post(path), post(path)])
  expect((await twice(sampleOf(setUpLink))).map(({ status }) => status)).toEqual([303, 303])
  expect(await house.sampleThere()).toBe(true)
  expect((await twice('/sample/end')).map(({ status, to }) => [status, to])).toEqual([
    [303, '/'],
    [303, '/'],
  ])
  expect(await house.sampleThere()).toBe(false)
})

test('the button of a page that is still open after the end leads to the front page', async () => {
  await using house = await register()
  const { get, post } = await house.start()
  expect(await post('/sample/end')).toMatchObject({ status: 303, to: '/' })
  expect(await get('/sample')).toMatchObject({ status: 303, to: '/' })
})

describe('a sample that was not ended', () => {
  test('is gone on with at the next start', async () => {
    await using house = await register()
    const first = await house.start(true)
    expect(first.sample).toBe(true)
    await first.stop()
    const second = await house.start()
    expect(second.sample).toBe(true)
    expect(second.setUpLink).toContain('/set-up/')
    expect(JSON.parse((await second.get(confirmed)).text)).toMatchObject({ answer: 'confirmed', sample: true })
  })

  test('stays behind once there is a person in the register', async () => {
    await using house = await register()
    await (await house.start(true)).stop()
    await enterPerson(house.db)
    const { sample, get } = await house.start()
    expect(sample).toBe(false)
    expect(JSON.parse((await get(confirmed)).text)).toEqual({ answer: 'unconfirmed' })
  })
})

test('made-up data is offered only while there is no person in the register', async () => {
  await using house = await register()
  const { get, post, setUpLink } = await house.start()
  const page = async () => (await get(new URL(setUpLink ?? '').pathname)).text
  expect(await page()).toContain('/sample"')
  await enterPerson(house.db)
  expect(await page()).not.toContain('/sample"')
  expect((await post(sampleOf(setUpLink))).status).toBe(409)
  expect(await house.sampleThere()).toBe(false)
})
