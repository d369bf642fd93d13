import { readFileSync } from 'node:fs'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { sessionOf } from '../../../test/house/wall.ts'
import { type Answer, type TestHouse, testHouse, type Visitor } from '../../../test/support/house.ts'
import { smallOrganisation } from '../../../test/support/people.ts'
import { hashOf, newId, newSecret } from '../../db/index.ts'
import { spend } from '../store.ts'
import { settleRecoveries } from './store.ts'

type Who = { readonly id: string; readonly name: string }
let house: TestHouse
let people: Awaited<ReturnType<typeof smallOrganisation>>
let first: Visitor
let second: Visitor
let above: Visitor
let secondIs: Who
let aboveIs: Who
beforeAll(async () => {
  house = await testHouse()
  people = await smallOrganisation(house.db)
  secondIs = await people.person('Đỗ Thị Hai', people.north.id)
  aboveIs = await people.person('Vũ Văn Trên', people.root.id)
  await people.grant(secondIs, 'officer', people.north.id)
  await people.grant(aboveIs, 'officer', people.root.id)
  ;[first, second, above] = await Promise.all([house.as(people.officer), house.as(secondIs), house.as(aboveIs)])
  await house.asPublic().get(`/recovery/not-me/${newId()}`) // the first connection may take longer than one waits for it
})
afterAll(() => house[Symbol.asyncDispose]())

let lost: Who
let herself: Visitor
let n = 0
const asked = (text: string, ...values: unknown[]) =>
  house.db.asSuperuser(text, values).then(({ rows }) => rows as Record<string, unknown>[])
beforeEach(async () => {
  await asked('update invitation set recovery = null')
  await asked('delete from recovery')
  await asked('delete from outgoing_mail')
  await asked('delete from notice')
  lost = await people.person('Nguyễn Thị Mất', people.north.id)
  await asked('update person set ref = $2 where id = $1', lost.id, `MS-${++n}`)
  await asked(
    "insert into passkey (id, person, credential_hash, credential, public_key) values ($1, $2, $3, 'x', $3)",
    ...[newId(), lost.id, hashOf(lost.id)],
  )
  herself = await house.as(lost)
})

const ask = (known = `MS-${n}`) => house.asPublic().post('/recovery', { known })
const begin = (who: Visitor = first, recognised = 'paper') => who.post(`/recoveries/for/${lost.id}`, { recognised })
const row = async () =>
  (
    await asked(
      'select *, recovery_standing(r) as standing from recovery r where person = $1 order by asked_at desc limit 1',
      lost.id,
    )
  )[0] as Record<string, string>
const idOf = (answer: Answer) => String(answer.headers.location).split('/').at(-1) as string
async function agreed(): Promise<string> {
  const id = idOf(await begin())
  expect((await second.post(`/recoveries/${id}/agree`)).status).toBe(303)
  return id
}
/** The clock of the database is not ours to move: what was written moves back. */
const hoursPass = (hours: number) =>
  asked(
    `update recovery set agreed_at = agreed_at - $2 * interval '1 hour', opens_at = opens_at - $2 * interval '1 hour',
       reminded_at = reminded_at - $2 * interval '1 hour' where person = $1`,
    ...[lost.id, hours],
  )
const settle = () => house.db.under('reminder', settleRecoveries)
async function ready(): Promise<string> {
  const id = await agreed()
  await hoursPass(48)
  await settle()
  await hoursPass(25)
  return id
}
const linkIn = (answer: Answer) => /\/invitations\/([\w-]{43})/.exec(answer.text)?.[1] as string
/** What the page of the link does once the device has made a passkey. */
const use = (secret: string) =>
  house.db.showing(hashOf(secret), async (tx, enter) => {
    const person = await spend(tx, 'invitation')
    if (!person) return 'dead'
    await enter(person)
    const values = {
      id: newId(),
      person,
      credential_hash: hashOf(newId()),
      credential: 'new',
      public_key: Buffer.alloc(1),
      sign_count: 0,
      transports: [],
      name: '',
    }
    await tx.insertInto('passkey').values(values).execute()
    return 'used'
  })
