import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { declared } from '../../test/house/declared.ts'
import { type TestDatabase, testDatabase } from '../../test/support/database.ts'
import { smallOrganisation } from '../../test/support/people.ts'
import { today as dayIn, newId } from '../db/index.ts'
import { digest, keepTime, lapseProofs, planAll } from './keep-time.ts'
import { addDays, cohortOf, dateOnOrAfter } from './rules.ts'
import { claimDuties } from './store/duties.ts'

const zone = 'Asia/Ho_Chi_Minh'
const today = dayIn(zone)
let db: TestDatabase
let people: Awaited<ReturnType<typeof smallOrganisation>>
const sql = async (text: string, ...values: unknown[]) => (await db.asSuperuser(text, values)).rows
const run = async (day: string) => {
  await planAll(db, day)
  return keepTime(db, day, zone)
}

beforeAll(async () => {
  db = await testDatabase()
  people = await smallOrganisation(db)
  // The cycle is older than everybody who joins below, and younger than those who were here before.
  await sql("update person set unit_since = '2020-01-01', joined_at = '2020-01-01'")
  await sql("update attestation_duty set joined_at = '2020-01-01'")
})
afterAll(() => db[Symbol.asyncDispose]())

const setCycle = (months = 12, month = Number(today.slice(5, 7)), days = 90) =>
  sql(
    `insert into attestation_cycle as c (kind, months, month, spread_days, began_at) values ('', $1, $2, $3, '2021-01-01')
     on conflict (kind) do update set months = excluded.months, month = excluded.month, spread_days = excluded.spread_days, changed_at = now(), settled_at = null`,
    months,
    month,
    days,
  )
const dutyOf = async (who: { id: string }) =>
  (
    await sql(
      'select state, opens_on::text, due_on::text, answered, lapsed_at, proofs_since::text, next_on::text from attestation_duty where person = $1',
      who.id,
    )
  )[0]
const told = async (who: { id: string }) =>
  (await sql('select kind from notice where person = $1 order by made_at, kind', who.id)).map(({ kind }) => kind)
const reachable = (who: { id: string }) =>
  sql("insert into mail_address (person, address, lang) values ($1, $2, 'vi')", who.id, `${who.id}@donvi.vn`)

test('while nobody has set a cycle nobody is asked', async () => {
  await run(today)
  expect(await sql("select from roll where attestation <> 'never_asked' or due_on is not null")).toEqual([])
})

test('who came with a list has a date of the cycle, spread by person; who comes alone thirty days of their own', async () => {
  await setCycle()
  await sql(
    "insert into person (id, name, unit) select gen_random_uuid(), 'Người ' || n, $1 from generate_series(1, 3000) n",
    people.south.id,
  )
  const alone = await people.person('Người Mới', people.north.id)
  await reachable(alone)
  expect(await run(today)).toBeGreaterThan(3_000)
  const dues = await sql(
    "select d.person, d.due_on::text as due from attestation_duty d join person p on p.id = d.person where p.name like 'Người %' and p.id <> $1",
    alone.id,
  )
  expect(dues).toHaveLength(3_000)
  const cycle = { months: 12, month: Number(today.slice(5, 7)), spreadDays: 90 }
  const days = new Map<string, number>()
  for (const { person, due } of dues) {
    expect(due).toBe(dateOnOrAfter(cycle, cohortOf(person, 90), addDays(today, 30)))
    days.set(due, (days.get(due) ?? 0) + 1)
  }
  expect(days.size).toBe(90)
  expect(Math.max(...days.values())).toBeLessThan(75) // 33 on average
  expect(await dutyOf(alone)).toMatchObject({ state: 'due', opens_on: today, due_on: addDays(today, 30) })
  expect(await told(alone)).toEqual(['attestation_open'])
  expect((await sql('select attestation, due_on::text from roll where person = $1', alone.id))[0]).toEqual({
    attestation: 'due',
    due_on: addDays(today, 30),
  })
  expect(await run(today)).toBe(0)
}, 60_000)

