import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { sessionOf } from '../../test/house/wall.ts'
import { junkBodies, junkParams, junkQueries } from '../../test/support/junk.ts'
import { hashOf, newSecret } from '../db/index.ts'
import { createScimToken, revokeScimToken, routes, scimTokens } from './index.ts'
import { asking, type Directory, directory, user } from './tests/directory.ts'

let d: Directory
beforeAll(async () => {
  d = await directory('PM1')
})
afterAll(() => d[Symbol.asyncDispose]())

const error = (status: number) => ({
  schemas: ['urn:ietf:params:scim:api:messages:2.0:Error'],
  status: String(status),
  detail: expect.any(String),
})
const nowhere = '0198c0de-0000-7000-8000-000000000000'

describe('every address', () => {
  test('asks for the token of a directory in force, and answers in the shape of SCIM', async () => {
    const member = newSecret()
    await d.house.db.asSuperuser(
      "insert into api_token (id, hash, person, name) values (gen_random_uuid(), $1, $2, 't')",
      [hashOf(member), d.people.officer.id],
    )
    const old = await d.house.db.under('operator', (tx) => createScimToken(tx, { name: 'Cũ', unit: 'PM1', days: 1 }))
    const ended = old.kind === 'made' ? old : undefined
    await d.house.db.asSuperuser(
      "update directory_client set made_at = now() - interval '2 days', expires_at = now() where id = $1",
      [ended?.id],
    )
    const paths = [
      ...routes,
      ['POST', '/scim/v2/Nothing'],
      ['GET', '/scim/v2'],
      ['POST', '/scim'],
      ['GET', '/scim/%zz'],
    ] as const
    for (const token of [undefined, newSecret(), member, ended?.token, 'x'.repeat(300)]) {
      for (const [method, path] of paths) {
        const said = await asking(d.house, token)(method as 'GET', path.replace(/:\w+/, nowhere))
        expect([method, path, said.status, said.headers['content-type']]).toEqual([
          method,
          path,
          401,
          'application/scim+json; charset=utf-8',
        ])
        expect([said.body, said.headers['www-authenticate']]).toEqual([error(401), 'Bearer realm="SCIM"'])
      }
    }
  })

  test('opens by no cookie, and a token of a directory opens nothing else', async () => {
    const officer = await d.house.as(d.people.officer)
    expect((await officer.get('/scim/v2/Users')).status).toBe(401)
    const response = await d.house.server.inject({
      url: '/v1/declarations',
      headers: { authorization: `Bearer ${d.token}` },
    })
    expect(response.statusCode).toBe(401)
  })

  test('that is none is 404, another method too; another type 415, too much 413, no JSON 400', async () => {
    for (const [method, path] of [
      ['GET', '/Nothing'],
      ['GET', '/Users/x'],
      ['GET', `/Users/${nowhere}`],
      ['DELETE', '/Users'],
      ['POST', '/Bulk'],
      ['GET', '/Me'],
    ] as const)
      expect([path, (await d.ask(method, path)).body]).toEqual([path, error(404)])
    expect((await d.ask('POST', '/Users', '<a/>', { 'content-type': 'text/xml' })).body).toEqual(error(415))
    expect((await d.ask('POST', '/Users', `"${'x'.repeat(1024 * 1024)}"`)).body).toEqual(error(413))
    expect((await d.ask('POST', '/Users', '{')).body).toEqual({ ...error(400), scimType: 'invalidSyntax' })
    expect((await d.ask('POST', '/Users', 'null')).body).toEqual({ ...error(400), scimType: 'invalidSyntax' })
    expect(
      (await d.ask('POST', '/Users', JSON.stringify(user('json')), { 'content-type': 'application/json' })).status,
    ).toBe(201)
  })

  test('breaks by nothing that one can send', async () => {
    const faults: string[] = []
    for (const [method, path] of routes) {
      const at = path
        .replace('/Users/:id', `/Users/${d.people.lan.id}`)
        .replace('/Groups/:id', `/Groups/${d.people.north.id}`)
        .replace(/:\w+/, 'x')
      for (const { what, type, bytes } of method === 'GET' || method === 'DELETE' ? [] : junkBodies) {
        const said = await d.house.server.inject({
          method,
          url: at,
          payload: bytes,
          headers: {
            authorization: `Bearer ${d.token}`,
            ...(type ? { 'content-type': type.replace('application/json', 'application/scim+json') } : {}),
          },
          remoteAddress: `10.1.${faults.length}.${Math.floor(Math.random() * 250)}`,
        })
        if (said.statusCode >= 500 || (said.statusCode < 400 && !path.endsWith('.search')))
          faults.push(`${method} ${path} ${what}: ${said.statusCode}`)
      }
      for (const query of method === 'GET' ? junkQueries : []) {
        const said = await d.ask(method, at + query)
        if (said.status >= 500) faults.push(`${path}${query}: ${said.status}`)
      }
      for (const param of path.includes(':') ? junkParams : []) {
        const said = await d.ask(
          method,
          path.replace(/:\w+/, () => param),
        )
        if (said.status >= 500 || said.status < 400) faults.push(`${method} ${path} ${param}: ${said.status}`)
      }
    }
    expect(faults).toEqual([])
  })

  test('that says what this provider can, says what it does', async () => {
    const config = (await d.ask('GET', '/ServiceProviderConfig')).body
    expect([config.patch.supported, config.etag.supported, config.bulk.supported, config.filter.maxResults]).toEqual([
      true,
      true,
      false,
      200,
    ])
    for (const path of ['/ResourceTypes', '/Schemas']) {
      const { Resources, totalResults } = (await d.ask('GET', path)).body
      expect(totalResults).toBe(Resources.length)
      for (const one of Resources) {
        expect((await d.ask('GET', one.meta.location.replace('http://localhost:8080', ''))).body).toEqual(one)
      }
      expect((await d.ask('GET', `${path}?filter=id eq "x"`)).body).toEqual(error(403))
    }
    expect((await d.ask('GET', '/Schemas/urn:nothing')).status).toBe(404)
  })
})

