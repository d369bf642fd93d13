import { createHash } from 'node:crypto'
import type { Doc } from './patch.ts'
import type { GroupRow, UserRow } from './store.ts'
import { urns } from './urns.ts'

/** A resource as it is answered. Its version follows from what it says, whoever changed it. */
export type Resource = Doc & {
  readonly id: string
  readonly meta: { readonly [name: string]: string; readonly version: string; readonly location: string }
}

export function userOf(row: UserRow, base: string): Resource {
  const number = row.ref === null ? {} : { [urns.enterprise]: { employeeNumber: row.ref } }
  const said = {
    schemas: [urns.user, ...(row.ref === null ? [] : [urns.enterprise])],
    id: row.id,
    ...some('externalId', row.external_id),
    userName: row.user_name,
    displayName: row.name,
    name: { formatted: row.name, ...some('familyName', row.family_name), ...some('givenName', row.given_name) },
    ...some('title', row.office),
    active: row.active,
    groups: row.active
      ? [{ value: row.unit, display: row.unit_name, $ref: `${base}/Groups/${row.unit}`, type: 'direct' }]
      : [],
    ...number,
  }
  return withMeta(said, 'User', `${base}/Users/${row.id}`, row)
}

export function groupOf(row: GroupRow, base: string): Resource {
  const said = {
    schemas: [urns.group, urns.unit],
    id: row.id,
    ...some('externalId', row.external_id),
    displayName: row.name,
    members: row.members.map(({ person, name }) => ({
      value: person,
      display: name,
      $ref: `${base}/Users/${person}`,
      type: 'User',
    })),
    [urns.unit]: { code: row.code, ...some('parent', row.parent_code), ...some('kind', row.kind) },
  }
  return withMeta(said, 'Group', `${base}/Groups/${row.id}`, row)
}

const some = (name: string, value: string | null) => (value === null ? {} : { [name]: value })

function withMeta(
  said: Doc & { readonly id: string },
  resourceType: string,
  location: string,
  { created, changed }: { readonly created: Date; readonly changed: Date },
): Resource {
  const mark = createHash('sha256').update(JSON.stringify(said)).digest('base64url').slice(0, 16)
  const [from, to] = [created.toISOString(), changed.toISOString()]
  return { ...said, meta: { resourceType, created: from, lastModified: to, location, version: `W/"${mark}"` } }
}
