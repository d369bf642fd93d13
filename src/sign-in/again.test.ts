import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type TestHouse, testHouse, type Visitor } from '../../test/support/house.ts'
import { smallOrganisation } from '../../test/support/people.ts'
import { hashOf, newId, openDatabase } from '../db/index.ts'
import { giveCodeAsOperator } from './by-operator.ts'

let house: TestHouse
let people: Awaited<ReturnType<typeof smallOrganisation>>
let officer: Visitor
beforeAll(async () => {
  house = await testHouse()
  people = await smallOrganisation(house.db)
})
beforeEach(async () => {
  officer = await house.as(people.officer)
})
afterAll(() => house[Symbol.asyncDispose]())

const sixMinutesPass = () => house.db.asSuperuser("update session set made_at = now() - interval '6 minutes'")
const code = async (person: { id: string }) => {
  const given = await house.db.under('operator', (tx) => giveCodeAsOperator(tx, { person: person.id }))
  return given.kind === 'made' ? given.signInCode : ''
}
const looks = async () =>
  (await house.db.asSuperuser("select 1 from access where subject = $1 and purpose = 'help'", [people.lan.id])).rowCount
const record = () => `/records/${people.lan.id}`
const cookieOf = (answer: { headers: Record<string, unknown> }) =>
  String(answer.headers['set-cookie']).split(';')[0] as string
const waiting = 'purpose=help'

/** Acts that a screen left open must not do. Adding one here is a decision; so is leaving one out. */
const named = [
  'POST /declarations/assisted/:id',
  'POST /v1/declarations/assisted/:id',
  'POST /roles',
  'POST /roles/:id/agree',
  'POST /v1/roles',
  'POST /v1/roles/:id/agree',
  'POST /records/:id',
  'POST /records/:id/code',
  'POST /records/:id/invitation',
  'POST /v1/records/:id',
  'POST /rights/copy',
  'POST /v1/rights/copy',
  'POST /rights/desk/:id',
  'POST /rights/desk/:id/answer',
]

test('each act that is named here asks for somebody who has just shown who they are', () => {
  const fresh = house.rooms.flatMap(({ routes }) => routes.filter((route) => route.fresh))
  expect(fresh.map(({ method, path }) => `${method} ${path}`).sort()).toEqual(expect.arrayContaining(named))
})

describe('whoever signed in more than five minutes ago', () => {
  test('opens nothing: the page asks who it is, and holds what was filled in', async () => {
    await sixMinutesPass()
    const before = await looks()
    const page = await officer.post(record(), { purpose: 'help', more: ['a"<', 'b'] })
    expect(page.status).toBe(403)
    expect(page.text).toContain('Xác nhận đúng là anh/chị')
    expect(page.text).toContain(`action="${record()}"`)
    for (const kept of ['name="purpose" value="help"', 'name="more" value="a&quot;&lt;"', 'name="more" value="b"'])
      expect(page.text).toContain(kept)
    expect(page.text).not.toContain('Nguyễn Thị Lan')
    expect(await looks()).toBe(before)
  })

  test('confirms with a one-use code, is offered the form again, and sends it', async () => {
    await sixMinutesPass()
    const sent = { to: record(), waiting, code: await code(people.officer) }
    const confirmed = await officer.post('/sign-in/again/code', sent)
    expect([confirmed.status, confirmed.text]).toEqual([200, expect.stringContaining('name="purpose" value="help"')])
    const opened = await officer.post(record(), { purpose: 'help' }, { cookie: cookieOf(confirmed) })
    expect([opened.status, opened.text]).toEqual([200, expect.stringContaining('Nguyễn Thị Lan')])
    expect((await officer.get('/me')).status).toBe(303) // the session from before has ended
  })

  test('keeps what was filled in when the code is wrong, and nobody’s code but one’s own will do', async () => {
    await sixMinutesPass()
    const lans = await code(people.lan)
    for (const typed of ['', 'CD-00000-00000', 'x', lans]) {
      const page = await officer.post('/sign-in/again/code', { to: record(), waiting, code: typed })
      expect([page.status, page.headers['set-cookie']]).toEqual([422, undefined])
      expect(page.text).toContain('name="purpose" value="help"')
    }
    expect((await house.asPublic().post('/sign-in/code', { code: lans })).status).toBe(303) // hers is not used up
  })

  test('is told 403 under /v1 when a cookie stands for them; a program is not asked', async () => {
    await sixMinutesPass()
    const session = await house.db.asSuperuser('select 1')
    expect(session.rowCount).toBe(1)
    expect((await officer.api('POST', `/v1${record()}`, { purpose: 'help' })).status).toBe(200)
    const { cookie, origin } = await signedInLongAgo()
    const answer = await house
      .asPublic()
      .api('POST', `/v1${record()}`, { purpose: 'help' }, { cookie, origin, 'sec-fetch-site': 'same-origin' })
    expect([answer.status, answer.json().code]).toEqual([403, 'fresh_sign_in_required'])
  })

  test('is led only to pages of the register', async () => {
    for (const to of ['https://elsewhere.example/', '//elsewhere.example', '/\\elsewhere.example']) {
      const page = await officer.post('/sign-in/again/code', { to, code: await code(people.officer) })
      expect([page.status, page.headers.location]).toEqual([303, '/declarations'])
      officer = await house.as(people.officer)
    }
  })

  test('is not asked for what is not there, or not theirs', async () => {
    await sixMinutesPass()
    const answers = await Promise.all(
      [people.lan.id, people.binh.id, newId()].map((id) => officer.post(`/records/${id}`, { purpose: 'help' })),
    )
    expect(answers.map(({ status }) => status)).toEqual([403, 404, 404])
  })
})

