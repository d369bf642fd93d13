import { expect, test } from 'vitest'
import { safeThen } from './then.ts'

test('after signing in one goes on to a path of this register', () => {
  expect(safeThen('/declarations/1?x=y')).toBe('/declarations/1?x=y')
})

test.each([
  '//evil.example',
  '/\\evil.example',
  '\\\\evil.example',
  'https://evil.example',
  'evil',
  '/a\\b',
  '/\t/evil.example',
  '/a\nb',
  '',
  null,
  `/${'a'.repeat(600)}`,
])('%j leads to the first page and nowhere else', (then) => {
  expect(safeThen(then)).toBe('/declarations')
})
