import { expect, test } from 'vitest'
import { checkRedirect, checkUrl, hostOf, portOf, registrableDomain } from './urls.ts'

test.each([
  ['https://lan.example/a?b=c', 'https://lan.example/a?b=c'],
  ['http://lan.example:443/', 'http://lan.example:443/'],
  ['https://lan.example:80/', 'https://lan.example:80/'],
  ['https://lan.example./#part', 'https://lan.example/'],
  ['https://TIẾNG-VIỆT.vn/', 'https://xn--ting-vit-xya9533d.vn/'],
])('%s may be asked', (text, as) => {
  expect(checkUrl(text)).toMatchObject({ kind: 'fine', url: new URL(as) })
})

test.each([
  ['', 'malformed'],
  ['lan.example', 'malformed'],
  ['https://', 'malformed'],
  ['https://./', 'malformed'],
  ['https://lan.example../', 'malformed'],
  ['https://[::1/', 'malformed'],
  ['https://256.0.0.1/', 'malformed'],
  ['ftp://lan.example/', 'bad_scheme'],
  ['file:///etc/passwd', 'bad_scheme'],
  ['data:text/plain,token', 'bad_scheme'],
  ['javascript:alert(1)', 'bad_scheme'],
  ['gopher://lan.example:443/', 'bad_scheme'],
  ['https://user@lan.example/', 'credentials'],
  ['https://:secret@lan.example/', 'credentials'],
  ['https://lan.example:8443/', 'bad_port'],
  ['http://lan.example:22/', 'bad_port'],
  ['http://lan.example:0/', 'bad_port'],
])('%s is refused: %s', (text, why) => {
  expect(checkUrl(text)).toEqual({ kind: 'refused', why })
})

test('the host is given without brackets and the port is the real one', () => {
  expect(hostOf(new URL('http://[::1]/'))).toBe('::1')
  expect([
    portOf(new URL('http://a.test')),
    portOf(new URL('https://a.test')),
    portOf(new URL('https://a.test:80')),
  ]).toEqual([80, 443, 80])
})

const from = new URL('https://www.lan.example/page')
test.each([
  ['/next', 'https://www.lan.example/next'],
  ['https://lan.example/', 'https://lan.example/'],
  ['//other.lan.example/a', 'https://other.lan.example/a'],
])('a redirect to %s stays inside the domain and is followed', (location, as) => {
  expect(checkRedirect(from, location)).toMatchObject({ kind: 'fine', url: new URL(as) })
})

test.each([
  ['https://example/', 'redirect_outside'],
  ['https://lan.example.evil.example/', 'redirect_outside'],
  ['https://evil-lan.example/', 'redirect_outside'],
  ['http://127.0.0.1/', 'redirect_outside'],
  ['http://www.lan.example/', 'redirect_downgrade'],
  ['https://www.lan.example:8443/', 'bad_port'],
  ['https://a:b@www.lan.example/', 'credentials'],
  ['file:///etc/passwd', 'bad_scheme'],
  ['https://[', 'malformed'],
])('a redirect to %s is not followed: %s', (location, why) => {
  expect(checkRedirect(from, location)).toEqual({ kind: 'refused', why })
})

test('neighbours under a suffix that hands out names are different domains, the private part of the list included', () => {
  const hop = (one: string, other: string) => checkRedirect(new URL(`https://${one}/`), `https://${other}/`).kind
  expect(hop('lan.github.io', 'minh.github.io')).toBe('refused')
  expect(hop('lan.blogspot.com', 'minh.blogspot.com')).toBe('refused')
  expect(hop('lan.com.vn', 'minh.com.vn')).toBe('refused')
  expect(hop('github.io', 'lan.github.io')).toBe('refused')
  expect(hop('a.lan.github.io', 'b.lan.github.io')).toBe('fine')
  expect(hop('10.0.0.1', '10.0.0.2')).toBe('refused')
})

test('a public suffix, an IP address and a single label are no registrable domain', () => {
  expect(['com.vn', 'github.io', '8.8.8.8', 'localhost'].map(registrableDomain)).toEqual([null, null, null, null])
  expect(registrableDomain('a.b.lan.com.vn')).toBe('lan.com.vn')
})
