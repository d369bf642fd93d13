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
  house = await testHouse()
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

describe('a case begins', () => {
  test('with a fact of the register alone: none, another’s, or one that was done in the meantime opens nothing', async () => {
    const fact = await factOf()
    const begin = (what: string) => officer.api('POST', `/v1/cases/about/${who.id}/open`, { fact: what })
    for (const made of [fact.replace('not_attested', 'said_lost'), fact.replace(who.id, people.lan.id), 'x.y.z'])
      expect((await begin(made)).json().code).toBe('fact_not_there')
    await sql("update attestation_duty set answered = true, state = 'attested' where person = $1", who.id)
    expect((await begin(fact)).json().code).toBe('fact_not_there')
    expect(await sql('select from duty_case where person = $1', who.id)).toEqual([])
  })

  test('and the database alone refuses one without its fact, whoever writes it', async () => {
    const write = (fact: string, day: string) =>
      sql(
        `insert into duty_case (id, fact, thing, fact_on, person, opened_by, since, days, due_on)
         values (gen_random_uuid(), $1, $2, ${day}, $2, $3, register_day(), 10, register_day())`,
        ...[fact, who.id, people.officer.id],
      )
    await expect(write('not_attested', 'register_day() - 2')).rejects.toThrow('begins with a fact')
    await expect(write('said_lost', 'register_day() - 1')).rejects.toThrow('begins with a fact')
    await write('not_attested', 'register_day() - 1')
  })

  test('once: pressed again it is the same case, and there is never a second about the same fact', async () => {
    const fact = await factOf()
    const first = await officer.post(`/cases/about/${who.id}/open`, { fact })
    const again = await officer.post(`/cases/about/${who.id}/open`, { fact })
    expect(again.headers.location).toBe(first.headers.location)
    expect(await told(who)).toEqual(['case_opened'])
    const id = String(first.headers.location).split('/').at(-1)
    await officer.post(`/cases/desk/${id}`)
    expect((await officer.post(`/cases/desk/${id}/withdraw`)).status).toBe(303)
    expect(await factOf()).toBeUndefined()
  })

  test('not with who could not be reached, is exempt, or has attested', async () => {
    for (const state of ['unreachable', 'exempt', 'attested', 'due']) {
      await sql('update attestation_duty set state = $2 where person = $1', who.id, state)
      expect([state, await factOf()]).toEqual([state, undefined])
    }
  })

  test('not where nobody else could decide it', async () => {
    const lonely = await people.unit(`MOT${n}`, 'Đơn vị một', undefined)
    const [one, keeper] = [await people.person('Người Lẻ', lonely.id), await people.person('Cán Bộ Lẻ', lonely.id)]
    await people.grant(keeper, 'officer', lonely.id)
    await people.grant(keeper, 'reviewer', lonely.id)
    await overdue(one)
    const by = await house.as(keeper)
    const begun = await by.api('POST', `/v1/cases/about/${one.id}/open`, { fact: await factOf(one, by) })
    expect(begun.json().code).toBe('no_reviewer')
  })

  test('by the officer who keeps the person or a reviewer of the unit above, and leaves a line that the person sees', async () => {
    expect((await above.api('POST', `/v1/cases/about/${who.id}`)).status).toBe(200)
    for (const other of [reviewer, member, await house.as(people.binh)])
      expect((await other.api('POST', `/v1/cases/about/${who.id}`)).status).toBe(404)
    await officer.post(`/cases/about/${who.id}`)
    expect((await member.get('/my-record?lang=vi')).text).toContain('Xem nghĩa vụ nào của sổ chưa làm')
  })

  test('with each fact that the register knows, and the duty it is about', async () => {
    const { declared } = await import('../../test/house/declared.ts')
    const page = await declared(house.db, who, `https://viec-${n}.vn/`)
    const other = await declared(house.db, people.binh, `https://viec-${n}.vn/`)
    await sql(
      `insert into proof (id, declaration, person, method, token, state, found_at)
       values (gen_random_uuid(), $1, $2, 'dns-txt', $3, 'found', now() - interval '20 days')`,
      ...[other.id, people.binh.id, `t-${n}`],
    )
    await sql(
      `insert into incident (id, kind, declaration, decision, opened_at) values
       (gen_random_uuid(), 'reused_handle', $1, null, now() - interval '40 days')`,
      page.id,
    )
    await sql(
      `with a as (insert into attestation (id, code, person, due_on, said, pages, channel)
         values (gen_random_uuid(), $3, $1, register_day() - 40, 'accounts', 1, 'web') returning id)
       insert into attestation_answer (person, declaration, answer, answered_at, attestation)
         select $1, $2, 'changed', now() - interval '40 days', id from a`,
      ...[who.id, page.id, `BN-VIEC-${n}`],
    )
    await sql("update declaration_version set made_at = now() - interval '60 days' where declaration = $1", page.id)
    const { facts } = (await officer.api('POST', `/v1/cases/about/${who.id}`)).json()
    const kinds = facts.map(({ fact, kind }: Record<string, string>) => `${fact?.split('.')[0]}: ${kind}`).sort()
    expect(kinds).toEqual([
      'change_not_filed: not_kept_up_to_date',
      'not_attested: not_filed',
      'other_account: lent_or_sold',
      'proven_by_another: false_declaration',
    ])
    expect(JSON.stringify(facts)).not.toContain(people.binh.id)
  })
})

