import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type TestHouse, testHouse, type Visitor } from '../../test/support/house.ts'
import { textOfPdf } from '../../test/support/pdf.ts'
import { smallOrganisation } from '../../test/support/people.ts'
import { today as dayIn, newId } from '../db/index.ts'
import { countCampaign } from './jobs.ts'
import { atWork, gatherSome, sendWave } from './store.ts'

const zone = 'Asia/Ho_Chi_Minh'
const today = dayIn(zone)
let house: TestHouse
let people: Awaited<ReturnType<typeof smallOrganisation>>
let officer: Visitor
let overseer: Visitor
const sql = async (text: string, ...values: unknown[]) => (await house.db.asSuperuser(text, values)).rows

beforeAll(async () => {
  house = await testHouse()
  people = await smallOrganisation(house.db)
  const above = await people.person('Trần Thị Trên', people.root.id)
  await people.grant(above, 'overseer', people.root.id)
  const beside = await people.person('Phạm Văn Bên', people.south.id)
  await people.grant(beside, 'officer', people.south.id)
  officer = await house.as(people.officer)
  overseer = await house.as(above)
  await sql("update attestation_duty set state = 'never_asked'")
})
afterAll(() => house[Symbol.asyncDispose]())
beforeEach(async () => {
  await sql('delete from campaign_message; delete from campaign_cell; delete from campaign')
  await sql("delete from outgoing_mail; delete from notice where kind like 'campaign%'")
})

/** People of a unit, each in this state of the attestation. */
async function enter(unit: string, state: string, n: number, mail = false): Promise<string[]> {
  const ids: string[] = []
  for (let i = 0; i < n; i++) {
    const { id } = await people.person(`Người ${state} ${i}`, unit)
    await sql('update roll set attestation = $2 where person = $1', id, state)
    if (mail) await sql("insert into mail_address (person, address, lang) values ($1, $2, 'vi')", id, `${id}@donvi.vn`)
    ids.push(id)
  }
  return ids
}
const leave = () => sql("update person set left_at = now() where name like 'Người %'")

const form = (more: Record<string, string> = {}) => ({
  ...{ id: newId(), unit: 'PM1', task: 'attest', whom: 'both', guidance: '', steps: '2', gap_days: '3' },
  ...{ per_wave: '10', wave_minutes: '15', per_day: '1000', from_hour: '7', until_hour: '20', days: 'all', ...more },
})
async function prepared(more: Record<string, string> = {}, by = officer): Promise<string> {
  const { headers } = await by.post('/campaigns', form(more))
  return String(headers.location).replace('/campaigns/', '')
}
const one = async (id: string, by = officer) => (await by.api('GET', `/v1/campaigns/${id}`)).json()
/** A wave without asking the clock, which the table tests of rules.ts do. */
async function wave(id: string, most = 1_000, day = today): Promise<number> {
  while (await house.db.under('reminder', (tx) => gatherSome(tx, id, day, 7)));
  const now = (await house.db.under('reminder', (tx) => atWork(tx, day))).find((at) => at.id === id)
  return house.db.under('reminder', (tx) => sendWave(tx, id, now?.waves ?? -1, day, most))
}
const told = async (id: string) =>
  (await sql("select key, count(*)::int as n from notice where key like $1 || '.%' group by key order by key", id)).map(
    ({ key, n }) => [key.slice(-1), n],
  )
const later = (days: number) => new Date(Date.parse(today) + days * 86_400_000).toISOString().slice(0, 10)

