import { connect, createServer, type Socket } from 'node:net'
import { type Database, openDatabase } from '../../src/db/index.ts'
import { type TestDatabase, testDatabase } from './database.ts'

export type Network = AsyncDisposable & {
  /** Swallows whatever comes, in both directions, as a network that is gone does. */
  swallow(now: boolean): void
  /** Ends every connection and takes no new one, as a server that was stopped does. */
  refuse(now: boolean): Promise<void>
  readonly port: number
}

/** A stretch of network before this port of this machine. */
export async function network(to: number): Promise<Network> {
  let lost = false
  const open = new Set<Socket>()
  const pass = (from: Socket, into: Socket) => from.on('data', (bytes) => lost || into.write(bytes))
  const server = createServer((here) => {
    const there = connect(to, '127.0.0.1')
    pass(here, there)
    pass(there, here)
    for (const [end, other] of [
      [here, there],
      [there, here],
    ] as const) {
      open.add(end)
      end.on('error', () => {})
      end.on('close', () => {
        open.delete(end)
        other.destroy()
      })
    }
  })
  const listen = (port: number) => new Promise<void>((done) => server.listen(port, '127.0.0.1', done))
  await listen(0)
  const { port } = server.address() as { port: number }
  const close = async () => {
    const closed = new Promise((done) => server.close(done))
    for (const end of open) end.destroy()
    await closed
  }
  return {
    port,
    swallow: (now) => {
      lost = now
    },
    refuse: (now) => (now ? close() : listen(port)),
    [Symbol.asyncDispose]: async () => {
      if (server.listening) await close()
    },
  }
}

/** A database behind such a network. The superuser stands on this side of it. */
export async function farDatabase(): Promise<{ db: TestDatabase; between: Network } & AsyncDisposable> {
  const near = await testDatabase()
  const url = new URL(near.adminUrl)
  const between = await network(Number(url.port))
  url.port = String(between.port)
  const far: Database = openDatabase(url.href)
  const { as, under, showing } = far
  const db: TestDatabase = Object.create(near, {
    as: { value: as },
    under: { value: under },
    showing: { value: showing },
  })
  return {
    db,
    between,
    async [Symbol.asyncDispose]() {
      await far.close()
      await between[Symbol.asyncDispose]()
      await near[Symbol.asyncDispose]()
    },
  }
}
