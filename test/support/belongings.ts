import { hashOf, newId, newSecret } from '../../src/db/index.ts'
import { declared } from '../house/declared.ts'
import { caseOf, overdue } from './cases.ts'
import type { TestDatabase } from './database.ts'

export type Belongings = Awaited<ReturnType<typeof belongingsOf>>

/** One thing of each kind that belongs to this person, so that every address of the house leads somewhere. */
export async function belongingsOf(db: TestDatabase, person: { readonly id: string }) {
  const mark = newId().slice(-12)
  const { id: declaration, canonical } = await declared(db, person, `https://page-${mark}.example.com/`)
  const [draft, proof, receipt, token, passkey] = [newId(), newId(), newId(), newId(), newId()]
  const code = `BN-${[...mark.toUpperCase().replace(/[ILOU]/g, '0')]
    .slice(0, 8)
    .join('')
    .replace(/^(.{4})/, '$1-')}`
  const invitation = newSecret()
  const address = { platform: 'website', kind: 'site', canonical: `https://draft-${mark}.example.com/` }
  await db.asSuperuser("insert into draft (id, person, typed, address, manager) values ($1, $2, 'x', $3, 'alone')", [
    draft,
    person.id,
    address,
  ])
  await db.asSuperuser(
    "insert into proof (id, declaration, person, method, token, expires_on) values ($1, $2, $3, 'dns-txt', $4, current_date + 7)",
    [proof, declaration, person.id, mark],
  )
  await db.asSuperuser(
    "insert into receipt (id, code, person, act, declaration, version) select $1, $2, person, 'declared', id, current_version from declaration where id = $3",
    [receipt, code, declaration],
  )
  await db.asSuperuser('insert into api_token (id, hash, person) values ($1, $2, $3)', [token, hashOf(mark), person.id])
  for (const id of [passkey, newId()])
    await db.asSuperuser(
      "insert into passkey (id, person, credential_hash, credential, public_key) values ($1, $2, $3, 'x', $3)",
      [id, person.id, hashOf(id)],
    )
  await db.asSuperuser('insert into invitation (hash, person) values ($1, $2)', [hashOf(invitation), person.id])
  await declared(db, person, `https://listed-${mark}.example.com/`, { visibility: 'listed', level: 2 })
  const asked = await askedOf(db, declaration, person.id)
  const witness = await shownTo(db, person, mark)
  const assisted = await declared(db, person, `https://assisted-${mark}.example.com/`)
  await db.asSuperuser(
    "with officer as (insert into person (id, name) values (gen_random_uuid(), 'Cán Bộ') returning id) insert into assisted_filing (declaration, filed_by, how) select $1, id, 'phone' from officer",
    [assisted.id],
  )
  const incident = await incidentOf(db, declaration, 'open')
  const impersonation = await imitationOf(db, person.id, mark, 'found')
  const judged = await judgedBeside(db, person, mark)
  const colleagues = await colleagueWith(db, person, mark)
  const closing = await declared(db, person, `https://closing-${mark}.example.com/`, { state: 'closing' })
  const cases = await casesFor(db, person)
  const rights = await rightsFor(db, person, mark)
  const mailSecret = newSecret()
  await db.asSuperuser("insert into mail_confirmation (hash, person, address, lang) values ($1, $2, $3, 'vi')", [
    hashOf(mailSecret),
    person.id,
    `${mark}@donvi.vn`,
  ])
  const { rows: told } = await db.asSuperuser(
    "insert into notice (person, kind, key, about) values ($1, 'level_lower', $2, $3) returning id",
    [person.id, mark, declaration],
  )
  const browser = await browserOf(db, person.id, mark)
  const attestation = newId()
  // A day that no other of theirs has, however many are made: one a day and person is all there may be.
  await db.asSuperuser(
    "insert into attestation (id, code, person, due_on, said, pages, channel) select $1, $2, $3, coalesce(min(due_on), current_date) - 1, 'none', 0, 'web' from attestation where person = $3",
    [attestation, `BA-${mark}`, person.id],
  )
  const { rows } = await db.asSuperuser('select page from person_page where person = $1', [person.id])
  const [look, question] = [await lookAt(db, person), await questionFor(db, person)]
  const recovery = await recoveryOf(db, person)
  const guidance = await textFor(db)
  const campaign = await campaignFor(db, person)
  const linkSecret = newSecret()
  await db.asSuperuser('insert into sign_in_link (hash, person) values ($1, $2)', [hashOf(linkSecret), person.id])
  const session = newId()
  await db.asSuperuser("insert into session (hash, id, person, how) values ($1, $2, $3, 'passkey')", [
    hashOf(session),
    session,
    person.id,
  ])
  return {
    /** Of a colleague, who was seen by another officer. */
    recovery,
    /** In a link that was mailed to sign in. */
    linkSecret,
    session,
    /** For everybody, and read by nobody. */
    guidance,
    /** A draft over one's own unit. */
    campaign,
    running: await campaignFor(db, person, 'running'),
    stopped: await campaignFor(db, person, 'stopped'),
    /** A look of somebody else at one's own record. */
    look,
    /** Why somebody of a unit below looked: theirs to answer. */
    question,
    page: rows[0].page as string,
    declaration,
    canonical,
    draft,
    proof,
    /** A proof of one's own that waits for an officer. */
    asked,
    /** A request of a colleague; theirs to witness who keeps the unit. */
    witness,
    receipt: code,
    /** Cases: two of one's own, and three of colleagues, theirs to decide, to withdraw, and to answer who decides in the unit. */
    cases,
    /** Requests about data: one of one's own that waits, one that was refused, and a colleague's, theirs to answer who keeps the unit. */
    rights,
    /** A page of one's own that was reported as taken. */
    incident,
    /** A page that was found to imitate them, and the code of its report. */
    impersonation,
    /** Of somebody in another unit: denied, and objected to. */
    judged,
    /** Two of a colleague, theirs to answer who keeps the unit: frozen, and only asked for. */
    incidents: colleagues,
    token,
    passkey,
    invitation,
    /** A file that they have read and not confirmed. */
    importing: await importOf(db, person, mark),
    notice: told[0].id as string,
    /** In which notices are turned on. */
    browser,
    /** An account that a list names as theirs; not yet answered. */
    offer: await offerTo(db, person, mark),
    /** Of an earlier date. */
    attestation,
    /** Filed by an officer; not yet answered. */
    assisted: assisted.id,
    /** Stated closed. */
    closing: closing.id,
    /** In a link that was mailed to confirm an address. */
    mailSecret,
  }
}