const ways = async () => ({
  passkeys: (await asked('select credential from passkey where person = $1', lost.id)).map(
    ({ credential }) => credential,
  ),
  sessions: (await asked('select from session where person = $1', lost.id)).length,
  tokens: (await asked('select from api_token where person = $1 and revoked_at is null', lost.id)).length,
})
const told = async (who: { readonly id: string } = lost) =>
  (await asked('select kind from notice where person = $1 order by made_at, kind', who.id)).map(({ kind }) => kind)

describe('at the public page', () => {
  test('whoever asks is answered the same, known or not, and nobody is named', async () => {
    const answers = await Promise.all([ask(), ask('KHONG-CO'), ask('khong@ai.vn'), ask('x'.repeat(4000))])
    for (const { status, headers } of answers) expect([status, headers.location]).toEqual([303, '/recovery/sent'])
    const page = await house.asPublic().get('/recovery/sent')
    expect(page.text).toContain('Trang này không cho biết có hay không')
    expect(await row()).toMatchObject({ standing: 'asked', asked_by: 'person' })
    expect((await house.asPublic().post('/recovery', { known: ' ' })).status).toBe(422)
  })

  test('it takes the same time whether there is anybody', async () => {
    const took = async (known: string) => {
      const began = performance.now()
      await ask(known)
      return performance.now() - began
    }
    for (const known of [`MS-${n}`, 'KHONG-CO']) expect(await took(known)).toBeGreaterThanOrEqual(245)
  })

  test('a confirmed address is as good as the number, unless several have it', async () => {
    await asked("insert into mail_address (person, address, lang) values ($1, 'mat@donvi.vn', 'vi')", lost.id)
    await asked("insert into mail_address (person, address, lang) values ($1, 'mat@donvi.vn', 'vi')", people.binh.id)
    await ask('Mat@donvi.vn')
    expect(await row()).toBe(undefined)
    await asked('delete from mail_address where person = $1', people.binh.id)
    await ask('Mat@donvi.vn')
    expect(await row()).toMatchObject({ state: 'asked' })
    await asked('delete from mail_address')
  })

  test('the person and the officer who keeps them are told, once, and one asks no second time meanwhile', async () => {
    await ask()
    await ask()
    expect(await asked('select from recovery where person = $1', lost.id)).toHaveLength(1)
    expect(await told()).toEqual(['recovery_asked'])
    const page = await first.get('/recoveries')
    expect(page.text).toContain('Nguyễn Thị Mất')
    expect((await above.get('/recoveries')).text).not.toContain('Nguyễn Thị Mất')
  })

  test('whoever stopped one is left alone for a week, and three a month are enough', async () => {
    await ask()
    const { stop_key } = await row()
    await house.asPublic().post(`/recovery/not-me/${stop_key}`)
    await ask()
    expect(await asked('select from recovery where person = $1', lost.id)).toHaveLength(1)
    const old = (days: number) =>
      asked(
        'update recovery set asked_at = asked_at - make_interval(days => $2), ended_at = ended_at - make_interval(days => $2) where person = $1',
        lost.id,
        days,
      )
    for (const made of [2, 3, 3]) {
      await old(8)
      await ask()
      expect(await asked('select from recovery where person = $1', lost.id)).toHaveLength(made)
      await asked(
        "update recovery set state = 'lapsed', ended_at = now() where person = $1 and state = 'asked'",
        lost.id,
      )
    }
  })
})

