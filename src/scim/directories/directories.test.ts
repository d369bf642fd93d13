import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Session, sessionOf } from '../../../test/house/wall.ts'
import { type Answer, type TestHouse, testHouse, type Visitor } from '../../../test/support/house.ts'
import { smallOrganisation } from '../../../test/support/people.ts'
import { newId } from '../../db/index.ts'

let house: TestHouse
let people: Awaited<ReturnType<typeof smallOrganisation>>
let administrator: { id: string; name: string }
let other: { id: string; name: string }
let north: Visitor
let whole: Visitor
beforeAll(async () => {
  house = await testHouse()
  people = await smallOrganisation(house.db)
  administrator = await people.person('Đỗ Văn Q', people.north.id)
  other = await people.person('Bùi Thị R', people.root.id)
  await people.grant(administrator, 'administrator', people.north.id)
  await people.grant(other, 'administrator', null)
  north = await house.as(administrator)
  whole = await house.as(other)
})
afterAll(() => house[Symbol.asyncDispose]())

const form = (more: Record<string, string> = {}) => ({
  name: 'Entra ID',
  unit: 'PM1',
  life: '90',
  form: newId(),
  ...more,
})
const make = (more?: Record<string, string>, who = north) => who.post('/settings/directories/new', form(more))
const tokenIn = ({ text }: Answer) => /value="(cds_[^"]+)"/.exec(text)?.[1] as string
const enters = async (token: string) => {
  const headers = { authorization: `Bearer ${token}` }
  return (await house.asPublic().get('/scim/v2/Users', headers)).status
}
const listed = async (who = north) => (await who.api('GET', '/v1/settings/directories')).json().tokens

describe('a token for a directory', () => {
  test('is made by who administers the unit, shown once, and opens SCIM', async () => {
    const given = form({ name: 'Keycloak' })
    const made = await north.post('/settings/directories/new', given)
    expect([made.status, await enters(tokenIn(made))]).toEqual([200, 200])
    expect((await north.get('/settings/directories')).text).not.toContain(tokenIn(made))
    const again = await north.post('/settings/directories/new', given)
    expect([again.status, again.text.includes('cds_'), again.text.includes('đã được tạo')]).toEqual([200, false, true])
    const [shown] = await listed()
    expect(shown).toMatchObject({ name: 'Keycloak', unit: { code: 'PM1' }, made_by: 'Đỗ Văn Q', revoked_at: null })
    expect(shown.used_at).not.toBeNull()
  })

  test('is seen and ended by whoever administers the unit, and by nobody else, from the next request on', async () => {
    const token = tokenIn(await make({ unit: 'DVM' }, whole))
    const [{ id }] = await listed(whole)
    expect((await listed()).map((one: { id: string }) => one.id)).not.toContain(id)
    expect((await north.post(`/settings/directories/${id}/revoke`)).status).toBe(404)
    expect((await north.api('POST', `/v1/settings/directories/${id}/revoke`)).status).toBe(404)
    expect(await enters(token)).toBe(200)
    for (const _ of [1, 2]) expect((await whole.post(`/settings/directories/${id}/revoke`)).status).toBe(303)
    expect(await enters(token)).toBe(401)
    expect((await whole.api('POST', `/v1/settings/directories/${id}/revoke`)).json()).toMatchObject({ id })
  })

  test.each([
    ['name', { name: ' ' }],
    ['unit', { unit: 'KHONG-CO' }],
    ['unit', { unit: 'PM2' }],
    ['life', { life: '3650' }],
  ])('is not made of a wrong %s: the form comes back with what was typed', async (field, wrong) => {
    const { status, text } = await make({ name: 'Danh bạ thử', ...wrong })
    expect([status, text.includes('cds_'), text.includes(`href="#${field}`)]).toEqual([422, false, true])
    if (field !== 'name') expect(text).toContain('value="Danh bạ thử"')
  })

  test('over a unit of others is refused as over one that is not there', async () => {
    const answers = await Promise.all(['PM2', 'KHONG'].map((unit) => make({ unit })))
    const [theirs, none] = answers.map(({ text }) => text.replaceAll(/PM2|KHONG|name="form" value="[^"]+"/g, ''))
    expect(theirs).toBe(none)
  })

  test('is a way in: it takes somebody who has just shown who they are, and no token makes it', async () => {
    const body = { name: 'Okta', unit: 'PM1', days: 30 }
    expect((await north.api('POST', '/v1/settings/directories', body)).status).toBe(404)
    const stale = await house.as(administrator)
    await house.db.asSuperuser("update session set made_at = now() - interval '6 minutes' where person = $1", [
      administrator.id,
    ])
    const asked = await stale.post('/settings/directories/new', form())
    expect([
      asked.text.includes('cds_'),
      (await listed()).some(({ name }: { name: string }) => name === 'Okta'),
    ]).toEqual([false, false])
    await house.db.asSuperuser("update session set made_at = now() + interval '1 hour' where person = $1", [
      administrator.id,
    ])
  })

  test('is told to the other administrators of the unit, and to nobody else', async () => {
    const count = async (person: { id: string }) =>
      (await house.db.asSuperuser("select from notice where person = $1 and kind = 'directory_token'", [person.id]))
        .rowCount
    const before = [await count(other), await count(administrator), await count(people.officer)]
    await make()
    expect([await count(other), await count(administrator), await count(people.officer)]).toEqual([
      (before[0] ?? 0) + 1,
      before[1],
      before[2],
    ])
    expect((await whole.get('/notices')).text).toContain('/settings/directories')
  })
})

describe('row security alone', () => {
  let app: Session
  beforeAll(async () => {
    app = await sessionOf(house.db, 'app')
  })
  afterAll(() => app[Symbol.asyncDispose]())
  const add =
    "insert into directory_client (id, hash, name, unit, expires_at) values (gen_random_uuid(), sha256('x'), 'x', $1, now() + interval '1 day')"
  const as = async (who: { id: string }, sql: string, values: unknown[] = [], before?: string) => {
    await app.begin(who.id)
    if (before) await app.run(before)
    const done = await app.sees(sql, values)
    await app.run('rollback')
    return done
  }

  test('lets an administrator make one over what is theirs, lately verified and at the browser', async () => {
    expect(await as(administrator, add, [people.north.id])).toBe(1)
    expect(await as(administrator, add, [people.south.id])).toBe('42501')
    expect(await as(people.officer, add, [people.north.id])).toBe('42501')
    const stale = "select set_config('cd.came_by', '00', true)"
    expect(await as(administrator, add, [people.north.id], stale)).toBe('42501')
    const token = "select set_config('cd.scopes', 'people units', true)"
    expect(await as(administrator, add, [people.north.id], token)).toBe('42501')
  })

  test('shows nobody the hash, and nobody but administrators a row', async () => {
    expect(await as(administrator, 'select hash from directory_client')).toBe('42501')
    expect(await as(people.officer, 'select id from directory_client')).toBe(0)
    expect(await as(administrator, 'select id from directory_client')).not.toBe(0)
    expect(await as(people.officer, 'update directory_client set revoked_at = now()')).toBe(0)
  })

  test('gives back none that was taken back', async () => {
    expect(await as(administrator, 'update directory_client set revoked_at = null')).toBe('42501')
  })
})
