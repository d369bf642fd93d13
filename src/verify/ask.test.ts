import { connect } from 'node:net'
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { declared, raised, version } from '../../test/house/declared.ts'
import { type TestDatabase, testDatabase } from '../../test/support/database.ts'
import { smallOrganisation } from '../../test/support/people.ts'
import { newId } from '../db/index.ts'
import { nobody, wallOn } from '../permissions/index.ts'
import { serverOf } from '../web/index.ts'
import { signerOf, verify } from './index.ts'

const url = 'https://so.example.vn'
let db: TestDatabase
let people: Awaited<ReturnType<typeof smallOrganisation>>
let server: FastifyInstance

const serving = async (sample = false, on: TestDatabase = db) => {
  const { room } = verify({ db: on, url, sample, signer: sample ? undefined : await signerOf(on) })
  return serverOf({
    rooms: [room],
    url,
    sample,
    organisation: () => 'Đơn vị Mẫu',
    identify: async () => nobody,
    wall: wallOn(on),
    quiet: true,
  })
}
const asked = (text: string, headers: Record<string, string> = {}, on = server) =>
  on.inject({ url: `/v1/verify?url=${encodeURIComponent(text)}`, headers })
const page = (text: string, headers: Record<string, string> = {}, on = server) =>
  on.inject({ url: `/?url=${encodeURIComponent(text)}`, headers: { 'accept-language': 'vi', ...headers } })

beforeAll(async () => {
  db = await testDatabase()
  people = await smallOrganisation(db)
  server = await serving()
})
afterAll(async () => {
  await server.close()
  await db[Symbol.asyncDispose]()
})

describe('what the register says about an address', () => {
  test('a confirmable page at level 2 is confirmed with level and date, however the address is written', async () => {
    await declared(db, people.lan, 'https://lan.example.com/', { visibility: 'confirmable', level: 2 })
    for (const spelling of [
      'https://lan.example.com/',
      'LAN.example.com',
      'http://www.lan.example.com/?utm_source=x#a',
    ]) {
      const answer = await asked(spelling)
      expect(answer.statusCode).toBe(200)
      expect(answer.json()).toEqual({
        answer: 'confirmed',
        address: 'https://lan.example.com/',
        level: 2,
        date: expect.stringMatching(/^\d{4}-\d\d-\d\d$/),
        current: true,
      })
    }
  })

  test('name and office are said only as their owner chose', async () => {
    const wish = { visibility: 'listed', level: 1 } as const
    await declared(db, people.lan, 'https://facebook.com/lan.mau.name', { ...wish, shows: 'name' })
    await declared(db, people.lan, 'https://facebook.com/lan.mau.office', { ...wish, shows: 'name_and_office' })
    expect((await asked('facebook.com/lan.mau.name')).json()).toMatchObject({ name: 'Nguyễn Thị Lan' })
    expect((await asked('facebook.com/lan.mau.name')).json()).not.toHaveProperty('office')
    expect((await asked('facebook.com/lan.mau.office')).json()).toMatchObject({
      name: 'Nguyễn Thị Lan',
      office: 'Chuyên viên, Phòng Mẫu 1',
    })
  })

  test('a lapsed attestation leaves a page confirmed, but not current', async () => {
    const { canonical } = await declared(db, people.lan, 'https://lapsed.example.com/', {
      visibility: 'confirmable',
      level: 2,
    })
    await db.asSuperuser("update published set not_current_since = '2026-10-01T00:00:00Z' where canonical = $1", [
      canonical,
    ])
    expect((await asked(canonical)).json()).toMatchObject({ answer: 'confirmed', current: false, since: '2026-10-01' })
    expect((await page(canonical)).body).toContain('Từ ngày 01/10/2026')
  })

  test('a frozen page is suspended and a closed page closed, from the very next question', async () => {
    const { id, canonical } = await declared(db, people.lan, 'https://x.com/lan_mau', {
      visibility: 'confirmable',
      level: 2,
    })
    expect((await asked(canonical)).json().answer).toBe('confirmed')
    await version(db, people.lan, id, 2, { visibility: 'confirmable', state: 'frozen' })
    expect((await asked(canonical)).json()).toEqual({
      answer: 'suspended',
      address: canonical,
      since: expect.any(String),
    })
    await version(db, people.lan, id, 3, { visibility: 'confirmable', state: 'closed' })
    expect((await asked(canonical)).json()).toEqual({ answer: 'closed', address: canonical, date: expect.any(String) })
  })

  test('what was never public is in public neither suspended nor closed', async () => {
    for (const state of ['frozen', 'closed'] as const) {
      const url = `https://quiet-${state}.example.com/`
      const { id } = await declared(db, people.lan, url, { visibility: 'private', level: 2 })
      await version(db, people.lan, id, 2, { visibility: 'confirmable', state })
      expect([state, (await asked(url)).json()]).toEqual([state, { answer: 'unconfirmed' }])
    }
  })

  test('a level that fell to 0 leaves no confirmation', async () => {
    const { id, canonical } = await declared(db, people.lan, 'https://fell.example.com/', {
      visibility: 'confirmable',
      level: 2,
    })
    await raised(db, id, 0)
    expect((await asked(canonical)).json()).toEqual({ answer: 'unconfirmed' })
  })

  test('a finding of imitation lapses after 180 days', async () => {
    const insert =
      'insert into published (canonical, declaration, answer, level, level_at, changed_at) values ($1, $2, $3, 0, now(), $4)'
    const ago = (days: number) => new Date(Date.now() - days * 86_400_000)
    await db.asSuperuser(insert, ['https://x.com/lan_gia', newId(), 'imitation', ago(10)])
    await db.asSuperuser(insert, ['https://x.com/lan_gia_cu', newId(), 'imitation', ago(181)])
    expect((await asked('https://x.com/lan_gia')).json()).toMatchObject({
      answer: 'imitation',
      address: 'https://x.com/lan_gia',
    })
    expect((await page('https://x.com/lan_gia')).body).toContain('mạo danh')
    expect((await asked('https://x.com/lan_gia_cu')).json()).toEqual({ answer: 'unconfirmed' })
  })

  test('the address of a post is answered for its account, and the answer says so', async () => {
    await declared(db, people.lan, 'https://www.facebook.com/lan.bai', { visibility: 'confirmable', level: 2 })
    const post = 'https://www.facebook.com/lan.bai/posts/122093'
    expect((await asked(post)).json()).toMatchObject({ address: 'https://www.facebook.com/lanbai', via: 'content' })
    expect((await page(post)).body).toContain('là của một bài đăng')
    expect((await asked('https://www.facebook.com/ai.do/posts/1')).json()).toEqual({ answer: 'unconfirmed' })
  })
})

