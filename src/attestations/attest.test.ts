import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { declared } from '../../test/house/declared.ts'
import { type TestHouse, testHouse, type Visitor } from '../../test/support/house.ts'
import { smallOrganisation } from '../../test/support/people.ts'
import { today as dayIn } from '../db/index.ts'
import { addDays } from './rules.ts'

let house: TestHouse
let people: Awaited<ReturnType<typeof smallOrganisation>>
let lan: { id: string }
let me: Visitor
const today = dayIn('Asia/Ho_Chi_Minh')
const sql = async (text: string, ...values: unknown[]) => (await house.db.asSuperuser(text, values)).rows

beforeAll(async () => {
  house = await testHouse()
  people = await smallOrganisation(house.db)
})
afterAll(() => house[Symbol.asyncDispose]())
let n = 0
beforeEach(async () => {
  lan = await people.person(`Nguyễn Thị Lan ${++n}`, people.north.id)
  me = await house.as(lan)
})

const open = (who = lan, due = addDays(today, 20)) =>
  sql(
    "update attestation_duty set opens_on = $2::date - 60, due_on = $2::date, answered = false, state = case when $2::date < $3::date then 'overdue' else 'due' end, lapsed_at = case when $2::date < $3::date then now() end where person = $1",
    who.id,
    due,
    today,
  )
const site = (name: string, more = {}) => declared(house.db, lan, `https://${name}-${n}.example.com/`, more)
const roll = async (who = lan) =>
  (await sql('select attestation, due_on::text, pages from roll where person = $1', who.id))[0]
const filed = () => sql('select id, said, pages from attestation where person = $1', lan.id)

