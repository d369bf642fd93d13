import { describe, expect, test } from 'vitest'
import { testDatabase } from '../../test/support/database.ts'
import { smallOrganisation } from '../../test/support/people.ts'
import { openRecord, type Purpose } from '../access-record/index.ts'
import { hashOf, newId, type Tx } from '../db/index.ts'
import { giveCodeAsOperator, inviteAsOperator } from './by-operator.ts'
import { type CodeGiven, giveCode, hashOfCode } from './give-code.ts'
import { type Invited, invite } from './invite.ts'
import { signInByCode } from './sessions.ts'
import { openInvitation, spend, traceOfOperator } from './store.ts'

const db = await testDatabase()
const { lan, binh, officer, north, person } = await smallOrganisation(db)
const url = 'http://localhost:8080'
const made = <A extends { kind: string }>(answer: A) => {
  if (answer.kind !== 'made') throw new Error(JSON.stringify(answer))
  return answer as Extract<A, { kind: 'made' }>
}
const invited = async (who: { id: string }) =>
  made(await db.under('operator', (tx) => inviteAsOperator(tx, { person: who.id, url })))
const open = (secret: string) => db.showing(hashOf(secret), (tx) => openInvitation(tx))
const use = (secret: string) => db.showing(hashOf(secret), (tx) => spend(tx, 'invitation'))
const coded = async (who: { id: string }) =>
  made(await db.under('operator', (tx) => giveCodeAsOperator(tx, { person: who.id })))

test('an invitation is a link for its person, good for seven days', async () => {
  const { link, secret, expiresAt } = await invited(lan)
  expect(link).toBe(`${url}/invitations/${secret}`)
  expect(await open(secret)).toEqual({ person: lan.id, expiresAt, recovers: false })
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

const refusedByPolicy = { code: '42501' }
const tables = { invitation: 'invitation', code: 'sign_in_code' } as const
const secretFor = (tx: Tx, way: 'invitation' | 'code', person: { id: string }) =>
  tx
    .insertInto(tables[way])
    .values({ hash: hashOf(`${way} ${Math.random()}`), person: person.id })
    .execute()

describe.each(['invitation', 'code'] as const)('a way in by %s', (way) => {
  const give = async (tx: Tx, of: { id: string }): Promise<CodeGiven | Invited> =>
    way === 'invitation' ? invite(tx, { person: of.id, url }) : giveCode(tx, { person: of.id })
  const saying = (purpose: Purpose, of: { id: string }) =>
    db.as(officer.id, async (tx) => {
      await openRecord(tx, of.id, purpose, 'web')
      return give(tx, of)
    })

  test('is made by an officer after the row that says so, for a person of the own unit and nobody else', async () => {
    expect(await saying(way, lan)).toMatchObject({ kind: 'made' })
    expect(await saying(way, binh)).toEqual({ kind: 'refused', code: 'unknown_person' })
  })

  test('is refused by the database without that row, and after one that says something else', async () => {
    expect(await db.as(officer.id, (tx) => give(tx, lan))).toEqual({ kind: 'refused', code: 'unknown_person' })
    await expect(db.as(officer.id, (tx) => secretFor(tx, way, lan))).rejects.toMatchObject(refusedByPolicy)
    await expect(saying('help', lan)).rejects.toMatchObject(refusedByPolicy)
    await expect(saying(way === 'code' ? 'invitation' : 'code', lan)).rejects.toMatchObject(refusedByPolicy)
    await saying(way, lan)
    await expect(db.as(officer.id, (tx) => secretFor(tx, way, lan))).rejects.toMatchObject(refusedByPolicy)
    await expect(db.as(lan.id, (tx) => give(tx, lan))).rejects.toMatchObject(refusedByPolicy)
  })

  test('the row for one person makes no way into the account of another', async () => {
    const colleague = await person('Phạm Thị D', north.id)
    const other = db.as(officer.id, async (tx) => {
      await openRecord(tx, lan.id, way, 'web')
      await secretFor(tx, way, colleague)
    })
    await expect(other).rejects.toMatchObject(refusedByPolicy)
  })

  test('is made by the operator too only with the row, which its person sees', async () => {
    await expect(db.under('operator', (tx) => secretFor(tx, way, binh))).rejects.toMatchObject(refusedByPolicy)
    const someone = await person('Bùi Thị K', north.id)
    await (way === 'invitation' ? invited(someone) : coded(someone))
    const rows = await db.as(someone.id, (tx) =>
      tx.selectFrom('access').select(['purpose', 'channel', 'actor']).execute(),
    )
    expect(rows).toEqual([{ purpose: way, channel: 'command_line', actor: null }])
  })
})

test('nobody makes an invitation that lives longer', async () => {
  const long = { hash: hashOf('long'), person: lan.id, expires_at: new Date('2100-01-01') }
  const byOfficer = db.as(officer.id, async (tx) => {
    await openRecord(tx, lan.id, 'invitation', 'web')
    await tx.insertInto('invitation').values(long).execute()
  })
  await expect(byOfficer).rejects.toMatchObject(refusedByPolicy)
  const byOperator = db.under('operator', async (tx) => {
    await traceOfOperator(tx, newId(), lan.id, 'invitation')
    await tx.insertInto('invitation').values(long).execute()
  })
  await expect(byOperator).rejects.toMatchObject(refusedByPolicy)
})

test('a person who is not there or has left is not invited', async () => {
  const gone = await person('Người Đã Rời', north.id)
  await db.asSuperuser('update person set left_at = now() where id = $1', [gone.id])
  for (const id of [gone.id, '01900000-0000-7000-8000-000000000000', 'x']) {
    expect(await db.under('operator', (tx) => inviteAsOperator(tx, { person: id, url }))).toEqual({
      kind: 'refused',
      code: 'unknown_person',
    })
    expect(await db.under('operator', (tx) => giveCodeAsOperator(tx, { person: id }))).toEqual({
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
