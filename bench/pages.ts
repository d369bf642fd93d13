// `npm run bench -- pages`: what the server takes to answer each page of the made-up register, through the whole house. The
// baseline is a bare node:http server sending a page of the same bytes, asked in the same way in the same run.
import { createServer, type RequestListener, type Server } from 'node:http'
import pg from 'pg'
import { readConfig } from '../src/config.ts'
import { startTestCluster } from '../src/db/embedded/index.ts'
import { hashOf, newSecret, openDatabase, prepareGround } from '../src/db/index.ts'
import { buildHouse } from '../src/house.ts'
import { fillSample, nowhere } from '../src/sample/index.ts'

const wantedMilliseconds = 10
const asked = 200

type Page = { readonly name: string; readonly path: string; readonly cookie?: string }

export default async function bench({ only }: { only?: string } = {}): Promise<void> {
  const cluster = await startTestCluster()
  try {
    await onSample(cluster.url, only)
  } finally {
    await cluster.stop()
  }
}

async function onSample(urlOf: (database: string) => string, only?: string): Promise<void> {
  const admin = new pg.Pool({ connectionString: urlOf('postgres'), max: 1 })
  await admin.query('create database pages')
  await admin.end()
  await prepareGround(urlOf('pages'))
  const db = openDatabase(urlOf('pages'))
  await fillSample(db)
  const config = readConfig({ CHINHDANH_URL: 'http://localhost:8080' })
  const sampleMode = { offered: async () => false, start: async () => {}, end: async () => {} }
  const house = await buildHouse({ config, db, net: nowhere, sample: true, sampleMode, quiet: true })
  await house.server.ready()
  const server = await listening((request, response) => house.server.routing(request, response))
  const superuser = new pg.Pool({ connectionString: urlOf('pages'), max: 1, options: '-c search_path=register,public' })
  for (const page of await pagesOf(superuser)) {
    if (only === undefined || only === `pages.${page.name}`) console.log(JSON.stringify(await row(server, page)))
  }
  await Promise.all([superuser.end(), house.server.close(), closed(server)])
  await db.close()
}

/** The member with the most pages, and the officer of their unit. */
async function pagesOf(superuser: pg.Pool): Promise<Page[]> {
  const [member] = (
    await superuser.query('select person, count(*) from declaration group by 1 order by 2 desc limit 1')
  ).rows
  const [one] = (
    await superuser.query('select id from declaration where person = $1 order by id limit 1', [member.person])
  ).rows
  const [officer] = (await superuser.query("select person, unit from role_held where role = 'officer' limit 1")).rows
  const [shown] = (await superuser.query("select canonical from published where answer = 'confirmed' limit 1")).rows
  const [asMember, asOfficer] = [await session(superuser, member.person), await session(superuser, officer.person)]
  return [
    { name: 'ask', path: '/' },
    { name: 'confirmed', path: `/?url=${encodeURIComponent(shown.canonical)}` },
    { name: 'unconfirmed', path: '/?url=facebook.com/khong.ai.biet' },
    { name: 'mine', path: '/declarations', cookie: asMember },
    { name: 'declare', path: '/declarations/new', cookie: asMember },
    { name: 'declaration', path: `/declarations/${one.id}`, cookie: asMember },
    { name: 'who-looked', path: '/my-record', cookie: asMember },
    { name: 'members', path: `/members?unit=${officer.unit}`, cookie: asOfficer },
  ]
}

async function session(superuser: pg.Pool, person: string): Promise<string> {
  const secret = newSecret()
  await superuser.query("insert into session (hash, person, how) values ($1, $2, 'sample')", [hashOf(secret), person])
  return `session=${secret}`
}

async function row(server: Server, page: Page) {
  const html = await (await fetch(urlTo(server, page.path), { headers: headersOf(page) })).text()
  const bare = await listening((_request, response) => response.end(html))
  const ours = await median(server, page)
  const baseline = await median(bare, page)
  await closed(bare)
  const note = `median of ${asked}; ratio is ${wantedMilliseconds} ms ÷ ours; baseline: bare node:http sending the same page`
  return {
    name: `pages.${page.name}`,
    ours,
    baseline,
    ratio: rounded(wantedMilliseconds / ours),
    goal: 1,
    unit: 'ms',
    n: asked,
    note,
  }
}

async function median(server: Server, page: Page): Promise<number> {
  const took: number[] = []
  for (let n = 0; n < asked + 20; n++) {
    const began = performance.now()
    const response = await fetch(urlTo(server, page.path), { headers: headersOf(page) })
    await response.arrayBuffer()
    if (response.status !== 200) throw new Error(`${page.name}: ${response.status}`)
    if (n >= 20) took.push(performance.now() - began)
  }
  return rounded(took.sort((a, b) => a - b)[Math.floor(took.length / 2)] as number)
}

/** Each from an address of its own, as people are: one place may not ask this often. */
let place = 0
const headersOf = ({ cookie }: Page): Record<string, string> => ({
  ...(cookie ? { cookie } : {}),
  'accept-encoding': 'br',
  'x-forwarded-for': `10.0.${(++place >> 8) & 255}.${place & 255}`,
})
const urlTo = (server: Server, path: string) => `http://127.0.0.1:${(server.address() as { port: number }).port}${path}`
const rounded = (value: number) => Math.round(value * 100) / 100

function listening(handle: RequestListener): Promise<Server> {
  const server = createServer(handle)
  return new Promise((done) => server.listen(0, '127.0.0.1', () => done(server)))
}

function closed(server: Server): Promise<unknown> {
  server.closeAllConnections()
  return new Promise((done) => server.close(done))
}
