import fc from 'fast-check'
import { parse } from 'tldts'
import { expect, test } from 'vitest'
import { suffixTable } from './make-suffixes.ts'
import { hasKnownEnding, registrable } from './suffix.ts'
import { suffixes } from './suffixes.ts'

test('the table is the one of the installed tldts', () => {
  expect(suffixes === suffixTable(), 'renew it: node src/addresses/make-suffixes.ts').toBe(true)
})

function asTldtsSays(host: string) {
  const { isIcann, domain, domainWithoutSuffix } = parse(host, { extractHostname: false, detectIp: false })
  return isIcann && domain !== null ? { domain, label: domainWithoutSuffix } : undefined
}

const rules = suffixes.split(' ').flatMap((line) => {
  const [last = '', rest] = line.split(':')
  const under =
    rest
      ?.split(',')
      .filter((rule) => rule !== '-')
      .map((rule) => `${rule.replace(/^!/, '').replace('*', 'any')}.${last}`) ?? []
  return [last, ...under]
})

test('for every rule of the list the registrable name is the one that tldts finds', () => {
  expect(rules.length).toBeGreaterThan(6000)
  for (const rule of rules) {
    for (const host of [rule, `a.${rule}`, `b.a.${rule}`, `c.b.a.${rule}`]) {
      expect({ host, found: registrable(host) }).toEqual({ host, found: asTldtsSays(host) })
    }
  }
})

test('for any host the registrable name is the one that tldts finds', () => {
  const label = fc.constantFrom(
    'a',
    'www',
    'com',
    'vn',
    'jp',
    'kobe',
    'city',
    'ck',
    'uk',
    'co',
    'us',
    'k12',
    'ma',
    'arpa',
    'zz',
  )
  const hosts = fc.array(label, { minLength: 1, maxLength: 6 }).map((labels) => labels.join('.'))
  fc.assert(
    fc.property(hosts, (host) => {
      expect(registrable(host)).toEqual(asTldtsSays(host))
    }),
    { numRuns: 20_000 },
  )
})

test('a last label is known in ASCII and as it is typed', () => {
  expect(hasKnownEnding('a.vn')).toBe(true)
  expect(hasKnownEnding('a.рф')).toBe(true)
  expect(hasKnownEnding('a.xn--p1ai')).toBe(true)
  expect(hasKnownEnding('a.ck')).toBe(true)
  expect(hasKnownEnding('a.vnn')).toBe(false)
  expect(hasKnownEnding('a.za')).toBe(false)
  expect(hasKnownEnding('a.co.za')).toBe(true)
})
