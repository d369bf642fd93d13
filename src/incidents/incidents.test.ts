import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { declared } from '../../test/house/declared.ts'
import { sessionOf } from '../../test/house/wall.ts'
import { type TestHouse, testHouse, type Visitor } from '../../test/support/house.ts'
import { smallOrganisation } from '../../test/support/people.ts'
import { hashOf, newId } from '../db/index.ts'
import { raiseLate, settleHelp } from './store.ts'

let house: TestHouse
let people: Awaited<ReturnType<typeof smallOrganisation>>
let lan: Visitor
let officer: Visitor
let above: { id: string; name: string }
let page: { id: string; canonical: string }
let n = 0
beforeAll(async () => {
  house = await testHouse()
  people = await smallOrganisation(house.db)
  above = await people.person('Phạm Văn Trên', people.root.id)
  await people.grant(above, 'officer', people.root.id)
  lan = await house.as(people.lan)
  officer = await house.as(people.officer)
})
afterAll(() => house[Symbol.asyncDispose]())
beforeEach(async () => {
  n += 1
  page = await declared(house.db, people.lan, `https://trang-${n}.vn/`, { visibility: 'confirmable', level: 2 })
  await sql('delete from notice')
})

const sql = async (text: string, ...values: unknown[]) => (await house.db.asSuperuser(text, values)).rows
const asks = async (canonical = page.canonical, at: TestHouse = house) =>
  (await at.asPublic().api('GET', `/v1/verify?url=${encodeURIComponent(canonical)}`)).json()
const presses = (who = lan, more: object = {}) =>
  who.api('POST', '/v1/incidents', { declarations: [page.id], matter: 'taken_over', ...more })
const reported = async () => (await presses()).json().incidents[0] as { id: string; number: string; receipt: string }
const state = async () =>
  (
    await sql(
      'select v.state, v.channel from declaration d join declaration_version v on v.id = d.current_version where d.id = $1',
      page.id,
    )
  )[0]
const told = async (who: { id: string }) =>
  (await sql('select kind from notice where person = $1 order by made_at, kind', who.id)).map(({ kind }) => kind)
const asked = async () => {
  await house.asPublic().api('POST', '/v1/incidents/help', { address: page.canonical, matter: 'locked_out' })
  await house.db.under('reminder', settleHelp)
  const [one] = await sql('select id, number from incident where declaration = $1 and closed_at is null', page.id)
  return one as { id: string; number: string }
}
/** A proof of this page, begun and found now. */
const proves = async (more: { uid?: string; made?: string } = {}) => {
  const id = newId()
  await sql(
    "insert into proof (id, declaration, person, method, token, made_at) values ($1, $2, $3, 'dns-txt', $4, now() + $5::interval)",
    ...[id, page.id, people.lan.id, id, more.made ?? '1 second'],
  )
  await sql("update proof set state = 'found', found_at = now(), uid = $2 where id = $1", id, more.uid ?? null)
}

