import { createServer, type Server } from 'node:http'
import type { Config } from './config.ts'
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
import { buildHouse, type House, type SampleMode } from './house.ts'
import { guardedClient, resolvers, systemResolvers, userAgent } from './net/index.ts'
import { version } from './project-root.ts'
import { fillSample } from './sample/index.ts'

export type Running = {
  readonly port: number
  readonly url: string
  readonly sample: boolean
  /** Where the first administrator begins; nothing once the register is set up. */
  readonly setUpLink: string | undefined
  stop(): Promise<void>
}

type Open = { readonly house: House; readonly db: Database }

/** Serves the register that stands on this ground: one HTTP server, and behind it one house, which is the register's own or,
 *  while somebody looks around before set-up, the one of made-up data. Throws `EADDRINUSE` when the port is taken. */
export async function serve(given: Config, ground: Ground, wanted: { readonly sample: boolean }): Promise<Running> {
  const front = createServer({ requestTimeout: 30_000 })
  const port = await listen(front, given)
  const config = { ...given, url: given.url.replace(/:0$/, `:${port}`) }
  const sample =
    wanted.sample || ((await databaseExists(ground.adminUrl, sampleName)) && !(await isInUse(ground.adminUrl)))
  const mode = sampleMode(
    config,
    ground,
    () => current,
    (next) => {
      current = next
    },
  )
  let current = openHouse(config, ground, sample, mode)
  front.on('request', (request, response) => {
    current.then(
      ({ house }) => house.server.routing(request, response),
      () => response.writeHead(503, { 'retry-after': '5' }).end(),
    )
  })
  const { house } = await current
  return {
    port,
    sample,
    url: config.url,
    setUpLink: sample ? undefined : await house.setUpLink(),
    async stop() {
      const closed = new Promise((done) => front.close(done))
      front.closeIdleConnections()
      await close(await current)
      front.closeAllConnections()
      await closed
    },
  }
}

/** Changing houses: the next one stands before the doors move to it, so nobody meets a closed door. */
function sampleMode(
  config: Config,
  ground: Ground,
  current: () => Promise<Open>,
  become: (next: Promise<Open>) => void,
): SampleMode {
  const mode: SampleMode = {
    offered: async () => !(await isInUse(ground.adminUrl)),
    async start() {
      await change(openHouse(config, ground, true, mode))
    },
    async end() {
      await change(openHouse(config, ground, false, mode))
      await dropDatabase(ground.adminUrl, sampleName)
    },
  }
  async function change(next: Promise<Open>): Promise<void> {
    await next
    const before = await current()
    become(next)
    // From here every new request meets the other house; the one that asked for it is still answered by the old.
    await before.db.close()
    setTimeout(() => void before.house.stop().catch(() => {}), 1_000).unref()
  }
  return mode
}

async function openHouse(config: Config, ground: Ground, sample: boolean, mode: SampleMode): Promise<Open> {
  const adminUrl = sample ? ground.sampleUrl : ground.adminUrl
  if (sample) await ensureDatabase(ground.adminUrl, sampleName)
  const prepared = await prepareGround(adminUrl)
  if (prepared.kind === 'refused') throw new Error(prepared.message)
  const db = openDatabase(adminUrl)
  if (sample) await fillSample(db)
  const asked = resolvers(config.dns.length > 0 ? config.dns : systemResolvers())
  const client = guardedClient({
    resolvers: asked,
    networks: config.proofNetworks,
    userAgent: userAgent(version, config.url),
  })
  const house = await buildHouse({ config, db, net: { resolvers: asked, client }, sample, sampleMode: mode })
  await house.start()
  return { house, db }
}

async function close({ house, db }: Open): Promise<void> {
  await house.stop()
  await db.close()
}

/** Has anybody begun to keep a real register here? Then made-up data is offered no more. */
async function isInUse(adminUrl: string): Promise<boolean> {
  const prepared = await prepareGround(adminUrl)
  if (prepared.kind === 'refused') throw new Error(prepared.message)
  const db = openDatabase(adminUrl)
  try {
    return await db.under(
      'operator',
      async (tx) => (await tx.selectFrom('person').select('id').limit(1).executeTakeFirst()) !== undefined,
    )
  } finally {
    await db.close()
  }
}

function listen(front: Server, { port, host }: Config): Promise<number> {
  return new Promise((done, fail) => {
    front.once('error', fail)
    front.listen(port, host, () => done((front.address() as { port: number }).port))
  })
}