test('each step is told once, whoever runs how often, and also when a run dies in the middle', async () => {
  const who = await people.person('Người Được Nhắc', people.north.id)
  await reachable(who)
  await run(today)
  const due = addDays(today, 30)
  const dies = db.under('reminder', async (tx) => {
    expect((await claimDuties(tx, addDays(due, -7), 10_000, zone)).some(({ person }) => person === who.id)).toBe(true)
    throw new Error('killed')
  })
  await expect(dies).rejects.toThrow('killed')
  for (const days of [-7, -7, -3, -1, 0, 1, 1, 20]) {
    const day = addDays(due, days)
    await Promise.all([keepTime(db, day, zone), keepTime(db, day, zone), keepTime(db, day, zone)])
  }
  expect(await told(who)).toEqual(['attestation_open', 'attestation_7_days', 'attestation_1_day', 'attestation_late'])
  expect(await dutyOf(who)).toMatchObject({ state: 'overdue', due_on: due, next_on: null })
  expect((await dutyOf(who))?.lapsed_at).not.toBeNull()
}, 60_000)

describe('places and absences', () => {
  const settled = async (name: string, duty: string) => {
    const who = await people.person(name, people.north.id)
    await reachable(who)
    await run(today)
    await sql(`update attestation_duty set ${duty}, next_on = '2000-01-01' where person = $1`, who.id)
    await keepTime(db, today, zone)
    return who
  }
  const far = `opens_on = '${addDays(today, 140)}', due_on = '${addDays(today, 200)}', state = 'never_asked'`

  test('whoever is transferred has thirty days; whoever is carried over by a merger keeps their date', async () => {
    const [moved, carried] = [await settled('Người Chuyển', far), await settled('Người Theo', far)]
    const [gone, other] = [await people.unit('M1', 'Tổ 1', people.root), await people.unit('M2', 'Tổ 2', people.root)]
    await sql('update person set unit = $2 where id = $1', carried.id, gone.id)
    await keepTime(db, today, zone)
    await sql(`update attestation_duty set ${far} where person = $1`, carried.id)
    const before = await dutyOf(carried)
    await db.under('operator', async (tx) => {
      const { sql: raw } = await import('kysely')
      await raw`select unit_merge(${gone.id}, ${other.id}, false)`.execute(tx)
      await raw`select person_transfer(${moved.id}, ${other.id}, false)`.execute(tx)
    })
    await keepTime(db, today, zone)
    expect(await dutyOf(moved)).toMatchObject({ state: 'due', opens_on: today, due_on: addDays(today, 30) })
    expect(await dutyOf(carried)).toMatchObject({ due_on: before?.due_on, opens_on: before?.opens_on })
  }, 60_000)

  test('a leave over the date puts it off; exempt is exempt, and nobody is overdue meanwhile', async () => {
    const soon = `opens_on = '${addDays(today, -50)}', due_on = '${addDays(today, 10)}'`
    const [away, exempt] = [await settled('Người Nghỉ', soon), await settled('Người Miễn', soon)]
    const note = (who: { id: string }, kind: string, reason: string | null, until: string) =>
      sql(
        'insert into absence (id, person, kind, reason, from_on, until_on) values ($1, $2, $3, $4, $5, $6)',
        ...[newId(), who.id, kind, reason, today, until],
      )
    await note(away, 'leave', null, addDays(today, 40))
    await note(exempt, 'exempt', 'age', addDays(today, 400))
    await keepTime(db, today, zone)
    expect(await dutyOf(away)).toMatchObject({ state: 'due', due_on: addDays(today, 70) })
    expect(await dutyOf(exempt)).toMatchObject({ state: 'exempt' })
    await keepTime(db, addDays(today, 20), zone)
    expect(await dutyOf(exempt)).toMatchObject({ state: 'exempt', lapsed_at: null })
    expect(await told(exempt)).not.toContain('attestation_late')
  }, 60_000)

  test('whoever leaves is asked no more; whoever comes back has thirty days', async () => {
    const who = await settled('Người Đi', far)
    await sql('update person set left_at = now() where id = $1', who.id)
    expect(await dutyOf(who)).toBeUndefined()
    expect((await sql('select attestation, due_on from roll where person = $1', who.id))[0]).toEqual({
      attestation: 'never_asked',
      due_on: null,
    })
    await sql('update person set left_at = null, unit_since = now() where id = $1', who.id)
    await reachable(who)
    await keepTime(db, today, zone)
    expect(await dutyOf(who)).toMatchObject({ state: 'due', due_on: addDays(today, 30) })
  }, 60_000)

  test('who cannot be reached is said to be unreachable, and is asked as soon as there is a way in', async () => {
    const who = await people.person('Người Không Mạng', people.north.id)
    await run(today)
    expect(await dutyOf(who)).toMatchObject({ state: 'unreachable' })
    expect(await told(who)).toEqual([])
    await sql(
      "insert into passkey (id, person, credential_hash, credential, public_key) values (gen_random_uuid(), $1, sha256('x'), 'x', 'x')",
      who.id,
    )
    await keepTime(db, today, zone)
    expect(await dutyOf(who)).toMatchObject({ state: 'due' })
    expect(await told(who)).toEqual(['attestation_open'])
  }, 60_000)
})

