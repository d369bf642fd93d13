import type { RequestListener } from 'node:http'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { plainServer, type WebServer } from '../../../test/peers/tls.ts'
import { end } from '../../declarations/index.ts'
import { parseSettings } from '../../settings.ts'
import { says } from '../tests/internet.ts'
import { type Register, register } from '../tests/register.ts'
import { lookAtClosings } from './look-at-closings.ts'

let github: WebServer
let r: Register
const accounts = new Map<string, { id: number; text: string } | 'broken'>()
const interface_: RequestListener = ({ url = '' }, response) => {
  const login = url.slice('/users/'.length)
  const account = accounts.get(login)
  if (account === undefined || account === 'broken') return response.writeHead(account ? 500 : 404).end()
  response.writeHead(200, { 'content-type': 'application/json' })
  response.end(JSON.stringify({ login, id: account.id, bio: account.text }))
}
beforeAll(async () => {
  github = await plainServer({ hosts: new Map([['127.0.0.1', interface_]]) })
  const api = `http://127.0.0.1:${github.port}`
  r = await register(parseSettings(JSON.stringify({ platforms: { github: { api } } })))
})
afterAll(() => Promise.all([r[Symbol.asyncDispose](), github[Symbol.asyncDispose]()]))
beforeEach(() => {
  accounts.clear()
  r.outside.hosts.clear()
  return r.db.asSuperuser('update closing set next_look_at = null')
})

const says_ = (said: 'close' | 'reopen', page: string) =>
  r.db.as(r.lan.id, (tx) => end(tx, r.lan.id, page, said, 'web'))
const state = async (page: string) => (await r.now(r.lan, page)).state
const row = async (page: string) =>
  (await r.db.asSuperuser('select * from closing where declaration = $1', [page])).rows[0]
const kinds = async (about: string) => (await r.told(r.lan, about)).filter((kind) => kind.startsWith('clos'))
/** Thirty days go by, and the register looks. */
async function monthGoesBy(page: string): Promise<number> {
  await r.db.asSuperuser(
    "update closing set next_look_at = now(), stated_at = stated_at - interval '30 days' where declaration = $1",
    [page],
  )
  return lookAtClosings(r.given)
}

/** A GitHub account that was proven and answers in public. */
async function account(login: string) {
  const page = await r.declares(r.lan, `https://github.com/${login}`, 'github')
  const proof = await r.begins(r.lan, page, 'profile-code')
  accounts.set(login, { id: 1, text: proof.token })
  expect(await r.result(r.lan, proof)).toBe('found 2')
  await r.show(r.lan, page, 'confirmable')
  return page
}
const answer = async (address: string) => (await r.published(address))?.answer

