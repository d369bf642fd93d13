import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newId } from '../db/index.ts'
import { type Directory, directory, enterprise, patch, user } from './tests/directory.ts'

let d: Directory
let ask: Directory['ask']
beforeAll(async () => {
  d = await directory()
  ask = d.ask
})
afterAll(() => d[Symbol.asyncDispose]())

const rows = async (sql: string, ...values: readonly unknown[]) => (await d.house.db.asSuperuser(sql, values)).rows
const made = async (userName: string, more: Record<string, unknown> = {}) => {
  const said = await ask('POST', '/Users', user(userName, more))
  expect([said.status, said.text]).toEqual([201, expect.any(String)])
  return said.body as { id: string; meta: { version: string; location: string } }
}
const error = (status: number, scimType?: string) => ({
  schemas: ['urn:ietf:params:scim:api:messages:2.0:Error'],
  status: String(status),
  ...(scimType ? { scimType } : {}),
  detail: expect.any(String),
})

describe('a user', () => {
  test('that is created is a person in the unit of the directory, and is read back as sent', async () => {
    const sent = user('mai@mau.vn', {
      externalId: 'ext-1',
      name: { familyName: 'Nguyễn', givenName: 'Thị Mai' },
      title: 'Chuyên viên',
      [enterprise]: { employeeNumber: 'NV-1' },
    })
    const said = await ask('POST', '/Users', sent)
    expect([said.status, said.headers['content-type']]).toEqual([201, 'application/scim+json; charset=utf-8'])
    expect(said.body).toMatchObject({ ...sent, schemas: [sent.schemas[0], enterprise], active: true })
    expect(said.headers.location).toBe(`http://localhost:8080/scim/v2/Users/${said.body.id}`)
    expect(said.headers.etag).toBe(said.body.meta.version)
    expect((await ask('GET', `/Users/${said.body.id}`)).body).toEqual(said.body)
    expect(await rows('select name, office, ref, unit from person where id = $1', said.body.id)).toEqual([
      { name: 'Nguyễn Thị Mai', office: 'Chuyên viên', ref: 'NV-1', unit: d.people.root.id },
    ])
  })

  test('has a userName once, in any letter case, and an externalId once', async () => {
    await made('once@mau.vn', { externalId: 'once' })
    for (const sent of [user('ONCE@mau.vn'), user('else@mau.vn', { externalId: 'once' })]) {
      const said = await ask('POST', '/Users', sent)
      expect([said.status, said.body]).toEqual([409, error(409, 'uniqueness')])
    }
    const three = await Promise.all([1, 2, 3].map(() => ask('POST', '/Users', user('thrice@mau.vn'))))
    expect(three.map(({ status }) => status).sort()).toEqual([201, 409, 409])
  })

  test('without a userName, or with what is no name, is refused', async () => {
    for (const sent of [
      {},
      user(''),
      user('x', { displayName: 'a\u202eb' }),
      user('x', { displayName: {} }),
      user('x', { active: 'maybe' }),
      user('x', { name: 'Mai' }),
    ]) {
      const said = await ask('POST', '/Users', sent)
      expect([sent, said.status, said.body.scimType]).toEqual([sent, 400, 'invalidValue'])
    }
  })

  test('is named by displayName, else name.formatted, else family name and given name', async () => {
    const names = [
      [{ displayName: 'A', name: { formatted: 'B' } }, 'A'],
      [{ displayName: undefined, name: { formatted: 'B', givenName: 'C' } }, 'B'],
      [{ displayName: undefined, name: { familyName: 'Trần', givenName: 'Bình' } }, 'Trần Bình'],
      [{ displayName: undefined }, 'only-name-3'],
    ] as const
    for (const [n, [more, name]] of names.entries())
      expect((await ask('POST', '/Users', user(`only-name-${n}`, more))).body.displayName).toBe(name)
  })

  test('whose number the register knows is taken over, not doubled; one of another directory or unit is not', async () => {
    const [id, away] = [newId(), newId()]
    await rows("insert into person (id, name, unit, ref) values ($1, 'Người Cũ', $2, 'NV-7')", id, d.people.north.id)
    const said = await ask('POST', '/Users', user('cu@mau.vn', { [enterprise]: { employeeNumber: 'nv-7' } }))
    expect([said.status, said.body.id, said.body.groups[0].value]).toEqual([201, id, d.people.north.id])
    const other = await d.people.unit('NGOAI', 'Ngoài')
    await rows("insert into person (id, name, unit, ref) values ($1, 'Ngoài', $2, 'NV-8')", away, other.id)
    const clash = await ask('POST', '/Users', user('ngoai', { [enterprise]: { employeeNumber: 'NV-8' } }))
    expect([clash.status, clash.body.scimType]).toEqual([409, 'uniqueness'])
    expect((await ask('GET', `/Users/${away}`)).status).toBe(404)
    expect(
      (await ask('PATCH', `/Users/${away}`, patch({ op: 'replace', path: 'displayName', value: 'X' }))).status,
    ).toBe(404)
    expect((await ask('DELETE', `/Users/${away}`)).status).toBe(404)
  })

  test('is replaced by PUT: an office that is not said ends, a number stays', async () => {
    const { id } = await made('put@mau.vn', { title: 'Trưởng phòng', [enterprise]: { employeeNumber: 'NV-2' } })
    const said = await ask('PUT', `/Users/${id}`, user('put2@mau.vn', { displayName: 'Tên Mới' }))
    expect(said.body).toMatchObject({
      userName: 'put2@mau.vn',
      displayName: 'Tên Mới',
      [enterprise]: { employeeNumber: 'NV-2' },
    })
    expect(said.body.title).toBeUndefined()
    expect((await ask('PUT', `/Users/${newId()}`, user('x'))).status).toBe(404)
  })

  test('that is not active has left and keeps everything; active again, they are back', async () => {
    const { id } = await made('active@mau.vn')
    for (const off of [
      patch({ op: 'Replace', path: 'active', value: 'False' }),
      patch({ op: 'replace', value: { active: false } }),
    ]) {
      expect((await ask('PATCH', `/Users/${id}`, off)).body).toMatchObject({ active: false, groups: [] })
      expect((await ask('GET', `/Users/${id}`)).body.active).toBe(false)
      expect(await rows('select left_at is not null as gone, name from person where id = $1', id)).toEqual([
        { gone: true, name: 'Nguyễn Thị Mai' },
      ])
      const on = await ask('PATCH', `/Users/${id}`, patch({ op: 'Add', value: { active: 'True' } }))
      expect([on.body.active, on.body.groups[0].value]).toEqual([true, d.people.root.id])
    }
  })

  test('that is deleted has left, is not there any more, and comes back as the same person by the directory’s own id alone', async () => {
    const { id } = await made('gone@mau.vn', { externalId: 'gone-1' })
    expect((await ask('DELETE', `/Users/${id}`)).status).toBe(204)
    for (const [method, body] of [['GET'], ['DELETE'], ['PUT', user('x')]] as const)
      expect([method, (await ask(method, `/Users/${id}`, body)).status]).toEqual([method, 404])
    expect((await rows('select left_at from person where id = $1', id))[0].left_at).toBeInstanceOf(Date)
    expect((await ask('GET', '/Users?filter=userName eq "gone@mau.vn"')).body.totalResults).toBe(0)
    const namesake = await made('gone@mau.vn')
    expect(namesake.id).not.toBe(id)
    await ask('DELETE', `/Users/${namesake.id}`)
    expect((await made('gone@mau.vn', { externalId: 'gone-1' })).id).toBe(id)
  })

  test('is given no role, whatever is sent', async () => {
    const granting = {
      roles: [{ value: 'administrator', primary: true }],
      entitlements: [{ value: 'officer' }],
      groups: [{ value: d.people.north.id }],
    }
    const { id } = await made('role@mau.vn', granting)
    await ask('PUT', `/Users/${id}`, user('role@mau.vn', granting))
    const said = await ask(
      'PATCH',
      `/Users/${id}`,
      patch(
        { op: 'add', path: 'roles', value: granting.roles },
        { op: 'add', path: 'roles[primary eq "True"].value', value: 'administrator' },
        { op: 'replace', value: granting },
      ),
    )
    expect([said.status, said.body.roles, said.body.entitlements]).toEqual([200, undefined, undefined])
    expect(await rows('select * from role_held where person = $1', id)).toEqual([])
    expect(said.body.groups[0].value).toBe(d.people.root.id)
  })

  test('who holds a role loses it by leaving, but the last administrator does not leave', async () => {
    const { id } = await made('admin@mau.vn')
    await d.people.grant({ id }, 'administrator', null)
    const off = patch({ op: 'replace', path: 'active', value: false })
    const said = await ask('PATCH', `/Users/${id}`, off)
    expect([said.status, said.body.status]).toEqual([409, '409'])
    await d.people.grant(d.people.binh, 'administrator', null)
    expect((await ask('PATCH', `/Users/${id}`, off)).status).toBe(200)
    expect(await rows('select from role_held where person = $1 and to_at is null', id)).toEqual([])
  })
})

