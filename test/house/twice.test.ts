import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { parseSettings } from '../../src/config.ts'
import { hashOf, newId, newSecret } from '../../src/db/index.ts'
import { giveCodeAsOperator } from '../../src/sign-in/index.ts'
import { type Belongings, belongingsOf } from '../support/belongings.ts'
import { browserKeys, pushKeys } from '../support/browsers.ts'
import { type TestHouse, testHouse, type Visitor } from '../support/house.ts'
import { smallOrganisation } from '../support/people.ts'
import { declared, raised } from './declared.ts'

// A double click, a request sent again, a form from yesterday, two tabs: nothing is done twice, nothing is lost, nothing is a failure.

let house: TestHouse
let people: Awaited<ReturnType<typeof smallOrganisation>>
let own: Belongings
let me: Visitor
let setUp: string
let n = 0
/** For each number a unit with one unit beside it, and people in it, to be moved about. */
const spares = new Map<number, Spare>()
type Spare = {
  unit: string
  other: string
  code: string
  member: string
  gone: string
  absence: string
  roles: Roles
  directory: string
}
type Roles = { held: string; proposed: string; alone: string }
beforeAll(async () => {
  house = await testHouse({ settings: parseSettings(JSON.stringify({ push: pushKeys() })) })
  people = await smallOrganisation(house.db)
})
afterAll(() => house[Symbol.asyncDispose]())
beforeEach(async () => {
  await house.db.asSuperuser(
    "delete from draft; delete from push_subscription; update campaign set state = 'dropped' where state = 'draft'",
  ) // at most twenty wait
  // One person may have five hundred: those of the tests before have ended.
  await house.db.asSuperuser('update declaration set ended_at = now() where ended_at is null')
  own = await freshSet()
  await raised(house.db, own.declaration, 2)
  me = await house.as(people.officer)
  setUp = newSecret()
  n += 2
  await house.db.asSuperuser("delete from role_held where role = 'administrator'")
  for (const one of [n, n + 1]) spares.set(one, await spareOf(one))
  await house.db.asSuperuser('update organisation set set_up_at = null')
  await house.db.asSuperuser('insert into set_up_link (hash) values ($1)', [hashOf(setUp)])
})

/** A set of everything; only its own browser is told, for each that was there before would be told as well. */
async function freshSet(): Promise<Belongings> {
  await house.db.asSuperuser('delete from push_subscription')
  return belongingsOf(house.db, people.officer)
}

async function spareOf(number: number): Promise<Spare> {
  const code = `S${number}`
  const unit = await people.unit(`${code}-A`, 'Đơn vị A', people.root)
  const other = await people.unit(`${code}-B`, 'Đơn vị B', people.root)
  const [member, gone] = [await people.person('Người Ở', unit.id), await people.person('Người Đi', unit.id)]
  await house.db.asSuperuser('update person set left_at = now() where id = $1', [gone.id])
  const { rows: made } = await house.db.asSuperuser(
    "insert into absence (id, person, kind, from_on, until_on) values (gen_random_uuid(), $1, 'leave', current_date, current_date) returning id",
    [member.id],
  )
  return {
    unit: unit.id,
    other: other.code,
    code,
    member: member.id,
    gone: gone.id,
    absence: made[0].id,
    roles: await rolesOf(member, unit.id),
    directory: await directoryOf(unit.id),
  }
}

async function directoryOf(unit: string): Promise<string> {
  const id = newId()
  await house.db.asSuperuser(
    "insert into directory_client (id, hash, name, unit, expires_at) values ($1, $2, 'Danh bạ', $3, now() + interval '1 day')",
    [id, hashOf(id), unit],
  )
  return id
}

async function rolesOf(member: { id: string }, unit: string): Promise<Roles> {
  const add = async (role: string, state: string, because: string | null) => {
    const { rows } = await house.db.asSuperuser(
      'insert into role_held (id, person, role, unit, state, granted_because) values (gen_random_uuid(), $1, $2, $3, $4, $5) returning id',
      [member.id, role, unit, state, because],
    )
    return rows[0].id as string
  }
  return {
    held: await add('overseer', 'active', null),
    proposed: await add('reviewer', 'proposed', null),
    alone: await add('auditor', 'active', 'Gấp'),
  }
}
const draft = () => ({
  unit: `${spare().code}-A`,
  ...{ guidance: crypto.randomUUID(), version: crypto.randomUUID(), material: '1' },
  ...{ title_vi: `Mới ${n}`, title_en: 'New', text_vi: 'một', text_en: 'one' },
})
const aCampaign = () => ({
  ...{ unit: 'PM1', task: 'attest', whom: 'both', steps: '1', gap_days: '7', per_wave: String(n + 1) },
  ...{ wave_minutes: '30', per_day: '100', from_hour: '8', until_hour: '20', days: 'working' },
})
const spare = () => spares.get(n) as Spare
/** The officer administers as well, for one test. */
const asAdministrator =
  <B>(body: () => B | Promise<B>) =>
  async () => {
    await house.db.asSuperuser(
      "insert into role_held (id, person, role) values (gen_random_uuid(), $1, 'administrator') on conflict do nothing",
      [people.officer.id],
    )
    return body()
  }

/** The officer decides cases as well, or somebody else does, and somebody above. */
const asReviewer =
  <B>(body: () => B | Promise<B>) =>
  async () => {
    await house.db.asSuperuser(
      "insert into role_held (id, person, role, unit) values (gen_random_uuid(), $1, 'reviewer', $2) on conflict do nothing",
      [people.officer.id, people.north.id],
    )
    await asReviewed(() => undefined)()
    return body()
  }
let above: { id: string } | undefined
const asReviewed =
  <B>(body: () => B | Promise<B>) =>
  async () => {
    above ??= await people.person('Người Quyết Trên', people.root.id)
    await house.db.asSuperuser(
      "insert into role_held (id, person, role, unit) values (gen_random_uuid(), $1, 'reviewer', $2) on conflict do nothing",
      [above.id, people.root.id],
    )
    return body()
  }
/** The case was decided by somebody else, and is appealed. */
const appealedToMe = () =>
  house.db.asSuperuser(
    "update duty_case set state = 'appealed', outcome = 'reminder', rule = '1', decided_at = now(), decided_by = (select id from person where name = 'Người Quyết' order by id desc limit 1) where id = $1",
    [own.cases.toDecide],
  )
const factAbout = async () => {
  const { rows } = await house.db.asSuperuser('select fact, thing, fact_on::text as day from case_facts_of($1)', [
    own.cases.about,
  ])
  return `${rows[0].fact}.${rows[0].thing}.${rows[0].day}`
}

type Doing = {
  readonly path: () => string
  readonly form?: () => Record<string, string> | Promise<Record<string, string>>
  readonly json?: () => unknown
  readonly method?: 'POST' | 'PATCH'
  /** Rows that both of two may leave, with the reason. */
  readonly twice?: Readonly<Record<string, string>>
}
const looks = { access: 'each opening is a look' }
const codes = {
  access: 'each is a line that the person sees',
  invitation: 'the first ends',
  sign_in_code: 'the first ends',
}
const asked = { challenge: 'each asking has a challenge of its own' }
const checked = { check_request: 'each press looks once', proof_check: 'each press looks once' }
const code = async () => {
  const given = await house.db.under('operator', (tx) => giveCodeAsOperator(tx, { person: people.lan.id }))
  return { code: given.kind === 'made' ? given.signInCode : '' }
}

