import 'reflect-metadata'
import { createServer } from 'node:http'
import pg from 'pg'
import { parseSettings, readConfig, serviceOrigins } from '../../../src/config.ts'
import { startTestCluster } from '../../../src/db/embedded/index.ts'
import {
  type Ground,
  hashOf,
  newId,
  newSecret,
  openDatabase,
  prepareGround,
  sampleName,
} from '../../../src/db/index.ts'
import { buildHouse } from '../../../src/house.ts'
import { serve } from '../../../src/main.ts'
import { mailWay, resolvers, services } from '../../../src/net/index.ts'
import { fillSample } from '../../../src/sample/index.ts'
import { giveCodeAsOperator, inviteAsOperator } from '../../../src/sign-in/index.ts'
import { testCa } from '../../peers/ca.ts'
import { outside } from '../../peers/outside.ts'
import { browserKeys, pushKeys } from '../../support/browsers.ts'
import type { Asked, Place, World } from './asked.ts'

// A process of its own: the real house on a real database, and an outside (DNS, TLS) that a test can change. It prints where it is and serves until its input ends.

const cluster = await startTestCluster()
const ca = await testCa()
ca.trust()
const around = await outside({ ca })

/** Where people sign in to an account: a real provider, which a browser takes for another site, and one that is not there. It is read
 *  from its own folder as it is, since what it needs is installed there. */
async function signIn(url: string) {
  const peer = `${process.cwd()}/test/peers/real/openid.ts`
  const { openIdProvider } = (await import(peer)) as typeof import('../../peers/real/openid.ts')
  const callbacks = ['openid-truong-mau', 'openid-noi-vang'].map((id) => `${url}/proofs/sign-in/return/${id}`)
  const { issuer, client } = await openIdProvider({ callbacks, names: {}, host: '127.0.0.1' })
  const account = 'https://blog.truong-mau.vn/{preferred_username}'
  const both = { kind: 'openid', client_id: client.id, client_secret: client.secret, account }
  return [
    { ...both, name: 'Trường Mẫu', issuer },
    { ...both, name: 'Nơi Vắng', issuer: 'http://127.0.0.1:9' },
  ]
}

/** A real mail server, read from its own folder as the provider is. */
const smtp = `${process.cwd()}/test/peers/real/smtp.ts`
const letters = await ((await import(smtp)) as typeof import('../../peers/real/smtp.ts')).mailServer()

/** The interfaces of platforms that the settings name, all at one place: what each path says is set by a test. */
const platforms = new Map<string, { readonly status: number; readonly body: unknown }>()
const interfaces = createServer(({ url = '' }, response) => {
  const { status, body } = platforms.get(url) ?? { status: 404, body: {} }
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
})
await new Promise<void>((done) => interfaces.listen(0, '127.0.0.1', done))
const api = `http://127.0.0.1:${(interfaces.address() as { port: number }).port}`

/** Every connection comes from a place of its own: hundreds of tests are not one visitor in a hurry. */
const placeOf = (port: number) => `10.0.${port >> 8}.${port & 255}`

async function open(name: string, sample: boolean): Promise<Place> {
  const admin = new pg.Client({ connectionString: cluster.url('postgres') })
  await admin.connect()
  await admin.query(`create database ${name}`)
  await admin.end()
  const prepared = await prepareGround(cluster.url(name))
  if (prepared.kind === 'refused') throw new Error(prepared.message)
  const db = openDatabase(cluster.url(name))
  if (sample) await fillSample(db)
  const front = createServer()
  await new Promise<void>((done) => front.listen(0, '127.0.0.1', done))
  const url = `http://localhost:${(front.address() as { port: number }).port}`
  const asked = resolvers([around.dns.address])
  const settings = parseSettings(
    JSON.stringify({
      platforms: { github: { api }, bluesky: { directory: api } },
      sign_in: name === 'register' ? await signIn(url) : [],
      push: pushKeys(),
    }),
  )
  const net = {
    resolvers: asked,
    client: around.client,
    services: services({ origins: serviceOrigins(settings), resolvers: asked, userAgent: 'test' }),
    mail: mailWay({ url: letters.url, from: 'so@donvi.vn', resolvers: asked }),
    push: around.client,
  }
  const sampleMode = { offered: async () => true, start: async () => {}, end: async () => {} }
  const house = await buildHouse({
    config: { ...readConfig({ CHINHDANH_URL: url }), settings },
    db,
    net,
    sample,
    sampleMode,
    quiet: true,
  })
  await house.server.ready()
  front.on('request', (request, response) => {
    request.headers['x-forwarded-for'] = placeOf(request.socket.remotePort ?? 0)
    house.server.routing(request, response)
  })
  return { url, setUpLink: sample ? undefined : await house.setUpLink() }
}