describe('the first officer', () => {
  test('says how they saw the person, out of a list, and the person sees the line', async () => {
    const form = await first.get(`/recoveries/for/${lost.id}`)
    expect(form.text).toContain('Đã gặp trực tiếp và xem giấy tờ tùy thân')
    expect((await begin(first, 'đoán')).status).toBe(422)
    const begun = await begin()
    expect([begun.status, String(begun.headers.location)]).toEqual([
      303,
      expect.stringMatching(/^\/recoveries\/[0-9a-f-]{36}$/),
    ])
    expect(await row()).toMatchObject({
      standing: 'started',
      recognised: 'paper',
      started_by_name: 'Lê Văn C',
      asked_by: 'officer',
    })
    expect((await herself.get('/my-record')).text).toContain('Giúp lấy lại cách đăng nhập')
  })

  test('is one who keeps the person: no sibling, no officer above, nobody of themselves, and all look alike', async () => {
    const sibling = await people.person('Võ Văn E', people.south.id)
    await people.grant(sibling, 'officer', people.south.id)
    const answers = [await begin(await house.as(sibling)), await begin(above), await begin(herself)]
    answers.push(await first.post(`/recoveries/for/${people.officer.id}`, { recognised: 'known' }))
    answers.push(await first.post(`/recoveries/for/${newId()}`, { recognised: 'known' }))
    expect(answers.map(({ status }) => status)).toEqual([404, 404, 404, 404, 404])
    expect(await row()).toBe(undefined)
  })

  test('takes up what the person asked for, and a second one does not begin it anew', async () => {
    await ask()
    await begin()
    expect(await row()).toMatchObject({ standing: 'started', asked_by: 'person' })
    expect((await begin()).status).toBe(303)
    expect((await begin(second)).status).toBe(409)
    expect(await asked('select from recovery where person = $1', lost.id)).toHaveLength(1)
  })

  test('begins it for nobody whose role two administrators granted', async () => {
    await people.grant(lost, 'auditor', people.root.id)
    const answer = await begin()
    expect([answer.status, await row()]).toEqual([409, undefined])
    expect(answer.text).toContain('hai quản trị trao')
  })
})

describe('the second officer', () => {
  test.each([
    ['of the same unit', () => second],
    ['of the unit above', () => above],
  ])('%s agrees, and the 72 hours begin by the clock of the database', async (_, who) => {
    const id = idOf(await begin())
    expect((await who().get(`/recoveries/${id}`)).text).toContain('Lê Văn C')
    const agreement = await who().post(`/recoveries/${id}/agree`)
    expect([agreement.status, agreement.headers.location]).toEqual([303, `/recoveries/${id}`])
    const [wait] = await asked(
      "select opens_at - agreed_at = interval '72 hours' as right, agreed_at > now() - interval '1 minute' as now from recovery where id = $1",
      id,
    )
    expect(wait).toEqual({ right: true, now: true })
    expect(await told()).toEqual(['recovery_asked', 'recovery_waiting'])
    expect((await herself.get('/my-record')).text.match(/Giúp lấy lại cách đăng nhập/g)).toHaveLength(2)
  })

  test('is neither the first nor the person, nor of a sister unit, nor one whose term is over', async () => {
    await people.grant(lost, 'officer', people.north.id)
    const sibling = await people.person('Ngô Văn S', people.south.id)
    await people.grant(sibling, 'officer', people.south.id)
    const id = idOf(await begin())
    for (const who of [first, herself, await house.as(sibling), await house.as(people.lan)])
      expect((await who.post(`/recoveries/${id}/agree`)).status).toBe(404)
    await asked('update role_held set from_at = now() + interval $$1 day$$ where person = $1', secondIs.id)
    expect((await second.post(`/recoveries/${id}/agree`)).status).toBe(404)
    await asked('update role_held set from_at = now() - interval $$1 day$$ where person = $1', secondIs.id)
    expect(await row()).toMatchObject({ standing: 'started' })
  })

  test('who presses twice agreed once, and from the first moment', async () => {
    const id = await agreed()
    const { opens_at } = await row()
    expect((await second.post(`/recoveries/${id}/agree`)).status).toBe(303)
    expect((await row()).opens_at).toEqual(opens_at)
    expect((await above.post(`/recoveries/${id}/agree`)).status).toBe(404)
  })
})