const openedByMe = () =>
  house.db.asSuperuser(
    "insert into access (id, actor, purpose, fields, about) values (gen_random_uuid(), $1, 'witness', 'page', $2)",
    [people.officer.id, own.witness.id],
  )
const watched = async () => {
  await house.db.asSuperuser(
    "update closing set closed_by = 'look', watch_until = now() + interval '1 year' where declaration = $1",
    [own.closing],
  )
  return {}
}
let dates = 0
/** The list is open for another date, with two pages in it. */
const mine = async () => {
  dates += 1
  const pages = [own.declaration, own.assisted]
  await house.db.asSuperuser('update declaration set ended_at = now() where ended_at is null and id <> all ($1)', [
    pages,
  ])
  await house.db.asSuperuser(
    "update attestation_duty set answered = false, opens_on = current_date - 5, due_on = current_date + 30 + $2::int, state = 'due' where person = $1",
    [people.officer.id, dates],
  )
  return pages
}
const saw = async () => {
  await openedByMe()
  await house.db.asSuperuser(
    "insert into witness_code (request, officer, code) values ($1, $2, 'CD-0000-0000') on conflict do nothing",
    [own.witness.id, people.officer.id],
  )
  return { address: own.witness.address, seen: 'in_person' }
}

/** The same browser, pressed twice. */
const aBrowser = () => ({ endpoint: `https://fcm.googleapis.com/${n}`, keys: aBrowsersKeys })
const aBrowsersKeys = browserKeys().keys

/** The incident of one's own is about a name that belongs to another account. */
const nameTaken = () =>
  house.db.asSuperuser("update incident set kind = 'reused_handle', matter = null where id = $1", [own.incident])
/** One decides about people elsewhere, too. */
const reviewing = async <T>(body: T): Promise<T> => {
  await people.grant(people.officer, 'reviewer', people.root.id).catch(() => {})
  return body
}
/** A website of one's own that stands on one's public page. */
const listed = async (): Promise<string> =>
  (
    await house.db.asSuperuser(
      'select d.id from declaration d join published p on p.declaration = d.id where d.person = $1 and p.page is not null and d.ended_at is null order by d.id desc limit 1',
      [people.officer.id],
    )
  ).rows[0].id
const looksAlike = async () => {
  const site = await listed()
  await house.db.asSuperuser('insert into lookalike_watch (declaration, person) values ($1, $2)', [
    site,
    people.officer.id,
  ])
  await house.db.asSuperuser(
    "insert into lookalike (declaration, person, name, how, has_address) values ($1, $2, 'gia.example.com', 'bit', true)",
    [site, people.officer.id],
  )
  return { site, name: 'gia.example.com' }
}
/** What was found is said in public, and whoever runs the page objects. */
const objection = async () => {
  await house.db.asSuperuser('select publish_imitation($1)', [own.impersonation.canonical])
  return { address: own.impersonation.canonical, ground: 'gone' }
}
const pageOfLan = async () => (await declared(house.db, people.lan, `https://lan-${newId()}.example.com/`)).id

