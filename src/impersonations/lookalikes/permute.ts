import { domainToASCII, domainToUnicode } from 'node:url'
import { registrableDomain } from '../../net/index.ts'

export const hows = [
  'ending',
  'homoglyph',
  'diacritic',
  'omission',
  'transposition',
  'repetition',
  'replacement',
  'vowel',
  'hyphen',
  'addition',
  'bit',
] as const
/** By what a name looks like another. */
export type How = (typeof hows)[number]
export type Lookalike = { readonly name: string; readonly how: How }

/** So many of one site are looked up, a fair share of each kind: a week's look stays small, and the page says the number. */
export const mostOfOneSite = 300

/** Names that are registered to be taken for this host's, as dnstwist makes them, and with Vietnamese marks. Pure: the same host gives the
 *  same list. */
export function permutations(host: string): readonly Lookalike[] {
  const own = registrableDomain(domainToASCII(host))
  if (!own) return []
  const dot = own.indexOf('.')
  const label = domainToUnicode(own.slice(0, dot))
  const ending = own.slice(dot + 1)
  const lists = hows.map((how) => (how === 'ending' ? endingsBeside(ending) : kinds[how]([...label])))
  const seen = new Set([own])
  const all: Lookalike[] = []
  // One of each kind in turn: a kind that makes hundreds leaves room for the others.
  for (let n = 0; all.length < mostOfOneSite && lists.some((list) => n < list.length); n++)
    hows.forEach((how, kind) => {
      const made = lists[kind]?.[n]
      if (made === undefined || all.length >= mostOfOneSite) return
      const name = domainToASCII(how === 'ending' ? `${label}.${made}` : `${made}.${ending}`)
      if (!isName(name) || seen.has(name)) return
      seen.add(name)
      all.push({ name, how })
    })
  return all
}

const isName = (name: string) =>
  name.length <= 253 && name.split('.').every((label) => /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/.test(label))

/** Where whoever wants to be taken for a Vietnamese site registers. */
const endings = [
  ...['vn', 'com.vn', 'net.vn', 'org.vn', 'info.vn', 'edu.vn', 'gov.vn', 'name.vn', 'id.vn', 'io.vn', 'com', 'net'],
  ...['org', 'info', 'biz', 'co', 'io', 'me', 'top', 'xyz', 'site', 'online', 'shop', 'club', 'asia', 'page', 'live'],
]
const endingsBeside = (own: string): string[] => endings.filter((ending) => ending !== own)

type Letters = readonly string[]
const joined = (...parts: readonly (string | Letters)[]) => parts.flat().join('')
const at = (letters: Letters, n: number) => letters[n] as string
const putAt = (letters: Letters, n: number, what: string) => joined(letters.slice(0, n), what, letters.slice(n + 1))
const each = (letters: Letters, make: (letter: string, n: number) => readonly string[]): string[] =>
  letters.flatMap((letter, n) => [...make(letter, n)])
/** The first way for every letter, then the second for every letter, and so on: none of them is spent on the first letters alone. */
function turns(letters: Letters, ways: (letter: string) => readonly string[]): string[] {
  const lists = letters.map((letter, n) => ways(letter).map((what) => putAt(letters, n, what)))
  const longest = Math.max(0, ...lists.map((list) => list.length))
  return Array.from({ length: longest }, (_, n) => lists.flatMap((list) => list.slice(n, n + 1))).flat()
}

