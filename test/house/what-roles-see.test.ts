import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type LoginRole, newId } from '../../src/db/index.ts'
import { type TestDatabase, testDatabase } from '../support/database.ts'
import { filledRegister, type Session, sessionOf } from './wall.ts'

let db: TestDatabase
let people: Awaited<ReturnType<typeof filledRegister>>
let tables: string[]
const closed = '42501'

beforeAll(async () => {
  db = await testDatabase()
  people = await filledRegister(db)
  const { rows } = await db.asSuperuser(
    "select relname from pg_class where relnamespace = 'register'::regnamespace and relkind in ('r', 'v', 'p') order by 1",
  )
  tables = rows.map(({ relname }) => relname)
})
afterAll(() => db[Symbol.asyncDispose]())

/** What a role sees of every table and view: how many rows, or the code of the refusal. */
async function seenBy(role: LoginRole, actor?: string): Promise<Record<string, number | string>> {
  await using session = await sessionOf(db, role)
  const seen: Record<string, number | string> = {}
  for (const table of tables) {
    await session.begin(actor)
    seen[table] = await session.sees(`select 1 from ${table}`)
    await session.run('rollback')
  }
  return seen
}
const open = (seen: Record<string, number | string>) =>
  Object.fromEntries(Object.entries(seen).filter(([, rows]) => rows !== closed))

describe('nobody', () => {
  test('sees nothing in any table but the tree and the organisation’s name, although every table has rows', async () => {
    for (const table of tables) {
      expect([table, (await db.asSuperuser(`select 1 from ${table}`)).rowCount]).not.toEqual([table, 0])
    }
    for (const actor of [undefined, '']) {
      const seen = Object.entries(open(await seenBy('app', actor))).filter(([, rows]) => rows !== 0)
      expect(seen).toEqual([
        ['organisation', 1],
        ['unit', 3],
      ])
    }
  })

  test('is a person whom nobody knows, too', async () => {
    const seen = Object.entries(open(await seenBy('app', newId()))).filter(([, rows]) => rows !== 0)
    expect(seen.map(([table]) => table)).toEqual(['organisation', 'unit'])
  })
})

describe('a member', () => {
  test('sees rows of one’s own and no one else’s', async () => {
    await using app = await sessionOf(db, 'app')
    for (const table of [
      'declaration',
      'declaration_version',
      'level_step',
      'declaration_now',
      'proof',
      'proof_check',
      'check_request',
      'draft',
      'offered_account',
      'receipt',
      'passkey',
      'session',
      'api_token',
      'invitation',
      'answered_once',
      'roll',
      'role_held',
      'person_page',
      'witness_request',
      'access_digest',
      'notice',
      'mail_address',
      'mail_confirmation',
      'push_subscription',
      'assisted_filing',
    ]) {
      for (const { id } of [people.lan, people.binh, people.officer]) {
        await app.begin(id)
        const { rows } = await app.run(`select distinct person from ${table}`)
        expect([table, rows.filter(({ person }) => person !== id)]).toEqual([table, []])
        await app.run('rollback')
      }
    }
  })

  test('sees who opened the own record and who listed the own unit, and of others nothing', async () => {
    await using app = await sessionOf(db, 'app')
    await app.begin(people.lan.id)
    expect(await app.sees('select from access where subject = actor()')).toBe(1)
    expect(await app.sees('select from access where unit = $1', [people.north.id])).toBe(1)
    await app.run('rollback')
    await app.begin(people.binh.id)
    expect(await app.sees('select from access')).toBe(0)
    await app.run('rollback')
  })
})

