import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type TestHouse, testHouse, type Visitor } from '../../test/support/house.ts'
import { smallOrganisation } from '../../test/support/people.ts'

let house: TestHouse
let people: Awaited<ReturnType<typeof smallOrganisation>>
let lan: Visitor
let binh: Visitor

beforeAll(async () => {
  house = await testHouse()
  people = await smallOrganisation(house.db)
  ;[lan, binh] = [await house.as(people.lan), await house.as(people.binh)]
})
afterAll(() => house[Symbol.asyncDispose]())

const declare = (visitor: Visitor, body: object, headers: Record<string, string> = {}) =>
  visitor.api('POST', '/v1/declarations', body, headers)
const count = async (canonical: string) =>
  (await house.db.asSuperuser('select from declaration where canonical = $1', [canonical])).rowCount
const proven = (id: string, level: number) =>
  house.db.asSuperuser(
    "insert into level_step (id, declaration, level, reason) values (gen_random_uuid(), $1, $2, 'proof_found')",
    [id, level],
  )

describe('POST /v1/declarations', () => {
  test('answers 201 with id, receipt, address, level, visibility and state', async () => {
    const { status, json } = await declare(lan, {
      address: 'https://www.Example.vn/',
      since: '2019-03',
      manager: 'shared',
    })
    expect(status).toBe(201)
    expect(json()).toEqual({
      id: expect.stringMatching(/^[0-9a-f-]{36}$/),
      receipt: expect.stringMatching(/^BN-.{4}-.{4}$/),
      address: { platform: 'website', kind: 'website', canonical: 'https://example.vn/' },
      level: 0,
      visibility: 'private',
      state: 'active',
    })
  })

  test('names the reason of an address that is none, with the words for people beside it', async () => {
    const cases = [
      ['', 'empty'],
      ['xin chào cả nhà', 'not_an_address'],
      ['nguyenvana', 'ambiguous_handle'],
      ['http://127.0.0.1/', 'ip_address'],
      ['https://facebook.com.dang-nhap.vn/', 'lookalike_host'],
      ['https://bit.ly/abc', 'short_link'],
      ['a'.repeat(3000), 'too_long'],
    ]
    for (const [address, code] of cases) {
      const answer = await declare(lan, { address })
      expect([answer.status, answer.json().code]).toEqual([422, code])
      expect(answer.headers['content-type']).toContain('application/problem+json')
    }
  })

  test('repeats nothing of a text that may hold a password, and keeps no trace of the request', async () => {
    const body = { address: 'https://toi:matkhau123@example.vn/' }
    const answer = await declare(lan, body, { 'idempotency-key': 'with-password' })
    expect([answer.status, answer.json().code]).toEqual([422, 'credentials'])
    expect(answer.text).not.toContain('matkhau')
    expect((await house.db.asSuperuser("select from answered_once where key = 'with-password'")).rowCount).toBe(0)
  })

  test('gives back the account that was read out of a post, and takes it when it is sent again', async () => {
    const post = await declare(lan, { address: 'https://x.com/SomeOffice/status/1234567890' })
    expect([post.status, post.json().code, post.json().address]).toEqual([
      409,
      'content_account',
      'https://x.com/someoffice',
    ])
    expect((await declare(lan, { address: post.json().address })).status).toBe(201)
  })

  test('takes a bare name together with its platform', async () => {
    const answer = await declare(lan, { address: 'nguyenvand', hint: 'instagram' })
    expect(answer.json().address.canonical).toBe('https://www.instagram.com/nguyenvand')
  })

  test('answers already_yours with the id of what is there', async () => {
    const first = (await declare(lan, { address: 'https://mot-lan.vn/' })).json()
    const again = await declare(lan, { address: 'http://www.mot-lan.vn' })
    expect([again.status, again.json().code, again.json().id]).toEqual([409, 'already_yours', first.id])
  })

  test('answers another person for the same address exactly as if nobody had declared it', async () => {
    const [hers, his] = [
      await declare(lan, { address: 'https://chung.vn/' }),
      await declare(binh, { address: 'https://chung.vn/' }),
    ]
    const alike = ({ id, receipt, ...rest }: Record<string, unknown>) => ({
      ...rest,
      id: typeof id,
      receipt: typeof receipt,
    })
    expect([his.status, alike(his.json())]).toEqual([hers.status, alike(hers.json())])
  })

  test('makes one declaration of two identical requests at once', async () => {
    const answers = await Promise.all([1, 2, 3, 4].map(() => declare(lan, { address: 'https://cung-luc.vn/' })))
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409, 409])
    expect(await count('https://cung-luc.vn/')).toBe(1)
  })

  test('gives the same answer and status again for the same Idempotency-Key, also at once', async () => {
    const key = { 'idempotency-key': 'k-1' }
    const send = () => declare(lan, { address: 'https://cung-khoa.vn/' }, key)
    const answers = await Promise.all([send(), send(), send()])
    const later = await send()
    for (const answer of answers) expect([answer.status, answer.json()]).toEqual([201, later.json()])
    expect(later.status).toBe(201)
    expect(await count('https://cung-khoa.vn/')).toBe(1)
  })

  test('gives a refusal again too, and refuses the key for another request and leaves it to another person', async () => {
    await declare(lan, { address: 'https://khoa-hai.vn/' })
    const key = { 'idempotency-key': 'k-2' }
    const [first, again] = [
      await declare(lan, { address: 'khoa-hai.vn' }, key),
      await declare(lan, { address: 'khoa-hai.vn' }, key),
    ]
    expect([again.status, again.json()]).toEqual([409, first.json()])
    const other = await declare(lan, { address: 'https://khoa-khac.vn/' }, key)
    expect([other.status, other.json().code]).toEqual([422, 'key_used_for_another_request'])
    expect((await declare(binh, { address: 'https://khoa-khac.vn/' }, key)).status).toBe(201)
  })

  test('refuses unknown fields, wrong types and values outside their list by pointer', async () => {
    const answer = await declare(lan, { address: 7, note: 'x', manager: 'everyone', since: '2019-13' })
    expect(answer.status).toBe(400)
    const pointers = answer.json().errors.map(({ pointer }: { pointer: string }) => pointer)
    expect(pointers.sort()).toEqual(['/address', '/manager', '/note', '/since'])
  })

  test('refuses a time to come, a unit that one is not in, and any visibility but private', async () => {
    const outsider = await house.as(await people.person('Ngoài Cây', null as never))
    const cases = [
      [lan, { since: '2999' }, 422, 'since_not_possible'],
      [outsider, { manager: 'unit' }, 422, 'no_unit'],
      [lan, { visibility: 'confirmable' }, 409, 'level_too_low'],
      [lan, { visibility: 'listed' }, 409, 'level_too_low'],
    ] as const
    for (const [visitor, more, status, code] of cases) {
      const answer = await declare(visitor, { address: 'https://khong-nhan.vn/', ...more })
      expect([answer.status, answer.json().code]).toEqual([status, code])
    }
    expect(await count('https://khong-nhan.vn/')).toBe(0)
  })
})