describe('a campaign', () => {
  test('shows before it starts everybody once, asked or why not, and tells nobody', async () => {
    await enter(people.north.id, 'due', 3, true)
    await enter(people.north.id, 'overdue', 2)
    await enter(people.north.id, 'attested', 4)
    await enter(people.north.id, 'exempt', 1)
    const id = await prepared()
    const draft = await one(id)
    expect(draft).toMatchObject({ state: 'draft', told: 0, asked: 0 })
    expect(draft.parts).toEqual([
      { part: 'mailed', n: 3 },
      { part: 'unmailed', n: 2 },
      { part: 'done', n: 4 },
      { part: 'away', n: 1 },
      { part: 'not_asked', n: 2 }, // Lan and the officer
    ])
    const page = await officer.get(`/campaigns/${id}`)
    expect(page.text).toContain('Bắt đầu: nhắc 5 người')
    expect(page.text).toContain('12 người')
    expect(await wave(id)).toBe(0)
    expect(await told(id)).toEqual([])
    await leave()
  })

  test('tells each once a step in waves, spares who has done it meanwhile, stops, goes on, and is done when nobody waits', async () => {
    const [first, second, ...rest] = await enter(people.north.id, 'overdue', 6)
    const id = await prepared()
    expect((await officer.post(`/campaigns/${id}/start`)).headers.location).toBe(`/campaigns/${id}`)
    expect(await wave(id, 2)).toBe(2)
    await officer.post(`/campaigns/${id}/stop`)
    expect(await wave(id)).toBe(0)
    await officer.post(`/campaigns/${id}/resume`)
    const waiting = await sql(
      "select person from campaign_message where campaign = $1 and state = 'waiting' and step = 1 order by person",
      id,
    )
    await sql("update roll set attestation = 'attested' where person = $1", waiting[0].person)
    expect(await wave(id)).toBe(3)
    expect(await told(id)).toEqual([['1', 5]])
    expect(await wave(id)).toBe(0) // the second time is three days later
    expect(await one(id)).toMatchObject({ state: 'running', asked: 6, told: 5, spared: 1 })
    const done = [first, second, ...rest].find((person) => person !== waiting[0].person)
    await sql("update roll set attestation = 'attested_none' where person = $1", done)
    expect(await wave(id, 1_000, later(3))).toBe(4)
    expect(await told(id)).toEqual([
      ['1', 5],
      ['2', 4],
    ])
    expect(await one(id)).toMatchObject({ state: 'done', told: 9, spared: 2 })
    await countCampaign({ db: house.db, today: () => today }, id)
    const { cells } = (await officer.api('GET', `/v1/campaigns/${id}/figures?unit=PM1`)).json()
    expect(cells[0]).toMatchObject({ part: 'whole', asked: 6, told: 5, done: 2 })
    await leave()
  })

  test('sent off by two at once goes out once', async () => {
    await enter(people.north.id, 'due', 5)
    const id = await prepared()
    await officer.post(`/campaigns/${id}/start`)
    const sent = await Promise.all([wave(id), wave(id), wave(id)])
    expect(sent.reduce((sum, n) => sum + n)).toBe(5)
    expect(await told(id)).toEqual([['1', 5]])
    await leave()
  })

  test('leads to the page of whoever is told, says so by mail where there is an address, and two on one day tell nobody twice', async () => {
    const [who] = await enter(people.north.id, 'due', 1, true)
    const [a, b] = [await prepared(), await prepared({ per_wave: '9' })]
    for (const id of [a, b]) await officer.post(`/campaigns/${id}/start`)
    expect([await wave(a), await wave(b)]).toEqual([1, 0])
    expect(await wave(b, 10, later(1))).toBe(1)
    expect(await sql('select kind, about from notice where person = $1', who)).toEqual([
      { kind: 'campaign_attest', about: null },
      { kind: 'campaign_attest', about: null },
    ])
    expect(await sql('select from outgoing_mail where person = $1', who)).toHaveLength(2)
    await leave()
  })

  test('of a text asks whom the text asks, and spares who has read it and who is away', async () => {
    const [text, version] = [newId(), newId()]
    await sql('insert into guidance (id, unit) values ($1, $2)', text, people.north.id)
    await sql(
      "insert into guidance_version (id, guidance, n, material, title_vi, title_en, guide_vi, guide_en) values ($2, $1, 1, true, 'Giữ trang', 'Keep', 'x', 'x')",
      text,
      version,
    )
    const [reader, away, asked] = await enter(people.north.id, 'due', 3)
    await sql('insert into acknowledgement (person, version) values ($1, $2)', reader, version)
    await sql(
      "insert into absence (id, person, kind, from_on, until_on) values (gen_random_uuid(), $1, 'leave', current_date - 1, current_date + 1)",
      away,
    )
    const id = await prepared({ task: 'read', guidance: text })
    expect((await one(id)).parts).toEqual([
      { part: 'unmailed', n: 3 }, // with Lan and the officer
      { part: 'done', n: 1 },
      { part: 'away', n: 1 },
    ])
    await officer.post(`/campaigns/${id}/start`)
    expect(await wave(id)).toBe(3)
    expect(await sql('select about from notice where person = $1 and kind = $2', asked, 'campaign_read')).toEqual([
      { about: text },
    ])
    await leave()
  })
})

test('whom no mail reaches has a letter to print, one page each, for the officer of the unit alone, who leaves a row', async () => {
  const [paper, unmailed] = await enter(people.north.id, 'overdue', 2)
  await enter(people.north.id, 'due', 1, true)
  const [bounced] = await enter(people.north.id, 'overdue', 1, true)
  await sql('update mail_address set bounced_at = now() where person = $1', bounced)
  await sql("update person set name = 'Người Cần Giấy' where id = $1", paper)
  await sql("update roll set attestation = 'attested' where person = $1", unmailed)
  const id = await prepared()
  const before = await sql("select from access where unit = $1 and purpose = 'list'", people.north.id)
  const { status, headers, bytes } = await officer.get(`/campaigns/${id}/letters?unit=PM1`)
  expect([status, headers['content-type']]).toEqual([200, 'application/pdf'])
  expect(await sql("select from access where unit = $1 and purpose = 'list'", people.north.id)).toHaveLength(
    before.length + 1,
  )
  const pages = textOfPdf(bytes)
  expect(pages).toHaveLength(2)
  expect(pages.join(' ').replaceAll('\n', ' ')).toContain('Người Cần Giấy')
  expect(pages.join(' ')).not.toContain('Người due')
  expect((await officer.get(`/campaigns/${id}/letters?unit=PM2`)).status).toBe(404)
  expect((await overseer.get(`/campaigns/${id}/letters?unit=PM1`)).status).toBe(404)
  await leave()
})