async function signedInLongAgo() {
  const secret = newId()
  await house.db.asSuperuser(
    "insert into session (hash, person, how, made_at) values ($1, $2, 'passkey', now() - interval '6 minutes')",
    [hashOf(secret), people.officer.id],
  )
  return { cookie: `session=${secret}`, origin: house.url }
}

test('nobody but the person of the session confirms; a token has no such page', async () => {
  for (const path of ['/sign-in/again/options', '/sign-in/again/code'])
    expect((await house.asPublic().post(path)).status).toBe(303)
  const { text } = await officer.post('/sign-in/again/options')
  expect(JSON.parse(text)).toMatchObject({ userVerification: 'required', allowCredentials: [] })
})

describe('the database decides again', () => {
  const open = async (act: (db: ReturnType<typeof openDatabase>) => Promise<unknown>) => {
    const db = openDatabase(house.db.adminUrl)
    try {
      return await act(db).then(
        () => 'opened',
        (error) => error.code,
      )
    } finally {
      await db.close()
    }
  }
  const row = { fields: 'record', purpose: 'help' }

  test('and opens no record to a transaction that came by no session', async () => {
    const subject = people.lan.id
    const opens = (db: ReturnType<typeof openDatabase>) =>
      db.as(people.officer.id, (tx) =>
        tx
          .insertInto('access')
          .values({ id: newId(), subject, ...row })
          .execute(),
      )
    expect(await open(opens)).toBe('42501')
  })

  test.each([
    ['of this person, begun now', 'officer', '0 seconds', 'passkey', 'opened'],
    ['of this person, begun six minutes ago', 'officer', '6 minutes', 'passkey', '42501'],
    ['of somebody else', 'lan', '0 seconds', 'passkey', '42501'],
    ['for which the provider did not ask again', 'officer', '0 seconds', 'organisation', '42501'],
    ['for which the provider asked again', 'officer', '0 seconds', 'organisation_again', 'opened'],
  ] as const)('by a session %s', async (_, whose, ago, how, outcome) => {
    const hash = hashOf(newId())
    await house.db.asSuperuser(
      'insert into session (hash, person, how, made_at) values ($1, $2, $3, now() - $4::interval)',
      [hash, people[whose].id, how, ago],
    )
    const opens = (db: ReturnType<typeof openDatabase>) =>
      db.showing(hash, async (tx, enter) => {
        await enter(people.officer.id)
        await sql`select set_config('cd.came_by', ${hash.toString('hex')}, true)`.execute(tx)
        await tx
          .insertInto('access')
          .values({ id: newId(), subject: people.lan.id, ...row })
          .execute()
      })
    expect(await open(opens)).toBe(outcome)
  })

  test('and agrees to no role of somebody who signed in long ago', async () => {
    const [id, administrator] = [newId(), await people.person('Đỗ Văn Q', people.root.id)]
    await people.grant(administrator, 'administrator', null)
    await house.db.asSuperuser(
      "insert into role_held (id, person, role, unit, state) values ($1, $2, 'reviewer', $3, 'proposed')",
      [id, people.lan.id, people.north.id],
    )
    const agrees = (db: Pick<typeof house.db, 'as'>) =>
      db.as(administrator.id, (tx) => sql`select role_agree(${id})`.execute(tx))
    expect(await open(agrees)).toBe('42501')
    await agrees(house.db) // by a session that has just begun
    const { rows } = await house.db.asSuperuser('select state from role_held where id = $1', [id])
    expect(rows).toEqual([{ state: 'active' }])
  })

  test('and nobody makes an old session a new one', async () => {
    await sixMinutesPass()
    for (const set of ['made_at = now()', 'verified_at = now()', "how = 'passkey'"]) {
      const refused = house.db.as(people.officer.id, (tx) => sql.raw(`update session set ${set}`).execute(tx))
      await expect(refused).rejects.toMatchObject({ code: expect.stringMatching(/42501|428C9/) })
    }
  })
})
