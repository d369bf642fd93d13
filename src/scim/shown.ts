import type { Doc } from './patch.ts'
import { wrong } from './refusal.ts'
import { urns } from './urns.ts'

export type Chosen = { readonly only?: readonly string[]; readonly without?: readonly string[] }

/** Which attributes a client asks for (RFC 7644, 3.9). */
export function chosenBy(query: URLSearchParams): Chosen {
  const [only, without] = [named(query.get('attributes')), named(query.get('excludedAttributes'))]
  return only ? { only } : without ? { without } : {}
}

function named(text: string | null): readonly string[] | undefined {
  if (text === null || text.trim() === '') return undefined
  if (text.length > 2_000) throw wrong('invalidValue', 'Too many attributes are named.')
  const core = /^urn:ietf:params:scim:schemas:core:2\.0:(?:user|group):/
  return text
    .split(',')
    .map((name) => name.trim().toLowerCase().replace(core, ''))
    .filter(Boolean)
}

const always = ['schemas', 'id']

/** What of a resource is answered; its id always is. */
export function shown(resource: Doc, { only, without }: Chosen): Doc {
  if (!only && !without) return resource
  const parts = Object.entries(resource).flatMap(([name, value]) => {
    const kept = always.includes(name) ? value : part(name.toLowerCase(), value, only, without)
    return kept === undefined ? [] : [[name, kept] as const]
  })
  return Object.fromEntries(parts)
}

function part(name: string, value: unknown, only?: readonly string[], without?: readonly string[]): unknown {
  if (only?.includes(name)) return value
  if (without?.includes(name)) return undefined
  const mark = Object.values(urns).some((urn) => urn.toLowerCase() === name) ? ':' : '.'
  const inner = (list: readonly string[]) =>
    list.filter((one) => one.startsWith(name + mark)).map((one) => one.slice(name.length + 1))
  const [wanted, unwanted] = [inner(only ?? []), inner(without ?? [])]
  if (only) return wanted.length > 0 ? each(value, (key) => wanted.includes(key)) : undefined
  return unwanted.length > 0 ? each(value, (key) => !unwanted.includes(key)) : value
}

function each(value: unknown, keeps: (key: string) => boolean): unknown {
  if (Array.isArray(value)) return value.map((one) => each(one, keeps))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).filter(([key]) => keeps(key.toLowerCase())))
}
