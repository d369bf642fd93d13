import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { imitated, recognise } from './index.ts'

describe('a look-alike', () => {
  test('is told by whom it imitates and whose it really is', () => {
    expect(imitated('https://facebook.com.dang-nhap.vn/a')).toEqual({
      name: 'Facebook',
      host: 'facebook.com',
      domain: 'dang-nhap.vn',
    })
    expect(imitated('faceb00k.com/a')).toMatchObject({ name: 'Facebook', domain: 'faceb00k.com' })
    expect(imitated('https://fаcebook.com/a')).toMatchObject({ name: 'Facebook', domain: 'xn--fcebook-2fg.com' })
    expect(imitated('zalo.me.vn/x')).toMatchObject({ name: 'Zalo', host: 'zalo.me' })
    expect(imitated('facebook.con/x')).toMatchObject({ name: 'Facebook', domain: 'facebook.con' })
    expect(imitated('https://www.facebook.com.an-toan.com.vn:8080/x')).toMatchObject({ domain: 'an-toan.com.vn' })
  })

  test('of the list is named by whom it imitates', () => {
    for (const text of ['facebook.com.dang-nhap.vn', 'faceb00k.com', 'zalo.me.vn', 'instagram.vn', 'twltter.com']) {
      expect(recognise(text).error, text).toBe('lookalike_host')
      expect(imitated(text).name, text).toBeTypeOf('string')
    }
  })

  test('that cannot be read is shown with less, and never fails', () => {
    expect(imitated('')).toEqual({})
    fc.assert(fc.property(fc.string({ unit: 'binary-ascii', maxLength: 600 }), (text) => imitated(text) !== undefined))
  })
})
