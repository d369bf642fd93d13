import { expect, test } from 'vitest'
import { opened, sealed } from './seal.ts'

const kept = { verifier: 'v'.repeat(43), nonce: 'n', client: { id: 'a', secret: 'b' } }

test('what was sealed by a state is opened by that state and by no other', () => {
  const bytes = sealed('trang-thai', kept)
  expect(opened('trang-thai', bytes)).toEqual(kept)
  expect(() => opened('trang-thai-khac', bytes)).toThrow()
  expect(bytes.toString('latin1')).not.toContain('vvv')
})

test('a changed byte, or nothing at all, is not opened', () => {
  const bytes = sealed('trang-thai', kept)
  for (const at of [0, 13, bytes.length - 1]) {
    const changed = Buffer.from(bytes)
    changed[at] = (changed[at] as number) ^ 1
    expect(() => opened('trang-thai', changed)).toThrow()
  }
  expect(() => opened('trang-thai', Buffer.alloc(0))).toThrow()
})

test('the same thing sealed twice does not look the same', () => {
  expect(sealed('trang-thai', kept).equals(sealed('trang-thai', kept))).toBe(false)
})