describe('a token', () => {
  test('is kept as a hash, shows its last use, and ends when it is taken back', async () => {
    const made = await d.house.db.under('operator', (tx) => createScimToken(tx, { name: 'Tạm', unit: 'PM2', days: 3 }))
    if (made.kind !== 'made') throw new Error(made.kind === 'refused' ? made.code : made.kind)
    const mine = async () => (await d.house.db.under('operator', scimTokens)).tokens.find(({ id }) => id === made.id)
    expect((await mine())?.used_at).toBeNull()
    expect((await asking(d.house, made.token)('GET', '/Users')).status).toBe(200)
    expect((await mine())?.used_at).toBeInstanceOf(Date)
    const { rows } = await d.house.db.asSuperuser('select row_to_json(c)::text as all from directory_client c')
    expect(rows.map((row) => row.all).join()).not.toContain(made.token)
    await d.house.db.under('operator', (tx) => revokeScimToken(tx, made.id))
    expect((await asking(d.house, made.token)('GET', '/Users')).status).toBe(401)
  })

  test.each([
    [{ name: 'A', unit: 'NONE', days: 3 }, 'unit_not_found'],
    [{ name: ' ', unit: 'PM1', days: 3 }, 'name_malformed'],
    [{ name: 'A', unit: 'PM1', days: 731 }, 'days_wrong'],
    [{ name: 'A', unit: 'PM1', days: Number.NaN }, 'days_wrong'],
  ])('%j is not made', async (wish, code) => {
    expect(await d.house.db.under('operator', (tx) => createScimToken(tx, wish))).toEqual({ kind: 'refused', code })
  })

  test('reaches its own unit and those below, and nobody else', async () => {
    const { north, south, root, lan, binh } = d.people
    const ids = async (path: string) => (await d.ask('GET', path)).body.Resources.map(({ id }: { id: string }) => id)
    expect(await ids('/Groups')).toEqual([north.id])
    expect(await ids('/Users')).toEqual(expect.arrayContaining([lan.id]))
    expect(await ids('/Users')).not.toContain(binh.id)
    for (const path of [`/Users/${binh.id}`, `/Groups/${south.id}`, `/Groups/${root.id}`]) {
      expect([path, (await d.ask('GET', path)).status]).toEqual([path, 404])
      expect([path, (await d.ask('DELETE', path)).status]).toEqual([path, 404])
    }
    const other = await d.house.db.under('operator', (tx) =>
      createScimToken(tx, { name: 'Khác', unit: 'PM2', days: 3 }),
    )
    const theirs = asking(d.house, other.kind === 'made' ? other.token : undefined)
    expect((await d.ask('POST', '/Users', user('same@mau.vn', { externalId: 'same' }))).status).toBe(201)
    // No oracle: what another directory calls somebody is taken by nobody here.
    expect((await theirs('POST', '/Users', user('same@mau.vn', { externalId: 'same' }))).status).toBe(201)
    expect((await theirs('GET', '/Users?filter=externalId eq "same"')).body.totalResults).toBe(1)
  })
})

