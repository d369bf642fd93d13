import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { dnsServer, type Records } from '../../test/peers/dns.ts'
import { resolvers } from './index.ts'

const name = '_so-challenge.lan.test'
const token = 'token=abc expiry=never'
const sought = (value: string) => value.startsWith('token=abc')
const saying = (records: Record<string, unknown>) => dnsServer({ records: new Map(Object.entries(records)) as Records })
const signed = { [`TXT ${name}`]: [token], [`AD ${name}`]: ['yes'] }

describe('a zone counts as signed', () => {
  test('where the resolver says that it validated the record, and is asked so', async () => {
    await using dns = await saying(signed)
    expect(await resolvers([dns.address]).signed(name, sought)).toBe(true)
  })
  test('not where it says nothing of it, though the record is there', async () => {
    await using dns = await saying({ [`TXT ${name}`]: [token] })
    expect(await resolvers([dns.address]).signed(name, sought)).toBe(false)
  })
  test('only where each of two resolvers says so', async () => {
    await using one = await saying(signed)
    await using both = await saying(signed)
    await using plain = await saying({ [`TXT ${name}`]: [token] })
    expect(await resolvers([one.address, both.address]).signed(name, sought)).toBe(true)
    expect(await resolvers([one.address, plain.address]).signed(name, sought)).toBe(false)
    expect(await resolvers([plain.address, one.address]).signed(name, sought)).toBe(false)
  })
  test('only for an answer that holds the record', async () => {
    await using dns = await saying({ [`TXT ${name}`]: ['token=other'], [`AD ${name}`]: ['yes'] })
    expect(await resolvers([dns.address]).signed(name, sought)).toBe(false)
  })
  test.each(['NXDOMAIN', 'SERVFAIL', 'SILENCE'] as const)('not where the answer is %s', async (said) => {
    await using dns = await saying({ [`TXT ${name}`]: said, [`AD ${name}`]: ['yes'] })
    expect(await resolvers([dns.address]).signed(name, sought)).toBe(false)
  })
  test('also where the answer is too large for a packet', async () => {
    const many = Array.from({ length: 40 }, (_, n) => `${n} ${'x'.repeat(300)}`)
    await using dns = await saying({ ...signed, [`TXT ${name}`]: [...many, token] })
    expect(await resolvers([dns.address]).signed(name, sought)).toBe(true)
    expect(dns.asked).toEqual([`TXT ${name}`, `TXT ${name} tcp`])
  })
})

const programs = ['knotd', 'keymgr', 'unbound'].map((program) => `/usr/sbin/${program}`)
const installed = programs.every(existsSync)
const run = promisify(execFile)

describe.skipIf(!installed)('a real signed zone (apt-get install knot knot-dnsutils unbound)', () => {
  const children: ChildProcess[] = []
  const said: string[] = []
  let folder: string
  const ports = { knot: 0, good: 0, bad: 0 }
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'chinhdanh-dnssec-'))
    for (const which of ['knot', 'good', 'bad'] as const) {
      await using free = await dnsServer()
      ports[which] = Number(free.address.split(':')[1])
    }
    await knot()
    const key = (await run('/usr/sbin/keymgr', ['-c', join(folder, 'knot.conf'), 'lan.test', 'dnskey'])).stdout.trim()
    await unbound('good', key)
    await unbound(
      'bad',
      key.replace(/\S{8}==$|\S{8}=$|\S{8}$/, (end) => end.split('').reverse().join('')),
    )
  })
  afterAll(async () => {
    for (const child of children) child.kill('SIGTERM')
    await sleep(300)
    await rm(folder, { recursive: true, force: true, maxRetries: 5 })
  })
  function starts(program: string, ...args: string[]): void {
    const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'pipe'] })
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (part) => said.push(String(part)))
    children.push(child)
  }
  async function knot() {
    await mkdir(join(folder, 'db'))
    await writeFile(
      join(folder, 'lan.test.zone'),
      `$ORIGIN lan.test.\n$TTL 60\n@ SOA ns x 1 3600 600 86400 60\n@ NS ns\nns A 127.0.0.1\n_so-challenge TXT "${token}"\n`,
    )
    await writeFile(
      join(folder, 'knot.conf'),
      `server:
    rundir: "${folder}"
    listen: 127.0.0.1@${ports.knot}
database:
    storage: "${folder}/db"
zone:
  - domain: lan.test
    storage: "${folder}"
    file: lan.test.zone
    zonefile-sync: -1
    journal-content: none
    dnssec-signing: on
`,
    )
    starts('/usr/sbin/knotd', '-c', join(folder, 'knot.conf'))
    await answers(ports.knot)
  }
  async function unbound(which: 'good' | 'bad', key: string) {
    await writeFile(join(folder, `${which}.key`), `${key}\n`)
    await writeFile(
      join(folder, `${which}.conf`),
      `server:
  interface: 127.0.0.1@${ports[which]}
  directory: "${folder}"
  pidfile: "${folder}/${which}.pid"
  username: ""
  chroot: ""
  use-syslog: no
  do-not-query-localhost: no
  local-zone: "test." nodefault
  trust-anchor-file: "${folder}/${which}.key"
stub-zone:
  name: lan.test
  stub-addr: 127.0.0.1@${ports.knot}
remote-control:
  control-enable: no
`,
    )
    starts('/usr/sbin/unbound', '-d', '-c', join(folder, `${which}.conf`))
    await answers(ports[which])
  }
  async function answers(port: number) {
    for (let tries = 0; tries < 100; tries++) {
      const told = await resolvers([`127.0.0.1:${port}`]).txt(name)
      if (told.kind === 'answer' || (port === ports.bad && told.kind === 'unreachable' && told.why === 'servfail'))
        return
      await sleep(100)
    }
    throw new Error(`nobody answers at ${port}: ${said.join('')} ${await readdir(folder)}`)
  }
  const at = (port: number) => resolvers([`127.0.0.1:${port}`])

  test('is signed by the word of a resolver that validates it, and not by that of the zone’s own server', async () => {
    expect(await at(ports.good).txt(name)).toMatchObject({ kind: 'answer', values: [token] })
    expect(await at(ports.good).signed(name, sought)).toBe(true)
    expect(await at(ports.knot).signed(name, sought)).toBe(false)
  })
  test('whose signature does not hold is "could not tell", not "no"', async () => {
    expect(await at(ports.bad).txt(name)).toMatchObject({ kind: 'unreachable', why: 'servfail' })
    expect(await at(ports.bad).signed(name, sought)).toBe(false)
  })
})
if (!installed) console.log('skipped: a real signed zone (apt-get install knot knot-dnsutils unbound)')
