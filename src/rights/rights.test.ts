import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { declared } from '../../test/house/declared.ts'
import { sessionOf } from '../../test/house/wall.ts'
import { type TestHouse, testHouse, type Visitor } from '../../test/support/house.ts'
import { textOfPdf } from '../../test/support/pdf.ts'
import { smallOrganisation } from '../../test/support/people.ts'
import { publicAnswer } from '../../test/support/rights.ts'
import { clock } from './jobs.ts'

let house: TestHouse
let people: Awaited<ReturnType<typeof smallOrganisation>>
type Somebody = { readonly id: string; readonly name: string }
let above: Somebody
let chief: Somebody
let member: Somebody
let lan: Visitor
beforeAll(async () => {
  house = await testHouse()
  people = await smallOrganisation(house.db)
  above = await people.person('Phạm Văn Trên', people.root.id, 'Trưởng ban')
  await people.grant(above, 'officer', people.root.id)
  chief = await people.person('Đỗ Thị Quản', people.root.id)
  await people.grant(chief, 'administrator', null)
})
afterAll(() => house[Symbol.asyncDispose]())
let n = 0
beforeEach(async () => {
  member = await people.person(`Hoàng Thị Mai ${++n}`, people.north.id, 'Chuyên viên')
  lan = await house.as(member)
})

const sql = async (text: string, ...values: unknown[]) => (await house.db.asSuperuser(text, values)).rows
const asks = async (kind: string, what?: string, value?: string) =>
  (await lan.api('POST', '/v1/rights', { kind, what, value })).json()
const standing = async (id: string) => (await lan.api('GET', `/v1/rights/${id}`)).json()
const opens = async (who: Somebody, id: string) => (await house.as(who)).api('POST', `/v1/rights/desk/${id}`, {})
const answers = async (who: Somebody, id: string, ground?: string) => {
  const visitor = await house.as(who)
  await visitor.api('POST', `/v1/rights/desk/${id}`, {})
  return visitor.api(
    'POST',
    `/v1/rights/desk/${id}/answer`,
    ground ? { answer: 'refused', ground } : { answer: 'granted' },
  )
}
const kinds = async (who: Somebody, id: string) =>
  (await sql('select kind from notice where person = $1 and about = $2 order by made_at, kind', who.id, id)).map(
    ({ kind }) => kind,
  )
const tasksOf = async (who: Somebody) => (await (await house.as(who)).api('GET', '/v1/rights/desk')).json().requests
const rollTask = async () => (await sql('select task, task_number from roll where person = $1', member.id))[0]

