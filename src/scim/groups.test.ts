import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newId } from '../db/index.ts'
import { type Directory, directory, group, patch, unitUrn, user } from './tests/directory.ts'

let d: Directory
let ask: Directory['ask']
beforeAll(async () => {
  d = await directory()
  ask = d.ask
})
afterAll(() => d[Symbol.asyncDispose]())

const made = async (name: string, more: Record<string, unknown> = {}) => {
  const said = await ask('POST', '/Groups', group(name, more))
  expect([said.status, said.text]).toEqual([201, expect.any(String)])
  return said.body
}
const entered = async () => (await ask('POST', '/Users', user(newId()))).body.id as string
const membersOf = async (id: string): Promise<string[]> =>
  (await ask('GET', `/Groups/${id}`)).body.members.map(({ value }: { value: string }) => value)
const unitOf = async (id: string) => (await ask('GET', `/Users/${id}`)).body.groups[0].value

describe('a group', () => {
  test('is a unit below the directory’s own, or below the one that is named by code or id', async () => {
    const first = await made('Phòng Ba', { externalId: 'g-1' })
    expect(first[unitUrn]).toEqual({ code: expect.stringMatching(/^SCIM-/), parent: 'DVM' })
    const second = await made('Tổ Một', { [unitUrn]: { code: 'TO1', parent: first[unitUrn].code, kind: 'tổ' } })
    expect(second[unitUrn]).toEqual({ code: 'TO1', parent: first[unitUrn].code, kind: 'tổ' })
    const third = await made('Tổ Hai', { [unitUrn]: { parent: first.id } })
    expect(third[unitUrn].parent).toBe(first[unitUrn].code)
    const { rows } = await d.house.db.asSuperuser('select by_person, by_name from unit_event where unit = $1', [
      first.id,
    ])
    expect(rows).toEqual([{ by_person: null, by_name: 'Danh bạ mẫu' }])
  })

  test('has a code and an externalId once, and no parent outside', async () => {
    await made('X', { externalId: 'g-once', [unitUrn]: { code: 'ONCE' } })
    await d.people.unit('NGOAI', 'Ngoài')
    for (const [more, status] of [
      [{ externalId: 'g-once' }, 409],
      [{ [unitUrn]: { code: 'once' } }, 409],
      [{ [unitUrn]: { parent: 'NGOAI' } }, 400],
      [{ [unitUrn]: { parent: newId() } }, 400],
    ] as const)
      expect((await ask('POST', '/Groups', group('Y', more))).status).toBe(status)
    expect((await ask('POST', '/Groups', group(''))).status).toBe(400)
    expect((await ask('GET', '/Groups?filter=displayName eq "Y"')).body.totalResults).toBe(0)
  })

  test('is renamed and moved, but keeps its code', async () => {
    const [a, b] = [await made('A'), await made('B')]
    const said = await ask(
      'PATCH',
      `/Groups/${a.id}`,
      patch({ op: 'replace', path: 'displayName', value: 'A2' }, { op: 'add', path: `${unitUrn}:parent`, value: b.id }),
    )
    expect([said.body.displayName, said.body[unitUrn].parent]).toEqual(['A2', b[unitUrn].code])
    const round = await ask(
      'PATCH',
      `/Groups/${b.id}`,
      patch({ op: 'replace', path: `${unitUrn}:parent`, value: a.id }),
    )
    expect(round.status).toBe(409)
    const code = await ask('PATCH', `/Groups/${a.id}`, patch({ op: 'replace', path: `${unitUrn}:code`, value: 'NEW' }))
    expect([code.status, code.body.scimType]).toEqual([400, 'mutability'])
  })

  test('that is deleted is closed; its people wait in the directory’s own unit; units below keep it open', async () => {
    const [a, mai] = [await made('Đóng'), await entered()]
    await ask('PATCH', `/Groups/${a.id}`, patch({ op: 'add', path: 'members', value: [{ value: mai }] }))
    const below = await made('Dưới', { [unitUrn]: { parent: a.id } })
    expect((await ask('DELETE', `/Groups/${a.id}`)).status).toBe(409)
    expect((await ask('DELETE', `/Groups/${below.id}`)).status).toBe(204)
    expect((await ask('DELETE', `/Groups/${a.id}`, undefined, { 'if-match': 'W/"old"' })).status).toBe(412)
    expect((await ask('DELETE', `/Groups/${a.id}`)).status).toBe(204)
    expect((await ask('GET', `/Groups/${a.id}`)).status).toBe(404)
    expect(await unitOf(mai)).toBe(d.people.root.id)
    expect((await ask('DELETE', `/Groups/${d.people.root.id}`)).status).toBe(400)
  })
})

