import { domainToUnicode } from 'node:url'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { hows, mostOfOneSite, permutations } from './permute.ts'

const made = (host: string) => new Map(permutations(host).map(({ name, how }) => [domainToUnicode(name), how]))

test.each([
  ['nguyenlan.vn', 'nguyenlan.com.vn', 'ending'],
  ['nguyenlan.vn', 'nguyenlan.net', 'ending'],
  ['nguyenlan.vn', 'nguyenian.vn', 'homoglyph'],
  ['minh.vn', 'rninh.vn', 'homoglyph'],
  ['lan.vn', 'lаn.vn', 'homoglyph'], // the second letter is Cyrillic
  ['nguyenlan.vn', 'nguyênlan.vn', 'diacritic'],
  ['dung.vn', 'đung.vn', 'diacritic'],
  ['đông.vn', 'dong.vn', 'diacritic'],
  ['nguyenlan.vn', 'nguyenla.vn', 'omission'],
  ['nguyenlan.vn', 'ngyuenlan.vn', 'transposition'],
  ['nguyenlan.vn', 'nguyennlan.vn', 'repetition'],
  ['nguyenlan.vn', 'nguyenkan.vn', 'replacement'],
  ['nguyenlan.vn', 'nguyanlan.vn', 'vowel'],
  ['nguyenlan.vn', 'nguyen-lan.vn', 'hyphen'],
  ['nguyenlan.vn', 'nguyenlanb.vn', 'addition'],
  ['nguyenlan.vn', 'ncuyenlan.vn', 'bit'],
  ['www.nguyenlan.com.vn', 'nguyenlan.vn', 'ending'],
])('of %s one is %s, by %s', (host, name, how) => {
  expect(made(host).get(name)).toBe(how)
})

test('no more than the page says, a share of each kind, none twice and never its own', () => {
  const all = permutations('vanphong-nguyenthilan.com.vn')
  expect(all).toHaveLength(mostOfOneSite)
  expect(new Set(all.map(({ how }) => how))).toEqual(new Set(hows))
  expect(new Set(all.map(({ name }) => name)).size).toBe(all.length)
  expect(all.map(({ name }) => name)).not.toContain('vanphong-nguyenthilan.com.vn')
})

test('a page under somebody else’s name, a number and an ending have none', () => {
  for (const host of ['192.0.2.1', 'com.vn', 'localhost', '']) expect(permutations(host)).toEqual([])
})

test('whatever the host, each is a name that DNS can carry', () => {
  fc.assert(
    fc.property(fc.domain(), (host) => {
      for (const { name } of permutations(host))
        expect(name).toMatch(/^(?=.{1,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z0-9-]+$/)
    }),
    { numRuns: 200 },
  )
})
