import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { worstCases } from '../../test/data/addresses/worst-cases.ts'
import { type Address, platforms, recognise } from './index.ts'
import { reasonWords } from './words.ts'

const corpus = readFileSync(new URL('../../test/data/addresses/corpus.jsonl', import.meta.url), 'utf8')
const inputs: string[] = corpus
  .split('\n')
  .filter(Boolean)
  .map((line) => JSON.parse(line).input)
  .filter((input: string) => input.length < 300)

const bits = [
  ...'./%@?#&;,!()[]\'"`:_-+=|<\\ ·ạ0aA。Ａ',
  '..',
  '//',
  '%2E',
  '%2e%2e',
  '%40',
  '%CD%BE',
  '%E2%80%8B',
  '%CC%81',
  '%e1%bb%87',
  'e\u0301',
  '#!/',
  'www.',
  'http://',
  'https://',
  'İ',
  'ﬁ',
  'ß',
  '\u037e',
  '\u1fef',
  'ΑΣ',
  '\ud800',
  'xn--',
  '12345',
  '123456789',
  'pfbid',
  'login',
  '.rss',
  '/feed',
  'facebook.com',
  'mastodon.social',
  '@a@b.vn',
  'utm_a=1',
  'si=1',
]
const words = [
  'groups',
  'people',
  'pages',
  'posts',
  'video',
  'user',
  'c',
  'channel',
  'in',
  'company',
  's',
  'profile',
  'post',
  'users',
  'statuses',
  'orgs',
  'r',
  'u',
  'm',
  'p',
  'stories',
  'status',
  'i',
  'intent',
  'send',
  'pub',
  'note',
  '1',
]
const hosts = [
  'facebook.com',
  'zalo.me',
  'oa.zalo.me',
  'tiktok.com',
  'youtube.com',
  'instagram.com',
  'threads.com',
  'x.com',
  'linkedin.com',
  't.me',
  'bsky.app',
  'mastodon.social',
  'github.com',
  'gitlab.com',
  'reddit.com',
  'pinterest.fr',
  'medium.com',
  'a.medium.com',
  'substack.com',
  'a.substack.com',
  'chats.viber.com',
  'invite.viber.com',
  'wa.me',
  'chat.whatsapp.com',
  'lotus.vn',
  'a.vn',
  'www.www.a.vn',
  'www.gov.vn',
  'a.blogspot.de',
  'feeds.a.vn',
  'open.spotify.com',
  'www.google.com',
]
const schemes = ['https://', 'http://', '', '//', 'feed:', '@', 'tg://', 'viber://', 'at://', 'acct:']

const joined = (parts: fc.Arbitrary<string>, maxLength: number) =>
  fc.array(parts, { maxLength }).map((all) => all.join(''))

const urls = fc
  .tuple(
    fc.constantFrom(...schemes),
    fc.constantFrom(...hosts),
    joined(fc.constantFrom('/', ...bits, ...words), 8),
    joined(fc.constantFrom('?', 'id=', 'g2=', 'phone=', 'u=', 'q=', ...bits), 4),
  )
  .map(([scheme, host, path, query]) => `${scheme}${host}/${path}${query}`)

const changed = fc
  .tuple(
    fc.constantFrom(...inputs),
    fc.array(fc.tuple(fc.nat(300), fc.nat(3), fc.constantFrom(...bits)), { minLength: 1, maxLength: 4 }),
  )
  .map(([input, changes]) =>
    changes.reduce((text, [place, gone, bit]) => {
      const at = place % (text.length + 1)
      return text.slice(0, at) + bit + text.slice(at + gone)
    }, input),
  )

const texts = fc.oneof(
  urls,
  changed,
  joined(fc.constantFrom(...bits, ...inputs), 6),
  fc.string({ unit: 'binary', maxLength: 80 }),
)
const hints = fc.option(fc.constantFrom(...platforms), { nil: undefined, freq: 2 })
const runs = { numRuns: 20_000 }

test('any text is an address or has a reason, and never throws', () => {
  fc.assert(
    fc.property(texts, hints, (text, hint) => {
      const { address, error } = recognise(text, hint)
      expect(address === undefined).toBe(error !== undefined)
      if (error) expect(reasonWords).toHaveProperty(error)
      else expect(address.handle !== '' && address.canonical.length <= 2048).toBe(true)
    }),
    runs,
  )
})

test('a text has the same meaning every time, whatever was read in between', () => {
  fc.assert(
    fc.property(texts, texts, hints, (text, between, hint) => {
      const before = recognise(text, hint)
      recognise(between)
      expect(recognise(text, hint)).toEqual(before)
    }),
    runs,
  )
})

test.each(['https://a.vn/t%3B%CC%A3u', 'https://a.vn/?q=%7B%CC%A3'])(
  'a mark after an escape does not become a part of it: %s',
  (text) => {
    const { address } = recognise(text)
    expect(address?.canonical).toMatch(/%(3B|7B)%CC%A3/)
    expect(recognise(address?.canonical ?? '')).toEqual({ address })
  },
)

const withoutVia = ({ via: _, ...account }: Address) => account

test('the canonical form of whatever is accepted gives the same account, never read out of a post', () => {
  fc.assert(
    fc.property(texts, hints, (text, hint) => {
      const { address } = recognise(text, hint)
      // The scheme feed: says that an address is a feed; its canonical form has no such scheme to say it.
      if (!address || /feed:/i.test(text)) return
      expect(recognise(address.canonical)).toEqual({ address: withoutVia(address) })
    }),
    runs,
  )
})

test('a canonical form is plain ASCII without white space, and https or a link of Viber', () => {
  fc.assert(
    fc.property(texts, hints, (text, hint) => {
      const { address } = recognise(text, hint)
      if (address) expect(address.canonical).toMatch(/^(?:https:\/\/[\x21-\x7e]+|viber:\/\/chat\?number=%2B84\d{9})$/)
    }),
    runs,
  )
})

test('texts of the greatest length made to be slow have a meaning too', () => {
  for (const text of worstCases()) {
    expect(text.length).toBe(2048)
    const { address, error } = recognise(text)
    expect(address ?? error).toBeDefined()
  }
})
