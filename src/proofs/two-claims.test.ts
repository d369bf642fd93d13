import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { sessionOf } from '../../test/house/wall.ts'
import { type TestHouse, testHouse } from '../../test/support/house.ts'
import { newId } from '../db/index.ts'
import { jobsOf } from './jobs.ts'
import { type Register, register } from './tests/register.ts'
import type { Proof } from './types.ts'

// Two people declare the same address, and both have proven it. Lan was first.

type Person = { readonly id: string; readonly name: string }
let at: Register
let house: TestHouse
let lan: Person
let binh: Person
let host: string
let n = 0
beforeAll(async () => {
  at = await register()
  house = await testHouse({ db: at.db, net: at.outside.net })
})
afterAll(async () => {
  await house[Symbol.asyncDispose]()
  await at[Symbol.asyncDispose]()
})
beforeEach(async () => {
  n += 1
  host = `chung-${n}.vn`
  lan = await at.person(`Nguyễn Thị Lan Số ${n}`, at.north.id)
  binh = await at.person(`Trần Văn Bình Số ${n}`, at.south.id)
})
const site = () => `https://${host}/`

async function proves(who: Person, id: string, keep = false): Promise<Proof> {
  const proof = await at.begins(who, id, 'dns-txt', keep)
  const before = (at.outside.dns.get(`TXT _so-challenge.${host}`) ?? []) as string[]
  at.outside.dns.set(`TXT _so-challenge.${host}`, [...before, `token=${proof.token} expiry=never`])
  expect(await at.result(who, proof)).toMatch(/^found [23]$/)
  return proof
}
const shows = (who: Person, id: string) =>
  house
    .as(who)
    .then((visitor) => visitor.api('PATCH', `/v1/declarations/${id}`, { visibility: 'confirmable', shows: 'name' }))
/** Declared, proven once and public. */
async function claims(who: Person): Promise<string> {
  const id = await at.declares(who, site())
  await proves(who, id)
  expect((await shows(who, id)).status).toBe(200)
  return id
}
const asked = async () => (await house.asPublic().api('GET', `/v1/verify?url=${site()}`)).json()
const answer = async () => (await asked()).name
const pass = (interval: string) =>
  at.db.asSuperuser(
    'update renewal set asked_at = asked_at - $1::interval, due_at = due_at - $1::interval, renewed_at = renewed_at - $1::interval',
    [interval],
  )
const settle = async () => {
  for (const job of jobsOf(at.given)) if (job.name === 'proofs.settle_claims') await job.run({})
}
const renewals = async () =>
  (
    await at.db.asSuperuser(
      'select r.declaration, r.renewed_at is not null as renewed from renewal r join declaration d on d.id = r.declaration where canonical = $1',
      [site()],
    )
  ).rows
const plain = (text: string) => /<main[\s\S]*<\/main>/.exec(text)?.[0] ?? ''

