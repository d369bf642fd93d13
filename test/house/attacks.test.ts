import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Database, hashOf, newId, type Tx } from '../../src/db/index.ts'
import { type TestDatabase, testDatabase } from '../support/database.ts'
import { type TestHouse, testHouse } from '../support/house.ts'
import { filledRegister, openLan, sessionOf } from './wall.ts'

// Somebody decides which SQL the rooms run for one actor. What the database itself still refuses.

let db: TestDatabase
let house: TestHouse
let people: Awaited<ReturnType<typeof filledRegister>>
beforeAll(async () => {
  db = await testDatabase()
  house = await testHouse({ db })
  people = await filledRegister(db)
})
afterAll(async () => {
  await house[Symbol.asyncDispose]()
  await db[Symbol.asyncDispose]()
})

const refused = { code: '42501' }
const open = (tx: Tx, subject: { id: string }, purpose = 'help') =>
  tx.insertInto('access').values({ id: newId(), subject: subject.id, purpose, fields: 'record' }).execute()
const opens = (actor: { id: string }, subject: { id: string }, on: Database = db) =>
  on
    .as(actor.id, (tx) => open(tx, subject))
    .then(
      () => true,
      (error) => {
        expect(error).toMatchObject(refused)
        return false
      },
    )

describe('who keeps whose record', () => {
  test('an officer who has left keeps nobody’s, and the officer above takes over', async () => {
    const above = await people.person('Cán Bộ Trên', people.root.id)
    await people.grant(above, 'officer', people.root.id)
    expect([await opens(people.officer, people.lan), await opens(above, people.lan)]).toEqual([true, false])
    await db.asSuperuser('update person set left_at = now() where id = $1', [people.officer.id])
    expect([await opens(people.officer, people.lan), await opens(above, people.lan)]).toEqual([false, true])
    await db.asSuperuser('update person set left_at = null where id = $1', [people.officer.id])
    // To come back is not to take the role up again.
    expect([await opens(people.officer, people.lan), await opens(above, people.lan)]).toEqual([false, true])
    await db.asSuperuser('update role_held set to_at = null where person = $1', [people.officer.id])
    expect([await opens(people.officer, people.lan), await opens(above, people.lan)]).toEqual([true, false])
    await db.asSuperuser('delete from role_held where person = $1', [above.id])
  })

  test('whoever has left is in nobody’s register any more', async () => {
    await db.asSuperuser('update person set left_at = now() where id = $1', [people.lan.id])
    expect(await opens(people.officer, people.lan)).toBe(false)
    await db.asSuperuser('update person set left_at = null where id = $1', [people.lan.id])
    expect(await opens(people.officer, people.lan)).toBe(true)
  })

  test.each([
    ['proposed', "state = 'proposed'"],
    ['ended', 'to_at = now()'],
    ['not begun', "from_at = now() + interval '1 minute'"],
    ['of another kind', "role = 'overseer'"],
    ['of a sister unit', 'unit = (select id from unit where code = $$PM2$$)'],
  ])('a role that is %s opens nothing', async (_, change) => {
    await db.asSuperuser('begin')
    try {
      const { rows } = await db.asSuperuser('select * from role_held where person = $1', [people.officer.id])
      await db.asSuperuser(`update role_held set ${change} where person = $1`, [people.officer.id])
      await db.asSuperuser('commit')
      expect(await opens(people.officer, people.lan)).toBe(false)
      await db.asSuperuser(
        'update role_held set role = $2, unit = $3, state = $4, from_at = $5, to_at = $6 where id = $1',
        [rows[0].id, rows[0].role, rows[0].unit, rows[0].state, rows[0].from_at, rows[0].to_at],
      )
    } catch (error) {
      await db.asSuperuser('rollback')
      throw error
    }
    expect(await opens(people.officer, people.lan)).toBe(true)
  })

  test('whoever moved is kept where they are now', async () => {
    await db.asSuperuser('update person set unit = $2 where id = $1', [people.lan.id, people.south.id])
    expect(await opens(people.officer, people.lan)).toBe(false)
    await db.asSuperuser('update person set unit = $2 where id = $1', [people.lan.id, people.north.id])
  })

  test('a person in no unit is kept by nobody, and units that hang in a circle keep nobody waiting', async () => {
    const loose = await people.person('Không Đơn Vị', people.north.id)
    await db.asSuperuser('update person set unit = null where id = $1', [loose.id])
    expect(await opens(people.officer, loose)).toBe(false)
    const [a, b] = [await people.unit('A', 'A', people.root), await people.unit('B', 'B', people.root)]
    await db.asSuperuser(
      'update unit set parent = case id when $1::uuid then $2::uuid else $1::uuid end where id in ($1, $2)',
      [a.id, b.id],
    )
    const inside = await people.person('Trong Vòng', a.id)
    expect(await opens(people.officer, inside)).toBe(false)
  })
})

