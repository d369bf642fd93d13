import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { filledRegister, sessionOf } from '../../test/house/wall.ts'
import { type TestDatabase, testDatabase } from '../../test/support/database.ts'
import { codes } from './copy/codes.ts'
import { copyOf } from './copy/copy.ts'
import { asWritten, labels, sections } from './copy/sections.ts'
import { eraseDue } from './jobs.ts'
import { ask, type Kept, keptOf } from './store.ts'

let db: TestDatabase
let people: Awaited<ReturnType<typeof filledRegister>>
beforeAll(async () => {
  db = await testDatabase()
  people = await filledRegister(db)
})
afterAll(() => db[Symbol.asyncDispose]())

const rows = async (text: string, ...values: unknown[]) => (await db.asSuperuser(text, values)).rows
type Line = { readonly of_table: string; readonly copied: readonly string[]; readonly erased: string }
const kept = async (): Promise<readonly Line[]> => (await rows('select * from kept_about()')) as Line[]

/** Personal columns that are in no copy, each with its reason. */
const leftOut: Readonly<Record<string, string>> = {
  ...because('whose row it is; the copy is of one person', [
    ...'absence.person access.subject access_digest.person acknowledgement.person api_token.person assisted_filing.person attestation.person'.split(
      ' ',
    ),
    ...'attestation_answer.person attestation_duty.person broken_glass_seen.person campaign_message.person check_request.person closing.person'.split(
      ' ',
    ),
    ...'declaration.person declaration_version.person directory_person.person draft.person duty_case.person impersonation.person'.split(
      ' ',
    ),
    ...'impersonation_event.person incident.person incident_event.person invitation.person level_step.person lookalike.person lookalike_watch.person'.split(
      ' ',
    ),
    ...'mail_address.person mail_confirmation.person membership.person notice.person offered_account.person organisation_identity.person'.split(
      ' ',
    ),
    ...'outgoing_mail.person passkey.person person.id person_page.person proof.person proof_check.person proof_sign_in.person receipt.person'.split(
      ' ',
    ),
    ...'recovery.person renewal.person right_request.person role_held.person roll.person session.person set_up_link.person sign_in_code.person'.split(
      ' ',
    ),
    ...'sign_in_link.person why_request.asker witness_request.person answered_once.person import_row.target'.split(' '),
  ]),
  ...because(
    'somebody else, who did something about the person: their office and unit are in the copy, their name is not',
    [
      ...'absence.ended_by absence.noted_by absence.noted_by_name access.actor access.by_name access.looker_unit assisted_filing.by_name'.split(
        ' ',
      ),
      ...'assisted_filing.filed_by case_event.actor case_event.by_name declaration_version.made_by duty_case.decided_by duty_case.opened_by'.split(
        ' ',
      ),
      ...'duty_case.settled_by impersonation.found_by impersonation_event.actor impersonation_event.by_name incident_event.actor incident_event.by_name'.split(
        ' ',
      ),
      ...'invitation.given_by membership.began_by membership.began_by_name membership.ended_by membership.ended_by_name recovery.agreed_by'.split(
        ' ',
      ),
      ...'recovery.agreed_by_name recovery.given_by_name recovery.started_by recovery.started_by_name right_event.actor role_held.decided_by'.split(
        ' ',
      ),
      ...'role_held.decided_by_name role_held.ended_by role_held.ended_by_name role_held.proposed_by role_held.proposed_by_name sign_in_code.given_by'.split(
        ' ',
      ),
      ...'why_request.answered_by why_request.viewer witness_request.by_name witness_request.witness'.split(' '),
    ],
  ),
  ...because(
    'what somebody did in office is in the record of the unit or person it was done to; their office there is under role_held',
    [
      ...'attestation_cycle.changed_by attestation_cycle.changed_by_name campaign.made_by campaign.made_by_name directory_client.made_by'.split(
        ' ',
      ),
      ...'directory_client.made_by_name guidance_version.published_by guidance_version.published_by_name handover.by_name handover.by_person'.split(
        ' ',
      ),
      ...'handover.officer handover.officer_name import.by_person import.file_name import_file.bytes unit_event.by_name unit_event.by_person witness_code.officer'.split(
        ' ',
      ),
    ],
  ),
  ...because('the same as in another part of the copy', [
    ...'roll.absence roll.absence_from roll.absence_until roll.name roll.office roll.sort roll.unit roll.words'.split(
      ' ',
    ),
    ...'published.canonical published.name published.office published.page offered_account.declaration offered_account.draft'.split(
      ' ',
    ),
  ]),
  'push_subscription.person': 'whose row it is; the copy is of one person',
  ...because('a secret: whoever has it can send to that browser', [
    ...['push_subscription.endpoint', 'push_subscription.p256dh', 'push_subscription.auth'],
  ]),
  'answered_once.body': 'an answer that was given before, gone after 24 hours; what it is about is in its own part',
  'help_asked.canonical':
    'an address that somebody asked help for, gone with the next minute; whose it is, it does not say',
  'impersonation_reporter.person': 'who reported, told to nobody; what one reported oneself has its own code',
}
function because(reason: string, columns: readonly string[]): Record<string, string> {
  return Object.fromEntries(columns.map((column) => [column, reason]))
}