describe('a person', () => {
  test('asks for a correction on a page, gets a receipt and a day, and the officer puts it right', async () => {
    const missing = await lan.post('/rights/correction', { what: '', value: '' })
    expect([missing.status, missing.text.includes('Hãy chọn một mục')]).toEqual([422, true])
    const sent = await lan.post('/rights/correction', { what: 'office', value: '  Phó   phòng ' })
    const path = sent.headers.location as string
    expect([sent.status, path]).toEqual([303, expect.stringMatching(/^\/rights\/[0-9a-f-]{36}$/)])
    const page = (await lan.get(path)).text
    for (const text of ['BN-', 'Phó phòng', 'Đang chờ trả lời']) expect(page).toContain(text)
    const [row] = await sql(
      'select id, number, due_on = working_day_after(register_day(), 2) as two, at_unit from right_request where person = $1',
      member.id,
    )
    expect(row).toMatchObject({ two: true, at_unit: people.north.id })
    expect(await rollTask()).toEqual({ task: 'right', task_number: row.number })
    expect(await kinds(people.officer, row.id)).toEqual(['right_task'])

    const officer = await house.as(people.officer)
    const closed = await officer.get(`/rights/desk/${row.id}`)
    for (const text of [(await officer.get('/rights/desk')).text, closed.text]) {
      expect(text).toContain(row.number)
      expect(text).not.toContain(member.name)
      expect(text).not.toContain('Phó phòng')
    }
    const opened = (await officer.post(`/rights/desk/${row.id}`)).text
    for (const text of [member.name, 'Chuyên viên', 'Phó phòng']) expect(opened).toContain(text)
    const nothing = await officer.post(`/rights/desk/${row.id}/answer`, { answer: '' })
    expect([nothing.status, nothing.text.includes('Hãy chọn một mục')]).toEqual([422, true])
    expect((await officer.post(`/rights/desk/${row.id}/answer`, { answer: 'granted' })).status).toBe(303)

    expect(await sql('select office from person where id = $1', member.id)).toEqual([{ office: 'Phó phòng' }])
    expect(await standing(row.id)).toMatchObject({ state: 'done', value: null, due_on: null })
    expect(await kinds(member, row.id)).toEqual(['right_granted'])
    expect(await rollTask()).toEqual({ task: null, task_number: null })
    const looks = (await lan.api('GET', '/v1/my-record')).json().looks
    expect(looks[0]).toMatchObject({ purpose: 'right', number: row.number, fields: 'roll', by: { name: 'Lê Văn C' } })
  })

  test('is not asked twice for the same, and is told what is not so', async () => {
    const first = await asks('correction', 'phone', '0912345678')
    expect((await asks('correction', 'phone', '0912345678')).id).toBe(first.id)
    expect((await asks('correction', 'phone', '0912345679')).code).toBe('asked_already')
    expect((await asks('correction', 'started_on', 'hôm qua')).code).toBe('value_not_right')
    expect((await asks('correction', 'unit', 'KHONG-CO')).code).toBe('value_not_right')
    expect((await asks('correction', 'office', 'Chuyên viên')).code).toBe('as_it_is')
    expect(await sql('select from right_request where person = $1', member.id)).toHaveLength(1)
  })

  test('is refused for a reason of the list, and takes it one level up, to somebody else', async () => {
    const { id } = await asks('correction', 'name', 'Hoàng Thị Mây')
    expect((await answers(people.officer, id, 'not_shown')).json()).toEqual({ state: 'refused' })
    expect(await standing(id)).toMatchObject({ state: 'refused', ground: 'not_shown' })
    expect((await lan.get(`/rights/${id}`)).text).toContain('Cần đưa giấy tờ cho cán bộ xem')
    expect((await lan.post(`/rights/${id}/appeal`)).status).toBe(303)
    expect((await answers(people.officer, id)).json()).toMatchObject({ state: 'again' })
    expect((await answers(above, id)).json()).toEqual({ state: 'granted' })
    expect(await sql('select name from person where id = $1', member.id)).toEqual([{ name: 'Hoàng Thị Mây' }])
    expect((await standing(id)).events.map(({ what }: { what: string }) => what)).toEqual([
      'asked',
      'refused',
      'appealed',
      'granted',
    ])
    expect(JSON.stringify(await standing(id))).not.toContain('Lê Văn C')
  })

  test('whose unit is wrong is answered by an administrator, who alone moves them', async () => {
    const { id } = await asks('correction', 'unit', 'pm2')
    expect((await answers(people.officer, id)).status).toBe(404)
    expect((await answers(chief, id)).json()).toEqual({ state: 'granted' })
    expect(await sql('select unit from person where id = $1', member.id)).toEqual([{ unit: people.south.id }])
  })

  test('who restricts is withheld from the public at once, opened to nobody who only helps, and shown again when it is lifted', async () => {
    const page = await declared(house.db, member, `https://mai${n}.example.com/`, { visibility: 'listed', level: 2 })
    const answer = () => publicAnswer(house, page.canonical)
    expect(await answer()).toBe('confirmed')
    const { id } = await asks('restriction', 'safety')
    expect(await answer()).toBe('unconfirmed')
    const helps = async () =>
      (await (await house.as(people.officer)).post(`/records/${member.id}`, { purpose: 'help' })).status
    expect(await helps()).toBe(404)
    expect((await answers(people.officer, id)).json()).toEqual({ state: 'granted' })
    expect([await answer(), await helps()]).toEqual(['unconfirmed', 404])
    expect((await lan.post(`/rights/${id}/take-back`)).status).toBe(303)
    expect([await answer(), await helps()]).toEqual(['confirmed', 200])
    expect(await standing(id)).toMatchObject({ state: 'ended' })
  })

  test('whose restriction is refused is shown again', async () => {
    const page = await declared(house.db, member, `https://mai${n}.example.com/`, {
      visibility: 'confirmable',
      level: 2,
    })
    const { id } = await asks('restriction', 'inaccurate')
    await answers(people.officer, id, 'already_so')
    expect(await publicAnswer(house, page.canonical)).toBe('confirmed')
  })

  test('who objects to being listed is answered above, and stands on no public page', async () => {
    await declared(house.db, member, `https://mai${n}.example.com/`, { visibility: 'listed', level: 2 })
    const shown = () =>
      sql('select p.page from published p join person_page mine using (page) where mine.person = $1', member.id)
    expect(await shown()).toHaveLength(1)
    const { id } = await asks('objection', 'listing')
    expect((await answers(people.officer, id)).status).toBe(404)
    expect(await shown()).toHaveLength(1)
    expect((await answers(above, id)).json()).toEqual({ state: 'granted' })
    expect(await shown()).toEqual([])
  })

  test('who objects to mail of campaigns gets none of it, and the notice all the same', async () => {
    await sql("insert into mail_address (person, address, lang) values ($1, $2, 'vi')", member.id, `mai${n}@donvi.vn`)
    const mails = async (key: string) => {
      await sql("select tell($1, 'campaign_attest', $2)", member.id, key)
      return (
        await sql(
          'select from outgoing_mail m join notice t on t.id = m.notice where t.person = $1 and t.key = $2',
          member.id,
          key,
        )
      ).length
    }
    expect(await mails('a')).toBe(1)
    const { id } = await asks('objection', 'campaign_mail')
    await answers(above, id)
    expect(await mails('b')).toBe(0)
    expect(await sql("select from notice where person = $1 and kind = 'campaign_attest'", member.id)).toHaveLength(2)
  })

  test('who objects to the watch on names like theirs is watched no more', async () => {
    const page = await declared(house.db, member, `https://mai${n}.example.com/`, { visibility: 'listed', level: 2 })
    await sql('insert into lookalike_watch (declaration, person, next_at) values ($1, $2, now())', page.id, member.id)
    const { id } = await asks('objection', 'lookalikes')
    await answers(above, id)
    await sql('select lookalike_due(10)')
    expect(await sql('select from lookalike_watch where person = $1', member.id)).toEqual([])
  })

  test('sees nobody else’s request, and changes nobody else’s', async () => {
    const { id } = await asks('erasure')
    const binh = await house.as(people.binh)
    for (const path of [`/rights/${id}`, `/v1/rights/${id}`, `/rights/desk/${id}`])
      expect([path, (await binh.get(path)).status]).toEqual([path, 404])
    for (const act of ['appeal', 'take-back']) expect((await binh.post(`/rights/${id}/${act}`)).status).toBe(404)
    expect((await standing(id)).state).toBe('asked')
  })
})

