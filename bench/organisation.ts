// `npm run bench -- organisation [--size full]`: lists of a nation come in, and officers look at what they keep, with the whole nation in the
// register. Baselines: `psql \copy` of the same rows into the same tables; a bare node:http server that sends the same page.
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { readConfig } from '../src/config.ts'
import { embeddedServer, refusalMessage, removeWith } from '../src/db/embedded/index.ts'
import { openDatabase, prepareGround } from '../src/db/index.ts'
import { buildHouse } from '../src/house.ts'
import { nowhere } from '../src/sample/index.ts'
import { appoint, type Keepers, layUnits, type Run, session } from './organisation/kept.ts'
import { bringIn, forget, type Lists, newestId, plainCopy, sumsOf, writtenOut } from './organisation/lists.ts'
import { type Nation, nationOf, rare, type Size, writeList } from './organisation/nation.ts'
import { closed, listening, origin, type Times, timed, type Visit } from './organisation/visits.ts'

const levels = [1, 60, 900, 9_000, 20_000, 25_039]
const sizes: Record<string, Size> = {
  smoke: { levels: [1, 3, 9, 27, 40, 40], people: 400, more: 100, small: 40, large: 120, asked: 8 },
  tenth: { levels, people: 550_000, more: 110_000, small: 3_000, large: 50_000, asked: 200 },
  full: { levels, people: 5_500_000, more: 550_000, small: 3_000, large: 50_000, asked: 400 },
}
const wantedMilliseconds = 50
const names = ['import-empty', 'import-full', 'unit', 'list', 'search', 'record'] as const

export default async function bench({ only, size = 'tenth' }: { only?: string; size?: string } = {}): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'chinhdanh-bench-'))
  chmodSync(folder, 0o711)
  const server = await embeddedServer({ data: join(folder, 'data') })
  if (server.kind === 'refused') throw new Error(refusalMessage(server))
  try {
    await measure(
      server.url,
      folder,
      nationOf(sizes[size] ?? (sizes.tenth as Size)),
      (name) => only === undefined || only === `organisation.${name}`,
    )
  } finally {
    await server.release()
    removeWith(join(folder, 'data'))
    rmSync(folder, { recursive: true, force: true })
  }
}

const say = (line: string) => console.error(`${(process.uptime() / 60).toFixed(1)} min  ${line}`)

type Wanted = (name: (typeof names)[number]) => boolean

async function measure(
  urlOf: (database: string) => string,
  folder: string,
  nation: Nation,
  wanted: Wanted,
): Promise<void> {
  const admin = new pg.Pool({ connectionString: urlOf('postgres'), max: 1 })
  const create = (name: string, like = 'template1') => admin.query(`create database ${name} template ${like}`)
  say(`${nation.units.length} units`)
  await create('units')
  await prepareGround(urlOf('units'))
  await onDatabase(urlOf('units'), (run) => layUnits(run, nation))
  await create('ours', 'units')
  const compares = wanted('import-empty') || wanted('import-full')
  if (compares) await create('plain', 'units')
  const { people, more } = nation.size

  const first = await listsOf(nation, folder, 0, people)
  const empty = await compared(urlOf, folder, first, 'empty', compares)
  if (wanted('import-empty')) sayImport('import-empty', 1.5, first, people, empty)
  if (wanted('import-full')) {
    const second = await listsOf(nation, folder, people, more)
    sayImport('import-full', 0.8, second, more, await compared(urlOf, folder, second, 'full', true))
  }
  if (compares) await admin.query('drop database plain')
  await admin.end()
  if (names.slice(2).some(wanted)) await pages(urlOf('ours'), nation, wanted)
}

async function onDatabase<T>(url: string, act: (run: Run) => Promise<T>): Promise<T> {
  const pool = new pg.Pool({ connectionString: url, max: 1, options: '-c search_path=register,public' })
  try {
    return await act(async (text, values = []) => (await pool.query(text, values)).rows)
  } finally {
    await pool.end()
  }
}