/** Every writing address of the house, with what does it. One that is missing here fails the test below. */
const doings: Readonly<Record<string, Doing>> = {
  'POST /set-up/:secret': {
    path: () => `/set-up/${setUp}`,
    form: () => ({ organisation: 'Đơn vị', name: 'Người Một' }),
    twice: { invitation: 'the first ends' },
  },
  'POST /set-up/:secret/sample': { path: () => `/set-up/${setUp}/sample` },
  'POST /sign-in/options': { path: () => '/sign-in/options', twice: asked },
  'POST /sign-in/passkey': { path: () => '/sign-in/passkey' },
  'POST /sign-in/code': { path: () => '/sign-in/code', form: code },
  'POST /sign-in/again/options': { path: () => '/sign-in/again/options', twice: asked },
  'POST /sign-in/again/passkey': { path: () => '/sign-in/again/passkey' },
  'POST /sign-in/again/code': { path: () => '/sign-in/again/code', form: code },
  'POST /sign-in/mail': { path: () => '/sign-in/mail', form: () => ({ address: 'lan@donvi.vn' }) },
  'POST /sign-in/link/:secret': { path: () => `/sign-in/link/${own.linkSecret}` },
  'POST /recovery': { path: () => '/recovery', form: () => ({ known: 'KHONG-CO' }) },
  'POST /recovery/not-me/:key': { path: () => `/recovery/not-me/${own.recovery.key}` },
  'POST /recoveries/for/:id': {
    path: () => `/recoveries/for/${own.recovery.lost}`,
    form: () => ({ recognised: 'known' }),
    twice: looks,
  },
  'POST /recoveries/:id/agree': { path: () => `/recoveries/${own.recovery.started}/agree`, twice: looks },
  'POST /recoveries/:id/stop': { path: () => `/recoveries/${own.recovery.started}/stop` },
  'POST /recoveries/:id/link': {
    path: () => `/recoveries/${own.recovery.ready}/link`,
    twice: { ...looks, invitation: 'the first ends' },
  },
  'POST /me/sessions/others/end': {
    path: () => '/me/sessions/others/end',
    twice: { session: 'whoever signed in since is one of the others' },
  },
  'POST /me/sessions/:id/end': { path: () => `/me/sessions/${own.session}/end` },
  'POST /sign-out': { path: () => '/sign-out' },
  'POST /sign-out/everywhere': { path: () => '/sign-out/everywhere' },
  'POST /invitations/:secret/options': { path: () => `/invitations/${own.invitation}/options`, twice: asked },
  'POST /invitations/:secret/passkey': { path: () => `/invitations/${own.invitation}/passkey` },
  'POST /me/passkeys/options': { path: () => '/me/passkeys/options', twice: asked },
  'POST /me/passkeys': { path: () => '/me/passkeys' },
  'POST /me/passkeys/:id': { path: () => `/me/passkeys/${own.passkey}`, form: () => ({ name: 'Máy' }) },
  'POST /me/passkeys/:id/remove': { path: () => `/me/passkeys/${own.passkey}/remove` },
  'POST /me/tokens/new': {
    path: () => '/me/tokens/new',
    form: () => ({ name: 'T', life: '30', scopes: 'read', form: crypto.randomUUID() }),
  },
  'POST /me/tokens/:id/revoke': { path: () => `/me/tokens/${own.token}/revoke` },
  'POST /declarations/new': {
    path: () => '/declarations/new',
    form: () => ({ address: `https://new-${n}.example.com/` }),
  },
  'POST /declarations/several': {
    path: () => '/declarations/several',
    form: () => ({ address: `https://one-${n}.example.com/`, rest: `two-${n}.example.com three-${n}.example.com` }),
  },
  'POST /declarations/:id/visibility': {
    path: () => `/declarations/${own.declaration}/visibility`,
    form: () => ({ visibility: 'listed', shows: 'name' }),
  },
  'POST /declarations/offered': { path: () => '/declarations/offered', form: () => ({ [`of-${own.offer}`]: 'mine' }) },
  'POST /declarations/offered/again': { path: () => '/declarations/offered/again', form: () => ({ offer: own.offer }) },
  'POST /v1/declarations/offered': {
    path: () => '/v1/declarations/offered',
    json: () => ({ answers: [{ id: own.offer, answer: 'mine' }] }),
  },
  'POST /drafts/:id': { path: () => `/drafts/${own.draft}`, form: () => ({ manager: 'alone' }) },
  'POST /drafts/:id/file': { path: () => `/drafts/${own.draft}/file` },
  'POST /drafts/:id/delete': { path: () => `/drafts/${own.draft}/delete` },
  'POST /v1/declarations': {
    path: () => '/v1/declarations',
    json: () => ({ address: `https://api-${n}.example.com/` }),
  },
  'PATCH /v1/declarations/:id': {
    path: () => `/v1/declarations/${own.declaration}`,
    json: () => ({ visibility: 'confirmable' }),
    method: 'PATCH',
  },
  'POST /declarations/:id/prove': {
    path: () => `/declarations/${own.declaration}/prove`,
    form: () => ({ method: 'well-known' }),
  },
  'POST /proofs/:id/check': { path: () => `/proofs/${own.proof}/check`, twice: checked },
  'POST /v1/declarations/:id/proofs': {
    path: () => `/v1/declarations/${own.declaration}/proofs`,
    json: () => ({ method: 'meta-tag' }),
  },
  'POST /v1/proofs/:id/check': { path: () => `/v1/proofs/${own.proof}/check`, json: () => ({}), twice: checked },
  'POST /proofs/:id/withdraw': { path: () => `/proofs/${own.asked}/withdraw` },
  'POST /v1/proofs/:id/withdraw': { path: () => `/v1/proofs/${own.asked}/withdraw`, json: () => undefined },
  'POST /witness/:id': { path: () => `/witness/${own.witness.id}`, twice: looks },
  'POST /v1/witness/:id': { path: () => `/v1/witness/${own.witness.id}`, json: () => ({}), twice: looks },
  'POST /witness/:id/code': { path: () => `/witness/${own.witness.id}/code`, twice: looks },
  'POST /v1/witness/:id/code': { path: () => `/v1/witness/${own.witness.id}/code`, json: () => ({}), twice: looks },
  'POST /witness/:id/confirm': { path: () => `/witness/${own.witness.id}/confirm`, form: saw },
  'POST /v1/witness/:id/confirm': { path: () => `/v1/witness/${own.witness.id}/confirm`, json: saw },
  'POST /witness/:id/decline': {
    path: () => `/witness/${own.witness.id}/decline`,
    form: () => openedByMe().then(() => ({})),
  },
  'POST /v1/witness/:id/decline': {
    path: () => `/v1/witness/${own.witness.id}/decline`,
    json: () => openedByMe().then(() => ({})),
  },
  'POST /declarations/:id/close': { path: () => `/declarations/${own.declaration}/close` },
  'POST /v1/declarations/:id/close': { path: () => `/v1/declarations/${own.declaration}/close`, json: () => ({}) },
  'POST /declarations/:id/reopen': { path: () => `/declarations/${own.closing}/reopen` },
  'POST /v1/declarations/:id/reopen': { path: () => `/v1/declarations/${own.closing}/reopen`, json: () => ({}) },
  'POST /declarations/:id/lose': { path: () => `/declarations/${own.declaration}/lose` },
  'POST /v1/declarations/:id/lose': { path: () => `/v1/declarations/${own.declaration}/lose`, json: () => ({}) },
  'POST /declarations/:id/watch/end': { path: () => `/declarations/${own.closing}/watch/end`, form: watched },
  'POST /v1/declarations/:id/watch/end': { path: () => `/v1/declarations/${own.closing}/watch/end`, json: watched },
  'POST /attestations': {
    path: () => '/attestations',
    form: async () => Object.fromEntries((await mine()).map((id) => [`page-${id}`, 'still_mine'])),
  },
  'POST /v1/attestations': {
    path: () => '/v1/attestations',
    json: async () => ({ answers: (await mine()).map((declaration) => ({ declaration, answer: 'closed' })) }),
  },
  'POST /attestations/cycles': {
    path: () => '/attestations/cycles',
    form: asAdministrator(async () => {
      await house.db.asSuperuser('delete from attestation_cycle')
      return { kind: '', months: '12', month: '10', spread_days: String(n) }
    }),
  },
  'POST /v1/attestations/cycles': {
    path: () => '/v1/attestations/cycles',
    json: asAdministrator(async () => {
      await house.db.asSuperuser('delete from attestation_cycle')
      return { months: 6, month: 3, spread_days: n }
    }),
  },
  'POST /imports': { path: () => '/imports', form: () => ({ kind: 'people' }) },
  'POST /v1/imports': { path: () => '/v1/imports', json: () => ({ kind: 'people' }) },
  'POST /imports/:id/columns': {
    path: () => `/imports/${own.importing}/columns`,
    form: () => ({ 'column-1': 'full_name' }),
  },
  'POST /v1/imports/:id/columns': {
    path: () => `/v1/imports/${own.importing}/columns`,
    json: () => ({ columns: { tên: 'full_name' } }),
  },
  'POST /imports/:id/confirm': { path: () => `/imports/${own.importing}/confirm` },
  'POST /v1/imports/:id/confirm': { path: () => `/v1/imports/${own.importing}/confirm`, json: () => undefined },
  'POST /imports/:id/cancel': { path: () => `/imports/${own.importing}/cancel` },
  'POST /v1/imports/:id/cancel': { path: () => `/v1/imports/${own.importing}/cancel`, json: () => undefined },
  'POST /imports/:id/undo': { path: () => `/imports/${own.importing}/undo` },
  'POST /v1/imports/:id/undo': { path: () => `/v1/imports/${own.importing}/undo`, json: () => undefined },
  'POST /imports/:id/discard': { path: () => `/imports/${own.importing}/discard` },
  'POST /v1/imports/:id/discard': { path: () => `/v1/imports/${own.importing}/discard`, json: () => undefined },
  'POST /notices/seen': { path: () => '/notices/seen' },
  'POST /notices/:id/seen': { path: () => `/notices/${own.notice}/seen` },
  'POST /v1/notices/:id/seen': { path: () => `/v1/notices/${own.notice}/seen`, json: () => undefined },
  'POST /declarations/assisted/:id': {
    path: () => `/declarations/assisted/${people.lan.id}`,
    form: () => ({
      ...{ id: newId(), address: `https://giay-${n}.example.com/`, how: 'paper' },
      ...{ paper_on: '2026-01-02', manager: 'alone' },
    }),
    twice: looks,
  },
  'POST /v1/declarations/assisted/:id': {
    path: () => `/v1/declarations/assisted/${people.lan.id}`,
    json: () => ({ address: `https://goi-${n}.example.com/`, how: 'phone' }),
    twice: looks,
  },
  'POST /declarations/:id/assisted/right': { path: () => `/declarations/${own.assisted}/assisted/right` },
  'POST /declarations/:id/assisted/not-mine': { path: () => `/declarations/${own.assisted}/assisted/not-mine` },
  'POST /v1/declarations/:id/assisted': {
    path: () => `/v1/declarations/${own.assisted}/assisted`,
    json: () => ({ answer: 'not_mine' }),
  },
  'POST /guidance/preview': { path: () => '/guidance/preview', form: asAdministrator(() => draft()) },
  'POST /guidance/draft': { path: () => '/guidance/draft', form: asAdministrator(() => draft()) },
  'POST /guidance': { path: () => '/guidance', form: asAdministrator(() => draft()) },
  'POST /v1/guidance': {
    path: () => '/v1/guidance',
    json: asAdministrator(() => ({
      ...{ unit: `${spare().code}-A`, title: { vi: `Mới ${n}`, en: 'New' }, text: { vi: 'một', en: 'one' } },
    })),
  },
  'POST /guidance/:id/read': {
    path: () => `/guidance/${own.guidance.id}/read`,
    form: () => ({ version: own.guidance.version }),
  },
  'POST /v1/guidance/:id/read': {
    path: () => `/v1/guidance/${own.guidance.id}/read`,
    json: () => ({ version: own.guidance.version }),
  },
  'POST /campaigns': { path: () => '/campaigns', form: () => ({ ...aCampaign(), id: crypto.randomUUID() }) },
  'POST /v1/campaigns': { path: () => '/v1/campaigns', json: () => ({ unit: 'PM1', task: 'attest', per_wave: n + 1 }) },
  'POST /campaigns/:id/start': { path: () => `/campaigns/${own.campaign}/start` },
  'POST /v1/campaigns/:id/start': { path: () => `/v1/campaigns/${own.campaign}/start` },
  'POST /campaigns/:id/stop': { path: () => `/campaigns/${own.running}/stop` },
  'POST /v1/campaigns/:id/stop': { path: () => `/v1/campaigns/${own.running}/stop` },
  'POST /campaigns/:id/resume': { path: () => `/campaigns/${own.stopped}/resume` },
  'POST /v1/campaigns/:id/resume': { path: () => `/v1/campaigns/${own.stopped}/resume` },
  'POST /campaigns/:id/close': { path: () => `/campaigns/${own.running}/close` },
  'POST /v1/campaigns/:id/close': { path: () => `/v1/campaigns/${own.running}/close` },
  'POST /campaigns/:id/drop': { path: () => `/campaigns/${own.campaign}/drop` },
  'POST /v1/campaigns/:id/drop': { path: () => `/v1/campaigns/${own.campaign}/drop` },
  'POST /notices/mail': { path: () => '/notices/mail', form: () => ({ address: `thu-${n}@donvi.vn`, language: 'vi' }) },
  'POST /notices/mail/language': { path: () => '/notices/mail/language', form: () => ({ language: 'en' }) },
  'POST /notices/mail/optional': { path: () => '/notices/mail/optional', form: () => ({ optional: '' }) },
  'POST /notices/unsubscribe/:key': { path: () => `/notices/unsubscribe/${crypto.randomUUID()}` },
  'POST /v1/notices/unsubscribe/:key': { path: () => `/v1/notices/unsubscribe/${crypto.randomUUID()}` },
  'POST /notices/mail/remove': { path: () => '/notices/mail/remove' },
  'POST /notices/mail/:secret': {
    path: () => `/notices/mail/${own.mailSecret}`,
    form: () => house.db.asSuperuser('delete from mail_address').then(() => ({})),
  },
  'POST /v1/notices/push': { path: () => '/v1/notices/push', json: aBrowser },
  'POST /notices/push/:id/remove': { path: () => `/notices/push/${own.browser}/remove` },
  'POST /v1/notices/push/:id/remove': { path: () => `/v1/notices/push/${own.browser}/remove`, json: () => undefined },
  'PATCH /v1/notices/mail': {
    path: () => '/v1/notices/mail',
    json: () => ({ address: `thu-${n}@donvi.vn` }),
    method: 'PATCH',
  },
  'POST /rights/correction': { path: () => '/rights/correction', form: () => ({ what: 'phone', value: '0912345678' }) },
  'POST /rights/restriction': { path: () => '/rights/restriction', form: () => ({ what: 'safety' }) },
  'POST /rights/objection': { path: () => '/rights/objection', form: () => ({ what: 'listing' }) },
  'POST /rights/erasure': { path: () => '/rights/erasure', form: () => ({}) },
  'POST /v1/rights': {
    path: () => '/v1/rights',
    json: () => ({ kind: 'correction', what: 'phone', value: '0912345678' }),
  },
  // Told to who made it: once for each browser, of which each set of belongings brings another.
  'POST /rights/copy': {
    path: () => '/rights/copy',
    form: () => house.db.asSuperuser('delete from push_subscription').then(() => ({ format: 'json' })),
  },
  'POST /v1/rights/copy': {
    path: () => '/v1/rights/copy',
    json: () => house.db.asSuperuser('delete from push_subscription').then(() => ({ format: 'json' })),
  },
  'POST /rights/:id/appeal': { path: () => `/rights/${own.rights.refused}/appeal` },
  'POST /v1/rights/:id/appeal': { path: () => `/v1/rights/${own.rights.refused}/appeal` },
  'POST /rights/:id/take-back': { path: () => `/rights/${own.rights.asked}/take-back` },
  'POST /v1/rights/:id/take-back': { path: () => `/v1/rights/${own.rights.asked}/take-back` },
  'POST /rights/desk/:id': { path: () => `/rights/desk/${own.rights.toAnswer}`, twice: looks },
  'POST /v1/rights/desk/:id': { path: () => `/v1/rights/desk/${own.rights.toAnswer}`, twice: looks },
  'POST /rights/desk/:id/answer': {
    path: () => `/rights/desk/${own.rights.toAnswer}/answer`,
    form: async () => {
      await me.post(`/rights/desk/${own.rights.toAnswer}`)
      return { answer: 'granted' }
    },
  },
  'POST /v1/rights/desk/:id/answer': {
    path: () => `/v1/rights/desk/${own.rights.toAnswer}/answer`,
    json: async () => {
      await me.post(`/rights/desk/${own.rights.toAnswer}`)
      return { answer: 'refused', ground: 'not_shown' }
    },
  },
  'POST /cases/:id/reply': { path: () => `/cases/${own.cases.toAnswer}/reply`, form: () => ({ text: 'Ý kiến' }) },
  'POST /v1/cases/:id/reply': { path: () => `/v1/cases/${own.cases.toAnswer}/reply`, json: () => ({ text: 'Ý kiến' }) },
  'POST /cases/:id/appeal': { path: () => `/cases/${own.cases.toAppeal}/appeal`, form: () => ({ text: 'Ý kiến' }) },
  'POST /v1/cases/:id/appeal': {
    path: () => `/v1/cases/${own.cases.toAppeal}/appeal`,
    json: () => ({ text: 'Ý kiến' }),
  },
  'POST /cases/desk/:id': {
    path: () => `/cases/desk/${own.cases.toDecide}`,
    form: asReviewer(() => ({})),
    twice: looks,
  },
  'POST /v1/cases/desk/:id': {
    path: () => `/v1/cases/desk/${own.cases.toDecide}`,
    json: asReviewer(() => undefined),
    twice: looks,
  },
  'POST /cases/desk/:id/decide': {
    path: () => `/cases/desk/${own.cases.toDecide}/decide`,
    form: asReviewer(async () => {
      await me.post(`/cases/desk/${own.cases.toDecide}`)
      return { outcome: 'reminder', rule: '1', reasons: 'Lý do' }
    }),
  },
  'POST /v1/cases/desk/:id/decision': {
    path: () => `/v1/cases/desk/${own.cases.toDecide}/decision`,
    json: asReviewer(() => ({ outcome: 'reminder', rule: '1', reasons: 'Lý do' })),
    twice: looks,
  },
  'POST /cases/desk/:id/hand-up': {
    path: () => `/cases/desk/${own.cases.toDecide}/hand-up`,
    form: asReviewer(async () => {
      await me.post(`/cases/desk/${own.cases.toDecide}`)
      return {}
    }),
  },
  'POST /v1/cases/desk/:id/hand-up': {
    path: () => `/v1/cases/desk/${own.cases.toDecide}/hand-up`,
    json: asReviewer(() => undefined),
    twice: looks,
  },
  'POST /cases/desk/:id/withdraw': {
    path: () => `/cases/desk/${own.cases.toWithdraw}/withdraw`,
    form: async () => {
      await me.post(`/cases/desk/${own.cases.toWithdraw}`)
      return {}
    },
  },
  'POST /v1/cases/desk/:id/withdrawal': {
    path: () => `/v1/cases/desk/${own.cases.toWithdraw}/withdrawal`,
    json: () => undefined,
    twice: looks,
  },
  'POST /cases/desk/:id/settle': {
    path: () => `/cases/desk/${own.cases.toDecide}/settle`,
    form: asReviewer(async () => {
      await appealedToMe()
      await me.post(`/cases/desk/${own.cases.toDecide}`)
      return { ground: 'holds' }
    }),
  },
  'POST /v1/cases/desk/:id/settlement': {
    path: () => `/v1/cases/desk/${own.cases.toDecide}/settlement`,
    json: asReviewer(async () => {
      await appealedToMe()
      return { ground: 'holds' }
    }),
    twice: looks,
  },
  'POST /cases/about/:id': { path: () => `/cases/about/${own.cases.about}`, twice: looks },
  'POST /v1/cases/about/:id': { path: () => `/v1/cases/about/${own.cases.about}`, json: () => undefined, twice: looks },
  'POST /cases/about/:id/open': {
    path: () => `/cases/about/${own.cases.about}/open`,
    form: asReviewed(async () => ({ fact: await factAbout() })),
    twice: looks,
  },
  'POST /v1/cases/about/:id/open': {
    path: () => `/v1/cases/about/${own.cases.about}/open`,
    json: asReviewed(async () => ({ fact: await factAbout() })),
    twice: looks,
  },
  'POST /impersonations': {
    path: () => '/impersonations',
    form: async () => ({ address: `https://gia-${n}.example.com/`, whom: `/people/${own.page}`, how: 'name' }),
  },
  'POST /v1/impersonations': {
    path: () => '/v1/impersonations',
    json: () => ({
      about: 'page',
      address: `https://gia-api-${n}.example.com/`,
      whom: `/people/${own.page}`,
      how: ['name'],
    }),
  },
  'POST /impersonations/lookalikes': {
    path: () => '/impersonations/lookalikes',
    form: () => listed().then((site) => ({ site, watch: 'on' })),
  },
  'POST /v1/impersonations/lookalikes': {
    path: () => '/v1/impersonations/lookalikes',
    json: () => listed().then((site) => ({ site, watch: true })),
  },
  'POST /impersonations/lookalikes/known': {
    path: () => '/impersonations/lookalikes/known',
    form: () => looksAlike(),
  },
  'POST /v1/impersonations/lookalikes/known': {
    path: () => '/v1/impersonations/lookalikes/known',
    json: () => looksAlike(),
  },
  'POST /impersonations/object': { path: () => '/impersonations/object', form: objection },
  'POST /v1/impersonations/objections': { path: () => '/v1/impersonations/objections', json: objection },
  'POST /impersonations/:id/answer': {
    path: () => `/impersonations/${own.impersonation.id}/answer`,
    form: () => ({ answer: 'mine' }),
  },
  'POST /v1/impersonations/:id/answer': {
    path: () => `/v1/impersonations/${own.impersonation.id}/answer`,
    json: () => ({ answer: 'mine' }),
  },
  'POST /impersonations/:id/mark': {
    path: () => `/impersonations/${own.impersonation.id}/mark`,
    form: () => ({ whom: 'platform', how: 'done' }),
  },
  'POST /v1/impersonations/:id/marks': {
    path: () => `/v1/impersonations/${own.impersonation.id}/marks`,
    json: () => ({ whom: 'authority', how: 'done' }),
  },
  'POST /impersonations/desk/:id': {
    path: () => `/impersonations/desk/${own.judged.denied}`,
    form: () => reviewing({}),
    twice: looks,
  },
  'POST /v1/impersonations/desk/:id': {
    path: () => `/v1/impersonations/desk/${own.judged.denied}`,
    json: () => reviewing(undefined),
    twice: looks,
  },
  'POST /impersonations/desk/:id/finding': {
    path: () => `/impersonations/desk/${own.judged.denied}/finding`,
    form: () => reviewing({ as_own: 'yes', says: 'nothing', reasons: 'name' }),
    twice: looks,
  },
  'POST /v1/impersonations/desk/:id/finding': {
    path: () => `/v1/impersonations/desk/${own.judged.denied}/finding`,
    json: () => reviewing({ as_own: true, says: 'nothing', reasons: ['name'] }),
    twice: looks,
  },
  'POST /impersonations/desk/:id/objection': {
    path: () => `/impersonations/desk/${own.judged.objected}/objection`,
    form: () => reviewing({ stands: 'yes' }),
    twice: looks,
  },
  'POST /v1/impersonations/desk/:id/objection': {
    path: () => `/v1/impersonations/desk/${own.judged.objected}/objection`,
    json: () => reviewing({ stands: false }),
    twice: looks,
  },
  'POST /impersonations/desk/:id/evidence/:format': {
    path: () => `/impersonations/desk/${own.judged.objected}/evidence/pdf`,
    form: () => reviewing({}),
    twice: looks,
  },
  'POST /v1/impersonations/desk/:id/evidence/:format': {
    path: () => `/v1/impersonations/desk/${own.judged.objected}/evidence/json`,
    json: () => reviewing(undefined),
    twice: looks,
  },
  'POST /incidents': {
    path: () => '/incidents',
    form: () => ({ pages: own.assisted, matter: 'taken_over' }),
  },
  'POST /v1/incidents': {
    path: () => '/v1/incidents',
    json: () => ({ declarations: [own.assisted], matter: 'locked_out' }),
  },
  'POST /incidents/:id/mark': {
    path: () => `/incidents/${own.incident}/mark`,
    form: () => ({ whom: 'platform', how: 'done' }),
  },
  'POST /v1/incidents/:id/marks': {
    path: () => `/v1/incidents/${own.incident}/marks`,
    json: () => ({ whom: 'platform', how: 'done' }),
  },
  'POST /incidents/:id/decide': {
    path: () => `/incidents/${own.incident}/decide`,
    form: () => nameTaken().then(() => ({ decision: 'renamed' })),
  },
  'POST /v1/incidents/:id/decision': {
    path: () => `/v1/incidents/${own.incident}/decision`,
    json: () => nameTaken().then(() => ({ decision: 'hijacked' })),
  },
  'POST /incidents/:id/end': { path: () => `/incidents/${own.incident}/end`, form: () => ({ outcome: 'lost' }) },
  'POST /v1/incidents/:id/end': {
    path: () => `/v1/incidents/${own.incident}/end`,
    json: () => ({ outcome: 'false_alarm' }),
  },
  'POST /incidents/help': {
    path: () => '/incidents/help',
    form: () => ({ address: `https://help-${n}.example.com/`, matter: 'locked_out' }),
  },
  'POST /v1/incidents/help': {
    path: () => '/v1/incidents/help',
    json: () => ({ address: `https://help-api-${n}.example.com/`, matter: 'locked_out' }),
  },
  'POST /incidents/desk/:id': { path: () => `/incidents/desk/${own.incidents.open}`, twice: looks },
  'POST /v1/incidents/desk/:id': {
    path: () => `/v1/incidents/desk/${own.incidents.open}`,
    json: () => undefined,
    twice: looks,
  },
  'POST /incidents/desk/:id/answer': { path: () => `/incidents/desk/${own.incidents.open}/answer` },
  'POST /v1/incidents/desk/:id/answer': {
    path: () => `/v1/incidents/desk/${own.incidents.open}/answer`,
    json: () => undefined,
    twice: looks,
  },
  'POST /incidents/desk/:id/confirm': { path: () => `/incidents/desk/${own.incidents.asked}/confirm`, twice: looks },
  'POST /v1/incidents/desk/:id/confirm': {
    path: () => `/v1/incidents/desk/${own.incidents.asked}/confirm`,
    json: () => undefined,
    twice: looks,
  },
  'POST /incidents/desk/:id/dismiss': {
    path: () => `/incidents/desk/${own.incidents.asked}/dismiss`,
    form: () => me.post(`/incidents/desk/${own.incidents.asked}`).then(() => ({})),
  },
  'POST /v1/incidents/desk/:id/dismiss': {
    path: () => `/v1/incidents/desk/${own.incidents.asked}/dismiss`,
    json: () => undefined,
    twice: looks,
  },
  'POST /incidents/desk/:id/mark': {
    path: () => `/incidents/desk/${own.incidents.open}/mark`,
    form: () => ({ whom: 'authority', how: 'printed' }),
    twice: looks,
  },
  'POST /v1/incidents/desk/:id/marks': {
    path: () => `/v1/incidents/desk/${own.incidents.open}/marks`,
    json: () => ({ whom: 'authority', how: 'printed' }),
    twice: looks,
  },
  'POST /incidents/desk/:id/letters/:whom': {
    path: () => `/incidents/desk/${own.incidents.open}/letters/authority`,
    twice: looks,
  },
  'POST /incidents/phone/:id': { path: () => `/incidents/phone/${people.lan.id}`, twice: looks },
  'POST /incidents/phone/:id/freeze': {
    path: () => `/incidents/phone/${people.lan.id}/freeze`,
    form: () => pageOfLan().then((pages) => ({ pages, matter: 'misused' })),
    twice: looks,
  },
  'POST /v1/incidents/phone/:id': {
    path: () => `/v1/incidents/phone/${people.lan.id}`,
    json: () => pageOfLan().then((page) => ({ declarations: [page], matter: 'misused' })),
    twice: looks,
  },
  'POST /records/:id': { path: () => `/records/${people.lan.id}`, form: () => ({ purpose: 'help' }), twice: looks },
  'POST /records/:id/invitation': { path: () => `/records/${people.lan.id}/invitation`, twice: codes },
  'POST /records/:id/code': { path: () => `/records/${people.lan.id}/code`, twice: codes },
  'POST /v1/records/:id': {
    path: () => `/v1/records/${people.lan.id}`,
    json: () => ({ purpose: 'help' }),
    twice: looks,
  },
  'POST /units': {
    path: () => '/units',
    form: asAdministrator(() => ({ code: `NEW-${n}`, name: 'Tổ mới', parent: 'PM1' })),
  },
  'POST /v1/units': {
    path: () => '/v1/units',
    json: asAdministrator(() => ({ code: `API-${n}`, name: 'Tổ mới', parent: 'PM1' })),
  },
  'POST /units/:id/rename': {
    path: () => `/units/${spare().unit}/rename`,
    form: asAdministrator(() => ({ name: 'Tên khác' })),
  },
  'PATCH /v1/units/:id': {
    path: () => `/v1/units/${spare().unit}`,
    json: asAdministrator(() => ({ name: 'Tên khác' })),
    method: 'PATCH',
  },
  'POST /units/:id/move': {
    path: () => `/units/${spare().unit}/move`,
    form: asAdministrator(() => ({ parent: spare().other })),
  },
  'POST /v1/units/:id/move': {
    path: () => `/v1/units/${spare().unit}/move`,
    json: asAdministrator(() => ({ parent: spare().other })),
  },
  'POST /units/:id/merge': {
    path: () => `/units/${spare().unit}/merge`,
    form: asAdministrator(() => ({ into: spare().other })),
  },
  'POST /v1/units/:id/merge': {
    path: () => `/v1/units/${spare().unit}/merge`,
    json: asAdministrator(() => ({ into: spare().other })),
  },
  'POST /units/:id/close': {
    path: () => `/units/${spare().unit}/close`,
    form: asAdministrator(() => ({ people_to: spare().other })),
  },
  'POST /v1/units/:id/close': {
    path: () => `/v1/units/${spare().unit}/close`,
    json: asAdministrator(() => ({ people_to: spare().other })),
  },
  'POST /settings/directories/new': {
    path: () => '/settings/directories/new',
    form: asAdministrator(() => ({ name: 'Entra ID', unit: spare().other, life: '90', form: crypto.randomUUID() })),
  },
  'POST /v1/settings/directories': {
    path: () => '/v1/settings/directories',
    json: asAdministrator(() => ({ name: 'Entra ID', unit: spare().other })),
  },
  'POST /settings/directories/:id/revoke': {
    path: () => `/settings/directories/${spare().directory}/revoke`,
    form: asAdministrator(() => ({})),
  },
  'POST /v1/settings/directories/:id/revoke': {
    path: () => `/v1/settings/directories/${spare().directory}/revoke`,
    json: asAdministrator(() => undefined),
  },
  'POST /roles/confirm': {
    path: () => '/roles/confirm',
    form: asAdministrator(() => ({ person: spare().member, role: 'officer', unit: spare().other })),
    twice: looks,
  },
  'POST /roles': {
    path: () => '/roles',
    form: asAdministrator(() => ({
      ...{ person: spare().member, role: 'officer', unit: spare().other },
      id: crypto.randomUUID(),
    })),
  },
  'POST /v1/roles': {
    path: () => '/v1/roles',
    json: asAdministrator(() => ({ person: spare().member, role: 'officer', unit: spare().other })),
  },
  'POST /roles/:id/agree': {
    path: () => `/roles/${spare().roles.proposed}/agree`,
    form: asAdministrator(() => ({})),
  },
  'POST /v1/roles/:id/agree': {
    path: () => `/v1/roles/${spare().roles.proposed}/agree`,
    json: asAdministrator(() => ({})),
  },
  'POST /roles/:id/refuse': {
    path: () => `/roles/${spare().roles.proposed}/refuse`,
    form: asAdministrator(() => ({})),
  },
  'POST /v1/roles/:id/refuse': {
    path: () => `/v1/roles/${spare().roles.proposed}/refuse`,
    json: asAdministrator(() => ({})),
  },
  'POST /roles/:id/end': {
    path: () => `/roles/${spare().roles.held}/end`,
    form: asAdministrator(() => ({})),
  },
  'POST /v1/roles/:id/end': {
    path: () => `/v1/roles/${spare().roles.held}/end`,
    json: asAdministrator(() => ({})),
  },
  'POST /roles/:id/note': {
    path: () => `/roles/${spare().roles.alone}/note`,
    form: asAdministrator(() => ({})),
  },
  'POST /v1/roles/:id/note': {
    path: () => `/v1/roles/${spare().roles.alone}/note`,
    json: asAdministrator(() => ({})),
  },
  'POST /members': {
    path: () => '/members',
    form: asAdministrator(() => ({ unit: 'PM1', name: 'Người Mới', ref: `R-${n}` })),
  },
  'POST /v1/members': {
    path: () => '/v1/members',
    json: asAdministrator(() => ({ unit: 'PM1', name: 'Người Mới', ref: `R-${n}` })),
  },
  'POST /members/:id/transfer': {
    path: () => `/members/${spare().member}/transfer`,
    form: asAdministrator(() => ({ unit: spare().other })),
  },
  'POST /v1/members/:id/transfer': {
    path: () => `/v1/members/${spare().member}/transfer`,
    json: asAdministrator(() => ({ unit: spare().other })),
  },
  'POST /members/:id/leave': {
    path: () => `/members/${spare().member}/leave`,
    form: asAdministrator(() => ({})),
  },
  'POST /v1/members/:id/leave': {
    path: () => `/v1/members/${spare().member}/leave`,
    json: asAdministrator(() => ({})),
  },
  'POST /members/:id/return': {
    path: () => `/members/${spare().gone}/return`,
    form: asAdministrator(() => ({})),
  },
  'POST /v1/members/:id/return': {
    path: () => `/v1/members/${spare().gone}/return`,
    json: asAdministrator(() => ({})),
  },
  'POST /members/:id/office': {
    path: () => `/members/${spare().member}/office`,
    form: asAdministrator(() => ({ office: 'Trưởng phòng' })),
  },
  'POST /v1/members/:id/office': {
    path: () => `/v1/members/${spare().member}/office`,
    json: asAdministrator(() => ({ office: 'Trưởng phòng' })),
  },
  'POST /members/:id/absence': {
    path: () => `/members/${spare().member}/absence`,
    form: asAdministrator(() => ({ kind: 'abroad', from: '2099-01-01', until: '2099-12-31' })),
  },
  'POST /v1/members/:id/absence': {
    path: () => `/v1/members/${spare().member}/absence`,
    json: asAdministrator(() => ({ kind: 'abroad', from: '2099-01-01', until: '2099-12-31' })),
  },
  'POST /members/:id/absence/:absence/end': {
    path: () => `/members/${spare().member}/absence/${spare().absence}/end`,
    form: asAdministrator(() => ({})),
  },
  'POST /v1/members/:id/absence/:absence/end': {
    path: () => `/v1/members/${spare().member}/absence/${spare().absence}/end`,
    json: asAdministrator(() => ({})),
  },
  'POST /my-record/:id/why': { path: () => `/my-record/${own.look}/why` },
  'POST /v1/my-record/:id/why': { path: () => `/v1/my-record/${own.look}/why`, json: () => undefined },
  'POST /records/questions/:id': {
    path: () => `/records/questions/${own.question}`,
    form: () => ({ answer: 'mistake' }),
  },
  'POST /v1/records/questions/:id': {
    path: () => `/v1/records/questions/${own.question}`,
    json: () => ({ answer: 'mistake' }),
  },
  'POST /sample/end': { path: () => '/sample/end' },
}

