import { chmodSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { embeddedServer } from './embedded-server.ts'
import { isLiving, markOf } from './process-mark.ts'
import { refusalMessage } from './refusals.ts'

export type TestCluster = {
  readonly folder: string
  readonly port: number
  url(database: string): string
  stop(): Promise<void>
}

const family = 'chinhdanh-test-'

/** One throw-away server for a whole test run: start it in the global set-up, stop it in the teardown. Nothing survives a crash,
 *  and what a killed run left behind is cleared away by the next. */
export async function startTestCluster(): Promise<TestCluster> {
  await clearLeftBehind()
  const folder = mkdtempSync(join(tmpdir(), `${family}${markOf(process.pid)}-`))
  chmodSync(folder, 0o711)
  const server = await embeddedServer({ data: folder, settings: 'test' })
  if (server.kind === 'refused') throw new Error(refusalMessage(server))
  return {
    folder,
    port: server.port,
    url: server.url,
    async stop() {
      await server.release()
      removeWith(folder)
    },
  }
}

export async function clearLeftBehind(): Promise<void> {
  for (const name of readdirSync(tmpdir())) {
    if (!name.startsWith(family) || isLiving(name.slice(family.length))) continue
    await clear(join(tmpdir(), name)).catch(() => {}) // another run clears it too, or it is another user's
  }
}

/** A killed run's server is entered as its next user and left as its last, which stops it. */
async function clear(folder: string): Promise<void> {
  if (existsSync(join(folder, 'postgres.secret'))) {
    const server = await embeddedServer({ data: folder, settings: 'test' })
    if (server.kind === 'up') await server.release()
  }
  removeWith(folder)
}

/** The folder, and the one that it points to where user postgres could not pass to it. */
export function removeWith(folder: string): void {
  const pointed = pointedFrom(folder)
  if (pointed) rmSync(dirname(pointed), { recursive: true, force: true })
  rmSync(folder, { recursive: true, force: true })
}

function pointedFrom(folder: string): string | undefined {
  try {
    return readFileSync(join(folder, 'postgres.at'), 'utf8').trim()
  } catch {
    return undefined
  }
}