async function listsOf(nation: Nation, folder: string, from: number, count: number): Promise<Lists> {
  say(`writing the lists of ${count} people`)
  const [people, accounts] = [join(folder, 'people.csv'), join(folder, 'accounts.csv')]
  const range = { from, count }
  const lines =
    (await writeList(nation, 'people', people, range)) + (await writeList(nation, 'accounts', accounts, range))
  return { people, accounts, lines }
}

type Compared = {
  readonly ours: { seconds: number; peak: number }
  readonly plain: { seconds: number; by: string } | undefined
}

async function compared(
  urlOf: (database: string) => string,
  folder: string,
  lists: Lists,
  into: 'empty' | 'full',
  compares: boolean,
): Promise<Compared> {
  const since = into === 'full' ? await newestId(urlOf('ours')) : undefined
  const ours = await bringIn(urlOf('ours'), lists, into, say)
  say(`into ${into}: ${ours.seconds.toFixed(1)} s`)
  if (!compares) return { ours, plain: undefined }
  const files = await writtenOut(urlOf('ours'), folder, since)
  const plain = await plainCopy(urlOf('plain'), files, folder)
  say(`into ${into}, by ${plain.by}: ${plain.seconds.toFixed(1)} s`)
  const [one, other] = [await sumsOf(urlOf('ours')), await sumsOf(urlOf('plain'))]
  if (JSON.stringify(one) !== JSON.stringify(other))
    throw new Error(`not the same rows: ${JSON.stringify([one, other])}`)
  forget([...Object.values(files), lists.people, lists.accounts])
  return { ours, plain }
}

const machine = () => `${cpus().length} × ${cpus()[0]?.model.trim()}`

function sayImport(name: string, goal: number, { lines }: Lists, people: number, { ours, plain }: Compared): void {
  if (!plain) return
  const perSecond = (seconds: number) => Math.round(lines / seconds)
  console.log(
    JSON.stringify({
      name: `organisation.${name}`,
      ours: perSecond(ours.seconds),
      baseline: perSecond(plain.seconds),
      ratio: rounded(plain.seconds / ours.seconds),
      goal,
      unit: 'lines/s',
      n: lines,
      note: `${people} people and ${lines - people} accounts in two CSV files, read, judged, canonicalised and written; baseline: \\copy (${plain.by}) of the very rows that they became into the same tables with all indexes, keys and triggers, FORCE lifted alike; both ${rounded(ours.seconds)} s and ${rounded(plain.seconds)} s, and the same rows; at most ${ours.peak} MB resident in the whole bench process; ${machine()}`,
    }),
  )
}

async function pages(url: string, nation: Nation, wanted: Wanted): Promise<void> {
  say('officers and declarations')
  const keepers = await onDatabase(url, (run) => appoint(run, nation))
  const db = openDatabase(url)
  const config = readConfig({ CHINHDANH_URL: origin })
  const sampleMode = { offered: async () => false, start: async () => {}, end: async () => {} }
  const house = await buildHouse({ config, db, net: nowhere, sample: false, sampleMode, quiet: true })
  await house.server.ready()
  const server = await listening((request, response) => house.server.routing(request, response))
  await onDatabase(url, async (run) => {
    for (const name of ['unit', 'list', 'search', 'record'] as const) {
      if (!wanted(name)) continue
      const kinds = await visitsOf(run, nation, keepers, name)
      const found: [string, Times, Times][] = []
      for (const [what, visits] of Object.entries(kinds)) {
        say(`${name}: ${what}`)
        const times = await timed(server, visits)
        const atOnce = await timed(server, visits, 4)
        found.push([what, times, atOnce])
      }
      await sayPages(name, found, nation)
    }
  })
  await house.server.close()
  await closed(server)
  await db.close()
}