const kinds: Readonly<Record<Exclude<How, 'ending'>, (letters: Letters) => string[]>> = {
  homoglyph: (letters) => [
    ...pairs.flatMap(([from, to]) => swapped(joined(letters), from, to)),
    ...turns(letters, (letter) => glyphs[letter] ?? []),
  ],
  diacritic: (letters) => [
    ...(plainOf(letters) === joined(letters) ? [] : [plainOf(letters)]),
    ...turns(letters, (letter) => marked[letter] ?? []),
  ],
  omission: (letters) => each(letters, (_, n) => [joined(letters.slice(0, n), letters.slice(n + 1))]),
  transposition: (letters) =>
    each(letters.slice(1), (second, n) => [joined(letters.slice(0, n), second, at(letters, n), letters.slice(n + 2))]),
  repetition: (letters) => each(letters, (letter, n) => [putAt(letters, n, letter + letter)]),
  replacement: (letters) => turns(letters, (letter) => [...(beside[letter] ?? '')]),
  vowel: (letters) => turns(letters, (letter) => (vowels.includes(letter) ? [...vowels.replace(letter, '')] : [])),
  hyphen: (letters) => each(letters.slice(1), (_, n) => [joined(letters.slice(0, n + 1), '-', letters.slice(n + 1))]),
  addition: (letters) => [...'abcdefghijklmnopqrstuvwxyz0123456789'].map((more) => joined(letters, more)),
  bit: (letters) => turns(letters, bitAway),
}

function swapped(text: string, from: string, to: string): string[] {
  const places = [...text.matchAll(new RegExp(from, 'g'))].map(({ index }) => index)
  return places.map((index) => text.slice(0, index) + to + text.slice(index + from.length))
}
const pairs: readonly (readonly [string, string])[] = [
  ...([['m', 'rn'], ['rn', 'm'], ['w', 'vv'], ['vv', 'w'], ['d', 'cl'], ['cl', 'd'], ['l', '1'], ['i', '1'], ['i', 'l'], ['l', 'i']] as const),
  ...([['o', '0'], ['0', 'o'], ['1', 'l'], ['s', '5'], ['g', 'q'], ['q', 'g']] as const),
] // biome-ignore format: one pair beside the other

/** Cyrillic and Greek letters that are taken for Latin ones. */
const glyphs: Readonly<Record<string, readonly string[]>> = {
  ...{ a: ['а', 'α'], c: ['с'], d: ['ԁ'], e: ['е'], h: ['һ'], i: ['і', 'ı'], j: ['ј'], k: ['κ'], l: ['ӏ'], n: ['ո'] },
  ...{ o: ['о', 'ο'], p: ['р'], q: ['ԛ'], s: ['ѕ'], u: ['υ', 'ս'], v: ['ν'], w: ['ԝ'], x: ['х'], y: ['у'] },
}

/** A letter with each Vietnamese mark. */
const marked: Readonly<Record<string, readonly string[]>> = {
  ...{ a: [...'áàảãạăâắằẳẵặấầẩẫậ'], e: [...'éèẻẽẹêếềểễệ'], i: [...'íìỉĩị'], y: [...'ýỳỷỹỵ'], d: ['đ'] },
  ...{ o: [...'óòỏõọôơốồổỗộớờởỡợ'], u: [...'úùủũụưứừửữự'] },
}
const plainOf = (letters: Letters): string =>
  joined(letters)
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replaceAll('đ', 'd')

const vowels = 'aeiouy'

/** What lies beside a letter on the keyboard. */
const beside: Readonly<Record<string, string>> = {
  ...{ q: 'wa', w: 'qes', e: 'wrd', r: 'etf', t: 'ryg', y: 'tuh', u: 'yij', i: 'uok', o: 'ipl', p: 'o', a: 'qsz' },
  ...{
    s: 'awdxz',
    d: 'sefxc',
    f: 'drgcv',
    g: 'fthvb',
    h: 'gyjbn',
    j: 'hukmn',
    k: 'jilm',
    l: 'kop',
    z: 'asx',
    x: 'zsdc',
  },
  ...{
    c: 'xdfv',
    v: 'cfgb',
    b: 'vghn',
    n: 'bhjm',
    m: 'njk',
    1: '2q',
    2: '13',
    3: '24',
    4: '35',
    5: '46',
    6: '57',
    7: '68',
  },
  ...{ 8: '79', 9: '80', 0: '9o' },
}

/** The letters that one bit fallen over in memory makes of it. */
function bitAway(letter: string): string[] {
  const code = letter.charCodeAt(0)
  if (letter.length !== 1 || code > 127) return []
  return [1, 2, 4, 8, 16, 32, 64].map((bit) => String.fromCharCode(code ^ bit)).filter((made) => /[a-z0-9-]/.test(made))
}