describe('on one page', () => {
  test('every page with four answers; what was answered is kept without sending, and fills the list in', async () => {
    const [a, b] = [await site('a'), await site('b')]
    await open()
    const first = await me.get('/attestations')
    expect(first.text).toContain(`page-${a.id}`)
    for (const word of ['Vẫn của tôi', 'Có thay đổi', 'Đã đóng', 'Không còn giữ']) expect(first.text).toContain(word)
    expect(first.text).not.toContain('checked')
    const kept = await me.post('/attestations', { [`page-${a.id}`]: 'still_mine', press: 'keep' })
    expect(kept).toMatchObject({ status: 303, headers: { location: '/attestations?kept' } })
    expect((await me.get('/attestations')).text.match(/ checked/g)).toHaveLength(1)
    expect(await filed()).toEqual([])
    const all = await me.post('/attestations', { press: 'all_still' })
    expect(all.status).toBe(303)
    const answers = await sql('select declaration, answer from attestation_answer where person = $1', lan.id)
    expect(answers).toEqual(expect.arrayContaining([{ declaration: b.id, answer: 'still_mine' }]))
    expect(await filed()).toEqual([])
  })

  test('sent with one page unanswered nothing is filed, the others are kept, and the page says which', async () => {
    const [a, b] = [await site('a'), await site('b')]
    await open()
    const sent = await me.post('/attestations', { [`page-${a.id}`]: 'closed', press: 'send' })
    expect(sent.status).toBe(422)
    expect(sent.text).toContain(`href="#page-${b.id}"`)
    expect(sent.text.match(/ checked/g)).toHaveLength(1)
    expect(await filed()).toEqual([])
    expect(await sql('select n from declaration_version where declaration = $1', a.id)).toHaveLength(1)
  })

  test('sent whole it gives a receipt, and the roll says so in the same moment', async () => {
    const a = await site('a')
    await open()
    const sent = await me.post('/attestations', { [`page-${a.id}`]: 'still_mine', press: 'send' })
    expect(sent.headers.location).toMatch(/^\/attestations\/[0-9a-f-]{36}$/)
    const receipt = await me.get(sent.headers.location as string)
    expect(receipt.text).toContain('Đã nhận xác nhận')
    expect(receipt.text).toMatch(/BN-[0-9A-Z]{4}-[0-9A-Z]{4}/)
    expect(receipt.text).toContain('Nguyễn Thị Lan')
    expect(await roll()).toMatchObject({ attestation: 'attested' })
    expect((await me.get('/attestations')).text).toContain('Anh/chị đã xác nhận kỳ này')
    const again = await me.post('/attestations', { [`page-${a.id}`]: 'closed', press: 'send' })
    expect(again.headers.location).toBe(sent.headers.location)
    expect(await sql('select n from declaration_version where declaration = $1', a.id)).toHaveLength(1)
  })

  test('whoever has no page says so in one tap', async () => {
    await open()
    expect((await me.get('/attestations')).text).toContain('Tôi không có trang nào')
    const sent = await me.post('/attestations', { press: 'send' })
    expect((await me.get(sent.headers.location as string)).text).toContain('Không có trang nào')
    expect(await roll()).toMatchObject({ attestation: 'attested_none' })
    expect(await filed()).toMatchObject([{ said: 'none', pages: 0 }])
  })

  test('closed begins the closing, no longer in control ends the page, changed leads to it', async () => {
    const [still, changed, closed, lost] = [await site('s'), await site('t'), await site('u'), await site('v')]
    await open()
    const form = {
      [`page-${still.id}`]: 'still_mine',
      [`page-${changed.id}`]: 'changed',
      [`page-${closed.id}`]: 'closed',
      [`page-${lost.id}`]: 'not_in_control',
    }
    const sent = await me.post('/attestations', form)
    const states = await sql('select id, state from declaration_now where person = $1 order by id', lan.id)
    expect(states).toEqual([
      { id: still.id, state: 'active' },
      { id: changed.id, state: 'active' },
      { id: closed.id, state: 'closing' },
      { id: lost.id, state: 'lost' },
    ])
    const receipt = await me.get(sent.headers.location as string)
    for (const page of [changed, closed]) expect(receipt.text).toContain(`href="/declarations/${page.id}"`)
    expect(receipt.text).not.toContain(`href="/declarations/${still.id}"`)
    expect((await sql('select act from receipt where person = $1 order by act', lan.id)).map(({ act }) => act)).toEqual(
      ['closing_stated', 'lost'],
    )
    expect(await roll()).toMatchObject({ attestation: 'attested', pages: 3 })
  })

  test('a page with an open incident is not asked about, and stays as it is', async () => {
    const a = await site('a', { visibility: 'confirmable', level: 2 })
    await sql("update declaration_version set state = 'frozen' where declaration = $1", a.id)
    await open()
    expect((await me.get('/attestations')).text).toContain('có sự cố đang mở')
    const sent = await me.post('/attestations', { [`page-${a.id}`]: 'not_in_control' })
    expect(sent.status).toBe(303)
    expect(await sql('select state from declaration_now where id = $1', a.id)).toEqual([{ state: 'frozen' }])
    expect(await filed()).toMatchObject([{ said: 'accounts', pages: 0 }])
  })

  test('an answer about somebody else’s page counts for nothing', async () => {
    const other = await people.person('Người Khác', people.north.id)
    const theirs = await declared(house.db, other, `https://khac-${n}.example.com/`)
    await open()
    expect((await me.post('/attestations', { [`page-${theirs.id}`]: 'not_in_control' })).status).toBe(303)
    expect(await sql('select state from declaration_now where id = $1', theirs.id)).toEqual([{ state: 'active' }])
    expect(await sql('select from attestation_answer where declaration = $1', theirs.id)).toEqual([])
  })

  test('before the window there is nothing to send, and the page says when', async () => {
    await open(lan, addDays(today, 61))
    const sent = await me.post('/attestations', { press: 'send' })
    expect(sent.status).toBe(409)
    expect((await me.get('/attestations')).text).toContain('Chưa đến kỳ xác nhận')
    expect(await filed()).toEqual([])
  })

  test('somebody else’s receipt is not there', async () => {
    await open()
    const { location } = (await me.post('/attestations', { press: 'send' })).headers
    const other = await house.as(people.officer)
    expect((await other.get(location as string)).status).toBe(404)
    expect((await other.api('GET', `/v1${location}`)).status).toBe(404)
  })
})