async function rows(): Promise<Record<string, number>> {
  const { rows: tables } = await house.db.asSuperuser(
    "select relname from pg_class where relnamespace = 'register'::regnamespace and relkind = 'r' order by 1",
  )
  const counted = await house.db.asSuperuser(
    tables.map(({ relname }) => `select '${relname}' as name, count(*)::int as n from ${relname}`).join(' union all '),
  )
  return Object.fromEntries(counted.rows.map(({ name, n: count }) => [name, count]))
}
async function more(act: () => Promise<unknown>): Promise<Record<string, number>> {
  const before = await rows()
  await act()
  const after = await rows()
  return Object.fromEntries(
    Object.keys(after)
      .map((table) => [table, (after[table] as number) - (before[table] as number)])
      .filter(([, by]) => by !== 0),
  )
}
const prepare = async ({ path, form, json, method = 'POST' }: Doing) => {
  await house.db.asSuperuser('delete from import_column') // what was chosen once is remembered
  const [to, fields, body] = [path(), await form?.(), await json?.()]
  return () => (json ? me.api(method, to, body) : me.post(to, fields))
}

test('every writing address is among those that are pressed twice', () => {
  const writing = house.rooms.flatMap(({ routes }) => routes).filter(({ method }) => method !== 'GET')
  expect(writing.map(({ method, path }) => `${method} ${path}`).sort()).toEqual(Object.keys(doings).sort())
})