describe('a copy', () => {
  test('is JSON and PDF of all that is kept, is a request once a day, and names nobody else', async () => {
    const page = await declared(house.db, member, `https://mai${n}.example.com/`, { visibility: 'listed', level: 2 })
    await sql("insert into mail_address (person, address, lang) values ($1, $2, 'vi')", member.id, `mai${n}@donvi.vn`)
    await (await house.as(people.officer)).post(`/records/${member.id}`, { purpose: 'help' })
    const copy = (await lan.api('POST', '/v1/rights/copy', { format: 'json' })).json()
    expect(copy).toMatchObject({
      format: 'chinhdanh-copy-of-my-data',
      version: 1,
      receipt: expect.stringMatching(/^BN-/),
    })
    expect(copy.tables.person[0]).toMatchObject({ name: member.name, office: 'Chuyên viên' })
    expect(copy.tables.declaration[0].canonical).toBe(page.canonical)
    expect(copy.tables.access[0]).toMatchObject({ purpose: 'help', by_office: 'Cán bộ phụ trách' })
    expect(copy.units[people.north.id]).toContain('PM1')
    for (const secret of ['Lê Văn C', 'hash', 'public_key', '"token":'])
      expect(JSON.stringify(copy)).not.toContain(secret)
    const file = await lan.post('/rights/copy', { format: 'pdf' })
    expect([file.status, file.headers['content-type']]).toEqual([200, 'application/pdf'])
    expect(await sql("select from right_request where person = $1 and kind = 'copy'", member.id)).toHaveLength(1)
    expect(await kinds(member, (await lan.api('GET', '/v1/rights')).json().requests[0].id)).toEqual(['right_copied'])
    expect((await lan.post('/rights/copy', { format: 'x' })).status).toBe(422)
  })

  test('is read in Vietnamese', async () => {
    const page = await declared(house.db, member, `https://mai${n}.example.com/`, { visibility: 'listed', level: 2 })
    const { copyOf, copyPdf } = await import('./copy/copy.ts')
    const copy = await house.db.as(member.id as never, (tx) =>
      copyOf(tx, { url: 'http://x', organisation: () => 'Đơn vị Mẫu' }),
    )
    const text = textOfPdf(await copyPdf(copy as never, 'vi')).join(' ')
    for (const said of [
      member.name,
      'Phòng Mẫu 1 (PM1)',
      page.canonical,
      'có trên trang công khai',
      'chức vụ: Chuyên viên',
    ])
      expect(text.replaceAll('\n', ' ')).toContain(said)
  })

  test('is made by who has just shown who they are', async () => {
    await sql("update session set made_at = now() - interval '6 minutes' where person = $1", member.id)
    const answer = await lan.post('/rights/copy', { format: 'json' })
    expect([answer.status, answer.text.includes('Xác nhận đúng là anh/chị')]).toEqual([403, true])
    expect(await sql('select from right_request where person = $1', member.id)).toEqual([])
  })
})

