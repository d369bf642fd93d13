import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { declared } from '../../test/house/declared.ts'
import { type TestHouse, testHouse, type Visitor } from '../../test/support/house.ts'
import { smallOrganisation } from '../../test/support/people.ts'
import { newId } from '../db/index.ts'

// Rename, move, merge and close, by page and by /v1: what becomes of people, of terms and of the history.

let house: TestHouse
let people: Awaited<ReturnType<typeof smallOrganisation>>
let me: Visitor
let n = 0
beforeAll(async () => {
  house = await testHouse()
  people = await smallOrganisation(house.db)
  const administrator = await people.person('Phạm Quản Trị', people.root.id)
  await people.grant(administrator, 'administrator', null)
  me = await house.as(administrator)
})
afterAll(() => house[Symbol.asyncDispose]())

/** Two branches, one with a unit below it; an officer and a member in the first. */
let a: { id: string; code: string; name: string; path: string }
let b: typeof a
let below: typeof a
let officer: { id: string }
let member: { id: string }
beforeEach(async () => {
  n += 1
  a = await people.unit(`A${n}`, `Nhánh A${n}`, people.root)
  b = await people.unit(`B${n}`, `Nhánh B${n}`, people.root)
  below = await people.unit(`AB${n}`, `Dưới A${n}`, a)
  officer = await people.person('Lê Thị O', a.id)
  member = await people.person('Mai Văn M', a.id)
  await people.grant(officer, 'officer', a.id)
})

const rows = async (sql: string, ...values: unknown[]) => (await house.db.asSuperuser(sql, values)).rows
const unitOf = async ({ id }: { id: string }) => (await rows('select unit from person where id = $1', id))[0].unit
const inTerm = async ({ id }: { id: string }) =>
  (await rows('select unit from role_held h where person = $1 and in_term(h)', id)).map(({ unit }) => unit)
const pathOf = async ({ id }: { id: string }) => (await rows('select path::text from unit where id = $1', id))[0].path
const label = ({ id }: { id: string }) => id.replaceAll('-', '_')
const history = async ({ id }: { id: string }) =>
  rows('select act, by_name, from_text, to_text, from_unit, to_unit from unit_event where unit = $1 order by n', id)
const post = (unit: { id: string }, act: string, body: unknown) => me.api('POST', `/v1/units/${unit.id}/${act}`, body)

/** A request of this person to be witnessed, waiting for whoever keeps their unit. */
async function waiting(who: { id: string }): Promise<string> {
  const { id } = await declared(house.db, who, `https://w-${who.id.slice(-8)}.example.com/`)
  const [proof, request] = [newId(), newId()]
  const asked = "insert into proof (id, declaration, person, method, token) values ($1, $2, $3, 'witnessed', $4)"
  await rows(asked, proof, id, who.id, proof)
  await rows('insert into witness_request (id, proof) values ($1, $2)', request, proof)
  return request
}
const tasksOf = (who: { id: string }) =>
  house.db.as(who.id, async (tx) =>
    (await sql<{ id: string }>`select id from witness_tasks()`.execute(tx)).rows.map(({ id }) => id),
  )

test('a unit is added below its parent, by page and by the API, and its history says who added it', async () => {
  const page = await me.post('/units', { parent: a.code, code: `NEW${n}`, name: 'Tổ mới', kind: 'tổ' })
  expect(page.status).toBe(303)
  const id = String(page.headers.location).split('/').at(-1) as string
  expect(await history({ id })).toMatchObject([
    { act: 'created', by_name: 'Phạm Quản Trị', to_text: 'Tổ mới', to_unit: a.id },
  ])
  const api = await me.api('POST', '/v1/units', { parent: a.code, code: `API${n}`, name: 'Tổ khác' })
  expect([api.status, api.json()]).toEqual([201, expect.objectContaining({ code: `API${n}`, parent: a.id, below: 0 })])
  const taken = await me.api('POST', '/v1/units', { parent: a.code, code: `api${n}`, name: 'Tổ khác' })
  expect([taken.status, taken.json().code]).toEqual([409, 'unit_code_taken'])
})

