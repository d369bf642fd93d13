import { expect, test } from 'vitest'
import { judged } from './judge.ts'
import type { Account } from './providers/index.ts'

const declared = { platform: 'github', canonical: 'https://github.com/lan', handle: 'lan' }
const judge = (accounts: readonly Account[], uid: string | null = null) => {
  const finding = judged(accounts, { declared, uid, place: 'https://github.com' })
  return finding.kind === 'found' ? `found ${finding.uid}` : `${finding.kind} ${finding.reason}`
}
const account = (address: string, uid?: string): Account => ({ addresses: [address], uid })

test('an account counts by its address as the register reads it, in whatever letters', () => {
  expect(judge([account('https://github.com/LAN', '1')])).toBe('found 1')
  expect(judge([account('https://www.github.com/lan/')])).toBe('found undefined')
})

test('what only contains the name, a post of it, and a name at another host do not', () => {
  for (const address of ['https://github.com/lan2', 'https://github.com/lan/post', 'https://gitlab.com/lan', 'lan', ''])
    expect(judge([account(address, '1')])).toBe('absent not_this_account')
  expect(judge([])).toBe('absent not_this_account')
})

test('the same name under another number is another account; the same number under another name is a new name', () => {
  expect(judge([account('https://github.com/lan', '2')], '1')).toBe('absent other_account')
  expect(judge([account('https://github.com/lan-moi', '1')], '1')).toBe('absent renamed')
  expect(judge([account('https://github.com/lan', '1')], '1')).toBe('found 1')
})

test('a number is compared only with one of the same giver', () => {
  expect(judge([account('https://github.com/lan', 'https://a.example 2')], 'https://a.example 1')).toBe(
    'absent other_account',
  )
  for (const [read, proven] of [
    ['https://a.example 2', 'https://b.example 1'],
    ['2', 'https://a.example 1'],
    ['https://a.example 2', '1'],
  ] as const)
    expect(judge([account('https://github.com/lan', read)], proven)).toBe(`found ${read}`)
})
