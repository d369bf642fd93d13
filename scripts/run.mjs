import { spawn } from 'node:child_process'

/** @type {Set<import('node:child_process').ChildProcess>} */
const running = new Set()
let interrupted = false

/** Runs a program to its end with our own output, and says how it ended; none outlives us.
 *  @param {string} program @param {string[]} args @param {Record<string, string>} [env] @returns {Promise<number>} */
export function run(program, args, env = {}) {
  if (interrupted) return Promise.resolve(1)
  return new Promise((resolve) => {
    const child = spawn(program, args, { stdio: ['ignore', 'inherit', 'inherit'], env: { ...process.env, ...env } })
    running.add(child)
    child.on('error', (error) => {
      console.error(error.message)
      resolve(1)
    })
    child.on('close', (code) => {
      running.delete(child)
      resolve(code ?? 1)
    })
  })
}

/** True once somebody asked us to end; what still runs is asked too. */
export const wasInterrupted = () => interrupted

for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
  process.on(signal, () => {
    interrupted = true
    for (const child of running) child.kill(signal)
  })
}
