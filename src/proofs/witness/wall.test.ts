import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type Session, sessionOf } from '../../../test/house/wall.ts'
import { type Asked, type Walk, walk } from './tests/walk.ts'

// Somebody decides which SQL the role `app` runs for one actor. What the database refuses by itself.

let at: Walk
let app: Session
let asked: Asked
beforeAll(async () => {
  at = await walk()
})
afterAll(() => at[Symbol.asyncDispose]())
beforeEach(async () => {
  app = await sessionOf(at.db, 'app')
  asked = await at.asks()
  return () => app[Symbol.asyncDispose]()
})

const refused = '42501'
type Person = { readonly id: string }
const openIt = "insert into access (id, purpose, fields, about) values (gen_random_uuid(), 'witness', 'page', $1)"
/** As this person, in a transaction that is taken back: what the last statement did. */
async function as(who: Person | undefined, ...statements: readonly (readonly [string, ...unknown[]])[]) {
  await app.begin(who?.id)
  let done: number | string = 0
  for (const [sql, ...values] of statements) done = await app.sees(sql, values)
  await app.run('rollback')
  return done
}
const says = async (who: Person, sql: string, ...values: unknown[]) => {
  await app.begin(who.id)
  const { rows } = await app.run(sql, values)
  await app.run('rollback')
  return Object.values(rows[0] ?? { none: undefined })[0]
}

describe('the row that opens', () => {
  test('is written by the officer who may witness it', async () => {
    expect(await as(at.officer, [openIt, asked.request])).toBe(1)
  })

  test('is written by no member, no sibling’s officer, no officer above, no ended term, not the person, and not nobody', async () => {
    const former = await at.person('Người Cũ', at.north.id)
    await at.grant(former, 'officer', at.north.id)
    expect(await as(former, [openIt, asked.request])).toBe(1)
    await at.db.asSuperuser('update role_held set to_at = now() where person = $1', [former.id])
    for (const who of [at.lan, at.binh, at.sibling, at.above, former, undefined])
      expect(await as(who, [openIt, asked.request])).toBe(refused)
  })

  test('is not written for a request that is decided, taken back, or was never made', async () => {
    const [done, back] = [asked, await at.asks()]
    await at.witnessed(done)
    await (await at.as(at.lan)).post(`/proofs/${back.proof}/withdraw`)
    for (const id of [done.request, back.request, crypto.randomUUID()])
      expect(await as(at.officer, [openIt, id])).toBe(refused)
  })

  test('is not written by an officer for an account of their own, also through another officer’s name', async () => {
    const own = await at.asks(at.officer)
    expect(await as(at.officer, [openIt, own.request])).toBe(refused)
    const named = openIt.replace('(id,', '(id, actor,').replace('(gen', '($2, gen')
    expect(
      await as(at.officer, [
        named.replace('values ($2, gen_random_uuid()', 'values (gen_random_uuid(), $2'),
        own.request,
        at.above.id,
      ]),
    ).toBe(refused)
  })

  test('names the person of the request, whoever is said', async () => {
    const withSubject = openIt.replace('about)', 'about, subject)').replace('$1)', '$1, $2)')
    await app.begin(at.officer.id)
    await app.run(withSubject, [asked.request, at.officer.id])
    const { rows } = await app.run(
      'select subject, by_name from access where about = $1 and actor = actor() and tx = pg_current_xact_id_if_assigned()',
      [asked.request],
    )
    await app.run('rollback')
    expect(rows).toEqual([{ subject: at.lan.id, by_name: 'Lê Văn C' }])
  })

  test('opens no record and no roll, and no other purpose goes by a request', async () => {
    for (const [from, to] of [
      ["'page'", "'record'"],
      ["'page'", "'roll'"],
      ["'witness'", "'help'"],
      ["'witness', 'page'", "'help', 'record'"],
    ] as const)
      expect([
        to,
        [refused, '23514'].includes(String(await as(at.officer, [openIt.replace(from, to), asked.request]))),
      ]).toEqual([to, true])
    const without = openIt.replace(', about)', ', subject)')
    expect(await as(at.officer, [without, at.lan.id])).toBe(refused)
  })
})

describe('behind the row', () => {
  const page = 'select from declaration where id = $1'

  test('is that one page and its person, and nothing without the row or in the next transaction', async () => {
    const other = await at.asks()
    expect(await as(at.officer, [page, asked.declaration])).toBe(0)
    expect(await as(at.officer, [openIt, asked.request], [page, asked.declaration])).toBe(1)
    expect(await as(at.officer, [openIt, asked.request], [page, other.declaration])).toBe(0)
    expect(
      await as(at.officer, [openIt, asked.request], ['select from declaration where person = $1', at.lan.id]),
    ).toBe(1)
    expect(await as(at.officer, [openIt, asked.request], ['select from person where id = $1', at.lan.id])).toBe(1)
    expect(await as(at.officer, [openIt, asked.request], ['select from person where id = $1', at.binh.id])).toBe(0)
    await app.begin(at.officer.id)
    await app.run(openIt, [asked.request])
    await app.run('commit')
    expect(await as(at.officer, [page, asked.declaration])).toBe(0)
  })

  test('is no request before it, not even its person', async () => {
    const request = 'select person, declaration from witness_request where id = $1'
    expect(await as(at.officer, [request, asked.request])).toBe(0)
    expect(await as(at.binh, [request, asked.request])).toBe(0)
    expect(await as(at.lan, [request, asked.request])).toBe(1)
  })

  test('is no code of another officer, and none for the person', async () => {
    const colleague = await at.person('Cán Bộ Thứ Hai', at.north.id)
    await at.grant(colleague, 'officer', at.north.id)
    await at.code(asked.request)
    const code = 'select from witness_code where request = $1'
    for (const who of [colleague, at.lan, at.above, undefined]) expect(await as(who, [code, asked.request])).toBe(0)
    expect(await as(at.officer, [code, asked.request])).toBe(1)
    await at.db.asSuperuser('delete from role_held where person = $1', [colleague.id])
  })
})

