import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type TestDatabase, testDatabase } from '../../test/support/database.ts'
import { recognise } from '../addresses/index.ts'
import type { Database } from '../db/index.ts'
import { fillSample } from './fill.ts'
import { guides } from './story/index.ts'

let db: TestDatabase
beforeAll(async () => {
  db = await testDatabase()
  await fillSample(db)
})
afterAll(() => db[Symbol.asyncDispose]())

const rowsIn = async (database: TestDatabase, query: string, values: unknown[] = []) =>
  (await database.asSuperuser(query, values)).rows
const rows = (query: string, values: unknown[] = []) => rowsIn(db, query, values)
const columnOf = async (query: string, values: unknown[] = []) =>
  (await rows(query, values)).map((row) => Object.values(row)[0])

test('all 3,356 places of Vietnam are its units, and no other', async () => {
  expect(
    await rows(
      "select count(*)::int as all_of_them, count(*) filter (where kind = 'tỉnh')::int as provinces from unit",
    ),
  ).toEqual([{ all_of_them: 3356, provinces: 27 }])
})

test('its people are a few hundred, each with a name of one letter and an office that says “mẫu”', async () => {
  const people = await rows('select name, office, ref from person')
  expect(people.length).toBeGreaterThan(250)
  expect(new Set(people.map(({ name }) => name)).size).toBe(people.length)
  for (const { name, office, ref } of people) {
    expect(name).toMatch(/^\p{Lu}\p{Ll}+ (Văn|Thị) \p{Lu}$/u)
    expect(office).toMatch(/ \(mẫu\)$/)
    expect(ref).toMatch(/^MAU-/)
  }
})

test('every state of the attestation is there, by the rules of the register', async () => {
  expect(await columnOf('select distinct attestation from roll order by 1')).toEqual([
    'attested',
    'attested_none',
    'due',
    'exempt',
    'never_asked',
    'overdue',
    'unreachable',
  ])
})

test('the officer has reminded their ward, and sees what came of it; no letter waits', async () => {
  const [one] = await rows(
    'select state, asked, told, (select sum(reached)::int from campaign_cell) as reached from campaign',
  )
  expect(one).toMatchObject({ state: 'running', told: one?.asked, reached: one?.asked })
  expect(Number(one?.asked)).toBeGreaterThan(0)
  expect(await rows('select 1 from outgoing_mail where sent_at is not null')).toEqual([])
})

describe('the member shows', () => {
  const member = `person = (select id from person where ref = '${guides.member.ref}')`

  test('every level, every visibility and every state of a declaration', async () => {
    const standing = `from declaration_now where ${member}`
    expect(await columnOf(`select distinct level ${standing} order by 1`)).toEqual([0, 1, 2, 3])
    expect(await columnOf(`select distinct visibility ${standing} order by 1`)).toEqual([
      'confirmable',
      'listed',
      'private',
    ])
    expect(await columnOf(`select distinct state ${standing} order by 1`)).toEqual([
      'active',
      'closed',
      'closing',
      'frozen',
      'lost',
    ])
    expect(await columnOf(`select distinct manager ${standing} order by 1`)).toEqual(['alone', 'shared', 'unit'])
    expect(await columnOf(`select distinct shows ${standing} order by 1`)).toEqual([
      'name',
      'name_and_office',
      'nothing',
    ])
  })

  test('every state of a proof and every result of a check', async () => {
    expect(await columnOf(`select distinct state from proof where ${member} order by 1`)).toEqual([
      'ended',
      'found',
      'missed',
      'waiting',
    ])
    expect(await columnOf(`select distinct method from proof where ${member} order by 1`)).toEqual([
      'dns-txt',
      'meta-tag',
      'well-known',
    ])
    expect(await columnOf(`select distinct result from proof_check where ${member} order by 1`)).toEqual([
      'absent',
      'found',
      'unreachable',
    ])
    expect(
      await rows(`select from proof where ${member} and not_reconfirmed_since is not null and state = 'found'`),
    ).toHaveLength(1)
    expect(
      await rows(`select from proof where ${member} and state = 'waiting' and expires_on > current_date`),
    ).toHaveLength(2)
  })

  test('drafts, receipts, and who has looked', async () => {
    expect(await columnOf(`select manager from draft where ${member} order by id`)).toEqual([null, 'alone'])
    expect(await columnOf(`select distinct act from receipt where ${member} order by 1`)).toEqual([
      'declared',
      'visibility_changed',
    ])
    const [{ id }] = await rows('select id from person where ref = $1', [guides.member.ref])
    const seen = await db.as(id, (tx) =>
      tx.selectFrom('access').select(['purpose', 'by_name', 'persons']).orderBy('at').execute(),
    )
    // And a reviewer, of three pages that imitate them.
    expect(seen.splice(3).map(({ purpose }) => purpose)).toEqual(['incident', 'incident', 'incident'])
    expect(seen).toEqual([
      { purpose: 'list', by_name: guides.officer.name, persons: 24 },
      { purpose: 'help', by_name: guides.officer.name, persons: null },
      { purpose: 'asked_by_person', by_name: guides.officer.name, persons: null },
    ])
  })

  test('four kinds of public answers, and nothing of what is private', async () => {
    const answers = await rows(
      `select answer, level from published join declaration d on d.id = declaration where d.${member} order by 1, 2`,
    )
    expect([...new Set(answers.map(({ answer }) => answer))]).toEqual(['closed', 'confirmed', 'suspended'])
    expect([...new Set(answers.filter(({ answer }) => answer === 'confirmed').map(({ level }) => level))]).toEqual([
      1, 2, 3,
    ])
    expect(
      await rows(
        `select from published p join declaration_now d on d.id = p.declaration where d.visibility = 'private'`,
      ),
    ).toEqual([])
  })
})

