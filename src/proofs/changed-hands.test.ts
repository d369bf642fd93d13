import type { RequestListener } from 'node:http'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { plainServer, type WebServer } from '../../test/peers/tls.ts'
import { parseSettings } from '../settings.ts'
import { paths } from './tests/internet.ts'
import { type Register, register } from './tests/register.ts'

type Account = { readonly id: number; readonly text: string } | 'none' | 'broken'

let github: WebServer
let r: Register
const accounts = new Map<string, Account>()
beforeAll(async () => {
  github = await plainServer({ hosts: new Map([['127.0.0.1', interface_]]) })
  const api = `http://127.0.0.1:${github.port}`
  r = await register(parseSettings(JSON.stringify({ platforms: { github: { api } } })))
})
afterAll(() => Promise.all([r[Symbol.asyncDispose](), github[Symbol.asyncDispose]()]))
beforeEach(() => {
  accounts.clear()
  r.outside.hosts.clear()
})

const interface_: RequestListener = ({ url = '' }, response) => {
  const login = url.slice('/users/'.length)
  const account = accounts.get(login) ?? 'none'
  if (typeof account === 'string') return response.writeHead(account === 'none' ? 404 : 500).end()
  response.writeHead(200, { 'content-type': 'application/json' })
  response.end(JSON.stringify({ login, id: account.id, bio: account.text }))
}

/** A platform where the name `login` belongs to an account, until it belongs to another. */
const platforms = {
  GitHub: {
    ...{ platform: 'github', address: (login: string) => `https://github.com/${login}` },
    uid: (id: number) => String(id),
    is: (login: string, account: Account) => accounts.set(login, account),
  },
  Fediverse: {
    ...{ platform: 'mastodon', address: (login: string) => `https://${login}.vn/@${login}` },
    uid: (id: number, login: string) => `https://${login}.vn/users/${id}`,
    is(login: string, account: Account) {
      r.outside.hosts.set(`${login}.vn`, server(login, account))
    },
  },
}

function server(login: string, account: Account): RequestListener {
  if (typeof account === 'string') return (_, response) => response.writeHead(account === 'none' ? 404 : 500).end()
  const id = `https://${login}.vn/users/${account.id}`
  const json = (type: string, value: object): RequestListener => {
    return (_, response) => response.writeHead(200, { 'content-type': type }).end(JSON.stringify(value))
  }
  const links = [{ rel: 'self', type: 'application/activity+json', href: id }]
  return paths({
    [`/.well-known/webfinger?resource=acct:${login}@${login}.vn`]: json('application/jrd+json', { links }),
    [`/users/${account.id}`]: json('application/activity+json', {
      ...{ '@context': 'https://www.w3.org/ns/activitystreams', id, type: 'Person', preferredUsername: login },
      summary: `<p>${account.text}</p>`,
    }),
  })
}

const incidents = async (declaration: string) =>
  (
    await r.db.asSuperuser(
      'select kind, proof, outcome, closed_at is null as open from incident where declaration = $1 order by opened_at, id',
      [declaration],
    )
  ).rows
const checksOf = async (proof: { id: string }) =>
  (
    await r.db.asSuperuser('select how, result, reason from proof_check where proof = $1 order by at, id', [proof.id])
  ).rows.map(({ how, result, reason }) => [how, result, reason].filter(Boolean).join(' '))
const state = async (declaration: string) => (await r.now(r.lan, declaration)).state