describe('a request', () => {
  let app: Session
  beforeAll(async () => {
    app = await sessionOf(db, 'app')
    return () => app[Symbol.asyncDispose]()
  })
  const asLan = async (sql: string, ...values: unknown[]) => {
    await app.begin(people.lan.id)
    const done = await app.sees(sql, values)
    await app.run('rollback')
    return done
  }
  const first = () => people.pages[0]?.id as string

  test('writes no public answer', async () => {
    const insert =
      "insert into published (canonical, declaration, answer, level, level_at) values ('https://x.com/a', $1, 'confirmed', 3, now())"
    expect(await asLan(insert, first())).toBe(closed)
    expect(await asLan("update published set answer = 'confirmed'")).toBe(closed)
    expect(await asLan('delete from published')).toBe(closed)
    expect(await asLan("select publish('https://lan1.example.com/')")).toBe(closed)
  })

  test('chooses no public page, neither its own nor another’s', async () => {
    expect(await asLan("insert into person_page values (actor(), 'aaaaaaaaaaaaaaaaaaaa')")).toBe(closed)
    expect(await asLan("update person_page set page = 'aaaaaaaaaaaaaaaaaaaa'")).toBe(closed)
    expect(await asLan('delete from person_page')).toBe(closed)
    expect(await asLan('select page_of($1)', people.binh.id)).toBe(closed)
    expect(await asLan('select new_page()')).toBe(closed)
  })

  test('raises no level: it begins at 0, once', async () => {
    const step =
      'insert into level_step (id, declaration, person, level, reason) values (gen_random_uuid(), $1, $2, $3, $4)'
    for (const [level, reason] of [
      [1, 'declared'],
      [2, 'proof_found'],
      [3, 'recheck_found'],
      [0, 'declared'],
    ] as const) {
      expect([level, reason, await asLan(step, first(), people.lan.id, level, reason)]).toEqual([level, reason, closed])
    }
    expect(await asLan('update level_step set level = 3')).toBe(closed)
  })

  test('moves no pointer, rewrites no version and deletes no history', async () => {
    for (const sql of [
      'update declaration set current_step = null',
      'update declaration set current_version = null',
      'update declaration set canonical = canonical',
      "update declaration_version set visibility = 'listed'",
      'update receipt set made_at = now()',
      'update proof set keep = true',
      'update roll set pages = 0',
      'delete from declaration',
      'delete from declaration_version',
      'delete from level_step',
      'delete from receipt',
      'delete from proof',
      'delete from proof_check',
    ]) {
      expect([sql, await asLan(sql)]).toEqual([sql, closed])
    }
  })

  test('writes in nobody else’s name', async () => {
    const { binh, lan } = people
    const declaration =
      "insert into declaration (id, person, platform, kind, canonical, typed) values (gen_random_uuid(), $1, 'website', 'website', 'https://a.vn/', 'a.vn')"
    expect(await asLan(declaration, binh.id)).toBe(closed)
    expect(await asLan(declaration, lan.id)).toBe(1)
    const { rows } = await db.asSuperuser('select id, current_version from declaration where person = $1', [binh.id])
    const [his] = rows as [{ id: string; current_version: string }]
    const version =
      "insert into declaration_version (id, declaration, person, n, state, visibility, shows, manager, channel) values (gen_random_uuid(), $1, $2, 9, 'closed', 'private', 'nothing', 'alone', 'web')"
    for (const person of [lan.id, binh.id]) expect(await asLan(version, his.id, person)).toBe(closed)
    const proof =
      "insert into proof (id, declaration, person, method, token) values (gen_random_uuid(), $1, $2, 'dns-txt', 'token2')"
    for (const person of [lan.id, binh.id]) expect(await asLan(proof, his.id, person)).toBe(closed)
    const receipt =
      "insert into receipt (id, code, person, act, declaration, version) values (gen_random_uuid(), 'BN-TEST-0002', $1, 'declared', $2, $3)"
    for (const person of [lan.id, binh.id])
      expect(await asLan(receipt, person, his.id, his.current_version)).toBe(closed)
    expect(
      await asLan("insert into draft (id, person, typed, address) values (gen_random_uuid(), $1, 'a', '{}')", binh.id),
    ).toBe(closed)
  })

  test('says of nothing when it was filed: the time is the database’s', async () => {
    for (const sql of [
      "insert into declaration (id, person, platform, kind, canonical, typed, filed_at) values (gen_random_uuid(), actor(), 'website', 'website', 'https://b.vn/', 'b.vn', '2020-01-01')",
      `insert into declaration_version (id, declaration, person, n, state, visibility, shows, manager, channel, made_at) values (gen_random_uuid(), '${first()}', actor(), 9, 'active', 'private', 'nothing', 'alone', 'web', '2020-01-01')`,
      `insert into receipt (id, code, person, act, declaration, version, made_at) select gen_random_uuid(), 'BN-TEST-0003', person, 'declared', id, current_version, '2020-01-01' from declaration`,
    ]) {
      expect([sql, await asLan(sql)]).toEqual([sql, closed])
    }
  })

  test('grants no role, enters no person and adds no unit', async () => {
    expect(
      await asLan("insert into role_held (id, person, role) values (gen_random_uuid(), actor(), 'administrator')"),
    ).toBe(closed)
    expect(await asLan("insert into person (id, name) values (gen_random_uuid(), 'Ai đó')")).toBe(closed)
    expect(await asLan("insert into unit (id, code, name, path) values (gen_random_uuid(), 'X', 'X', 'x')")).toBe(
      closed,
    )
    expect(await asLan("update role_held set to_at = null, state = 'active'")).toBe(closed)
    expect(await asLan('update person set unit = null')).toBe(closed)
    for (const sql of [
      'update membership set to_at = now()',
      'delete from membership',
      'update absence set ended_at = now()',
      "insert into absence (id, person, kind, from_on, until_on) values (gen_random_uuid(), actor(), 'leave', now(), now())",
      'delete from unit_event',
      'update unit set path = path',
      'update unit set closed_at = now()',
      'select end_terms(actor(), null)',
      'select hang(id, null) from unit',
    ]) {
      expect([sql, await asLan(sql)]).toEqual([sql, closed])
    }
  })
})