describe('in public', () => {
  const answer = async (address: string) =>
    (await house.asPublic().api('GET', `/v1/verify?url=${encodeURIComponent(address)}`)).json()

  test('a date that went by leaves a page confirmed, not current since; to attest makes it current', async () => {
    const a = await site('pub', { visibility: 'confirmable', level: 2 })
    expect(await answer(a.canonical)).toMatchObject({ answer: 'confirmed', current: true })
    await open(lan, addDays(today, -3))
    expect(await answer(a.canonical)).toMatchObject({ answer: 'confirmed', current: false, since: expect.any(String) })
    // Whatever writes the answer anew says the same.
    await sql('select publish($1)', a.canonical)
    expect(await answer(a.canonical)).toMatchObject({ current: false })
    expect((await me.get('/attestations')).text).toContain('Anh/chị vẫn xác nhận được')
    await me.post('/attestations', { [`page-${a.id}`]: 'still_mine' })
    expect(await answer(a.canonical)).toMatchObject({ answer: 'confirmed', current: true })
    expect(await roll()).toMatchObject({ attestation: 'attested' })
  })

  test('a page that is declared while the date is past is not current either', async () => {
    await open(lan, addDays(today, -3))
    const a = await site('later', { visibility: 'confirmable', level: 2 })
    expect(await answer(a.canonical)).toMatchObject({ current: false })
  })

  test('a page no longer in control is unconfirmed at once', async () => {
    const a = await site('gone', { visibility: 'confirmable', level: 2 })
    await open()
    await me.post('/attestations', { [`page-${a.id}`]: 'not_in_control' })
    expect(await answer(a.canonical)).toEqual({ answer: 'unconfirmed' })
  })
})

describe('by a script', () => {
  test('the list, some answers kept, the rest sent, once for a key', async () => {
    const [a, b] = [await site('a'), await site('b')]
    await open()
    const mine = (await me.api('GET', '/v1/attestations')).json()
    expect(mine).toMatchObject({ state: 'due', open: true, due_on: addDays(today, 20), attestations: [] })
    expect(mine.pages).toHaveLength(2)
    const kept = await me.api('POST', '/v1/attestations', {
      answers: [{ declaration: a.id, answer: 'still_mine' }],
      send: false,
    })
    expect(kept.json().pages).toEqual(
      expect.arrayContaining([expect.objectContaining({ declaration: a.id, answer: 'still_mine' })]),
    )
    const missing = await me.api('POST', '/v1/attestations', { answers: [] })
    expect([missing.status, missing.json().code, missing.json().missing]).toEqual([422, 'answers_missing', [b.id]])
    const body = { answers: [{ declaration: b.id, answer: 'closed' }] }
    const key = { 'idempotency-key': `k-${n}` }
    const sent = await me.api('POST', '/v1/attestations', body, key)
    expect([sent.status, sent.json().pages, sent.json().said]).toEqual([201, 2, 'accounts'])
    expect((await me.api('POST', '/v1/attestations', body, key)).json()).toEqual(sent.json())
    expect((await me.api('GET', `/v1/attestations/${sent.json().id}`)).json()).toEqual(sent.json())
    expect((await me.api('GET', '/v1/attestations')).json()).toMatchObject({ state: 'attested', open: false })
  })

  test('a token that may only read sends nothing', async () => {
    await open()
    await sql("update api_token set scopes = '{read}' where person = $1", lan.id)
    expect((await me.api('GET', '/v1/attestations')).status).toBe(200)
    expect((await me.api('POST', '/v1/attestations', {})).status).toBe(403)
    expect(await filed()).toEqual([])
  })
})

describe('the cycles', () => {
  test('an administrator sets them by kind; what is no cycle is refused beside its field', async () => {
    const chief = await people.person('Đỗ Văn Q', people.root.id)
    await people.grant(chief, 'administrator', null)
    const admin = await house.as(chief)
    const form = { kind: '', months: '12', month: '10', spread_days: '90' }
    expect((await admin.post('/attestations/cycles', form)).status).toBe(303)
    expect((await admin.get('/attestations/cycles')).text).toContain('rải trong 90 ngày')
    for (const [field, wrong] of Object.entries({ kind: 'tổ', months: '5', month: '13', spread_days: '181' })) {
      const refused = await admin.post('/attestations/cycles', { ...form, [field]: wrong })
      expect([field, refused.status]).toEqual([field, 422])
      expect(refused.text).toContain(`href="#${field}"`)
    }
    expect(
      (await admin.api('POST', '/v1/attestations/cycles', { months: 6, month: 1, spread_days: 30 })).json(),
    ).toEqual({
      cycles: [{ kind: '', units: 3, months: 6, month: 1, spread_days: 30 }],
    })
    expect((await me.get('/attestations/cycles')).status).toBe(404)
  })
})
