import { expect, test } from 'vitest'
import {
  displayAddress,
  isPlatform,
  maskedAddress,
  maskPhone,
  platformName,
  platforms,
  recognise,
  splitPaste,
  websiteHost,
} from './index.ts'
import type { Address } from './types.ts'

function addressOf(text: string): Address {
  const { address, error } = recognise(text)
  if (!address) throw new Error(`${text}: ${error}`)
  return address
}

test('every platform has a name of its own', () => {
  expect(platforms.length).toBe(23)
  expect(new Set(platforms.map(platformName)).size).toBe(23)
  expect(platformName('x')).toBe('X')
  expect(platformName('youtube')).toBe('YouTube')
})

test('only the platforms of the table are platforms', () => {
  expect(isPlatform('zalo')).toBe(true)
  expect(isPlatform('Zalo')).toBe(false)
  expect(isPlatform('constructor')).toBe(false)
})

test('an address is shown without what every address has', () => {
  expect(displayAddress('https://www.facebook.com/abc')).toBe('facebook.com/abc')
  expect(displayAddress('https://abc.vn/')).toBe('abc.vn')
  expect(displayAddress('https://abc.vn/b?c=/')).toBe('abc.vn/b?c=/')
  expect(displayAddress('viber://chat?number=%2B84912345678')).toBe('viber://chat?number=%2B84912345678')
})

test('a telephone number is shown with its middle left out, and nothing else is', () => {
  expect(maskPhone(addressOf('zalo.me/0912345678'))).toBe('zalo.me/8491•••••78')
  expect(maskPhone(addressOf('viber://chat?number=84912345678'))).toBe('viber://chat?number=%2B8491•••••78')
  expect(maskPhone(addressOf('t.me/+84912345678'))).toBe('t.me/+8491•••••78')
  expect(maskPhone(addressOf('zalo.me/thongtinchinhphu'))).toBe('zalo.me/thongtinchinhphu')
  expect(maskPhone(addressOf('t.me/+UZbLBklgvaLyY4Gg'))).toBe('t.me/+UZbLBklgvaLyY4Gg')
})

test('so much of a number is left out that it cannot be guessed, however short it is', () => {
  expect(maskedAddress(addressOf('zalo.me/0912345678'))).toBe('https://zalo.me/8491•••••78')
  expect(maskedAddress({ handle: '+12345678', canonical: 'https://wa.me/12345678' })).toBe('https://wa.me/12•••••8')
  for (const address of ['https://wa.me/84912345678', 'https://t.me/+84912345678', 'viber://chat?number=84912345678'])
    expect(maskedAddress(addressOf(address)), address).toMatch(/8491•{5}78$/)
})

test('only the root of a website speaks for its host', () => {
  expect(websiteHost(addressOf('https://www.abc.vn'))).toBe('abc.vn')
  expect(websiteHost(addressOf('https://tiếngviệt.vn'))).toBe('xn--tingvit-5t4cyc.vn')
  expect(websiteHost(addressOf('https://abc.vn/b'))).toBeUndefined()
  expect(websiteHost(addressOf('https://abc.vn/?b=c'))).toBeUndefined()
  expect(websiteHost(addressOf('https://abc.substack.com/'))).toBeUndefined()
})

test('a paste of several addresses is split, each once, and a line without one is kept for its reason', () => {
  const paste = 'Facebook: https://www.facebook.com/abc, https://x.com/abc\r\nZalo: 0912 345 678\n\nhttps://x.com/abc'
  expect(splitPaste(paste)).toEqual(['https://www.facebook.com/abc', 'https://x.com/abc', 'Zalo: 0912 345 678'])
  expect(splitPaste('abc.vn và x.com/abc')).toEqual(['abc.vn và x.com/abc'])
  expect(splitPaste('  ')).toEqual([])
})