test('a refused form comes back with what was typed and why, beside its field', async () => {
  const page = await me.post('/units', { parent: a.code, code: a.code, name: 'Tên đã gõ' })
  expect(page.status).toBe(409)
  expect(page.text).toContain('Mã này đã có đơn vị dùng')
  expect(page.text).toContain('value="Tên đã gõ"')
  expect(page.text).toContain('href="#add-code"')
})

test('a rename keeps what the unit was called before', async () => {
  expect((await me.post(`/units/${a.id}/rename`, { name: 'Tên mới', kind: 'phòng' })).status).toBe(303)
  expect(await history(a)).toMatchObject([
    { act: 'created' },
    { act: 'renamed', from_text: `Nhánh A${n}`, to_text: 'Tên mới' },
    { act: 'kind_changed', from_text: null, to_text: 'phòng' },
  ])
  const patched = await me.api('PATCH', `/v1/units/${a.id}`, { kind: null })
  expect(patched.json()).toMatchObject({ name: 'Tên mới', kind: null })
  const page = await me.get(`/units/${a.id}`)
  expect(page.text).toContain(`Đổi tên: Nhánh A${n} → Tên mới`)
})

test('a moved unit takes what is below it and its people with it, and its officer goes on', async () => {
  expect((await post(a, 'move', { parent: b.code })).status).toBe(200)
  expect(await pathOf(below)).toBe([people.root, b, a, below].map(label).join('.'))
  expect([await unitOf(member), await inTerm(officer)]).toEqual([a.id, [a.id]])
  expect((await history(a)).at(-1)).toMatchObject({ act: 'moved', from_unit: people.root.id, to_unit: b.id })
  expect(await history(below)).toHaveLength(1)
})

test('the terms of officers over what moves end where that is chosen', async () => {
  const deep = await people.person('Trần Sâu', below.id)
  await people.grant(deep, 'officer', below.id)
  expect((await me.post(`/units/${a.id}/move`, { parent: b.code, officers: 'end' })).status).toBe(303)
  expect([await inTerm(officer), await inTerm(deep)]).toEqual([[], []])
})

test('no unit hangs below itself, below a closed one, deeper than twenty, or where it is', async () => {
  const refusal = async (unit: { id: string }, parent: string) => {
    const { status, json } = await post(unit, 'move', { parent })
    return [status, json().code]
  }
  expect(await refusal(a, below.code)).toEqual([409, 'below_itself'])
  expect(await refusal(a, a.code)).toEqual([409, 'below_itself'])
  expect(await refusal(a, people.root.code)).toEqual([409, 'there_already'])
  expect(await refusal(a, 'nowhere')).toEqual([422, 'parent_not_found'])
  expect((await post(b, 'close', {})).status).toBe(200)
  expect(await refusal(a, b.code)).toEqual([409, 'parent_closed'])
  let top = await people.unit(`D${n}`, 'Sâu', undefined)
  for (let depth = 2; depth <= 19; depth += 1) top = await people.unit(`D${n}-${depth}`, 'Sâu', top)
  expect(await refusal(a, top.code)).toEqual([409, 'too_deep'])
  expect(await refusal(below, top.code)).toEqual([200, below.code])
  const twentyFirst = await me.api('POST', '/v1/units', { parent: below.code, code: `E${n}`, name: 'Quá sâu' })
  expect([twentyFirst.status, twentyFirst.json().code]).toEqual([409, 'too_deep'])
})

test('two units that are moved below each other at the same moment make no circle', async () => {
  const answers = await Promise.all([post(a, 'move', { parent: b.code }), post(b, 'move', { parent: a.code })])
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
  const loops = await rows(
    "select 1 from unit where path::text !~ ('^' || $1) and code in ($2, $3)",
    label(people.root),
    a.code,
    b.code,
  )
  expect(loops).toEqual([])
})

test('a unit that is added while its parent moves stands where its parent is', async () => {
  const adding = Array.from({ length: 6 }, (_, k) =>
    me.api('POST', '/v1/units', { parent: below.code, code: `W${n}-${k}`, name: 'Cùng lúc' }),
  )
  await Promise.all([...adding, post(a, 'move', { parent: b.code })])
  const astray = await rows(
    'select child.code from unit child join unit above on above.id = child.parent where child.path::text <> above.path::text || $1 || replace(child.id::text, $2, $3)',
    '.',
    '-',
    '_',
  )
  expect(astray).toEqual([])
})

