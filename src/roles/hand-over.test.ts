import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { declared } from '../../test/house/declared.ts'
import { type TestDatabase, testDatabase } from '../../test/support/database.ts'
import { smallOrganisation } from '../../test/support/people.ts'
import { newId } from '../db/index.ts'
import { leave, transfer } from '../members/index.ts'
import { mergeUnits } from '../units/index.ts'
import { endRole } from './index.ts'
import { handoverAhead, handoversSeen, settleRoles } from './store.ts'

let db: TestDatabase
let people: Awaited<ReturnType<typeof smallOrganisation>>
type Person = { readonly id: string; readonly name: string }
let boss: Person
let old: Person
let next: Person
let unit: { id: string; code: string }
let member: Person
let request: string
let n = 0
const calendar = { today: new Date().toISOString().slice(0, 10), timeZone: 'UTC' }

beforeAll(async () => {
  db = await testDatabase()
  people = await smallOrganisation(db)
  boss = await people.person('Quản Trị', people.root.id)
  await people.grant(boss, 'administrator', null)
  next = await people.person('Cán Bộ Trên', people.root.id)
  await people.grant(next, 'officer', people.root.id)
})
afterAll(() => db[Symbol.asyncDispose]())

/** A unit with an officer, one request for a witness whose code the officer has, and one invitation they gave. */
beforeEach(async () => {
  n += 1
  unit = await people.unit(`HO${n}`, `Phòng ${n}`, people.root)
  old = await people.person('Cán Bộ Cũ', unit.id)
  await people.grant(old, 'officer', unit.id)
  member = await people.person('Thành Viên', unit.id)
  const page = await declared(db, member, `https://ho${n}.example.com/`, { visibility: 'private', level: 0 })
  const proof = newId()
  request = newId()
  await db.asSuperuser(
    "insert into proof (id, declaration, person, method, token) values ($1, $2, $3, 'witnessed', gen_random_uuid()::text)",
    [proof, page.id, member.id],
  )
  await db.asSuperuser('insert into witness_request (id, proof) values ($1, $2)', [request, proof])
  await db.asSuperuser("insert into witness_code (request, officer, code) values ($1, $2, 'CD-0000-0000')", [
    request,
    old.id,
  ])
  await db.as(old.id, async (tx) => {
    const row = { id: newId(), subject: member.id, purpose: 'invitation', fields: 'record' }
    await tx.insertInto('access').values(row).execute()
    await tx
      .insertInto('invitation')
      .values({ hash: Buffer.from(newId()), person: member.id } as never)
      .execute()
  })
})

const term = async (who: Person) =>
  (await db.asSuperuser("select id from role_held where person = $1 and role = 'officer'", [who.id])).rows[0]
    .id as string
const seesTask = (who: Person) =>
  db.as(who.id, async (tx) => (await sql`select from witness_task(${request})`.execute(tx)).rows.length === 1)
const seesCode = (who: Person) =>
  db.as(
    who.id,
    async (tx) => (await sql`select from witness_code where request = ${request}`.execute(tx)).rows.length === 1,
  )
const invitationOpen = async () =>
  (await db.asSuperuser('select 1 from invitation where person = $1 and expires_at > now()', [member.id])).rowCount ===
  1
const toInvite = async () =>
  (await db.asSuperuser('select invite_again from roll where person = $1', [member.id])).rows[0].invite_again
const ends = (id: string) => db.as(boss.id, (tx) => endRole(tx, id, undefined, calendar))

async function handedTo(who: Person, why: string) {
  expect([await seesTask(old), await seesCode(old), await invitationOpen()]).toEqual([false, false, false])
  expect([await seesTask(who), await toInvite()]).toEqual([true, true])
  const [line] = await db.as(who.id, (tx) => handoversSeen(tx))
  expect(line).toMatchObject({ unit_code: unit.code, officer_name: 'Cán Bộ Cũ', why, witness: 1, invitations: 1 })
  expect(JSON.stringify(line)).not.toContain(member.name)
  expect(await db.as(old.id, (tx) => handoversSeen(tx))).toEqual([])
  return line
}

test('before the end an administrator sees what is open and whose it will be', async () => {
  const ahead = () => term(old).then((id) => db.as(boss.id, (tx) => handoverAhead(tx, id)))
  expect(await ahead()).toEqual({
    ...{ witness: 1, invitations: 1, incidents: 0, recoveries: 0, cases: 0, rights: 0 },
    ...{ to_code: 'DVM', to_name: 'Đơn vị Mẫu', same_unit: false },
  })
  const second = await people.person('Cán Bộ Mới', unit.id)
  await people.grant(second, 'officer', unit.id)
  expect(await ahead()).toMatchObject({ to_code: unit.code, same_unit: true })
  const id = await term(old)
  expect(await db.as(old.id, (tx) => handoverAhead(tx, id))).toBeUndefined()
})

test('a term that is ended goes to the officer above, and from the next transaction on the old one sees nothing of it', async () => {
  expect([await seesTask(old), await seesCode(old), await invitationOpen()]).toEqual([true, true, true])
  expect((await ends(await term(old))).kind).toBe('ended')
  expect(await handedTo(next, 'ended')).toMatchObject({ to_code: 'DVM', same_unit: false, by_name: 'Quản Trị' })
  const { rowCount } = await db.asSuperuser("select 1 from notice where person = $1 and kind = 'handed_over'", [
    next.id,
  ])
  expect(rowCount).toBeGreaterThan(0)
})

