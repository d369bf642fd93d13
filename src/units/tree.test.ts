import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestHouse, testHouse, type Visitor } from '../../test/support/house.ts'
import { smallOrganisation } from '../../test/support/people.ts'

let house: TestHouse
let people: Awaited<ReturnType<typeof smallOrganisation>>
let me: Visitor
beforeAll(async () => {
  house = await testHouse()
  people = await smallOrganisation(house.db)
  for (const [code, name] of [
    ['HV', 'Hòa Vang'],
    ['DN', 'Đà Nẵng'],
    ['AK', 'An Khê'],
    ['AH', 'Ân Hải'],
    ['AT', 'Ấn Tây'],
    ['P100', 'Phường 100%'],
  ] as const)
    await people.unit(code, name, people.south)
  me = await house.as(people.officer)
})
afterAll(() => house[Symbol.asyncDispose]())

const found = async (q: string) =>
  (await me.api('GET', `/v1/units?q=${encodeURIComponent(q)}`)).json().units.map(({ name }: { name: string }) => name)

test('the tree opens at its roots, a unit shows what is right below it, all as plain links', async () => {
  const top = await me.get('/units')
  expect([top.status, top.text.includes(`href="/units/${people.root.id}"`)]).toEqual([200, true])
  expect(top.text).not.toContain('Phòng Mẫu 1')
  const root = await me.get(`/units/${people.root.id}`)
  expect(root.text).toContain(`href="/units/${people.north.id}"`)
  expect(root.text).not.toContain('Hòa Vang')
  const south = await me.get(`/units/${people.south.id}`)
  expect(south.text).toContain(`href="/units/${people.root.id}"`)
})

test('units stand in Vietnamese order', async () => {
  expect((await me.api('GET', '/v1/units?parent=nowhere')).status).toBe(404)
  const below = (await me.api('GET', '/v1/units?parent=PM2')).json().units.map(({ name }: { name: string }) => name)
  expect(below).toEqual(['An Khê', 'Ân Hải', 'Ấn Tây', 'Đà Nẵng', 'Hòa Vang', 'Phường 100%'])
})

test('a search leaves accents and letter case aside, finds by unfinished words and by code', async () => {
  for (const q of ['da nang', 'ĐÀ NẴNG', 'đà nẵng'.normalize('NFD'), 'nan da', 'dn'])
    expect([q, await found(q)]).toEqual([q, ['Đà Nẵng']])
  expect(await found('hoa')).toEqual(['Hòa Vang'])
  expect(await found('an')).toEqual(['An Khê', 'Ân Hải', 'Ấn Tây'])
  expect(await found('100%')).toEqual(['Phường 100%'])
  for (const q of ['%', '_', '\\', '', 'ang']) expect([q, await found(q)]).toEqual([q, []])
})

test('a search on the page says where each unit stands, and that nothing was found', async () => {
  const page = await me.get('/units?q=hoa+vang')
  expect(page.text).toContain('Phòng Mẫu 2, Đơn vị Mẫu')
  expect(page.text).toContain('value="hoa vang"')
  expect((await me.get('/units?q=khong+co')).text).toContain('Không có đơn vị nào như vậy')
})

test('a closed unit is left out of lists and searches, and its own page says so', async () => {
  const closed = await people.unit('XX', 'Đã Đóng Rồi', people.south)
  await house.db.asSuperuser('update unit set closed_at = now() where id = $1', [closed.id])
  expect(await found('da dong roi')).toEqual([])
  expect((await me.get(`/units/${people.south.id}`)).text).not.toContain('Đã Đóng Rồi')
  expect((await me.get(`/units/${closed.id}`)).text).toContain('Đã đóng ngày')
})

test('two hundred units below one are a page; the next leads on', async () => {
  const wide = await people.unit('W', 'Rộng', people.south)
  await house.db.asSuperuser(
    "insert into unit (id, code, name, parent, path) select id, 'W' || n, 'Tổ ' || lpad(n::text, 3, '0'), $1, 'x' from (select gen_random_uuid() as id, n from generate_series(1, 201) n) made",
    [wide.id],
  )
  const first = await me.get(`/units/${wide.id}`)
  expect([first.text.includes('Tổ 200'), first.text.includes('Tổ 201')]).toEqual([true, false])
  expect(first.text).toContain(`/units/${wide.id}?from=200`)
  expect((await me.get(`/units/${wide.id}?from=200`)).text).toContain('Tổ 201')
  const { units, next } = (await me.api('GET', '/v1/units?parent=W')).json()
  expect([units.length, next]).toEqual([200, 200])
})

test('any role reads the tree, a member without one does not, and only administrators see history and forms', async () => {
  expect((await (await house.as(people.lan)).get('/units')).status).toBe(404)
  for (const role of ['overseer', 'auditor', 'reviewer', 'administrator']) {
    const who = await people.person('Có Vai Trò', people.south.id)
    await people.grant(who, role, role === 'auditor' || role === 'administrator' ? null : people.root.id)
    const page = await (await house.as(who)).get(`/units/${people.north.id}`)
    const changes = page.text.includes(`action="/units/${people.north.id}/move"`)
    expect([role, page.status, changes, page.text.includes('Đã có gì thay đổi')]).toEqual([
      role,
      200,
      role === 'administrator',
      role === 'administrator',
    ])
    if (role === 'administrator') continue
    const refused = await (await house.as(who)).post(`/units/${people.north.id}/rename`, { name: 'X' })
    expect([role, refused.status]).toEqual([role, 404])
    const api = await (await house.as(who)).api('PATCH', `/v1/units/${people.north.id}`, { name: 'X' })
    expect([role, api.status]).toEqual([role, 404])
  }
})

test('row security alone keeps the tree from who does not administer it', async () => {
  const changed = async (who: { id: string }, text: string) =>
    house.db.as(who.id, async (tx) => {
      return Number((await sql.raw(text).execute(tx)).numAffectedRows)
    })
  const rename = `update unit set name = 'X' where id = '${people.north.id}'`
  const add = `insert into unit (id, code, name, parent, path) values (gen_random_uuid(), 'Q', 'X', '${people.north.id}', 'x')`
  expect(await changed(people.officer, rename)).toBe(0)
  await expect(changed(people.officer, add)).rejects.toMatchObject({ code: '42501' })
  const local = await people.person('Quản Trị Nhánh', people.south.id)
  await people.grant(local, 'administrator', people.south.id)
  expect(await changed(local, rename)).toBe(0)
  await expect(changed(local, add)).rejects.toMatchObject({ code: '42501' })
  expect(await changed(local, rename.replace(people.north.id, people.south.id))).toBe(1)
})
