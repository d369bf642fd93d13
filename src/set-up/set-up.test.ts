import { expect, test } from 'vitest'
import { testDatabase } from '../../test/support/database.ts'
import { hashOf, newId, type PersonId, type Tx } from '../db/index.ts'
import { invite } from '../sign-in/index.ts'
import { begin, soFar } from './begin.ts'
import { setUpLink, setUpState } from './link.ts'

const url = 'http://localhost:8080'
const inviting = (tx: Tx, person: PersonId) => invite(tx, { person, url })
const answers = { organisation: 'Đơn vị Mẫu', name: 'Nguyễn Thị Quản' }

async function register() {
  const db = await testDatabase()
  const secret = (await setUpLink(db, url))?.split('/').pop() ?? ''
  const administrators = async () =>
    (
      await db.asSuperuser(
        "select p.id, p.name from role_held join person p on p.id = person where role = 'administrator'",
      )
    ).rows
  const enrol = async (person: PersonId) =>
    db.as(person, (tx) =>
      tx
        .insertInto('passkey')
        .values({
          id: newId(),
          person,
          credential_hash: hashOf(newId()),
          credential: 'c',
          public_key: Buffer.from('k'),
        })
        .execute(),
    )
  return { db, secret, administrators, enrol, [Symbol.asyncDispose]: () => db[Symbol.asyncDispose]() }
}

test('the set-up link names the organisation and invites its first administrator, who is in no unit', async () => {
  await using house = await register()
  const { db, secret, administrators } = house
  expect(await soFar(db, secret)).toEqual({ kind: 'open', organisation: '', name: '' })
  expect(await begin(db, inviting, secret, answers)).toMatchObject({ kind: 'made' })
  expect(await administrators()).toMatchObject([{ name: answers.name }])
  expect((await db.asSuperuser('select name, set_up_at from organisation')).rows).toEqual([
    { name: answers.organisation, set_up_at: null },
  ])
  expect((await db.asSuperuser('select from unit')).rowCount).toBe(0)
})

test('opened again before the passkey is there, the link keeps what was typed and means the same person', async () => {
  await using house = await register()
  const { db, secret, administrators } = house
  await begin(db, inviting, secret, { ...answers, name: 'Nguyễn Thị Quan' })
  expect(await soFar(db, secret)).toEqual({ kind: 'open', organisation: answers.organisation, name: 'Nguyễn Thị Quan' })
  await begin(db, inviting, secret, answers)
  expect(await administrators()).toMatchObject([{ name: answers.name }])
})

test('a double click makes one administrator', async () => {
  await using house = await register()
  const made = await Promise.all([1, 2, 3, 4].map(() => begin(house.db, inviting, house.secret, answers)))
  expect(made.every(({ kind }) => kind === 'made')).toBe(true)
  expect(await house.administrators()).toHaveLength(1)
})

test('a link made at the next start replaces the one before and means the same person', async () => {
  await using house = await register()
  const { db, secret, administrators } = house
  await begin(db, inviting, secret, answers)
  const next = (await setUpLink(db, url))?.split('/').pop() ?? ''
  expect(await soFar(db, secret)).toEqual({ kind: 'dead' })
  expect(await begin(db, inviting, next, answers)).toMatchObject({ kind: 'made' })
  expect(await administrators()).toHaveLength(1)
})

test('once the administrator has a passkey every set-up link is dead and no new one is made', async () => {
  await using house = await register()
  const { db, secret, administrators, enrol } = house
  await begin(db, inviting, secret, answers)
  expect(await setUpState(db)).toBe('waiting')
  const [administrator] = await administrators()
  await enrol(administrator.id)
  expect(await setUpState(db)).toBe('set_up')
  expect(await soFar(db, secret)).toEqual({ kind: 'dead' })
  expect(await begin(db, inviting, secret, answers)).toEqual({ kind: 'dead' })
  expect(await setUpLink(db, url)).toBeUndefined()
})

test('a link that was put there after set-up opens nothing', async () => {
  await using house = await register()
  const { db, secret, administrators, enrol } = house
  await begin(db, inviting, secret, answers)
  await enrol((await administrators())[0].id)
  await db.asSuperuser('insert into set_up_link (hash) values ($1)', [hashOf('late')])
  expect(await soFar(db, 'late')).toEqual({ kind: 'dead' })
})

test('the passkey of someone who is no administrator does not end set-up', async () => {
  await using house = await register()
  const { db, enrol } = house
  const member = newId()
  await db.asSuperuser("insert into organisation (name) values ('Đơn vị Mẫu')")
  await db.asSuperuser("insert into person (id, name) values ($1, 'Thành Viên')", [member])
  await enrol(member)
  expect(await setUpState(db)).toBe('waiting')
})

/** What one who lets the app do the wrong thing would try, with and without showing the secret. */
async function grantingOneself(tx: Tx, person: PersonId, role = 'administrator') {
  await tx.insertInto('role_held').values({ id: newId(), person, role }).execute()
}

test('without the set-up secret nobody enters a person, a role or a name of the organisation', async () => {
  await using house = await register()
  const { db } = house
  const member = newId()
  await db.asSuperuser("insert into person (id, name) values ($1, 'Thành Viên')", [member])
  const refused = { code: '42501' }
  await expect(db.as(member, (tx) => grantingOneself(tx, member))).rejects.toMatchObject(refused)
  await expect(
    db.showing(hashOf('guess'), async (tx, enter) => {
      await enter(member)
      await grantingOneself(tx, member)
    }),
  ).rejects.toMatchObject(refused)
  await expect(
    db.as(member, (tx) => tx.insertInto('person').values({ id: member, name: 'x' }).execute()),
  ).rejects.toMatchObject(refused)
  await expect(
    db.as(member, (tx) => tx.insertInto('organisation').values({ name: 'x' }).execute()),
  ).rejects.toMatchObject(refused)
  expect(
    await db.as(member, (tx) => tx.updateTable('person').set({ name: 'x' }).where('id', '=', member).execute()),
  ).toMatchObject([{ numUpdatedRows: 0n }])
})

test('with it, one grants the administrator’s role to oneself and nothing else', async () => {
  await using house = await register()
  const { db, secret } = house
  const [member, other] = [newId(), newId()]
  await db.asSuperuser("insert into person (id, name) values ($1, 'Một'), ($2, 'Hai')", [member, other])
  const trying = (person: PersonId, role?: string) =>
    db.showing(hashOf(secret), async (tx, enter) => {
      await enter(member)
      await grantingOneself(tx, person, role)
    })
  await expect(trying(other)).rejects.toMatchObject({ code: '42501' })
  await expect(trying(member, 'auditor')).rejects.toMatchObject({ code: '42501' })
  await expect(trying(member)).resolves.toBeUndefined()
})

test('of the set-up link only the hash is stored', async () => {
  await using house = await register()
  const { rows } = await house.db.asSuperuser('select s::text as all_of_it from set_up_link s')
  expect(rows).toHaveLength(1)
  expect(rows[0].all_of_it).not.toContain(house.secret)
})