describe('unconfirmed', () => {
  const canonical = 'https://silent.example.com/'
  const rowsOfPublished = async () => Number((await db.asSuperuser('select count(*) from published')).rows[0].count)

  test('unknown, draft, private and pending are the same answer: byte for byte, header by header, page and signed copy alike', async () => {
    await server.listen({ port: 0, host: '127.0.0.1' })
    const { port } = server.addresses()[0] as { port: number }
    const path = `/v1/verify?url=${encodeURIComponent(canonical)}`
    const look = async () => ({
      json: await rawAnswer(port, path),
      jws: await rawAnswer(port, path, 'application/jwt'),
      page: await rawAnswer(port, `/?url=${encodeURIComponent(canonical)}`),
    })
    const before = await rowsOfPublished()
    const unknown = await look()
    expect(unknown.json).toMatch(/\r\n\r\n\{"answer":"unconfirmed"\}$/)

    await db.as(people.binh.id, (tx) =>
      tx
        .insertInto('draft')
        .values({ id: newId(), person: people.binh.id, typed: canonical, address: JSON.stringify({ canonical }) })
        .execute(),
    )
    expect(withoutTime(await look())).toEqual(withoutTime(unknown))

    const { id } = await declared(db, people.binh, canonical, { visibility: 'private', level: 2 })
    expect(withoutTime(await look())).toEqual(withoutTime(unknown))

    await raised(db, id, 0)
    await version(db, people.binh, id, 2, { visibility: 'confirmable' })
    expect(withoutTime(await look())).toEqual(withoutTime(unknown))
    expect(await rowsOfPublished()).toBe(before)

    await raised(db, id, 2)
    expect((await look()).json).toContain('"confirmed"')
  })

  test('takes the same path through the code: one query under the asking role for every question', async () => {
    const roles: string[] = []
    const under: TestDatabase['under'] = (role, act) => {
      roles.push(role)
      return db.under(role, act)
    }
    const watched = await serving(false, Object.create(db, { under: { value: under } }))
    for (const question of ['https://never-heard-of.example.com/', 'https://lan.example.com/']) {
      roles.length = 0
      await asked(question, {}, watched)
      expect(roles).toEqual(['asker'])
    }
    await watched.close()
  })

  test('the page shows neither the address nor a time', async () => {
    const { body } = await page('https://nobody-knows.example.com/path')
    const main = body.slice(body.indexOf('<main'), body.indexOf('</main>'))
    expect(main).toContain('Chưa có xác')
    expect(main).not.toContain('nobody-knows')
    expect(main).not.toContain('<time')
  })
})