describe('members', () => {
  test('are the people in the unit: added, taken out, replaced, as Entra ID and Okta say it', async () => {
    const [a, b] = [await made('M1'), await made('M2')]
    const [mai, an, tu] = [await entered(), await entered(), await entered()]
    const to = (id: string, ...operations: readonly unknown[]) => ask('PATCH', `/Groups/${id}`, patch(...operations))
    await to(a.id, { op: 'Add', path: 'members', value: [{ value: mai }, { value: an }] })
    expect(new Set(await membersOf(a.id))).toEqual(new Set([mai, an]))
    await to(b.id, { op: 'add', value: { members: [{ value: an, display: 'x' }] } })
    expect([await membersOf(a.id), await membersOf(b.id), await unitOf(an)]).toEqual([[mai], [an], b.id])
    await to(a.id, { op: 'remove', path: `members[value eq "${mai}"]` })
    expect([await membersOf(a.id), await unitOf(mai)]).toEqual([[], d.people.root.id])
    await to(b.id, { op: 'Remove', path: 'members', value: [{ value: an }] })
    expect(await membersOf(b.id)).toEqual([])
    await to(a.id, { op: 'replace', path: 'members', value: [{ value: mai }, { value: tu }] })
    await to(a.id, { op: 'replace', path: 'members', value: [{ value: tu }] })
    expect(await membersOf(a.id)).toEqual([tu])
    const put = await ask('PUT', `/Groups/${a.id}`, group('M1', { members: [{ value: an }] }))
    expect([put.status, put.body.members.map(({ value }: { value: string }) => value)]).toEqual([200, [an]])
    await to(a.id, { op: 'remove', path: 'members' })
    expect(await membersOf(a.id)).toEqual([])
  })

  test('who are nobody, or none of this directory’s, are refused, and nothing is done', async () => {
    const [a, mai] = [await made('M3'), await entered()]
    const away = await d.people.person('Ngoài', (await d.people.unit('XA', 'Xa')).id)
    for (const value of [newId(), 'x', away.id]) {
      const said = await ask(
        'PATCH',
        `/Groups/${a.id}`,
        patch({ op: 'add', path: 'members', value: [{ value: mai }, { value }] }),
      )
      expect([said.status, said.body.scimType, await membersOf(a.id)]).toEqual([400, 'invalidValue', []])
    }
    const none = await ask(
      'PATCH',
      `/Groups/${a.id}`,
      patch({ op: 'replace', path: `members[value eq "${mai}"]`, value: { value: mai } }),
    )
    expect([none.status, none.body.scimType]).toEqual([400, 'noTarget'])
  })

  test('are asked for by id, and left out where they are not wanted', async () => {
    const [a, mai] = [await made('M4', { externalId: 'm-4' }), await entered()]
    await ask('PATCH', `/Groups/${a.id}`, patch({ op: 'add', path: 'members', value: [{ value: mai }] }))
    const found = async (filter: string) =>
      (await ask('GET', `/Groups?excludedAttributes=members&filter=${encodeURIComponent(filter)}`)).body.Resources
    for (const filter of [
      'displayName eq "m4"',
      'externalId eq "m-4"',
      `id eq "${a.id}" and members eq "${mai}"`,
      `members[value eq "${mai}"]`,
    ])
      expect([filter, await found(filter)]).toEqual([filter, [expect.objectContaining({ id: a.id })]])
    expect((await found('externalId eq "m-4"'))[0].members).toBeUndefined()
    expect(await found(`id eq "${a.id}" and members eq "${newId()}"`)).toEqual([])
    const [before, after] = [(await ask('GET', `/Groups/${a.id}`)).headers.etag, await entered()]
    await ask('PATCH', `/Groups/${a.id}`, patch({ op: 'add', path: 'members', value: [{ value: after }] }))
    expect((await ask('GET', `/Groups/${a.id}`)).headers.etag).not.toBe(before)
  })
})
