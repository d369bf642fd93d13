// `npm run bench -- recheck`: how many re-checks one process does in a second, claims and writes included, against a real PostgreSQL and
// real servers on loopback. Baselines: the bare Node resolver, bare node:https and curl, asking the same in the same run.
import { randomBytes } from 'node:crypto'
import { chmodSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { defaultSettings } from '../src/config.ts'
import { embeddedServer, refusalMessage, removeWith } from '../src/db/embedded/index.ts'
import { today } from '../src/db/index.ts'
import { guardedClient, resolvers, services } from '../src/net/index.ts'
import { proofs } from '../src/proofs/index.ts'
import { bareDns, bareHttps, curl } from './recheck/bare.ts'
import { type NameServers, nameServers } from './recheck/name-servers.ts'
import { type Asked, registerOf } from './recheck/register.ts'
import { type WebServers, webServers } from './recheck/web-servers.ts'

const label = 'chinhdanh'
const domain = 'so.bench'
const sizes = {
  smoke: { names: 300, soak: 600, hosts: 40 },
  tenth: { names: 40_000, soak: 200_000, hosts: 3_000 },
  full: { names: 200_000, soak: 1_000_000, hosts: 10_000 },
}
const lanes = { names: 192, visits: 32 }
const rounds = 3

type Register = Awaited<ReturnType<typeof registerOf>>

export default async function bench({ only, size = 'tenth' }: { only?: string; size?: string } = {}): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'chinhdanh-bench-'))
  chmodSync(folder, 0o711)
  const server = await embeddedServer({ data: join(folder, 'data') })
  if (server.kind === 'refused') throw new Error(refusalMessage(server))
  try {
    const admin = new pg.Pool({ connectionString: server.url('postgres'), max: 1 })
    await admin.query('create database recheck')
    await admin.end()
    const register = await registerOf(server.url('recheck'))
    const wanted = (name: string) => only === undefined || only === `recheck.${name}`
    const { names, soak, hosts } = sizes[size as keyof typeof sizes] ?? sizes.tenth
    if (wanted('dns')) await dns(register, folder, names, soak)
    if (wanted('https') || wanted('curl')) await web(register, folder, hosts, wanted)
    await register.close()
  } finally {
    await server.release()
    removeWith(join(folder, 'data'))
    removeWith(folder)
  }
}

async function dns(register: Register, folder: string, names: number, soak: number): Promise<void> {
  const asked = made(names)
  await register.fill('dns-txt', asked)
  await using servers = await nameServers(join(folder, 'dns'), asked, label)
  const engine = engineOf(register, servers)
  await checked(register, engine, Math.min(names, 10_000)) // warm
  const [ours, baseline]: [number[], number[]] = [[], []]
  for (let round = 0; round < rounds; round++) {
    baseline.push(await bareDns(servers.servers, asked, label, lanes.names))
    ours.push(await checked(register, engine, names))
  }
  const memory = await soaked(register, engine, names, soak)
  say(
    'recheck.dns',
    ours,
    baseline,
    0.5,
    'checks/s',
    names,
    `two questions a check; ${servers.note}; PostgreSQL, claims and writes included; baseline: bare Node resolver, the same questions ${lanes.names} at once; ${memory}`,
  )
}

/** What the process holds while it checks, over and over. */
async function soaked(register: Register, engine: Engine, names: number, soak: number): Promise<string> {
  const rss: number[] = []
  for (let done = 0; done < soak; done += names) {
    await checked(register, engine, names)
    globalThis.gc?.()
    rss.push(Math.round(process.memoryUsage.rss() / 2 ** 20))
  }
  return `resident MB over ${soak} more checks: ${rss.join(', ')}`
}

async function web(
  register: Register,
  folder: string,
  hosts: number,
  wanted: (name: string) => boolean,
): Promise<void> {
  const asked = made(hosts)
  await register.fill('well-known', asked)
  await using servers = await nameServers(join(folder, 'web'), asked, label)
  await using site = await webServers(domain)
  site.trust()
  const engine = engineOf(register, servers, site)
  await checked(register, engine, Math.min(hosts, 500)) // warm
  const [ours, bare, curled]: [number[], number[], number[]] = [[], [], []]
  for (let round = 0; round < rounds; round++) {
    bare.push(await bareHttps(site.port, asked, label, lanes.visits))
    ours.push(await checked(register, engine, hosts))
    if (wanted('curl'))
      curled.push(await curl(site.port, site.bundle, asked, label, lanes.visits, join(folder, 'urls')))
  }
  const note = `one TLS server process; ${servers.note} for the addresses; PostgreSQL, claims and writes included`
  if (wanted('https'))
    say(
      'recheck.https',
      ours,
      bare,
      0.8,
      'checks/s',
      hosts,
      `${note}; baseline: bare node:https, one secure context, no resolver, ${lanes.visits} at once`,
    )
  if (wanted('curl'))
    say(
      'recheck.curl',
      ours,
      curled,
      1.5,
      'checks/s',
      hosts,
      `${note}; baseline: curl --parallel on the same URLs, ${lanes.visits} at once`,
    )
}

type Engine = ReturnType<typeof proofs>

function engineOf({ db }: Register, { servers }: NameServers, site?: WebServers): Engine {
  const asking = resolvers(servers)
  const userAgent = 'ChinhDanh/bench'
  const client = guardedClient({
    resolvers: asking,
    networks: ['127.0.0.0/8'],
    userAgent,
    ...(site ? { ports: { 443: site.port } } : {}),
  })
  const net = { resolvers: asking, client, services: services({ origins: [], resolvers: asking, userAgent }) }
  return proofs({
    db,
    net,
    label,
    url: 'http://localhost:8080',
    settings: defaultSettings,
    today: () => today('Asia/Ho_Chi_Minh'),
  })
}

/** So many of the register are due; all must be found, and written. Gives checks a second. */
async function checked(register: Register, engine: Engine, most: number): Promise<number> {
  await register.due()
  if (most < (await register.count('proof')))
    await register.run(
      "update proof set next_check_at = now() + interval '1 day' where id not in (select id from proof limit $1)",
      [most],
    )
  await register.run('truncate proof_check')
  const began = performance.now()
  const done = await engine.recheckDue()
  const took = performance.now() - began
  const found = await register.count("proof_check where result = 'found'")
  if (done !== most || found !== most) throw new Error(`${most} were due, ${done} checked, ${found} found`)
  return (most * 1000) / took
}

const letters = 'abcdefghijklmnopqrstuvwxyz234567'
const made = (count: number): Asked[] =>
  Array.from({ length: count }, (_, n) => ({
    host: `trang-${n}.${domain}`,
    token: Array.from(randomBytes(32), (byte) => letters[byte & 31]).join(''),
  }))

/** The best of the rounds on either side: the machine has other things to do, and nothing makes it quicker than it is. */
function say(
  name: string,
  ours: number[],
  baseline: number[],
  goal: number,
  unit: string,
  n: number,
  note: string,
): void {
  const best = (list: number[]) => Math.round(Math.max(...list))
  const ratio = Math.round((best(ours) * 1000) / best(baseline)) / 1000
  console.log(
    JSON.stringify({
      name,
      ours: best(ours),
      baseline: best(baseline),
      ratio,
      goal,
      unit,
      n,
      note: `best of ${rounds}; ${note}`,
    }),
  )
}