describe('the 72 hours', () => {
  test('give no link before they are over, and none without the second notice', async () => {
    const id = await agreed()
    const give = () => first.post(`/recoveries/${id}/link`)
    expect((await give()).status).toBe(409)
    await hoursPass(73)
    expect(await row()).toMatchObject({ standing: 'waiting' })
    expect((await give()).status).toBe(409)
    // The notice went out late: the person has a whole day from it.
    await settle()
    expect(await told()).toContain('recovery_soon')
    expect((await give()).status).toBe(409)
    await hoursPass(23)
    expect((await give()).status).toBe(409)
    await hoursPass(1)
    expect((await give()).status).toBe(200)
  })

  test('are told of again a day before the end, once, however often it is looked at', async () => {
    await agreed()
    await hoursPass(47.5)
    await settle()
    expect(await told()).not.toContain('recovery_soon')
    await hoursPass(0.3)
    await Promise.all([settle(), settle()])
    await settle()
    expect((await told()).filter((kind) => kind === 'recovery_soon')).toHaveLength(1)
    const [end] = await asked(
      "select opens_at = agreed_at + interval '72 hours' as right from recovery where person = $1",
      lost.id,
    )
    expect(end).toEqual({ right: true })
  })

  test('end with a link for one use, and by using it, not before, every older way in ends', async () => {
    const before = await ways()
    const id = await ready()
    expect(await told(people.officer)).not.toContain('recovery_ready')
    await settle()
    expect(await told(people.officer)).toContain('recovery_ready')
    const paper = await first.post(`/recoveries/${id}/link`)
    expect([paper.status, paper.headers['cache-control']]).toEqual([200, 'no-store'])
    expect(paper.text).toContain('<svg')
    expect(await ways()).toEqual(before)
    const secret = linkIn(paper)
    expect((await house.asPublic().get(`/invitations/${secret}`)).text).toContain(
      'mọi khóa, phiên đăng nhập và mã truy cập cũ hết hiệu lực',
    )
    expect(await ways()).toEqual(before)
    expect(await use(secret)).toBe('used')
    expect(await ways()).toEqual({ passkeys: ['new'], sessions: 0, tokens: 0 })
    expect(await row()).toMatchObject({ state: 'done' })
    expect(await told()).toContain('recovery_done')
    expect(await use(secret)).toBe('dead')
    expect((await herself.get('/me')).status).toBe(303)
  })

  test('end with nothing where nobody came for the link in 14 days', async () => {
    const id = await ready()
    await hoursPass(24 * 14)
    expect((await first.post(`/recoveries/${id}/link`)).status).toBe(409)
    await settle()
    expect(await row()).toMatchObject({ state: 'lapsed' })
  })
})

describe('"this was not me"', () => {
  const stages = { asked: () => ask(), started: () => begin(), waiting: () => agreed(), ready: () => ready() }
  test.each(Object.keys(stages) as (keyof typeof stages)[])(
    'stops it when %s, by the link of the notice, signed in or not',
    async (stage) => {
      await stages[stage]()
      const before = await ways()
      const { stop_key } = await row()
      const page = await house.asPublic().get(`/recovery/not-me/${stop_key}`)
      expect(page.text).toContain('Không phải tôi, dừng lại')
      expect(page.text).not.toContain('Nguyễn Thị Mất')
      expect(await row()).toMatchObject({ standing: stage })
      const who = stage === 'waiting' ? herself : house.asPublic()
      expect((await who.post(`/recovery/not-me/${stop_key}`)).status).toBe(303)
      expect(await row()).toMatchObject({ state: 'stopped', stopped_by: stage === 'waiting' ? 'person' : 'link' })
      expect((await who.post(`/recovery/not-me/${stop_key}`)).status).toBe(303)
      expect((await house.asPublic().get(`/recovery/not-me/${stop_key}`)).text).toContain(
        'Đã dừng. Không có gì thay đổi.',
      )
      expect(await ways()).toEqual(before)
    },
  )

  test('ends a link that was handed over', async () => {
    const secret = linkIn(await first.post(`/recoveries/${await ready()}/link`))
    const { stop_key } = await row()
    await house.asPublic().post(`/recovery/not-me/${stop_key}`)
    expect(await use(secret)).toBe('dead')
    expect((await house.asPublic().get(`/invitations/${secret}`)).status).toBe(404)
    expect(await told(people.officer)).toContain('recovery_stopped_work')
    expect(await told(secondIs)).toContain('recovery_stopped_work')
  })

  test('and the link, used at the same moment, leave either the old ways in or the new one', async () => {
    for (let round = 0; round < 5; round++) {
      const secret = linkIn(await first.post(`/recoveries/${await ready()}/link`))
      const { stop_key } = await row()
      const [used] = await Promise.all([use(secret), house.asPublic().post(`/recovery/not-me/${stop_key}`)])
      const { state } = await row()
      expect([used, state]).toEqual(used === 'used' ? ['used', 'done'] : ['dead', 'stopped'])
      expect((await ways()).passkeys).toEqual(used === 'used' ? ['new'] : ['x'])
      await asked('delete from notice where person = $1', lost.id)
      await asked('update invitation set recovery = null where person = $1', lost.id)
      await asked('delete from recovery where person = $1', lost.id)
      await asked("update passkey set credential = 'x' where person = $1", lost.id)
    }
  })

  test('is said by an officer too, and a key that nobody has stops nothing', async () => {
    const id = idOf(await begin())
    for (const key of [newId(), 'x', "'"])
      expect((await house.asPublic().post(`/recovery/not-me/${key}`)).status).toBe(404)
    expect((await second.post(`/recoveries/${id}/stop`)).status).toBe(303)
    expect(await row()).toMatchObject({ state: 'stopped', stopped_by: 'officer' })
  })

  test('stands in the letter, which opens without signing in', async () => {
    await ask()
    const { stop_key } = await row()
    const [notice] = await asked("select about from notice where person = $1 and kind = 'recovery_asked'", lost.id)
    expect(notice?.about).toBe(stop_key)
  })
})

