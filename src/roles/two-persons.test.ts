import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestDatabase, testDatabase } from '../../test/support/database.ts'
import { smallOrganisation } from '../../test/support/people.ts'
import { newId } from '../db/index.ts'
import { agreeToRole, endRole, grantRole, noteBrokenGlass, turnDownRole } from './index.ts'
import { brokenGlass, rolesSeen } from './store.ts'

let db: TestDatabase
let people: Awaited<ReturnType<typeof smallOrganisation>>
type Person = { readonly id: string; readonly name: string }
let [first, second, third]: Person[] = []
beforeAll(async () => {
  db = await testDatabase()
  people = await smallOrganisation(db)
  ;[first, second, third] = [
    await people.person('Quản Một', people.root.id),
    await people.person('Quản Hai', people.root.id),
    await people.person('Quản Ba', people.root.id),
  ]
  await people.grant(first, 'administrator', null)
})
afterAll(() => db[Symbol.asyncDispose]())

const calendar = { today: new Date().toISOString().slice(0, 10), timeZone: 'UTC' }
const grants = (who: Person, person: Person, role: string, unit?: string, days = {}) =>
  db.as(who.id, (tx) => grantRole(tx, { person: person.id, role, unit, ...days }, calendar))
const agrees = (who: Person, id: string) => db.as(who.id, (tx) => agreeToRole(tx, id))
const proposed = async (who: Person, person: Person, role: string, unit?: string) => {
  const done = await grants(who, person, role, unit)
  if (done.kind !== 'granted') throw new Error(done.code)
  return done
}
const holds = async (who: Person, role: string) =>
  (await db.as(who.id, (tx) => sql<{ h: boolean }>`select holds(${role}) as h`.execute(tx))).rows[0]?.h

test('the first administrator names one more alone; from then on it takes two', async () => {
  expect(await proposed(first as Person, second as Person, 'administrator')).toMatchObject({ state: 'active' })
  const next = await proposed(first as Person, third as Person, 'administrator')
  expect(next.state).toBe('proposed')
  expect(await holds(third as Person, 'administrator')).toBe(false)
  expect(await agrees(second as Person, next.id)).toMatchObject({ kind: 'agreed' })
  expect(await holds(third as Person, 'administrator')).toBe(true)
})

test('neither who proposed it nor who is granted it agrees', async () => {
  const { id } = await proposed(first as Person, second as Person, 'auditor')
  expect(await agrees(first as Person, id)).toEqual({ kind: 'refused', code: 'role_needs_another' })
  expect(await agrees(second as Person, id)).toEqual({ kind: 'refused', code: 'role_needs_another' })
  expect(await agrees(people.officer, id)).toEqual({ kind: 'refused', code: 'role_not_found' })
  expect((await agrees(third as Person, id)).kind).toBe('agreed')
  expect((await agrees(third as Person, id)).kind).toBe('agreed')
})

test('a proposal that was turned down or lapsed begins nothing, and can be made again', async () => {
  const { id } = await proposed(first as Person, people.binh, 'reviewer', 'PM1')
  expect((await db.as((second as Person).id, (tx) => turnDownRole(tx, id))).kind).toBe('turned_down')
  expect(await agrees(third as Person, id)).toEqual({ kind: 'refused', code: 'role_decided' })
  const again = await proposed(first as Person, people.binh, 'reviewer', 'PM1')
  await db.asSuperuser("update role_held set granted_at = now() - interval '15 days' where id = $1", [again.id])
  expect(await agrees(third as Person, again.id)).toEqual({ kind: 'refused', code: 'role_lapsed' })
  expect((await grants(first as Person, people.binh, 'reviewer', 'PM1')).kind).toBe('granted')
})

test.each([
  ['agrees to their own proposal', "update role_held set state = 'active' where id = $1", () => first],
  ['agrees to their own role', "update role_held set state = 'active' where id = $1", () => people.lan],
  ['moves a term', 'update role_held set to_at = null where id = $1', () => third],
])('by raw SQL nobody %s', async (_, statement, who) => {
  const { id } = await proposed(first as Person, people.lan, 'reviewer', 'PM2').catch(async () => ({
    id: (await db.asSuperuser("select id from role_held where person = $1 and state = 'proposed'", [people.lan.id]))
      .rows[0].id as string,
  }))
  const raw = sql.raw<never>(statement.replace('$1', `'${id}'`))
  await expect(db.as((who() as Person).id, (tx) => raw.execute(tx))).rejects.toMatchObject({ code: '42501' })
})

test('a function that writes for others keeps to two persons too', async () => {
  const { rows } = await db.asSuperuser("select id from role_held where person = $1 and state = 'proposed'", [
    people.lan.id,
  ])
  await db.asSuperuser(`create function careless(asked uuid) returns void language sql security definer set search_path = register, public, pg_temp
    as 'update role_held set state = $$active$$ where id = asked'`)
  await db.asSuperuser('grant execute on function careless to chinhdanh_app')
  await db.asSuperuser('alter function careless owner to chinhdanh_keeper')
  const careless = (who: Person) => db.as(who.id, (tx) => sql`select careless(${rows[0].id})`.execute(tx))
  for (const who of [first as Person, people.lan, people.officer])
    await expect(careless(who)).rejects.toMatchObject({ code: '42501' })
  await careless(second as Person)
  await db.asSuperuser('drop function careless')
})