describe('the red button', () => {
  test('stands on every page of somebody who is signed in, and on none of anybody else', async () => {
    for (const path of ['/declarations', '/receipts', '/my-record', '/me', '/incidents'])
      expect([path, (await lan.get(path)).text.includes('class="cd-nav__red"')]).toEqual([path, true])
    for (const path of ['/', '/help']) expect((await house.asPublic().get(path)).text).not.toContain('cd-nav__red')
  })

  test('one press: frozen, suspended in public, a receipt, and the officer is told', async () => {
    expect((await asks()).answer).toBe('confirmed')
    const given = await lan.post('/incidents', { pages: page.id, matter: 'taken_over' })
    expect(given.status).toBe(303)
    expect((await asks()).answer).toBe('suspended')
    expect(await state()).toEqual({ state: 'frozen', channel: 'web' })
    const shown = await lan.get(`${given.headers.location}?lang=vi`)
    const code = /BN-\w{4}-\w{4}/.exec(shown.text)?.[0] as string
    expect((await lan.get(`/receipts/${code}`)).text).toContain('Đã dừng xác nhận')
    expect(await told(people.officer)).toEqual(['incident_task'])
    expect(await told(above)).toEqual([])
  })

  test('every process answers within a second, here two houses on one database', async () => {
    const other = await testHouse({ db: house.db })
    expect((await asks(page.canonical, other)).answer).toBe('confirmed')
    await presses()
    const began = Date.now()
    while ((await asks(page.canonical, other)).answer !== 'suspended') expect(Date.now() - began).toBeLessThan(1_000)
    expect(Date.now() - began).toBeLessThan(1_000)
    await other[Symbol.asyncDispose]()
  })

  test('pressed again it gives the receipt of the first press and freezes nothing twice', async () => {
    const [first, second] = [await reported(), await reported()]
    expect(second).toMatchObject({ id: first.id, receipt: first.receipt, again: true })
    expect(
      await sql("select from declaration_version where declaration = $1 and state = 'frozen'", page.id),
    ).toHaveLength(1)
  })

  test('takes several pages at once, each with its own receipt', async () => {
    const other = await declared(house.db, people.lan, `https://trang-${n}-b.vn/`)
    const given = await presses(lan, { declarations: [page.id, other.id] })
    expect([given.status, given.json().incidents.length]).toEqual([201, 2])
    expect(new Set(given.json().incidents.map(({ receipt }: { receipt: string }) => receipt)).size).toBe(2)
  })

  test('stops nobody else’s page, and none that has ended', async () => {
    const binh = await house.as(people.binh)
    expect((await presses(binh)).json().code).toBe('page_not_reportable')
    expect((await asks()).answer).toBe('confirmed')
    await sql('update declaration set ended_at = now() where id = $1', page.id)
    expect((await presses()).json().code).toBe('page_not_reportable')
  })

  test('says at the field what is missing, and keeps what was chosen', async () => {
    const given = await lan.post('/incidents?lang=vi', { pages: page.id, matter: '' })
    expect([given.status, given.text.includes('Hãy chọn có chuyện gì')]).toEqual([422, true])
    expect(given.text).toMatch(new RegExp(`value="${page.id}"[^>]*checked`))
    expect((await lan.post('/incidents?lang=vi', { matter: 'misused' })).text).toContain('Hãy chọn ít nhất một trang')
    expect((await lan.post('/incidents', { pages: 'x', matter: 'x' })).status).toBe(422)
  })
})

describe('a page comes back', () => {
  test('by a proof that was begun after it was reported', async () => {
    const { id } = await reported()
    await proves()
    expect((await asks()).answer).toBe('confirmed')
    expect((await lan.api('GET', `/v1/incidents/${id}`)).json()).toMatchObject({ outcome: 'proven_again' })
    expect(await told(people.lan)).toEqual(['page_recovered'])
  })

  test('not by one that was begun before, which whoever took the page may have found', async () => {
    await reported()
    await proves({ made: '-1 minute' })
    expect((await asks()).answer).toBe('suspended')
  })

  test('not by one of another permanent id, nor by one that cannot tell which it is', async () => {
    await proves({ uid: '1', made: '-2 minutes' })
    await reported()
    await proves({ uid: '2' })
    expect((await state()).state).toBe('frozen')
    await proves()
    expect((await state()).state).toBe('frozen')
  })

  test('by one of the same permanent id', async () => {
    await proves({ uid: '1', made: '-2 minutes' })
    await reported()
    await proves({ uid: '1' })
    expect((await state()).state).toBe('active')
  })

  test('as what it was: a page that was being closed goes on being closed', async () => {
    await sql(
      "insert into declaration_version (id, declaration, n, state, visibility, shows, manager, channel) values (gen_random_uuid(), $1, 90, 'closing', 'confirmable', 'nothing', 'alone', 'web')",
      page.id,
    )
    await reported()
    expect((await asks()).answer).toBe('suspended')
    await proves()
    expect(await state()).toEqual({ state: 'closing', channel: 'check' })
  })

  test('only when the last of two incidents is over', async () => {
    await proves({ uid: '1', made: '-2 minutes' })
    await house.db.under('checker', async (tx) => {
      const { sql: raw } = await import('kysely')
      await raw`select incident_found(${newId()}, ${page.id}, null)`.execute(tx)
    })
    const { id } = await reported()
    expect((await lan.api('POST', `/v1/incidents/${id}/end`, { outcome: 'false_alarm' })).status).toBe(200)
    expect((await asks()).answer).toBe('suspended')
    await proves({ uid: '1' })
    expect((await asks()).answer).toBe('confirmed')
  })

  test('when its owner says that nothing is wrong, which asks once more who they are', async () => {
    const { id } = await reported()
    const stale = await sessionlessly(people.lan, (tx) =>
      tx.run("select incident_end($1, 'false_alarm', 'BN-0000-0001', 'web')", [id]),
    )
    expect(stale).toBe('not_found')
    const given = await lan.post(`/incidents/${id}/end`, { outcome: 'false_alarm' })
    expect(given.status).toBe(303)
    expect((await asks()).answer).toBe('confirmed')
    expect(await sql("select from receipt where declaration = $1 and act = 'false_alarm'", page.id)).toHaveLength(1)
  })

  test('never by a version of one’s own', async () => {
    await reported()
    await using app = await sessionOf(house.db, 'app')
    await app.begin(people.lan.id)
    const version = `insert into declaration_version (id, declaration, person, n, state, visibility, shows, manager, channel)
      values (gen_random_uuid(), $1, $2, 91, 'active', 'confirmable', 'nothing', 'alone', 'web')`
    expect(await app.sees(version, [page.id, people.lan.id])).toBe('42501')
  })

  test('never again once it is given up: nothing is said of it in public', async () => {
    const { id } = await reported()
    expect((await lan.api('POST', `/v1/incidents/${id}/end`, { outcome: 'lost' })).json()).toMatchObject({
      outcome: 'lost',
    })
    expect(await state()).toMatchObject({ state: 'lost' })
    expect(await asks()).toEqual({ answer: 'unconfirmed' })
    expect((await lan.api('POST', `/v1/incidents/${id}/end`, { outcome: 'false_alarm' })).json().code).toBe(
      'incident_closed',
    )
  })
})

