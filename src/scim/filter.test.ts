import { describe, expect, test } from 'vitest'
import { holds, parseFilter } from './filter.ts'
import { ofGroups, ofUsers, soughtBy } from './sought.ts'

const person = { userName: 'Mai', type: 'work', n: 5, on: true, none: null }

describe('a filter', () => {
  test.each([
    ['userName eq "mai"', true],
    ['userName Eq "mai"', true],
    ['USERNAME ne "mai"', false],
    ['userName co "A"', true],
    ['userName sw "m" and userName ew "i"', true],
    ['n gt 4 and n le 5', true],
    ['n lt 5 or n ge 6', false],
    ['on eq true', true],
    ['on eq false', false],
    ['none pr', false],
    ['type pr', true],
    ['missing eq null', true],
    ['n gt "4"', false],
    // `not` before `and`, `and` before `or`
    ['userName eq "x" and n eq 5 or on eq true', true],
    ['on eq true or userName eq "x" and n eq 6', true],
    ['(on eq true or userName eq "x") and n eq 6', false],
    ['not (on eq true) or n eq 5', true],
    ['not (on eq true or n eq 5)', false],
    ['userName eq "a \\"quoted\\" (b) and c"', false],
  ])('%s holds: %s', (text, so) => {
    expect(holds(parseFilter(text), person)).toBe(so)
  })

  test.each([
    '', ' ', 'userName', 'userName eq', 'eq "x"', 'userName is "x"', 'userName eq x', 'userName eq "x', 'userName eq "x" and',
    '(userName eq "x"', 'userName eq "x")', 'emails[type eq "work"', 'userName eq "x" userName eq "y"', 'userName eq "\\q"',
    `${'('.repeat(50)}a pr${')'.repeat(50)}`, 'a'.repeat(3000), '☃ eq 1',
  ])('%s is none', (text) => {
    expect(() => parseFilter(text)).toThrow(expect.objectContaining({ status: 400, scimType: 'invalidFilter' }))
  }) // biome-ignore format: one line says it
})

describe('what is looked up', () => {
  const id = '0198c0de-0000-7000-8000-000000000000'
  test.each([
    ['userName eq "mai"', ofUsers, { userName: 'mai' }],
    ['externalId eq "7" and userName eq "mai"', ofUsers, { externalId: '7', userName: 'mai' }],
    ['urn:ietf:params:scim:schemas:core:2.0:User:userName eq "mai"', ofUsers, { userName: 'mai' }],
    ['active eq false', ofUsers, { active: false }],
    [`id eq "${id}" and members eq "${id}"`, ofGroups, { id, member: id }],
    [`members[value eq "${id}"]`, ofGroups, { member: id }],
    ['userName eq "a" and userName eq "b"', ofUsers, 'nobody'],
    ['id eq "7"', ofUsers, 'nobody'],
  ] as const)('%s', (text, answerable, sought) => {
    expect(soughtBy(text, answerable)).toEqual(sought)
  })

  test.each([
    'userName sw "m"', 'userName pr', 'userName eq "a" or userName eq "b"', 'not (userName eq "a")', 'displayName eq "Mai"',
    'roles eq "officer"', 'userName eq 5', 'active eq "true"',
  ])('%s is refused: nobody is browsed', (text) => {
    expect(() => soughtBy(text, ofUsers)).toThrow(expect.objectContaining({ scimType: 'invalidFilter' }))
  }) // biome-ignore format: one line says it
})
