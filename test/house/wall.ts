import pg from 'pg'
import { type LoginRole, newId, urlFor } from '../../src/db/index.ts'
import { browserOf, textFor } from '../support/belongings.ts'
import { caseOf } from '../support/cases.ts'
import { freshSession, type TestDatabase } from '../support/database.ts'
import { smallOrganisation } from '../support/people.ts'
import { declared } from './declared.ts'

export type Session = AsyncDisposable & {
  /** One statement as this role, in the transaction that `begin` opened, if any. */
  run(sql: string, values?: readonly unknown[]): Promise<pg.QueryResult>
  /** As somebody who has just signed in. */
  begin(actor?: string): Promise<void>
  /** How many rows it sees, or the code of the refusal. */
  sees(sql: string, values?: readonly unknown[]): Promise<number | string>
}

/** A connection of one role, as anybody has it who can run SQL as that role. */
export async function sessionOf(db: TestDatabase, role: LoginRole): Promise<Session> {
  const client = new pg.Client({
    connectionString: urlFor(db.adminUrl, role),
    options: '-c search_path=register,public',
  })
  await client.connect()
  const run = (sql: string, values: readonly unknown[] = []) => client.query(sql, values as unknown[])
  return {
    run,
    sees: (sql, values = []) =>
      run(sql, values).then(
        (result) => result.rowCount ?? 0,
        (error) => (error as { code: string }).code,
      ),
    async begin(actor) {
      await run('begin')
      if (actor === undefined) return
      const session = actor === '' ? '' : (await freshSession(db.asSuperuser, actor)).toString('hex')
      await run("select set_config('cd.actor', $1, true), set_config('cd.came_by', $2, true)", [actor, session])
    },
    [Symbol.asyncDispose]: () => client.end(),
  }
}

export const openLan =
  "insert into access (id, subject, purpose, fields) values (gen_random_uuid(), $1, 'help', 'record')"

