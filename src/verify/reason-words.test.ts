import { expect, test } from 'vitest'
import { reasonWords, recognise } from '../addresses/index.ts'
import { reasonSentences } from './reason-words.ts'

const codes = Object.keys(reasonWords) as (keyof typeof reasonWords)[]

test('each of the 24 reasons is said to the public in both languages, and ends with what to do next', () => {
  expect(codes).toHaveLength(24)
  for (const code of codes) {
    const [vi, en] = [reasonSentences.vi[code], reasonSentences.en[code]]
    expect(vi, code).toMatch(
      /[Hh]ãy [^.]*\.$|[Đđ]ừng [^.]*\.$|[Hh]ãy .*https:\/\/\.$|[Hh]ãy .*(\.com|ten-tai-khoan)\.$/,
    )
    expect(en, code).toMatch(/[Pp]aste|[Cc]opy|[Aa]sk|[Cc]heck|[Cc]hoose|[Tt]ype|[Aa]dd|Do not/)
  }
})

test('the public question addresses nobody, and shouts at nobody', () => {
  for (const code of codes) {
    expect(reasonSentences.vi[code], code).not.toMatch(/anh\/chị|\bbạn\b|!/)
    expect(reasonSentences.en[code], code).not.toMatch(/\byou\b|\byour\b|!/i)
  }
})

test('an example in a sentence is an address of the kind that it asks for', () => {
  for (const lang of ['vi', 'en'] as const) {
    const example = /facebook\.com\/[\w-]+/.exec(reasonSentences[lang].ambiguous_handle)?.[0] ?? ''
    expect(recognise(example).address?.platform, example).toBe('facebook')
  }
})
