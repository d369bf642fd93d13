import { expect, test } from 'vitest'
import { readCsv } from './csv.ts'
import { congress, unitsOfVietnam } from './data.ts'

test('commas, quotes and line ends inside quotes belong to the field', () => {
  expect(readCsv('a,b\n"x, y","say ""so"""\r\n"two\nlines",\n')).toEqual([
    { a: 'x, y', b: 'say "so"' },
    { a: 'two\nlines', b: '' },
  ])
})

test('an empty field in the middle and a last line without an end are read', () => {
  expect(readCsv('a,b,c\n1,,3\n4,5,6')).toEqual([
    { a: '1', b: '', c: '3' },
    { a: '4', b: '5', c: '6' },
  ])
})

test('a quote that never ends is no CSV', () => {
  expect(() => readCsv('a\n"x')).toThrow('not CSV')
})

test('the lists are whole: 3,356 places, and of Congress 343 units, 537 people and 2,270 accounts', () => {
  const { units, people, accounts } = congress()
  expect([unitsOfVietnam(), units, people, accounts].map((list) => list.length)).toEqual([3356, 343, 537, 2270])
  expect(people.every(({ name, office, unit }) => name && office && units.some(({ code }) => code === unit))).toBe(true)
  expect(people[0]).toMatchObject({ office: 'Senator, Washington' })
})

test('whoever is above stands before', () => {
  for (const list of [unitsOfVietnam(), congress().units]) {
    const seen = new Set<string>()
    for (const { code, above } of list) {
      expect(above === undefined || seen.has(above), code).toBe(true)
      seen.add(code)
    }
  }
})