/** The small organisation, with four declarations of Lan and at least one row in every table. */
export async function filledRegister(db: TestDatabase) {
  const people = await smallOrganisation(db)
  const { lan, binh, north, officer } = people
  const pages = []
  for (const n of [1, 2, 3, 4]) {
    const wish = { visibility: n > 2 ? 'confirmable' : 'private', level: n > 2 ? 2 : 0 } as const
    pages.push(await declared(db, lan, `https://lan${n}.example.com/`, wish))
  }
  await declared(db, binh, 'https://binh.example.com/', { visibility: 'listed', shows: 'name', level: 2 })
  const [first] = pages as [{ id: string; canonical: string }]
  const secret = (n: number) => Buffer.alloc(32, n)
  const add = (sql: string, values: readonly unknown[]) => db.asSuperuser(sql, values)
  await add('insert into draft (id, person, typed, address) values ($1, $2, $3, $4)', [newId(), lan.id, 'x', '{}'])
  await add(
    "with i as (insert into import (id, kind, file_hash, rows, accepted, rejected) values ($1, 'people', $2, 1, 1, 0) returning id) insert into offered_account (id, import, person, typed) select $1, id, $3, 'x' from i",
    [newId(), secret(9), lan.id],
  )
  const brought = newId()
  await add(
    "insert into import (id, kind, file_hash, rows, accepted, rejected, by_person, state) values ($1, 'people', $2, 1, 1, 0, $3, 'read')",
    [brought, secret(10), officer.id],
  )
  await add("insert into import_file (import, bytes) values ($1, 'x')", [brought])
  await add("insert into import_row (import, n, row, change) values ($1, 1, 2, 'new')", [brought])
  await add('insert into import_block (import, n, first_id, last_id, lines) values ($1, 1, $1, $1, 1)', [brought])
  await add("insert into import_column (kind, header, field) values ('people', 'x', 'none')", [])
  await add(
    'insert into receipt (id, code, person, act, declaration, version) select $1, $2, person, $3, id, current_version from declaration where id = $4',
    [newId(), 'BN-TEST-0001', 'declared', first.id],
  )
  const proof = newId()
  await add(
    "insert into proof (id, declaration, person, method, token, next_check_at) values ($1, $2, $3, 'dns-txt', 'token', now())",
    [proof, first.id, lan.id],
  )
  await add(
    "insert into proof_check (id, proof, person, how, result, place) values ($1, $2, $3, 'by_hand', 'absent', 'x')",
    [newId(), proof, lan.id],
  )
  await add('insert into check_request (id, proof, person) values ($1, $2, $3)', [newId(), proof, lan.id])
  await add("insert into proof_sign_in (hash, proof, person, provider, sealed) values ($1, $2, $3, 'github', $1)", [
    secret(9),
    proof,
    lan.id,
  ])
  const [shown, request] = [newId(), newId()]
  await add("insert into proof (id, declaration, person, method, token) values ($1, $2, $3, 'witnessed', 'shown')", [
    shown,
    first.id,
    lan.id,
  ])
  await add('insert into witness_request (id, proof) values ($1, $2)', [request, shown])
  await add("insert into witness_code (request, officer, code) values ($1, $2, 'CD-0000-0000')", [request, officer.id])
  await add('insert into closing (declaration, person) values ($1, $2)', [first.id, lan.id])
  await add('insert into renewal (declaration, person) values ($1, $2)', [first.id, lan.id])
  await add(
    "with i as (insert into incident (id, kind, declaration) values (gen_random_uuid(), 'reused_handle', $1) returning id) insert into incident_event (incident, what) select id, 'opened' from i",
    [first.id],
  )
  const { id: inQuestion } = await caseOf(db, lan, officer)
  await add("insert into case_text (duty_case, what, said) values ($1, 'reply', 'x')", [inQuestion])
  await add(
    "insert into case_erased (kind, ended, opened_in, erased_on) values ('not_filed', 'withdrawn', 2026, current_date)",
    [],
  )
  await add("insert into help_asked (canonical, matter) values ('https://help.example.com/', 'taken_over')", [])
  await add("insert into assisted_filing (declaration, filed_by, how) values ($1, $2, 'phone')", [first.id, officer.id])
  await add("insert into mail_address (person, address, lang) values ($1, 'lan@donvi.vn', 'vi')", [lan.id])
  await add("insert into mail_confirmation (hash, person, address, lang) values ($1, $2, 'lan2@donvi.vn', 'vi')", [
    secret(10),
    lan.id,
  ])
  await browserOf(db, lan.id, 'x')
  await add("select tell($1, 'level_lower', 'x', $2)", [lan.id, first.id])
  await add("insert into attestation_cycle (kind, months, month, spread_days) values ('', 12, 10, 90)", [])
  const attested = newId()
  await add(
    "insert into attestation (id, code, person, due_on, said, pages, channel) values ($1, 'BN-TEST-0002', $2, current_date, 'accounts', 1, 'web')",
    [attested, lan.id],
  )
  await add(
    "insert into attestation_answer (person, declaration, answer, attestation) values ($1, $2, 'still_mine', $3)",
    [lan.id, first.id, attested],
  )
  const away =
    'insert into absence (id, person, kind, from_on, until_on) values ($1, $2, $3, current_date, current_date)'
  await add(away, [newId(), lan.id, 'leave'])
  await add(
    "insert into handover (term, officer, officer_name, unit, why, witness, invitations) select id, person, 'x', unit, 'ended', 1, 1 from role_held where person = $1",
    [officer.id],
  )
  await add('insert into broken_glass_seen (term, person) select id, person from role_held where person = $1', [
    officer.id,
  ])
  await add('insert into set_up_link (hash) values ($1)', [secret(1)])
  await add('insert into invitation (hash, person) values ($1, $2)', [secret(2), lan.id])
  await add("insert into recovery (person, state, asked_by) values ($1, 'asked', 'person')", [lan.id])
  await add('insert into sign_in_link (hash, person) values ($1, $2)', [secret(3), lan.id])
  await add('insert into sign_in_code (hash, person) values ($1, $2)', [secret(3), lan.id])
  await add("insert into passkey (id, person, credential_hash, credential, public_key) values ($1, $2, $3, 'x', $3)", [
    newId(),
    lan.id,
    secret(4),
  ])
  await add("insert into challenge (hash, purpose) values ($1, 'enrol')", [secret(5)])
  await add("insert into session (hash, person, how) values ($1, $2, 'passkey')", [secret(6), lan.id])
  await add('insert into organisation_sign_in (hash, sealed) values ($1, $1)', [secret(10)])
  await add("insert into organisation_identity (issuer, subject, person) values ('https://id.example', '1', $1)", [
    lan.id,
  ])
  await add('insert into api_token (id, hash, person) values ($1, $2, $3)', [newId(), secret(7), lan.id])
  await add("insert into answered_once (person, key, asked) values ($1, 'k', $2)", [lan.id, secret(8)])
  const directory = newId()
  await add(
    "insert into directory_client (id, hash, name, unit, expires_at) values ($1, $2, 'x', $3, now() + interval '1 day')",
    [directory, secret(10), north.id],
  )
  await add("insert into directory_person (client, person, user_name) values ($1, $2, 'lan')", [directory, lan.id])
  await add("insert into directory_unit (client, unit, external_id) values ($1, $2, 'x')", [directory, north.id])
  await add("insert into signing_key (kid, private_jwk) values ('k', '{}')", [])
  await db.as(officer.id, async (tx) => {
    await tx.insertInto('access').values({ id: newId(), subject: lan.id, purpose: 'help', fields: 'record' }).execute()
    await tx.insertInto('access').values({ id: newId(), unit: north.id, purpose: 'list', fields: 'roll' }).execute()
  })
  const { id: text, version } = await textFor(db)
  await add('insert into acknowledgement (person, version) values ($1, $2)', [lan.id, version])
  await add('insert into guidance_count (guidance, unit, persons, read) values ($1, $2, 1, 1)', [text, north.id])
  const campaign = newId()
  await add(
    `insert into campaign (id, unit, task, steps, gap_days, per_wave, wave_minutes, per_day, from_hour, until_hour, days)
     values ($1, $2, 'attest', 1, 3, 1, 15, 1, 8, 20, 'working')`,
    [campaign, north.id],
  )
  await add(
    'insert into campaign_message (campaign, step, person, unit, due_on) values ($1, 1, $2, $3, current_date)',
    [campaign, lan.id, north.id],
  )
  await add('insert into campaign_cell (campaign, unit) values ($1, $2)', [campaign, north.id])
  const imitation = newId()
  await add(
    "insert into impersonation (id, number, code, canonical, platform, person, ways) values ($1, 'M-1', 'MD-1', 'https://gia.example.com/', 'website', $2, '{name}')",
    [imitation, lan.id],
  )
  await add('insert into impersonation_reporter values ($1, $2)', [imitation, binh.id])
  await add("insert into impersonation_event (impersonation, what) values ($1, 'reported')", [imitation])
  await add('insert into lookalike_watch (declaration, person) values ($1, $2)', [first.id, lan.id])
  await add(
    "insert into lookalike (declaration, person, name, how, has_address) values ($1, $2, 'gia.example.com', 'bit', true)",
    [first.id, lan.id],
  )
  await add('insert into day_off values (current_date + 1000, true)', [])
  await add("insert into access_digest (person, month, records, lists) values ($1, '2026-01-01', 1, 1)", [lan.id])
  await add(
    'insert into why_request (id, access, asker) select gen_random_uuid(), id, subject from access where subject = $1 and actor is not null limit 1',
    [lan.id],
  )
  return { ...people, pages, proof, shown, request }
}