/** A text for everybody, in its first version. */
export async function textFor(db: TestDatabase): Promise<{ readonly id: string; readonly version: string }> {
  const text = { id: newId(), version: newId() }
  await db.asSuperuser('insert into guidance (id) values ($1)', [text.id])
  await db.asSuperuser(
    "insert into guidance_version (id, guidance, n, material, title_vi, title_en, guide_vi, guide_en) values ($2, $1, 1, true, 'x', 'x', 'x', 'x')",
    [text.id, text.version],
  )
  return text
}

/** A campaign over the unit of this person, not yet started. */
export async function campaignFor(db: TestDatabase, person: { readonly id: string }, state = 'draft'): Promise<string> {
  const id = newId()
  await db.asSuperuser(
    `insert into campaign (id, unit, task, steps, gap_days, per_wave, wave_minutes, per_day, from_hour, until_hour, days, state, made_by, counted_at)
     select $1, unit, 'attest', 2, 7, 100, 30, 1000, 8, 20, 'working', $3, id, now() from person where id = $2`,
    [id, person.id, state],
  )
  return id
}

/** One that waits for this officer as the second, one whose link can be handed over, and one that the person is told of. */
async function recoveryOf(db: TestDatabase, person: { readonly id: string }) {
  const colleague = async () => {
    const id = newId()
    await db.asSuperuser(
      "insert into person (id, name, unit) select $1, 'Người Mất Khóa', unit from person where id = $2",
      [id, person.id],
    )
    return id
  }
  const first = await colleague()
  const start = `insert into recovery (person, state, asked_by, recognised, started_by, started_at) values ($1, 'started', 'officer', 'known', $2, now()) returning id, stop_key`
  const started = await db.asSuperuser(start, [await colleague(), first])
  const ready = await db.asSuperuser(start, [await colleague(), first])
  await db.asSuperuser(
    "update recovery set state = 'waiting', agreed_by = $2, agreed_at = now() - interval '4 days', opens_at = now() - interval '1 day', reminded_at = now() - interval '2 days' where id = $1",
    [ready.rows[0].id, await colleague()],
  )
  return {
    started: started.rows[0].id as string,
    key: started.rows[0].stop_key as string,
    ready: ready.rows[0].id as string,
    lost: await colleague(),
  }
}

async function incidentOf(db: TestDatabase, declaration: string, stage: 'open' | 'asked'): Promise<string> {
  const { rows } = await db.asSuperuser(
    "insert into incident (id, kind, matter, stage, how, declaration, due_at) values (gen_random_uuid(), 'hijack', 'taken_over', $2, 'self', $1, now() + interval '4 hours') returning id",
    [declaration, stage],
  )
  return rows[0].id as string
}

