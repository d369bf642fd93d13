import { expect, test } from 'vitest'
import { platforms, recognise } from '../../addresses/index.ts'
import { parseSettings } from '../../settings.ts'
import { methodsFor, proofMethods } from './index.ts'
import type { Terms } from './method.ts'
import { ways, waysFor } from './table.ts'

const full = parseSettings(
  JSON.stringify({
    platforms: { youtube: { key: 'k' } },
    sign_in: [
      { kind: 'github', client_id: 'a' },
      { kind: 'gitlab', client_id: 'a' },
      { kind: 'google', client_id: 'a' },
      { kind: 'mastodon' },
    ],
  }),
)
const bare = parseSettings('{}')
const terms = (settings: Terms['settings']): Terms => ({
  label: 'chinhdanh',
  today: '2026-11-24',
  url: 'https://so.example',
  settings,
})

function namesFor(typed: string, settings = full): string[] {
  const { address } = recognise(typed)
  if (!address) throw new Error(`${typed} is no address`)
  return methodsFor(address, terms(settings)).map(({ name }) => name)
}

test('every platform is in the table, and whatever it is an officer can witness it, last', () => {
  expect(Object.keys(ways).sort()).toEqual([...platforms].sort())
  for (const platform of platforms) expect(ways[platform].at(-1), platform).toEqual({ method: 'witnessed' })
})

test('every method has a place in the table, and none stands twice for one platform', () => {
  const placed = Object.values(ways).map((all) => all.map(({ method }) => method))
  for (const { name } of proofMethods) expect(placed.flat(), name).toContain(name)
  for (const names of placed) expect(new Set(names).size).toBe(names.length)
})

test.each([
  ['https://nguyenvana-mau.vn/', ['dns-txt', 'well-known', 'meta-tag', 'rel-me']],
  ['https://nguyenvana-mau.vn/blog', ['meta-tag', 'rel-me']],
  ['https://lan.github.io/', ['dns-txt', 'well-known', 'meta-tag', 'rel-me']],
  ['https://github.com/lan', ['sign-in', 'profile-code', 'rel-me']],
  ['https://gitlab.com/lan', ['sign-in', 'profile-code', 'rel-me']],
  ['https://mastodon.social/@lan', ['sign-in', 'profile-code']],
  ['https://www.youtube.com/@lan', ['sign-in', 'profile-code']],
  ['https://bsky.app/profile/lan.bsky.social', ['bluesky']],
  ['https://www.facebook.com/nguyenvanamau', []],
])('%s is proven by these ways, in this order, the officer aside', (typed, expected) => {
  expect(namesFor(typed).filter((name) => name !== 'witnessed')).toEqual(expected)
})

test('what needs a key or a provider is not offered without', () => {
  for (const [typed, expected] of [
    ['https://github.com/lan', ['profile-code', 'rel-me']],
    ['https://mastodon.social/@lan', ['profile-code']],
    ['https://www.youtube.com/@lan', []],
  ] as const)
    expect(namesFor(typed, bare).filter((name) => name !== 'witnessed')).toEqual(expected)
})

test('a way that is not in the table is not offered, even where the method would take the address', () => {
  const anywhere = parseSettings(
    JSON.stringify({
      sign_in: [
        {
          kind: 'openid',
          name: 'X',
          client_id: 'a',
          issuer: 'https://id.example',
          account: 'https://x.com/{preferred_username}',
        },
      ],
    }),
  )
  expect(namesFor('https://x.com/lan', anywhere)).not.toContain('sign-in')
  expect(waysFor('toString')).toEqual([])
})