describe('a later claim of the same level', () => {
  test('is filed exactly as one that nobody else has made', async () => {
    await claims(lan)
    const visitor = await house.as(binh)
    const free = await visitor.api('POST', '/v1/declarations', { address: 'https://chua-ai-khai.vn/' })
    const taken = await visitor.api('POST', '/v1/declarations', { address: site() })
    const blank = ({ text, status, headers }: typeof free, address: string) => ({
      status,
      text: text.replaceAll(/[0-9a-f-]{36}|BN-\w{4}-\w{4}/g, '*').replaceAll(address, '*'),
      headers: Object.keys(headers).sort(),
    })
    expect(blank(taken, site())).toEqual(blank(free, 'https://chua-ai-khai.vn/'))
  })

  test('changes nothing for the first but that a renewed proof is asked for, within seven days', async () => {
    const first = await claims(lan)
    const before = await at.now(lan, first)
    const said = await asked()
    await claims(binh)
    expect(await asked()).toEqual(said)
    expect(await answer()).toBe(lan.name)
    const { renewBy, ...now } = await at.now(lan, first)
    expect({ ...now, renewBy: undefined }).toEqual({ ...before, renewBy: undefined })
    expect(Math.round(((renewBy as Date).getTime() - Date.now()) / 86_400_000)).toBe(7)
    expect(await at.told(lan, first)).toEqual(['renew_proof'])
  })

  test('tells each of the two that there is another, and neither who', async () => {
    const [first, later] = [await claims(lan), await claims(binh)]
    for (const [me, own, other, others] of [
      [lan, first, binh, later],
      [binh, later, lan, first],
    ] as const) {
      const visitor = await house.as(me)
      const seen = []
      for (const path of [
        '/declarations',
        `/declarations/${own}`,
        `/declarations/${own}/proofs`,
        '/receipts',
        '/my-record',
      ])
        seen.push((await visitor.get(path)).text)
      for (const path of [
        '/v1/declarations',
        `/v1/declarations/${own}`,
        `/v1/declarations/${own}/proofs`,
        '/v1/my-record',
      ])
        seen.push((await visitor.api('GET', path)).text)
      for (const text of seen) {
        expect(text).not.toContain(other.name)
        expect(text).not.toContain(other.id)
        expect(text).not.toContain(others)
      }
      expect((await visitor.get(`/declarations/${others}`)).status).toBe(404)
    }
    const [mine, theirs] = [await house.as(lan), await house.as(binh)]
    expect(plain((await mine.get('/declarations')).text)).toContain(`Xác minh lại ${host}`)
    expect(plain((await mine.get(`/declarations/${first}`)).text)).toContain(
      'Một người khác cũng đã xác minh trang này',
    )
    expect((await mine.api('GET', `/v1/declarations/${first}`)).json().renew_by).toMatch(/^\d{4}-/)
    expect(plain((await theirs.get('/declarations')).text)).not.toContain('Xác minh lại')
    expect(plain((await theirs.get(`/declarations/${later}`)).text)).toContain('đang theo một khai báo khác')
    expect((await theirs.api('GET', `/v1/declarations/${later}`)).json()).not.toHaveProperty('renew_by')
  })

  test('while it is private asks for nothing and is told nothing', async () => {
    const first = await claims(lan)
    const id = await at.declares(binh, site())
    await proves(binh, id)
    expect(await renewals()).toEqual([])
    expect((await at.now(lan, first)).renewBy).toBeUndefined()
    const page = plain((await (await house.as(binh)).get(`/declarations/${id}`)).text)
    expect(page).not.toContain('khai báo khác')
  })

  test('answers after seven days without a renewed proof, not a moment before; the first keeps declaration, level and choice', async () => {
    const [first] = [await claims(lan), await claims(binh)]
    await pass('6 days 23 hours')
    await settle()
    expect(await answer()).toBe(lan.name)
    await pass('1 hour')
    await settle()
    expect(await answer()).toBe(binh.name)
    expect(await at.now(lan, first)).toMatchObject({ level: 2, visibility: 'confirmable', state: 'active' })
    const visitor = await house.as(lan)
    const page = plain((await visitor.get(`/declarations/${first}`)).text)
    expect(page).toContain('đang theo một khai báo khác')
    expect(page).toContain('Xác minh lại')
    expect(page).not.toContain(binh.name)
    expect(plain((await visitor.get('/declarations')).text)).toContain('đang theo một khai báo khác')
  })

  test('does not answer when the first has renewed its proof, and does not ask again until it is proven anew', async () => {
    const [first, later] = [await claims(lan), await claims(binh)]
    await proves(lan, first)
    expect(await renewals()).toEqual([])
    await pass('30 days')
    await settle()
    expect(await answer()).toBe(lan.name)
    expect(plain((await (await house.as(lan)).get('/declarations')).text)).not.toContain('Xác minh lại')
    await proves(binh, later)
    expect(await renewals()).toEqual([{ declaration: first, renewed: false }])
    await pass('8 days')
    await settle()
    expect(await answer()).toBe(binh.name)
  })

  test('does not answer when the first has only pressed the button and the proof was found again', async () => {
    const first = await at.declares(lan, site())
    const proof = await proves(lan, first)
    await shows(lan, first)
    const later = await claims(binh)
    expect(await at.result(lan, proof)).toBe('found 2')
    expect(await renewals()).toEqual([{ declaration: first, renewed: true }])
    await (await house.as(binh)).api('PATCH', `/v1/declarations/${later}`, {
      visibility: 'confirmable',
      shows: 'nothing',
    })
    expect(await renewals()).toEqual([{ declaration: first, renewed: true }])
    await pass('30 days')
    await settle()
    expect(await answer()).toBe(lan.name)
    await proves(binh, later)
    expect(await renewals()).toEqual([{ declaration: first, renewed: false }])
    await pass('8 days')
    await settle()
    expect(await asked()).toMatchObject({ answer: 'confirmed', level: 2 })
    expect(await answer()).toBeUndefined()
  })

  test('is not helped by checks that did not find the proof, and the first not either', async () => {
    const first = await claims(lan)
    await claims(binh)
    const empty = await at.begins(lan, first, 'well-known')
    expect(await at.result(lan, empty)).toMatch(/^(absent|unreachable) 2$/)
    await pass('8 days')
    await settle()
    expect(await answer()).toBe(binh.name)
  })

  test('that is taken back leaves the first as it was, and begins anew when it comes again', async () => {
    const [first, later] = [await claims(lan), await claims(binh)]
    const visitor = await house.as(binh)
    await pass('6 days')
    await visitor.api('PATCH', `/v1/declarations/${later}`, { visibility: 'private' })
    expect(await renewals()).toEqual([])
    await shows(binh, later)
    await pass('6 days')
    await settle()
    expect(await answer()).toBe(lan.name)
    await pass('1 day')
    await settle()
    expect(await answer()).toBe(binh.name)
    await visitor.api('PATCH', `/v1/declarations/${later}`, { visibility: 'private' })
    expect(await answer()).toBe(lan.name)
    expect((await at.now(lan, first)).renewBy).toBeUndefined()
  })
})

