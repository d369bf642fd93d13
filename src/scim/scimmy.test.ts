import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { patched, ScimError, scimClient } from '../../test/peers/real/scim.ts'
import { type Directory, directory, enterprise } from './tests/directory.ts'

// A directory whose requests and whose reading of the answers are SCIMMY's, over a socket.

let d: Directory
let client: ReturnType<typeof scimClient>
beforeAll(async () => {
  d = await directory()
  await d.house.server.listen({ port: 0, host: '127.0.0.1' })
  const { port } = d.house.server.server.address() as AddressInfo
  client = scimClient(`http://127.0.0.1:${port}/scim/v2`, d.token)
})
afterAll(() => d[Symbol.asyncDispose]())

test('reads what the service can and what it holds', async () => {
  expect(await client.config()).toMatchObject({
    patch: { supported: true },
    filter: { supported: true },
    etag: { supported: true },
    bulk: { supported: false },
  })
  expect((await client.types()).map(({ name }: { name: string }) => name)).toEqual(['User', 'Group'])
})

test('a person is made, found, read, replaced and patched, leaves and comes back', async () => {
  const { users } = client
  const made = await users.create({
    userName: 'mai@donvi.vn',
    externalId: 'hr-7',
    displayName: 'Nguyễn Thị Mai',
    title: 'Chuyên viên',
    active: true,
    [enterprise]: { employeeNumber: 'SC-0007' },
  })
  const id = made.resource.id as string
  expect(made.resource).toMatchObject({ userName: 'mai@donvi.vn', active: true, meta: { resourceType: 'User' } })
  for (const filter of ['userName eq "MAI@donvi.vn"', 'externalId eq "hr-7"'])
    expect((await users.search({ filter })).Resources.map((one: { id?: string }) => one.id)).toEqual([id])

  const replaced = await users.replace(id, { ...(made.resource as object), displayName: 'Nguyễn Thị Mai Lan' })
  expect(replaced.resource.displayName).toBe('Nguyễn Thị Mai Lan')
  const operations = [
    { op: 'replace', path: 'title', value: 'Trưởng phòng' },
    { op: 'remove', path: 'externalId' },
  ] as const
  const { resource: after } = await users.patch(id, ...operations)
  const expected = await patched(replaced.resource, ...operations)
  expect({ ...after, meta: undefined }).toEqual({ ...expected, meta: undefined })

  expect((await users.patch(id, { op: 'replace', value: { active: false } })).resource.active).toBe(false)
  const { rows } = await d.house.db.asSuperuser("select left_at from person where ref = 'SC-0007'")
  expect(rows[0].left_at).not.toBeNull()
  expect((await users.patch(id, { op: 'replace', path: 'active', value: true })).resource.active).toBe(true)
})

test('a group gets people, and gives them back', async () => {
  const { resource: person } = await client.users.create({ userName: 'nam@donvi.vn', displayName: 'Trần Văn Nam' })
  const { resource: group } = await client.groups.create({ displayName: 'Phòng Thư viện' })
  const value = [{ value: person.id }]
  const { resource: full } = await client.groups.patch(group.id as string, { op: 'add', path: 'members', value })
  expect(full.members?.map((one: { value?: string }) => one.value)).toEqual([person.id])
  const path = `members[value eq "${person.id}"]`
  const { resource: empty } = await client.groups.patch(group.id as string, { op: 'remove', path })
  expect(empty.members ?? []).toEqual([])
})

test('pages of a list meet without a gap', async () => {
  for (const n of [1, 2, 3]) await client.users.create({ userName: `trang-${n}@donvi.vn`, displayName: `Người ${n}` })
  const all = await client.users.search({ count: 200 })
  const seen: unknown[] = []
  for (let startIndex = 1; startIndex <= all.totalResults; startIndex += 2) {
    const page = await client.users.search({ startIndex, count: 2 })
    expect(page).toMatchObject({ totalResults: all.totalResults, startIndex })
    seen.push(...page.Resources.map((one: { id?: string }) => one.id))
  }
  expect(seen).toEqual(all.Resources.map((one: { id?: string }) => one.id))
})

test('refusals are errors of SCIM, with the status and the word of the RFC', async () => {
  const { users } = client
  const { resource, etag } = await users.create({ userName: 'hai@donvi.vn', displayName: 'Lê Thị Hai' })
  const refusal = (doing: Promise<unknown>) => doing.then(() => undefined).catch((error: unknown) => error)
  expect(await refusal(users.create({ userName: 'HAI@donvi.vn' }))).toMatchObject({
    status: '409',
    scimType: 'uniqueness',
  })
  expect(await refusal(users.search({ filter: 'password eq "x"' }))).toMatchObject({
    status: '400',
    scimType: 'invalidFilter',
  })
  expect(await refusal(users.get('0198c0de-0000-7000-8000-000000000000'))).toMatchObject({ status: '404' })
  await users.patch(resource.id as string, { op: 'replace', path: 'title', value: 'Phó phòng' })
  const late = refusal(users.replace(resource.id as string, resource, { 'if-match': etag as string }))
  expect(await late).toMatchObject({ status: '412' })
  expect(await late).toBeInstanceOf(ScimError)
  await users.remove(resource.id as string)
})
