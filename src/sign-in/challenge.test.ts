import { randomBytes } from 'node:crypto'
import { expect, test } from 'vitest'
import { testDatabase } from '../../test/support/database.ts'
import { hashOf } from '../db/index.ts'
import { keep, spent } from './challenge.ts'

const db = await testDatabase()

async function given(purpose: 'enrol' | 'sign-in') {
  const challenge = randomBytes(32).toString('base64url')
  await keep(db, challenge, purpose)
  const answer = Buffer.from(JSON.stringify({ type: 'webauthn.get', challenge })).toString('base64url')
  return { challenge, answer }
}

test('a challenge is answered once, also by five at once', async () => {
  const { challenge, answer } = await given('sign-in')
  const all = await Promise.all(Array.from({ length: 5 }, () => spent(db, answer, 'sign-in')))
  expect(all.filter(Boolean)).toEqual([challenge])
})

test('a challenge is good for five minutes, and swept by the next one', async () => {
  const { challenge, answer } = await given('sign-in')
  await db.asSuperuser("update challenge set expires_at = now() - interval '1 second' where hash = $1", [
    hashOf(challenge),
  ])
  expect(await spent(db, answer, 'sign-in')).toBeUndefined()
  await given('sign-in')
  expect((await db.asSuperuser('select from challenge where hash = $1', [hashOf(challenge)])).rowCount).toBe(0)
})

test('a challenge for enrolling does not sign in, nor the other way round', async () => {
  expect(await spent(db, (await given('enrol')).answer, 'sign-in')).toBeUndefined()
  expect(await spent(db, (await given('sign-in')).answer, 'enrol')).toBeUndefined()
})

test.each(['', 'x', Buffer.from('null').toString('base64url'), Buffer.from('{"challenge":1}').toString('base64url')])(
  'an answer that holds no challenge of ours (%j) is none',
  async (answer) => {
    expect(await spent(db, answer, 'sign-in')).toBeUndefined()
  },
)
