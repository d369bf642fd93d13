import { globSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '../../src/db/index.ts'
import { kindsOf } from '../../src/mail/index.ts'
import { type TestHouse, testHouse } from '../support/house.ts'

let house: TestHouse
beforeAll(async () => {
  house = await testHouse()
})
afterAll(() => house[Symbol.asyncDispose]())

/** The kinds that a text tells; what calls `tell` without naming its kind is given back as it stands. */
function kindsIn(text: string): readonly string[] {
  const calls = [...text.matchAll(/(?<![\w.])tell\s*\((?!whom\b)[^;]{0,200}/gi)].map(([call]) => call)
  return calls.map(
    (call) => /^tell\s*\(\s*(?:\([^()]*\)|[^,()])+(?:\([^()]*\))?\s*,\s*'([a-z0-9_]+)'/i.exec(call)?.[1] ?? call,
  )
}

/** In functions of the database, and in SQL that the rooms send. */
async function toldKinds(): Promise<readonly { where: string; kind: string }[]> {
  const { rows } = await house.db.asSuperuser(
    "select proname as where, pg_get_functiondef(oid) as text from pg_proc where pronamespace = 'register'::regnamespace and prokind = 'f' and proname <> 'tell'",
  )
  const src = resolve(import.meta.dirname, '../../src')
  const files = globSync('**/*.ts', { cwd: src })
    .filter((file) => !file.endsWith('.test.ts'))
    .map((file) => ({ where: file, text: readFileSync(resolve(src, file), 'utf8') }))
    .map(({ where, text }) => ({ where, text: [...text.matchAll(/select\s+tell\s*\([^;]*/gi)].join('\n') }))
  return [...rows, ...files].flatMap(({ where, text }) => kindsIn(text).map((kind) => ({ where, kind })))
}

test('every notice that SQL tells has words in a room, and every room says only what is told', async () => {
  const kinds = kindsOf(house.rooms)
  const told = await toldKinds()
  expect(told.length).toBeGreaterThan(3)
  const silent = told.filter(({ kind }) => !kinds.has(kind)).map(({ where, kind }) => `${where}: ${kind}`)
  expect(silent, 'name the kind as a literal, and give its room `notices: { kind: { title, text, href } }`').toEqual([])
  const said = new Set(told.map(({ kind }) => kind))
  expect(
    [...kinds.keys()].filter((kind) => !said.has(kind)),
    'nothing tells this',
  ).toEqual([])
})

test('every notice speaks both languages, short, and leads to a path of the register', () => {
  for (const [kind, { title, text, href }] of kindsOf(house.rooms)) {
    for (const said of [title, text]) expect([kind, said.vi && said.en]).toEqual([kind, expect.stringMatching(/\S/)])
    for (const lang of ['vi', 'en'] as const) {
      expect([kind, title[lang].length < 80, text[lang].length < 300]).toEqual([kind, true, true])
      expect(`${title[lang]} ${text[lang]}`).not.toMatch(/!/)
    }
    expect([kind, href(newId())]).toEqual([kind, expect.stringMatching(/^\/[a-z]/)])
  }
})

test('a kind without words is seen, and one that is not named', () => {
  expect(kindsIn("perform tell(new.person, 'one', new.id::text, new.declaration);")).toEqual(['one'])
  expect(kindsIn("perform tell((select person from x where id = y), 'two', 'k');")).toEqual(['two'])
  expect(kindsIn("tell(coalesce(a, b), 'three', k)")).toEqual(['three'])
  expect(kindsIn('perform tell(whose, chosen, k);')).toEqual(['tell(whose, chosen, k)'])
})

test('two rooms do not say the same', () => {
  const words = { title: { vi: 'a', en: 'a' }, text: { vi: 'a', en: 'a' }, href: () => '/' }
  expect(() =>
    kindsOf([
      { name: 'one', notices: { a: words } },
      { name: 'two', notices: { a: words } },
    ]),
  ).toThrow(/two/)
})
