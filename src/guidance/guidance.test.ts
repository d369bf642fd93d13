import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type TestHouse, testHouse, type Visitor } from '../../test/support/house.ts'
import { smallOrganisation } from '../../test/support/people.ts'
import { newId } from '../db/index.ts'
import { bringFirst, tellAll } from './index.ts'
import { recount } from './jobs.ts'

let house: TestHouse
let people: Awaited<ReturnType<typeof smallOrganisation>>
let [lan, binh, officer, administrator]: Visitor[] = []
beforeAll(async () => {
  house = await testHouse()
  people = await smallOrganisation(house.db)
  const chief = await people.person('Quản Trị', people.root.id)
  await people.grant(chief, 'administrator', null)
  ;[lan, binh, officer, administrator] = await Promise.all(
    [people.lan, people.binh, people.officer, chief].map((one) => house.as(one)),
  )
})
afterAll(() => house[Symbol.asyncDispose]())

const words = (n: number) => ({
  title: { vi: `Cách khai báo ${n}`, en: `How to declare ${n}` },
  text: { vi: `## Bước ${n}\n\nDán **đường dẫn**.`, en: `## Step ${n}\n\nPaste the **address**.` },
})
type Made = {
  id: string
  due: boolean
  version: { id: string; n: number; material: boolean; acknowledged_at: string | null }
}
const brings = async (n: number, more: object = {}): Promise<Made> => {
  const said = await (administrator as Visitor).api('POST', '/v1/guidance', { ...words(n), ...more })
  expect(said.status, said.text).toBe(201)
  return said.json()
}
const seen = async (who: Visitor, id: string): Promise<Made> => (await who.api('GET', `/v1/guidance/${id}`)).json()
const reads = (who: Visitor, id: string, version: string) => who.api('POST', `/v1/guidance/${id}/read`, { version })
const toldOf = async (person: { id: string }, about: string): Promise<number> =>
  (
    await house.db.asSuperuser("select 1 from notice where person = $1 and kind = 'guidance_new' and about = $2", [
      person.id,
      about,
    ])
  ).rowCount ?? 0