describe('a way into the account of somebody who holds a role', () => {
  test.each(['administrator', 'auditor', 'officer'])(
    'is not given by the officer of their unit: of an %s',
    async (role) => {
      const holder = await people.person(`Người Giữ ${role}`, people.north.id)
      await people.grant(holder, role, role === 'officer' ? people.south.id : null)
      for (const [purpose, table] of [
        ['invitation', 'invitation'],
        ['code', 'sign_in_code'],
      ] as const) {
        await expect(db.as(people.officer.id, (tx) => open(tx, holder, purpose))).rejects.toMatchObject(refused)
        const without = db.as(people.officer.id, async (tx) => {
          await open(tx, holder, 'help')
          await tx
            .insertInto(table)
            .values({ hash: hashOf(newId()), person: holder.id })
            .execute()
        })
        await expect(without).rejects.toMatchObject(refused)
      }
      const officer = await house.as(people.officer)
      const page = await officer.post(`/records/${holder.id}`, { purpose: 'help' })
      expect(page.text).not.toContain(`/records/${holder.id}/invitation`)
      expect(page.text).toContain('Người này giữ một vai trò')
      for (const way of ['invitation', 'code'])
        expect((await officer.post(`/records/${holder.id}/${way}`)).status).toBe(404)
      await db.asSuperuser('update role_held set to_at = now() where person = $1', [holder.id])
      expect((await officer.post(`/records/${holder.id}/code`)).status).toBe(200)
    },
  )

  test('and who holds one is told to nobody but that officer', async () => {
    const asks = (actor: { id: string }) =>
      db.as(
        actor.id,
        async (tx) => (await sql<{ b: boolean }>`select bears_role(${people.officer.id}) as b`.execute(tx)).rows[0]?.b,
      )
    expect([await asks(people.lan), await asks(people.binh), await asks(people.officer)]).toEqual([false, false, true])
  })
})