test('the unit’s own next officer comes first', async () => {
  const second = await people.person('Cán Bộ Mới', unit.id)
  await people.grant(second, 'officer', unit.id)
  await ends(await term(old))
  expect(await handedTo(second, 'ended')).toMatchObject({ to_code: unit.code, same_unit: true })
  expect(await seesTask(next)).toBe(false)
})

test('whoever leaves hands over in the same transaction', async () => {
  expect((await db.as(boss.id, (tx) => leave(tx, old.id))).kind).toBe('left')
  await handedTo(next, 'left')
})

test('whoever is transferred hands over, unless their terms go on', async () => {
  await db.as(boss.id, (tx) => transfer(tx, old.id, { unit: 'PM1', terms: 'keep' }))
  expect([await seesTask(old), await invitationOpen()]).toEqual([true, true])
  await db.as(boss.id, (tx) => transfer(tx, old.id, { unit: unit.code, terms: 'keep' }))
  await db.as(boss.id, (tx) => transfer(tx, old.id, { unit: 'PM1', terms: 'end' }))
  await handedTo(next, 'transferred')
})

test('a term that runs out is over by its date; the calendar then writes the hand-over down, once', async () => {
  await db.asSuperuser('alter table role_held disable trigger role_is_over')
  await db.asSuperuser(
    "update role_held set from_at = now() - interval '2 days', to_at = now() - interval '1 day' where id = $1",
    [await term(old)],
  )
  await db.asSuperuser('alter table role_held enable trigger role_is_over')
  expect([await seesTask(old), await seesCode(old), await seesTask(next)]).toEqual([false, false, true])
  expect(await db.under('reminder', settleRoles)).toBe(1)
  expect(await db.under('reminder', settleRoles)).toBe(0)
  await handedTo(next, 'term_over')
})

test('a merged unit’s officer goes on over the other unit, or hands over to its officer', async () => {
  const other = await people.unit(`IN${n}`, 'Phòng Nhận', people.root)
  const taking = await people.person('Cán Bộ Nhận', other.id)
  await people.grant(taking, 'officer', other.id)
  await db.as(boss.id, (tx) => mergeUnits(tx, unit.id, { into: other.code, terms: 'end' }))
  expect(await handedTo(taking, 'unit_gone')).toMatchObject({ to_code: other.code })
})

test('terms that go on after a merger keep their dates, and nothing is handed over', async () => {
  const other = await people.unit(`ON${n}`, 'Phòng Nhận', people.root)
  await db.asSuperuser("update role_held set to_at = now() + interval '30 days' where person = $1", [old.id])
  await db.as(boss.id, (tx) => mergeUnits(tx, unit.id, { into: other.code, terms: 'move' }))
  expect([await seesTask(old), await invitationOpen(), await toInvite()]).toEqual([true, true, false])
  const { rows } = await db.asSuperuser(
    "select to_at > now() + interval '29 days' as dated, moved_from is not null as moved from role_held where person = $1 and unit = $2",
    [old.id, other.id],
  )
  expect(rows).toEqual([{ dated: true, moved: true }])
  expect((await db.asSuperuser('select 1 from handover where officer = $1', [old.id])).rowCount).toBe(0)
})

test('who was to be invited again is not once they are', async () => {
  await ends(await term(old))
  expect(await toInvite()).toBe(true)
  await db.as(next.id, async (tx) => {
    const row = { id: newId(), subject: member.id, purpose: 'invitation', fields: 'record' }
    await tx.insertInto('access').values(row).execute()
    await tx
      .insertInto('invitation')
      .values({ hash: Buffer.from(newId()), person: member.id } as never)
      .execute()
  })
  expect(await toInvite()).toBe(false)
})

test('what a person answers to a filing of the officer who has gone is told to the officer there is now', async () => {
  const told = (who: Person) =>
    db
      .asSuperuser('select officers_for($1, $2) as id', [member.id, who.id])
      .then(({ rows }) => rows.map(({ id }) => id as string))
  expect(await told(old)).toEqual([old.id])
  await ends(await term(old))
  expect(await told(old)).toEqual([next.id])
})

test('an officer finds the newest of more than two hundred requests', async () => {
  const made: string[] = []
  for (let i = 0; i < 205; i++) {
    const page = await declared(db, member, `https://many${i}-${n}.example.com/`, { visibility: 'private', level: 0 })
    const [proof, id] = [newId(), newId()]
    await db.asSuperuser(
      "insert into proof (id, declaration, person, method, token) values ($1, $2, $3, 'witnessed', gen_random_uuid()::text)",
      [proof, page.id, member.id],
    )
    await db.asSuperuser('insert into witness_request (id, proof) values ($1, $2)', [id, proof])
    made.push(id)
  }
  const found = await db.as(old.id, (tx) => sql<{ id: string }>`select id from witness_tasks()`.execute(tx))
  expect(found.rows.some(({ id }) => id === made.at(-1))).toBe(false)
  request = made.at(-1) as string
  expect([await seesTask(old), await seesTask(next)]).toEqual([true, false])
})
