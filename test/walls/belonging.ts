import { recognise } from '../../src/addresses/index.ts'
import { hashOf, newId } from '../../src/db/index.ts'
import { browserOf } from '../support/belongings.ts'
import type { TestDatabase } from '../support/database.ts'
import type { Belonging } from './world.ts'

type Page = { readonly visibility?: string; readonly level?: number; readonly state?: string }
const pages: Readonly<Record<string, Page>> = {
  private: {},
  confirmable: { visibility: 'confirmable', level: 1 },
  listed: { visibility: 'listed', level: 2 },
  frozen: { state: 'frozen' },
  closed: { state: 'closed' },
  lost: { state: 'lost' },
  // What an officer filed for them from paper, by what they said of it.
  asked: {},
  right: {},
  not_mine: {},
}

/** All their pages at once: filed, then as their state is. */
async function pagesOf(db: TestDatabase, person: string, mark: string): Promise<Record<string, string>> {
  const all = Object.entries(pages).map(([name, { visibility = 'private', level = 0, state = 'active' }]) => {
    const { address } = recognise(`https://${mark}-${name}.example.com/`)
    const { platform, kind, canonical } = address as NonNullable<typeof address>
    return { id: newId(), name, visibility, level, state, platform, kind, canonical }
  })
  const put = (into: string, what: string, which = 'true') =>
    db.asSuperuser(
      `insert into ${into} select ${what} from jsonb_to_recordset($2)
       as p (id uuid, visibility text, level int, state text, platform text, kind text, canonical text) where ${which}`,
      [person, JSON.stringify(all)],
    )
  const version = (n: number, state: string) =>
    `gen_random_uuid(), id, $1, ${n}, ${state}, visibility, 'nothing', 'alone', 'web', $1`
  const versions =
    'declaration_version (id, declaration, person, n, state, visibility, shows, manager, channel, made_by)'
  await put(
    'declaration (id, person, platform, kind, canonical, typed)',
    'id, $1, platform, kind, canonical, canonical',
  )
  await put('level_step (id, declaration, person, level, reason)', "gen_random_uuid(), id, $1, 0, 'declared'")
  await put(versions, version(1, "'active'"))
  await put(
    'level_step (id, declaration, person, level, reason)',
    "gen_random_uuid(), id, $1, level, 'proof_found'",
    'level > 0',
  )
  await put(versions, version(2, 'state'), "state <> 'active'")
  return Object.fromEntries(all.map(({ id, name }) => [name, id]))
}

