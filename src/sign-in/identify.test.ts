import { expect, test } from 'vitest'
import { testDatabase } from '../../test/support/database.ts'
import { smallOrganisation } from '../../test/support/people.ts'
import { nobody } from '../permissions/index.ts'
import { identify } from './identify.ts'
import { beginSession, signOut, signOutEverywhere } from './sessions.ts'
import { revoke } from './token-store.ts'
import { newToken, type TokenMade } from './tokens.ts'

const db = await testDatabase()
const { lan, binh, officer, north, person, grant } = await smallOrganisation(db)
const token = async (who: { id: string }) =>
  (await db.as(who.id, (tx) => newToken(tx, { person: who.id, days: 30 }))) as TokenMade
const session = (who: { id: string }) => db.as(who.id, (tx) => beginSession(tx, who.id, 'passkey'))

test('a session opens for its person, with the roles in term now', async () => {
  expect(await identify(db, await session(officer), 'session')).toEqual({
    kind: 'person',
    id: officer.id,
    name: officer.name,
    roles: [{ role: 'officer', unit: north.id }],
    via: 'session',
    fresh: true,
  })
})

test('a role that ended is gone at the next request', async () => {
  const auditor = await person('Phạm Thị Kiểm', north.id)
  await grant(auditor, 'auditor', null)
  const secret = await session(auditor)
  expect(await identify(db, secret, 'session')).toMatchObject({ roles: [{ role: 'auditor', unit: null }] })
  await db.asSuperuser('update role_held set to_at = now() where person = $1', [auditor.id])
  expect(await identify(db, secret, 'session')).toMatchObject({ id: auditor.id, roles: [] })
})

test('a proposed role and one whose term has not begun do not count', async () => {
  const waiting = await person('Võ Thị Chờ', north.id)
  await grant(waiting, 'auditor', null)
  await grant(waiting, 'officer', north.id)
  await db.asSuperuser("update role_held set state = 'proposed' where person = $1 and role = 'auditor'", [waiting.id])
  await db.asSuperuser(
    "update role_held set from_at = now() + interval '1 day' where person = $1 and role = 'officer'",
    [waiting.id],
  )
  expect(await identify(db, await session(waiting), 'session')).toMatchObject({ roles: [] })
})

test('a secret that is unknown, or shown as the other kind, is nobody', async () => {
  const secret = await session(lan)
  const made = await token(lan)
  expect(await identify(db, 'x', 'session')).toEqual(nobody)
  expect(await identify(db, secret, 'token')).toEqual(nobody)
  expect(await identify(db, made.token, 'session')).toEqual(nobody)
  expect(await identify(db, made.token, 'token')).toMatchObject({ id: lan.id, via: 'token' })
})

test('an expired session is nobody, and is cleared away when its person signs in again', async () => {
  const secret = await session(binh)
  await db.asSuperuser('update session set expires_at = now() where person = $1', [binh.id])
  expect(await identify(db, secret, 'session')).toEqual(nobody)
  await session(binh)
  const { rowCount } = await db.asSuperuser('select from session where person = $1', [binh.id])
  expect(rowCount).toBe(1)
})

test('whoever left is nobody, by session and by token', async () => {
  const gone = await person('Người Đã Rời', north.id)
  const secret = await session(gone)
  const made = await token(gone)
  await db.asSuperuser('update person set left_at = now() where id = $1', [gone.id])
  expect(await identify(db, secret, 'session')).toEqual(nobody)
  expect(await identify(db, made.token, 'token')).toEqual(nobody)
})

test('a token that was revoked or has expired is nobody at the next request', async () => {
  const kept = await token(lan)
  expect(await db.as(binh.id, (tx) => revoke(tx, binh.id, kept.id))).toBe(false)
  expect(await identify(db, kept.token, 'token')).toMatchObject({ id: lan.id })
  expect(await db.as(lan.id, (tx) => revoke(tx, lan.id, kept.id))).toBe(true)
  expect(await identify(db, kept.token, 'token')).toEqual(nobody)
  const short = await token(lan)
  await db.asSuperuser('update api_token set expires_at = now() where id = $1', [short.id])
  expect(await identify(db, short.token, 'token')).toEqual(nobody)
})

test('signing out ends this session only; signing out everywhere ends the others too, and nobody else', async () => {
  const [here, there, elsewhere, others] = [
    await session(lan),
    await session(lan),
    await session(lan),
    await session(officer),
  ]
  await signOut(db, here)
  expect(await identify(db, here, 'session')).toEqual(nobody)
  expect(await identify(db, there, 'session')).toMatchObject({ id: lan.id })
  await signOutEverywhere(db, lan.id)
  for (const ended of [there, elsewhere]) expect(await identify(db, ended, 'session')).toEqual(nobody)
  expect(await identify(db, others, 'session')).toMatchObject({ id: officer.id })
})

test('a use is noted at most once an hour', async () => {
  const secret = await session(lan)
  const seen = async () =>
    (await db.asSuperuser('select max(seen_at) as at from session where person = $1', [lan.id])).rows[0].at as Date
  const first = await seen()
  await identify(db, secret, 'session')
  expect(await seen()).toEqual(first)
  await db.asSuperuser("update session set seen_at = now() - interval '61 minutes' where person = $1", [lan.id])
  await identify(db, secret, 'session')
  expect(Date.now() - (await seen()).getTime()).toBeLessThan(60_000)
})

test('of sessions and tokens only the hash is stored', async () => {
  const secret = await session(lan)
  const made = await token(lan)
  const { rows } = await db.asSuperuser(
    'select s::text as all_of_it from session s union all select t::text from api_token t',
  )
  const stored = rows.map((row) => row.all_of_it).join()
  for (const shown of [secret, made.token]) {
    expect(stored).not.toContain(shown)
    expect(stored).not.toContain(Buffer.from(shown).toString('hex'))
  }
})

test('nobody begins a session for someone else: the database refuses the row', async () => {
  await expect(db.as(lan.id, (tx) => beginSession(tx, binh.id, 'passkey'))).rejects.toMatchObject({ code: '42501' })
})

test('one person sees the sessions and tokens of nobody else', async () => {
  await session(binh)
  const seen = await db.as(lan.id, (tx) => tx.selectFrom('session').select('person').execute())
  expect(seen.every((row) => row.person === lan.id)).toBe(true)
  expect(
    await db.as(lan.id, (tx) => tx.selectFrom('api_token').select('person').where('person', '<>', lan.id).execute()),
  ).toEqual([])
})
