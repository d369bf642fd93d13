import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { type OpenId, openIdProvider, signInAt } from '../../../test/peers/real/openid.ts'
import { callback, type Walking, walking } from './tests/walk.ts'

let peer: OpenId
let at: Walking
let other: OpenId
const people = { lan: { sub: 'lan', name: 'lan' }, binh: { sub: 'binh', name: 'binh' } }

beforeAll(async () => {
  const callbacks = [callback('openid-truong-dai-hoc'), callback('openid-noi-khac')]
  peer = await openIdProvider({ callbacks, people })
  other = await openIdProvider({ callbacks, people })
  at = await walking(
    [
      ['Trường Đại học', peer],
      ['Nơi khác', other],
    ].map(([name, one]) => ({
      kind: 'openid',
      name,
      issuer: (one as OpenId).issuer,
      client_id: (one as OpenId).client.id,
      client_secret: (one as OpenId).client.secret,
      account: 'https://blog.truong.example.com/{preferred_username}',
    })),
  )
})
afterEach(() => {
  peer.forge = undefined
  peer.describe = undefined
  peer.down = false
})
afterAll(async () => {
  await at[Symbol.asyncDispose]()
  await Promise.all([peer, other].map((one) => one[Symbol.asyncDispose]()))
})
const id = 'openid-truong-dai-hoc'

test('whoever signs in to the declared account has proven it', async () => {
  const lan = await at.house.as(at.lan)
  const declaration = await at.declares(lan, 'https://blog.truong.example.com/lan')
  const { id: proof, publish } = await at.begins(lan, declaration)
  expect(publish.signIn[0]).toEqual({
    name: 'Trường Đại học',
    url: `http://localhost:8080/proofs/${proof}/sign-in/${id}`,
  })
  const leads = await at.leaves(lan, proof, id)
  const back = await signInAt(leads.href, 'lan')
  const page = await at.returns(lan, back)
  expect([page.status, await at.result(proof)]).toEqual([200, [`found ${peer.issuer}`]])
  expect(page.text).toContain('Đã xác minh')
  expect(await at.level(declaration)).toBe(2)
  expect(await at.proof(proof)).toMatchObject({ state: 'found', uid: `${peer.issuer} lan` })
})
