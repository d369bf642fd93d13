import { expect, test } from 'vitest'
import { testDatabase } from '../../test/support/database.ts'
import { smallOrganisation } from '../../test/support/people.ts'
import { hashOf } from '../db/index.ts'
import { giveCode, hashOfCode } from './give-code.ts'
import { invite } from './invite.ts'
import { signInByCode } from './sessions.ts'
import { openInvitation, spend } from './store.ts'

const db = await testDatabase()
const { lan, binh, officer, north, person } = await smallOrganisation(db)
const url = 'http://localhost:8080'
const made = <A extends { kind: string }>(answer: A) => {
  if (answer.kind !== 'made') throw new Error(JSON.stringify(answer))
  return answer as Extract<A, { kind: 'made' }>
}
const invited = async (who: { id: string }) =>
  made(await db.under('operator', (tx) => invite(tx, { person: who.id, url })))
const open = (secret: string) => db.showing(hashOf(secret), (tx) => openInvitation(tx))
const use = (secret: string) => db.showing(hashOf(secret), (tx) => spend(tx, 'invitation'))
const coded = async (who: { id: string }) => made(await db.under('operator', (tx) => giveCode(tx, { person: who.id })))

test('an invitation is a link for its person, good for seven days', async () => {
  const { link, secret, expiresAt } = await invited(lan)
  expect(link).toBe(`${url}/invitations/${secret}`)
  expect(await open(secret)).toEqual({ person: lan.id, expiresAt })
  expect(Math.round((expiresAt.getTime() - Date.now()) / 3_600_000)).toBe(7 * 24)
})

test('looking at an invitation does not use it', async () => {
  const { secret } = await invited(lan)
  await open(secret)
  await open(secret)
  expect(await use(secret)).toBe(lan.id)
})

test('of two who use one invitation at once, one wins', async () => {
  const { secret } = await invited(lan)
  const used = await Promise.all(Array.from({ length: 6 }, () => use(secret)))
  expect(used.filter(Boolean)).toEqual([lan.id])
  expect(await open(secret)).toBeUndefined()
})

test('after seven days an invitation opens nothing', async () => {
  const { secret } = await invited(lan)
  await db.asSuperuser("update invitation set expires_at = now() - interval '1 second' where hash = $1", [
    hashOf(secret),
  ])
  expect(await open(secret)).toBeUndefined()
  expect(await use(secret)).toBeUndefined()
})

test('a new invitation ends the earlier one of that person, and no one else’s', async () => {
  const [first, others] = [await invited(lan), await invited(binh)]
  const second = await invited(lan)
  expect(await use(first.secret)).toBeUndefined()
  expect(await use(second.secret)).toBe(lan.id)
  expect(await use(others.secret)).toBe(binh.id)
})

test('invitations made at once leave one that is good', async () => {
  const all = await Promise.all(Array.from({ length: 5 }, () => invited(binh)))
  const opened = await Promise.all(all.map(({ secret }) => open(secret)))
  expect(opened.filter(Boolean)).toHaveLength(1)
})

test('an officer invites a person of the own unit and nobody else', async () => {
  const ask = (as: { id: string }, of: { id: string }) => db.as(as.id, (tx) => invite(tx, { person: of.id, url }))
  expect(await ask(officer, lan)).toMatchObject({ kind: 'made' })
  expect(await ask(officer, binh)).toEqual({ kind: 'refused', code: 'unknown_person' })
  await expect(
    db.as(officer.id, (tx) =>
      tx
        .insertInto('invitation')
        .values({ hash: hashOf('x'), person: binh.id })
        .execute(),
    ),
  ).rejects.toMatchObject({ code: '42501' })
  await expect(ask(lan, lan)).rejects.toMatchObject({ code: '42501' })
})

test('nobody makes an invitation that lives longer', async () => {
  const long = { hash: hashOf('long'), person: lan.id, expires_at: new Date('2100-01-01') }
  await expect(db.as(officer.id, (tx) => tx.insertInto('invitation').values(long).execute())).rejects.toMatchObject({
    code: '42501',
  })
  await expect(db.under('operator', (tx) => tx.insertInto('invitation').values(long).execute())).rejects.toMatchObject({
    code: '42501',
  })
})

test('a person who is not there or has left is not invited', async () => {
  const gone = await person('Người Đã Rời', north.id)
  await db.asSuperuser('update person set left_at = now() where id = $1', [gone.id])
  for (const id of [gone.id, '01900000-0000-7000-8000-000000000000', 'x']) {
    expect(await db.under('operator', (tx) => invite(tx, { person: id, url }))).toEqual({
      kind: 'refused',
      code: 'unknown_person',
    })
    expect(await db.under('operator', (tx) => giveCode(tx, { person: id }))).toEqual({
      kind: 'refused',
      code: 'unknown_person',
    })
  }
})

test('a code signs in once, typed in any way', async () => {
  const { signInCode: code } = await coded(lan)
  expect(code).toMatch(/^CD-[0-9A-HJKMNP-TV-Z]{5}-[0-9A-HJKMNP-TV-Z]{5}$/)
  const typed = code.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o').replaceAll('1', 'l')
  const tries = await Promise.all(Array.from({ length: 5 }, () => signInByCode(db, typed)))
  expect(tries.map(({ kind }) => kind).sort()).toEqual([
    'not_accepted',
    'not_accepted',
    'not_accepted',
    'not_accepted',
    'signed_in',
  ])
})

test('a code is good for fifteen minutes, and until the next one is given', async () => {
  const first = await coded(lan)
  expect(Math.round((first.expiresAt.getTime() - Date.now()) / 60_000)).toBe(15)
  const second = await coded(lan)
  expect(await signInByCode(db, first.signInCode)).toEqual({ kind: 'not_accepted' })
  await db.asSuperuser('update sign_in_code set expires_at = now() where hash = $1', [hashOfCode(second.signInCode)])
  expect(await signInByCode(db, second.signInCode)).toEqual({ kind: 'not_accepted' })
})

test('a code of a person who has left since does not sign in', async () => {
  const leaving = await person('Người Sắp Rời', north.id)
  const { signInCode: code } = await coded(leaving)
  await db.asSuperuser('update person set left_at = now() where id = $1', [leaving.id])
  expect(await signInByCode(db, code)).toEqual({ kind: 'not_accepted' })
})

test('an officer gives a code to a person of the own unit and nobody else', async () => {
  expect(await db.as(officer.id, (tx) => giveCode(tx, { person: lan.id }))).toMatchObject({ kind: 'made' })
  expect(await db.as(officer.id, (tx) => giveCode(tx, { person: binh.id }))).toEqual({
    kind: 'refused',
    code: 'unknown_person',
  })
  await expect(
    db.as(officer.id, (tx) =>
      tx
        .insertInto('sign_in_code')
        .values({ hash: hashOf('y'), person: binh.id })
        .execute(),
    ),
  ).rejects.toMatchObject({ code: '42501' })
})
