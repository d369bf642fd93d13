import { expect, test } from 'vitest'
import { reasonWords } from './words.ts'

const sayings = Object.entries(reasonWords)

test('each of the 24 reasons is said in both languages', () => {
  expect(sayings.length).toBe(24)
  for (const [reason, { vi, en }] of sayings) {
    expect(vi, reason).toMatch(/^\p{Lu}.*\.$/u)
    expect(en, reason).toMatch(/^[A-Z].*\.$/)
    expect(vi, reason).not.toBe(en)
  }
})

test('no reason is shouted, and each says what to do next', () => {
  for (const [reason, { vi, en }] of sayings) {
    expect(vi + en, reason).not.toContain('!')
    expect(vi, reason).toMatch(/[Hh]ãy /)
    expect(en, reason).toMatch(/[Pp]aste|[Cc]opy|[Cc]heck|[Cc]hoose|[Ll]eave|[Tt]ype/)
  }
})

test('whoever declares is addressed as anh/chị, or not at all', () => {
  for (const [reason, { vi }] of sayings) expect(vi, reason).not.toMatch(/(^|\s)(bạn|ông|bà|quý vị)(\s|[.,])/iu)
})
