import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { sessionOf } from '../../../test/house/wall.ts'
import { type TestHouse, testHouse, type Visitor } from '../../../test/support/house.ts'
import { smallOrganisation } from '../../../test/support/people.ts'
import { importFile } from '../../imports/index.ts'
import { uploads } from '../../imports/tests/uploads.ts'

let house: TestHouse
let small: Awaited<ReturnType<typeof smallOrganisation>>
let people: Awaited<ReturnType<typeof anew>>
let lan: Visitor
let n = 0
beforeAll(async () => {
  house = await testHouse()
  small = await smallOrganisation(house.db)
})
afterAll(() => house[Symbol.asyncDispose]())
beforeEach(async () => {
  for (const table of ['notice', 'offered_account', 'draft', 'access']) await rowsOf(`delete from ${table}`)
  await rowsOf('update person set ref = null')
  people = await anew()
  lan = await house.as(people.lan)
})

/** A unit with its officer and a member, and somebody elsewhere. */
async function anew() {
  n++
  const [north, south] = [
    await small.unit(`A${n}`, `Phòng A${n}`, small.root),
    await small.unit(`B${n}`, `Phòng B${n}`, small.root),
  ]
  const [lan, officer] = [await small.person('Nguyễn Thị Lan', north.id), await small.person('Lê Văn C', north.id)]
  const binh = await small.person('Trần Văn Bình', south.id)
  await small.grant(officer, 'officer', north.id)
  await rowsOf("update person set unit_ref = 'L1' where id = $1", lan.id)
  await rowsOf("update person set ref = 'B1' where id = $1", binh.id)
  return { ...small, north, south, lan, officer, binh }
}

const rowsOf = async (text: string, ...values: unknown[]) => (await house.db.asSuperuser(text, values)).rows
const list = (...accounts: readonly string[]) => `person_id,accounts\nL1,"${accounts.join('; ')}"\n`
/** The officer of the unit brings a list. */
async function brought(...accounts: readonly string[]) {
  const sends = await uploads(house, people.officer)
  const { body } = await sends.written('accounts', list(...accounts))
  return { sends, id: body.id as string }
}
type Shown = { id: string; typed: string; answer: string | null; declaration: string | null; receipt: string | null }
const waiting = async (who = lan, query = '') =>
  (await who.api('GET', `/v1/declarations/offered${query}`)).json().offers as Shown[]
const say = async (answers: readonly { id: string; answer: string | null }[], who = lan) =>
  (await who.api('POST', '/v1/declarations/offered', { answers })).json().answers
const idOf = (offers: readonly Shown[], typed: string) => offers.find((one) => one.typed === typed)?.id as string
const pages = async () => (await lan.api('GET', '/v1/declarations')).json().declarations