test('an imitation in each of its states, and in public only what was found', async () => {
  expect(await rows('select stage, outcome from impersonation order by stage, outcome')).toEqual([
    { stage: 'asked', outcome: 'mine' },
    { stage: 'asked', outcome: null },
    { stage: 'denied', outcome: 'not_imitation' },
    { stage: 'denied', outcome: null },
    { stage: 'found', outcome: null },
    { stage: 'objected', outcome: null },
  ])
  expect(
    await rows(
      "select canonical, objected_at is not null as objected from published where answer = 'imitation' order by 1",
    ),
  ).toEqual([
    { canonical: 'https://mau-gia-found.example.org/', objected: false },
    { canonical: 'https://mau-gia-objected.example.org/', objected: true },
  ])
})

test('a case in each of its states, each about somebody who did not attest by their date', async () => {
  expect(await rows('select state, fact, outcome from duty_case order by state')).toEqual([
    { state: 'appealed', fact: 'not_attested', outcome: 'reminder' },
    { state: 'decided', fact: 'not_attested', outcome: 'reminder' },
    { state: 'notified', fact: 'not_attested', outcome: null },
    { state: 'to_decide', fact: 'not_attested', outcome: null },
  ])
})

test('one auditor and one administrator, and officers of some units but not of all', async () => {
  const held = await rows('select role, count(*)::int as n from role_held group by role')
  expect(held).toContainEqual({ role: 'auditor', n: 1 })
  expect(held).toContainEqual({ role: 'administrator', n: 1 })
  const [{ n }] = held.filter(({ role }) => role === 'officer')
  const [{ units }] = await rows('select count(distinct unit)::int as units from person')
  expect(n).toBeGreaterThan(20)
  expect(n).toBeLessThan(units)
})

describe('every address', () => {
  const all = () => rows("select canonical from declaration union select address->>'canonical' from draft")

  test('is recognised as itself', async () => {
    for (const { canonical } of await all()) expect(recognise(canonical)).toMatchObject({ address: { canonical } })
  })

  test('is a placeholder: a name that is kept for examples, or a handle of a made-up name that says “mau”', async () => {
    const example = /^https:\/\/[a-z-]+\.example\.(com|net|org)\/$/
    const mau =
      /^https:\/\/(www\.facebook\.com\/|www\.instagram\.com\/|x\.com\/|www\.youtube\.com\/@)[a-z.-]+[._-]?mau(\.hoatdong|hoatdong)?$/
    for (const { canonical } of await all()) expect(canonical).toMatch(new RegExp(`${example.source}|${mau.source}`))
  })

  test('belongs to one person alone', async () => {
    expect(await rows('select canonical from declaration group by canonical having count(*) > 1')).toEqual([])
  })
})

test('no check says that anybody outside was asked: its resolvers are addresses kept for documentation', async () => {
  expect(await columnOf('select distinct unnest(resolvers) from proof_check order by 1')).toEqual([
    '192.0.2.53',
    '198.51.100.53',
  ])
})

const counted = async (database: TestDatabase) =>
  rowsIn(
    database,
    `select (select count(*) from unit) as units, (select count(*) from person) as people, (select count(*) from role_held) as roles,
      (select count(*) from declaration_version) as versions, (select count(*) from level_step) as steps, (select count(*) from proof_check) as checks,
      (select count(*) from receipt) as receipts, (select count(*) from draft) as drafts, (select count(*) from published) as published`,
  )

test('filling it again changes nothing', async () => {
  const before = await counted(db)
  await fillSample(db)
  expect(await counted(db)).toEqual(before)
})

test('two processes that fill at once fill it once', async () => {
  await using other = await testDatabase()
  await Promise.all([fillSample(other), fillSample(other)])
  expect(await counted(other)).toEqual(await counted(db))
}, 90_000)

test('killed after any of its transactions, it is completed by the next start', async () => {
  await using other = await testDatabase()
  let killed = 0
  for (let allowed = 1; ; allowed++) {
    const stopped = await fillSample(killedAfter(other, allowed)).then(() => undefined, String)
    if (stopped === undefined) break
    expect(stopped).toBe('Error: killed')
    killed++
  }
  expect(killed).toBeGreaterThan(6)
  expect(await counted(other)).toEqual(await counted(db))
  expect(await rowsIn(other, 'select name from organisation')).toEqual([{ name: 'Đơn vị Mẫu' }])
}, 180_000)

/** The database of a process that dies when it wants to begin one transaction more. */
function killedAfter(database: Database, transactions: number): Database {
  let left = transactions
  const alive = async () => {
    if (left-- <= 0) throw new Error('killed')
  }
  return {
    ...database,
    as: (who, act) => alive().then(() => database.as(who, act)),
    under: (role, act) => alive().then(() => database.under(role, act)),
    showing: (secret, act) => alive().then(() => database.showing(secret, act)),
  }
}
