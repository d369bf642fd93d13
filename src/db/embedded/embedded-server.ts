import { realpathSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Binaries } from './binaries.ts'
import { packagedBinaries, platform } from './binaries.ts'
import type { Settings } from './cluster.ts'
import { ensureCluster } from './cluster.ts'
import { takeLock } from './lock.ts'
import type { Place } from './place.ts'
import { findPlace, makeDataFolder } from './place.ts'
import type { Refusal } from './refusals.ts'
import { asRefusal, refused } from './refusals.ts'
import type { PickPort } from './server.ts'
import { ensureServer, freePort, stopServer } from './server.ts'
import { enter, leave } from './users.ts'

export type EmbeddedServer = {
  readonly kind: 'up'
  readonly port: number
  /** The address of a database, superuser and password included: never print it. */
  url(database: string): string
  /** Leaves; the last to leave stops the server. May be called twice. */
  release(): Promise<void>
}

export type Wanted = {
  /** An absolute folder; made if absent. */
  readonly data: string
  /** `test` gives up durability for speed and asks for no password. */
  readonly settings?: Settings
  readonly pickPort?: PickPort
  /** Where clusters go that user postgres cannot pass to. */
  readonly elsewhere?: string
  /** PostgreSQL's programs; by default the installed package's. */
  readonly binaries?: Binaries
}

/** PostgreSQL on this data folder, started if nobody did, shared with every other process that asks for it. */
export async function embeddedServer(wanted: Wanted): Promise<EmbeddedServer | Refusal> {
  try {
    makeDataFolder(wanted.data)
    const data = realpathSync(wanted.data)
    return await underLock(data, () => enterServer(data, wanted))
  } catch (error) {
    return asRefusal(error, wanted.data)
  }
}

async function enterServer(data: string, wanted: Wanted): Promise<EmbeddedServer | Refusal> {
  const { settings = 'durable', pickPort = freePort, elsewhere = '/var/lib/chinhdanh' } = wanted
  const packaged = wanted.binaries ?? packagedBinaries()
  if (!packaged) return refused('binaries_missing', { folder: data, why: platform })
  const place = await findPlace(data, packaged, elsewhere)
  if (place.kind === 'refused') return place
  const cluster = await ensureCluster(data, place, settings)
  if (cluster.kind === 'refused') return cluster
  const users = join(data, 'postgres.users')
  const server = await ensureServer(place, cluster.secret, settings, pickPort)
  if (server.kind === 'refused') return server
  return asUser(data, place, users, enter(users), server.port, cluster.secret)
}

function asUser(
  data: string,
  place: Place,
  users: string,
  entry: string,
  port: number,
  secret: string,
): EmbeddedServer {
  let leaving: Promise<void> | undefined
  const stopIfLast = async () => {
    if (leave(users, entry)) await stopServer(place)
  }
  return {
    kind: 'up',
    port,
    url: (database) => `postgres://postgres:${secret}@127.0.0.1:${port}/${encodeURIComponent(database)}`,
    release: () => (leaving ??= underLock(data, stopIfLast).then(() => rmSync(entry, { force: true }))),
  }
}

const patience = 60 // seconds; a first start takes 3

async function underLock<T>(data: string, act: () => Promise<T>): Promise<T | Refusal> {
  const lock = await takeLock(join(data, 'postgres.lock'), patience)
  if (!lock) return refused('busy', { folder: data })
  try {
    return await act()
  } finally {
    await lock.release()
  }
}