describe('who sees what', () => {
  test('names are for the officer of the unit and leave a row; above there are figures', async () => {
    await enter(people.north.id, 'due', 6)
    const id = await prepared({ unit: 'DVM' }, overseer)
    expect((await overseer.get(`/campaigns/${id}`)).status).toBe(200)
    expect((await overseer.get(`/campaigns/${id}/people?unit=PM1`)).status).toBe(404)
    expect((await overseer.get(`/campaigns/${id}`)).text).not.toContain('Người due')
    expect((await officer.get(`/campaigns/${id}`)).status).toBe(404) // a unit below does not see what is above
    const own = await prepared()
    const before = await sql("select from access where unit = $1 and purpose = 'list'", people.north.id)
    const list = await officer.get(`/campaigns/${own}/people?unit=PM1`)
    expect([list.status, list.text.includes('Người due 0')]).toEqual([200, true])
    expect(await sql("select from access where unit = $1 and purpose = 'list'", people.north.id)).toHaveLength(
      before.length + 1,
    )
    expect((await officer.get(`/campaigns/${own}/people?unit=PM2`)).status).toBe(404)
    await leave()
  })

  test('of fewer than five people of others’ units nothing is told, nor can it be reckoned; the sum stays whole', async () => {
    await enter(people.north.id, 'due', 7)
    await enter(people.south.id, 'overdue', 2)
    await enter(people.south.id, 'attested', 12)
    await enter(people.south.id, 'exempt', 3)
    const id = await prepared({ unit: 'DVM' }, overseer)
    const { parts } = await one(id, overseer)
    const sum = parts.reduce((all: number, { n }: { n: number }) => all + n, 0)
    expect(sum).toBe(Number((await sql('select count(*) as n from roll where unit is not null'))[0].n))
    for (const { n } of parts) expect(n).toBeGreaterThanOrEqual(5)
    expect(parts.map(({ part }: { part: string }) => part)).toContain('together')
    const { cells } = (await overseer.api('GET', `/v1/campaigns/${id}/figures?unit=DVM`)).json()
    const south = cells.find(({ unit }: { unit: string }) => unit === 'PM2')
    expect(south).toMatchObject({ persons: null, asked: null })
    // Were one alone left out, the whole less the others would be it.
    const hidden = cells.filter(({ persons }: { persons: number | null }) => persons === null)
    expect(hidden.length).toBeGreaterThan(1)
    await leave()
  })

  test('nobody else sees a campaign, starts one over others, or starts it by a list of codes', async () => {
    const id = await prepared()
    const lan = await house.as(people.lan)
    expect((await lan.get('/campaigns')).status).toBe(404)
    expect((await lan.get(`/campaigns/${id}`)).status).toBe(404)
    expect((await lan.post(`/campaigns/${id}/start`)).status).toBe(404)
    for (const unit of ['PM2', 'DVM', 'KHONG-CO', '']) {
      const refused = await officer.post('/campaigns', form({ unit }))
      expect([unit, refused.status]).toEqual([unit, 422])
    }
    await sql("update role_held set to_at = now() - interval '1 second' where person = $1", people.officer.id)
    expect((await officer.post(`/campaigns/${id}/start`)).status).toBe(404)
    await sql('update role_held set to_at = null where person = $1', people.officer.id)
  })

  test('what was typed stays when it is refused', async () => {
    const refused = await officer.post('/campaigns', form({ per_wave: 'nhiều' }))
    expect([refused.status, refused.text.includes('value="nhiều"')]).toEqual([422, true])
    expect((await officer.post('/campaigns', form({ task: 'read' }))).status).toBe(422)
  })
})

test('its progress comes as events while it runs, and ends when it runs no more', async () => {
  await enter(people.north.id, 'due', 1)
  const id = await prepared({ steps: '1' })
  await officer.post(`/campaigns/${id}/start`)
  const events = officer.get(`/campaigns/${id}/progress`)
  expect(await wave(id)).toBe(1)
  const { headers, text } = await events
  expect(headers['content-type']).toMatch('text/event-stream')
  const said = [...text.matchAll(/^data: (.*)$/gm)].map(([, data]) => JSON.parse(data as string))
  expect(said.at(-1)).toMatchObject({ state: 'done', told: 1 })
  await leave()
})