describe('a text', () => {
  test('asks everybody it is for, once, and is done with the acknowledgement', async () => {
    const made = await brings(1, { unit: 'PM1' })
    expect(made.version).toMatchObject({ n: 1, material: true })
    expect(await seen(lan as Visitor, made.id)).toMatchObject({ for_me: true, due: true })
    expect(await seen(binh as Visitor, made.id)).toMatchObject({ for_me: false, due: false })
    expect([await toldOf(people.lan, made.id), await toldOf(people.binh, made.id)]).toEqual([1, 0])
    await tellAll(house.db, made.id)
    expect(await toldOf(people.lan, made.id)).toBe(1)

    const first = (await reads(lan as Visitor, made.id, made.version.id)).json() as Made
    expect(first.due).toBe(false)
    const again = (await reads(lan as Visitor, made.id, made.version.id)).json() as Made
    expect(again.version.acknowledged_at).toBe(first.version.acknowledged_at)
  })

  test('asks again only after a material change', async () => {
    const { id, version } = await brings(2)
    await reads(lan as Visitor, id, version.id)
    const minor = await brings(3, { guidance: id, material: false })
    expect(await seen(lan as Visitor, id)).toMatchObject({ due: false, version: { n: 2, acknowledged_at: null } })
    const material = await brings(4, { guidance: id, material: true })
    expect(await seen(lan as Visitor, id)).toMatchObject({ due: true, version: { n: 3 } })
    for (const old of [version, minor.version])
      expect((await reads(binh as Visitor, id, old.id)).json()).toMatchObject({ code: 'guidance_superseded' })
    await reads(lan as Visitor, id, material.version.id)
    expect((await seen(lan as Visitor, id)).due).toBe(false)
  })

  test('is read on its page, and acknowledged there without a script', async () => {
    const { id, version } = await brings(5)
    const shown = await (lan as Visitor).get(`/guidance/${id}?lang=vi`)
    expect(shown.text).toContain('<h2 class="govuk-heading-m">Bước 5</h2>')
    expect(shown.text).toContain('Tôi đã đọc và hiểu')
    const pressed = await (lan as Visitor).post(`/guidance/${id}/read`, { version: version.id })
    expect([pressed.status, pressed.headers.location]).toEqual([303, `/guidance/${id}`])
    expect((await (lan as Visitor).get(`/guidance/${id}?lang=vi`)).text).toContain(
      'Anh/chị đã xác nhận phiên bản 1 lúc',
    )
    const nowhere = await (lan as Visitor).post(`/guidance/${id}/read`, { version: newId() })
    expect(nowhere.status).toBe(404)
  })

  test('is previewed as it will look, comes back with what was typed, and comes out once', async () => {
    const draft = { version: newId(), material: '1', title_vi: 'Mới', title_en: 'New', text_vi: '- một', text_en: '' }
    const refused = await (administrator as Visitor).post('/guidance/preview?lang=vi', draft)
    expect(refused.status).toBe(422)
    expect(refused.text).toContain('- một')
    const whole = { ...draft, guidance: newId(), text_en: '- one' }
    const shown = await (administrator as Visitor).post('/guidance/preview?lang=vi', whole)
    expect(shown.text).toContain('<li>one</li>')
    for (let sent = 0; sent < 2; sent++)
      expect((await (administrator as Visitor).post('/guidance', whole)).headers.location).toBe(
        `/guidance/${whole.guidance}`,
      )
    const { versions } = (await (lan as Visitor).api('GET', `/v1/guidance/${whole.guidance}`)).json()
    expect(versions).toHaveLength(1)
    const same = await (administrator as Visitor).api('POST', '/v1/guidance', {
      ...{ guidance: whole.guidance, title: { vi: 'Mới', en: 'New' }, text: { vi: '- một', en: '- one' } },
    })
    expect(same.json()).toMatchObject({ code: 'guidance_unchanged' })
  })

  test('comes out by administrators alone, each for whom they administer', async () => {
    for (const who of [lan, officer] as Visitor[])
      expect((await who.api('POST', '/v1/guidance', words(6))).status).toBe(404)
    const branch = await people.person('Quản Nhánh', people.north.id)
    await people.grant(branch, 'administrator', people.north.id)
    const there = await house.as(branch)
    expect((await there.api('POST', '/v1/guidance', words(6))).json()).toMatchObject({ code: 'unit_not_found' })
    expect((await there.api('POST', '/v1/guidance', { ...words(6), unit: 'PM2' })).json()).toMatchObject({
      code: 'unit_not_found',
    })
    const own = (await there.api('POST', '/v1/guidance', { ...words(6), unit: 'PM1' })).json() as Made
    expect(own.version.n).toBe(1)
    const { id } = await brings(7)
    expect((await there.api('POST', '/v1/guidance', { ...words(8), guidance: id })).status).toBe(404)
  })

  test('that ships with the register is there from the start, once, and never over another', async () => {
    const { rows } = await house.db.asSuperuser('select count(*)::int as n from guidance')
    await bringFirst(house.db)
    expect((await house.db.asSuperuser('select count(*)::int as n from guidance')).rows).toEqual(rows)
    await using empty = await testHouse()
    await Promise.all([bringFirst(empty.db), bringFirst(empty.db)])
    const one = await empty.db.asSuperuser('select n, material, published_by from guidance_version')
    expect(one.rows).toEqual([{ n: 1, material: true, published_by: null }])
  })
})