async function sayPages(name: string, found: [string, Times, Times][], { size, units }: Nation): Promise<void> {
  const [slowest] = [...found].sort(([, one], [, other]) => other.median - one.median)
  const [what, times] = slowest as [string, Times, Times]
  const bare = await listening((_request, response) => response.end(times.page))
  const baseline = await timed(
    bare,
    Array.from({ length: size.asked }, () => ({ path: '/', cookie: '' })),
  )
  await closed(bare)
  const busy = found.reduce((sum, [, one, four]) => sum + one.busy + four.busy, 0)
  const each = found.map(
    ([what, one, four]) =>
      `${what} ${rounded(one.median)} (p99 ${rounded(one.p99)}; four at once ${rounded(four.median)}, p99 ${rounded(four.p99)})`,
  )
  console.log(
    JSON.stringify({
      name: `organisation.${name}`,
      ours: rounded(times.median),
      baseline: rounded(baseline.median),
      ratio: rounded(wantedMilliseconds / times.median),
      goal: 1,
      unit: 'ms',
      n: size.asked,
      note: `the slowest of these at its median, which is “${what}”; ratio is ${wantedMilliseconds} ms ÷ ours; over loopback HTTP with session, walls, access row and compression, one request at a time, ${units.length} units and ${size.people} people; ms: ${each.join(' · ')}; ${busy > 0 ? `${busy} times answered 503, the machine being busy, and asked once more; ` : ''}baseline: bare node:http sending the same page; ${machine()}`,
    }),
  )
}

type Kinds = Readonly<Record<string, readonly Visit[]>>

async function visitsOf(
  run: Run,
  nation: Nation,
  { small, large, administrator }: Keepers,
  name: string,
): Promise<Kinds> {
  const { asked } = nation.size
  const [ofSmall, ofLarge, asAdministrator] = [
    await session(run, small.person),
    await session(run, large.person),
    await session(run, administrator),
  ]
  const times = (make: (n: number) => Visit) => Array.from({ length: asked }, (_, n) => make(n))
  const pick = (list: readonly string[], n: number) => list[(n * 7_919) % list.length] as string
  const q = (words: string) => encodeURIComponent(words)
  if (name === 'unit') {
    const ids = (await run('select id from unit order by random() limit 1000')).map(({ id }) => id as string)
    const [root] = await run('select id from unit where parent is null')
    return {
      'a unit': times((n) => ({ path: `/units/${pick(ids, n)}`, cookie: asAdministrator })),
      'the root': times(() => ({ path: `/units/${root?.id}`, cookie: ofSmall })),
      'units by words': times((n) => ({
        path: `/units?q=${q(['xa an 17', 'to', 'phong hai', 'C4-400', 'khong co'][n % 5] as string)}`,
        cookie: ofSmall,
      })),
      'roles of all': times((n) => ({ path: n % 2 ? '/roles' : '/roles?from=1000', cookie: asAdministrator })),
    }
  }
  if (name === 'list') {
    const rolls = (unit: string, cookie: string, all: number) =>
      times((n) => ({
        path: `/members?unit=${unit}${n % 2 ? '' : `&from=${200 * Math.floor(all / 10 / 200 / 2)}`}`,
        cookie,
      }))
    return {
      [`of ${nation.size.small} kept`]: rolls(small.unit, ofSmall, nation.size.small),
      [`of ${nation.size.large} kept`]: rolls(large.unit, ofLarge, nation.size.large),
      'the front page': times(() => ({ path: '/members', cookie: ofLarge })),
    }
  }
  if (name === 'search') {
    const searches = {
      rare,
      'the commonest name': 'nguyen',
      'a whole name': 'Trần Văn Bình',
      'a name nobody has': 'khong ai ca',
    }
    return Object.fromEntries(
      Object.entries(searches).flatMap(([what, words]) => [
        [`${what} in ${nation.size.small}`, times(() => ({ path: `/members?q=${q(words)}`, cookie: ofSmall }))],
        [`${what} in ${nation.size.large}`, times(() => ({ path: `/members?q=${q(words)}`, cookie: ofLarge }))],
      ]),
    )
  }
  const form = { purpose: 'help', number: '' }
  return {
    [`of ${nation.size.small} kept`]: times((n) => ({
      path: `/records/${pick(small.people, n)}`,
      cookie: ofSmall,
      form,
    })),
    [`of ${nation.size.large} kept`]: times((n) => ({
      path: `/records/${pick(large.people, n)}`,
      cookie: ofLarge,
      form,
    })),
  }
}

const rounded = (value: number) => Math.round(value * 100) / 100
