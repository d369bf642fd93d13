import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { declared } from '../../test/house/declared.ts'
import { sessionOf } from '../../test/house/wall.ts'
import { type TestHouse, testHouse, type Visitor } from '../../test/support/house.ts'
import { smallOrganisation } from '../../test/support/people.ts'
import { newId } from '../db/index.ts'
import { anyone, type Scope, scopeOf, scopes } from '../permissions/index.ts'
import { newToken, readWanted } from './tokens.ts'

let house: TestHouse
let people: Awaited<ReturnType<typeof smallOrganisation>>
let officer: Visitor
beforeAll(async () => {
  house = await testHouse()
  people = await smallOrganisation(house.db)
  officer = await house.as(people.officer)
})
afterAll(() => house[Symbol.asyncDispose]())

/** Asks as a program with a token of these scopes. */
async function programOf(person: { id: string }, may: readonly Scope[]) {
  const made = await house.db.as(person.id, (tx) => newToken(tx, { person: person.id, scopes: may, days: 7 }))
  const authorization = `Bearer ${made.kind === 'made' ? made.token : ''}`
  return (method: 'GET' | 'POST', path: string, body?: unknown) =>
    house.asPublic().api(method, path, body, { authorization })
}

test('every address under /v1 that is not open to anyone says which scope it needs', () => {
  const without = house.rooms.flatMap(({ name, routes }) =>
    routes
      .filter((route) => route.path.startsWith('/v1/') && route.rule !== anyone && scopeOf(name, route) === undefined)
      .map(({ method, path }) => `${name}: ${method} ${path}`),
  )
  expect(without, 'name the room in src/permissions/scopes.ts').toEqual([])
})

test('the scopes of the database are those of the code', async () => {
  const { rows } = await house.db.asSuperuser(
    "select column_default from information_schema.columns where table_name = 'api_token' and column_name = 'scopes'",
  )
  expect([...rows[0].column_default.matchAll(/'([a-z]+)'::text/g)].map(([, name]) => name)).toEqual([...scopes])
})

describe('a token', () => {
  test('does what its scopes say, and gets 403 with the scope that is missing for the rest', async () => {
    const program = await programOf(people.lan, ['read'])
    expect((await program('GET', '/v1/declarations')).status).toBe(200)
    const refused = await program('POST', '/v1/declarations', { address: 'https://a.example.com/' })
    expect([refused.status, refused.json().code, refused.json().scope]).toEqual([403, 'token_scope_missing', 'declare'])
    const declares = await programOf(people.lan, ['declare'])
    expect((await declares('POST', '/v1/declarations', { address: 'https://a.example.com/' })).status).toBe(201)
    expect((await declares('GET', '/v1/declarations')).status).toBe(403)
  })

  test('without the scope gets the same for a person of the unit, of another, and nobody', async () => {
    const program = await programOf(people.officer, ['read'])
    const answers = []
    for (const id of [people.lan.id, people.binh.id, newId()])
      answers.push((await program('POST', `/v1/records/${id}`, { purpose: 'help' })).text)
    expect(new Set(answers).size).toBe(1)
    expect(JSON.parse(answers[0] as string)).toMatchObject({ status: 403, code: 'token_scope_missing' })
  })

  test('never does more than its person may', async () => {
    const program = await programOf(people.lan, ['records', 'roll'])
    expect((await program('POST', `/v1/records/${people.binh.id}`, { purpose: 'help' })).status).toBe(404)
  })

  test('opens a page by the same scope, and an open page as nobody', async () => {
    const program = await programOf(people.officer, ['prove'])
    expect((await program('GET', '/declarations')).status).toBe(403)
    expect((await program('GET', `/records/${people.lan.id}`)).status).toBe(403)
    expect((await program('GET', '/about')).text).not.toContain(people.officer.name)
  })

  test('is told to the database, which refuses on its own what the scopes do not reach', async () => {
    await using app = await sessionOf(house.db, 'app')
    const as = async (may: string, sql: string, ...values: unknown[]) => {
      await app.begin(people.officer.id)
      await app.run("select set_config('cd.scopes', $1, true)", [may])
      const done = await app.sees(sql, values)
      await app.run('rollback')
      return done
    }
    const open = "insert into access (id, subject, purpose, fields) values (gen_random_uuid(), $1, 'help', 'record')"
    expect(await as('read roll', open, people.lan.id)).toBe('42501')
    expect(await as('records', open, people.lan.id)).toBe(1)
    const list = "insert into access (id, unit, purpose, fields) values (gen_random_uuid(), $1, 'list', 'roll')"
    expect(await as('records', list, people.north.id)).toBe('42501')
    expect(await as('roll', list, people.north.id)).toBe(1)
    await declared(house.db, people.officer, 'https://c.example.com/')
    expect(await as('roll', 'select from declaration')).toBe(0)
    expect(await as('read', 'select from declaration')).toBe(1)
    const declare =
      "insert into declaration (id, person, platform, kind, canonical, typed) values (gen_random_uuid(), actor(), 'website', 'website', 'https://b.vn/', 'b.vn')"
    expect(await as('read', declare)).toBe('42501')
    expect(await as('declare', declare)).toBe(1)
    const token = "insert into api_token (id, hash, person, name) values (gen_random_uuid(), '\\x00', actor(), 'x')"
    expect(await as(scopes.join(' '), token)).toBe('42501')
    expect(await as('', token)).toBe(1)
  })

  test('that the code let through by mistake is still refused by the database', async () => {
    const { comingBy } = await import('../db/index.ts')
    const row = { id: newId(), subject: people.lan.id, purpose: 'help', fields: 'record' }
    const open = () => house.db.as(people.officer.id, (tx) => tx.insertInto('access').values(row).execute())
    await expect(comingBy({ scopes: ['read'] }, open)).rejects.toMatchObject({ code: '42501' })
    await comingBy({ scopes: ['records'] }, open)
  })

  test('ends after a year at the latest, also where nobody said when', async () => {
    for (const life of ["now() + interval '367 days'", "'infinity'", 'null']) {
      const made = house.db.asSuperuser(
        `insert into api_token (id, hash, person, expires_at) values (gen_random_uuid(), $2, $1, ${life})`,
        [people.lan.id, Buffer.from(life)],
      )
      await expect(made).rejects.toThrow()
    }
    await house.db.as(people.lan.id, (tx) => newToken(tx, { person: people.lan.id, name: 'năm' }))
    const { rows } = await house.db.asSuperuser(
      "select round(extract(epoch from expires_at - made_at) / 86400) as days from api_token where name = 'năm'",
    )
    expect(rows).toEqual([{ days: '365' }])
  })
})

