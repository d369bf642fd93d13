import { expect, test } from 'vitest'
import { browserName, cameOf, checkEndpoint, isKnown, minutesUntilNext } from './rules.ts'

const hosts = ['fcm.googleapis.com', '*.push.apple.com']

test.each([
  ['https://fcm.googleapis.com/fcm/send/abc:def', undefined],
  ['https://web.push.apple.com/QGx', undefined],
  ['https://push.apple.com/QGx', 'push_host_unknown'],
  ['https://evilpush.apple.com/QGx', 'push_host_unknown'],
  ['https://fcm.googleapis.com./x', 'push_host_unknown'],
  ['https://FCM.googleapis.com/x', 'push_address_refused'], // as no browser writes it
  ['https://fcm.googleapis.com/x#y', 'push_address_refused'],
  ['https://fcm.googleapis.com:443/x', 'push_address_refused'],
])('%s: %s', (text, said) => {
  expect(checkEndpoint(text, hosts)).toBe(said)
})

test('a star stands for what is below, not for nothing', () => {
  expect(
    ['a.push.apple.com', 'b.a.push.apple.com', '.push.apple.com', 'push.apple.com'].map((host) => isKnown(host, hosts)),
  ).toEqual([true, true, false, false])
})

test('what could not be told now is tried later, what never can is not', () => {
  const status = (of: number) => cameOf({ kind: 'response', status: of } as never).kind
  expect([200, 201, 404, 410].map(status)).toEqual(['taken', 'taken', 'gone', 'gone'])
  expect([408, 429, 500, 503].map(status)).toEqual(['silent', 'silent', 'silent', 'silent'])
  expect([400, 401, 403, 413].map(status)).toEqual(['refused', 'refused', 'refused', 'refused'])
  const silence = (why: string) => cameOf({ kind: 'unreachable', why } as never).kind
  expect(['timeout', 'dns_unreachable', 'certificate'].map(silence)).toEqual(['silent', 'silent', 'silent'])
  expect(['address_not_public', 'credentials', 'bad_port'].map(silence)).toEqual(['refused', 'refused', 'refused'])
  expect([0, 4, 5].map(minutesUntilNext)).toEqual([1, 240, undefined])
})

test.each([
  ['Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/153.0.0.0 Safari/537.36 Edg/153.0', 'Edge'],
  ['Mozilla/5.0 (X11; Linux x86_64; rv:150.0) Gecko/20100101 Firefox/150.0', 'Firefox'],
  ['Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 coc_coc_browser/130.0 Chrome/124.0 Safari/537.36', 'Cốc Cốc'],
  ['Mozilla/5.0 (iPhone) AppleWebKit/605.1.15 Version/19.0 Mobile/15E148 Safari/604.1', 'Safari'],
  ['curl/8', ''],
])('%s is %s', (userAgent, name) => {
  expect(browserName(userAgent)).toBe(name)
})