describe('nobody decides what they had a hand in', () => {
  test('who opened it, though a reviewer of the unit, is not let near', async () => {
    const both = await people.person('Cán Bộ Kiêm', people.south.id)
    for (const role of ['officer', 'reviewer']) await people.grant(both, role, people.south.id)
    const one = await people.person(`Người Nam ${n}`, people.south.id)
    await overdue(one)
    const by = await house.as(both)
    const { id } = (await by.api('POST', `/v1/cases/about/${one.id}/open`, { fact: await factOf(one, by) })).json()
    await late(id)
    expect(await told(higher)).toEqual(['case_task'])
    await by.api('POST', `/v1/cases/desk/${id}`)
    expect((await by.api('POST', `/v1/cases/desk/${id}/decision`, said)).status).toBe(404)
    await sql('delete from role_held where person = $1', both.id)
  })

  test('and the table itself holds no such decision', async () => {
    const { id } = await opened()
    const decide = (whom: { id: string }) =>
      sql(
        "update duty_case set outcome = 'reminder', rule = '1', decided_at = now(), decided_by = $2 where id = $1",
        id,
        whom.id,
      )
    for (const whom of [people.officer, who]) await expect(decide(whom)).rejects.toThrow('check constraint')
    await decide(judge)
    await expect(
      sql(
        "update duty_case set settled = 'upheld', ground = 'holds', settled_at = now(), settled_by = $2 where id = $1",
        id,
        judge.id,
      ),
    ).rejects.toThrow('check constraint')
  })

  test('who handed it up has no more part in it; at the top it goes nowhere else', async () => {
    const { id } = await opened()
    await late(id)
    await reviewer.post(`/cases/desk/${id}`)
    expect((await reviewer.post(`/cases/desk/${id}/hand-up`)).status).toBe(303)
    expect(await told(who)).toEqual(['case_opened', 'case_no_reply', 'case_handed_up'])
    expect((await reviewer.post(`/cases/desk/${id}`)).status).toBe(404)
    await above.post(`/cases/desk/${id}`)
    expect((await above.api('POST', `/v1/cases/desk/${id}/hand-up`)).json().code).toBe('nobody_above')
    expect((await decides(id, above)).status).toBe(200)
  })

  test('nobody decides what they have not opened', async () => {
    const { id } = await opened()
    await late(id)
    expect((await reviewer.post(`/cases/desk/${id}/decide`, said)).status).toBe(404)
  })
})