const personal = () =>
  rows(`select c.relname as t, a.attname as c from pg_attribute a join pg_class c on c.oid = a.attrelid
    where c.relnamespace = 'register'::regnamespace and c.relkind = 'r' and a.attnum > 0 and not a.attisdropped
      and col_description(a.attrelid, a.attnum) like 'personal: yes%' order by 1, 2`)

describe('the copy', () => {
  test('holds every personal column of the schema, or says why not', async () => {
    const copied = new Set(
      (await kept()).flatMap(({ of_table, copied }) => copied.map((column) => `${of_table}.${column}`)),
    )
    const silent = (await personal())
      .map(({ t, c }) => `${t}.${c}`)
      .filter((name) => !copied.has(name) && !(name in leftOut))
    expect(silent, 'add the column to kept_about() of 0033-rights.sql, or to leftOut with its reason').toEqual([])
    const both = Object.keys(leftOut).filter((name) => copied.has(name))
    expect(both, 'it is in the copy').toEqual([])
  })

  test('has a heading for each table, a word for each column, and one for each code', async () => {
    const lines = (await kept()).filter(({ copied }) => copied.length > 0)
    expect(lines.map(({ of_table }) => of_table).sort()).toEqual(Object.keys(sections).sort())
    const columns = [...new Set(lines.flatMap(({ copied }) => copied))]
    expect(columns.filter((column) => !(column in labels))).toEqual([])
    const checks =
      await rows(`select c.relname as t, a.attname as c, pg_get_constraintdef(k.oid) as def from pg_constraint k
      join pg_class c on c.oid = k.conrelid join pg_attribute a on a.attrelid = c.oid and a.attnum = any (k.conkey)
      where k.contype = 'c' and c.relnamespace = 'register'::regnamespace and cardinality(k.conkey) = 1`)
    const said = checks
      .filter(
        ({ t, c }) => !asWritten.has(c) && lines.some(({ of_table, copied }) => of_table === t && copied.includes(c)),
      )
      .flatMap(({ def }) => [...def.matchAll(/'([a-z_]+)'::text/g)].map(([, code]) => code as string))
    expect(said.length).toBeGreaterThan(100)
    expect(said.filter((code) => !(code in codes))).toEqual([])
  })

  test('is described column by column', async () => {
    const page = readFileSync(new URL('../../docs/copy-of-my-data.md', import.meta.url), 'utf8')
    for (const { of_table, copied } of await kept())
      if (copied.length > 0)
        expect(page).toContain(`| \`${of_table}\` | ${copied.map((one) => `\`${one}\``).join(' ')} |`)
  })

  test('of somebody with something in every table has something in every part, and nothing of anybody else', async () => {
    const copy = await db.as(people.lan.id as never, (tx) =>
      copyOf(tx, { url: 'http://x', organisation: () => undefined }),
    )
    const empty = Object.entries(copy?.tables ?? {}).flatMap(([name, all]) => (all.length === 0 ? [name] : []))
    // Lan bears no role, was filed for by nobody, never came by an import and is no administrator.
    expect(empty.sort()).toEqual(['broken_glass_seen', 'import_row', 'person_page', 'role_held', 'set_up_link'])
    for (const other of ['Trần Văn Bình', 'Lê Văn C', people.binh.id, people.officer.id])
      expect(JSON.stringify(copy)).not.toContain(other)
    const other = (await db.as(people.binh.id as never, keptOf)) as Kept
    expect(JSON.stringify(other)).not.toContain('lan1.example.com')
  })

  test('is the actor’s: the role it is read with sees nobody else', async () => {
    await using app = await sessionOf(db, 'app')
    await app.begin('')
    expect((await app.run('select right_copy() as all')).rows[0].all).toBeNull()
    await app.run('rollback')
    for (const line of await kept()) {
      const { rows: seen } = await db.asSuperuser(
        `select (select count(*) from pg_policy p where p.polrelid = $1::regclass and p.polname = 'rights')::int as n`,
        [`register.${line.of_table}`],
      )
      expect([line.of_table, seen[0].n]).toEqual([line.of_table, 1])
    }
  })
})

describe('erasure', () => {
  const marks = [
    'Nguyễn Thị Lan',
    'Nguyễn Thị Lân',
    'nguyen thi lan',
    'lan1.example.com',
    'lan4.example.com',
    'lan@donvi.vn',
    'lan2@donvi.vn',
  ]
  /** Where in the whole database any of this stands. */
  const found = async (): Promise<string[]> => {
    const columns =
      await rows(`select c.relname as t, a.attname as c from pg_attribute a join pg_class c on c.oid = a.attrelid
      join pg_type y on y.oid = a.atttypid where c.relnamespace in ('register'::regnamespace, 'pgboss'::regnamespace) and c.relkind in ('r', 'p')
        and a.attnum > 0 and not a.attisdropped and (y.typcategory in ('S', 'A') or y.typname in ('json', 'jsonb', 'bytea'))`)
    const places: string[] = []
    for (const { t, c } of columns) {
      const text = c === 'bytes' ? `convert_from(${c}, 'utf8')` : `${c}::text`
      const schema = (await rows(`select to_regclass('register.' || $1) is not null as ours`, t))[0].ours
        ? 'register'
        : 'pgboss'
      const [{ n }] = await rows(
        `select count(*)::int as n from ${schema}."${t}" where ${text.replace(c, `"${c}"`)} ilike any ($1)`,
        marks.map((mark) => `%${mark}%`),
      )
      if (n > 0) places.push(`${t}.${c}`)
    }
    return places.sort()
  }

  test('waits until the person has left for a week, and does nothing to whoever did not ask', async () => {
    await db.as(people.lan.id as never, (tx) => ask(tx, { kind: 'erasure', what: null, value: null }))
    const state = async () =>
      (await rows("select state from right_request where person = $1 and kind = 'erasure'", people.lan.id))[0].state
    expect((await found()).length).toBeGreaterThan(8)
    await eraseDue(db)
    expect(await state()).toBe('asked')
    await rows(
      "update right_request set state = 'granted', due_on = null where person = $1 and kind = 'erasure'",
      people.lan.id,
    )
    await eraseDue(db)
    await rows('update person set left_at = now() where id = $1', people.lan.id)
    await eraseDue(db)
    expect(await state()).toBe('granted')
    expect(await found()).toContain('person.name')
  })

  test('a run that is broken off leaves nobody half erased, and the next one finishes', async () => {
    await rows("update person set left_at = now() - interval '8 days' where id = $1", people.lan.id)
    await rows(
      "create function register.breaks() returns trigger language plpgsql as $$ begin raise exception 'killed'; end $$",
    )
    await rows(
      'create trigger breaks before delete on register.directory_person for each row execute function register.breaks()',
    )
    await expect(eraseDue(db)).rejects.toThrow('killed')
    const places = await found()
    for (const place of ['person.name', 'declaration.canonical', 'membership.name']) expect(places).toContain(place)
    await rows('drop trigger breaks on register.directory_person')
    await rows('drop function register.breaks()')
    await eraseDue(db)
    await eraseDue(db)
  })

  test('leaves nothing of the person in any column of the database', async () => {
    expect(await found()).toEqual([])
    expect(
      await rows(
        'select name, office, unit, ref, phone, erased_at is not null as gone from person where id = $1',
        people.lan.id,
      ),
    ).toEqual([{ name: '—', office: null, unit: null, ref: null, phone: null, gone: true }])
    for (const { of_table, erased } of await kept()) {
      if (erased !== 'gone') continue
      const column = of_table === 'why_request' ? 'asker' : 'person'
      expect([of_table, (await rows(`select from "${of_table}" where ${column} = $1`, people.lan.id)).length]).toEqual([
        of_table,
        0,
      ])
    }
  })

  test('keeps a receipt, who looked, and a case until its date, all of nobody', async () => {
    expect(
      await rows(
        "select state, receipt like 'BN-%' as receipt from right_request where person = $1 and kind = 'erasure'",
        people.lan.id,
      ),
    ).toEqual([{ state: 'done', receipt: true }])
    expect((await rows('select from access where subject = $1', people.lan.id)).length).toBeGreaterThan(0)
    expect(await rows('select state, declaration from duty_case where person = $1', people.lan.id)).toEqual([
      { state: 'sealed', declaration: null },
    ])
    await rows('update duty_case set erase_on = register_day() where person = $1', people.lan.id)
    await db.under('reminder', (tx) => tx.selectNoFrom((eb) => eb.fn('cases_erase', []).as('n')).execute())
    expect(await rows('select from duty_case where person = $1', people.lan.id)).toEqual([])
  })

  test('is not undone by letting the person return', async () => {
    await people.grant(people.binh, 'administrator', null)
    const said = await db.as(people.binh.id as never, (tx) =>
      tx
        .selectNoFrom((eb) => eb.fn('person_return', [eb.val(people.lan.id), eb.val(people.north.id)]).as('said'))
        .executeTakeFirstOrThrow(),
    )
    expect(said.said).toBe('person_not_found')
  })

  test('leaves everybody else as they were', async () => {
    expect(await rows('select name from person where id = $1', people.binh.id)).toEqual([{ name: 'Trần Văn Bình' }])
    expect(await rows('select from published where canonical like $1', '%binh.example.com%')).toHaveLength(1)
  })
})
