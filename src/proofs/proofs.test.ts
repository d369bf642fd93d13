import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { newId } from '../db/index.ts'
import { checkProof } from './check-proof.ts'
import { takeDue } from './engine/store.ts'
import { recordCheck } from './record-check.ts'
import { paths, says } from './tests/internet.ts'
import { type Register, register } from './tests/register.ts'
import type { Proof } from './types.ts'

let at: Register
let host: string
let n = 0
beforeAll(async () => {
  at = await register()
})
afterAll(() => at?.[Symbol.asyncDispose]())
beforeEach(() => {
  n += 1
  host = `trang-${n}.vn`
})
const site = () => `https://${host}/`

/** A page at level 2 by a proof made once, that answers when asked. */
async function publicPage(canonical = site()): Promise<string> {
  const id = await at.declares(at.lan, canonical)
  const proof = await at.begins(at.lan, id)
  at.publish(host, proof)
  expect(await at.result(at.lan, proof)).toBe('found 2')
  await at.show(at.lan, id, 'confirmable')
  return id
}
async function keptPage(): Promise<{ id: string; proof: Proof }> {
  const id = await publicPage()
  const proof = await at.begins(at.lan, id, 'dns-txt', true)
  at.publish(host, proof)
  expect(await at.result(at.lan, proof)).toBe('found 2')
  return { id, proof }
}
const remove = () => at.outside.dns.set(`TXT _so-challenge.${host}`, [])

/** The next check is due now. */
async function nextNight(proof: Proof, interval = '1 day'): Promise<void> {
  await at.timePasses(proof, interval)
  await at.db.asSuperuser('update proof set next_check_at = now() where id = $1 and next_check_at is not null', [
    proof.id,
  ])
  await at.recheckDue()
}

describe('to begin a proof', () => {
  test('asks nobody outside, and neither does to declare', async () => {
    const before = at.outside.asked.length + at.outside.web.requests.length
    await at.begins(at.lan, await at.declares(at.lan, site()))
    expect(at.outside.asked.length + at.outside.web.requests.length).toBe(before)
  })
  test('twice gives the same token while it waits, and another one for another method', async () => {
    const id = await at.declares(at.lan, site())
    const [one, again, file] = [
      await at.begins(at.lan, id),
      await at.begins(at.lan, id),
      await at.begins(at.lan, id, 'well-known'),
    ]
    expect(again).toEqual(one)
    expect(file.token).not.toBe(one.token)
  })
  test('by a double click, in several tabs, gives one token', async () => {
    const id = await at.declares(at.lan, site())
    const eight = <T>(act: () => Promise<T>) => Promise.all(Array.from({ length: 8 }, act))
    await eight(() => at.db.as(at.lan.id, (tx) => sql`select pg_sleep(0.1)`.execute(tx))) // eight connections are open
    const all = await eight(() => at.begins(at.lan, id))
    expect(new Set(all.map(({ token }) => token)).size).toBe(1)
  })
  test('after its token expired gives a new one', async () => {
    const id = await at.declares(at.lan, site())
    const old = await at.begins(at.lan, id)
    await at.db.asSuperuser("update proof set expires_on = '2020-01-01' where id = $1", [old.id])
    const proof = await at.begins(at.lan, id)
    expect(proof.token).not.toBe(old.token)
    expect(await at.checks(at.lan, old)).toEqual({ kind: 'proof_expired' })
  })
  test('is refused for what no way can prove, and for no known way', async () => {
    const page = await at.declares(at.lan, `https://${host}/blog`)
    const account = await at.declares(at.lan, `https://www.facebook.com/${host}`, 'facebook')
    const suffix = await at.declares(at.lan, 'https://github.io/')
    expect((await at.starts(at.lan, page, 'meta-tag')).kind).toBe('started')
    for (const [id, method] of [
      [page, 'dns-txt'],
      [page, 'well-known'],
      [account, 'meta-tag'],
      [suffix, 'dns-txt'],
      [suffix, 'well-known'],
    ] as const)
      expect(await at.starts(at.lan, id, method)).toMatchObject({ kind: 'method_not_for_this_address' })
    expect(await at.starts(at.lan, page, 'magic')).toEqual({ kind: 'unknown_method' })
  })
  test('is refused for the page of somebody else, as if there were none', async () => {
    const id = await at.declares(at.lan, site())
    expect(await at.starts(at.binh, id)).toEqual({ kind: 'no_such_declaration' })
    expect(await at.starts(at.officer, id)).toEqual({ kind: 'no_such_declaration' })
    expect(await at.starts(at.lan, newId())).toEqual({ kind: 'no_such_declaration' })
  })
  test('that stays in place needs a page that is not private', async () => {
    const id = await at.declares(at.lan, site())
    expect(await at.starts(at.lan, id, 'dns-txt', true)).toEqual({ kind: 'keep_needs_public' })
    const proof = await at.begins(at.lan, id)
    expect(await at.checks(at.lan, proof, true)).toEqual({ kind: 'keep_needs_public' })
  })
})