describe('PATCH', () => {
  test('takes the paths of Entra ID and Okta', async () => {
    const { id } = await made('paths@mau.vn', { name: { familyName: 'Nguyễn', givenName: 'Thị Mai' } })
    const said = await ask(
      'PATCH',
      `/Users/${id}`,
      patch(
        { op: 'Add', path: 'externalId', value: 'p-1' },
        { op: 'Replace', path: 'name.familyName', value: 'Lê' },
        { op: 'Add', path: `${enterprise}:employeeNumber`, value: 4711 },
        { op: 'Replace', path: 'emails[type eq "work"].value', value: 'a@b.vn' },
        { op: 'Replace', value: { title: 'Phó phòng', 'name.givenName': 'Mai', [`${enterprise}:department`]: 'X' } },
      ),
    )
    expect([said.status, said.body.displayName, said.body.title, said.body.externalId, said.body[enterprise]]).toEqual([
      200, 'Lê Mai', 'Phó phòng', 'p-1', { employeeNumber: '4711' },
    ]) // biome-ignore format: one line says it
    const less = await ask(
      'PATCH',
      `/Users/${id}`,
      patch({ op: 'remove', path: 'title' }, { op: 'remove', path: `${enterprise}:employeeNumber` }),
    )
    expect([less.body.title, less.body[enterprise]]).toEqual([undefined, undefined])
  })

  test.each([
    [{ op: 'replace', path: 'nonsense', value: 1 }, 'invalidPath'],
    [{ op: 'replace', path: 'userName[', value: 1 }, 'invalidPath'],
    [{ op: 'replace', path: 'id', value: 'x' }, 'mutability'],
    [{ op: 'replace', path: 'meta', value: {} }, 'mutability'],
    [{ op: 'replace', value: { id: 'x' } }, 'mutability'],
    [{ op: 'remove' }, 'noTarget'],
    [{ op: 'move', path: 'title', value: 'x' }, 'invalidSyntax'],
    [{ op: 'replace', path: 'active', value: 'perhaps' }, 'invalidValue'],
    [{ op: 'remove', path: 'userName' }, 'invalidValue'],
    [{ path: 'title' }, 'invalidSyntax'],
  ])('%j is refused, and nothing of the request is done', async (operation, scimType) => {
    const { id, meta } = await made(`refused-${newId()}`)
    const said = await ask('PATCH', `/Users/${id}`, patch({ op: 'replace', path: 'title', value: 'Z' }, operation))
    expect([said.status, said.body]).toEqual([400, error(400, scimType)])
    expect((await ask('GET', `/Users/${id}`)).body.meta.version).toBe(meta.version)
  })
})