test('a merge brings people, units below and open work to the other unit, and closes the first', async () => {
  const keeper = await people.person('Cán Bộ B', b.id)
  await people.grant(keeper, 'officer', b.id)
  const request = await waiting(member)
  expect([await tasksOf(officer), await tasksOf(keeper)]).toEqual([[request], []])
  expect((await post(a, 'merge', { into: b.code })).status).toBe(200)
  expect([await tasksOf(officer), await tasksOf(keeper)]).toEqual([[], [request]])
  expect([await unitOf(member), await unitOf(officer)]).toEqual([b.id, b.id])
  expect(await pathOf(below)).toBe([people.root, b, below].map(label).join('.'))
  expect(await inTerm(officer)).toEqual([])
  expect((await history(a)).at(-1)).toMatchObject({ act: 'merged', to_unit: b.id })
  expect((await history(b)).at(-1)).toMatchObject({ act: 'took_in', from_unit: a.id })
  expect((await history(below)).at(-1)).toMatchObject({ act: 'moved', from_unit: a.id, to_unit: b.id })
  const stretches = await rows('select unit, ended from membership where person = $1 order by n', member.id)
  expect(stretches).toEqual([
    { unit: a.id, ended: 'transferred' },
    { unit: b.id, ended: null },
  ])
  expect((await post(a, 'merge', { into: b.code })).json().code).toBe('unit_closed')
})

test('terms go on over the other unit where that is chosen, and whoever held the same there holds it once', async () => {
  const both = await people.person('Hai Nơi', a.id)
  await people.grant(both, 'officer', a.id)
  await people.grant(both, 'officer', b.id)
  expect((await me.post(`/units/${a.id}/merge`, { into: b.code, terms: 'move' })).status).toBe(303)
  expect([await inTerm(officer), await inTerm(both)]).toEqual([[b.id], [b.id]])
})

test('a unit is not closed while people or units are in it; people go where they are told to', async () => {
  expect((await post(a, 'close', {})).json().code).toBe('has_units')
  expect((await post(below, 'close', {})).status).toBe(200)
  expect((await post(a, 'close', {})).json().code).toBe('has_people')
  const page = await me.post(`/units/${a.id}/close`, { people_to: a.code })
  expect([page.status, page.text.includes('Không có đơn vị tiếp nhận với mã này')]).toEqual([422, true])
  expect((await post(a, 'close', { people_to: b.code })).status).toBe(200)
  expect([await unitOf(member), await inTerm(officer)]).toEqual([b.id, []])
  const closed = await me.api('GET', `/v1/units/${a.id}`)
  expect(closed.json().closed_at).toMatch(/^20/)
  const into = await me.api('POST', '/v1/units', { parent: a.code, code: `L${n}`, name: 'Muộn' })
  expect(into.json().code).toBe('parent_closed')
})

test('nobody comes into a unit at the moment it closes', async () => {
  await house.db.asSuperuser('update person set unit = $1 where unit = $2', [b.id, a.id])
  expect((await post(below, 'close', {})).status).toBe(200)
  await Promise.all([
    post(a, 'close', {}),
    ...Array.from({ length: 6 }, () => me.api('POST', '/v1/members', { unit: a.code, name: 'Vào Cùng Lúc' })),
  ])
  const inside = await rows(
    'select 1 from person join unit on unit.id = person.unit where unit.id = $1 and unit.closed_at is not null',
    a.id,
  )
  const { closed_at: closed } = (await me.api('GET', `/v1/units/${a.id}`)).json()
  expect([closed === null || inside.length === 0]).toEqual([true])
})

test('an act is done once for an Idempotency-Key', async () => {
  const key = { 'idempotency-key': `move-${n}` }
  const answers = await Promise.all(
    Array.from({ length: 3 }, () => me.api('POST', `/v1/units/${a.id}/move`, { parent: b.code }, key)),
  )
  expect(answers.map(({ status, text }) => `${status} ${text}`)).toEqual(Array(3).fill(`200 ${answers[0]?.text}`))
  expect((await history(a)).filter(({ act }) => act === 'moved')).toHaveLength(1)
})
