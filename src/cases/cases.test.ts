import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { sessionOf } from '../../test/house/wall.ts'
import { type TestHouse, testHouse, type Visitor } from '../../test/support/house.ts'
import { smallOrganisation } from '../../test/support/people.ts'
import { clock } from './jobs.ts'

let house: TestHouse
let people: Awaited<ReturnType<typeof smallOrganisation>>
let officer: Visitor
let reviewer: Visitor
let above: Visitor
let judge: { id: string; name: string }
let higher: { id: string; name: string }
let who: { id: string; name: string }
let member: Visitor
let n = 0
beforeAll(async () => {
  house = await testHouse({
    log: { write: (line: string) => void (line.includes('err') && console.error(line.slice(0, 1500))) } as never,
  })
  people = await smallOrganisation(house.db)
  judge = await people.person('Đỗ Thị Quyết', people.north.id)
  await people.grant(judge, 'reviewer', people.north.id)
  higher = await people.person('Phạm Văn Trên', people.root.id)
  await people.grant(higher, 'reviewer', people.root.id)
  officer = await house.as(people.officer)
  reviewer = await house.as(judge)
  above = await house.as(higher)
})
afterAll(() => house[Symbol.asyncDispose]())
beforeEach(async () => {
  n += 1
  who = await people.person(`Người Thứ ${n}`, people.north.id)
  member = await house.as(who)
  await overdue(who)
  await sql('delete from outgoing_mail')
  await sql('delete from notice')
})

const sql = async (text: string, ...values: unknown[]) => (await house.db.asSuperuser(text, values)).rows
const overdue = (person: { id: string }, ago = 1) =>
  sql(
    "update attestation_duty set opens_on = register_day() - 60, due_on = register_day() - $2::int, answered = false, state = 'overdue' where person = $1",
    ...[person.id, ago],
  )
const told = async (person: { id: string }) =>
  (await sql('select kind from notice where person = $1 order by made_at, kind', person.id)).map(({ kind }) => kind)
const factOf = async (person = who, by = officer): Promise<string> =>
  (await by.api('POST', `/v1/cases/about/${person.id}`)).json().facts[0]?.fact
type Begun = { id: string; number: string }
const opened = async (): Promise<Begun> =>
  (await officer.api('POST', `/v1/cases/about/${who.id}/open`, { fact: await factOf() })).json()
const passes = (id: string) => sql('update duty_case set due_on = register_day() - 1 where id = $1', id)
const late = async (id: string) => {
  await passes(id)
  await clock(house.db)
}
const standing = async (id: string) =>
  (await sql('select state, ended, outcome, settled, raised from duty_case where id = $1', id))[0]
const said = { outcome: 'reminder', rule: '1', reasons: 'Đã nhắc hai lần.' }
const decides = async (id: string, by = reviewer, more: object = {}) => {
  await by.api('POST', `/v1/cases/desk/${id}`)
  return by.api('POST', `/v1/cases/desk/${id}/decision`, { ...said, ...more })
}

test('a case goes from the fact to the erasure: notice, reply, decision by another, appeal one level up, seal', async () => {
  const list = await officer.post(`/cases/about/${who.id}?lang=vi`)
  expect(list.text).toContain('Sổ chưa nhận được xác nhận định kỳ')
  const fact = /value="(not_attested[^"]+)"/.exec(list.text)?.[1] as string
  const begun = await officer.post(`/cases/about/${who.id}/open`, { fact })
  expect(begun.status).toBe(303)
  const id = String(begun.headers.location).split('/').at(-1) as string
  expect(await told(who)).toEqual(['case_opened'])

  const page = await member.get(`/cases/${id}?lang=vi`)
  expect(page.text).toContain('Chưa có kết luận nào')
  expect((await member.post(`/cases/${id}/reply`, { text: 'Tôi đi công tác, chưa có mạng.' })).status).toBe(303)
  expect(await told(judge)).toEqual(['case_task'])

  expect((await reviewer.get(`/cases/desk/${id}`)).text).not.toContain(who.name)
  const file = await reviewer.post(`/cases/desk/${id}?lang=vi`)
  for (const seen of [who.name, 'Tôi đi công tác', 'Số 1.']) expect(file.text).toContain(seen)
  expect((await reviewer.post(`/cases/desk/${id}/decide`, said)).status).toBe(303)
  expect(await told(who)).toEqual(['case_opened', 'case_decided'])

  expect((await member.get(`/cases/${id}?lang=vi`)).text).toContain('Đã nhắc hai lần.')
  expect((await member.post(`/cases/${id}/appeal`, { text: 'Lúc đó tôi nằm viện.' })).status).toBe(303)
  expect(await told(higher)).toEqual(['case_appeal_task'])
  expect((await above.post(`/cases/desk/${id}?lang=vi`)).text).toContain('Lúc đó tôi nằm viện.')
  expect((await above.post(`/cases/desk/${id}/settle`, { ground: 'good_reason' })).status).toBe(303)
  expect(await standing(id)).toMatchObject({ state: 'sealed', ended: 'settled', settled: 'annulled' })
  expect((await member.get(`/cases/${id}?lang=vi`)).text).toContain('Hủy quyết định')

  await sql('update duty_case set erase_on = register_day() where id = $1', id)
  await clock(house.db)
  for (const table of ['duty_case', 'case_text', 'case_event', 'case_evidence'])
    expect([
      table,
      await sql(`select from ${table} where ${table === 'duty_case' ? 'id' : 'duty_case'} = $1`, id),
    ]).toEqual([table, []])
  expect(await sql('select from notice where about = $1', id)).toEqual([])
  expect((await member.get(`/cases/${id}`)).status).toBe(404)
  const [left] = await sql('select * from case_erased order by erased_on desc limit 1')
  expect(left).toMatchObject({ kind: 'not_filed', ended: 'settled', outcome: 'reminder', settled: 'annulled' })
})