describe('a check by hand', () => {
  test('finds what was published, and the page is at level 2', async () => {
    const id = await at.declares(at.lan, site())
    const proof = await at.begins(at.lan, id)
    expect(await at.result(at.lan, proof)).toBe('absent 0')
    at.publish(host, proof, proof.expiresOn ?? '')
    expect(await at.result(at.lan, proof)).toBe('found 2')
    expect((await at.now(at.lan, id)).level).toBe(2)
    expect(await at.steps(id)).toEqual(['0 declared', '2 proof_found'])
    expect(await at.row(proof)).toMatchObject({ state: 'found', next_check_at: null })
  })
  test('works by a file and by a tag', async () => {
    const id = await at.declares(at.lan, site())
    const [file, tag] = [await at.begins(at.lan, id, 'well-known'), await at.begins(at.lan, id, 'meta-tag')]
    at.outside.hosts.set(
      host,
      paths({
        [`/.well-known/so-challenge/${file.token}`]: says(`${file.token}\n`),
        '/': says(`<meta name="so-site-verification" content="${tag.token}">`, { 'content-type': 'text/html' }),
      }),
    )
    expect([await at.result(at.lan, file), await at.result(at.lan, tag)]).toEqual(['found 2', 'found 2'])
  })
  test('does not take the token of another person, nor of another page of the same person', async () => {
    const mine = await at.begins(at.lan, await at.declares(at.lan, site()))
    const theirs = await at.begins(at.binh, await at.declares(at.binh, site()))
    const other = await at.begins(at.lan, await at.declares(at.lan, `https://other.${host}/`))
    const file = await at.begins(at.lan, mine.declaration, 'well-known')
    for (const wrong of [theirs, other, file]) {
      at.publish(host, wrong)
      expect(await at.result(at.lan, mine)).toBe('absent 0')
    }
  })
  test('at a look-alike host proves that host only', async () => {
    const real = await at.begins(at.lan, await at.declares(at.lan, site()))
    const alike = await at.begins(at.binh, await at.declares(at.binh, `https://${host.replace('t', 'xn--t')}/`))
    at.publish(host.replace('t', 'xn--t'), real)
    at.publish(`www.${host}`, real)
    expect(await at.result(at.lan, real)).toBe('absent 0')
    expect(await at.result(at.binh, alike)).toBe('absent 0')
  })
  test('of somebody else is refused as if it were not there', async () => {
    const proof = await at.begins(at.lan, await at.declares(at.lan, site()))
    expect(await at.checks(at.binh, proof)).toEqual({ kind: 'no_such_proof' })
    expect(await at.checks(at.officer, proof)).toEqual({ kind: 'no_such_proof' })
    expect(await at.checks(at.lan, { id: newId() })).toEqual({ kind: 'no_such_proof' })
  })
  test('after the first success lowers nothing, whatever it finds', async () => {
    const id = await at.declares(at.lan, site())
    const proof = await at.begins(at.lan, id)
    at.publish(host, proof)
    await at.result(at.lan, proof)
    remove()
    expect(await at.result(at.lan, proof)).toBe('absent 2')
    at.outside.dns.set(`TXT _so-challenge.${host}`, 'SERVFAIL')
    expect(await at.result(at.lan, proof)).toBe('unreachable 2')
    expect(await at.row(proof)).toMatchObject({ state: 'found', misses: 0 })
  })
  test('is granted ten times an hour for one proof, also when they come at once', async () => {
    const proof = await at.begins(at.lan, await at.declares(at.lan, site()))
    const kinds = await Promise.all(Array.from({ length: 12 }, () => at.checks(at.lan, proof)))
    expect(kinds.filter(({ kind }) => kind === 'checked')).toHaveLength(10)
    expect(kinds.filter(({ kind }) => kind === 'too_many_checks')).toHaveLength(2)
    await at.db.asSuperuser("update check_request set at = at - interval '61 minutes' where proof = $1", [proof.id])
    expect((await at.checks(at.lan, proof)).kind).toBe('checked')
  })
  test('is granted 120 times an hour for one person', async () => {
    const person = await at.person('Người Bấm Nhiều', at.north.id)
    const [one, other] = [
      await at.begins(person, await at.declares(person, site())),
      await at.begins(person, await at.declares(person, `https://b.${host}/`)),
    ]
    await at.db.asSuperuser(
      'insert into check_request (id, proof, person) select gen_random_uuid(), $1, $2 from generate_series(1, 119)',
      [other.id, person.id],
    )
    expect((await at.checks(person, one)).kind).toBe('checked')
    expect((await at.checks(person, one)).kind).toBe('too_many_checks')
  })
  test('says how many are left', async () => {
    const proof = await at.begins(at.lan, await at.declares(at.lan, site()))
    expect([await at.checks(at.lan, proof), await at.checks(at.lan, proof)]).toMatchObject([{ left: 9 }, { left: 8 }])
  })
  test('keeps result, reason, place and resolver, and nothing that was read', async () => {
    const proof = await at.begins(at.lan, await at.declares(at.lan, site()))
    at.outside.dns.set(`TXT _so-challenge.${host}`, ['secret', `token=${'a'.repeat(32)}`])
    await at.checks(at.lan, proof)
    const { rows } = await at.db.asSuperuser('select * from proof_check where proof = $1', [proof.id])
    expect(rows).toMatchObject([
      { result: 'absent', reason: 'other_token', place: `_so-challenge.${host}`, how: 'by_hand', person: at.lan.id },
    ])
    expect(rows[0].resolvers).toEqual(at.outside.net.resolvers.names)
    expect(JSON.stringify(rows)).not.toMatch(/secret|aaaa/)
  })
  test('tells and keeps that the zone is signed, where both resolvers validated the answer', async () => {
    const proof = await at.begins(at.lan, await at.declares(at.lan, site()))
    at.publish(host, proof)
    const kept = async () =>
      (await at.db.asSuperuser('select dnssec from proof_check where proof = $1 order by at desc limit 1', [proof.id]))
        .rows[0].dnssec
    const finding = async () => {
      const checked = await at.checks(at.lan, proof)
      return checked.kind === 'checked' ? checked.finding : undefined
    }
    expect(await finding()).not.toHaveProperty('dnssec')
    expect(await kept()).toBeNull()
    at.outside.dns.set(`AD _so-challenge.${host}`, ['yes'])
    expect(await finding()).toMatchObject({ kind: 'found', dnssec: true })
    expect(await kept()).toBe(true)
    remove()
    expect(await finding()).not.toHaveProperty('dnssec')
  })
  test('keeps the address that was asked, not where its server would lead us', async () => {
    const proof = await at.begins(at.lan, await at.declares(at.lan, site()), 'well-known')
    at.outside.hosts.set(host, says('', { location: `https://elsewhere.vn/${'secret'.repeat(999)}` }, 302))
    const checked = await at.checks(at.lan, proof)
    if (checked.kind !== 'checked') throw new Error(checked.kind)
    expect(checked.finding).toMatchObject({ kind: 'unreachable', reason: 'redirect_outside' })
    expect(checked.finding.where).toMatch(/^https:\/\/elsewhere.vn\/.{1,300}$/)
    const { rows } = await at.db.asSuperuser('select place from proof_check where proof = $1', [proof.id])
    expect(rows).toEqual([{ place: `${site()}.well-known/so-challenge/${proof.token}` }])
  })
  test('of a page that ended is refused', async () => {
    const id = await at.declares(at.lan, site())
    const proof = await at.begins(at.lan, id)
    await at.db.asSuperuser('update declaration set ended_at = now() where id = $1', [id])
    expect(await at.checks(at.lan, proof)).toEqual({ kind: 'declaration_ended' })
    expect(await at.starts(at.lan, id)).toEqual({ kind: 'declaration_ended' })
  })
  test('holds no transaction while it waits for the network', async () => {
    const proof = await at.begins(at.lan, await at.declares(at.lan, site()))
    at.outside.dns.set(`TXT _so-challenge.${host}`, 'SILENCE')
    const checked = at.checks(at.lan, proof)
    await new Promise((wake) => setTimeout(wake, 500))
    const { rows } = await at.db.asSuperuser(
      "select application_name, query from pg_stat_activity where datname = current_database() and state = 'idle in transaction'",
    )
    expect(rows).toEqual([])
    expect(await checked).toMatchObject({ finding: { kind: 'unreachable', reason: 'dns_timeout' } })
  })
  test('of sample data asks nobody', async () => {
    const proof = await at.begins(at.lan, await at.declares(at.lan, site()))
    const before = at.outside.asked.length
    expect(await checkProof({ ...at.given, sample: true }, at.lan.id, { proof: proof.id })).toEqual({
      kind: 'nothing_leaves_sample',
    })
    expect(at.outside.asked.length).toBe(before)
  })
})