describe.each(Object.entries(doings))('%s', (_, doing) => {
  test('pressed three times at once does what it does pressed once; sent again it is a page or a problem, and does it no second time', async () => {
    await house.db.asSuperuser('delete from session')
    me = await house.as(people.officer)
    const once = await prepare(doing)
    const single = await more(once)
    own = await freshSet()
    await raised(house.db, own.declaration, 2)
    await house.db.asSuperuser('delete from session')
    me = await house.as(people.officer)
    n += 1
    await house.db.asSuperuser('delete from set_up_link where used_at is null and person is not null')
    setUp = newSecret()
    await house.db.asSuperuser('insert into set_up_link (hash) values ($1)', [hashOf(setUp)])
    const press = await prepare(doing)
    const statuses: number[] = []
    const thrice = await more(async () => {
      for (const { status } of await Promise.all([press(), press(), press()])) statuses.push(status)
    })
    const but = (counts: Record<string, number>) =>
      Object.fromEntries(Object.entries(counts).filter(([table]) => !doing.twice?.[table]))
    expect(but(thrice)).toEqual(but(single))
    for (const table of Object.keys(doing.twice ?? {}))
      expect(thrice[table] ?? 0).toBeLessThanOrEqual(3 * (single[table] ?? 0))
    for (const status of statuses) expect(status).toBeLessThan(500)

    if (!doing.path().startsWith('/sign-out')) me = await house.as(people.officer)
    let status = 0
    const again = await more(async () => {
      status = (await press()).status
    })
    expect(status).toBeLessThan(500)
    expect(Object.keys(again).filter((table) => !doing.twice?.[table])).toEqual([])
  })
})