describe('what was typed', () => {
  test('is at most two thousand letters, kept in the form when it is too long, and needed', async () => {
    const { id } = await opened()
    const long = 'đ'.repeat(2001)
    const back = await member.post(`/cases/${id}/reply?lang=vi`, { text: long })
    expect([back.status, back.text.includes(long), back.text.includes('Hãy bớt 1 ký tự')]).toEqual([422, true, true])
    expect((await member.post(`/cases/${id}/reply`, { text: ' ' })).status).toBe(422)
    expect((await member.api('POST', `/v1/cases/${id}/reply`, { text: long })).status).toBe(400)
    expect((await member.post(`/cases/${id}/reply`, { text: 'đ'.repeat(2000) })).status).toBe(303)
    await expect(
      sql("insert into case_text (duty_case, what, said) values ($1, 'appeal', $2)", id, long),
    ).rejects.toThrow('check constraint')
  })

  test('opens with the number of the case and no other reason, and to nobody else', async () => {
    const { id, number } = await opened()
    await member.post(`/cases/${id}/reply`, { text: 'Chỉ để người quyết định đọc' })
    await using app = await sessionOf(house.db, 'app')
    const sees = async (actor: { id: string }, purpose: string, given: string | null) => {
      await app.begin(actor.id)
      const wrote = await app.sees(
        "insert into access (id, subject, purpose, fields, number) values (gen_random_uuid(), $1, $2, 'record', $3)",
        [who.id, purpose, given],
      )
      const seen = wrote === 1 ? await app.sees('select from case_text') : wrote
      await app.run('rollback')
      return seen
    }
    expect(await sees(judge, 'case', number)).toBe(1)
    expect(await sees(people.officer, 'case', number)).toBe(1)
    expect(await sees(people.officer, 'help', null)).toBe(0)
    expect(await sees(people.officer, 'duty', null)).toBe(0)
    for (const other of [higher, people.binh, who]) expect(await sees(other, 'case', number)).toBe('42501')
    await decides(id, reviewer, { outcome: 'unfounded' })
    for (const other of [judge, people.officer]) expect(await sees(other, 'case', number)).toBe('42501')
  })

  test('stands in no notice, no access row, no kept answer', async () => {
    const { id } = await opened()
    const key = { 'idempotency-key': `reply-${n}` }
    await member.api('POST', `/v1/cases/${id}/reply`, { text: 'Chữ riêng của tôi' }, key)
    await decides(id)
    const { rows: tables } = await house.db.asSuperuser(
      "select relname from pg_class where relnamespace = 'register'::regnamespace and relkind = 'r' and relname <> 'case_text'",
    )
    for (const { relname } of tables)
      expect([
        relname,
        await sql(`select from ${relname} t where t::text like any (array['%Chữ riêng%', '%Đã nhắc hai lần%'])`),
      ]).toEqual([relname, []])
  })
})

