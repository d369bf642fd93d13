import type { ChildProcess } from 'node:child_process'
import { spawn } from 'node:child_process'
import { chmodSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { onTestFinished } from 'vitest'
import type { EmbeddedServer, Wanted } from './embedded-server.ts'
import { embeddedServer } from './embedded-server.ts'
import { clusterOf } from './place.ts'
import { postmasterOf } from './postmaster.ts'
import { refusalMessage } from './refusals.ts'
import type { Account } from './run.ts'
import { removeWith } from './test-cluster.ts'

/** A folder of this test alone; at its end the server in it is killed, whatever happened, and the folder is gone. */
export function folderForTest(mode = 0o711): string {
  const folder = mkdtempSync(join(tmpdir(), 'chinhdanh-embedded-'))
  chmodSync(folder, mode)
  onTestFinished(() => {
    killServerOf(folder)
    removeWith(folder)
  })
  return folder
}

export const cluster = (data: string) => clusterOf(join(data, 'postgres'))

export function killServerOf(data: string): void {
  const running = postmasterOf(cluster(data))
  if (running) process.kill(running.pid, 'SIGKILL')
}

export async function up(wanted: Wanted): Promise<EmbeddedServer> {
  const server = await embeddedServer({ settings: 'test', ...wanted })
  if (server.kind === 'refused') throw new Error(refusalMessage(server))
  return server
}

export async function refusalOf(wanted: Wanted) {
  const server = await embeddedServer({ settings: 'test', ...wanted })
  if (server.kind === 'up') throw new Error('it started')
  return server
}

export async function ask(address: string, question: string): Promise<unknown> {
  const client = new pg.Client({ connectionString: address, connectionTimeoutMillis: 3000 })
  await client.connect()
  try {
    const { rows } = await client.query({ text: question, rowMode: 'array' })
    return rows[0]?.[0]
  } finally {
    await client.end()
  }
}

export type Holder = {
  readonly child: ChildProcess
  next(): Promise<Record<string, unknown>>
  port(): Promise<number>
  leave(): Promise<void>
}

/** Another process that uses the server. */
export function holder(data: string, as: Account = {}): Holder {
  const script = fileURLToPath(new URL('holder.test-process.ts', import.meta.url))
  const child = spawn(process.execPath, [script, data], { ...as, detached: true, stdio: ['pipe', 'pipe', 'inherit'] })
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  onTestFinished(() => {
    child.kill('SIGKILL')
  })
  const next = async () => JSON.parse((await lines.next()).value ?? '{"kind":"ended"}')
  return {
    child,
    next,
    async port() {
      const first = await next()
      if (first.kind !== 'up') throw new Error(JSON.stringify(first))
      return first.port
    },
    leave: () => {
      child.stdin.end()
      return ended
    },
  }
}

export const killed = (child: ChildProcess) =>
  new Promise<void>((resolve) => {
    child.once('exit', () => resolve())
    child.kill('SIGKILL')
  })