describe('roles that are no person', () => {
  test('the public question sees what is published, the name of the organisation, and nothing else', async () => {
    expect(open(await seenBy('asker'))).toEqual({ published: 3, organisation: 1 })
    expect(open(await seenBy('asker', people.officer.id))).toEqual({ published: 3, organisation: 1 })
  })

  test('the public question changes nothing and asks no function about people', async () => {
    await using asker = await sessionOf(db, 'asker')
    await asker.run("select set_config('cd.actor', $1, false)", [people.officer.id])
    for (const sql of [
      'delete from published',
      "update published set answer = 'closed'",
      `select keeps('${people.lan.id}')`,
      `select persons_of('${people.north.id}')`,
      `select covers('${people.north.id}')`,
      "select * from who_shows('session')",
    ]) {
      expect([sql, await asker.sees(sql)]).toEqual([sql, closed])
    }
  })

  test('a check sees addresses, tokens and ids, but no names and no person', async () => {
    await using checker = await sessionOf(db, 'checker')
    const visible = (
      await checker.run(
        "select table_name || '.' || column_name as name from information_schema.columns where table_schema = 'register' order by 1",
      )
    ).rows.map(({ name }) => name)
    expect(visible).toContain('proof.token')
    expect(visible).toContain('declaration.canonical')
    expect(
      visible.filter((name: string) => /\.(person|name|office|ref|subject|actor|by_\w+|made_by|typed)$/.test(name)),
    ).toEqual(['organisation.name', 'unit.name'])
    for (const table of ['person', 'roll', 'role_held', 'access', 'session', 'published', 'draft', 'receipt']) {
      expect([table, await checker.sees(`select from ${table}`)]).toEqual([table, closed])
    }
    expect(await checker.sees('select person from declaration')).toBe(closed)
    expect(await checker.sees('select canonical from declaration')).toBe(5)
  })

  test('a check cannot write whose its finding is: the register fills that in', async () => {
    await using checker = await sessionOf(db, 'checker')
    const forged =
      'insert into level_step (id, declaration, level, reason, person) values (gen_random_uuid(), $1, 2, $2, $3)'
    expect(await checker.sees(forged, [people.pages[0]?.id, 'proof_found', people.binh.id])).toBe(closed)
  })

  test('a directory without its token sees the tree, and nobody in it', async () => {
    expect(open(await seenBy('directory'))).toEqual({ unit: 3 })
    expect(open(await seenBy('directory', people.officer.id))).toEqual({ unit: 3 })
  })

  test('who reminds sees whom, where and what kind: no name, and no address of an account', async () => {
    const [tree, secrets] = [['organisation', 'unit'], ['mail_confirmation']]
    const seen = Object.keys(open(await seenBy('reminder'))).filter((table) => !tree.includes(table))
    expect(seen).toEqual(['mail_address', 'notice', 'outgoing_mail', 'outgoing_push', 'push_subscription'])
    await using reminder = await sessionOf(db, 'reminder')
    for (const table of [...secrets, 'person', 'declaration', 'proof', 'roll'])
      expect([table, await reminder.sees(`select from ${table}`)]).toEqual([table, closed])
    for (const table of ['notice', 'push_subscription'])
      expect(await reminder.sees(`select person from ${table}`)).toBe(closed)
  })

  test('who counts or reports sees no table yet', async () => {
    for (const role of ['tally', 'reporter'] as const) expect([role, open(await seenBy(role))]).toEqual([role, {}])
  })

  test('who loads sees whom a file may name, and no account, no state and no secret', async () => {
    await using loader = await sessionOf(db, 'loader')
    for (const table of [
      'offered_account',
      'draft',
      'declaration',
      'proof',
      'roll',
      'membership',
      'access',
      'session',
      'published',
    ])
      expect([table, await loader.sees(`select from ${table}`)]).toEqual([table, closed])
    expect(await loader.sees('select joined_at from person')).toBe(closed)
    expect(await loader.sees('delete from person')).toBe(closed)
    expect(Object.keys(open(await seenBy('loader')))).toEqual([
      'import',
      'import_block',
      'import_row',
      'person',
      'unit',
    ])
  })

  test('the operator keeps people, roles and secrets, and reads no declaration and no session', async () => {
    const seen = Object.keys(open(await seenBy('operator')))
    for (const table of [
      'declaration',
      'declaration_version',
      'level_step',
      'proof',
      'proof_check',
      'draft',
      'receipt',
      'published',
      'roll',
      'membership',
      'absence',
      'access',
      'session',
      'passkey',
      'answered_once',
    ]) {
      expect(seen).not.toContain(table)
    }
  })
})