describe('a version', () => {
  test('that is not the present one changes nothing: 412; the present one is not sent again: 304', async () => {
    const { id, meta } = await made('version@mau.vn')
    const off = patch({ op: 'replace', path: 'title', value: 'Mới' })
    for (const [method, body] of [['PATCH', off], ['PUT', user('version@mau.vn')], ['DELETE']] as const) {
      const said = await ask(method, `/Users/${id}`, body, { 'if-match': 'W/"old"' })
      expect([method, said.status, said.body]).toEqual([method, 412, error(412)])
    }
    const same = await ask('GET', `/Users/${id}`, undefined, { 'if-none-match': meta.version })
    expect([same.status, same.text, same.headers.etag]).toEqual([304, '', meta.version])
    const done = await ask('PATCH', `/Users/${id}`, off, { 'if-match': meta.version })
    expect([done.status, done.body.meta.version === meta.version]).toEqual([200, false])
    expect((await ask('GET', `/Users/${id}`, undefined, { 'if-none-match': meta.version })).status).toBe(200)
  })

  test('follows what others change', async () => {
    const { id, meta } = await made('others@mau.vn')
    await rows("update person set office = 'Khác' where id = $1", id)
    const said = await ask('PUT', `/Users/${id}`, user('others@mau.vn'), { 'if-match': meta.version })
    expect(said.status).toBe(412)
  })
})