describe('GET /v1/declarations', () => {
  test('pages through my own in the order of filing, each once', async () => {
    const chi = await house.as(await people.person('Chi', people.north.id))
    const filed = []
    for (let n = 0; n < 5; n++) filed.push((await declare(chi, { address: `https://chi-${n}.vn/` })).json().id)
    const seen: string[] = []
    for (let after = ''; ; ) {
      const { declarations, next } = (
        await chi.api('GET', `/v1/declarations?limit=2${after && `&after=${after}`}`)
      ).json()
      seen.push(...declarations.map(({ id }: { id: string }) => id))
      if (next === null) break
      after = next
    }
    expect(seen).toEqual(filed)
  })

  test('refuses a limit or a place that is none', async () => {
    for (const query of ['limit=0', 'limit=x', 'limit=-1', 'after=1', "after='"])
      expect((await lan.api('GET', `/v1/declarations?${query}`)).status).toBe(400)
  })

  test('shows one of mine, and nobody else’s', async () => {
    const { id } = (await declare(lan, { address: 'https://chi-minh-toi.vn/', since: '2020' })).json()
    const shown = (await lan.api('GET', `/v1/declarations/${id}`)).json()
    expect(shown).toMatchObject({ id, since: '2020', manager: 'alone', shows: 'nothing', level: 0, state: 'active' })
    for (const [visitor, path] of [
      [binh, id],
      [lan, 'not-an-id'],
    ] as const)
      expect((await visitor.api('GET', `/v1/declarations/${path}`)).status).toBe(404)
  })
})

describe('PATCH /v1/declarations/:id', () => {
  const patch = (visitor: Visitor, id: string, body: object, headers = {}) =>
    visitor.api('PATCH', `/v1/declarations/${id}`, body, headers)

  test('is level_too_low before the first proof', async () => {
    const { id } = (await declare(lan, { address: 'https://chua-xac-minh.vn/' })).json()
    const answer = await patch(lan, id, { visibility: 'confirmable' })
    expect([answer.status, answer.json().code]).toEqual([409, 'level_too_low'])
    expect((await patch(lan, id, { visibility: 'private' })).status).toBe(200)
  })

  test('changes who may know, names nobody unless asked to, and gives a receipt', async () => {
    const { id } = (await declare(lan, { address: 'https://da-xac-minh.vn/' })).json()
    await proven(id, 2)
    const answer = await patch(lan, id, { visibility: 'confirmable' })
    expect(answer.status).toBe(200)
    expect(answer.json()).toMatchObject({
      id,
      visibility: 'confirmable',
      shows: 'nothing',
      level: 2,
      receipt: expect.stringMatching(/^BN-/),
    })
  })

  test('files nothing where nothing changes', async () => {
    const { id } = (await declare(lan, { address: 'https://khong-doi.vn/' })).json()
    expect((await patch(lan, id, { visibility: 'private' })).json().receipt).toBeUndefined()
    const versions = await house.db.asSuperuser('select from declaration_version where declaration = $1', [id])
    expect(versions.rowCount).toBe(1)
  })

  test('leaves another person’s alone, and looks as if it were not there', async () => {
    const { id } = (await declare(lan, { address: 'https://cua-rieng-lan.vn/' })).json()
    await proven(id, 2)
    expect((await patch(binh, id, { visibility: 'confirmable' })).status).toBe(404)
    expect((await lan.api('GET', `/v1/declarations/${id}`)).json().visibility).toBe('private')
  })

  test('numbers the versions one after another when many changes come at once', async () => {
    const { id } = (await declare(lan, { address: 'https://nhieu-lan.vn/' })).json()
    await proven(id, 2)
    const wishes = [
      { visibility: 'confirmable', shows: 'name' },
      { visibility: 'private' },
      { visibility: 'listed' },
      { visibility: 'confirmable', shows: 'nothing' },
    ]
    const answers = await Promise.all(wishes.map((wish) => patch(lan, id, wish)))
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200])
    const { rows } = await house.db.asSuperuser('select n from declaration_version where declaration = $1 order by n', [
      id,
    ])
    expect(rows.map(({ n }) => n)).toEqual(rows.map((_, n) => n + 1))
  })
})
