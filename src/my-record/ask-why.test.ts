import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { sessionOf } from '../../test/house/wall.ts'
import { type TestHouse, testHouse, type Visitor } from '../../test/support/house.ts'
import { smallOrganisation } from '../../test/support/people.ts'
import { newId } from '../db/index.ts'
import { jobsOf } from './jobs.ts'

let house: TestHouse
let people: Awaited<ReturnType<typeof smallOrganisation>>
let lan: Visitor
let above: { id: string; name: string }
let auditor: { id: string; name: string }
let look: string
beforeAll(async () => {
  house = await testHouse()
  people = await smallOrganisation(house.db)
  lan = await house.as(people.lan)
  above = await people.person('Phạm Văn Trên', people.root.id, 'Trưởng ban')
  await people.grant(above, 'officer', people.root.id)
  auditor = await people.person('Đỗ Thị Kiểm', people.south.id)
  await people.grant(auditor, 'auditor', null)
})
afterAll(() => house[Symbol.asyncDispose]())
beforeEach(async () => {
  await (await house.as(people.officer)).post(`/records/${people.lan.id}`, { purpose: 'help' })
  look = (await lan.api('GET', '/v1/my-record')).json().looks[0].id
})

const ask = (who: Visitor = lan, id = look) => who.api('POST', `/v1/my-record/${id}/why`)
const questionOf = async (id = look) =>
  (await house.db.asSuperuser('select * from why_request where access = $1', [id])).rows[0]
const answer = async (who: { id: string }, id: string, said = 'mistake') =>
  (await house.as(who)).api('POST', `/v1/records/questions/${id}`, { answer: said })
const kinds = async (who: { id: string }, about: string) =>
  (
    await house.db.asSuperuser(
      'select kind from notice where person = $1 and (about = $2 or key like $3) order by kind',
      [who.id, about, `${about}%`],
    )
  ).rows.map(({ kind }) => kind)

describe('whoever was looked at', () => {
  test('asks on a page, once, and sees until when it is answered', async () => {
    expect((await lan.get('/my-record')).text).toContain(`/my-record/${look}/why`)
    const before = await lan.get(`/my-record/${look}/why`)
    expect(before.text).toContain('2 ngày làm việc')
    for (const _ of [1, 2]) expect((await lan.post(`/my-record/${look}/why`)).status).toBe(303)
    const { rows } = await house.db.asSuperuser(
      'select due_on = working_day_after(register_day(), 2) as two, unit, asker from why_request where access = $1',
      [look],
    )
    expect(rows).toEqual([{ two: true, unit: people.root.id, asker: people.lan.id }])
    expect((await lan.get(`/my-record/${look}/why`)).text).toContain('Đang chờ trả lời')
    expect((await lan.get('/my-record')).text).toContain('Đã hỏi lý do')
  })

  test('gets the answer of the unit above, and is told', async () => {
    expect((await ask()).json()).toMatchObject({ why: { state: 'asked', overdue: false, raised: 0, answer: null } })
    const { id } = await questionOf()
    expect(await kinds(above, id)).toEqual(['why_asked'])
    expect((await answer(above, id, 'purpose_stated')).json()).toMatchObject({ state: 'answered' })
    expect(await kinds(people.lan, look)).toEqual(['why_answered'])
    expect((await lan.api('GET', `/v1/my-record/${look}/why`)).json()).toMatchObject({
      why: { answer: 'purpose_stated' },
    })
    const page = await lan.get(`/my-record/${look}/why`)
    expect(page.text).toContain('Lần xem đúng với mục đích đã ghi.')
    expect(page.text).toContain('Đơn vị Mẫu')
  })

  test('asks about a list that they were in too', async () => {
    await (await house.as(people.officer)).get(`/members?unit=${people.north.id}`)
    const [{ id }] = (await lan.api('GET', '/v1/my-record')).json().looks
    expect((await ask(lan, id)).status).toBe(200)
    expect((await questionOf(id)).unit).toBe(people.root.id)
  })

  test('of a look by the operator asks the auditors', async () => {
    const id = newId()
    await house.db.under('operator', (tx) =>
      tx
        .insertInto('access')
        .values({ id, subject: people.lan.id, purpose: 'token', fields: 'record', channel: 'command_line' })
        .execute(),
    )
    await ask(lan, id)
    const question = await questionOf(id)
    expect(question.unit).toBeNull()
    expect((await answer(above, question.id)).status).toBe(404)
    expect((await answer(auditor, question.id)).status).toBe(200)
  })

  test('and nobody else asks: another’s look, one’s own and none are alike', async () => {
    const binh = await house.as(people.binh)
    const officer = await house.as(people.officer)
    for (const [who, id] of [
      [binh, look],
      [officer, look],
      [lan, newId()],
    ] as const) {
      expect((await who.get(`/my-record/${id}/why`)).status).toBe(404)
      expect((await ask(who, id)).status).toBe(404)
    }
    expect(await questionOf()).toBeUndefined()
  })
})