describe('what one may not do to one’s own rows', () => {
  test('a token that was taken back is not given out again, nor shown as used', async () => {
    const id = newId()
    await db.asSuperuser('insert into api_token (id, hash, person, revoked_at) values ($1, $2, $3, now())', [
      id,
      hashOf(id),
      people.lan.id,
    ])
    const revive = (tx: Tx) =>
      tx.updateTable('api_token').set({ revoked_at: null }).where('id', '=', id).executeTakeFirst()
    expect((await db.as(people.lan.id, revive)).numUpdatedRows).toBe(0n)
    expect((await db.showing(hashOf(id), revive)).numUpdatedRows).toBe(0n)
  })

  test.each([
    [
      'raises a level',
      "insert into level_step (id, declaration, person, level, reason) select gen_random_uuid(), id, person, 2, 'proof_found' from declaration limit 1",
    ],
    [
      'begins at level 0 anew',
      "insert into level_step (id, declaration, person, level, reason) select gen_random_uuid(), id, person, 0, 'declared' from declaration limit 1",
    ],
    ['points at another step', 'update declaration set current_step = null'],
    ['says that a proof was found', "update proof set state = 'found'"],
    [
      'writes a check',
      "insert into proof_check (id, proof, person, how, result, place) select gen_random_uuid(), id, person, 'by_hand', 'found', 'x' from proof limit 1",
    ],
    [
      'begins a proof that is found already',
      "insert into proof (id, declaration, person, method, token, state) select gen_random_uuid(), id, person, 'dns-txt', 'y', 'found' from declaration limit 1",
    ],
    [
      'publishes',
      "insert into published (canonical, declaration, answer, level, level_at) select 'https://evil.example/', id, 'confirmed', 3, now() from declaration limit 1",
    ],
    ['calls what publishes', "select publish('https://lan1.example.com/')"],
    [
      'backdates a filing',
      "insert into declaration (id, person, platform, kind, canonical, typed, filed_at) values (gen_random_uuid(), actor(), 'website', 'site', 'https://a.vn/', 'x', '2000-01-01')",
    ],
    [
      'attests without a list that is open',
      "insert into attestation (id, code, person, due_on, said, pages, channel) values (gen_random_uuid(), 'BN-0000-0001', actor(), current_date, 'none', 0, 'web')",
    ],
    ['puts off a date', "update attestation_duty set due_on = 'infinity'"],
    ['changes a version', "update declaration_version set visibility = 'listed'"],
    ['takes a receipt away', 'delete from receipt'],
    ['takes back that somebody looked', 'delete from access'],
    [
      'writes that somebody looked in another’s name',
      "insert into access (id, actor, subject, purpose, fields) values (gen_random_uuid(), gen_random_uuid(), actor(), 'help', 'record')",
    ],
    [
      'looks at oneself',
      "insert into access (id, subject, purpose, fields) values (gen_random_uuid(), actor(), 'help', 'record')",
    ],
    ['takes a role', "insert into role_held (id, person, role) values (gen_random_uuid(), actor(), 'administrator')"],
    ['changes units', "update person set unit = (select id from unit where code = 'PM2')"],
    ['comes back after leaving', 'update person set left_at = null'],
    [
      'makes a code that lives for ever',
      "insert into sign_in_code (hash, person, expires_at) values ('\\x00', actor(), 'infinity')",
    ],
    ['invites oneself', "insert into invitation (hash, person) values ('\\x00', actor())"],
    ['lengthens a session', "update session set expires_at = 'infinity'"],
    [
      'makes a session for ever',
      "insert into session (hash, person, how, expires_at) values ('\\x00', actor(), 'passkey', 'infinity')",
    ],
    ['reads the signing key', 'select * from signing_key'],
    ['lets everybody see', 'alter table person no force row level security'],
    ['becomes the owner', 'set role chinhdanh_owner'],
    ['becomes who keeps', 'set role chinhdanh_keeper'],
    ['goes past the wall', 'set row_security = off; select * from person'],
    ['hangs a function on a table', 'create trigger t after insert on draft execute function enrol()'],
    ['makes a function', "create function register.evil() returns int language sql as 'select 1'"],
    ['reads a file', "select pg_read_file('/etc/passwd')"],
    ['runs a program', "copy (select 1) to program 'true'"],
  ])('nobody %s', async (_, statement) => {
    await using app = await sessionOf(db, 'app')
    await app.begin(people.lan.id)
    await expect(app.run(statement)).rejects.toMatchObject({ code: expect.stringMatching(/^(42501|42883|42P01)$/) })
  })
})

test('a table of one’s own is not taken for the register’s: not by policies, not by functions, not by triggers', async () => {
  await using app = await sessionOf(db, 'app')
  await app.begin(people.binh.id)
  for (const [name, like] of [
    ['role_held', 'role_held'],
    ['unit', 'unit'],
    ['person', 'person'],
    ['access', 'access'],
  ] as const)
    await app.run(`create temp table ${name} (like register.${like})`).catch(() => {})
  await app.run('set local search_path = pg_temp, register, public').catch(() => {})
  const { north, lan } = people
  await app.run(
    "insert into pg_temp.role_held (id, person, role, unit, state, from_at, granted_at) values (gen_random_uuid(), $1, 'officer', $2, 'active', now() - interval '1 day', now())",
    [people.binh.id, north.id],
  )
  await app.run('savepoint s')
  await expect(app.run(openLan.replace('into access', 'into register.access'), [lan.id])).rejects.toMatchObject(refused)
  await app.run('rollback to s')
  expect((await app.run('select covers($1) as c', [north.id])).rows[0].c).toBe(false)
  expect(await app.sees('select from register.person where id = $1', [lan.id])).toBe(0)
})

