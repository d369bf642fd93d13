import { expect, test } from 'vitest'
import { base32, isToken, newToken } from './token.ts'

test('the alphabet and the order of bits are those of RFC 4648', () => {
  expect(base32(Buffer.from('fooba'))).toBe('mzxw6ytb')
  expect(base32(Buffer.from('foobarfoob'))).toBe('mzxw6ytbojtg633c')
  expect(base32(Buffer.alloc(20, 255))).toBe('7'.repeat(32))
})

test('a token has 32 characters, and a thousand of them are all different', () => {
  const tokens = Array.from({ length: 1000 }, newToken)
  expect(tokens.every(isToken)).toBe(true)
  expect(new Set(tokens).size).toBe(1000)
})

test('every bit of a token is random', () => {
  const ones = Array.from({ length: 2000 }, newToken).flatMap((token) => [...token])
  expect(new Set(ones).size).toBe(32)
})

test.each(['', 'a'.repeat(31), 'a'.repeat(33), 'A'.repeat(32), '0'.repeat(32), `${'a'.repeat(32)}\n`])(
  '%j is no token',
  (text) => {
    expect(isToken(text)).toBe(false)
  },
)
