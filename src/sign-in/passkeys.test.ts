import { expect, test } from 'vitest'
import { testDatabase } from '../../test/support/database.ts'
import { smallOrganisation } from '../../test/support/people.ts'
import { hashOf, newId } from '../db/index.ts'
import { remove, rename } from './passkeys.ts'
import { addPasskey, countUse, passkeysOf, shownPasskey } from './store.ts'

const db = await testDatabase()
const { lan, binh } = await smallOrganisation(db)

async function passkeyOf(who: { id: string }, count = 0) {
  const [id, credential] = [newId(), newId()]
  const row = {
    id,
    person: who.id,
    credential_hash: hashOf(credential),
    credential,
    public_key: Buffer.from('k'),
    sign_count: count,
    transports: [],
    name: '',
  }
  await db.as(who.id, (tx) => addPasskey(tx, row))
  return { id, credential, row }
}
const held = (who: { id: string }) => db.as(who.id, (tx) => passkeysOf(tx, who.id))
const clear = (who: { id: string }) => db.asSuperuser('delete from passkey where person = $1', [who.id])

test('the last passkey stays', async () => {
  const only = await passkeyOf(lan)
  expect(await remove(db, lan.id, only.id)).toBe('last')
  expect(await held(lan)).toHaveLength(1)
  await clear(lan)
})

test('of two passkeys removed at once, one stays', async () => {
  const [one, two] = [await passkeyOf(lan), await passkeyOf(lan)]
  const outcomes = await Promise.all([remove(db, lan.id, one.id), remove(db, lan.id, two.id)])
  expect(outcomes.sort()).toEqual(['last', 'removed'])
  expect(await held(lan)).toHaveLength(1)
  await clear(lan)
})

test('nobody renames or removes the passkey of someone else', async () => {
  const [his] = [await passkeyOf(binh), await passkeyOf(binh), await passkeyOf(lan), await passkeyOf(lan)]
  expect(await rename(db, lan.id, his.id, 'của tôi')).toBe(false)
  expect(await remove(db, lan.id, his.id)).toBe('unknown')
  const past = await db.as(lan.id, (tx) => tx.deleteFrom('passkey').where('id', '=', his.id).executeTakeFirst())
  expect(past.numDeletedRows).toBe(0n)
  expect(await held(binh)).toHaveLength(2)
})

test('a passkey is seen by whoever shows its credential and by its person, and added by nobody else', async () => {
  const { credential, row } = await passkeyOf(lan)
  expect(await db.showing(hashOf(credential), shownPasskey)).toMatchObject({ person: lan.id })
  expect(await db.showing(hashOf('another'), shownPasskey)).toBeUndefined()
  expect((await held(binh)).some(({ id }) => id === row.id)).toBe(false)
  const forged = { ...row, id: newId(), credential_hash: hashOf('forged') }
  await expect(db.as(binh.id, (tx) => addPasskey(tx, forged))).rejects.toMatchObject({ code: '42501' })
})

test('a credential that is known already is not added for anyone', async () => {
  const { row } = await passkeyOf(lan)
  expect(await db.as(binh.id, (tx) => addPasskey(tx, { ...row, id: newId(), person: binh.id }))).toBe(false)
})

test('of two uses that read the same counter, one counts', async () => {
  const { credential } = await passkeyOf(lan, 7)
  const use = () => db.showing(hashOf(credential), (tx) => countUse(tx, '7', 8))
  expect((await Promise.all([use(), use()])).sort()).toEqual([false, true])
})
