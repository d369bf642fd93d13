import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { declared } from '../../test/house/declared.ts'
import { sessionOf } from '../../test/house/wall.ts'
import { type TestHouse, testHouse, type Visitor } from '../../test/support/house.ts'
import { smallOrganisation } from '../../test/support/people.ts'

// A record opens for the sake of something that has a number only if the number is there, is open, and is about that person.

let house: TestHouse
let people: Awaited<ReturnType<typeof smallOrganisation>>
let officer: Visitor
const number: Record<'open' | 'closed' | 'other', string> = { open: '', closed: '', other: '' }
beforeAll(async () => {
  house = await testHouse()
  people = await smallOrganisation(house.db)
  officer = await house.as(people.officer)
  const colleague = await people.person('Phạm Thị D', people.north.id)
  number.open = await incident(people.lan, 'https://lan1.example.com/')
  number.closed = await incident(people.lan, 'https://lan2.example.com/')
  number.other = await incident(colleague, 'https://d.example.com/')
  await house.db.asSuperuser("update incident set closed_at = now(), outcome = 'proven_again' where number = $1", [
    number.closed,
  ])
})
afterAll(() => house[Symbol.asyncDispose]())

async function incident(person: { id: string }, address: string): Promise<string> {
  const { id } = await declared(house.db, person, address)
  const { rows } = await house.db.asSuperuser(
    "insert into incident (id, kind, declaration) values (gen_random_uuid(), 'reused_handle', $1) returning number",
    [id],
  )
  return rows[0].number
}
const path = () => `/records/${people.lan.id}`
const rows = async () =>
  (await house.db.asSuperuser('select purpose, number from access where subject = $1', [people.lan.id])).rows

test('the number of an open incident of that person opens the record, and stands in the row that they see', async () => {
  const typed = ` ${number.open.toLowerCase()} `
  const page = await officer.post(path(), { purpose: 'incident', number: typed })
  expect(page.status).toBe(200)
  expect(page.text).toContain('lan1.example.com')
  expect(await rows()).toEqual([{ purpose: 'incident', number: number.open }])
  const seen = await (await house.as(people.lan)).get('/my-record')
  expect(seen.text).toContain('Xử lý một sự cố đang mở')
  expect(seen.text).toContain(number.open)
  expect((await officer.api('POST', `/v1${path()}`, { purpose: 'incident', number: number.open })).status).toBe(200)
})

test('the list of members names the incident by kind and number', async () => {
  expect((await officer.get(`/members?unit=${people.north.id}`)).text).toContain(`Sự cố đang mở ${number.open}`)
})

describe('a number that is', () => {
  test.each(['closed', 'other', 'none'] as const)(
    '%s opens nothing and writes nothing, and all look alike',
    async (which) => {
      const before = await rows()
      const typed = which === 'none' ? 'S-9999' : number[which]
      const page = await officer.post(path(), { purpose: 'incident', number: typed })
      expect([page.status, page.text.includes('lan1.example.com')]).toEqual([422, false])
      expect(page.text).toContain('Người này không có việc nào đang mở mang số này')
      expect(page.text).toContain(`value="${typed}"`)
      const told = await officer.api('POST', `/v1${path()}`, { purpose: 'incident', number: typed })
      expect([told.status, told.json().code]).toEqual([422, 'record_number_not_open'])
      expect(await rows()).toEqual(before)
    },
  )

  test('missing is asked for', async () => {
    const page = await officer.post(path(), { purpose: 'incident', number: ' ' })
    expect(page.status).toBe(422)
    expect(page.text).toContain('Hãy nhập số đang mở')
    const told = await officer.api('POST', `/v1${path()}`, { purpose: 'incident' })
    expect([told.status, told.json().code]).toEqual([422, 'record_number_missing'])
  })
})

test('to whom the person is not theirs to look at, a right number is no answer either', async () => {
  const binh = await people.person('Võ Văn E', people.south.id)
  await people.grant(binh, 'officer', people.south.id)
  const sibling = await house.as(binh)
  for (const typed of [number.open, 'S-9999']) {
    expect((await sibling.post(path(), { purpose: 'incident', number: typed })).status).toBe(404)
    expect((await sibling.api('POST', `/v1${path()}`, { purpose: 'incident', number: typed })).status).toBe(404)
  }
})

describe('the database alone', () => {
  const insert =
    "insert into access (id, subject, purpose, fields, number) values (gen_random_uuid(), $1, $2, 'record', $3)"

  test('admits the number only if it is there, is open and concerns the person, and only from their officer', async () => {
    await using app = await sessionOf(house.db, 'app')
    const tries = async (actor: { id: string }, purpose: string, given: string | null) => {
      await app.begin(actor.id)
      const done = await app.sees(insert, [people.lan.id, purpose, given])
      await app.run('rollback')
      return done
    }
    expect(await tries(people.officer, 'incident', number.open)).toBe(1)
    for (const given of [number.closed, number.other, 'S-9999', null])
      expect([given, await tries(people.officer, 'incident', given)]).toEqual([given, '42501'])
    expect(await tries(people.binh, 'incident', number.open)).toBe('42501')
    expect(await tries(people.lan, 'incident', number.open)).toBe('42501')
    expect(await tries(people.officer, 'help', number.open)).toBe('23514')
  })

  test('tells nobody but their officer what is open about whom', async () => {
    await using app = await sessionOf(house.db, 'app')
    const told = async (actor: { id: string }) => {
      await app.begin(actor.id)
      const { rows } = await app.run("select concerns('incident', $1, $2) as is", [number.open, people.lan.id])
      await app.run('rollback')
      return rows[0].is
    }
    expect([await told(people.officer), await told(people.binh), await told(people.lan)]).toEqual([true, false, false])
  })
})