describe.each(Object.entries(platforms))('%s', (name, { platform, address, uid, is }) => {
  const login = (what: string) => `${what}-${name}`.toLowerCase()

  /** A page that was proven by account 1 and answers the public. */
  async function proven(who: string) {
    const page = await r.declares(r.lan, address(who), platform)
    const proof = await r.begins(r.lan, page, 'profile-code')
    is(who, { id: 1, text: proof.token })
    expect(await r.result(r.lan, proof)).toBe('found 2')
    is(who, { id: 1, text: 'Lan' })
    await r.show(r.lan, page, 'confirmable')
    expect(await r.published(address(who))).toMatchObject({ answer: 'confirmed', level: 2 })
    return { page, proof }
  }
  async function aWeekPasses(proof: { id: string }) {
    await r.timePasses(proof, '8 days')
    expect(await r.recheckDue()).toBe(1)
  }

  test('a name that changes hands freezes the page at the next watch, until the same account is proven anew', async () => {
    const who = login('lan')
    const { page, proof } = await proven(who)
    expect(await r.row(proof)).toMatchObject({ uid: uid(1, who), state: 'found', next_check_at: expect.any(Date) })

    is(who, { id: 2, text: proof.token })
    await aWeekPasses(proof)
    expect(await checksOf(proof)).toEqual(['by_hand found', 'watched absent other_account'])
    expect(await incidents(page)).toEqual([{ kind: 'reused_handle', proof: proof.id, outcome: null, open: true }])
    expect(await state(page)).toBe('frozen')
    expect(await r.told(r.lan, page)).toEqual(['changed_hands'])
    expect(await r.published(address(who))).not.toMatchObject({ answer: 'confirmed' })

    const again = await r.begins(r.lan, page, 'profile-code')
    is(who, { id: 2, text: again.token })
    expect(await r.result(r.lan, again)).toBe('absent 2')
    expect(await state(page)).toBe('frozen')
    expect(await incidents(page)).toHaveLength(1)

    is(who, { id: 1, text: again.token })
    expect(await r.result(r.lan, again)).toBe('found 2')
    expect(await incidents(page)).toMatchObject([{ open: false, outcome: 'proven_again' }])
    expect(await state(page)).toBe('active')
    expect(await r.published(address(who))).toMatchObject({ answer: 'confirmed', level: 2 })
  })

  test('that the old account has its name again does not by itself thaw the page: it must be proven', async () => {
    const who = login('hoa')
    const { page, proof } = await proven(who)
    is(who, { id: 2, text: '' })
    await aWeekPasses(proof)
    is(who, { id: 1, text: '' })
    await aWeekPasses(proof)
    expect(await checksOf(proof)).toEqual(['by_hand found', 'watched absent other_account', 'watched found'])
    expect(await state(page)).toBe('frozen')
  })

  test('so does a check by hand that meets another account, at once', async () => {
    const who = login('tam')
    const { page } = await proven(who)
    const again = await r.begins(r.lan, page, 'profile-code')
    is(who, { id: 2, text: again.token })
    expect(await r.checks(r.lan, again)).toMatchObject({ finding: { reason: 'other_account', seen: [] } })
    expect(await incidents(page)).toMatchObject([{ proof: again.id, open: true }])
    expect(await state(page)).toBe('frozen')
    expect(await r.published(address(who))).not.toMatchObject({ answer: 'confirmed' })
  })

  test('watching renews nothing', async () => {
    const who = login('minh')
    const { page, proof } = await proven(who)
    await r.timePasses(proof, '8 days')
    const [before, steps, shown] = [await r.row(proof), await r.steps(page), await r.published(address(who))]
    expect(await r.recheckDue()).toBe(1)
    expect(await checksOf(proof)).toEqual(['by_hand found', 'watched found'])
    const { next_check_at, ...after } = await r.row(proof)
    expect(after).toEqual({ ...before, next_check_at: undefined })
    expect(next_check_at.getTime()).toBeGreaterThan(Date.now() + 6 * 86_400_000)
    expect(await r.steps(page)).toEqual(steps)
    expect(await r.published(address(who))).toEqual(shown)
  })

  test('an account that is gone, or cannot be asked, costs nothing and is looked at again', async () => {
    const who = login('binh')
    const { page, proof } = await proven(who)
    for (const account of ['none', 'broken', 'none', 'none', 'none'] as const) {
      is(who, account)
      await aWeekPasses(proof)
    }
    expect(await state(page)).toBe('active')
    expect(await incidents(page)).toEqual([])
    expect(await r.published(address(who))).toMatchObject({ answer: 'confirmed', level: 2 })
  })

  test('nobody is asked about a page that became private', async () => {
    const who = login('vy')
    const { page, proof } = await proven(who)
    await r.show(r.lan, page, 'private')
    await r.recheckDue()
    expect(await checksOf(proof)).toEqual(['by_hand found'])
    expect(await r.row(proof)).toMatchObject({ next_check_at: null, state: 'found' })
  })

  test('before anything was proven another account is only a no', async () => {
    const who = login('thu')
    const page = await r.declares(r.lan, address(who), platform)
    const proof = await r.begins(r.lan, page, 'profile-code')
    is(who, { id: 2, text: 'Thu' })
    expect(await r.result(r.lan, proof)).toBe('absent 0')
    expect(await incidents(page)).toEqual([])
    expect(await state(page)).toBe('active')
  })

  test('a code is good for three days and no longer', async () => {
    const who = login('son')
    const page = await r.declares(r.lan, address(who), platform)
    const proof = await r.begins(r.lan, page, 'profile-code')
    is(who, { id: 1, text: proof.token })
    const good = proof.codeUntil?.getTime() ?? 0
    expect(good - Date.now()).toBeGreaterThan(71 * 3_600_000)
    expect(good - Date.now()).toBeLessThanOrEqual(72 * 3_600_000)
    await r.db.asSuperuser(`update proof set code_until = now() - interval '1 second' where id = $1`, [proof.id])
    expect(await r.result(r.lan, proof)).toBe('proof_expired')
    const next = await r.begins(r.lan, page, 'profile-code')
    expect(next.token).not.toBe(proof.token)
    expect(await r.result(r.lan, next)).toBe('absent 0')
  })

  test('a code of somebody else’s proof, or of another page, proves nothing', async () => {
    const [mine, theirs] = [login('an'), login('bich')]
    const pages = [
      await r.declares(r.lan, address(mine), platform),
      await r.declares(r.binh, address(theirs), platform),
    ]
    const proof = await r.begins(r.lan, pages[0] as string, 'profile-code')
    const stranger = await r.begins(r.binh, pages[1] as string, 'profile-code')
    is(mine, { id: 1, text: stranger.token })
    const checked = await r.checks(r.lan, proof)
    expect(checked).toMatchObject({ finding: { reason: 'other_code', seen: [stranger.token] } })
    is(mine, { id: 1, text: '' })
    is(theirs, { id: 2, text: proof.token })
    expect(await r.result(r.lan, proof)).toBe('absent 0')
  })
})

test('no more than five looks for a code in an hour, and none may stay in place', async () => {
  const page = await r.declares(r.lan, 'https://github.com/nam', 'github')
  expect(await r.starts(r.lan, page, 'profile-code', true)).toEqual({ kind: 'method_keeps_nothing' })
  const proof = await r.begins(r.lan, page, 'profile-code')
  for (let n = 0; n < 5; n++) expect(await r.result(r.lan, proof)).toBe('absent 0')
  expect(await r.result(r.lan, proof)).toBe('too_many_checks')
})