describe('an Idempotency-Key', () => {
  test.each([
    'POST /v1/declarations',
    'PATCH /v1/declarations/:id',
    'POST /v1/declarations/:id/proofs',
    'POST /v1/units',
    'POST /v1/units/:id/move',
    'POST /v1/guidance',
    'POST /v1/campaigns',
    'POST /v1/roles',
    'POST /v1/roles/:id/agree',
    'POST /v1/members',
    'POST /v1/members/:id/transfer',
    'POST /v1/members/:id/leave',
  ])('of %s gives the same answer to five at once, and does it once', async (name) => {
    const { path, json, method = 'POST' } = doings[name] as Doing
    const [to, body] = [path(), await json?.()]
    const key = { 'idempotency-key': `k-${name}` }
    const answers: { status: number; text: string }[] = []
    const done = await more(async () => {
      answers.push(...(await Promise.all(Array.from({ length: 5 }, () => me.api(method, to, body, key)))))
    })
    expect(new Set(answers.map(({ status, text }) => `${status} ${text}`)).size).toBe(1)
    expect(answers[0]?.status).toBeLessThan(300)
    expect(done.answered_once).toBe(1)
    const other = await me.api('POST', '/v1/declarations', { address: 'https://other.example.com/' }, key)
    expect([other.status, other.json().code]).toEqual([422, 'key_used_for_another_request'])
    const lan = await (await house.as(people.lan)).api(
      'POST',
      '/v1/declarations',
      { address: `https://lan-${n}.example.com/` },
      key,
    )
    expect(lan.status, 'a key of one person is nothing to another').toBe(201)
  })
})