test('a changed cycle moves the dates that are not open, and leaves the others', async () => {
  const [open, closed] = await sql(
    "(select person, due_on::text as due from attestation_duty where opens_on <= $1 and state = 'due' limit 1) union all (select person, due_on::text from attestation_duty where opens_on > $1 limit 1)",
    today,
  )
  await setCycle(24, 1, 30)
  await run(today)
  expect((await dutyOf({ id: open.person }))?.due_on).toBe(open.due)
  const cycle = { months: 24, month: 1, spreadDays: 30 }
  expect((await dutyOf({ id: closed.person }))?.due_on).toBe(
    dateOnOrAfter(cycle, cohortOf(closed.person, 30), addDays(today, 30)),
  )
  expect(await sql('select from attestation_cycle where settled_at is null')).toEqual([])
}, 60_000)

describe('what was proven once', () => {
  const proven = async (host: string, keep: boolean, found: string) => {
    const who = await people.person(`Chủ ${host}`, people.north.id)
    await reachable(who)
    const page = await declared(db, who, `https://${host}.example.com/`, { visibility: 'confirmable', level: 2 })
    const proof = newId()
    await sql(
      "insert into proof (id, declaration, person, method, token, keep, state, found_at, last_found_at) values ($1, $2, $3, 'dns-txt', $4, $5, 'found', $6, $6)",
      ...[proof, page.id, who.id, host, keep, found],
    )
    await sql(
      "update attestation_duty set opens_on = $2, due_on = $3, next_on = '2000-01-01' where person = $1",
      ...[who.id, addDays(today, -61), addDays(today, -1)],
    )
    return { who, page, proof }
  }
  const levelOf = async ({ page }: { page: { id: string } }) =>
    (await sql('select level, visibility from declaration_now where id = $1', page.id))[0]

  test('lapses when the date has gone by, with the level and the public answer; kept or proven again it stays', async () => {
    const longAgo = addDays(today, -300)
    const [once, kept, again] = [
      await proven('once', false, longAgo),
      await proven('kept', true, longAgo),
      await proven('again', false, addDays(today, -10)),
    ]
    await lapseProofs(db)
    expect(await levelOf(once)).toEqual({ level: 2, visibility: 'confirmable' })
    await keepTime(db, today, zone)
    await lapseProofs(db)
    expect(await levelOf(once)).toEqual({ level: 0, visibility: 'private' })
    expect(
      await sql('select reason from level_step where declaration = $1 order by made_at desc limit 1', once.page.id),
    ).toEqual([{ reason: 'lapsed' }])
    expect(await told(once.who)).toContain('level_gone')
    expect(await sql('select from published where declaration = $1', once.page.id)).toEqual([])
    expect(await levelOf(kept)).toEqual({ level: 2, visibility: 'confirmable' })
    expect(await levelOf(again)).toEqual({ level: 2, visibility: 'confirmable' })
    expect(await sql('select from attestation_duty where proofs_since is not null')).toEqual([])
    await lapseProofs(db)
  }, 60_000)
})

test('an officer is told once a week that somebody’s date went by, and by no name', async () => {
  const week = '2031-06-02'
  await sql(
    "update attestation_duty set opens_on = '2031-04-01', due_on = '2031-05-30', state = 'overdue' where person = $1",
    people.lan.id,
  )
  await digest(db, week)
  await digest(db, week)
  const rows = await sql(
    "select about, key from notice where person = $1 and kind = 'attestation_digest'",
    people.officer.id,
  )
  expect(rows).toEqual([{ about: people.north.id, key: week }])
  await digest(db, '2031-06-16')
  expect(await sql("select from notice where kind = 'attestation_digest'")).toHaveLength(1)
})