test('functions that answer for others are called by those they are meant for, and are pinned to the register’s own tables', async () => {
  const { rows } =
    await db.asSuperuser(`select p.proname as name, pg_get_userbyid(p.proowner) as owner, p.proconfig::text as config,
    coalesce((select string_agg(r.rolname, ' ' order by r.rolname) from pg_roles r
      where r.rolname like 'chinhdanh%' and r.rolname <> pg_get_userbyid(p.proowner) and has_function_privilege(r.oid, p.oid, 'execute')), '') as callers
    from pg_proc p where p.pronamespace = 'register'::regnamespace and p.prosecdef order by 1`)
  for (const { name, owner, config } of rows) {
    expect([name, owner]).toEqual([name, expect.stringMatching(/^chinhdanh_(keeper|publisher)$/)])
    expect([name, config]).toEqual([name, '{"search_path=register, public, pg_temp"}'])
  }
  const called = rows.filter(({ callers }) => callers !== '').map(({ name, callers }) => `${name}: ${callers}`)
  expect(
    called.filter((line) => !/^(covers|kept_in|bears_role|said_before): chinhdanh_app chinhdanh_operator$/.test(line)),
  ).toEqual([
    'absence_end: chinhdanh_app chinhdanh_operator',
    'access_for_audit: chinhdanh_app',
    'answers: chinhdanh_app',
    'assisted_answer: chinhdanh_app',
    'attest: chinhdanh_app',
    'attestation_asks: chinhdanh_reminder',
    'attestation_claim: chinhdanh_reminder',
    'attestation_cycle_set: chinhdanh_app chinhdanh_operator',
    'attestation_digest: chinhdanh_reminder',
    'attestation_enter: chinhdanh_reminder',
    'attestation_move: chinhdanh_reminder',
    'attestation_replan: chinhdanh_reminder',
    'broken_glass: chinhdanh_app',
    'broken_glass_note: chinhdanh_app',
    'broken_glass_tells: chinhdanh_app',
    'came_strongly: chinhdanh_app',
    'campaign_count: chinhdanh_reminder',
    'campaign_figures: chinhdanh_app',
    'campaign_gather: chinhdanh_reminder',
    'campaign_letters: chinhdanh_app',
    'campaign_move: chinhdanh_app',
    'campaign_parts: chinhdanh_app',
    'campaign_people: chinhdanh_app',
    'campaign_prepare: chinhdanh_app',
    'campaign_wave: chinhdanh_reminder',
    'campaigns_at_work: chinhdanh_reminder',
    'campaigns_over: chinhdanh_app',
    'campaigns_to_count: chinhdanh_reminder',
    'case_acted: chinhdanh_app',
    'case_appeal: chinhdanh_app',
    'case_choices: chinhdanh_app',
    'case_decide: chinhdanh_app',
    'case_facts: chinhdanh_app',
    'case_hand_up: chinhdanh_app',
    'case_handled: chinhdanh_app',
    'case_open: chinhdanh_app',
    'case_reply: chinhdanh_app',
    'case_settle: chinhdanh_app',
    'case_subject: chinhdanh_app',
    'case_task: chinhdanh_app',
    'case_tasks: chinhdanh_app',
    'case_withdraw: chinhdanh_app',
    'cases_due: chinhdanh_reminder',
    'cases_erase: chinhdanh_reminder',
    'cases_late: chinhdanh_reminder',
    'closings_due: chinhdanh_checker',
    'concerns: chinhdanh_app',
    'concerns_above: chinhdanh_app',
    'concerns_case: chinhdanh_app',
    'directory_deletes: chinhdanh_directory',
    'directory_enters: chinhdanh_directory',
    'directory_known: chinhdanh_directory',
    'directory_links: chinhdanh_directory',
    'directory_links_unit: chinhdanh_directory',
    'directory_members: chinhdanh_directory',
    'directory_numbers: chinhdanh_directory',
    'directory_people: chinhdanh_directory',
    'directory_renames: chinhdanh_directory',
    'directory_units: chinhdanh_directory',
    'draw_second_look: chinhdanh_checker',
    'found_in_kept: chinhdanh_app',
    'guidance_asking: chinhdanh_reminder',
    'guidance_begun: chinhdanh_operator',
    'guidance_due: chinhdanh_app',
    'guidance_figures: chinhdanh_app',
    'guidance_for: chinhdanh_app',
    'guidance_missing: chinhdanh_app',
    'guidance_missing_count: chinhdanh_app',
    'guidance_publish: chinhdanh_app chinhdanh_operator',
    'guidance_recount: chinhdanh_tally',
    'guidance_tell: chinhdanh_reminder',
    'handles: chinhdanh_app',
    'handover_ahead: chinhdanh_app',
    'handover_of: chinhdanh_app',
    'handovers_seen: chinhdanh_app',
    'has_passkey: chinhdanh_app',
    'help_ask: chinhdanh_app',
    'help_settle: chinhdanh_reminder',
    'hijack_by_phone: chinhdanh_app',
    'hijack_confirm: chinhdanh_app',
    'hijack_dismiss: chinhdanh_app',
    'hijack_report: chinhdanh_app',
    'impersonated: chinhdanh_app',
    'impersonation_answer: chinhdanh_app',
    'impersonation_find: chinhdanh_app',
    'impersonation_judge: chinhdanh_app',
    'impersonation_lapse: chinhdanh_reminder',
    'impersonation_mark: chinhdanh_app',
    'impersonation_object: chinhdanh_app',
    'impersonation_report: chinhdanh_app',
    'impersonation_state: chinhdanh_app',
    'impersonation_subject: chinhdanh_app',
    'impersonation_tasks: chinhdanh_app',
    'import_accounts_told: chinhdanh_app',
    'import_answers: chinhdanh_app',
    'import_asked_units: chinhdanh_app',
    'import_beside: chinhdanh_app',
    'import_cancel: chinhdanh_app',
    'import_confirm: chinhdanh_app',
    'import_people_told: chinhdanh_app',
    'import_step: chinhdanh_app',
    'import_sweep: chinhdanh_checker',
    'import_undo: chinhdanh_app chinhdanh_operator',
    'import_undo_step: chinhdanh_app chinhdanh_operator',
    'imports_stalled: chinhdanh_checker',
    'incident_answer: chinhdanh_app',
    'incident_decide: chinhdanh_app',
    'incident_end: chinhdanh_app',
    'incident_found: chinhdanh_checker',
    'incident_letters: chinhdanh_reminder',
    'incident_mark: chinhdanh_app',
    'incident_posted: chinhdanh_reminder',
    'incident_subject: chinhdanh_app',
    'incident_task: chinhdanh_app',
    'incident_tasks: chinhdanh_app',
    'incidents_late: chinhdanh_reminder',
    'is_vouched: chinhdanh_checker',
    'judges: chinhdanh_app',
    'judges_number: chinhdanh_app',
    'listed_person: chinhdanh_keeper',
    'listed_site: chinhdanh_keeper',
    'lookalike_due: chinhdanh_checker',
    'lookalike_known: chinhdanh_app',
    'lookalike_seen: chinhdanh_checker',
    'lookalike_set: chinhdanh_app',
    'mail_ask: chinhdanh_app',
    'mail_bounced: chinhdanh_operator chinhdanh_reminder',
    'mail_confirm: chinhdanh_app',
    'mail_due: chinhdanh_reminder',
    'mail_remove: chinhdanh_app',
    'mail_subscribed: chinhdanh_app',
    'mail_unsubscribe: chinhdanh_app',
    'may_answer_why: chinhdanh_app',
    'may_open_case: chinhdanh_app',
    'may_recover: chinhdanh_app',
    'may_second: chinhdanh_app',
    'may_witness: chinhdanh_app',
    'my_listing: chinhdanh_app',
    'my_page: chinhdanh_app',
    'numbered: chinhdanh_app chinhdanh_operator',
    'offer_accounts: chinhdanh_loader chinhdanh_operator',
    'offers_vouched: chinhdanh_app',
    'organisation_signs_in: chinhdanh_app',
    'organises: chinhdanh_app chinhdanh_directory chinhdanh_operator',
    'outbox: chinhdanh_app',
    'oversees: chinhdanh_app',
    'person_absent: chinhdanh_app chinhdanh_operator',
    'person_enter: chinhdanh_app chinhdanh_directory chinhdanh_operator',
    'person_image: chinhdanh_loader chinhdanh_operator',
    'person_leave: chinhdanh_app chinhdanh_directory chinhdanh_operator',
    'person_office: chinhdanh_app chinhdanh_directory chinhdanh_operator',
    'person_return: chinhdanh_app chinhdanh_directory chinhdanh_operator',
    'person_transfer: chinhdanh_app chinhdanh_directory chinhdanh_operator',
    'persons_of: chinhdanh_app',
    'place_of: chinhdanh_app chinhdanh_operator',
    'places: chinhdanh_app chinhdanh_directory chinhdanh_operator',
    'proofs_due: chinhdanh_checker',
    'proofs_lapsing: chinhdanh_checker',
    'proven_here: chinhdanh_keeper',
    'provisions: chinhdanh_directory',
    'publish_imitation: chinhdanh_keeper',
    'push_due: chinhdanh_reminder',
    'push_keep: chinhdanh_app',
    'record_quiet: chinhdanh_checker',
    'recoveries_seen: chinhdanh_app',
    'recovery_agree: chinhdanh_app',
    'recovery_ask: chinhdanh_app',
    'recovery_give: chinhdanh_app',
    'recovery_open_of: chinhdanh_app',
    'recovery_seen: chinhdanh_app',
    'recovery_start: chinhdanh_app',
    'recovery_stop: chinhdanh_app',
    'recovery_stop_by: chinhdanh_app',
    'recovery_told: chinhdanh_app',
    'role_agree: chinhdanh_app',
    'role_end: chinhdanh_app chinhdanh_operator',
    'role_propose: chinhdanh_app chinhdanh_operator',
    'role_reach: chinhdanh_app',
    'role_refuse: chinhdanh_app chinhdanh_operator',
    'role_seen: chinhdanh_app',
    'role_standing: chinhdanh_app chinhdanh_operator',
    'roles_of_mine: chinhdanh_app',
    'roles_seen: chinhdanh_app chinhdanh_operator',
    'said_of: chinhdanh_keeper',
    'seconded: chinhdanh_app',
    'seconds_for: chinhdanh_app',
    'settle_claims: chinhdanh_checker',
    'settle_recoveries: chinhdanh_reminder',
    'settle_roles: chinhdanh_reminder',
    'sign_in_link_for: chinhdanh_reminder',
    'tell: chinhdanh_checker chinhdanh_operator chinhdanh_publisher chinhdanh_reminder',
    'tell_digests: chinhdanh_reminder',
    'unit_close: chinhdanh_app chinhdanh_directory chinhdanh_operator',
    'unit_image: chinhdanh_operator',
    'unit_merge: chinhdanh_app chinhdanh_operator',
    'unit_move: chinhdanh_app chinhdanh_directory chinhdanh_operator',
    'verified_lately: chinhdanh_app',
    'vouch: chinhdanh_app',
    'vouching_list: chinhdanh_app',
    'watch_end: chinhdanh_app',
    'who_shows: chinhdanh_app',
    'why_answer: chinhdanh_app',
    'why_question: chinhdanh_app',
    'why_raise: chinhdanh_reminder',
    'witness_code_for: chinhdanh_app',
    'witness_confirm: chinhdanh_app',
    'witness_decline: chinhdanh_app',
    'witness_task: chinhdanh_app',
    'witness_tasks: chinhdanh_app',
  ])
})

test('what one transaction opened is closed to the next on the same connection, and to a function that outlives it', async () => {
  await using app = await sessionOf(db, 'app')
  await app.begin(people.officer.id)
  await app.run(openLan, [people.lan.id])
  await app
    .run('declare kept cursor with hold for select name from person where id = $1', [people.lan.id])
    .catch(() => {})
  await app.run('commit')
  await app.begin(people.officer.id)
  expect(await app.sees('select from person where id = $1', [people.lan.id])).toBe(0)
  expect(await app.sees('select from declaration where person = $1', [people.lan.id])).toBe(0)
})