/** Their own, once to be replied to and once to be appealed; and of others, in the steps in which an officer or a reviewer does something. */
async function casesFor(db: TestDatabase, person: { readonly id: string }) {
  const fellow = async (name: string) => {
    const id = newId()
    await db.asSuperuser('insert into person (id, name, unit) select $1, $2, unit from person where id = $3', [
      id,
      name,
      person.id,
    ])
    return { id }
  }
  const [opener, decider, lateOne] = [
    await fellow('Người Mở'),
    await fellow('Người Quyết'),
    await fellow('Người Chưa Nộp'),
  ]
  const toAnswer = await caseOf(db, person, opener)
  const toAppeal = await caseOf(db, person, opener, 'decided', decider)
  const toDecide = await caseOf(db, await fellow('Người Trả Lời'), opener, 'to_decide')
  const toWithdraw = await caseOf(db, await fellow('Người Chờ'), person)
  await overdue(db, lateOne)
  return {
    toAnswer: toAnswer.id,
    toAppeal: toAppeal.id,
    toDecide: toDecide.id,
    toWithdraw: toWithdraw.id,
    about: lateOne.id,
  }
}

async function rightsFor(db: TestDatabase, person: { readonly id: string }, mark: string) {
  const fellow = newId()
  await db.asSuperuser(
    "insert into person (id, name, unit) select $1, 'Người Yêu Cầu', unit from person where id = $2",
    [fellow, person.id],
  )
  // Of one kind and thing one is open at a time: those of an earlier set go.
  await db.asSuperuser('delete from right_request where person = $1', [person.id])
  const of = async (whose: string, n: number, kind: string, what: string, state: 'asked' | 'refused') => {
    const id = newId()
    await db.asSuperuser(
      `insert into right_request (id, number, kind, what, wish, person, receipt, state, due_on, at_unit, ground)
       select $1, $2, $3, $4, case when $3 = 'correction' then 'Tên Đúng' end, p.id, $5, $6, case when $6 = 'asked' then register_day() + 2 end, p.unit,
         case when $6 = 'refused' then 'already_so' end from person p where p.id = $7`,
      [id, `Y-${mark}-${n}`, kind, what, `BN-${mark}-${n}`, state, whose],
    )
    await db.asSuperuser("insert into right_event (request, what, actor) values ($1, 'asked', $2)", [id, whose])
    return id
  }
  return {
    asked: await of(person.id, 1, 'correction', 'office', 'asked'),
    refused: await of(person.id, 2, 'objection', 'second_look', 'refused'),
    toAnswer: await of(fellow, 3, 'correction', 'name', 'asked'),
  }
}

async function imitationOf(db: TestDatabase, person: string, mark: string, stage: 'denied' | 'found' | 'objected') {
  const id = newId()
  const code = `MD-${[...mark.toUpperCase().replace(/[ILOU]/g, '0')]
    .slice(4, 12)
    .join('')
    .replace(/^(.{4})/, '$1-')}${stage === 'found' ? '' : stage}`
  const found = stage !== 'denied'
  const by = found ? newId() : null
  if (by) await db.asSuperuser("insert into person (id, name) values ($1, 'Người Quyết Định')", [by])
  await db.asSuperuser(
    `insert into impersonation (id, number, code, canonical, platform, person, ways, stage, denied_at, found_at, found_on, found_by, reasons, objection, objected_at)
     values ($1, $2, $3, $4, 'website', $5, '{name}', $6, now(), case when $7 then now() end, case when $7 then current_date end, $8, case when $7 then '{name}'::text[] else '{}' end,
       case when $6 = 'objected' then 'own_name' end, case when $6 = 'objected' then now() end)`,
    [id, `M-${mark}-${stage}`, code, `https://imitation-${stage}-${mark}.example.com/`, person, stage, found, by],
  )
  await db.asSuperuser("insert into impersonation_event (impersonation, what) values ($1, 'reported')", [id])
  return { id, code, canonical: `https://imitation-${stage}-${mark}.example.com/` }
}

async function judgedBeside(db: TestDatabase, person: { readonly id: string }, mark: string) {
  const other = newId()
  await db.asSuperuser(
    // The oldest unit below the same root: units that a test makes to move people about keep the people that it counts.
    `insert into person (id, name, unit) select $1, 'Người Khác', u.id from person p join unit here on here.id = p.unit
       join unit u on u.id <> p.unit and nlevel(u.path) > 1 and subltree(u.path, 0, 1) = subltree(here.path, 0, 1) where p.id = $2 order by u.id limit 1`,
    [other, person.id],
  )
  const denied = await imitationOf(db, other, mark, 'denied')
  const objected = await imitationOf(db, other, mark, 'objected')
  return { denied: denied.id, objected: objected.id }
}