/** One of everything that a person can have, in every state it can be in. */
export async function belongingOf(
  db: TestDatabase,
  person: { id: string },
  mark: string,
  witness: string,
  /** Whose officer is asked why somebody looked; none: the auditors. */
  answers: string | null = null,
): Promise<Belonging> {
  const sure = (sql: string, ...values: unknown[]) => db.asSuperuser(sql, values)
  const declaration = await pagesOf(db, person.id, mark)
  const proof: Record<string, string> = {}
  const proofOf = async (state: string, method: string, page = 'private') => {
    const id = newId()
    await sure(
      "insert into proof (id, declaration, person, method, token, state, expires_on) values ($1, $2, $3, $4, $5, 'waiting', current_date + 7)",
      ...[id, declaration[page], person.id, method, newId()],
    )
    if (state === 'found' || state === 'missed' || state === 'ended')
      await sure('update proof set state = $2 where id = $1', id, state)
    proof[state] = id
    return id
  }
  await proofOf('waiting', 'dns-txt')
  await proofOf('found', 'well-known')
  await proofOf('missed', 'meta-tag')
  await proofOf('ended', 'rel-me')
  const request: Record<string, string> = {}
  for (const [state, page] of [
    ['withdrawn', 'listed'],
    ['not_seen', 'confirmable'],
    ['witnessed', 'frozen'],
    ['open', 'private'],
  ] as const) {
    const id = newId()
    await sure('insert into witness_request (id, proof) values ($1, $2)', id, await proofOf('asked', 'witnessed', page))
    if (state === 'withdrawn') await sure("update witness_request set state = 'withdrawn' where id = $1", id)
    else if (state !== 'open') await decided(db, id, state, witness)
    request[state] = id
  }
  const [draft, token, passkey, absence] = [newId(), newId(), newId(), newId()]
  const code = `BN-${mark.slice(0, 4).toUpperCase()}-0000`
  await sure(
    'insert into receipt (id, code, person, act, declaration, version) select $1, $2, person, $3, id, current_version from declaration where id = $4',
    ...[newId(), code, 'declared', declaration.private],
  )
  const address = { platform: 'website', kind: 'site', canonical: `https://${mark}-draft.example.com/` }
  await sure('insert into draft (id, person, typed, address) values ($1, $2, $3, $4)', draft, person.id, 'x', address)
  const notice = newId()
  await sure("insert into notice (id, person, kind, key) values ($1, $2, 'left', $3)", notice, person.id, mark)
  await sure('insert into api_token (id, hash, person) values ($1, $2, $3)', token, hashOf(token), person.id)
  for (const id of [passkey, newId()])
    await sure(
      "insert into passkey (id, person, credential_hash, credential, public_key) values ($1, $2, $3, 'x', $3)",
      ...[id, person.id, hashOf(id)],
    )
  await sure(
    "insert into absence (id, person, kind, from_on, until_on) values ($1, $2, 'leave', current_date, current_date)",
    ...[absence, person.id],
  )
  const session = newId()
  await sure(
    "insert into session (hash, id, person, how) values ($1, $2, $3, 'passkey')",
    hashOf(session),
    session,
    person.id,
  )
  const attestation = newId()
  const browser = await browserOf(db, person.id, mark)
  await sure(
    "insert into attestation (id, code, person, due_on, said, pages, channel) values ($1, $2, $3, current_date, 'accounts', 1, 'web')",
    ...[attestation, `BN-${mark.slice(0, 4).toUpperCase()}-0001`, person.id],
  )
  await sure(
    "insert into attestation_answer (person, declaration, answer, attestation) values ($1, $2, 'still_mine', $3)",
    ...[person.id, declaration.private, attestation],
  )
  const filing = await filingsOf(db, declaration, witness)
  const one = (id: string) => ({ here: id })
  return {
    ...{ declaration, proof, request, absence, filing },
    import: await importsOf(db, person.id),
    look: await looksOf(db, person.id, witness, answers),
    letter: await lettersOf(db, person.id, mark),
    ...{
      attestation: one(attestation),
      draft: one(draft),
      notice: one(notice),
      browser: one(browser),
      token: one(token),
      passkey: one(passkey),
      session: one(session),
      receipt: one(code),
      person: one(person.id),
    },
  }
}

async function decided(db: TestDatabase, request: string, state: string, witness: string): Promise<void> {
  await db.asSuperuser("select set_config('cd.actor', $1, false)", [witness])
  const seen = state === 'witnessed' ? 'in_person' : null
  await db.asSuperuser('update witness_request set state = $2, seen = $3 where id = $1', [request, state, seen])
  await db.asSuperuser("select set_config('cd.actor', '', false)")
}

async function filingsOf(db: TestDatabase, pages: Record<string, string>, by: string) {
  const filing: Record<string, string> = { none: pages.private as string }
  for (const state of ['asked', 'right', 'not_mine'] as const) {
    filing[state] = pages[state] as string
    await db.asSuperuser(
      `insert into assisted_filing (declaration, filed_by, how, paper_on, answer, answered_at)
       values ($1, $2, 'paper', current_date, $3, case when $3::text is not null then now() end)`,
      [filing[state], by, state === 'asked' ? null : state],
    )
  }
  return filing
}

const importStates = ['unread', 'read', 'writing', 'written', 'cancelled', 'undoing', 'undone'] as const

