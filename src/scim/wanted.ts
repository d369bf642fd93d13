import { kept } from '../units/index.ts'
import { type Doc, membersIn, type Shape } from './patch.ts'
import { wrong } from './refusal.ts'
import { urns } from './urns.ts'

export const userShape: Shape = {
  kept: {
    username: ['userName'],
    externalid: ['externalId'],
    displayname: ['displayName'],
    title: ['title'],
    active: ['active'],
    'name.formatted': ['name', 'formatted'],
    'name.familyname': ['name', 'familyName'],
    'name.givenname': ['name', 'givenName'],
    [`${urns.enterprise}:employeenumber`.toLowerCase()]: [urns.enterprise, 'employeeNumber'],
  },
  ignored: (
    'nickname profileurl usertype preferredlanguage locale timezone password emails phonenumbers ims photos addresses ' +
    'groups entitlements roles x509certificates name.middlename name.honorificprefix name.honorificsuffix'
  )
    .split(' ')
    .concat(
      ['costcenter', 'organization', 'division', 'department', 'manager', 'manager.value', 'manager.displayname'].map(
        (name) => `${urns.enterprise}:${name}`.toLowerCase(),
      ),
    ),
}

export const groupShape: Shape = {
  kept: {
    displayname: ['displayName'],
    externalid: ['externalId'],
    [`${urns.unit}:code`.toLowerCase()]: [urns.unit, 'code'],
    [`${urns.unit}:parent`.toLowerCase()]: [urns.unit, 'parent'],
    [`${urns.unit}:kind`.toLowerCase()]: [urns.unit, 'kind'],
  },
  ignored: [],
}

export type WantedUser = {
  readonly userName: string
  readonly externalId: string | null
  readonly name: string
  readonly familyName: string | null
  readonly givenName: string | null
  readonly title: string | null
  /** Not said: it stays. */
  readonly number: string | null | undefined
  readonly active: boolean | undefined
}
export type WantedGroup = {
  readonly displayName: string
  readonly externalId: string | null
  readonly members: readonly string[] | undefined
  readonly code: string | undefined
  readonly parent: string | undefined
  readonly kind: string | undefined
}

/** Reads a body as a directory sends it: names in any letter case, "True" and "False" as Entra ID writes them, and much that is not kept
 *  here. Roles and entitlements are among that: a directory grants nothing. */
export function userIn(body: Doc, before?: { readonly name: string; readonly doc: Doc }): WantedUser {
  const { name } = body
  const userName = line(body.userName, 'userName', 256)
  if (!userName) throw wrong('invalidValue', 'userName is missing.')
  const [familyName, givenName] = [text(name, 'familyName'), text(name, 'givenName')]
  const called = nameIn(body, { familyName, givenName }, before) ?? userName
  return {
    userName,
    externalId: line(body.externalId, 'externalId', 256),
    name: line(called, 'displayName', 200) as string,
    familyName,
    givenName,
    title: line(body.title, 'title', 200),
    number: numberIn(body),
    active: truth(body.active),
  }
}

type Parts = { readonly familyName: string | null; readonly givenName: string | null }

/** What a person is called: displayName, else name.formatted, else family name and given name, as Vietnamese names are written. Of a person
 *  who is there, the one of these that was changed. */
function nameIn(body: Doc, parts: Parts, before?: { readonly name: string; readonly doc: Doc }): string | undefined {
  const display = line(body.displayName, 'displayName', 200)
  const formatted = text(body.name as Doc | undefined, 'formatted')
  const joined = [parts.familyName, parts.givenName].filter(Boolean).join(' ') || undefined
  if (!before) return display ?? formatted ?? joined
  if (display && display !== before.name) return display
  if (formatted && formatted !== before.name) return formatted
  const had = (before.doc.name ?? {}) as Doc
  const wasJoined = [had.familyName, had.givenName].filter(Boolean).join(' ')
  return joined && wasJoined === before.name ? joined : (display ?? formatted ?? before.name)
}

function numberIn(body: Doc): string | null | undefined {
  const extension = body[urns.enterprise]
  if (extension === undefined) return undefined
  return text(extension, 'employeeNumber')
}

export function groupIn(body: Doc): WantedGroup {
  const displayName = line(body.displayName, 'displayName', 300)
  if (!displayName) throw wrong('invalidValue', 'displayName is missing.')
  const extension = body[urns.unit]
  const said = (name: string) => (extension === undefined ? undefined : (text(extension, name) ?? undefined))
  return {
    displayName,
    externalId: line(body.externalId, 'externalId', 256),
    members: body.members === undefined ? undefined : membersIn(body.members).map(({ value }) => value),
    code: said('code'),
    parent: said('parent'),
    kind: said('kind'),
  }
}

/** The attributes of ours under their exact names; of the rest nothing. */
export function normalised(body: unknown, shape: Shape): Doc {
  if (typeof body !== 'object' || body === null || Array.isArray(body))
    throw wrong('invalidSyntax', 'The body is no JSON object.')
  const doc: Doc = {}
  for (const [name, value] of Object.entries(body)) {
    const small = name.toLowerCase()
    if (small === 'members') doc.members = value
    for (const [key, [first, second]] of Object.entries(shape.kept)) {
      if (second === undefined && key === small) doc[first] = value
      if (second !== undefined && first.toLowerCase() === small) doc[first] = inner(value, first, doc[first], second)
    }
  }
  return doc
}

function inner(value: unknown, first: string, so: unknown, second: string): unknown {
  if (value === null || value === undefined) return undefined
  if (typeof value !== 'object' || Array.isArray(value)) throw wrong('invalidValue', `${first} is no object.`)
  const found = Object.entries(value).find(([name]) => name.toLowerCase() === second.toLowerCase())
  return { ...(so as Doc | undefined), ...(found ? { [second]: found[1] } : {}) }
}

function text(of: unknown, name: string): string | null {
  if (of === undefined || of === null) return null
  if (typeof of !== 'object') throw wrong('invalidValue', 'A complex attribute is no object.')
  return line((of as Doc)[name], name, 200)
}

/** A line as the register keeps it; an empty one is none. Numbers are taken as text: Entra ID sends employee numbers as either. */
function line(value: unknown, name: string, longest: number): string | null {
  if (value === undefined || value === null || value === '') return null
  if (typeof value !== 'string' && typeof value !== 'number') throw wrong('invalidValue', `${name} is no text.`)
  const clean = kept(String(value), longest)
  if (clean === undefined) throw wrong('invalidValue', `${name} is empty, too long, or hides a character.`)
  return clean
}

function truth(value: unknown): boolean | undefined {
  if (value === undefined || value === null) return undefined
  if (typeof value === 'boolean') return value
  const said = typeof value === 'string' ? value.toLowerCase() : ''
  if (said === 'true') return true
  if (said === 'false') return false
  throw wrong('invalidValue', 'active is true or false.')
}