describe('a proof that stays in place', () => {
  test('leads to level 3 with its first re-check, and the public answer follows', async () => {
    const { id, proof } = await keptPage()
    expect(await at.published(site())).toMatchObject({ answer: 'confirmed', level: 2 })
    await nextNight(proof)
    expect((await at.now(at.lan, id)).level).toBe(3)
    expect(await at.published(site())).toMatchObject({ level: 3 })
    expect(await at.steps(id)).toEqual(['0 declared', '2 proof_found', '2 proof_found', '3 recheck_found'])
  })
  test('may be chosen when the check is asked for', async () => {
    const id = await publicPage()
    const proof = await at.begins(at.lan, id, 'well-known')
    at.outside.hosts.set(host, paths({ [`/.well-known/so-challenge/${proof.token}`]: says(proof.token) }))
    const checked = await at.checks(at.lan, proof, true)
    expect(checked).toMatchObject({ kind: 'checked', proof: { keep: true, state: 'found' } })
    expect(await at.row(proof)).toMatchObject({ keep: true, expires_on: null })
  })
  test('takes the place of what was proven once by the same method', async () => {
    const id = await publicPage()
    const [once] = (await at.db.asSuperuser('select id from proof where declaration = $1', [id])).rows
    const kept = await at.begins(at.lan, id, 'dns-txt', true)
    expect(await at.row(once)).toMatchObject({ state: 'found' })
    at.publish(host, kept)
    await at.result(at.lan, kept)
    expect(await at.row(once)).toMatchObject({ state: 'ended' })
    expect(await at.checks(at.lan, once)).toEqual({ kind: 'proof_ended' })
  })
  test('falls after three absent checks over 72 hours, a notice and 14 days; then the page is private, by a new version', async () => {
    const { id, proof } = await keptPage()
    await nextNight(proof)
    remove()
    for (const _ of [1, 2, 3]) await nextNight(proof)
    expect(await at.row(proof)).toMatchObject({ state: 'found', misses: 3 })
    expect(await at.told(at.lan, proof.id)).toEqual([])
    await nextNight(proof)
    expect(await at.row(proof)).toMatchObject({ state: 'missed', misses: 4 })
    expect((await at.row(proof)).grace_until.getTime() - Date.now()).toBeGreaterThan(13.9 * 86_400_000)
    expect((await at.now(at.lan, id)).level).toBe(3)
    expect(await at.told(at.lan, proof.id)).toEqual(['proof_missing'])
    expect(await at.told(at.lan, id)).toEqual([])
    await nextNight(proof, '13 days')
    expect(await at.published(site())).toMatchObject({ answer: 'confirmed', level: 3 })
    await nextNight(proof, '1 day 1 minute')
    expect(await at.row(proof)).toMatchObject({ state: 'ended', next_check_at: null })
    const { rows } = await at.db.asSuperuser(
      'select n, visibility, channel, person from declaration_version where declaration = $1 order by n',
      [id],
    )
    expect(rows.at(-1)).toEqual({ n: rows.length, visibility: 'private', channel: 'check', person: at.lan.id })
    expect(rows.at(-2)).toMatchObject({ visibility: 'confirmable' })
    expect(await at.now(at.lan, id)).toMatchObject({ level: 0, visibility: 'private' })
    expect(await at.published(site())).toBeUndefined()
    expect((await at.steps(id)).at(-1)).toBe('0 proof_missed')
    expect(await at.told(at.lan, proof.id)).toEqual(['proof_missing'])
    expect(await at.told(at.lan, id)).toEqual(['level_gone'])
  })
  test('falls to what another method proved, and the page keeps answering', async () => {
    const { id, proof } = await keptPage()
    const file = await at.begins(at.lan, id, 'well-known')
    at.outside.hosts.set(host, paths({ [`/.well-known/so-challenge/${file.token}`]: says(file.token) }))
    await at.result(at.lan, file)
    await nextNight(proof)
    remove()
    for (const days of [1, 1, 1, 1, 15]) await nextNight(proof, `${days} days`)
    expect(await at.now(at.lan, id)).toMatchObject({ level: 2, visibility: 'confirmable' })
    expect(await at.published(site())).toMatchObject({ answer: 'confirmed', level: 2 })
    expect(await at.told(at.lan, id)).toEqual(['level_lower'])
  })
  test('answers with the date of its last success while it is missed', async () => {
    const { proof } = await keptPage()
    await nextNight(proof)
    const before = await at.published(site())
    remove()
    for (const _ of [1, 2, 3, 4]) await nextNight(proof, '0')
    await at.db.asSuperuser("update proof set state = 'missed', last_found_at = last_found_at where id = $1", [
      proof.id,
    ])
    expect(await at.published(site())).toEqual(before)
  })
  test('is whole again when the code comes back within the grace', async () => {
    const { id, proof } = await keptPage()
    await nextNight(proof)
    remove()
    for (const _ of [1, 2, 3, 4]) await nextNight(proof)
    at.publish(host, proof)
    await nextNight(proof, '10 days')
    expect(await at.row(proof)).toMatchObject({ state: 'found', misses: 0, first_miss_at: null, grace_until: null })
    expect((await at.now(at.lan, id)).level).toBe(3)
  })
  test('is never missed by checks that could not tell: SERVFAIL, silence, resolvers that disagree', async () => {
    const { id, proof } = await keptPage()
    await nextNight(proof)
    for (const said of ['SERVFAIL', 'REFUSED', 'SILENCE'] as const) {
      at.outside.dns.set(`TXT _so-challenge.${host}`, said)
      await nextNight(proof, '5 days')
    }
    at.publish(host, proof)
    at.outside.south.set(`TXT _so-challenge.${host}`, [])
    await nextNight(proof, '5 days')
    expect(await at.row(proof)).toMatchObject({ state: 'found', misses: 0 })
    expect((await at.now(at.lan, id)).level).toBe(3)
  })
  test('is at level 2 after 30 days in which nobody could tell, and at level 3 with the next success', async () => {
    const { id, proof } = await keptPage()
    await nextNight(proof)
    at.outside.dns.set(`TXT _so-challenge.${host}`, 'SERVFAIL')
    await nextNight(proof, '30 days')
    expect(await at.now(at.lan, id)).toMatchObject({ level: 2, visibility: 'confirmable' })
    expect((await at.row(proof)).not_reconfirmed_since).not.toBeNull()
    at.publish(host, proof)
    await nextNight(proof)
    expect((await at.now(at.lan, id)).level).toBe(3)
    expect((await at.steps(id)).slice(-2)).toEqual(['2 not_reconfirmed', '3 recheck_found'])
  })
  test('is asked about no more once its page is private', async () => {
    const { id, proof } = await keptPage()
    await nextNight(proof)
    await at.show(at.lan, id, 'private')
    const before = at.outside.asked.length
    await nextNight(proof)
    expect(at.outside.asked.length).toBe(before)
    expect(await at.row(proof)).toMatchObject({ keep: false, state: 'found', next_check_at: null })
    expect((await at.now(at.lan, id)).level).toBe(2)
    expect((await at.steps(id)).at(-1)).toBe('2 kept_no_more')
  })
  test('is due at once when its page becomes private, not at its next turn', async () => {
    const { id, proof } = await keptPage()
    await nextNight(proof)
    expect((await at.row(proof)).next_check_at.getTime()).toBeGreaterThan(Date.now())
    await at.show(at.lan, id, 'private')
    expect((await at.row(proof)).next_check_at.getTime()).toBeLessThanOrEqual(Date.now() + 1_000)
  })
  test('ends with its page', async () => {
    const { id, proof } = await keptPage()
    await at.db.asSuperuser('update declaration set ended_at = now() where id = $1', [id])
    const before = at.outside.asked.length
    await nextNight(proof)
    expect(at.outside.asked.length).toBe(before)
    expect(await at.row(proof)).toMatchObject({ state: 'ended', next_check_at: null })
  })
  test('is not missed by a look that began before another one found it', async () => {
    const { proof } = await keptPage()
    const { rows } = await at.db.asSuperuser("select clock_timestamp() - interval '1 second' as began")
    const place = { place: 'x', where: 'x', expected: 'x', resolvers: [] }
    const absent = { ...place, kind: 'absent', reason: 'no_record', seen: [], others: 0 } as const
    await at.checks(at.lan, proof)
    await recordCheck(at.db, { proof: proof.id, how: 'scheduled', began: rows[0].began, finding: absent })
    expect(await at.row(proof)).toMatchObject({ misses: 0 })
    await recordCheck(at.db, { proof: proof.id, how: 'scheduled', began: new Date(Date.now() + 1000), finding: absent })
    expect(await at.row(proof)).toMatchObject({ misses: 1 })
  })
  test('that ends at the same moment as the other one leaves no level behind', async () => {
    for (const round of [1, 2, 3]) {
      host = `${round}.${host}`
      const { id, proof } = await keptPage()
      const file = await at.begins(at.lan, id, 'well-known', true)
      at.outside.hosts.set(host, paths({ [`/.well-known/so-challenge/${file.token}`]: says(file.token) }))
      await at.result(at.lan, file)
      const both = [proof, file]
      for (const { id: one } of both)
        await at.db.asSuperuser(
          'update proof set misses = 3, first_miss_at = now(), grace_until = now() where id = $1',
          [one],
        )
      const place = { place: 'x', where: 'x', expected: 'x', resolvers: [] }
      const finding = { ...place, kind: 'absent', reason: 'no_record', seen: [], others: 0 } as const
      const began = new Date(Date.now() + 1000)
      await Promise.all(both.map((one) => recordCheck(at.db, { proof: one.id, how: 'scheduled', began, finding })))
      expect(await at.now(at.lan, id)).toMatchObject({ level: 0, visibility: 'private' })
    }
  })
  test('is missed once by the job and the button at the same moment', async () => {
    const { proof } = await keptPage()
    await nextNight(proof)
    remove()
    await at.timePasses(proof, '1 day')
    await at.db.asSuperuser('update proof set next_check_at = now() where id = $1', [proof.id])
    await Promise.all([at.recheckDue(), at.checks(at.lan, proof), at.checks(at.lan, proof)])
    const { rows } = await at.db.asSuperuser("select how from proof_check where proof = $1 and result = 'absent'", [
      proof.id,
    ])
    expect(rows.map(({ how }) => how).sort()).toEqual(['by_hand', 'by_hand', 'scheduled'])
    expect(await at.row(proof)).toMatchObject({ misses: 1 })
  })
})

