import { expect, test } from 'vitest'
import { answers } from './answers.ts'
import { absences, silences } from './finding.ts'
import { methodTitle, methodWords } from './method-words.ts'
import { proofMethods } from './methods/index.ts'
import { reasonWords, wordsOf } from './reason-words.ts'

const sentence = /^\S.*\S[.]$/s

test.each([...absences, ...silences])(
  '%s has words in both languages: what it is, what it means, what to do',
  (reason) => {
    const { title, means, todo } = reasonWords[reason]
    for (const lang of ['vi', 'en'] as const) {
      expect(title[lang]).toMatch(/^\S.*[^.]$/)
      expect(means[lang]).toMatch(sentence)
      expect(todo[lang]).toMatch(sentence)
    }
    expect(means.vi).not.toBe(means.en)
  },
)

test('there are words for no reason that cannot occur', () => {
  expect(Object.keys(reasonWords).sort()).toEqual([...absences, ...silences].sort())
  expect(wordsOf('toString')).toBeUndefined()
})

test('"could not tell" never says that something was not found', () => {
  for (const reason of silences) {
    const { title, means, todo } = reasonWords[reason]
    for (const text of [title, means, todo]) {
      expect(text.vi).not.toMatch(/không thấy|chưa thấy|không tìm thấy/i)
      expect(text.en).not.toMatch(/not found|no code|nothing/i)
    }
  }
})

test('every method has its words in both languages', () => {
  for (const { name } of proofMethods) {
    for (const [key, text] of Object.entries(methodWords(name, 'vi'))) {
      expect(text, `${name} ${key}`).not.toBe('')
      expect(text, `${name} ${key}`).not.toBe(methodWords(name, 'en')[key as keyof ReturnType<typeof methodWords>])
    }
    expect(methodTitle(name, 'vi')).toBe(methodWords(name, 'vi').title)
  }
})

test('no sentence of this room shouts', () => {
  const said = JSON.stringify([reasonWords, answers, proofMethods.map(({ name }) => methodWords(name, 'vi'))])
  expect(said).not.toContain('!')
})
