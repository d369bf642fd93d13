import { type ChildProcess, fork } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { projectRoot } from '../../project-root.ts'
import { limits } from './limits.ts'
import type { Asked } from './read-file.ts'
import { type Reading, type Refused, refuse } from './types.ts'

const program = join(projectRoot, 'src/imports/reading/child.ts')

type Limits = { readonly milliseconds: number; readonly megabytes: number }
type Told = { readonly ready: true } | { readonly reading: Reading | Refused } | { readonly failed: string }

/** Reads a file from outside in a process of its own, with an end to its memory and its time: what would take more is refused, and the
 *  process that asked goes on. A thread would not do: an engine that finds no memory for one of its threads may end the whole process. */
export async function readApart(
  bytes: Uint8Array,
  asked: Asked,
  { milliseconds, megabytes }: Limits = limits,
): Promise<Reading | Refused> {
  if (bytes.length > limits.bytes) return refuse('too_large')
  const child = fork(program, [], {
    execPath: process.execPath,
    execArgv: [`--max-old-space-size=${megabytes}`, '--max-semi-space-size=16', '--stack-size=3900'],
    env: {},
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  })
  const watch = setInterval(() => residentMegabytes(child) > megabytes + beside && child.kill('SIGKILL'), 100)
  let timer: NodeJS.Timeout | undefined
  try {
    const told = await new Promise<Exclude<Told, { ready: true }>>((done, failed) => {
      const ends = (after: number) => setTimeout(() => done({ reading: refuse('took_too_long') }), after)
      child.on('message', (message: Told) => {
        if (!('ready' in message)) return done(message)
        clearTimeout(timer)
        timer = ends(milliseconds) // its time begins when it is there: a machine under load is not the file's fault
        child.send({ bytes, asked }, () => {}) // one that is gone already has exited
      })
      child.once('error', failed) // it could not be started
      child.once('exit', () => done({ reading: refuse('too_large') })) // without a word: it had no memory left
      timer = ends(longestStart)
    })
    if ('failed' in told) throw new Error(`a file could not be read: ${told.failed}`)
    return told.reading
  } finally {
    clearTimeout(timer)
    clearInterval(watch)
    child.kill('SIGKILL')
  }
}

const longestStart = 60_000
/** What the engine itself, the file and its unpacked parts may take beside the heap. */
const beside = 512

/** How much memory a process holds; nothing where the system does not say. */
function residentMegabytes({ pid }: ChildProcess): number {
  try {
    const pages = Number(readFileSync(`/proc/${pid}/statm`, 'latin1').split(' ')[1])
    return (pages * 4096) / (1024 * 1024)
  } catch {
    return 0
  }
}