describe('what is no address', () => {
  test('is refused with its reason as the code', async () => {
    const reasons = {
      'Nguyễn Thị Lan': 'not_an_address',
      'https://facebook.com.dang-nhap.vn/lan': 'lookalike_host',
      'https://bit.ly/abc': 'short_link',
      'http://127.0.0.1/': 'ip_address',
      'lan@example.com': 'email_address',
      ' ': 'empty',
    }
    for (const [text, code] of Object.entries(reasons)) {
      const answer = await asked(text)
      expect([text, answer.statusCode, answer.json().code]).toEqual([text, 422, code])
      expect(answer.headers['content-type']).toContain('application/problem+json')
      expect(answer.headers['access-control-allow-origin']).toBe('*')
    }
  })

  test('a look-alike is warned of in words', async () => {
    const { detail } = (await asked('https://facebook.com.dang-nhap.vn/lan')).json()
    expect(detail).toContain('Đừng đăng nhập')
    expect((await page('https://facebook.com.dang-nhap.vn/lan')).body).toContain('đổi mật khẩu ngay')
  })

  test('comes back on the page with what was typed, but never with a password', async () => {
    const answer = await page('Nguyễn Thị Lan')
    expect(answer.statusCode).toBe(422)
    expect(answer.body).toContain('value="Nguyễn Thị Lan"')
    expect(answer.body).toMatch(/<title>Lỗi/)
    const secret = await page('https://lan:bi-mat@example.com/')
    expect(secret.statusCode).toBe(422)
    expect(secret.body).not.toContain('bi-mat')
  })

  test('a question without url, or with two, cannot be read', async () => {
    for (const path of ['/v1/verify', '/v1/verify?url=a.vn&url=b.vn']) {
      const answer = await server.inject({ url: path })
      expect([answer.statusCode, answer.json().code]).toEqual([400, 'bad_request'])
    }
  })
})