/** A file in each state that an import can be in: with its rows, and the file itself. */
async function importsOf(db: TestDatabase, by: string) {
  const ids = Object.fromEntries(importStates.map((state) => [state, newId()]))
  const given = JSON.stringify(importStates.map((state) => ({ state, id: ids[state] })))
  const from = 'from jsonb_to_recordset($1) as given (id uuid, state text)'
  const bytes = Buffer.from('person_id,full_name,unit_code\n1,Người Mới,MINH\n')
  await db.asSuperuser(
    `insert into import (id, kind, file_hash, rows, accepted, rejected, by_person, state, file_name, header, ended_at)
     select id, 'people', sha256(uuid_send(id)), 2, 1, 1, $2, state, 'x.csv', '{x}', case when state in ('written', 'cancelled', 'undone') then now() end ${from}`,
    [given, by],
  )
  await db.asSuperuser(`insert into import_file (import, bytes) select id, $2 ${from}`, [given, bytes])
  await db.asSuperuser(
    `insert into import_row (import, n, row, fields, line, change, reason)
     select id, n, n + 1, '{1}', case n when 1 then '{"ref": "1", "name": "Người Mới", "unit": "KHONG"}'::jsonb end,
       case n when 1 then 'new' else 'rejected' end, case n when 2 then 'missing_name' end ${from}, generate_series(1, 2) n`,
    [given],
  )
  return ids
}

/** Their record was opened: once and nothing said, once and asked why, once and answered. */
async function looksOf(db: TestDatabase, subject: string, viewer: string, unit: string | null) {
  const look: Record<string, string> = {}
  for (const state of ['opened', 'asked', 'answered'] as const) {
    look[state] = await lookAt(db, viewer, subject)
    if (state !== 'opened') await question(db, { look: look[state], asker: subject, unit, state })
  }
  return look
}

export async function lookAt(db: TestDatabase, viewer: string, subject: string): Promise<string> {
  const id = newId()
  await db.asSuperuser(
    "insert into access (id, actor, subject, purpose, fields) values ($1, $2, $3, 'help', 'record')",
    [id, viewer, subject],
  )
  return id
}

type Asked = {
  readonly look: string
  readonly asker: string
  /** Whose officer is to answer; none: the auditors. */
  readonly unit: string | null
  readonly state: 'asked' | 'late' | 'answered'
  readonly by?: string
}

/** Why somebody looked, put before that unit; answered by that person, or by somebody else. */
export async function question(db: TestDatabase, { look, asker, unit, state, by }: Asked): Promise<string> {
  const id = newId()
  await db.asSuperuser('insert into why_request (id, access, asker) values ($1, $2, $3)', [id, look, asker])
  await db.asSuperuser('update why_request set unit = $2 where id = $1', [id, unit])
  if (state === 'late') await db.asSuperuser('update why_request set due_on = current_date - 9 where id = $1', [id])
  if (state === 'answered')
    await db.asSuperuser(
      `update why_request set state = 'answered', answer = 'mistake', answered_at = now(), answered_by = coalesce($2,
         (select person from role_held where role = 'officer' and person not in (asker, viewer) order by id limit 1)) where id = $1`,
      [id, by ?? null],
    )
  return id
}

/** Links that were mailed to them: one that is good, one that they used, one that is too old. */
async function lettersOf(db: TestDatabase, person: string, mark: string) {
  const address = `${mark}@donvi.vn`
  await db.asSuperuser("insert into mail_address (person, address, lang) values ($1, $2, 'vi')", [person, address])
  const letter: Record<string, string> = { open: newId(), used: newId(), over: newId() }
  for (const [state, secret] of Object.entries(letter))
    await db.asSuperuser(
      `insert into mail_confirmation (hash, person, address, lang, expires_at, used_at)
       values ($1, $2, $3, 'vi', now() + $4::interval, case when $5 then now() end)`,
      [hashOf(secret), person, address, state === 'over' ? '-1 second' : '1 day', state === 'used'],
    )
  return letter
}
