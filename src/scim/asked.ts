import type { Tx } from '../db/index.ts'
import { type Doc, patched, type Shape } from './patch.ts'
import { Refusal, wrong } from './refusal.ts'
import type { Resource } from './resource.ts'
import { type Chosen, chosenBy, shown } from './shown.ts'
import type { Client, Found, Part } from './store.ts'
import { urns } from './urns.ts'

/** One request of a directory, in the transaction that it has. */
export type Asked = {
  readonly tx: Tx
  readonly client: Client
  /** Where resources lie: `https://…/scim/v2` */
  readonly base: string
  readonly id: string
  readonly query: URLSearchParams
  readonly body: unknown
  header(name: string): string | undefined
}
export type Answer = {
  readonly status: number
  readonly body?: unknown
  readonly headers?: Readonly<Record<string, string>>
}

export const mostAtOnce = 200

/** startIndex counts from 1; a smaller one is 1, a negative count is 0 (RFC 7644, 3.4.2.4). */
export function partOf(query: URLSearchParams): Part {
  const number = (name: string, otherwise: number) => {
    const text = query.get(name)
    if (text === null || text === '') return otherwise
    if (!/^-?\d{1,9}$/.test(text)) throw wrong('invalidValue', `${name} is no number.`)
    return Number(text)
  }
  const skip = Math.max(number('startIndex', 1), 1) - 1
  return { skip, most: Math.min(Math.max(number('count', 100), 0), mostAtOnce) }
}

export function listed<Row>(
  { total, rows }: Found<Row>,
  { skip }: Part,
  query: URLSearchParams,
  as: (row: Row) => Doc,
): Answer {
  const chosen = chosenBy(query)
  const body = {
    schemas: [urns.list],
    totalResults: total,
    startIndex: skip + 1,
    itemsPerPage: rows.length,
    Resources: rows.map((row) => shown(as(row), chosen)),
  }
  return { status: 200, body }
}

/** A resource, with its version; without its body where the client has that version. */
export function given(resource: Resource, { query, header }: Asked, status = 200): Answer {
  const { version, location } = resource.meta
  const headers = { etag: version, 'content-location': location, ...(status === 201 ? { location } : {}) }
  if (status === 200 && names(header('if-none-match'), version)) return { status: 304, headers }
  const chosen: Chosen = chosenBy(query)
  return { status, body: shown(resource, chosen), headers }
}

/** Refuses to change what has become something else since the client read it. */
export function stillIs({ meta }: Resource, header: Asked['header']): void {
  const wanted = header('if-match')
  if (wanted !== undefined && !names(wanted, meta.version))
    throw new Refusal(412, undefined, 'The resource has changed since it was read.')
}

const names = (said: string | undefined, version: string) =>
  said?.split(',').some((one) => one.trim() === '*' || one.trim().replace(/^W\//, '') === version.replace(/^W\//, ''))

/** The document after the operations of a PATCH. */
export function patchedBy(body: unknown, doc: Doc, shape: Shape): Doc {
  const sent = body as { schemas?: unknown; Operations?: unknown; operations?: unknown } | undefined
  const operations = sent?.Operations ?? sent?.operations
  if (!Array.isArray(sent?.schemas) || !sent.schemas.includes(urns.patch) || !Array.isArray(operations))
    throw wrong('invalidSyntax', `A PATCH has the schema ${urns.patch} and Operations.`)
  if (operations.length === 0 || operations.length > 1_000) throw wrong('invalidSyntax', '1 to 1000 operations.')
  const read = operations.map((one) => {
    if (typeof one !== 'object' || one === null || typeof one.op !== 'string')
      throw wrong('invalidSyntax', 'An operation has an op.')
    if (one.path !== undefined && one.path !== null && typeof one.path !== 'string')
      throw wrong('invalidPath', 'A path is text.')
    return { op: one.op, path: one.path ?? undefined, value: one.value }
  })
  return patched(doc, read, shape)
}