describe('in the database', () => {
  const closed = '42501'

  test('a directory reads the tree and no other table, with its token or without', async () => {
    await using session = await sessionOf(d.house.db, 'directory')
    for (const secret of ['', hashOf(d.token).toString('hex')]) {
      await session.run("select set_config('cd.bearer', $1, false), set_config('cd.actor', $2, false)", [
        secret,
        d.people.officer.id,
      ])
      const { rows } = await session.run(
        "select relname from pg_class where relnamespace = 'register'::regnamespace and relkind in ('r', 'v', 'p') order by 1",
      )
      const open: string[] = []
      for (const { relname } of rows)
        if ((await session.sees(`select from register.${relname}`)) !== closed) open.push(relname)
      expect(open).toEqual(['unit'])
    }
  })

  test('a directory without its token sees nobody and changes nothing, and with it nothing outside its unit', async () => {
    const { lan, binh, south, north } = d.people
    await using session = await sessionOf(d.house.db, 'directory')
    const acts = (person: string, unit: string) => [
      `select * from directory_people('{"id": "${person}"}', 0, 9) where id is not null`,
      `select * from directory_units('{"id": "${unit}"}', 0, 9) where id is not null`,
      `select * from directory_members(array['${unit}']::uuid[])`,
      `select from (select person_leave('${person}') as said) x where said = 'left'`,
      `select from (select directory_renames('${person}', 'X') as said) x where said = 'changed'`,
      `select from (select directory_numbers('${person}', 'X') as said) x where said = 'changed'`,
      `select from (select directory_links('${person}', 'x', null, null, null) as said) x where said = 'linked'`,
      `select from (select directory_links_unit('${unit}', 'x') as said) x where said = 'linked'`,
      `update unit set name = 'X' where id = '${unit}'`,
      `select from (select unit_close('${unit}', '${unit}') as said) x where said = 'closed'`,
    ]
    for (const [secret, person, unit] of [
      ['', lan.id, north.id],
      ['00', lan.id, north.id],
      [hashOf(d.token).toString('hex'), binh.id, south.id],
    ] as const) {
      await session.run("select set_config('cd.bearer', $1, false)", [secret])
      for (const sql of acts(person, unit)) expect([secret, sql, await session.sees(sql)]).toEqual([secret, sql, 0])
    }
    for (const sql of [
      `insert into access (id, subject, purpose, fields, channel) values (gen_random_uuid(), '${binh.id}', 'directory', 'roll', 'scim')`,
      `insert into access (id, subject, purpose, fields, channel) values (gen_random_uuid(), '${lan.id}', 'help', 'record', 'scim')`,
      `insert into unit (id, code, name, path) values (gen_random_uuid(), 'X', 'X', 'x')`,
      `insert into unit (id, code, name, parent, path) values (gen_random_uuid(), 'X', 'X', '${south.id}', 'x')`,
      `insert into role_held (id, person, role) values (gen_random_uuid(), '${lan.id}', 'administrator')`,
      `insert into person (id, name) values (gen_random_uuid(), 'X')`,
      `update directory_client set expires_at = 'infinity'`,
      `select place_of('${lan.id}')`,
      `select end_terms('${lan.id}', null)`,
      "select who_shows('token')",
    ])
      expect([sql, await session.sees(sql)]).toEqual([sql, closed])
  })

  test('nobody else is a directory, though they know its hash', async () => {
    const hash = hashOf(d.token)
    for (const role of ['app', 'operator', 'asker'] as const) {
      await using session = await sessionOf(d.house.db, role)
      await session.run("select set_config('cd.bearer', $1, false)", [hash.toString('hex')])
      expect(await session.sees('select * from directory_enters()')).toBe(closed)
      expect(await session.sees("select * from directory_people('{}', 0, 9)")).toBe(closed)
    }
    await using app = await sessionOf(d.house.db, 'app')
    await app.run("select set_config('cd.bearer', $1, false)", [hash.toString('hex')])
    expect((await app.run('select organises($1) as may', [d.people.north.id])).rows[0].may).toBe(false)
    expect(await app.sees('select from directory_person')).toBe(0)
  })
})