describe('the form', () => {
  const id = () => crypto.randomUUID()

  test('offers what one’s roles have use for', async () => {
    const lan = await house.as(people.lan)
    const values = (text: string) => [...text.matchAll(/name="scopes"[^>]*value="(\w+)"/g)].map(([, one]) => one)
    expect(values((await lan.get('/me/tokens/new')).text)).toEqual(['read', 'declare', 'prove'])
    expect(values((await officer.get('/me/tokens/new')).text)).toContain('records')
  })

  test('makes a token of the scopes that were ticked and no other, and the account lists them', async () => {
    const lan = await house.as(people.lan)
    const form = { name: 'Bảng theo dõi', life: '7', form: id(), scopes: ['read', 'records'] }
    expect((await lan.post('/me/tokens/new', form)).status).toBe(200)
    const { rows } = await house.db.asSuperuser('select scopes from api_token where id = $1', [form.form])
    expect(rows).toEqual([{ scopes: ['read'] }])
    expect((await lan.get('/me')).text).toContain('Đọc hồ sơ của tôi')
  })

  test('without a scope says so and keeps what was typed', async () => {
    const lan = await house.as(people.lan)
    const { status, text } = await lan.post('/me/tokens/new', { name: 'Giữ lại', life: '30', form: id() })
    expect(status).toBe(422)
    expect(text).toContain('Hãy chọn ít nhất một việc')
    expect(text).toContain('value="Giữ lại"')
  })
})

test('on the command line an unknown scope or life is refused, and nothing said means everything for a year', () => {
  expect(readWanted({ scopes: 'read,fly' })).toEqual({ kind: 'refused', code: 'scope_unknown' })
  expect(readWanted({ days: '3650' })).toEqual({ kind: 'refused', code: 'days_unknown' })
  expect(readWanted({ scopes: 'read, roll', days: '7' })).toEqual({ kind: 'read', scopes: ['read', 'roll'], days: 7 })
  expect(readWanted({})).toEqual({ kind: 'read', scopes: undefined, days: undefined })
})