/** As the actor, but not lately verified. */
async function sessionlessly(
  who: { id: string },
  act: (app: Awaited<ReturnType<typeof sessionOf>>) => Promise<{ rows: object[] }>,
) {
  await using app = await sessionOf(house.db, 'app')
  await app.run('begin')
  await app.run("select set_config('cd.actor', $1, true)", [who.id])
  return Object.values((await act(app)).rows[0] as object)[0]
}

describe('an officer', () => {
  test('sees number, kind and unit; name and page only after the row that the person sees', async () => {
    const { id, number } = await reported()
    const desk = (await officer.get('/incidents/desk?lang=vi')).text
    expect([desk.includes(number), desk.includes('Nguyễn Thị Lan'), desk.includes(page.canonical)]).toEqual([
      true,
      false,
      false,
    ])
    const before = (await officer.get(`/incidents/desk/${id}`)).text
    expect([before.includes('Nguyễn Thị Lan'), before.includes(`trang-${n}.`)]).toEqual([false, false])
    const opened = await officer.post(`/incidents/desk/${id}`)
    expect([opened.text.includes('Nguyễn Thị Lan'), opened.text.includes(`trang-${n}.`)]).toEqual([true, true])
    const [row] = await sql(
      'select purpose, number from access where subject = $1 order by at desc limit 1',
      people.lan.id,
    )
    expect(row).toEqual({ purpose: 'incident', number })
  })

  test('takes it in hand, and the person is told once', async () => {
    const { id } = await reported()
    for (const _ of [1, 2]) expect((await officer.post(`/incidents/desk/${id}/answer`)).status).toBe(303)
    expect(await told(people.lan)).toEqual(['incident_answered'])
    const [{ due }] = (await sql(
      "select due_at > now() + interval '23 hours' as due from incident where id = $1",
      id,
    )) as [{ due: boolean }]
    expect(due).toBe(true)
  })

  test('of another unit, and the owner, find no such task', async () => {
    const { id } = await reported()
    const south = await people.person('Cán Bộ Nam', people.south.id)
    await people.grant(south, 'officer', people.south.id)
    for (const who of [await house.as(south), await house.as(above), lan]) {
      expect((await who.get(`/incidents/desk/${id}`)).status).toBe(404)
      for (const act of ['', '/answer', '/confirm', '/dismiss'])
        expect((await who.post(`/incidents/desk/${id}${act}`)).status).toBe(404)
    }
    expect((await officer.get(`/incidents/${id}`)).status).toBe(404)
  })

  test('on the phone freezes for the person, marked as such, and reads the receipt out', async () => {
    const form = await officer.post(`/incidents/phone/${people.lan.id}?lang=vi`)
    expect(form.text.includes(`trang-${n}.`)).toBe(true)
    const done = await officer.post(`/incidents/phone/${people.lan.id}/freeze`, { pages: page.id, matter: 'misused' })
    expect([done.status, /BN-\w{4}-\w{4}/.test(done.text)]).toEqual([200, true])
    expect(await state()).toEqual({ state: 'frozen', channel: 'phone' })
    const [one] = await sql('select how, stage from incident where declaration = $1', page.id)
    expect(one).toEqual({ how: 'phone', stage: 'in_hand' })
    expect(await told(people.lan)).toEqual(['hijack_by_officer'])
    const [event] = await sql(
      "select by_name from incident_event e join incident i on i.id = e.incident where i.declaration = $1 and what = 'opened'",
      page.id,
    )
    expect(event).toEqual({ by_name: 'Lê Văn C' })
  })

  test('cannot do so for themselves, for a person of another unit, or without the row', async () => {
    for (const whom of [people.officer, people.binh])
      expect(
        (await officer.api('POST', `/v1/incidents/phone/${whom.id}`, { declarations: [page.id], matter: 'misused' }))
          .status,
      ).toBe(404)
    await using app = await sessionOf(house.db, 'app')
    await app.begin(people.officer.id)
    const call =
      "select * from hijack_by_phone($1, array[$2::uuid], array[gen_random_uuid()], array['BN-0000-0002'], 'misused')"
    expect(await app.sees(call, [people.lan.id, page.id])).toBe(0)
    expect((await state()).state).toBe('active')
  })
})