const places: World['places'] = {
  register: await open('register', false),
  fresh: await open('fresh', false),
  sample: await open('sample', true),
}
const superuser = new pg.Pool({
  connectionString: cluster.url('register'),
  max: 2,
  options: '-c search_path=register,public',
})
const db = openDatabase(cluster.url('register'))
await superuser.query("insert into organisation (name, set_up_at) values ('Đơn vị Mẫu', now()) on conflict do nothing")

const whole: (() => Promise<void>)[] = []
const acts: { [A in Asked['act']]: (asked: Extract<Asked, { act: A }>) => Promise<unknown> } = {
  async person({ name, office, unit, role }) {
    const [id, unitId] = [newId(), newId()]
    const there = await superuser.query('select id from unit where code = $1', [unit])
    if (there.rowCount === 0) {
      await superuser.query('insert into unit (id, code, name, path) values ($1, $2, $3, $4::text::ltree)', [
        unitId,
        unit,
        `Phòng ${unit}`,
        unitId.replaceAll('-', '_'),
      ])
    }
    const home = there.rows[0]?.id ?? unitId
    await superuser.query('insert into person (id, name, office, unit) values ($1, $2, $3, $4)', [
      id,
      name,
      office ?? null,
      home,
    ])
    if (role)
      await superuser.query('insert into role_held (id, person, role, unit) values ($1, $2, $3, $4)', [
        newId(),
        id,
        role,
        home,
      ])
    const [session, token] = [newSecret(), newSecret()]
    await superuser.query("insert into session (hash, person, how) values ($1, $2, 'passkey')", [hashOf(session), id])
    await superuser.query("insert into api_token (id, hash, person, name) values ($1, $2, $3, 'test')", [
      newId(),
      hashOf(token),
      id,
    ])
    return { id, name, unit: home, session, token }
  },
  invitation: ({ person }) => db.under('operator', (tx) => inviteAsOperator(tx, { person, url: places.register.url })),
  code: ({ person }) => db.under('operator', (tx) => giveCodeAsOperator(tx, { person })),
  fresh: () => open(`fresh_${newId().replaceAll('-', '')}`, false),
  async whole() {
    const server = await startTestCluster()
    const admin = new pg.Client({ connectionString: server.url('postgres') })
    await admin.connect()
    await admin.query('create database chinhdanh')
    await admin.end()
    const [adminUrl, sampleUrl] = [server.url('chinhdanh'), server.url(sampleName)]
    await prepareGround(adminUrl)
    const ground: Ground = { kind: 'up', adminUrl, sampleUrl, release: server.stop }
    const { url, setUpLink, stop } = await serve(readConfig({ PORT: '0' }), ground, { sample: false })
    whole.push(() => stop().then(server.stop))
    return { url, setUpLink } satisfies Place
  },
  async dns({ name, values }) {
    around.dns.records.set(name, values)
  },
  async web({ host, path, status, type, body }) {
    around.hosts.set(host, (request, response) => {
      const there = request.url === path
      response
        .writeHead(there ? (status ?? 200) : 404, { 'content-type': there ? type : 'text/plain' })
        .end(there ? body : 'không có')
    })
  },
  async platform({ path, status = 200, body = {} }) {
    platforms.set(path, { status, body })
  },
  letters: async ({ to }) => letters.letters.filter((letter) => letter.to === to),
  'browser keys': async () => browserKeys().keys,
  sql: async ({ text, values }) => (await superuser.query(text, values as unknown[])).rows,
}

const control = createServer((request, response) => {
  const parts: Buffer[] = []
  request.on('data', (part) => parts.push(part))
  request.on('end', async () => {
    try {
      const asked = JSON.parse(Buffer.concat(parts).toString()) as Asked
      const made = await (acts[asked.act] as (asked: Asked) => Promise<unknown>)(asked)
      response.end(JSON.stringify(made ?? null))
    } catch (error) {
      response.writeHead(500).end(String((error as Error).stack))
    }
  })
})
await new Promise<void>((done) => control.listen(0, '127.0.0.1', done))
const world: World = { control: `http://127.0.0.1:${(control.address() as { port: number }).port}`, places }
process.stdout.write(`${JSON.stringify(world)}\n`)

process.stdin.resume().on('end', async () => {
  await Promise.all([superuser.end(), db.close(), letters[Symbol.asyncDispose](), ...whole.map((end) => end())])
  await cluster.stop()
  process.exit(0)
})
