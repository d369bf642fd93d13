import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { declared } from '../../test/house/declared.ts'
import { type TestHouse, testHouse, type Visitor } from '../../test/support/house.ts'
import { smallOrganisation } from '../../test/support/people.ts'
import { newId } from '../db/index.ts'

let house: TestHouse
let people: Awaited<ReturnType<typeof smallOrganisation>>
let officer: Visitor
beforeAll(async () => {
  house = await testHouse()
  people = await smallOrganisation(house.db)
  await declared(house.db, people.lan, 'https://lan.example.com/', { visibility: 'confirmable', level: 2 })
  await declared(house.db, people.binh, 'https://binh.example.com/')
  officer = await house.as(people.officer)
})
afterAll(() => house[Symbol.asyncDispose]())

const rows = async (subject: { id: string }) =>
  (
    await house.db.asSuperuser('select purpose, channel, by_name from access where subject = $1 order by at', [
      subject.id,
    ])
  ).rows

describe('before it opens', () => {
  test('the purpose is asked: the unit is named, the person and their pages are not, and no row is written', async () => {
    const page = await officer.get(`/records/${people.lan.id}`)
    expect(page.status).toBe(200)
    expect(page.text).toContain('Phòng Mẫu 1')
    expect(page.text).toContain('Người có hồ sơ sẽ thấy dòng này')
    expect(page.text).toContain('Lê Văn C, Cán bộ phụ trách, Phòng Mẫu 1')
    expect(page.text).not.toContain('Nguyễn Thị Lan')
    expect(page.text).not.toContain('lan.example.com')
    expect(await rows(people.lan)).toEqual([])
  })

  test('without a purpose nothing opens, and the form says so', async () => {
    for (const form of [{}, { purpose: '' }, { purpose: 'curiosity' }, { purpose: 'export' }]) {
      const page = await officer.post(`/records/${people.lan.id}`, form as Record<string, string>)
      expect(page.status).toBe(422)
      expect(page.text).toMatch(/<title>Lỗi/)
      expect(page.text).toContain('Hãy chọn mục đích')
      expect(page.text).not.toContain('lan.example.com')
    }
    expect(await rows(people.lan)).toEqual([])
  })
})

describe('opened', () => {
  test('the record is there, the row is kept, and the person sees it at once', async () => {
    const page = await officer.post(`/records/${people.lan.id}`, { purpose: 'help' })
    expect(page.status).toBe(200)
    expect(page.text).toContain('Nguyễn Thị Lan')
    expect(page.text).toContain('lan.example.com')
    expect(page.text).not.toContain('binh.example.com')
    expect(page.headers['cache-control']).toBe('no-store')
    expect(await rows(people.lan)).toEqual([{ purpose: 'help', channel: 'web', by_name: 'Lê Văn C' }])
    const seen = await (await house.as(people.lan)).get('/my-record')
    expect(seen.text).toContain('Lê Văn C')
    expect(seen.text).toContain('Giúp khai báo hoặc xác nhận')
  })

  test('fetching its address again asks for the purpose again, and sending again writes the next row', async () => {
    expect((await officer.get(`/records/${people.lan.id}`)).text).not.toContain('lan.example.com')
    const before = (await rows(people.lan)).length
    await officer.post(`/records/${people.lan.id}`, { purpose: 'help' })
    expect(await rows(people.lan)).toHaveLength(before + 1)
  })

  test('the API opens it too, by the same rules, and says so in the row', async () => {
    const answer = await officer.api('POST', `/v1/records/${people.lan.id}`, { purpose: 'asked_by_person' })
    expect(answer.status).toBe(200)
    expect(answer.json()).toMatchObject({
      person: { id: people.lan.id, name: 'Nguyễn Thị Lan', unit: { code: 'PM1' } },
      declarations: [
        { address: 'https://lan.example.com/', level: 2, visibility: 'confirmable', state: 'active', proofs: [] },
      ],
    })
    expect((await rows(people.lan)).at(-1)).toMatchObject({ purpose: 'asked_by_person', channel: 'api' })
    for (const body of [{}, { purpose: 'curiosity' }, { purpose: 'help', channel: 'web' }]) {
      expect((await officer.api('POST', `/v1/records/${people.lan.id}`, body)).status).toBe(400)
    }
  })
})

describe('an address that two people have proven', () => {
  test('is told to the officer of each behind the row, and the other’s name to nobody', async () => {
    const page = await declared(house.db, people.lan, 'https://chung.example.com/', {
      visibility: 'confirmable',
      level: 2,
    })
    await house.db.asSuperuser('insert into renewal (declaration, person) values ($1, $2)', [page.id, people.lan.id])
    const due = (tx: Parameters<Parameters<typeof house.db.as>[1]>[0]) =>
      tx.selectFrom('renewal').select('due_at').execute()
    expect(await house.db.as(people.officer.id, due)).toEqual([])
    const opened = await officer.post(`/records/${people.lan.id}`, { purpose: 'help' })
    expect(opened.text).toContain('Một người khác cũng đã xác minh địa chỉ này')
    expect(opened.text).not.toContain(people.binh.name)
    const told = (await officer.api('POST', `/v1/records/${people.lan.id}`, { purpose: 'help' })).json()
    const renewals = told.declarations.map(({ renew_by }: { renew_by: string | null }) => renew_by)
    expect(renewals.filter((day: string | null) => day !== null)).toHaveLength(1)
  })
})

describe('not theirs to open', () => {
  test('another unit’s member, oneself and somebody who does not exist get the same answer, and no row', async () => {
    const answers = []
    for (const id of [people.binh.id, people.officer.id, newId()]) {
      answers.push(
        ...[await officer.get(`/records/${id}`), await officer.post(`/records/${id}`, { purpose: 'help' })].map(
          ({ status, text }) => [status, text.replaceAll(id, 'ID')],
        ),
      )
      const told = await officer.api('POST', `/v1/records/${id}`, { purpose: 'help' })
      expect([told.status, told.json().code]).toEqual([404, 'not_found'])
    }
    expect(new Set(answers.map(([status]) => status))).toEqual(new Set([404]))
    expect(new Set(answers.map(([, text]) => text)).size).toBe(1)
    expect(await rows(people.binh)).toEqual([])
  })

  test('a member who is no officer, and an officer of the sibling, do not get in', async () => {
    const sibling = await people.person('Võ Văn E', people.south.id)
    await people.grant(sibling, 'officer', people.south.id)
    const before = (await rows(people.lan)).length
    for (const who of [people.lan, people.binh, sibling]) {
      const visitor = await house.as(who)
      expect((await visitor.get(`/records/${people.lan.id}`)).status).toBe(404)
      expect((await visitor.post(`/records/${people.lan.id}`, { purpose: 'help' })).status).toBe(404)
      expect((await visitor.api('POST', `/v1/records/${people.lan.id}`, { purpose: 'help' })).status).toBe(404)
    }
    expect(await rows(people.lan)).toHaveLength(before)
  })
})