describe('how it is answered', () => {
  test('anyone may read it, and keep it for a minute', async () => {
    const { headers } = await asked('https://lan.example.com/')
    expect(headers).toMatchObject({
      'access-control-allow-origin': '*',
      'cache-control': 'public, max-age=60',
      'content-type': 'application/json; charset=utf-8',
    })
    expect(headers).not.toHaveProperty('set-cookie')
  })

  test('the language of the asker changes nothing', async () => {
    for (const text of ['https://lan.example.com/', 'https://nowhere.example.com/', 'not an address']) {
      const [vi, en] = [await asked(text, { 'accept-language': 'vi' }), await asked(text, { 'accept-language': 'en' })]
      expect(en.body).toBe(vi.body)
    }
  })

  test('HEAD gives the same headers and no body', async () => {
    const path = `/v1/verify?url=${encodeURIComponent('https://lan.example.com/')}`
    const [head, get] = [await server.inject({ method: 'HEAD', url: path }), await server.inject({ url: path })]
    expect(head.statusCode).toBe(200)
    expect(head.body).toBe('')
    for (const name of ['content-type', 'content-length', 'cache-control', 'access-control-allow-origin']) {
      expect([name, head.headers[name]]).toEqual([name, get.headers[name]])
    }
  })

  test('each answer page has its own title, and the front page one field', async () => {
    const titleOf = (html: string) => /<title>([^<]*)/.exec(html)?.[1]
    expect(titleOf((await page('https://lan.example.com/')).body)).toContain('Đã xác nhận')
    expect(titleOf((await page('https://nowhere.example.com/')).body)).toContain('Chưa có xác nhận công khai')
    const front = await server.inject({ url: '/', headers: { 'accept-language': 'vi' } })
    expect(front.statusCode).toBe(200)
    expect(front.body.match(/<input/g)).toHaveLength(1)
    expect(front.body).toContain('Đơn vị Mẫu')
  })

  test('one place may ask 120 pages and 600 times by script in a minute', async () => {
    const from = (remoteAddress: string, path: string) => server.inject({ url: path, remoteAddress })
    const limits = { '/': 120, '/v1/verify': 600 }
    for (const [path, most] of Object.entries(limits)) {
      const statuses = new Set<number>()
      for (let n = 0; n < most; n += 1) statuses.add((await from('198.51.100.7', path)).statusCode)
      expect(statuses).not.toContain(429)
      expect((await from('198.51.100.7', path)).statusCode).toBe(429)
      expect((await from('198.51.100.8', path)).statusCode).not.toBe(429)
    }
  })

  test('in sample mode every answer says so and none is signed', async () => {
    const sample = await serving(true)
    expect((await asked('https://nowhere.example.com/', {}, sample)).body).toBe(
      '{"answer":"unconfirmed","sample":true}',
    )
    expect((await asked('https://lan.example.com/', {}, sample)).json()).toMatchObject({
      answer: 'confirmed',
      sample: true,
    })
    const signed = await asked('https://lan.example.com/', { accept: 'application/jwt' }, sample)
    expect([signed.statusCode, signed.json().code]).toEqual([406, 'not_signed'])
    expect((await sample.inject({ url: '/.well-known/jwks.json' })).json()).toEqual({ keys: [] })
    await sample.close()
  })

  test('a database that is silent for a second is answered with 503, page and API, and heard again afterwards', async () => {
    await db.asSuperuser('begin')
    try {
      await db.asSuperuser('lock table published in access exclusive mode')
      const begun = Date.now()
      const answers = await Promise.all([
        ...Array.from({ length: 15 }, () => asked('https://lan.example.com/')),
        page('https://lan.example.com/'),
      ])
      expect(new Set(answers.map((answer) => answer.statusCode))).toEqual(new Set([503]))
      expect(Date.now() - begun).toBeLessThan(2_500)
      expect(answers[0]?.json().code).toBe('busy')
      expect(answers[0]?.headers).toMatchObject({ 'retry-after': '5', 'access-control-allow-origin': '*' })
    } finally {
      await db.asSuperuser('rollback')
    }
    expect((await asked('https://lan.example.com/')).json().answer).toBe('confirmed')
  })
})

/** All bytes of one answer over a connection of its own. */
function rawAnswer(port: number, path: string, accept = '*/*'): Promise<string> {
  return new Promise((done, fail) => {
    const chunks: Buffer[] = []
    const socket = connect(port, '127.0.0.1', () =>
      socket.write(`GET ${path} HTTP/1.1\r\nhost: so.example.vn\r\naccept: ${accept}\r\nconnection: close\r\n\r\n`),
    )
    socket.on('data', (chunk) => chunks.push(chunk))
    socket.on('end', () => done(Buffer.concat(chunks).toString('utf8')))
    socket.on('error', fail)
  })
}

/** Time passes between two questions: the date, and what is left of the minute. */
function withoutTime<T extends Record<string, string>>(answers: T) {
  const passing = /^date: .*\r\n/gim
  return Object.fromEntries(
    Object.entries(answers).map(([name, raw]) => [
      name,
      raw
        .replace(passing, '')
        .replace(/public, max-age=\d+/, (age) => (name === 'jws' ? 'public, max-age=…' : age))
        .replace(/^.*\r\n\r\n(.*)$/s, (whole) => (name === 'jws' ? withoutMinute(whole) : whole)),
    ]),
  )
}

function withoutMinute(raw: string): string {
  const [head, jws = ''] = raw.split('\r\n\r\n')
  const { iat: _iat, exp: _exp, ...claims } = JSON.parse(Buffer.from(jws.split('.')[1] ?? '', 'base64url').toString())
  return `${head}\r\n\r\n${jws.split('.')[0]} ${JSON.stringify(claims)} ${jws.length}`
}