describe('whoever answers', () => {
  test('sees the look, and neither the person nor who asks', async () => {
    await ask()
    const { id } = await questionOf()
    const visitor = await house.as(above)
    const told = [
      (await visitor.get('/records/questions')).text,
      (await visitor.get(`/records/questions/${id}`)).text,
      (await visitor.api('GET', '/v1/records/questions')).text,
    ]
    for (const text of told) {
      expect(text).toContain('Lê Văn C')
      expect(text).not.toContain(people.lan.name)
      expect(text).not.toContain(people.lan.id)
    }
    expect(told[1]).toContain('Giúp khai báo hoặc xác nhận')
  })

  test('without choosing is asked again; twice is once', async () => {
    await ask()
    const { id } = await questionOf()
    const visitor = await house.as(above)
    const page = await visitor.post(`/records/questions/${id}`, {})
    expect([page.status, page.text.includes('Hãy chọn câu trả lời')]).toEqual([422, true])
    for (const said of ['mistake', 'not_justified'])
      expect((await visitor.post(`/records/questions/${id}`, { answer: said })).status).toBe(303)
    expect((await questionOf()).answer).toBe('mistake')
  })

  test('is never who looked, never who asks, and no officer or auditor beside', async () => {
    await ask()
    const { id } = await questionOf()
    for (const who of [people.officer, people.lan, people.binh, auditor])
      expect((await answer(who, id)).status).toBe(404)
    // Even if it were theirs by their office.
    await house.db.asSuperuser('update why_request set unit = $2 where id = $1', [id, people.north.id])
    expect((await answer(people.officer, id)).status).toBe(404)
    expect((await questionOf()).state).toBe('asked')
  })

  test('to whom it is not justified hands it to the auditors', async () => {
    await ask()
    const { id } = await questionOf()
    await answer(above, id, 'not_justified')
    expect(await kinds(auditor, id)).toEqual(['why_not_justified'])
    const { looks } = (await (await house.as(auditor)).api('GET', '/v1/records/access')).json()
    expect(looks.find((one: { id: string }) => one.id === look)).toMatchObject({ why: 'not_justified' })
  })
})

describe('what nobody answers in time', () => {
  const raise = () =>
    jobsOf({ db: house.db, today: () => '' })
      .find(({ name }) => name === 'my-record.raise')
      ?.run({})
  const late = (id: string) =>
    house.db.asSuperuser('update why_request set due_on = register_day() - 1 where id = $1', [id])

  test('goes one level up with a new time, from the root to the auditors, and is shown so', async () => {
    const deep = await people.unit('PM9', 'Tổ Mẫu', people.north)
    const [viewer, member] = [await people.person('Võ Văn E', deep.id), await people.person('Bùi Thị K', deep.id)]
    await people.grant(viewer, 'officer', deep.id)
    await (await house.as(viewer)).post(`/records/${member.id}`, { purpose: 'help' })
    const asking = await house.as(member)
    const [{ id: seen }] = (await asking.api('GET', '/v1/my-record')).json().looks
    await ask(asking, seen)
    const units = [(await questionOf(seen)).unit]
    const { id } = await questionOf(seen)
    await raise()
    expect((await questionOf(seen)).raised).toBe(0)
    for (const _ of [1, 2]) {
      await late(id)
      await raise()
      await raise()
      units.push((await questionOf(seen)).unit)
    }
    expect(units).toEqual([people.north.id, people.root.id, null])
    expect((await questionOf(seen)).raised).toBe(2)
    expect((await answer(people.officer, id)).status).toBe(404)
    expect(await kinds(member, seen)).toEqual(['why_raised', 'why_raised'])
    expect(await kinds(auditor, id)).toEqual(['why_asked'])
    await late(id)
    await raise()
    const page = await asking.get(`/my-record/${seen}/why`)
    expect(page.text).toContain('Quá hạn trả lời')
    expect(page.text).toContain('Đã chuyển lên cấp trên 2 lần')
    expect((await answer(auditor, id)).status).toBe(200)
  })
})

describe('the database alone', () => {
  test('lets nobody ask in another’s name, about another’s look, set a day or answer by hand', async () => {
    await using app = await sessionOf(house.db, 'app')
    const as = async (actor: { id: string }, sql: string, ...values: unknown[]) => {
      await app.begin(actor.id)
      const done = await app.sees(sql, values)
      await app.run('rollback')
      return done
    }
    const asks = 'insert into why_request (id, access) values (gen_random_uuid(), $1)'
    expect(await as(people.lan, asks, look)).toBe(1)
    for (const who of [people.binh, people.officer, above]) expect(await as(who, asks, look)).toBe('42501')
    const forged = [
      "insert into why_request (id, access, due_on) values (gen_random_uuid(), $1, '2099-01-01')",
      'insert into why_request (id, access, asker) values (gen_random_uuid(), $1, gen_random_uuid())',
      'update why_request set unit = null where access = $1',
      'delete from why_request where access = $1',
    ]
    for (const sql of forged) expect([sql, await as(people.lan, sql, look)]).toEqual([sql, '42501'])
    await ask()
    const { id } = await questionOf()
    expect(await as(people.lan, 'select from why_request where id = $1', id)).toBe(1)
    for (const who of [above, auditor, people.officer])
      expect(await as(who, 'select from why_request where id = $1', id)).toBe(0)
    for (const who of [people.officer, people.lan, auditor])
      expect(await as(who, 'select * from why_question($1)', id)).toBe(0)
  })
})
