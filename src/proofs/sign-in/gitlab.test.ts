import { afterAll, beforeAll, expect, test } from 'vitest'
import { type OpenId, openIdProvider, signInAt } from '../../../test/peers/real/openid.ts'
import type { Visitor } from '../../../test/support/house.ts'
import { callback, type Walking, walking } from './tests/walk.ts'

// A real OpenID Connect provider that says in its statement what GitLab's says: the number as `sub`, the name as `preferred_username`.

let peer: OpenId
let at: Walking
let lan: Visitor
const names: Record<string, string> = { 4711: 'Lan_Mau', 4712: 'binh' }
beforeAll(async () => {
  peer = await openIdProvider({ callbacks: [callback('gitlab')], names, inStatement: true })
  const { issuer, client } = peer
  at = await walking([{ kind: 'gitlab', client_id: client.id, client_secret: client.secret, issuer }])
  lan = await at.house.as(at.lan)
})
afterAll(async () => {
  await at[Symbol.asyncDispose]()
  await peer[Symbol.asyncDispose]()
})

test('signing in to GitLab proves the account, with its number, and asks for `openid` alone', async () => {
  const declaration = await at.declares(lan, 'https://gitlab.com/lan_mau')
  const { id: proof } = await at.begins(lan, declaration)
  const leads = await at.leaves(lan, proof, 'gitlab')
  expect(leads.searchParams.get('scope')).toBe('openid')
  await at.returns(lan, await signInAt(leads.href, '4712'))
  await at.returns(lan, await signInAt((await at.leaves(lan, proof, 'gitlab')).href, '4711'))
  expect(await at.result(proof)).toEqual([`absent not_this_account ${peer.issuer}`, `found ${peer.issuer}`])
  expect([await at.level(declaration), (await at.proof(proof)).uid]).toEqual([2, '4711'])
  expect(peer.asked.filter(({ what }) => what === 'GET /me')).toEqual([])
  const kept = await at.everything()
  for (const token of peer.given) expect(kept).not.toContain(token)
})

test.each(['lan_khac.', 'lan_khac/x', ' lan_khac', 'lan_khac?'])(
  'a name told as %j is not read as lan_khac',
  async (name) => {
    const declaration = await at.declares(lan, 'https://gitlab.com/lan_khac').catch(() => undefined)
    const { rows } = await at.house.db.asSuperuser("select id from declaration where canonical like '%lan_khac'")
    const { id: proof } = await at.begins(lan, declaration ?? rows[0].id)
    names[4713] = name
    await at.returns(lan, await signInAt((await at.leaves(lan, proof, 'gitlab')).href, '4713'))
    expect((await at.result(proof)).at(-1)).toBe(`unreachable unreadable ${peer.issuer}`)
  },
)
