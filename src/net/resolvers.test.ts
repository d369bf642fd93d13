import { createSocket } from 'node:dgram'
import { once } from 'node:events'
import { expect, test } from 'vitest'
import { type DnsServer, dnsServer, type Record } from '../../test/peers/dns.ts'
import { resolvers, systemResolvers } from './index.ts'

const name = '_chinhdanh-challenge.lan.test'
const token = 'token=abc expiry=never'
const isToken = (value: string) => value.startsWith('token=abc')

function saying(records: { [question: string]: Record }): Promise<DnsServer> {
  return dnsServer({ records: new Map(Object.entries(records)) })
}

test("one resolver's word counts, and the answer names it", async () => {
  await using dns = await saying({ [`TXT ${name}`]: [token, 'other'] })
  expect(await resolvers([dns.address]).txt(name)).toEqual({
    kind: 'answer',
    values: [token, 'other'],
    resolvers: [dns.address],
  })
  expect(dns.asked).toEqual([`TXT ${name}`])
})

test('the strings of one record are joined', async () => {
  await using dns = await saying({ [`TXT ${name}`]: [['token=', 'abc expiry', '=never']] })
  expect(await resolvers([dns.address]).txt(name)).toMatchObject({ values: [token] })
})

test('a large answer comes over TCP, whole', async () => {
  const many = Array.from({ length: 40 }, (_, n) => `${n} ${'x'.repeat(300)}`)
  await using dns = await saying({ [`TXT ${name}`]: [...many, token] })
  expect(await resolvers([dns.address]).txt(name)).toMatchObject({ kind: 'answer', values: [...many, token] })
  expect(dns.asked.at(-1)).toBe(`TXT ${name} tcp`)
})

test('a change shows at the next question, whatever time to live the record had', async () => {
  await using dns = await saying({ [`TXT ${name}`]: ['before'] })
  const asked = resolvers([dns.address])
  expect(await asked.txt(name)).toMatchObject({ values: ['before'] })
  dns.records.set(`TXT ${name}`, ['after'])
  expect(await asked.txt(name)).toMatchObject({ values: ['after'] })
  dns.records.delete(`TXT ${name}`)
  expect(await asked.txt(name)).toMatchObject({ kind: 'absent' })
})

test('no such name, a name without that record and an alias to one without it are absent', async () => {
  await using dns = await saying({
    [`A ${name}`]: ['1.1.1.1'],
    'CNAME alias.test': ['bare.test'],
    'A bare.test': ['1.1.1.1'],
  })
  const asked = resolvers([dns.address])
  const absent = { kind: 'absent', resolvers: [dns.address] }
  expect(await asked.txt('nobody.test')).toEqual({ ...absent, why: 'nxdomain' })
  expect(await asked.txt(name)).toEqual({ ...absent, why: 'nodata' })
  expect(await asked.txt('alias.test')).toEqual({ ...absent, why: 'nodata' })
})

test('an alias is followed to its record', async () => {
  await using dns = await saying({ [`CNAME ${name}`]: ['kept.elsewhere.test'], 'TXT kept.elsewhere.test': [token] })
  expect(await resolvers([dns.address]).txt(name)).toMatchObject({ kind: 'answer', values: [token] })
})

test.each([
  ['SERVFAIL', 'servfail'],
  ['REFUSED', 'refused'],
] as const)('%s is "could not tell", not "no"', async (rcode, why) => {
  await using dns = await saying({ [`TXT ${name}`]: rcode })
  expect(await resolvers([dns.address]).txt(name)).toEqual({ kind: 'unreachable', why, resolvers: [dns.address] })
})

test('a silent resolver is given up within 4 seconds', async () => {
  await using dns = await saying({ [`TXT ${name}`]: 'SILENCE', 'A lan.test': 'SILENCE', 'AAAA lan.test': 'SILENCE' })
  const start = performance.now()
  const asked = resolvers([dns.address])
  const told = await Promise.all([asked.txt(name), asked.addresses('lan.test')])
  expect(told.map((one) => [one.kind, 'why' in one && one.why])).toEqual([
    ['unreachable', 'timeout'],
    ['unreachable', 'timeout'],
  ])
  expect(performance.now() - start).toBeLessThan(4000)
  expect(dns.asked.filter((question) => question.startsWith('TXT'))).toHaveLength(2)
})