describe('the word', () => {
  const confirm = 'select witness_confirm($1, $2, $3)'

  test('is taken from no person for themself, no sibling, no member, no ended term', async () => {
    await at.code(asked.request)
    for (const who of [at.lan, at.binh, at.sibling, at.above])
      expect(await says(who, confirm, asked.request, asked.address, 'in_person')).toBe('not_found')
    expect(await says(at.officer, confirm, asked.request, asked.address, 'in_person')).toBe('witnessed')
    const own = await at.asks(at.officer)
    expect(await says(at.officer, confirm, own.request, own.address, 'in_person')).toBe('not_found')
    for (const call of [
      'select witness_decline($1, gen_random_uuid())',
      "select * from witness_code_for($1, 'CD-0000-0000')",
    ])
      expect([undefined, 'not_found']).toContain(await says(at.lan, call, asked.request))
  })

  test('is not taken without a code, for another address, or for another way of seeing', async () => {
    expect(await says(at.officer, confirm, asked.request, asked.address, 'in_person')).toBe('witness_code_over')
    await at.code(asked.request)
    expect(await says(at.officer, confirm, asked.request, 'https://x.com/other', 'in_person')).toBe('other_address')
    expect(await as(at.officer, [confirm, asked.request, asked.address, 'screenshot'])).toBe('23514')
  })

  test('is not written past the functions: no request is made, decided, renamed or lengthened by hand', async () => {
    await at.code(asked.request)
    const request = 'update witness_request set'
    for (const [sql, ...values] of [
      [`${request} state = 'witnessed' where id = $1`, asked.request],
      [`${request} state = 'withdrawn' where id = $1`, asked.request],
      [`${request} witness = actor(), seen = 'in_person' where id = $1`, asked.request],
      [`${request} person = actor()`],
      [`${request} settled_at = now()`],
      ["update witness_code set expires_at = 'infinity'"],
      ['update witness_code set tries = 0'],
      ['delete from witness_code'],
      ['delete from witness_request'],
      ["insert into witness_code (request, officer, code) values ($1, actor(), 'CD-0000-0000')", asked.request],
      ['insert into witness_request (id, proof, look) values (gen_random_uuid(), $1, 2)', asked.proof],
      ["insert into witness_request (id, proof, state) values (gen_random_uuid(), $1, 'witnessed')", asked.proof],
      ['insert into witness_request (id, proof) values (gen_random_uuid(), $1)', asked.proof],
      ['select draw_second_look($1, gen_random_uuid(), 0)', asked.request],
      ["select nextval('witness_number')"],
    ] as readonly (readonly [string, ...unknown[]])[]) {
      const done = await as(at.officer, [sql, ...values])
      expect([sql, [refused, 0].includes(done)]).toEqual([sql, true])
    }
    expect(await at.state(asked.request)).toBe('open')
  })

  test('of the person about their own request is to take it back, and nothing else', async () => {
    for (const state of ['witnessed', 'not_seen', 'ended', 'open'])
      expect([
        state,
        await as(at.lan, ['update witness_request set state = $2 where id = $1', asked.request, state]),
      ]).toEqual([state, expect.stringMatching(/^(42501|23514)$/)])
    expect(await as(at.lan, ["update witness_request set state = 'withdrawn' where id = $1", asked.request])).toBe(1)
  })

  test('is asked for by the owner of a waiting proof alone', async () => {
    const mine = await at.asks()
    await (await at.as(at.lan)).post(`/proofs/${mine.proof}/withdraw`)
    const ask = 'insert into witness_request (id, proof) values (gen_random_uuid(), $1)'
    expect(await as(at.binh, [ask, mine.proof])).toBe(refused)
    expect(await as(at.lan, [ask, mine.proof])).toBe(1)
    expect(await as(at.lan, [ask, crypto.randomUUID()])).toBe(refused)
    await at.db.asSuperuser("update proof set method = 'dns-txt' where id = $1", [mine.proof])
    expect(await as(at.lan, [ask, mine.proof])).toBe(refused)
  })

  test('is what a level rests on: not even the checker writes that a witnessed proof was found without it', async () => {
    await using checker = await sessionOf(at.db, 'checker')
    expect(await checker.sees("update proof set state = 'found' where id = $1", [asked.proof])).toBe(refused)
    await at.witnessed(asked)
    expect(await at.proofState(asked)).toBe('found')
  })

  test('tells the checker which look and which proof, not whose and not by whom', async () => {
    await using checker = await sessionOf(at.db, 'checker')
    for (const column of ['person', 'witness', 'by_name', 'by_office', 'declaration'])
      expect([column, await checker.sees(`select ${column} from witness_request`)]).toEqual([column, refused])
    expect(await checker.sees('select from witness_code')).toBe(refused)
  })
})

describe('taking a guard away lets it fall:', () => {
  test('without the question who may witness, the sibling’s officer opens the page', async () => {
    await at.db.asSuperuser("alter policy witness_opens on access with check (purpose = 'witness')")
    try {
      expect(
        await as(at.sibling, [openIt, asked.request], ['select from declaration where id = $1', asked.declaration]),
      ).toBe(1)
    } finally {
      await at.db.asSuperuser(`alter policy witness_opens on access with check (
        channel in ('web', 'api') and purpose = 'witness' and fields = 'page' and subject is not null and subject <> actor()
        and coalesce(may_witness(about, subject), false))`)
    }
    expect(await as(at.sibling, [openIt, asked.request])).toBe(refused)
  })
})