describe('a form that is stale', () => {
  const clear = (answer: { status: number; text: string; headers: Record<string, unknown> }) => {
    const fine = answer.status === 303 || (answer.status >= 400 && answer.status < 500 && answer.text.includes('<h1'))
    expect([answer.status, fine]).toEqual([answer.status, true])
  }
  const end = async (state: string) => {
    await house.db.asSuperuser(
      "insert into declaration_version (id, declaration, person, n, state, visibility, shows, manager, channel) select gen_random_uuid(), declaration, person, n + 1, $2, visibility, shows, manager, 'web' from declaration_version where declaration = $1 order by n desc limit 1",
      [own.declaration, state],
    )
  }

  test('because its draft was deleted or filed in another tab leads to a clear page, and files nothing anew', async () => {
    for (const act of ['delete', 'file']) {
      own = await freshSet()
      await me.post(`/drafts/${own.draft}/${act}`)
      const before = await rows()
      for (const path of [`/drafts/${own.draft}`, `/drafts/${own.draft}/file`, `/drafts/${own.draft}/delete`])
        clear(await me.post(path, { manager: 'alone' }))
      for (const path of [`/drafts/${own.draft}`, `/drafts/${own.draft}/check`]) clear(await me.get(path))
      expect((await rows()).declaration).toBe(before.declaration)
      expect((await rows()).receipt).toBe(before.receipt)
      const anew = await me.post('/declarations/new', {
        address: `https://stale-${act}.example.com/`,
        draft: own.draft,
      })
      expect(anew.status).toBe(303)
    }
  })

  test('because its page was closed meanwhile leads to a clear page, and changes nothing', async () => {
    for (const state of ['closed', 'lost']) {
      own = await freshSet()
      await raised(house.db, own.declaration, 2)
      await end(state)
      const before = await rows()
      clear(await me.post(`/declarations/${own.declaration}/visibility`, { visibility: 'listed' }))
      clear(await me.post(`/declarations/${own.declaration}/prove`, { method: 'dns-txt' }))
      clear(await me.post(`/proofs/${own.proof}/check`))
      expect((await me.get(`/declarations/${own.declaration}/prove`)).status).toBeLessThan(500)
      expect(await rows()).toEqual(before)
    }
  })

  test('because its proof has ended or run out meanwhile leads to a clear page', async () => {
    for (const change of ["state = 'ended'", 'expires_on = current_date - 2']) {
      own = await freshSet()
      await house.db.asSuperuser(`update proof set ${change} where id = $1`, [own.proof])
      const before = await rows()
      clear(await me.post(`/proofs/${own.proof}/check`))
      expect((await me.get(`/proofs/${own.proof}`)).status).toBe(200)
      expect(await rows()).toEqual(before)
    }
  })

  test('because one signed out, or became somebody else, in another tab asks to sign in, and does nothing for anybody', async () => {
    const before = await rows()
    const gone = await house.asPublic().post(`/drafts/${own.draft}/file`)
    expect([gone.status, String(gone.headers.location)]).toEqual([303, expect.stringMatching(/^\/sign-in\?then=/)])
    const other = await house.as(people.lan)
    expect((await other.post(`/drafts/${own.draft}/file`)).status).toBe(404)
    const after = await rows()
    expect([after.declaration, after.draft]).toEqual([before.declaration, before.draft])
  })

  test('because the level fell meanwhile does not make the page answer', async () => {
    await raised(house.db, own.declaration, 0)
    clear(await me.post(`/declarations/${own.declaration}/visibility`, { visibility: 'confirmable' }))
    const { answer } = (await house.asPublic().get(`/v1/verify?url=${own.canonical}`)).json()
    expect(answer).toBe('unconfirmed')
  })
})

test('of two tabs that change the same page at once both are told the truth, and the last one stands', async () => {
  const wishes = ['confirmable', 'listed', 'private', 'confirmable', 'listed']
  const answers = await Promise.all(
    wishes.map((visibility) => me.post(`/declarations/${own.declaration}/visibility`, { visibility })),
  )
  for (const { status } of answers) expect(status).toBe(303)
  const { rows: versions } = await house.db.asSuperuser(
    'select n, visibility from declaration_version where declaration = $1 order by n',
    [own.declaration],
  )
  expect(versions.map(({ n: number }) => number)).toEqual(versions.map((_, index) => index + 1))
  const receipts = await house.db.asSuperuser(
    "select from receipt where declaration = $1 and act = 'visibility_changed'",
    [own.declaration],
  )
  expect(receipts.rowCount).toBe(versions.length - 1)
})
