import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { mayBe, newReceiptCode, receiptCodeOf, sinceOf } from './rules.ts'

const today = '2026-11-24'

describe('since when', () => {
  test('may be left empty, be a year, or a year and month', () => {
    expect(sinceOf('', ' ', today)).toEqual({})
    expect(sinceOf('', '2019', today)).toEqual({ since: '2019' })
    expect(sinceOf('3', '2019', today)).toEqual({ since: '2019-03' })
    expect(sinceOf('03', '2019', today)).toEqual({ since: '2019-03' })
  })

  test('is this month at the latest', () => {
    expect(sinceOf('11', '2026', today)).toEqual({ since: '2026-11' })
    expect(sinceOf('12', '2026', today)).toMatchObject({ problem: { code: 'in_future' } })
    expect(sinceOf('', '2026', today)).toEqual({ since: '2026' })
    expect(sinceOf('', '2027', today)).toMatchObject({ problem: { code: 'in_future' } })
  })

  test('names the field that is wrong, whatever is typed, and never fails', () => {
    expect(sinceOf('3', '', today)).toMatchObject({ problem: { field: 'since_year', code: 'year_missing' } })
    expect(sinceOf('13', '2019', today)).toMatchObject({ problem: { field: 'since_month' } })
    expect(sinceOf('', '1989', today)).toMatchObject({ problem: { code: 'year_wrong' } })
    fc.assert(
      fc.property(fc.string(), fc.string(), (month, year) => {
        const read = sinceOf(month, year, today)
        return 'problem' in read || read.since === undefined || /^\d{4}(-\d{2})?$/.test(read.since)
      }),
    )
  })
})

describe('a receipt code', () => {
  test('holds all 40 bits: other bytes give another code', () => {
    const code = (n: bigint) =>
      newReceiptCode(Uint8Array.from([32n, 24n, 16n, 8n, 0n], (shift) => Number((n >> shift) & 255n)))
    const bits = fc.bigInt({ min: 0n, max: (1n << 40n) - 1n })
    fc.assert(fc.property(bits, bits, (one, other) => (code(one) === code(other)) === (one === other)))
    expect([code(0n), code((1n << 40n) - 1n)]).toEqual(['BN-0000-0000', 'BN-ZZZZ-ZZZZ'])
  })

  test('is read again however it was copied by hand', () => {
    const code = newReceiptCode()
    for (const typed of [code, code.toLowerCase(), code.replaceAll('-', ' '), code.slice(3)])
      expect(receiptCodeOf(typed)).toBe(code)
    expect(receiptCodeOf('BN-OIL1-0000')).toBe('BN-0111-0000')
    for (const typed of ['', 'BN-', 'BN-000', 'BN-0000-00000', 'BN-UUUU-UUUU', "'; --"])
      expect(receiptCodeOf(typed)).toBeUndefined()
  })
})

test('only level 1 and above may be anything but private', () => {
  expect([mayBe('private', 0), mayBe('confirmable', 0), mayBe('listed', 0)]).toEqual([true, false, false])
  expect([mayBe('confirmable', 1), mayBe('listed', 3)]).toEqual([true, true])
})