describe('the first', () => {
  test('that renews too late is a later claim itself: the other keeps answering, and is asked', async () => {
    const [first, later] = [await claims(lan), await claims(binh)]
    await pass('8 days')
    await settle()
    expect(await answer()).toBe(binh.name)
    await proves(lan, first)
    expect(await answer()).toBe(binh.name)
    expect(await renewals()).toEqual([{ declaration: later, renewed: false }])
  })

  test('whose proof stays in place is looked for at once, and renews without lifting a hand', async () => {
    const first = await claims(lan)
    const kept = await proves(lan, first, true)
    expect((await at.row(kept)).next_check_at.getTime()).toBeGreaterThan(Date.now())
    await claims(binh)
    expect((await at.row(kept)).next_check_at.getTime()).toBeLessThanOrEqual(Date.now() + 1_000)
    await at.recheckDue()
    await pass('8 days')
    await settle()
    expect(await answer()).toBe(lan.name)
  })

  test('is not asked because of somebody’s word: a witness at level 1 does not question a proof', async () => {
    await claims(lan)
    const id = await at.declares(binh, site())
    await level(id, 1)
    await shows(binh, id)
    expect(await renewals()).toEqual([])
    await pass('8 days')
    await settle()
    expect(await answer()).toBe(lan.name)
  })

  test('gives way at once to a higher level, and answers again when that falls', async () => {
    const first = await claims(lan)
    const later = await claims(binh)
    await level(later, 3)
    expect(await answer()).toBe(binh.name)
    expect(await renewals()).toEqual([])
    await level(later, 0)
    expect(await answer()).toBe(lan.name)
    expect((await at.now(lan, first)).level).toBe(2)
  })

  test('whose page is frozen is asked nothing while it cannot answer, and since when it is frozen does not move', async () => {
    const first = await claims(lan)
    await at.db.asSuperuser(
      `insert into declaration_version (id, declaration, n, state, visibility, shows, manager, channel)
       select $1, declaration, n + 1, 'frozen', visibility, shows, manager, 'web' from declaration_version where declaration = $2 order by n desc limit 1`,
      [newId(), first],
    )
    const frozen = await asked()
    expect(frozen.answer).toBe('suspended')
    await claims(binh)
    expect(await asked()).toEqual(frozen)
    expect(await renewals()).toEqual([])
    await settle()
    expect(await asked()).toEqual(frozen)
  })

  test('that falls a level meanwhile has not renewed its proof by that', async () => {
    const first = await claims(lan)
    await level(first, 3)
    const later = await claims(binh)
    expect(await renewals()).toEqual([{ declaration: first, renewed: false }])
    await level(first, 2, 'not_reconfirmed')
    expect(await renewals()).toEqual([{ declaration: first, renewed: false }])
    await pass('8 days')
    await settle()
    expect(await answer()).toBe(binh.name)
    await level(first, 2, 'kept_no_more')
    expect((await at.now(binh, later)).renewBy).toBeUndefined()
  })

  test('hears nothing of a third who claims the page while it is being renewed', async () => {
    const first = await claims(lan)
    await claims(binh)
    const due = (await at.now(lan, first)).renewBy
    await claims(await at.person('Người Thứ Ba', at.north.id))
    expect((await at.now(lan, first)).renewBy).toEqual(due)
  })
})

const level = (declaration: string, to: number, reason = 'proof_found') =>
  at.db.asSuperuser('insert into level_step (id, declaration, level, reason) values ($1, $2, $3, $4)', [
    newId(),
    declaration,
    to,
    reason,
  ])

describe('the wall', () => {
  test('shows a request to renew to whom it is made, and to nobody else; nobody writes one', async () => {
    const [first, later] = [await claims(lan), await claims(binh)]
    const seenBy = (who: Person) => at.db.as(who.id, (tx) => tx.selectFrom('renewal').select('declaration').execute())
    expect(await seenBy(lan)).toEqual([{ declaration: first }])
    expect(await seenBy(binh)).toEqual([])
    for (const role of ['app', 'checker', 'asker', 'operator'] as const) {
      await using session = await sessionOf(at.db, role)
      for (const sql of [
        `insert into renewal (declaration, person) values ('${later}', '${binh.id}')`,
        'update renewal set due_at = now()',
        'delete from renewal',
        `select * from claims('${site()}')`,
        `select publish('${site()}')`,
      ]) {
        await session.begin(role === 'app' ? lan.id : undefined)
        expect([role, sql, await session.sees(sql)]).toEqual([role, sql, '42501'])
        await session.run('rollback')
      }
    }
  })

  test('tells whether the public answer rests on one’s own declaration, and of another’s nothing', async () => {
    const [first, later] = [await claims(lan), await claims(binh)]
    await using session = await sessionOf(at.db, 'app')
    const yes = async (who: Person, id: string) => {
      await session.begin(who.id)
      const rows = await session.sees(`select 1 where answers('${id}')`)
      await session.run('rollback')
      return rows
    }
    expect([await yes(lan, first), await yes(lan, later)]).toEqual([1, 0])
    expect([await yes(binh, first), await yes(binh, later)]).toEqual([0, 0])
  })
})