describe('somebody who cannot sign in', () => {
  test('is told the same of a page that is here and of one that is not, and nothing remains of the latter', async () => {
    const ask = (address: string) => house.asPublic().post('/incidents/help?lang=vi', { address, matter: 'locked_out' })
    const [known, unknown] = [await ask(page.canonical), await ask('https://khong-ai-khai.vn/')]
    expect([known.status, known.text.replaceAll(/\s/g, '')]).toEqual([
      unknown.status,
      unknown.text.replaceAll(/\s/g, ''),
    ])
    expect(await sql('select from help_asked')).toHaveLength(2)
    await house.db.under('reminder', settleHelp)
    expect(await sql('select from help_asked')).toEqual([])
    expect(
      await sql("select from incident where stage = 'asked' and closed_at is null and declaration = $1", page.id),
    ).toHaveLength(1)
  })

  test('freezes nothing: the person and their officer are told, the officer calls and then freezes', async () => {
    const { id } = await asked()
    expect((await asks()).answer).toBe('confirmed')
    expect([await told(people.lan), await told(people.officer)]).toEqual([['help_was_asked'], ['incident_task']])
    expect((await officer.api('POST', `/v1/incidents/desk/${id}/answer`)).json().code).toBe('call_back_first')
    const given = await officer.post(`/incidents/desk/${id}/confirm`)
    expect(given.status).toBe(200)
    expect((await asks()).answer).toBe('suspended')
    expect(await state()).toEqual({ state: 'frozen', channel: 'phone' })
  })

  test('asks again in vain on the day on which it was nothing', async () => {
    const { id } = await asked()
    await officer.post(`/incidents/desk/${id}`)
    expect((await officer.post(`/incidents/desk/${id}/dismiss`)).status).toBe(303)
    expect(await asked()).toBeUndefined()
    expect((await asks()).answer).toBe('confirmed')
  })

  test('the officer says that it was nothing only after opening it', async () => {
    const { id } = await asked()
    expect((await officer.post(`/incidents/desk/${id}/dismiss`)).status).toBe(404)
  })

  test('what they asked for becomes real when the owner presses, in the same incident', async () => {
    const { id } = await asked()
    const given = await reported()
    expect(given.id).toBe(id)
    expect((await asks()).answer).toBe('suspended')
  })

  test('an address that cannot be read is said to be so; a script gets the reason', async () => {
    const given = await house
      .asPublic()
      .post('/incidents/help?lang=vi', { address: 'facebook.com.dang-nhap.vn/lan', matter: 'misused' })
    expect([given.status, given.text.includes('Chưa đọc được địa chỉ này')]).toEqual([422, true])
    const told = await house.asPublic().api('POST', '/v1/incidents/help', { address: '', matter: 'misused' })
    expect(told.status).toBe(422)
  })

  test('asks no more than five times a minute from one place', async () => {
    const statuses: number[] = []
    for (let i = 0; i < 7; i++) {
      const { statusCode } = await house.server.inject({
        ...{ method: 'POST', url: '/v1/incidents/help', remoteAddress: '203.0.113.7' },
        headers: { 'content-type': 'application/json' },
        payload: JSON.stringify({ address: `https://nhieu-${i}.vn/`, matter: 'misused' }),
      })
      statuses.push(statusCode)
    }
    expect(statuses).toEqual([202, 202, 202, 202, 202, 429, 429])
  })
})

