import { type Filter, holds, parseFilter } from './filter.ts'
import { wrong } from './refusal.ts'
import { urns } from './urns.ts'

/** A resource as a client may write it: attributes of ours by their exact names, extensions by their URN. */
export type Doc = Record<string, unknown>
export type Shape = {
  /** What we keep, by its name in small letters: the way to it in the document. */
  readonly kept: Readonly<Record<string, readonly [string] | readonly [string, string]>>
  /** Known to SCIM, not kept here: taken and left aside, as a directory sends what it has. */
  readonly ignored: readonly string[]
}
type Op = { readonly op: string; readonly path?: string; readonly value?: unknown }

const isObject = (value: unknown): value is Doc => typeof value === 'object' && value !== null && !Array.isArray(value)
const readOnly = ['id', 'meta', 'schemas']

/** Applies operations in order to a copy of the document (RFC 7644, 3.5.2). */
export function patched(doc: Doc, operations: readonly Op[], shape: Shape): Doc {
  const copy = structuredClone(doc)
  for (const { op: said, path, value } of operations) {
    const op = said.toLowerCase()
    if (op !== 'add' && op !== 'replace' && op !== 'remove') throw wrong('invalidSyntax', `${said} is no operation.`)
    if (path === undefined || path === '') {
      if (op === 'remove') throw wrong('noTarget', 'What is to be removed is not named.')
      if (!isObject(value)) throw wrong('invalidValue', 'Without a path the value is an object.')
      for (const [name, part] of Object.entries(value)) each(copy, op, name, part, shape)
    } else apply(copy, op, path, value, shape)
  }
  return copy
}

/** Entra ID writes paths as names of a value; whoever repeats the id it was given changes nothing. */
function each(doc: Doc, op: 'add' | 'replace', name: string, value: unknown, shape: Shape): void {
  if (readOnly.includes(name.toLowerCase())) {
    if (name.toLowerCase() === 'id' && value !== doc.id) throw wrong('mutability', 'An id does not change.')
    return
  }
  if (isObject(value) && Object.values(urns).some((urn) => urn.toLowerCase() === name.toLowerCase())) {
    for (const [inner, part] of Object.entries(value)) apply(doc, op, `${name}:${inner}`, part, shape)
  } else apply(doc, op, name, value, shape)
}

function apply(doc: Doc, op: 'add' | 'replace' | 'remove', path: string, value: unknown, shape: Shape): void {
  const { name, filter } = pathOf(path)
  if (readOnly.includes(name)) throw wrong('mutability', `${name} does not change.`)
  if (shape.ignored.some((known) => name === known || name.startsWith(`${known}.`))) return
  if (name === 'members') {
    members(doc, op, value, filter)
    return
  }
  if (name === 'name' && isObject(value) && op !== 'remove') {
    for (const [inner, part] of Object.entries(value)) apply(doc, op, `name.${inner}`, part, shape)
    return
  }
  const way = shape.kept[name]
  if (!way || filter) throw wrong('invalidPath', `There is no ${path.slice(0, 100)} here.`)
  const [first, second] = way
  const said = op === 'remove' ? undefined : value
  if (second === undefined) {
    set(doc, first, said)
    return
  }
  const inner = isObject(doc[first]) ? { ...doc[first] } : {}
  set(inner, second, said)
  doc[first] = inner
}

function set(doc: Doc, name: string, value: unknown): void {
  if (value === undefined || value === null) delete doc[name]
  else doc[name] = value
}

/** `members[value eq "…"].display`: the name in small letters, and the filter, if there is one. */
function pathOf(path: string): { name: string; filter: Filter | undefined } {
  const plain = path
    .trim()
    .toLowerCase()
    .replace(/^urn:ietf:params:scim:schemas:core:2\.0:(?:user|group):/, '')
  const open = plain.indexOf('[')
  if (open < 0) return { name: plain, filter: undefined }
  const close = path.trim().lastIndexOf(']')
  if (close < 0) throw wrong('invalidPath', 'A ] is missing in the path.')
  const begun = path.trim().indexOf('[')
  return { name: plain.slice(0, open), filter: pathFilter(path.trim().slice(begun + 1, close)) }
}

function pathFilter(text: string): Filter {
  try {
    return parseFilter(text)
  } catch {
    throw wrong('invalidPath', 'The filter in the path is not understood.')
  }
}

type Member = { readonly value: string }

function members(doc: Doc, op: 'add' | 'replace' | 'remove', value: unknown, filter: Filter | undefined): void {
  const now = (doc.members ?? []) as readonly Member[]
  if (filter) {
    if (op === 'add') throw wrong('invalidPath', 'Members are added without a filter.')
    const chosen = new Set(now.filter((member) => holds(filter, member)))
    if (op === 'replace' && chosen.size === 0) throw wrong('noTarget', 'No member is like that.')
    const rest = now.filter((member) => !chosen.has(member))
    doc.members = op === 'remove' ? rest : united(rest, membersIn(value))
  } else if (op === 'add') doc.members = united(now, membersIn(value))
  else if (op === 'replace') doc.members = united([], membersIn(value))
  else {
    const named = value === undefined || value === null ? undefined : new Set(membersIn(value).map((one) => one.value))
    doc.members = named ? now.filter((member) => !named.has(member.value)) : []
  }
}

const united = (some: readonly Member[], more: readonly Member[]): Member[] => [
  ...new Map([...some, ...more].map((member) => [member.value, member])).values(),
]

/** Members as a client names them: objects with a value, or ids alone. */
export function membersIn(value: unknown): Member[] {
  const list = value === undefined || value === null ? [] : Array.isArray(value) ? value : [value]
  return list.map((one) => {
    const id = isObject(one) ? one.value : one
    if (typeof id !== 'string') throw wrong('invalidValue', 'A member has no value.')
    return { value: id.toLowerCase() }
  })
}