async function colleagueWith(db: TestDatabase, person: { readonly id: string }, mark: string) {
  const colleague = { id: newId() }
  await db.asSuperuser("insert into person (id, name, unit) select $1, 'Đồng Nghiệp', unit from person where id = $2", [
    colleague.id,
    person.id,
  ])
  const [taken, asked] = [
    await declared(db, colleague, `https://taken-${mark}.example.com/`),
    await declared(db, colleague, `https://asked-${mark}.example.com/`),
  ]
  return { open: await incidentOf(db, taken.id, 'open'), asked: await incidentOf(db, asked.id, 'asked') }
}

/** Read and not confirmed, with one new person in it. */
export async function importOf(
  db: TestDatabase,
  person: { readonly id: string },
  mark = newId().slice(-12),
): Promise<string> {
  const id = newId()
  await db.asSuperuser(
    "insert into import (id, kind, file_hash, rows, accepted, rejected, by_person, state, header) values ($1, 'people', sha256($2::bytea), 1, 1, 0, $3, 'read', array['mã', 'tên'])",
    [id, mark, person.id],
  )
  await db.asSuperuser(
    "insert into import_file (import, bytes) values ($1, convert_to('mã,tên' || chr(10) || 'A,B', 'utf8'))",
    [id],
  )
  await db.asSuperuser(
    "insert into import_row (import, n, row, change, fields, line) values ($1, 1, 2, 'new', array[$2::text, 'Người Mới'], jsonb_build_object('ref', $2::text, 'name', 'Người Mới', 'unit', 'PM1', 'accounts', '[]'::jsonb))",
    [id, `I-${mark}`],
  )
  return id
}

async function lookAt(db: TestDatabase, person: { readonly id: string }): Promise<string> {
  const id = newId()
  await db.asSuperuser(
    "insert into access (id, actor, subject, purpose, fields) select $1, id, $2, 'help', 'record' from person where id <> $2 limit 1",
    [id, person.id],
  )
  return id
}

async function questionFor(db: TestDatabase, person: { readonly id: string }): Promise<string> {
  const id = newId()
  const [viewer, asker] = [{ id: newId() }, { id: newId() }]
  for (const one of [viewer, asker])
    await db.asSuperuser("insert into person (id, name, unit) select $1, 'Ai Đó', unit from person where id = $2", [
      one.id,
      person.id,
    ])
  const look = newId()
  await db.asSuperuser(
    "insert into access (id, actor, subject, purpose, fields) values ($1, $2, $3, 'help', 'record')",
    [look, viewer.id, asker.id],
  )
  await db.asSuperuser('insert into why_request (id, access, asker) values ($1, $2, $3)', [id, look, asker.id])
  await db.asSuperuser('update why_request set unit = (select unit from person where id = $2) where id = $1', [
    id,
    person.id,
  ])
  return id
}

async function askedOf(db: TestDatabase, declaration: string, person: string): Promise<string> {
  const proof = newId()
  await db.asSuperuser(
    "insert into proof (id, declaration, person, method, token) values ($1, $2, $3, 'witnessed', $4)",
    [proof, declaration, person, newId()],
  )
  await db.asSuperuser('insert into witness_request (id, proof) values ($1, $2)', [newId(), proof])
  return proof
}

async function shownTo(db: TestDatabase, person: { readonly id: string }, mark: string) {
  const colleague = { id: newId() }
  await db.asSuperuser("insert into person (id, name, unit) select $1, 'Đồng Nghiệp', unit from person where id = $2", [
    colleague.id,
    person.id,
  ])
  const { id, canonical } = await declared(db, colleague, `https://shown-${mark}.example.com/`)
  const proof = await askedOf(db, id, colleague.id)
  const { rows } = await db.asSuperuser('select id from witness_request where proof = $1', [proof])
  return { id: rows[0].id as string, address: canonical }
}

async function offerTo(db: TestDatabase, person: { readonly id: string }, mark: string): Promise<string> {
  const [id, canonical] = [newId(), `https://offered-${mark}.example.com/`]
  await db.asSuperuser(
    "with i as (insert into import (id, kind, file_hash, rows, accepted, rejected) values ($1, 'accounts', $2, 1, 1, 0) returning id) insert into offered_account (id, import, person, typed, canonical) select $1, id, $3, $4, $4 from i",
    [id, hashOf(id), person.id, canonical],
  )
  return id
}

/** A browser of theirs in which notices are turned on. */
export async function browserOf(db: TestDatabase, person: string, mark: string): Promise<string> {
  const id = newId()
  await db.asSuperuser(
    "insert into push_subscription (id, person, endpoint, p256dh, auth, label, lang) values ($1, $2, 'https://fcm.googleapis.com/fcm/send/' || $3, $4, $5, 'Chrome, Android', 'vi')",
    [id, person, mark, `B${'A'.repeat(86)}`, 'A'.repeat(22)],
  )
  return id
}