describe('a list', () => {
  test('has pages, counts from 1, and takes what is too small for the smallest', async () => {
    const all = (await ask('GET', '/Users?count=200')).body
    expect([all.startIndex, all.itemsPerPage, all.totalResults]).toEqual([
      1,
      all.Resources.length,
      all.Resources.length,
    ])
    const page = (await ask('GET', '/Users?startIndex=2&count=2')).body
    expect([page.startIndex, page.itemsPerPage, page.totalResults]).toEqual([2, 2, all.totalResults])
    expect(page.Resources).toEqual(all.Resources.slice(1, 3))
    expect((await ask('GET', '/Users?startIndex=-5&count=1')).body).toMatchObject({ startIndex: 1, itemsPerPage: 1 })
    for (const query of ['count=0', 'count=-1', 'startIndex=9999'])
      expect((await ask('GET', `/Users?${query}`)).body).toMatchObject({
        totalResults: all.totalResults,
        itemsPerPage: 0,
        Resources: [],
      })
    expect((await ask('GET', '/Users?count=many')).status).toBe(400)
  })

  test('is filtered by userName, externalId and number, alone or together', async () => {
    const { id } = await made('Filter@mau.vn', { externalId: 'F-1', [enterprise]: { employeeNumber: 'NV-F' } })
    const found = async (filter: string) =>
      (await ask('GET', `/Users?filter=${encodeURIComponent(filter)}`)).body.Resources?.map(
        (one: { id: string }) => one.id,
      )
    for (const filter of [
      'userName eq "filter@MAU.vn"',
      'externalId eq "F-1"',
      `id eq "${id}"`,
      `${enterprise}:employeeNumber eq "nv-f"`,
      'userName eq "filter@mau.vn" and externalId eq "F-1" and active eq true',
    ])
      expect([filter, await found(filter)]).toEqual([filter, [id]])
    for (const filter of [
      'userName eq "filter"',
      'externalId eq "f-1"',
      'userName eq "filter@mau.vn" and externalId eq "F-2"',
      'userName eq "filter@mau.vn" and active eq false',
    ])
      expect([filter, await found(filter)]).toEqual([filter, []])
    const lan = await found(`userName eq "${d.people.lan.id}"`)
    expect(lan).toEqual([d.people.lan.id])
    const refused = await ask('GET', '/Users?filter=userName sw "a"')
    expect([refused.status, refused.body]).toEqual([400, error(400, 'invalidFilter')])
    const search = await ask('POST', '/Users/.search', {
      schemas: ['urn:ietf:params:scim:api:messages:2.0:SearchRequest'],
      filter: 'externalId eq "F-1"',
      attributes: ['userName'],
    })
    expect(search.body.Resources).toEqual([{ schemas: expect.any(Array), id, userName: 'Filter@mau.vn' }])
  })

  test('shows the attributes that are asked for, and always the id', async () => {
    const { id } = await made('some@mau.vn', { name: { familyName: 'Đỗ', givenName: 'An' } })
    const only = (await ask('GET', `/Users/${id}?attributes=userName,name.familyName`)).body
    expect(only).toEqual({ schemas: expect.any(Array), id, userName: 'some@mau.vn', name: { familyName: 'Đỗ' } })
    const less = (await ask('GET', `/Users/${id}?excludedAttributes=groups,name.givenName,meta,id`)).body
    expect([less.id, less.groups, less.meta, less.name]).toEqual([
      id,
      undefined,
      undefined,
      { formatted: 'Nguyễn Thị Mai', familyName: 'Đỗ' },
    ])
  })
})

test('what the directory changed, the person sees, with the name of the directory; reading leaves nothing', async () => {
  const { id } = await made('seen@mau.vn')
  await ask('PATCH', `/Users/${id}`, patch({ op: 'replace', path: 'title', value: 'Mới' }))
  await ask('PATCH', `/Users/${id}`, patch({ op: 'replace', path: 'title', value: 'Mới' }))
  await ask('GET', `/Users/${id}`)
  expect(
    await rows('select actor, by_name, purpose, fields, channel from access where subject = $1 order by at', id),
  ).toEqual(
    Array(2).fill({ actor: null, by_name: 'Danh bạ mẫu', purpose: 'directory', fields: 'roll', channel: 'scim' }),
  )
  expect(await rows('select began, began_by, began_by_name from membership where person = $1 order by n', id)).toEqual([
    { began: 'joined', began_by: null, began_by_name: 'Danh bạ mẫu' },
    { began: 'office', began_by: null, began_by_name: 'Danh bạ mẫu' },
  ])
  const page = await (await d.house.as({ id })).get('/my-record')
  expect(page.text).toContain('Danh bạ mẫu')
})
