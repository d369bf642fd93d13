import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { type Config, serviceOrigins } from './config.ts'
import {
  type Database,
  databaseExists,
  dropDatabase,
  ensureDatabase,
  type Ground,
  openDatabase,
  prepareGround,
  sampleName,
} from './db/index.ts'
import { buildHouse, type House, type Outside, type SampleMode } from './house.ts'
import { guardedClient, mailWay, resolvers, services, systemResolvers, userAgent } from './net/index.ts'
import { version } from './project-root.ts'
import { fillSample, nowhere } from './sample/index.ts'
import { setUpLink } from './set-up/index.ts'

export type Running = {
  readonly port: number
  readonly url: string
  readonly sample: boolean
  /** Where the first administrator begins; nothing once the register is set up. */
  readonly setUpLink: string | undefined
  stop(): Promise<void>
}

/** One house and the database it stands on. `inside` counts the requests that it has not answered yet. */
type Standing = { readonly house: House; readonly db: Database; readonly sample: boolean; inside: number }

/** Serves the register that stands on this ground: one HTTP server, and behind it one house, which is the register's own or,
 *  while somebody looks around before set-up, the one of made-up data. Throws `EADDRINUSE` when the port is taken. */
export async function serve(given: Config, ground: Ground, wanted: { readonly sample: boolean }): Promise<Running> {
  const front = createServer({ requestTimeout: 30_000 })
  const port = await listen(front, given)
  const config = { ...given, url: given.url.replace(/:0$/, `:${port}`) }
  const houses = twoHouses(config, ground)
  const opened = startedSample(ground, wanted.sample).then(houses.open)
  front.on('request', (request, response) => {
    opened.then(
      () => houses.enter(request, response),
      () => response.writeHead(503, { 'retry-after': '5' }).end(),
    )
  })
  await opened.catch((error) => {
    front.close()
    throw error
  })
  return {
    port,
    sample: houses.sample(),
    url: config.url,
    setUpLink: houses.sample()
      ? await onRegister(ground.adminUrl, (db) => setUpLink(db, config.url))
      : await houses.setUpLink(),
    async stop() {
      const closed = new Promise((done) => front.close(done))
      front.closeIdleConnections()
      await houses.close()
      front.closeAllConnections()
      await closed
    },
  }
}

/** A sample that was not ended is gone on with, unless somebody has begun to keep a real register. */
async function startedSample({ adminUrl }: Ground, wanted: boolean): Promise<boolean> {
  return wanted || ((await databaseExists(adminUrl, sampleName)) && !(await isInUse(adminUrl)))
}

/** Changing houses: the next one stands before the doors move to it, and the one before is taken down when nobody is in it any
 *  more, so nobody meets a closed door. */
function twoHouses(config: Config, ground: Ground) {
  let current: Standing
  let moving: Promise<void> | undefined
  let askers = 0
  const leaving = new Set<Promise<void>>()
  const sampleMode: SampleMode = {
    offered: async () => !(await isInUse(ground.adminUrl)),
    start: () => move(true),
    end: () => move(false),
  }

  /** A double click moves once: whoever asks while the doors are moving waits for that. */
  async function move(sample: boolean): Promise<void> {
    askers++
    try {
      while (moving) await moving
      if (current.sample === sample) return
      moving = change(sample).finally(() => {
        moving = undefined
      })
      await moving
    } finally {
      askers--
    }
  }

  async function change(sample: boolean): Promise<void> {
    const next = await openHouse(config, ground, sample, sampleMode)
    const before = current
    current = next
    // From here every new request meets the next house. Those who asked for the change are still answered by the one before.
    if (!before.sample) return later(before)
    await empty(before, () => askers)
    await before.db.close()
    await dropDatabase(ground.adminUrl, sampleName)
    later(before)
  }

  function later(before: Standing): void {
    const gone = empty(before, () => 0)
      .then(() => takeDown(before))
      .catch(() => {}) // its database may be gone; what it held ends with the process
      .finally(() => leaving.delete(gone))
    leaving.add(gone)
  }

  return {
    async open(sample: boolean): Promise<void> {
      current = await openHouse(config, ground, sample, sampleMode)
    },
    enter(request: IncomingMessage, response: ServerResponse): void {
      const house = current
      house.inside++
      response.once('close', () => {
        house.inside--
      })
      house.house.server.routing(request, response)
    },
    sample: () => current.sample,
    setUpLink: () => current.house.setUpLink(),
    async close(): Promise<void> {
      await moving?.catch(() => {})
      await Promise.all([takeDown(current), ...leaving])
    },
  }
}

const patience = 10_000

/** Until no more than so many are in the house, or patience ends: a request that hangs holds nobody up for good. */
async function empty(house: Standing, butFor: () => number): Promise<void> {
  const until = Date.now() + patience
  while (house.inside > butFor() && Date.now() < until) await new Promise((done) => setTimeout(done, 20))
}

async function openHouse(config: Config, ground: Ground, sample: boolean, sampleMode: SampleMode): Promise<Standing> {
  const adminUrl = sample ? ground.sampleUrl : ground.adminUrl
  if (sample) await ensureDatabase(ground.adminUrl, sampleName)
  const prepared = await prepareGround(adminUrl)
  if (prepared.kind === 'refused') throw new Error(prepared.message)
  const db = openDatabase(adminUrl)
  try {
    if (sample) await fillSample(db)
    const house = await buildHouse({ config, db, net: sample ? nowhere : wayOut(config), sample, sampleMode })
    await house.start()
    return { house, db, sample, inside: 0 }
  } catch (error) {
    await db.close()
    throw error
  }
}

function wayOut(config: Config): Outside['net'] {
  const asked = resolvers(config.dns.length > 0 ? config.dns : systemResolvers())
  const client = guardedClient({
    resolvers: asked,
    networks: config.proofNetworks,
    userAgent: userAgent(version, config.url),
  })
  const named = services({
    origins: serviceOrigins(config.settings),
    resolvers: asked,
    userAgent: userAgent(version, config.url),
  })
  const from = config.settings.mail.from ?? `no-reply@${new URL(config.url).hostname}`
  const mail = config.smtpUrl === undefined ? undefined : mailWay({ url: config.smtpUrl, from, resolvers: asked })
  const push = guardedClient({
    resolvers: asked,
    networks: config.proofNetworks,
    userAgent: `ChinhDanh/${version}`,
    pace: { atOnce: 4, spacingMs: 0 }, // a few hosts carry it all, and expect it
  })
  return { resolvers: asked, client, services: named, mail, push }
}

async function takeDown({ house, db }: Standing): Promise<void> {
  await house.stop()
  await db.close()
}

/** Asks a register whose schema is up to date: whoever called `serve` has seen to that. */
async function onRegister<T>(adminUrl: string, act: (db: Database) => Promise<T>): Promise<T> {
  const db = openDatabase(adminUrl)
  try {
    return await act(db)
  } finally {
    await db.close()
  }
}

/** Has anybody begun to keep a real register here? Then made-up data is offered no more. */
const isInUse = (adminUrl: string): Promise<boolean> =>
  onRegister(adminUrl, (db) =>
    db.under(
      'operator',
      async (tx) => (await tx.selectFrom('person').select('id').limit(1).executeTakeFirst()) !== undefined,
    ),
  )

function listen(front: Server, { port, host }: Config): Promise<number> {
  return new Promise((done, fail) => {
    front.once('error', fail)
    front.listen(port, host, () => done((front.address() as { port: number }).port))
  })
}