describe('a person', () => {
  test('points to receipts of their own, and to nobody else’s', async () => {
    const { declared } = await import('../../test/house/declared.ts')
    const receipt = async (whose: { id: string }) => {
      const page = await declared(house.db, whose, `https://bn-${n}-${whose.id}.vn/`)
      const [made] = await sql(
        "insert into receipt (id, code, person, act, declaration, version) select gen_random_uuid(), $1, person, 'declared', id, current_version from declaration where id = $2 returning id, code",
        ...[`BN-${n}-${whose.id.slice(-6)}`, page.id],
      )
      return made as { id: string; code: string }
    }
    const [own, theirs] = [await receipt(who), await receipt(people.lan)]
    const { id } = await opened()
    expect((await member.get(`/cases/${id}`)).text).toContain(own.code)
    const given = (
      await member.api('POST', `/v1/cases/${id}/reply`, { text: 'Đây', evidence: [own.id, theirs.id] })
    ).json()
    expect(given.evidence.map(({ what }: { what: string }) => what)).toEqual([own.code])
  })

  test('can still reply when the time is over, until it is decided; nothing is a second reply', async () => {
    const { id } = await opened()
    await late(id)
    expect((await member.post(`/cases/${id}/reply`, { text: 'Một' })).status).toBe(303)
    expect((await member.post(`/cases/${id}/reply`, { text: 'Hai' })).status).toBe(303)
    expect((await member.api('GET', `/v1/cases/${id}`)).json().reply).toBe('Một')
    await decides(id, reviewer, { outcome: 'unfounded' })
    expect((await member.api('POST', `/v1/cases/${id}/appeal`, { text: 'x' })).json().code).toBe('case_step_over')
  })

  test('sees their whole file at every step, and nobody else does so', async () => {
    const { id } = await opened()
    for (const other of [officer, reviewer, above, await house.as(people.lan)])
      expect((await other.get(`/cases/${id}`)).status).toBe(404)
    await late(id)
    await decides(id)
    const file = (await member.api('GET', `/v1/cases/${id}`)).json()
    expect(file).toMatchObject({
      state: 'decided',
      decision: { outcome: 'reminder', rule: '1', reasons: 'Đã nhắc hai lần.' },
    })
    expect(file.events.map(({ what }: { what: string }) => what)).toEqual(['opened', 'no_reply', 'decided'])
    expect((await member.get('/my-record?lang=vi')).text).toContain('Hồ sơ xem xét của tôi (1 đang mở)')
    await late(id)
    expect((await member.api('GET', `/v1/cases/${id}`)).json()).toMatchObject({ state: 'sealed', ended: 'decided' })
    expect(await told(who)).toEqual(['case_opened', 'case_no_reply', 'case_decided', 'case_stands'])
  })

  test('has more days when leave or illness is written down, and fewer again when it ends', async () => {
    const { id } = await opened()
    const due = async () => (await sql('select due_on::text as due from duty_case where id = $1', id))[0].due as string
    const before = await due()
    const [away] = await sql(
      "insert into absence (id, person, kind, from_on, until_on) values (gen_random_uuid(), $1, 'leave', register_day() + 1, register_day() + 14) returning id",
      who.id,
    )
    const resting = await due()
    expect(resting > before).toBe(true)
    await sql('update absence set ended_at = now() where id = $1', away.id)
    expect(await due()).toBe(before)
    await late(id)
    await sql(
      "insert into absence (id, person, kind, reason, from_on, until_on) values (gen_random_uuid(), $1, 'exempt', 'health', register_day() + 1, register_day() + 99)",
      who.id,
    )
    const [{ days }] = (await sql('select due_on - register_day() as days from duty_case where id = $1', id)) as [
      { days: number },
    ]
    expect(days).toBeLessThan(40) // a reviewer's days do not rest
  })

  test('who leaves ends the case', async () => {
    const { id } = await opened()
    await sql('update person set left_at = now() where id = $1', who.id)
    expect(await standing(id)).toMatchObject({ state: 'sealed', ended: 'person_left' })
  })
})

describe('the clock', () => {
  test('an appeal that nobody answers is the person’s', async () => {
    const { id } = await opened()
    await late(id)
    await decides(id)
    await member.post(`/cases/${id}/appeal`, { text: 'Không đúng' })
    await late(id)
    expect(await standing(id)).toMatchObject({ ended: 'settled', settled: 'annulled' })
    expect(await told(who)).toContain('case_not_decided')
  })

  test('a decision that nobody makes goes up, and then ends without one', async () => {
    const { id } = await opened()
    for (const _ of [1, 2]) await late(id)
    expect(await standing(id)).toMatchObject({ state: 'to_decide', raised: 1 })
    expect(await told(higher)).toEqual(['case_task'])
    await late(id)
    expect(await standing(id)).toMatchObject({ state: 'sealed', ended: 'not_decided', outcome: null })
  })

  test('run again moves nothing, and what is open is counted when an officer hands over', async () => {
    const { id } = await opened()
    await clock(house.db)
    await clock(house.db)
    expect(await standing(id)).toMatchObject({ state: 'notified' })
    const [{ term }] = (await sql(
      "select id as term from role_held where person = $1 and role = 'officer'",
      people.officer.id,
    )) as [{ term: string }]
    const [work] = await sql('select cases from open_work($1)', term)
    const [{ open }] = (await sql(
      'select count(*)::int as open from duty_case c join person p on p.id = c.person where sealed_at is null and p.unit = $1',
      people.north.id,
    )) as [{ open: number }]
    expect(work.cases).toBe(open)
    expect(open).toBeGreaterThan(0)
  })

  test('a token without the scope replies to nothing', async () => {
    const { id } = await opened()
    const reads = await house.as(who, ['read'])
    expect((await reads.api('GET', `/v1/cases/${id}`)).status).toBe(200)
    expect((await reads.api('POST', `/v1/cases/${id}/reply`, { text: 'x' })).status).toBe(403)
  })
})