describe('an account that a list names', () => {
  test('stands on the front page of its person as a question, and nothing is declared', async () => {
    await brought('https://facebook.com/lan.mau', 'x.com/lan_mau')
    const { text } = await lan.get('/declarations?lang=vi')
    expect(text).toContain('Danh sách của đơn vị ghi 2 tài khoản: có phải của anh/chị không?')
    expect(text.replaceAll('<wbr/>', '')).toContain('Facebook: facebook.com/lanmau')
    expect(text).not.toContain('Khai tiếp')
    expect(await pages()).toEqual([])
    expect((await (await house.as(people.binh)).get('/declarations?lang=vi')).text).not.toContain('tài khoản: có phải')
  })

  test('becomes a declaration like any other once it is theirs: private, at level 0, with a receipt', async () => {
    await brought('https://facebook.com/lan.mau')
    const [offer] = (await waiting()) as [Shown]
    const [told] = await say([{ id: offer.id, answer: 'mine' }])
    expect(told).toEqual({ id: offer.id, declaration: expect.any(String), receipt: expect.stringMatching(/^BN-/) })
    expect(await pages()).toMatchObject([
      { id: told.declaration, level: 0, visibility: 'private', state: 'active', manager: 'alone' },
    ])
    expect((await lan.get(`/receipts/${told.receipt}`)).status).toBe(200)
    expect([await waiting(), await rowsOf('select id from draft')]).toEqual([[], []])
    expect(await waiting(lan, '?answered=yes')).toMatchObject([
      { answer: 'mine', declaration: told.declaration, receipt: told.receipt },
    ])
    // Said twice, it was said the first time.
    expect(await say([{ id: offer.id, answer: 'mine' }])).toEqual([told])
  })

  test('that is not theirs, or closed, declares nothing, and a slip is taken back', async () => {
    await brought('https://facebook.com/lan.mau', 'x.com/lan_mau')
    const offers = await waiting()
    const [facebook, x] = [idOf(offers, 'https://facebook.com/lan.mau'), idOf(offers, 'x.com/lan_mau')]
    expect(
      await say([
        { id: facebook, answer: 'not_mine' },
        { id: x, answer: 'closed' },
      ]),
    ).toEqual([{ id: facebook }, { id: x }])
    expect([await pages(), await waiting(), await rowsOf('select id from draft')]).toEqual([[], [], []])
    await say([{ id: facebook, answer: null }])
    expect(await waiting()).toMatchObject([{ id: facebook, answer: null }])
    expect(await rowsOf("select address ->> 'canonical' as c from draft")).toEqual([
      { c: 'https://www.facebook.com/lanmau' },
    ])
    await say([{ id: x, answer: 'mine' }]) // also without taking the first answer back
    expect(await pages()).toHaveLength(1)
    expect(await say([{ id: x, answer: 'not_mine' }])).toEqual([{ id: x, refused: 'filed_already' }])
  })

  test('several are answered in one go by the form, and what is left out waits', async () => {
    await brought('https://facebook.com/lan.mau', 'x.com/lan_mau', 'tiktok.com/@lan.mau')
    const [a, b, c] = (await waiting()).map(({ id }) => id)
    const sent = await lan.post('/declarations/offered', { [`of-${a}`]: 'mine', [`of-${b}`]: 'not_mine' })
    expect([sent.status, sent.headers.location]).toEqual([303, '/declarations/offered'])
    expect((await waiting()).map(({ id }) => id)).toEqual([c])
    expect((await lan.get('/declarations/offered?lang=vi')).text).toContain('Không phải của tôi, trả lời ngày')
    const empty = await lan.post('/declarations/offered', {})
    expect([empty.status, empty.text.includes('Hãy trả lời ít nhất một tài khoản.')]).toEqual([422, true])
    await lan.post('/declarations/offered/again', { offer: b as string })
    expect((await waiting()).map(({ id }) => id)).toEqual([b, c])
    expect((await lan.post('/declarations/offered/again', { offer: a as string })).status).toBe(409)
  })

  test('is not doubled where it is declared already: the declaration that stands is recognised', async () => {
    const filed = (await lan.api('POST', '/v1/declarations', { address: 'https://facebook.com/lan.mau' })).json()
    await brought('https://www.facebook.com/LAN.MAU')
    const [offer] = (await waiting()) as [Shown]
    expect((await lan.get('/declarations/offered?lang=vi')).text).toContain('Anh/chị đã khai báo trang này.')
    expect(await say([{ id: offer.id, answer: 'mine' }])).toEqual([
      { id: offer.id, declaration: filed.id, receipt: filed.receipt },
    ])
    expect(await pages()).toHaveLength(1)
  })

  test('is answered by whichever way its person declares it', async () => {
    await brought('https://facebook.com/lan.mau', 'x.com/lan_mau')
    const filed = await lan.api('POST', '/v1/declarations', { address: 'https://facebook.com/lan.mau' })
    expect(await waiting(lan, '?answered=yes')).toMatchObject([{ answer: 'mine', declaration: filed.json().id }])
    const [draft] = await rowsOf("select id from draft where address ->> 'canonical' like '%x.com%'")
    await lan.post(`/drafts/${draft.id}`, { manager: 'shared' })
    const receipt = await lan.post(`/drafts/${draft.id}/file`)
    expect(receipt.headers.location).toMatch(/^\/receipts\/BN-/)
    expect([await waiting(), await pages()]).toMatchObject([[], [{ manager: 'shared' }, { manager: 'alone' }]])
  })

  test('keeps what its person wrote in the draft of it', async () => {
    await brought('https://facebook.com/lan.mau')
    const [{ id }] = await rowsOf('select id from draft')
    await lan.post(`/drafts/${id}`, { manager: 'shared', since_year: '2019' })
    expect((await lan.get('/declarations?lang=vi')).text).toContain('Khai tiếp facebook.com/lanmau')
    await say([{ id: ((await waiting()) as [Shown])[0].id, answer: 'mine' }])
    expect(await pages()).toMatchObject([{ manager: 'shared', since: '2019' }])
  })

  test('where no account was recognised can be not theirs, and is not declared', async () => {
    await brought('Lan Mẫu trên mạng')
    const [offer] = (await waiting()) as [Shown]
    expect(await say([{ id: offer.id, answer: 'mine' }])).toEqual([{ id: offer.id, refused: 'no_address' }])
    const sent = await lan.post('/declarations/offered?lang=vi', { [`of-${offer.id}`]: 'mine' })
    expect([sent.status, sent.text.includes('sổ không nhận ra địa chỉ')]).toEqual([422, true])
    await say([{ id: offer.id, answer: 'not_mine' }])
    expect(await waiting()).toEqual([])
  })

  test('does not use up the hundred drafts of its person', async () => {
    await brought(...Array.from({ length: 100 }, (_, n) => `x.com/lan_${n}`))
    const pasted = await lan.post('/declarations/new', { address: 'https://lan.example.com/' })
    expect(pasted.headers.location).toMatch(/^\/drafts\//)
  })

  test('is nobody else’s to see or answer, by page, script or SQL', async () => {
    await brought('https://facebook.com/lan.mau')
    const [offer] = (await waiting()) as [Shown]
    const binh = await house.as(people.binh)
    expect(await say([{ id: offer.id, answer: 'not_mine' }], binh)).toEqual([{ id: offer.id, refused: 'not_found' }])
    await binh.post('/declarations/offered', { [`of-${offer.id}`]: 'mine' })
    expect([await waiting(binh), await waiting()]).toMatchObject([[], [{ answer: null }]])
    await using app = await sessionOf(house.db, 'app')
    await app.begin(people.binh.id)
    expect(await app.sees("update offered_account set answer = 'not_mine', answered_at = now()", [])).toBe(0)
    await app.run('rollback')
    await app.begin(people.lan.id)
    const mine = "update offered_account set answer = 'mine', answered_at = now(), declaration = $1"
    expect(await app.sees(mine, [offer.id])).toBe('42501') // of no declaration
    await app.run('rollback')
    await app.begin(people.lan.id)
    expect(await app.sees("update offered_account set answer = 'closed', answered_at = '2020-01-01'", [])).toBe('42501')
  })
})

describe('its person is told', () => {
  const told = async () =>
    (await lan.api('GET', '/v1/notices')).json().notices.map(({ kind }: { kind: string }) => kind)

  test('once, however many lists come, until it was seen', async () => {
    await brought('https://facebook.com/lan.mau', 'x.com/lan_mau')
    await brought('tiktok.com/@lan.mau')
    expect(await told()).toEqual(['accounts_offered'])
    expect(await rowsOf("select person from notice where kind = 'accounts_offered'")).toEqual([
      { person: people.lan.id },
    ])
  })

  test('of nothing where the list is taken back', async () => {
    const { sends, id } = await brought('https://facebook.com/lan.mau')
    await sends.act(id, 'undo')
    expect([await told(), await waiting()]).toEqual([[], []])
  })
})

describe('the officer who brought the list', () => {
  const answersOf = async (id: string, who = people.officer) =>
    (await (await house.as(who)).api('GET', `/v1/imports/${id}/answers`)).json()

  test('sees what was answered, line by line, and leaves the row that listing the unit leaves', async () => {
    const { id } = await brought('https://facebook.com/lan.mau', 'x.com/lan_mau')
    await say([{ id: idOf(await waiting(), 'x.com/lan_mau'), answer: 'not_mine' }])
    expect(await answersOf(id)).toEqual({
      counts: { mine: 0, not_mine: 1, closed: 0, unanswered: 1 },
      answers: [
        { row: 2, fields: ['L1', expect.any(String)], typed: 'https://facebook.com/lan.mau', answer: null },
        { row: 2, fields: ['L1', expect.any(String)], typed: 'x.com/lan_mau', answer: 'not_mine' },
      ],
      next: null,
    })
    expect(
      await rowsOf('select unit, purpose, fields, channel from access where actor = $1', people.officer.id),
    ).toEqual([{ unit: people.north.id, purpose: 'list', fields: 'roll', channel: 'api' }])
    const officer = await house.as(people.officer)
    expect((await officer.get(`/imports/${id}?lang=vi`)).text).toContain(`/imports/${id}/answers`)
    expect((await officer.get(`/imports/${id}/answers?lang=vi`)).text).toContain('Không phải của tôi')
    const file = await officer.get(`/imports/${id}/answers?format=csv&lang=vi`)
    expect(file.text).toContain('x.com/lan_mau,Không phải của tôi\r\n')
  })

  test('sees nothing without that row, nor of somebody who went to another unit', async () => {
    const { id } = await brought('x.com/lan_mau')
    await using app = await sessionOf(house.db, 'app')
    await app.begin(people.officer.id)
    expect(await app.sees('select * from import_answers($1)', [id])).toBe(0)
    await rowsOf('update person set unit = $1 where id = $2', people.south.id, people.lan.id)
    expect((await answersOf(id)).answers).toEqual([])
  })

  test('takes the list back, and what was answered stays', async () => {
    const { sends, id } = await brought('https://facebook.com/lan.mau', 'x.com/lan_mau', 'tiktok.com/@lan.mau')
    const offers = await waiting()
    await say([
      { id: idOf(offers, 'https://facebook.com/lan.mau'), answer: 'mine' },
      { id: idOf(offers, 'x.com/lan_mau'), answer: 'not_mine' },
    ])
    expect((await sends.act(id, 'undo')).body.state).toBe('undone')
    expect([await waiting(), await rowsOf('select id from draft')]).toEqual([[], []])
    expect((await pages()).length).toBe(1)
    expect((await waiting(lan, '?answered=yes')).map(({ answer }) => answer).sort()).toEqual(['mine', 'not_mine'])
  })

  test('who is no officer of theirs is shown nothing: an administrator brings people, and sees no answers', async () => {
    const boss = await people.person('Quản Trị', people.root.id)
    await people.grant(boss, 'administrator', null)
    const sends = await uploads(house, boss)
    const { body } = await sends.written('people', `person_id,full_name,unit_code,accounts\nN1,Lê A,A${n},x.com/le_a\n`)
    expect(await answersOf(body.id, boss)).toMatchObject({ answers: [] })
    expect((await (await house.as(boss)).get(`/imports/${body.id}?lang=vi`)).text).not.toContain('/answers')
  })
})

describe('a published list that the operator vouches for', () => {
  const vouched = (list?: string) =>
    importFile(house.db, {
      kind: 'accounts',
      bytes: Buffer.from('person_id,accounts\nB1,x.com/binh_mau; https://facebook.com/binh.mau\n'),
      vouched: list,
    })

  test('brings what its person says is theirs to level 1, and the timeline names it', async () => {
    await vouched('Danh sách trang chính thức 2026')
    const binh = await house.as(people.binh)
    expect((await waiting(binh)).map((one) => (one as unknown as { list: string }).list)).toEqual([
      'Danh sách trang chính thức 2026',
      'Danh sách trang chính thức 2026',
    ])
    expect(await rowsOf('select purpose, channel, actor, subject from access')).toEqual([
      { purpose: 'vouched', channel: 'command_line', actor: null, subject: people.binh.id },
    ])
    expect(await rowsOf('select level from level_step where person = $1', people.binh.id)).toEqual([]) // a list alone says nothing
    const offers = await waiting(binh)
    const [told] = await say([{ id: idOf(offers, 'x.com/binh_mau'), answer: 'mine' }], binh)
    const page = (await binh.api('GET', `/v1/declarations/${told.declaration}`)).json()
    expect(page).toMatchObject({ level: 1, visibility: 'private' })
    expect((await binh.get(`/declarations/${told.declaration}?lang=vi`)).text).toContain(
      'Có trong danh sách đã công bố: Danh sách trang chính thức 2026',
    )
    const changed = await binh.api('PATCH', `/v1/declarations/${told.declaration}`, { visibility: 'confirmable' })
    expect(changed.status).toBe(200)
  })

  test('only so: an ordinary list leaves level 0, and no request vouches for itself', async () => {
    await vouched()
    const binh = await house.as(people.binh)
    const [told] = await say([{ id: idOf(await waiting(binh), 'x.com/binh_mau'), answer: 'mine' }], binh)
    expect((await binh.api('GET', `/v1/declarations/${told.declaration}`)).json().level).toBe(0)
    await using app = await sessionOf(house.db, 'app')
    await app.begin(people.binh.id)
    expect(await app.sees('select where vouch(gen_random_uuid(), $1)', [told.declaration])).toBe(0)
    const step =
      "insert into level_step (id, declaration, person, level, reason) values (gen_random_uuid(), $1, $2, 1, 'vouched')"
    expect(await app.sees(step, [told.declaration, people.binh.id])).toBe('42501')
  })
})
