import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Directory, directory, enterprise } from './tests/directory.ts'

// Whole lives, in the order, the headers and the shapes that Okta and Microsoft Entra ID publish for their SCIM clients, over a socket.

let d: Directory
let origin: string
beforeAll(async () => {
  d = await directory()
  await d.house.server.listen({ port: 0, host: '127.0.0.1' })
  origin = `http://127.0.0.1:${(d.house.server.server.address() as AddressInfo).port}/scim/v2`
})
afterAll(() => d[Symbol.asyncDispose]())

const client = (agent: string, type: string) => async (method: string, path: string, body?: unknown) => {
  const response = await fetch(`${origin}${path}`, {
    method,
    headers: {
      authorization: `Bearer ${d.token}`,
      'user-agent': agent,
      accept: 'application/scim+json',
      'content-type': type,
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
  const text = await response.text()
  return { status: response.status, body: text === '' ? undefined : JSON.parse(text) }
}
const patchOp = ['urn:ietf:params:scim:api:messages:2.0:PatchOp']

test('Okta: test, look up, create, update by PUT, push a group, change its members and name, deactivate, activate', async () => {
  const okta = client('Okta SCIM Client 1.0.0', 'application/scim+json; charset=utf-8')
  const schemas = ['urn:ietf:params:scim:schemas:core:2.0:User']
  expect((await okta('GET', '/Users?startIndex=1&count=2')).status).toBe(200)
  expect((await okta('GET', '/Groups?startIndex=1&count=100')).status).toBe(200)
  const find = () => okta('GET', '/Users?filter=userName%20eq%20%22test.user%40okta.local%22&startIndex=1&count=100')
  expect((await find()).body).toMatchObject({ totalResults: 0, Resources: [] })
  const sent = {
    schemas,
    userName: 'test.user@okta.local',
    name: { givenName: 'Test', familyName: 'User' },
    emails: [{ primary: true, value: 'test.user@okta.local', type: 'work' }],
    displayName: 'Test User',
    locale: 'en-US',
    externalId: '00ujl29u0le5T6Aj10h7',
    groups: [],
    password: '1mz050nq',
    active: true,
  }
  const made = await okta('POST', '/Users', sent)
  expect([made.status, made.body.password, made.body.active]).toEqual([201, undefined, true])
  const { id } = made.body
  expect((await find()).body.Resources[0].id).toBe(id)
  const changed = { ...made.body, name: { familyName: 'User', givenName: 'Another' }, displayName: 'Another User' }
  expect((await okta('PUT', `/Users/${id}`, changed)).body.displayName).toBe('Another User')

  const group = await okta('POST', '/Groups', {
    schemas: ['urn:ietf:params:scim:schemas:core:2.0:Group'],
    displayName: 'Test SCIMv2',
    members: [],
  })
  expect(group.status).toBe(201)
  const other = (await okta('POST', '/Users', { ...sent, userName: 'other@okta.local', externalId: 'other' })).body.id
  const operations = (...Operations: readonly unknown[]) => ({ schemas: patchOp, Operations })
  await okta(
    'PATCH',
    `/Groups/${group.body.id}`,
    operations({ op: 'add', path: 'members', value: [{ value: id, display: 'x' }] }),
  )
  await okta(
    'PATCH',
    `/Groups/${group.body.id}`,
    operations(
      { op: 'remove', path: `members[value eq "${id}"]` },
      { op: 'add', path: 'members', value: [{ value: other, display: 'other@okta.local' }] },
    ),
  )
  const renamed = operations({ op: 'replace', value: { id: group.body.id, displayName: 'Test SCIMv2 mới' } })
  expect((await okta('PATCH', `/Groups/${group.body.id}`, renamed)).status).toBe(200)
  const now = (await okta('GET', `/Groups/${group.body.id}`)).body
  expect([now.displayName, now.members.map(({ value }: { value: string }) => value)]).toEqual([
    'Test SCIMv2 mới',
    [other],
  ])

  for (const active of [false, true]) {
    const said = await okta('PATCH', `/Users/${id}`, operations({ op: 'replace', value: { active } }))
    expect([said.status, said.body.active]).toEqual([200, active])
  }
  expect((await okta('DELETE', `/Groups/${group.body.id}`)).status).toBe(204)
})

test('Entra ID: match, create, read, patch, group, reference, disable, delete', async () => {
  const entra = client('AzureAD-SCIM', 'application/scim+json')
  const nobody = await entra('GET', '/Users?filter=userName eq "non-existent-user"')
  expect([nobody.status, nobody.body.totalResults]).toEqual([200, 0])
  const made = await entra('POST', '/Users', {
    schemas: ['urn:ietf:params:scim:schemas:core:2.0:User', enterprise],
    externalId: '0a21f0f2-8d2a-4f8e-bf98-7363c4aed4ef',
    userName: 'Test_User_ab6490ee-1e48-479e-a20b-2d77186b5dd1',
    active: true,
    emails: [{ primary: true, type: 'work', value: 'test@testuser.com' }],
    meta: { resourceType: 'User' },
    name: { formatted: 'givenName familyName', familyName: 'familyName', givenName: 'givenName' },
    roles: [],
    [enterprise]: { employeeNumber: 'E-1', department: 'HR', manager: { value: 'x' } },
  })
  expect(made.status).toBe(201)
  const { id } = made.body
  const byName = await entra('GET', '/Users?filter=userName eq "test_user_ab6490ee-1e48-479e-a20b-2d77186b5dd1"')
  expect(byName.body.Resources.map((one: { id: string }) => one.id)).toEqual([id])
  const patched = await entra('PATCH', `/Users/${id}`, {
    schemas: patchOp,
    Operations: [
      { op: 'Replace', path: 'emails[type eq "work"].value', value: 'updatedEmail@microsoft.com' },
      { op: 'Replace', path: 'name.familyName', value: 'updatedFamilyName' },
      { op: 'Add', path: 'title', value: 'Trưởng phòng' },
    ],
  })
  expect([patched.status, patched.body.name.familyName, patched.body.title]).toEqual([
    200,
    'updatedFamilyName',
    'Trưởng phòng',
  ])

  const group = await entra('POST', '/Groups', {
    schemas: ['urn:ietf:params:scim:schemas:core:2.0:Group'],
    externalId: '8aa1a0c0-c4c3-4bc0-b4a5-2ef676900159',
    displayName: 'displayName',
    meta: { resourceType: 'Group' },
  })
  expect(group.status).toBe(201)
  expect((await entra('GET', `/Groups/${group.body.id}?excludedAttributes=members`)).body.members).toBeUndefined()
  const asMember = () =>
    entra('GET', `/Groups?filter=id eq "${group.body.id}" and members eq "${id}"&excludedAttributes=members`)
  const member = (op: string) => ({
    schemas: patchOp,
    Operations: [{ op, path: 'members', value: [{ $ref: null, value: id }] }],
  })
  for (const [op, total] of [
    ['Add', 1],
    ['Add', 1],
    ['Remove', 0],
    ['Remove', 0],
  ] as const) {
    expect((await entra('PATCH', `/Groups/${group.body.id}`, member(op))).status).toBe(200)
    expect([op, (await asMember()).body.totalResults]).toEqual([op, total])
  }
  const disabled = await entra('PATCH', `/Users/${id}`, {
    schemas: patchOp,
    Operations: [{ op: 'Replace', path: 'active', value: 'False' }],
  })
  expect([disabled.status, disabled.body.active]).toEqual([200, false])
  expect(
    (await entra('GET', `/Users?filter=externalId eq "0a21f0f2-8d2a-4f8e-bf98-7363c4aed4ef"`)).body.Resources[0].active,
  ).toBe(false)
  expect((await entra('DELETE', `/Users/${id}`)).status).toBe(204)
  expect((await entra('DELETE', `/Groups/${group.body.id}`)).status).toBe(204)
  expect((await entra('GET', `/Users/${id}`)).status).toBe(404)
})

test('too many requests from one place are refused in the shape of SCIM', async () => {
  const ask = () => d.house.server.inject({ url: '/scim/v2/Users', remoteAddress: '10.9.9.9' })
  let last = await ask()
  for (let n = 0; n < 1300 && last.statusCode !== 429; n++) last = await ask()
  expect([last.statusCode, last.headers['retry-after'], last.json()]).toEqual([
    429, '60', { schemas: ['urn:ietf:params:scim:api:messages:2.0:Error'], status: '429', detail: expect.any(String) },
  ]) // biome-ignore format: one line says it
})
