import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { defaultSettings } from '../../config.ts'
import { type Internet, internet } from '../tests/internet.ts'
import { dnsTxt } from './dns-txt.ts'

const token = 'mfzwizltor2gk3tpnfxgk4tbmrzws2lo'
const other = 'ob2wk3tjor4hg5dfnzqxgylmnrwgc3ta'
const website = (canonical: string) => ({ platform: 'website', canonical })
const lan = website('https://lan-nguyen.vn/')
const name = '_so-challenge.lan-nguyen.vn'
const terms = { label: 'so', today: '2026-11-24', url: 'https://so.vn', settings: defaultSettings }
const sought = { token, keep: false, expiresOn: '2026-12-24' }

let outside: Internet
beforeAll(async () => {
  outside = await internet()
})
afterAll(() => outside[Symbol.asyncDispose]())
beforeEach(() => {
  outside.dns.clear()
  outside.south.clear()
})
const publish = (...values: (string | string[])[]) => outside.dns.set(`TXT ${name}`, values)
const look = () => dnsTxt.look(outside.net, lan, sought, terms)

test('says exactly what to put where', () => {
  expect(dnsTxt.publish(lan, sought, terms)).toEqual({ type: 'TXT', name, value: `token=${token} expiry=2026-12-24` })
  expect(dnsTxt.publish(lan, { ...sought, keep: true, expiresOn: null }, terms)).toMatchObject({
    value: `token=${token} expiry=never`,
  })
})

test('what it asks for is found, and the answer names both resolvers', async () => {
  publish(`token=${token} expiry=2026-12-24`)
  expect(await look()).toEqual({
    kind: 'found',
    until: '2026-12-24',
    place: name,
    where: name,
    expected: `token=${token} expiry=2026-12-24`,
    resolvers: outside.net.resolvers.names,
  })
})

test('a record in several strings, beside others, is found', async () => {
  publish('v=spf1 -all', `token=${other}`, [`token=${token.slice(0, 9)}`, `${token.slice(9)} expiry=never`])
  expect(await look()).toMatchObject({ kind: 'found' })
})

test('a record is good on its last day and not after it', async () => {
  publish(`token=${token} expiry=2026-11-24`)
  expect(await look()).toMatchObject({ kind: 'found' })
  publish(`token=${token} expiry=2026-11-23`)
  expect(await look()).toMatchObject({
    kind: 'absent',
    reason: 'token_expired',
    seen: [`token=${token} expiry=2026-11-23`],
  })
})

test('one good record is enough beside an expired one', async () => {
  publish(`token=${token} expiry=2026-01-01`, `token=${token}`)
  expect(await look()).toMatchObject({ kind: 'found' })
})

test('of what stands there only texts of our own form are shown, the rest is counted', async () => {
  publish('google-site-verification=secret', 'phone=0901234567', `token=${other} expiry=2026-11-20 note=secret`)
  const finding = await look()
  expect(finding).toMatchObject({
    kind: 'absent',
    reason: 'other_token',
    seen: [`token=${other} expiry=2026-11-20`],
    others: 2,
  })
  expect(JSON.stringify(finding)).not.toMatch(/secret|0901/)
})

test('records of other forms only are named so', async () => {
  publish('v=spf1 -all', token)
  expect(await look()).toMatchObject({ kind: 'absent', reason: 'other_records', seen: [], others: 2 })
})

test('an expiry that cannot be read does not pass', async () => {
  publish(`token=${token} expiry=31/12/2026`)
  expect(await look()).toMatchObject({ kind: 'absent', reason: 'expiry_unreadable' })
})

test.each(['NXDOMAIN', []] as const)('%j is absent', async (said) => {
  outside.dns.set(`TXT ${name}`, said)
  expect(await look()).toMatchObject({ kind: 'absent', reason: 'no_record', seen: [], others: 0 })
})

test.each([
  ['SERVFAIL', 'dns_servfail'],
  ['REFUSED', 'dns_refused'],
  ['SILENCE', 'dns_timeout'],
] as const)('%s is never a no', async (said, reason) => {
  outside.dns.set(`TXT ${name}`, said)
  expect(await look()).toMatchObject({ kind: 'unreachable', reason })
})

test('a record that only one of two resolvers sees confirms nothing and denies nothing', async () => {
  publish(`token=${token}`)
  outside.south.set(`TXT ${name}`, [])
  expect(await look()).toMatchObject({ kind: 'unreachable' })
  outside.south.set(`TXT ${name}`, [`token=${other}`])
  expect(await look()).toMatchObject({ kind: 'unreachable', reason: 'dns_disagree' })
})

test('two resolvers need to agree about the token only', async () => {
  publish(`token=${token}`, 'v=spf1 -all')
  outside.south.set(`TXT ${name}`, [`token=${token}`, 'changing=1'])
  expect(await look()).toMatchObject({ kind: 'found' })
})

test('a record at any other name proves nothing', async () => {
  for (const elsewhere of ['lan-nguyen.vn', '_so-challenge.www.lan-nguyen.vn', '_so-challenge.vn', '_so.lan-nguyen.vn'])
    outside.dns.set(`TXT ${elsewhere}`, [`token=${token}`])
  expect(await look()).toMatchObject({ kind: 'absent', reason: 'no_record' })
})

test.each([
  ['https://lan-nguyen.vn/', true],
  ['https://blog.lan-nguyen.vn/', true],
  ['https://lan.github.io/', true],
  ['https://xn--lan-nguyn-u1a.vn/', true],
  ['https://lan-nguyen.vn/blog', false],
  ['https://lan-nguyen.vn/?p=1', false],
  ['https://github.io/', false],
  ['https://com.vn/', false],
  ['https://vn/', false],
  ['https://lan-nguyen.vn:8443/', false],
])('%s can be proven by a record: %s', (canonical, can) => {
  expect(dnsTxt.applies(website(canonical), terms)).toBe(can)
})

test('an account on a platform cannot be proven by a record', () => {
  expect(dnsTxt.applies({ platform: 'facebook', canonical: 'https://www.facebook.com/' }, terms)).toBe(false)
})