describe('who has not yet', () => {
  test('is listed for the officer of the unit, and leaves a row that the people see', async () => {
    const { id } = await brings(20)
    const rows = async () =>
      (
        await house.db.asSuperuser("select count(*)::int as n from access where unit = $1 and fields = 'roll'", [
          people.north.id,
        ])
      ).rows[0].n
    const before = await rows()
    const { persons, missing } = (await (officer as Visitor).api('GET', `/v1/guidance/${id}/missing?unit=PM1`)).json()
    expect(persons.map(({ name }: { name: string }) => name)).toContain(people.lan.name)
    expect(missing).toBe(persons.length)
    expect(await rows()).toBe(before + 1)
    expect((await (officer as Visitor).get(`/guidance/${id}/missing?unit=PM1&lang=vi`)).text).toContain(people.lan.name)
    for (const who of [lan, administrator] as Visitor[])
      expect((await who.api('GET', `/v1/guidance/${id}/missing?unit=PM1`)).status).toBe(404)
    expect((await (officer as Visitor).api('GET', `/v1/guidance/${id}/missing?unit=PM2`)).status).toBe(404)
  })

  test('is told by SQL to nobody who has not written that row', async () => {
    const { id } = await brings(21)
    const asked = (who: { id: string }) =>
      house.db.as(who.id, async (tx) => {
        const { rows } = await sql`select * from guidance_missing(${id}, ${people.north.id}, 0, 100)`.execute(tx)
        return rows.length
      })
    expect(await asked(people.officer)).toBe(0)
    expect(await asked(people.lan)).toBe(0)
  })

  type Figure = { part: string; unit: string; persons: number | null; acknowledged: number | null }
  const figures = async (who: Visitor, id: string, unit: string): Promise<Map<string, Figure>> => {
    const said = (await who.api('GET', `/v1/guidance/${id}/figures?unit=${unit}`)).json()
    return new Map(said.cells.map((one: Figure) => [`${one.part} ${one.unit}`, one]))
  }
  const counts = async (id: string, figures: Record<string, [persons: number, read: number]>) => {
    await house.db.asSuperuser('delete from guidance_count where guidance = $1', [id])
    for (const [code, [persons, read]] of Object.entries(figures))
      await house.db.asSuperuser(
        'insert into guidance_count (guidance, unit, persons, read) select $1, id, $3, $4 from unit where code = $2',
        [id, code, persons, read],
      )
  }

  test('is a figure above the own unit, for those who bear a role over it', async () => {
    const chief = await people.person('Cấp Trên', people.root.id)
    await people.grant(chief, 'overseer', people.root.id)
    const top = await house.as(chief)
    const { id, version } = await brings(22)
    const crowd = await Promise.all(Array.from({ length: 12 }, (_, n) => people.person(`Người ${n}`, people.north.id)))
    for (const one of crowd.slice(0, 6))
      await house.db.asSuperuser('insert into acknowledgement (person, version) values ($1, $2)', [one.id, version.id])
    await recount(house.db)
    const counted = await house.db.asSuperuser(
      'select sum(persons)::int as persons, sum(read)::int as read from guidance_count where guidance = $1',
      [id],
    )
    const whole = (await figures(top, id, 'DVM')).get('whole DVM')
    expect([whole?.persons, whole?.acknowledged]).toEqual([counted.rows[0].persons, 6])
    expect((await (lan as Visitor).api('GET', `/v1/guidance/${id}/figures?unit=PM1`)).status).toBe(404)
    expect((await (officer as Visitor).api('GET', `/v1/guidance/${id}/figures?unit=PM2`)).status).toBe(404)
    expect((await top.get(`/guidance/${id}/figures?unit=DVM&lang=vi`)).text).toContain('Ngay tại Đơn vị Mẫu')
  })

  test.each([
    ['all large', { DVM: [8, 0], PM1: [30, 20], PM2: [9, 9] }, ['whole DVM', 'here DVM', 'below PM1', 'below PM2']],
    [
      'one small: the next smallest goes with it',
      { DVM: [8, 0], PM1: [30, 0], PM2: [3, 0] },
      ['whole DVM', 'below PM1'],
    ],
    ['few who have read', { DVM: [8, 0], PM1: [30, 2], PM2: [9, 0] }, ['below PM2']],
    ['few who have not', { DVM: [8, 0], PM1: [30, 28], PM2: [9, 0] }, ['whole DVM', 'below PM2']],
    ['two small', { DVM: [2, 0], PM1: [30, 0], PM2: [3, 0] }, ['whole DVM', 'below PM1']],
    ['nobody right there', { PM1: [30, 0], PM2: [3, 0] }, ['whole DVM', 'here DVM']],
    ['few in all', { PM1: [4, 0] }, ['here DVM', 'below PM2']],
  ] as const)('no cell tells of fewer than five, nor follows from the others: %s', async (_, given, shown) => {
    const { id } = await brings(23 + Math.floor(Math.random() * 1e6))
    await counts(id, given as never)
    const cells = await figures(administrator as Visitor, id, 'DVM')
    expect([...cells].filter(([, { persons }]) => persons !== null).map(([name]) => name)).toEqual(shown)
  })

  test('what is left out of a sheet is left out on the own sheet of that unit too', async () => {
    const { id } = await brings(24)
    await counts(id, { DVM: [8, 0], PM1: [6, 0], PM2: [3, 0] })
    expect((await figures(administrator as Visitor, id, 'DVM')).get('below PM1')?.persons).toBe(null)
    expect((await figures(administrator as Visitor, id, 'PM1')).get('whole PM1')?.persons).toBe(null)
    expect((await figures(officer as Visitor, id, 'PM1')).get('whole PM1')?.persons).toBe(6)
  })
})

describe('by SQL, a request', () => {
  test('acknowledges for nobody else, takes nothing back, and writes no text', async () => {
    const { id, version } = await brings(30)
    const raw = (statement: ReturnType<typeof sql>) => house.db.as(people.lan.id, (tx) => statement.execute(tx))
    const refused = { code: '42501' }
    await expect(
      raw(sql`insert into acknowledgement (person, version) values (${people.binh.id}, ${version.id})`),
    ).rejects.toMatchObject(refused)
    await expect(raw(sql`delete from acknowledgement`)).rejects.toMatchObject(refused)
    await expect(raw(sql`update guidance_version set guide_vi = 'x' where guidance = ${id}`)).rejects.toMatchObject(
      refused,
    )
    await expect(raw(sql`insert into guidance (id) values (${newId()})`)).rejects.toMatchObject(refused)
    expect(
      await house.db.as(
        people.binh.id,
        async (tx) => (await sql`select * from acknowledgement`.execute(tx)).rows.length,
      ),
    ).toBe(0)
  })
})
