import { randomBytes } from 'node:crypto'
import { type TestHouse, testHouse } from '../../../test/support/house.ts'
import { smallOrganisation } from '../../../test/support/people.ts'
import { createScimToken } from '../index.ts'

export type Said = {
  readonly status: number
  readonly headers: Readonly<Record<string, unknown>>
  readonly text: string
  // biome-ignore lint/suspicious/noExplicitAny: a test says what it expects of it
  readonly body: any
}
type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'

/** The small organisation, whose directory provisions one unit of it with all below, through the front door. */
export async function directory(unit = 'DVM') {
  const house = await testHouse()
  const people = await smallOrganisation(house.db)
  const made = await house.db.under('operator', (tx) => createScimToken(tx, { name: 'Danh bạ mẫu', unit, days: 30 }))
  if (made.kind !== 'made') throw new Error(made.kind === 'refused' ? made.code : made.kind)
  const { token } = made
  const ask = asking(house, token)
  return { house, people, token, id: made.id, ask, [Symbol.asyncDispose]: () => house[Symbol.asyncDispose]() }
}
export type Directory = Awaited<ReturnType<typeof directory>>

export const asking =
  (house: TestHouse, token: string | undefined) =>
  async (method: Method, path: string, body?: unknown, headers: Record<string, string> = {}): Promise<Said> => {
    const answer = await house.server.inject({
      method,
      url: path.startsWith('/scim') ? path : `/scim/v2${path}`,
      remoteAddress: `10.${randomBytes(3).join('.')}`,
      headers: {
        ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
        ...(body === undefined ? {} : { 'content-type': 'application/scim+json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { payload: typeof body === 'string' ? body : JSON.stringify(body) }),
    })
    const text = answer.body
    return {
      status: answer.statusCode,
      headers: answer.headers,
      text,
      body: text.startsWith('{') ? JSON.parse(text) : text,
    }
  }

export const user = (userName: string, more: Record<string, unknown> = {}) => ({
  schemas: ['urn:ietf:params:scim:schemas:core:2.0:User'],
  userName,
  displayName: 'Nguyễn Thị Mai',
  ...more,
})
export const group = (displayName: string, more: Record<string, unknown> = {}) => ({
  schemas: ['urn:ietf:params:scim:schemas:core:2.0:Group'],
  displayName,
  ...more,
})
export const patch = (...Operations: readonly unknown[]) => ({
  schemas: ['urn:ietf:params:scim:api:messages:2.0:PatchOp'],
  Operations,
})
export const enterprise = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User'
export const unitUrn = 'urn:ietf:params:scim:schemas:extension:chinhdanh:2.0:Group'