describe('an account', () => {
  test('is stated closed, found gone after thirty days, and answers “closed”; when another takes its name, both hear of it', async () => {
    const page = await account('lan1')
    expect(await says_('close', page)).toMatchObject({ kind: 'ended', receipt: expect.stringMatching(/^BN-/) })
    expect(await says_('close', page)).toMatchObject({ kind: 'unchanged' })
    expect([await state(page), await answer('https://github.com/lan1')]).toEqual(['closing', 'confirmed'])
    accounts.delete('lan1')
    expect(await lookAtClosings(r.given)).toBe(0) // not before its day
    expect(await monthGoesBy(page)).toBe(1)
    expect([await state(page), await answer('https://github.com/lan1')]).toEqual(['closed', 'closed'])
    expect(await row(page)).toMatchObject({ looked: 'gone', closed_by: 'look', alive: null })
    expect(await kinds(page)).toEqual(['closing_done'])

    accounts.set('lan1', { id: 2, text: 'ai đó' })
    expect(await monthGoesBy(page)).toBe(1)
    expect(await row(page)).toMatchObject({ alive: 'other' })
    expect(await kinds(page)).toEqual(['closing_done', 'closed_lives_again'])
    expect(await r.told(r.officer, r.lan.id)).toEqual(['closed_of_member_lives_again'])
    expect(await answer('https://github.com/lan1')).toBe('closed')
    await monthGoesBy(page)
    expect(await kinds(page)).toHaveLength(2)
    // Who holds the name now is kept nowhere.
    const kept = JSON.stringify(await row(page))
    expect(kept).not.toMatch(/ai đó|lan1/)
  })

  test('that is still there stays as it is, and its owner hears of it; not closed after all, all is as before', async () => {
    const page = await account('lan2')
    await says_('close', page)
    await monthGoesBy(page)
    expect([await state(page), (await row(page)).looked]).toEqual(['closing', 'same'])
    expect(await kinds(page)).toEqual(['closing_still_there'])
    expect(await says_('reopen', page)).toMatchObject({ kind: 'ended' })
    expect([await state(page), await row(page), await answer('https://github.com/lan2')]).toEqual([
      'active',
      undefined,
      'confirmed',
    ])
  })

  test('that could not be looked at says nothing', async () => {
    const page = await account('lan3')
    await says_('close', page)
    accounts.set('lan3', 'broken')
    await monthGoesBy(page)
    expect(await state(page)).toBe('closing')
    expect(await row(page)).toMatchObject({ looked: 'unclear', closed_by: null })
    expect(await kinds(page)).toEqual([])
  })

  test('is watched no more at its owner’s wish, when they leave, and after two years', async () => {
    for (const how of ['wish', 'left', 'time'] as const) {
      const page = await account(`lan-${how}`)
      await says_('close', page)
      accounts.delete(`lan-${how}`)
      await monthGoesBy(page)
      if (how === 'wish') {
        await r.db.as(r.binh.id, async (tx) => {
          const { sql } = await import('kysely')
          expect((await sql<{ s: string }>`select watch_end(${page}) as s`.execute(tx)).rows[0]?.s).toBe(
            'nothing_watched',
          )
        })
        await r.db.as(r.lan.id, async (tx) => {
          const { sql } = await import('kysely')
          await sql`select watch_end(${page})`.execute(tx)
        })
      }
      if (how === 'left') await r.db.asSuperuser('update person set left_at = now() where id = $1', [r.lan.id])
      if (how === 'time')
        await r.db.asSuperuser('update closing set watch_until = now() where declaration = $1', [page])
      accounts.set(`lan-${how}`, { id: 2, text: '' })
      if (how === 'time') await monthGoesBy(page)
      else expect((await row(page)).next_look_at).toBeNull()
      expect(await row(page)).toMatchObject({ watch_ended: how, alive: null })
      await r.db.asSuperuser('update person set left_at = null where id = $1', [r.lan.id])
    }
  })
})

describe('a website', () => {
  const gone: RequestListener = (_, response) => response.writeHead(410).end()
  test.each([
    ['answers 404', says('x', {}, 404), 'closed'],
    ['answers 410', gone, 'closed'],
    ['answers 200', says('x'), 'closing'],
    ['fails with 503', says('x', {}, 503), 'closing'],
    ['keeps us out with 403', says('x', {}, 403), 'closing'],
  ])('that %s', async (title, host, becomes) => {
    const name = `${title.replace(/\W+/g, '-')}.vn`
    const page = await r.declares(r.lan, `https://${name}/`)
    await says_('close', page)
    r.outside.hosts.set(name, host)
    await monthGoesBy(page)
    expect(await state(page)).toBe(becomes)
  })

  test('whose name is gone is closed, and lives again when it answers', async () => {
    const page = await r.declares(r.lan, 'https://het-han.vn/')
    await says_('close', page)
    await monthGoesBy(page)
    expect(await state(page)).toBe('closed')
    expect(await answer('https://het-han.vn/')).toBeUndefined() // was never public
    r.outside.hosts.set('het-han.vn', says('người khác'))
    await monthGoesBy(page)
    expect(await row(page)).toMatchObject({ alive: 'there' })
    expect(await kinds(page)).toEqual(['closing_done', 'closed_lives_again'])
  })
})

test('where nobody can look from outside, the owner’s word is enough, and nothing is watched', async () => {
  const page = await r.declares(r.lan, 'https://www.facebook.com/lan.mau', 'facebook')
  await says_('close', page)
  await monthGoesBy(page)
  expect(await state(page)).toBe('closed')
  expect(await row(page)).toMatchObject({ closed_by: 'word', watch_ended: 'no_way', next_look_at: null })
})

test('two processes look once, and what one leaves behind is due again after ten minutes', async () => {
  const page = await account('lan9')
  await says_('close', page)
  accounts.delete('lan9')
  await r.db.asSuperuser('update closing set next_look_at = now() where declaration = $1', [page])
  const looked = await Promise.all([lookAtClosings(r.given), lookAtClosings(r.given)].map((run) => run.catch(() => 0)))
  expect(looked.reduce((a, b) => a + b)).toBe(1)
  expect(
    await r.db.asSuperuser("select from declaration_version where declaration = $1 and state = 'closed'", [page]),
  ).toMatchObject({ rowCount: 1 })
})