test('a question that got lost once is asked again', async () => {
  await using dns = await saying({ [`TXT ${name}`]: (n) => (n === 1 ? 'SILENCE' : [token]) })
  expect(await resolvers([dns.address]).txt(name)).toMatchObject({ kind: 'answer', values: [token] })
})

test('a port where nobody listens is "could not tell"', async () => {
  const socket = createSocket('udp4').bind(0, '127.0.0.1')
  await once(socket, 'listening')
  const { port } = socket.address()
  socket.close()
  expect(await resolvers([`127.0.0.1:${port}`]).txt(name)).toMatchObject({ kind: 'unreachable' })
})

test('junk instead of an answer is "could not tell"', async () => {
  const junk = createSocket('udp4').bind(0, '127.0.0.1')
  await once(junk, 'listening')
  junk.on('message', (bytes, from) =>
    junk.send(Buffer.concat([bytes.subarray(0, 2), Buffer.alloc(40, 0xff)]), from.port, from.address),
  )
  expect(await resolvers([`127.0.0.1:${junk.address().port}`]).txt(name)).toMatchObject({ kind: 'unreachable' })
  junk.close()
})

test('the hosts file and the search list of the machine are not asked', async () => {
  await using dns = await saying({ 'A short': ['1.1.1.1'] })
  const asked = resolvers([dns.address])
  expect(await asked.addresses('localhost')).toMatchObject({ kind: 'absent' })
  expect(await asked.txt('nobody')).toMatchObject({ kind: 'absent', why: 'nxdomain' })
  expect(dns.asked.toSorted()).toEqual(['A localhost', 'AAAA localhost', 'TXT nobody'])
})

test('a host has the addresses of both families together', async () => {
  await using dns = await saying({
    'A both.test': ['1.1.1.1', '1.0.0.1'],
    'AAAA both.test': ['2606:4700::1111'],
    'A old.test': ['1.1.1.1'],
    'A half.test': ['1.1.1.1'],
    'AAAA half.test': 'SERVFAIL',
    'AAAA dark.test': 'SERVFAIL',
    'A dusk.test': 'SERVFAIL',
  })
  const asked = resolvers([dns.address])
  expect(await asked.addresses('both.test')).toMatchObject({ values: ['1.1.1.1', '1.0.0.1', '2606:4700::1111'] })
  expect(await asked.addresses('old.test')).toMatchObject({ values: ['1.1.1.1'] })
  expect(await asked.addresses('half.test')).toMatchObject({ values: ['1.1.1.1'] })
  for (const host of ['dark.test', 'dusk.test'])
    expect(await asked.addresses(host), 'one family could not tell').toMatchObject({
      kind: 'unreachable',
      why: 'servfail',
    })
  expect(await asked.addresses('nobody.test')).toMatchObject({ kind: 'absent', why: 'nxdomain' })
})

test('a name that DNS cannot carry does not exist, and nobody is asked', async () => {
  await using dns = await saying({})
  const asked = resolvers([dns.address])
  for (const long of [`${'a'.repeat(64)}.test`, `${'a.'.repeat(126)}test`, 'a..test', ''])
    expect(await asked.txt(long)).toEqual({ kind: 'absent', why: 'nxdomain', resolvers: [] })
  expect(dns.asked).toEqual([])
})

/** Two resolvers, each with its own say on the TXT record. */
async function twoSaying(north: Record, south: Record, sought?: (value: string) => boolean) {
  await using one = await saying({ [`TXT ${name}`]: north })
  await using other = await saying({ [`TXT ${name}`]: south })
  const told = await resolvers([one.address, other.address]).txt(name, sought)
  const place = (address: string) => (address === one.address ? 'north' : 'south')
  return { ...told, resolvers: told.resolvers.map(place) }
}

test('what two resolvers both say counts, and the answer names both', async () => {
  expect(await twoSaying([token, 'x'], ['x', token])).toEqual({
    kind: 'answer',
    values: [token, 'x'],
    resolvers: ['north', 'south'],
  })
  expect(await twoSaying('NXDOMAIN', 'NXDOMAIN')).toEqual({
    kind: 'absent',
    why: 'nxdomain',
    resolvers: ['north', 'south'],
  })
  expect(await twoSaying('NXDOMAIN', [])).toEqual({ kind: 'absent', why: 'nodata', resolvers: ['north', 'south'] })
})