describe('whoever answers', () => {
  test('is never the person: an officer’s own goes to the officer above', async () => {
    const self = await house.as(people.officer)
    const { id } = (
      await self.api('POST', '/v1/rights', { kind: 'correction', what: 'office', value: 'Trưởng phòng' })
    ).json()
    expect((await opens(people.officer, id)).status).toBe(404)
    expect((await tasksOf(above)).map((one: { id: string }) => one.id)).toContain(id)
    await self.post(`/rights/${id}/take-back`)
  })

  test('has opened it first, so that the person sees who', async () => {
    const { id } = await asks('erasure')
    const officer = await house.as(people.officer)
    expect((await officer.api('POST', `/v1/rights/desk/${id}/answer`, { answer: 'granted' })).status).toBe(404)
    expect((await standing(id)).state).toBe('asked')
    expect((await answers(people.officer, id)).json()).toEqual({ state: 'granted' })
  })

  test('who does not in time lets it go one level up, from the top to the administrators, and the person is told', async () => {
    const { id } = await asks('correction', 'office', 'Phó phòng')
    const late = () => sql('update right_request set due_on = register_day() - 1 where id = $1', id)
    for (const [who, raised] of [
      [above, 1],
      [chief, 2],
    ] as const) {
      await late()
      await clock(house.db)
      await clock(house.db)
      expect(await standing(id)).toMatchObject({ raised, overdue: false })
      expect(await kinds(who, id)).toEqual(['right_task'])
    }
    expect(await kinds(member, id)).toEqual(['right_raised', 'right_raised'])
    expect((await answers(people.officer, id)).status).toBe(404)
    await late()
    await clock(house.db)
    expect((await lan.get(`/rights/${id}`)).text).toContain('Quá hạn')
    expect((await answers(chief, id)).json()).toEqual({ state: 'granted' })
  })

  test('who hands over leaves the count of what waits to the next', async () => {
    const before = (
      await sql(
        "select (open_work(id)).rights as n from role_held where person = $1 and role = 'officer'",
        people.officer.id,
      )
    )[0].n
    await asks('correction', 'office', 'Phó phòng')
    expect(
      (
        await sql(
          "select (open_work(id)).rights as n from role_held where person = $1 and role = 'officer'",
          people.officer.id,
        )
      )[0].n,
    ).toBe(before + 1)
  })
})

describe('the database alone', () => {
  test('shows a request to its person and to who opened it, and lets nobody write one by hand', async () => {
    const { id, number } = await asks('correction', 'office', 'Phó phòng')
    await using app = await sessionOf(house.db, 'app')
    const sees = async (who: Somebody, opened = false) => {
      await app.begin(who.id)
      if (opened)
        await app.sees(
          "insert into access (id, subject, purpose, number, fields) values (gen_random_uuid(), $1, 'right', $2, 'roll')",
          [member.id, number],
        )
      const rows = await app.sees('select from right_request where id = $1', [id])
      await app.run('rollback')
      return rows
    }
    expect(await sees(member)).toBe(1)
    for (const who of [people.officer, above, chief, people.binh]) expect(await sees(who)).toBe(0)
    expect(await sees(people.officer, true)).toBe(1)
    for (const who of [above, chief, people.binh])
      expect([who.name, await sees(who, true)]).toEqual([who.name, '25P02'])
    await app.begin(member.id)
    for (const text of [
      "insert into right_request (id, number, kind, person, receipt, state) values (gen_random_uuid(), 'Y-9', 'erasure', actor(), 'BN-9', 'granted')",
      "update right_request set state = 'granted'",
      'delete from right_request',
      'select right_erase(actor())',
    ]) {
      await app.run('savepoint s')
      expect([text, await app.sees(text)]).toEqual([text, '42501'])
      await app.run('rollback to s')
    }
  })
})