test('the person sees the whole story on their page, and the button while it is open', async () => {
  await ready()
  const { text } = await herself.get('/me')
  for (const said of [
    'Lê Văn C, Phòng Mẫu 1',
    'Đỗ Thị Hai, Phòng Mẫu 1',
    'xem giấy tờ tùy thân',
    'Báo lần hai',
    'Không phải tôi, dừng lại',
  ])
    expect(text).toContain(said)
  expect((await (await house.as(people.lan)).get('/me')).text).not.toContain('Lê Văn C')
})

test('an officer who leaves hands open recoveries over, and who keeps the unit now sees the person anew', async () => {
  const unit = await people.unit(`BG${n}`, 'Phòng Bàn Giao', people.root)
  await asked('update person set unit = $2 where id = $1', lost.id, unit.id)
  const leaver = await people.person('Cán Bộ Rời', unit.id)
  await people.grant(leaver, 'officer', unit.id)
  await begin(await house.as(leaver))
  expect(await row()).toMatchObject({ standing: 'started' })
  await asked('update role_held set to_at = now() where person = $1', leaver.id)
  const [over] = await asked('select recoveries, to_unit from handover where officer = $1', leaver.id)
  expect(over).toEqual({ recoveries: 1, to_unit: people.root.id })
  expect(await row()).toMatchObject({ standing: 'asked', started_by: null, recognised: null })
  expect(await told(aboveIs)).toContain('handed_over')
  expect((await above.get('/recoveries')).text).toContain('Nguyễn Thị Mất')
})

test('who leaves the organisation needs no way in any more', async () => {
  const secret = linkIn(await first.post(`/recoveries/${await ready()}/link`))
  await asked('update person set left_at = now() where id = $1', lost.id)
  expect(await row()).toMatchObject({ state: 'lapsed' })
  expect(await use(secret)).toBe('dead')
})

test('a screen left open neither begins, agrees nor gets the link', async () => {
  const id = idOf(await begin())
  await asked("update session set made_at = now() - interval '6 minutes' where person = any ($1)", [
    people.officer.id,
    secondIs.id,
  ])
  expect((await second.post(`/recoveries/${id}/agree`)).status).toBe(403)
  expect((await begin()).status).toBe(403)
  expect(await row()).toMatchObject({ standing: 'started' })
  await asked("update session set made_at = now() + interval '1 hour' where person = any ($1)", [
    people.officer.id,
    secondIs.id,
  ])
})

test('a program lists what waits, and takes no step', async () => {
  await begin()
  const { recoveries } = (await second.api('GET', '/v1/recoveries')).json()
  expect(recoveries).toContainEqual(
    expect.objectContaining({ state: 'started', waits_for_me: true, person: expect.objectContaining({ id: lost.id }) }),
  )
  expect((await herself.api('GET', '/v1/recoveries')).status).toBe(404)
})

