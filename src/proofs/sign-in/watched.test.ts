import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import type { Visitor } from '../../../test/support/house.ts'
import { changeVisibility } from '../../declarations/index.ts'
import { recheckDue } from '../recheck-due.ts'
import { onThisMachine, platform } from './tests/platform.ts'
import { origin, type Walking, walking } from './tests/walk.ts'

// An account that was proven by signing in is watched like any other while its page is public: by its public profile.

const client = { id: 'Iv1.mau', secret: 'bi-mat-github' }
let id = 583231
const hub = platform({
  clients: [client],
  tokenPath: '/login/oauth/access_token',
  rest: ({ what }, token) => {
    if (what === 'GET /user') return token ? { json: { id, login: 'lan' } } : { status: 401 }
    return what === 'GET /users/lan' ? { json: { id, login: 'lan', bio: null } } : undefined
  },
})
let server: Awaited<ReturnType<typeof onThisMachine>>
let at: Walking
let lan: Visitor
beforeAll(async () => {
  server = await onThisMachine(hub.listener)
  const api = server.origin
  const provider = { kind: 'github', client_id: client.id, client_secret: client.secret, site: api, api }
  at = await walking([provider], { platforms: { github: { api } } })
  lan = await at.house.as(at.lan)
})
afterEach(() => at.house.db.asSuperuser('truncate declaration cascade'))
afterAll(async () => {
  await at[Symbol.asyncDispose]()
  await server[Symbol.asyncDispose]()
})

const recheck = () =>
  recheckDue({
    ...{ db: at.house.db, net: at.outside.net, settings: at.settings, label: 'so', url: origin, sample: false },
    today: () => '2026-11-24',
  })
const aWeek = () => at.house.db.asSuperuser("update proof set next_check_at = now() - interval '1 minute'")
const show = (declaration: string, visibility: 'private' | 'confirmable') =>
  at.house.db.as(at.lan.id, (tx) => changeVisibility(tx, at.lan.id, declaration, { visibility }, 'web'))
const state = async (declaration: string) =>
  (
    await at.house.db.asSuperuser(
      'select v.state from declaration d join declaration_version v on v.id = d.current_version where d.id = $1',
      [declaration],
    )
  ).rows[0].state

async function signsIn(declaration: string) {
  const { id: proof } = await at.begins(lan, declaration)
  await at.returns(lan, hub.allow(await at.leaves(lan, proof, 'github')))
  return proof
}

test('nobody is asked while the page is private; then every week; a name in other hands freezes it; the same account frees it', async () => {
  const declaration = await at.declares(lan, 'https://github.com/lan')
  const proof = await signsIn(declaration)
  expect((await at.proof(proof)).next_check_at).toBeNull()
  await show(declaration, 'confirmable')
  const next = (await at.proof(proof)).next_check_at.getTime() - Date.now()
  expect(next / 86_400_000).toBeGreaterThan(6)
  await aWeek()
  expect(await recheck()).toBe(1)
  expect((await at.proof(proof)).next_check_at.getTime()).toBeGreaterThan(Date.now() + 6 * 86_400_000)
  id = 99
  await aWeek()
  await recheck()
  expect(await state(declaration)).toBe('frozen')
  id = 583231
  const again = await signsIn(declaration)
  expect([await state(declaration), (await at.proof(again)).next_check_at !== null]).toEqual(['active', true])
})

test('where nothing can read the same id it is not watched, and asks for nothing more', async () => {
  const declaration = await at.declares(lan, 'https://github.com/lan')
  const proof = await signsIn(declaration)
  await show(declaration, 'confirmable')
  await at.house.db.asSuperuser("update declaration set platform = 'linkedin' where id = $1", [declaration])
  await aWeek()
  expect(await recheck()).toBe(1)
  expect((await at.proof(proof)).next_check_at).toBeNull()
})