describe('the nightly job', () => {
  test('shared by two processes checks each proof once', async () => {
    const due: Proof[] = []
    for (const _ of [1, 2, 3]) {
      due.push((await keptPage()).proof)
      host = `${host}x-${due.length}.vn`
    }
    for (const proof of due) {
      await at.timePasses(proof, '1 day')
      await at.db.asSuperuser('update proof set next_check_at = now() where id = $1', [proof.id])
    }
    const done = await Promise.all([at.recheckDue(), at.recheckDue()])
    expect(done[0] + done[1]).toBe(3)
    const { rows } = await at.db.asSuperuser(
      "select proof, count(*)::int as n from proof_check where how = 'scheduled' and proof = any($1) group by proof",
      [due.map(({ id }) => id)],
    )
    expect(rows.map(({ n }) => n)).toEqual([1, 1, 1])
  })
  test('takes up again what a process left behind', async () => {
    const { proof } = await keptPage()
    await at.db.asSuperuser('update proof set next_check_at = now() where id = $1', [proof.id])
    const { due } = await at.db.under('checker', (tx) => takeDue(tx, newId(), 9))
    expect(due.map((one) => one.proof.id)).toEqual([proof.id])
    expect(await at.recheckDue()).toBe(0)
    await at.timePasses(proof, '11 minutes')
    expect(await at.recheckDue()).toBe(1)
  })
  test('fails loudly when work is due that it cannot see', async () => {
    const { proof } = await keptPage()
    await at.db.asSuperuser('update proof set next_check_at = now() where id = $1', [proof.id])
    await at.db.asSuperuser('alter policy checker on proof using (false)')
    try {
      await expect(at.recheckDue()).rejects.toThrow('proofs are due, and none can be claimed')
    } finally {
      await at.db.asSuperuser('alter policy checker on proof using (true)')
    }
    expect(await at.recheckDue()).toBe(1)
  })
})