test.each(['app', 'operator', 'loader', 'checker', 'reminder', 'tally', 'reporter', 'asker'] as const)(
  'as %s nobody writes a role into the table: only the acts grant',
  async (role) => {
    const insert = sql`insert into role_held (id, person, role, unit) values (${newId()}, ${people.lan.id}, 'officer', ${people.north.id})`
    const done =
      role === 'app'
        ? db.as((first as Person).id, (tx) => insert.execute(tx))
        : db.under(role, (tx) => insert.execute(tx))
    await expect(done).rejects.toMatchObject({ code: '42501' })
  },
)

test('nobody grants a role to themselves, over a closed unit, or over what they do not administer', async () => {
  const me = first as Person
  expect(await grants(me, me, 'officer', 'PM1')).toEqual({ kind: 'refused', code: 'role_for_oneself' })
  await db.asSuperuser("update unit set closed_at = now() where code = 'PM2'")
  expect(await grants(me, people.lan, 'officer', 'PM2')).toEqual({ kind: 'refused', code: 'unit_closed' })
  await db.asSuperuser("update unit set closed_at = null where code = 'PM2'")
  const branch = await people.person('Quản Nhánh', people.north.id)
  await people.grant(branch, 'administrator', people.north.id)
  expect(await grants(branch, people.lan, 'overseer', 'PM2')).toEqual({ kind: 'refused', code: 'unit_not_found' })
  expect(await grants(branch, people.lan, 'administrator')).toEqual({ kind: 'refused', code: 'unit_not_found' })
  expect(await grants(branch, people.binh, 'overseer', 'PM1')).toEqual({ kind: 'refused', code: 'person_not_found' })
  expect((await grants(branch, people.lan, 'overseer', 'PM1')).kind).toBe('granted')
  const seen = await db.as(branch.id, (tx) => rolesSeen(tx, 'now'))
  expect(new Set(seen.map(({ unit_code }) => unit_code))).toEqual(new Set(['PM1']))
  expect(await db.as(people.lan.id, (tx) => rolesSeen(tx, 'now'))).toEqual([])
})

test('a term begins on its first day and is over after its last', async () => {
  const someone = await people.person('Người Mới', people.north.id)
  const day = (add: number) => new Date(Date.now() + add * 86_400_000).toISOString().slice(0, 10)
  const later = await grants(first as Person, someone, 'overseer', 'PM1', { from: day(2), to: day(4) })
  expect(later.kind).toBe('granted')
  expect(await holds(someone, 'overseer')).toBe(false)
  expect((await grants(first as Person, someone, 'overseer', 'PM1', { to: day(1) })).kind).toBe('granted')
  expect(await holds(someone, 'overseer')).toBe(true)
  expect(await grants(first as Person, someone, 'overseer', 'PM1', { from: day(3) })).toMatchObject({
    code: 'role_held_already',
  })
  expect(await grants(first as Person, someone, 'officer', 'PM1', { from: day(3), to: day(2) })).toMatchObject({
    code: 'role_dates_wrong',
  })
  const { rows } = await db.asSuperuser(
    'select to_at::date::text as d from role_held where person = $1 order by to_at',
    [someone.id],
  )
  expect(rows.map(({ d }) => d)).toEqual([day(2), day(5)])
})

test('the last administrator without an end is not ended, and an ended role is over at once', async () => {
  const all = (await db.as((first as Person).id, (tx) => rolesSeen(tx, 'now'))).filter(
    ({ role, unit }) => role === 'administrator' && unit === null,
  )
  const ends = (id: string) => db.as((first as Person).id, (tx) => endRole(tx, id, undefined, calendar))
  const others = all.filter(({ person }) => person !== (first as Person).id)
  for (const { id } of others) expect((await ends(id)).kind).toBe('ended')
  expect(await holds(second as Person, 'administrator')).toBe(false)
  const own = all.find(({ person }) => person === (first as Person).id)?.id as string
  expect(await ends(own)).toEqual({ kind: 'refused', code: 'last_administrator' })
})

test('what one person alone granted is shown with its reason to administrators and auditors until they take note', async () => {
  const auditor = await people.person('Kiểm Tra', people.root.id)
  await people.grant(auditor, 'auditor', null)
  const done = await db.under('operator', (tx) =>
    grantRole(tx, { person: people.binh.id, role: 'auditor', breakGlass: 'Gấp' }, calendar),
  )
  const id = done.kind === 'granted' ? done.id : ''
  const seen = async (who: Person) => (await db.as(who.id, brokenGlass)).map((one) => [one.id, one.granted_because])
  const told = async (who: Person) =>
    (
      await db.asSuperuser("select 1 from notice where person = $1 and kind = 'broken_glass' and about = $2", [
        who.id,
        id,
      ])
    ).rowCount
  for (const who of [first as Person, auditor]) {
    expect(await seen(who)).toEqual([[id, 'Gấp']])
    expect(await told(who)).toBe(1)
    expect((await db.as(who.id, (tx) => noteBrokenGlass(tx, id))).kind).toBe('noted')
    expect(await seen(who)).toEqual([])
  }
  expect(await seen(people.officer)).toEqual([])
  expect((await db.as(people.officer.id, (tx) => noteBrokenGlass(tx, id))).kind).toBe('refused')
  const alone = await db.as((first as Person).id, (tx) =>
    grantRole(tx, { person: people.lan.id, role: 'auditor', breakGlass: 'Gấp' }, calendar),
  )
  expect(alone).toMatchObject({ state: 'proposed' })
})
