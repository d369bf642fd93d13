import { readFileSync, rmSync, statSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { program } from './binaries.ts'
import type { Settings } from './cluster.ts'
import type { Place } from './place.ts'
import { clusterOf } from './place.ts'
import { answers, isMisleading, isWorkedOn, lastPort, postmasterOf } from './postmaster.ts'
import type { Refusal } from './refusals.ts'
import { refused } from './refusals.ts'
import { run } from './run.ts'

export type ServerUp = { readonly kind: 'up'; readonly port: number }
/** Names a port to try; the number of the attempt counts from 0. */
export type PickPort = (attempt: number, before: number | undefined) => Promise<number>

/** The server of this cluster, started if it is not up. Call it under the data folder's lock. */
export async function ensureServer(
  place: Place,
  secret: string,
  settings: Settings,
  pickPort: PickPort,
): Promise<ServerUp | Refusal> {
  const cluster = clusterOf(place.home)
  const running = postmasterOf(cluster)
  if (running && (await answers(running.port, secret))) return { kind: 'up', port: running.port }
  if (running) await stopServer(place) // it lives but does not answer
  await lastChildrenGone(cluster)
  if (isMisleading(cluster)) rmSync(join(cluster, 'postmaster.pid'))
  return startServer(place, secret, settings, pickPort)
}

export const stopServer = ({ binaries, home, as }: Place) =>
  run(program(binaries, 'pg_ctl'), ['-D', clusterOf(home), '-m', 'fast', '-w', '-t', '60', 'stop'], as)

/** A log of an earlier start never explains this one. */
async function startServer(
  place: Place,
  secret: string,
  settings: Settings,
  pickPort: PickPort,
): Promise<ServerUp | Refusal> {
  const log = join(place.home, 'server.log')
  const cluster = clusterOf(place.home)
  for (let attempt = 0; attempt < 5; attempt += 1) {
    const port = await pickPort(attempt, lastPort(cluster))
    const before = sizeOf(log)
    const args = ['-D', cluster, '-w', '-t', '60', '-l', log, '-o', optionsOf(port, settings), 'start']
    const started = await run(program(place.binaries, 'pg_ctl'), args, place.as)
    const up = started.code === 0 ? postmasterOf(cluster) : undefined
    if (up && (await answers(up.port, secret))) return { kind: 'up', port: up.port }
    const why = endOf(log, before) || started.output.trim()
    if (/No space left on device/.test(why)) return refused('disk_full', { folder: place.home })
    if (!/could not bind|Address already in use/.test(why)) return refused('start_failed', { folder: place.home, why })
  }
  return refused('start_failed', { folder: place.home, why: endOf(log, 0) })
}

/** Only loopback, and no socket file: one in /tmp clashes with another server's. The log holds no values and no statements. */
const always = [
  'listen_addresses=127.0.0.1',
  "unix_socket_directories=''",
  'timezone=UTC',
  'log_timezone=UTC',
  'log_error_verbosity=terse',
  'log_min_error_statement=panic',
]
const careless = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off', 'max_connections=200']

const optionsOf = (port: number, settings: Settings): string =>
  [`port=${port}`, ...always, ...(settings === 'test' ? careless : [])].map((option) => `-c ${option}`).join(' ')

/** The port of last time if it is free, so that an operator's own connection keeps working. */
export const freePort: PickPort = async (attempt, before) => {
  if (attempt === 0 && before !== undefined && (await isFree(before))) return before
  return (await listenOn(0)) as number
}

const isFree = async (port: number) => (await listenOn(port)) === port

function listenOn(port: number): Promise<number | undefined> {
  return new Promise((resolve) => {
    const server = createServer()
    server.on('error', () => resolve(undefined))
    server.listen(port, '127.0.0.1', () => {
      const { port: taken } = server.address() as { port: number }
      server.close(() => resolve(taken))
    })
  })
}

/** After a kill -9 of the postmaster its children need a moment to notice. */
async function lastChildrenGone(cluster: string): Promise<void> {
  for (let waited = 0; waited < 10_000 && isWorkedOn(cluster); waited += 50) await pause(50)
}

const sizeOf = (log: string) => statSync(log, { throwIfNoEntry: false })?.size ?? 0

function endOf(log: string, from: number): string {
  try {
    return readFileSync(log).subarray(from).toString().trimEnd().split('\n').slice(-8).join('\n')
  } catch {
    return ''
  }
}