describe('the wall in the database', () => {
  const forbidden = { code: '42501' }

  test('the checker cannot read who anybody is', async () => {
    for (const statement of [
      'select name from person',
      'select person from proof',
      'select person from proof_check',
      'select person from declaration',
      'select person from level_step',
      'select typed from declaration',
      'select * from check_request',
      'select * from access',
    ])
      await expect(
        at.db.under('checker', (tx) => sql.raw(statement).execute(tx)),
        statement,
      ).rejects.toMatchObject(forbidden)
  })
  test('a request cannot write a level above 0, not even for its own page', async () => {
    const id = await at.declares(at.lan, site())
    const step = { id: newId(), declaration: id, person: at.lan.id, level: 2, reason: 'proof_found' }
    await expect(at.db.as(at.lan.id, (tx) => tx.insertInto('level_step').values(step).execute())).rejects.toMatchObject(
      forbidden,
    )
  })
  test('a request cannot write a check, nor the state of a proof', async () => {
    const proof = await at.begins(at.lan, await at.declares(at.lan, site()))
    const check = { id: newId(), proof: proof.id, person: at.lan.id, how: 'by_hand', result: 'found', place: 'x' }
    await expect(
      at.db.as(at.lan.id, (tx) => tx.insertInto('proof_check').values(check).execute()),
    ).rejects.toMatchObject(forbidden)
    await expect(
      at.db.as(at.lan.id, (tx) => tx.updateTable('proof').set({ state: 'found' }).where('id', '=', proof.id).execute()),
    ).rejects.toMatchObject(forbidden)
  })
  test('a request cannot begin a proof for the page of somebody else, nor ask for its check', async () => {
    const id = await at.declares(at.lan, site())
    const proof = await at.begins(at.lan, id)
    const forged = { id: newId(), declaration: id, person: at.binh.id, method: 'dns-txt', token: 'x', keep: false }
    await expect(at.db.as(at.binh.id, (tx) => tx.insertInto('proof').values(forged).execute())).rejects.toMatchObject(
      forbidden,
    )
    await expect(
      at.db.as(at.binh.id, (tx) => tx.insertInto('check_request').values({ id: newId(), proof: proof.id }).execute()),
    ).rejects.toMatchObject(forbidden)
  })
  test('a person sees no proof and no check of anybody else', async () => {
    const proof = await at.begins(at.lan, await at.declares(at.lan, site()))
    await at.checks(at.lan, proof)
    for (const table of ['proof', 'proof_check', 'check_request'] as const) {
      const seen = await at.db.as(at.officer.id, (tx) => tx.selectFrom(table).select('id').execute())
      expect(seen, table).toEqual([])
    }
  })
})