describe('the clock', () => {
  const passes = (id: string) => sql("update incident set due_at = now() - interval '1 second' where id = $1", id)
  const late = () => house.db.under('reminder', raiseLate)

  test('gives four hours; then the unit above is told, once, and may open this one record', async () => {
    const { id, number } = await reported()
    const high = await house.as(above)
    expect((await high.get(`/incidents/desk/${id}`)).status).toBe(404)
    expect(await late()).toBe(0)
    await passes(id)
    expect([await late(), await late()]).toEqual([1, 0])
    expect(await told(above)).toEqual(['incident_raised'])
    const opened = await high.post(`/incidents/desk/${id}`)
    expect([opened.status, opened.text.includes('Nguyễn Thị Lan')]).toEqual([200, true])
    expect((await high.post(`/records/${people.lan.id}`, { purpose: 'help' })).status).toBe(404)
    expect((await high.api('POST', `/v1/records/${people.lan.id}`, { purpose: 'incident', number })).status).toBe(404)
    await proves()
    expect((await high.post(`/incidents/desk/${id}`)).status).toBe(404)
  })

  test('at the top it is told again each day, and never goes round', async () => {
    const { id } = await reported()
    for (const _ of [1, 2, 3]) {
      await passes(id)
      await late()
    }
    const [row] = await sql('select raised, raised_to from incident where id = $1', id)
    expect(row).toEqual({ raised: 3, raised_to: people.root.id })
    expect(await told(above)).toEqual(['incident_raised', 'incident_raised', 'incident_raised'])
  })

  test('an officer’s own page is answered by the unit above from the start', async () => {
    const own = await declared(house.db, people.officer, `https://can-bo-${n}.vn/`)
    const given = (await officer.api('POST', '/v1/incidents', { declarations: [own.id], matter: 'taken_over' })).json()
    const [{ id }] = given.incidents
    expect(await told(above)).toEqual(['incident_task'])
    const high = await house.as(above)
    expect((await high.post(`/incidents/desk/${id}`)).status).toBe(200)
    expect((await officer.get(`/incidents/desk/${id}`)).status).toBe(404)
  })

  test('what is open is counted when an officer hands over', async () => {
    await sql("update incident set closed_at = now(), outcome = 'false_alarm' where closed_at is null")
    await reported()
    const [{ id }] = (await sql(
      "select id from role_held where person = $1 and role = 'officer'",
      people.officer.id,
    )) as [{ id: string }]
    const [work] = await sql('select incidents from open_work($1)', id)
    expect(work).toEqual({ incidents: 1 })
  })
})

describe('three notices', () => {
  test('are marked by whom and when, by the owner and by the officer', async () => {
    const { id } = await reported()
    expect((await lan.post(`/incidents/${id}/mark`, { whom: 'platform', how: 'done' })).status).toBe(303)
    expect((await lan.post(`/incidents/${id}/mark`, { whom: 'nobody', how: 'done' })).status).toBe(422)
    const marked = await officer.post(`/incidents/desk/${id}/mark`, { whom: 'authority', how: 'printed' })
    expect(marked.status).toBe(200)
    const { events } = (await lan.api('GET', `/v1/incidents/${id}`)).json()
    const lines = events.map(({ what, whom, by }: Record<string, string>) => [what, whom, by].filter(Boolean).join(' '))
    expect(lines).toEqual([
      'opened Nguyễn Thị Lan',
      'sent unit',
      'done platform Nguyễn Thị Lan',
      'answered Lê Văn C',
      'printed authority Lê Văn C',
    ])
  })

  test('the letter names the page, the unit and the number, and no person', async () => {
    const { id, number } = await reported()
    const sheet = (await lan.get(`/incidents/${id}/letters/authority?lang=vi`)).text
    const main = sheet.slice(sheet.indexOf('<main'), sheet.indexOf('</main>'))
    expect([main.includes(number), main.includes(`trang-${n}.`), main.includes('Phòng Mẫu 1')]).toEqual([
      true,
      true,
      true,
    ])
    expect(main).not.toContain('Nguyễn Thị Lan')
    expect((await lan.get(`/incidents/${id}/letters/x`)).status).toBe(404)
    const theirs = await officer.post(`/incidents/desk/${id}/letters/authority`)
    expect([theirs.status, theirs.text.includes(number)]).toEqual([200, true])
  })

  test('is not mailed where the settings name nobody', async () => {
    const { id } = await reported()
    expect((await lan.api('POST', `/v1/incidents/${id}/marks`, { whom: 'authority', how: 'queued' })).json().code).toBe(
      'not_for_this',
    )
  })
})