const disagree = { kind: 'unreachable', why: 'disagree', resolvers: ['north', 'south'] }

test.each([
  ['adds the record', [token], 'NXDOMAIN'],
  ['adds the record to others', ['x', token], ['x']],
  ['takes the whole name away', 'NXDOMAIN', [token]],
  ['takes the record away', [], [token]],
  ['hides it behind an older one', ['token=abc expiry=2020-01-01'], ['token=abc expiry=2020-01-01', token]],
  ['puts another in its place', ['token=mine expiry=never'], [token]],
] as const)('whoever holds one of two resolvers and %s can neither confirm nor withdraw', async (_, north, south) => {
  expect(await twoSaying(north, south)).toEqual(disagree)
  expect(await twoSaying(south, north)).toEqual(disagree)
  expect(await twoSaying(north, south, isToken)).toEqual(disagree)
  expect(await twoSaying(south, north, isToken)).toEqual(disagree)
})

test('a caller who says which record is sought is not held up by others that come and go', async () => {
  expect(await twoSaying([token, 'old'], ['new', token], isToken)).toMatchObject({ kind: 'answer', values: [token] })
  expect(await twoSaying(['x', 'old'], ['new', 'x'], isToken)).toMatchObject({ kind: 'answer', values: ['x'] })
  expect(await twoSaying([token, 'old'], ['new', token]), 'without saying so every record is sought').toEqual(disagree)
})

test.each(['SERVFAIL', 'REFUSED', 'SILENCE'] as const)(
  '%s at one of two is "could not tell", and names that one',
  async (failure) => {
    expect(await twoSaying([token], failure)).toMatchObject({ kind: 'unreachable', resolvers: ['south'] })
    expect(await twoSaying(failure, 'NXDOMAIN')).toMatchObject({ kind: 'unreachable', resolvers: ['north'] })
  },
)

test('of addresses only those count that two resolvers both say', async () => {
  await using north = await saying({
    'A cdn.test': ['1.1.1.1', '9.9.9.9'],
    'A split.test': ['1.1.1.1'],
    'A one.test': ['1.1.1.1'],
  })
  await using south = await saying({ 'A cdn.test': ['8.8.8.8', '1.1.1.1'], 'A split.test': ['9.9.9.9'] })
  const asked = resolvers([north.address, south.address])
  expect(await asked.addresses('cdn.test')).toMatchObject({ kind: 'answer', values: ['1.1.1.1'] })
  expect(await asked.addresses('split.test')).toMatchObject({ kind: 'unreachable', why: 'disagree' })
  expect(await asked.addresses('one.test')).toMatchObject({ kind: 'unreachable', why: 'disagree' })
  expect(await asked.addresses('none.test')).toMatchObject({ kind: 'absent' })
})

test('a resolver is written as an address with or without a port; the same one twice is one', () => {
  for (const entry of ['9.9.9.9', '9.9.9.9:5353', '2620:fe::fe', '[2620:fe::fe]', '[2620:fe::fe]:5353', ' 9.9.9.9 '])
    expect(resolvers([entry]).names).toEqual([entry.trim()])
  expect(resolvers(['9.9.9.9', '9.9.9.9']).names).toEqual(['9.9.9.9'])
})

test.each([
  'dns.example',
  '9.9.9.9:0',
  '9.9.9.9:65536',
  '9.9.9.9:x',
  '9.9.9.9:',
  '[9.9.9.9]:53',
  '[2620:fe::fe',
  '1.2.3',
  '',
])('the resolver "%s" stops the start with a message that names it', (entry) => {
  expect(() => resolvers([entry])).toThrow(`"${entry}" is not a resolver`)
})

test('no resolver, or more than two, stop the start', () => {
  expect(() => resolvers([])).toThrow('one or two resolvers are needed, not 0')
  expect(() => resolvers(['1.1.1.1', '8.8.8.8', '9.9.9.9'])).toThrow('one or two resolvers are needed, not 3')
})

test("the machine's own resolvers are at most two, and of a kind that we take", () => {
  const own = systemResolvers()
  expect(own.length).toBeLessThanOrEqual(2)
  expect(own.map((one) => resolvers([one]).names[0])).toEqual(own)
})
