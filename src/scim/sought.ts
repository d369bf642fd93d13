import { isId } from '../db/index.ts'
import { type Filter, parseFilter, type Value } from './filter.ts'
import { wrong } from './refusal.ts'
import { urns } from './urns.ts'

/** What the database is asked for: every one of these is to be so. */
export type Sought = Readonly<Record<string, string | boolean>>
type Answerable = Readonly<Record<string, { readonly as: string; readonly is: 'text' | 'id' | 'boolean' }>>

export const ofUsers: Answerable = {
  username: { as: 'userName', is: 'text' },
  externalid: { as: 'externalId', is: 'text' },
  id: { as: 'id', is: 'id' },
  active: { as: 'active', is: 'boolean' },
  [`${urns.enterprise}:employeenumber`.toLowerCase()]: { as: 'number', is: 'text' },
}
export const ofGroups: Answerable = {
  displayname: { as: 'displayName', is: 'text' },
  externalid: { as: 'externalId', is: 'text' },
  id: { as: 'id', is: 'id' },
  members: { as: 'member', is: 'id' },
  'members.value': { as: 'member', is: 'id' },
  [`${urns.unit}:code`.toLowerCase()]: { as: 'code', is: 'text' },
}

/** Reads a filter. What is asked of other attributes, with other operators than `eq`, or with `or` and `not`, is refused: a directory looks
 *  up whom it knows, it browses nobody. `nobody`: what it asks for cannot be. */
export function soughtBy(text: string | null, answerable: Answerable): Sought | 'nobody' {
  if (text === null || text.trim() === '') return {}
  const sought: Record<string, string | boolean> = {}
  for (const [path, value] of asked(parseFilter(text))) {
    const name = path.toLowerCase().replace(/^urn:ietf:params:scim:schemas:core:2\.0:(?:user|group):/, '')
    const known = answerable[name]
    if (!known) throw unanswered(path)
    if (known.is === 'boolean' ? typeof value !== 'boolean' : typeof value !== 'string') throw unanswered(path)
    if (known.is === 'id' && !isId(value as string)) return 'nobody'
    if (typeof value === 'string' && value.includes('\0')) return 'nobody'
    const said = known.is === 'id' ? (value as string).toLowerCase() : (value as string | boolean)
    if (known.as in sought && sought[known.as] !== said) return 'nobody'
    sought[known.as] = said
  }
  return sought
}

function asked(filter: Filter): readonly (readonly [string, Value])[] {
  if (filter.kind === 'and') return [...asked(filter.left), ...asked(filter.right)]
  if (filter.kind === 'within' && filter.of.kind === 'compare')
    return asked({ ...filter.of, path: `${filter.path}.${filter.of.path}` })
  if (filter.kind === 'compare' && filter.operator === 'eq') return [[filter.path, filter.value]]
  throw wrong('invalidFilter', 'Only eq, joined by and, is answered here.')
}

const unanswered = (path: string) => wrong('invalidFilter', `Nothing is looked up by ${path.slice(0, 100)} here.`)