describe('by SQL, a request', () => {
  const as = async (who: { id: string }, statement: string, ...values: unknown[]) => {
    await using app = await sessionOf(house.db, 'app')
    await app.begin(who.id)
    return await app.sees(statement, values)
  }
  test('takes no step without the row that the person sees', async () => {
    expect(await as(people.officer, "select recovery_start($1, 'paper')", lost.id)).toBe('42501')
    const id = idOf(await begin())
    expect(await as(secondIs, 'select recovery_agree($1)', id)).toBe('42501')
    const line = "insert into access (id, subject, purpose, fields) values (gen_random_uuid(), $1, 'recovery', 'roll')"
    expect(await as(secondIs, line, lost.id)).toBe(1)
    expect(await as(people.binh, line, lost.id)).toBe('42501')
    await ready()
    expect(await as(people.officer, 'select recovery_give($1, $2)', id, hashOf(newSecret()))).toBe('42501')
  })

  test('changes no recovery, sees nobody else’s, and does not learn who has a passkey', async () => {
    await ask()
    expect(await as(lost, "update recovery set state = 'done'")).toBe('42501')
    expect(await as(lost, 'delete from recovery')).toBe('42501')
    expect(
      await as(lost, "insert into recovery (person, state, asked_by) values ($1, 'asked', 'person')", lost.id),
    ).toBe('42501')
    expect(await as(people.officer, 'select from recovery where person = $1', lost.id)).toBe(0)
    expect(await as(lost, 'select from recovery where person = $1', lost.id)).toBe(1)
    const has = (who: { id: string }) =>
      house.db.as(
        who.id,
        async (tx) => (await sql<{ b: boolean }>`select has_passkey(${lost.id}) as b`.execute(tx)).rows[0]?.b,
      )
    expect([await has(people.binh), await has(people.officer), await has(lost)]).toEqual([false, true, true])
  })

  test('as one officer alone makes no invitation for who has a passkey', async () => {
    await expect(
      house.db.as(people.officer.id, async (tx) => {
        await tx
          .insertInto('access')
          .values({ id: newId(), subject: lost.id, purpose: 'invitation', fields: 'record' })
          .execute()
        await tx
          .insertInto('invitation')
          .values({ hash: hashOf(newId()), person: lost.id })
          .execute()
      }),
    ).rejects.toMatchObject({ code: '42501' })
    expect((await first.post(`/records/${lost.id}/invitation`)).status).toBe(409)
  })
})

describe('the states', () => {
  test('go from one to another as the table says and in no other way, whoever writes', async () => {
    const states = ['asked', 'started', 'waiting', 'done', 'stopped', 'lapsed']
    const steps = (await asked('select before, after from recovery_steps()')).map(
      ({ before, after }) => `${before} ${after}`,
    )
    const wrong: string[] = []
    for (const before of states)
      for (const after of states) {
        if (before === after) continue
        await asked('begin')
        const went = await asked(
          `insert into recovery (person, state, asked_by, recognised, started_by, started_at) values ($1, 'started', 'officer', 'paper', $2, now()) returning id`,
          ...[lost.id, people.officer.id],
        ).then(async ([made]) => {
          await asked('alter table recovery disable trigger recovery_steps_on_update')
          const set = (state: string) =>
            asked(
              `update recovery set state = $2, agreed_by = $3, agreed_at = now(), opens_at = now() + interval '72 hours',
                 ended_at = case when $2 in ('done', 'stopped', 'lapsed') then now() end, stopped_by = case when $2 = 'stopped' then 'link' end where id = $1`,
              ...[made?.id, state, secondIs.id],
            )
          await set(before)
          await asked('alter table recovery enable trigger recovery_steps_on_update')
          return set(after).then(
            () => true,
            () => false,
          )
        })
        await asked('rollback')
        if (went !== steps.includes(`${before} ${after}`)) wrong.push(`${before} → ${after}: ${went}`)
      }
    expect(wrong).toEqual([])
  })

  test('stand in the decision as they stand in the database', async () => {
    const page = readFileSync('docs/decisions/0031-two-officers-and-three-days.md', 'utf8')
    for (const { before, act, after } of await asked('select * from recovery_steps()'))
      expect(page).toContain(`| ${before === '-' ? '' : `${before} `}| ${act} | ${after} |\n`)
  })
})
