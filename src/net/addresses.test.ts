import fc from 'fast-check'
import { expect, test } from 'vitest'
import { networks, vet } from './addresses.ts'

const global = [
  '1.1.1.1',
  '8.8.8.8',
  '123.30.1.9',
  '203.162.4.190',
  '2606:4700:4700::1111',
  '2405:4800::1',
  '2a00:1450:4001::8',
]

test.each(global)('%s is global and may be reached', (address) => {
  expect(vet(address, [])).toBe(address)
})

const special: Record<string, readonly string[]> = {
  'this network': ['0.0.0.0', '0.1.2.3'],
  private: ['10.0.0.5', '10.255.255.255', '172.16.0.1', '172.31.255.255', '192.168.1.1'],
  'shared by carriers': ['100.64.0.1', '100.127.255.255'],
  loopback: ['127.0.0.1', '127.255.255.254', '::1'],
  'link-local': ['169.254.0.1', '169.254.169.254', 'fe80::1', 'febf::1'],
  'protocol assignments': ['192.0.0.1', '192.0.0.171', '2001:1::1', '2001:1ff::1'],
  documentation: ['192.0.2.1', '198.51.100.1', '203.0.113.1', '2001:db8::1', '3fff::1', '3fff:fff::1'],
  '6to4 and its relays': ['192.88.99.1', '2002:7f00:1::', '2002:7f00:1::1', '2002:808:808::1'],
  benchmarking: ['198.18.0.1', '198.19.255.255', '2001:2::1'],
  AS112: ['192.31.196.1', '192.175.48.1', '2620:4f:8000::1', '2001:4:112::1'],
  AMT: ['192.52.193.1', '2001:3::1'],
  multicast: ['224.0.0.1', '239.255.255.255', 'ff02::1'],
  reserved: ['240.0.0.1', '255.255.255.255'],
  unspecified: ['::'],
  'IPv4 within IPv6': ['::ffff:127.0.0.1', '::ffff:7f00:1', '::ffff:10.0.0.5', '::127.0.0.1', '::ffff:0:127.0.0.1'],
  NAT64: ['64:ff9b::7f00:1', '64:ff9b::8.8.8.8', '64:ff9b:1::1'],
  Teredo: ['2001::1', '2001:0:4136:e378:8000:63bf:3fff:fdd2'],
  ORCHID: ['2001:10::1', '2001:20::1', '2001:30::1'],
  'unique local': ['fc00::1', 'fd00::1', 'fdff::1'],
  'site-local, discard, unassigned': ['fec0::1', '100::1', '1::1', '4000::1', '5f00::1', '8000::1', 'e000::1'],
}

for (const [name, addresses] of Object.entries(special))
  test.each(addresses)(`%s (${name}) may not be reached`, (address) => {
    expect(vet(address, [])).toBeUndefined()
  })

test('an IPv4 address in IPv6 clothes is judged, and connected to, as what it is', () => {
  expect(vet('::ffff:8.8.8.8', [])).toBe('8.8.8.8')
  expect(vet('::ffff:127.0.0.1', networks(['127.0.0.0/8']))).toBe('127.0.0.1')
})

test.each([
  '',
  'localhost',
  '127.1',
  '0x7f.0.0.1',
  '2130706433',
  '017700000001',
  '8.8.8.8.8',
  'fe80::1%eth0',
  '2606:4700::1%eth0',
  ' 8.8.8.8',
])('"%s" is no address and may not be reached', (text) => {
  expect(vet(text, networks(['0.0.0.0/0', '::/0']))).toBeUndefined()
})

test('a network that the operator opened is open to its last address and no further', () => {
  const opened = networks(['10.1.0.0/16', 'fd00::/8', '192.168.7.7'])
  const may = ['10.1.0.0', '10.1.255.255', 'fd12::1', '192.168.7.7']
  const mayNot = ['10.0.255.255', '10.2.0.0', 'fc00::1', '192.168.7.8', '::10.1.0.1', '64:ff9b::a01:1']
  expect(may.map((address) => vet(address, opened))).toEqual(may)
  expect(mayNot.filter((address) => vet(address, opened) !== undefined)).toEqual([])
})

test.each([
  '10/8',
  '10.0.0.0/33',
  '10.0.0.0/-1',
  '10.0.0.0/',
  '10.0.0.0/8/8',
  'fd00::/129',
  '0177.0.0.0/8',
  'localhost',
  '',
  'fe80::%eth0/64',
])('the network "%s" stops the start with a message that names it', (text) => {
  expect(() => networks([text])).toThrow(`"${text}" is not a network`)
})

test('no text whatever makes the check throw, and of IPv4 nothing private passes', () => {
  fc.assert(fc.property(fc.oneof(fc.string(), fc.ipV4(), fc.ipV6(), fc.webFragments()), (text) => void vet(text, [])))
  fc.assert(
    fc.property(fc.constantFrom(10, 127, 0), fc.ipV4(), (first, address) => {
      const inward = address.replace(/^\d+/, String(first))
      return vet(inward, []) === undefined && vet(`::ffff:${inward}`, []) === undefined
    }),
  )
})
