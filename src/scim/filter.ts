import { wrong } from './refusal.ts'

export type Value = string | number | boolean | null
const operators = ['eq', 'ne', 'co', 'sw', 'ew', 'gt', 'lt', 'ge', 'le'] as const
export type Operator = (typeof operators)[number]
export type Filter =
  | { readonly kind: 'compare'; readonly path: string; readonly operator: Operator; readonly value: Value }
  | { readonly kind: 'present'; readonly path: string }
  | { readonly kind: 'and' | 'or'; readonly left: Filter; readonly right: Filter }
  | { readonly kind: 'not'; readonly of: Filter }
  /** `emails[type eq "work"]` */
  | { readonly kind: 'within'; readonly path: string; readonly of: Filter }

const token = /\s*(?:([()[\]])|("(?:[^"\\]|\\.)*")|(-?\d+(?:\.\d+)?(?:e[+-]?\d+)?)(?![\w.:])|([a-z$][\w$.:-]*))/iy
const longest = 2_000
const deepest = 20

/** The filter grammar of RFC 7644, 3.4.2.2: `not` binds before `and`, `and` before `or`. */
export function parseFilter(text: string): Filter {
  if (text.length > longest) throw bad('it is too long')
  const words = wordsOf(text)
  let at = 0
  const next = () => words[at++]
  const isWord = (word: string) => words[at]?.toLowerCase() === word
  const taken = (word: string) => isWord(word) && at++ >= 0
  const expect = (word: string) => {
    if (next() !== word) throw bad(`a ${word} is missing`)
  }

  function either(depth: number): Filter {
    if (depth > deepest) throw bad('it is nested too deep')
    let left = both(depth)
    while (taken('or')) left = { kind: 'or', left, right: both(depth) }
    return left
  }
  function both(depth: number): Filter {
    let left = one(depth)
    while (taken('and')) left = { kind: 'and', left, right: one(depth) }
    return left
  }
  function one(depth: number): Filter {
    if (isWord('not') && words[at + 1] === '(') {
      at += 2
      const of = either(depth + 1)
      expect(')')
      return { kind: 'not', of }
    }
    if (taken('(')) {
      const inner = either(depth + 1)
      expect(')')
      return inner
    }
    return about(depth)
  }
  function about(depth: number): Filter {
    const path = next()
    if (path === undefined || !/^[a-z$]/i.test(path)) throw bad('the name of an attribute is missing')
    if (taken('[')) {
      const of = either(depth + 1)
      expect(']')
      return { kind: 'within', path, of }
    }
    if (taken('pr')) return { kind: 'present', path }
    const said = next()?.toLowerCase()
    const operator = operators.find((known) => known === said)
    if (!operator) throw bad(`${said ?? 'nothing'} is no operator`)
    return { kind: 'compare', path, operator, value: valueIn(next()) }
  }

  const filter = either(0)
  if (at < words.length) throw bad('it goes on after its end')
  return filter
}

function wordsOf(text: string): string[] {
  const words: string[] = []
  token.lastIndex = 0
  while (text.slice(token.lastIndex).trim() !== '') {
    const from = token.lastIndex
    const found = token.exec(text)
    if (!found) throw bad(`it cannot be read from character ${from + 1} on`)
    words.push((found[1] ?? found[2] ?? found[3] ?? found[4]) as string)
  }
  return words
}

function valueIn(word: string | undefined): Value {
  if (word === undefined || !/^(?:"|-?\d|true$|false$|null$)/i.test(word)) throw bad('a value is missing')
  try {
    return JSON.parse(word.startsWith('"') ? word : word.toLowerCase())
  } catch {
    throw bad('a value cannot be read')
  }
}

const bad = (why: string) => wrong('invalidFilter', `The filter is not understood: ${why}.`)

/** Whether a part of a resource, such as one member of a group, is what the filter asks for. */
export function holds(filter: Filter, part: Readonly<Record<string, unknown>>): boolean {
  switch (filter.kind) {
    case 'and':
      return holds(filter.left, part) && holds(filter.right, part)
    case 'or':
      return holds(filter.left, part) || holds(filter.right, part)
    case 'not':
      return !holds(filter.of, part)
    case 'within':
      return false
    case 'present':
      return attribute(part, filter.path) != null
    case 'compare':
      return compared(filter.operator, folded(attribute(part, filter.path) ?? null), folded(filter.value))
  }
}

const attribute = (part: Readonly<Record<string, unknown>>, path: string) =>
  Object.entries(part).find(([name]) => name.toLowerCase() === path.toLowerCase())?.[1]
const folded = (value: unknown) => (typeof value === 'string' ? value.toLowerCase() : value)

function compared(operator: Operator, has: unknown, value: unknown): boolean {
  if (operator === 'eq') return has === value
  if (operator === 'ne') return has !== value
  if (typeof has !== typeof value || has === null || value === null) return false
  const [a, b] = [has as string, value as string]
  if (operator === 'gt') return a > b
  if (operator === 'ge') return a >= b
  if (operator === 'lt') return a < b
  if (operator === 'le') return a <= b
  if (typeof a !== 'string') return false
  return operator === 'co' ? a.includes(b) : operator === 'sw' ? a.startsWith(b) : a.endsWith(b)
}