describe('a name that belongs to another account', () => {
  const found = async () => {
    await proves({ uid: '7', made: '-2 minutes' })
    await house.db.under('checker', async (tx) => {
      const { sql: raw } = await import('kysely')
      await raw`select incident_found(${newId()}, ${page.id}, null)`.execute(tx)
    })
    const [one] = await sql(
      "select id from incident where declaration = $1 and kind = 'reused_handle' and closed_at is null",
      page.id,
    )
    return one.id as string
  }

  test('renamed by its owner: the same account proven under the new name ends it and the old page', async () => {
    const id = await found()
    expect((await asks()).answer).toBe('suspended')
    expect((await lan.post(`/incidents/${id}/decide`, { decision: 'renamed' })).status).toBe(303)
    const old = page
    page = await declared(house.db, people.lan, `https://ten-moi-${n}.vn/`)
    await proves({ uid: '8' })
    expect(await sql('select from incident where id = $1 and closed_at is null', id)).toHaveLength(1)
    await proves({ uid: '7' })
    expect((await lan.api('GET', `/v1/incidents/${id}`)).json()).toMatchObject({ outcome: 'renamed', renamed: true })
    expect(await asks(old.canonical)).toEqual({ answer: 'unconfirmed' })
  })

  test('hijacked: opens that incident beside it, with its receipt and its clock', async () => {
    const id = await found()
    const given = await lan.api('POST', `/v1/incidents/${id}/decision`, { decision: 'hijacked' })
    expect(given.status).toBe(200)
    const open = await sql(
      'select kind, due_at is not null as clock, receipt is not null as receipt from incident where declaration = $1 and closed_at is null order by kind',
      page.id,
    )
    expect(open).toEqual([
      { kind: 'hijack', clock: true, receipt: true },
      { kind: 'reused_handle', clock: true, receipt: false },
    ])
    await proves({ uid: '7' })
    expect((await asks()).answer).toBe('confirmed')
  })

  test('no longer mine: the page is lost; that nothing is wrong cannot be said of it', async () => {
    const id = await found()
    expect((await lan.api('POST', `/v1/incidents/${id}/end`, { outcome: 'false_alarm' })).json().code).toBe(
      'not_for_this',
    )
    expect((await lan.api('POST', `/v1/incidents/${id}/end`, { outcome: 'lost' })).status).toBe(200)
    expect(await asks()).toEqual({ answer: 'unconfirmed' })
  })

  test('of a page that was reported taken nobody says that it was renamed', async () => {
    const { id } = await reported()
    expect((await lan.api('POST', `/v1/incidents/${id}/decision`, { decision: 'renamed' })).json().code).toBe(
      'not_for_this',
    )
  })
})

test('a declaration that ends by another way ends its incidents', async () => {
  const { id } = await reported()
  await sql(
    "insert into declaration_version (id, declaration, n, state, visibility, shows, manager, channel) values (gen_random_uuid(), $1, 92, 'closed', 'private', 'nothing', 'alone', 'web')",
    page.id,
  )
  expect((await lan.api('GET', `/v1/incidents/${id}`)).json()).toMatchObject({ outcome: 'declaration_ended' })
  expect(await state()).toMatchObject({ state: 'closed' })
})

test('a token that may only read stops nothing', async () => {
  const token = `cd_${newId()}`
  await sql(
    "insert into api_token (id, hash, person, name, scopes) values (gen_random_uuid(), $1, $2, 'x', array['read'])",
    ...[hashOf(token), people.lan.id],
  )
  const { statusCode } = await house.server.inject({
    ...{
      method: 'POST',
      url: '/v1/incidents',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    },
    payload: JSON.stringify({ declarations: [page.id], matter: 'taken_over' }),
  })
  expect(statusCode).toBe(403)
})
