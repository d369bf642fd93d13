'use strict'
const { spawn } = require('node:child_process')
const { delimiter, join } = require('node:path')
const { pathToFileURL } = require('node:url')

const passedOn = ['SIGTERM', 'SIGHUP', 'SIGQUIT', 'SIGUSR2']

/** The program runs under the pinned Node as our child: it gets our signals, we end as it ended, and it ends if we are killed. */
function handOver(root, node, program) {
  const watch = pathToFileURL(join(__dirname, 'end-with-parent.mjs')).href
  const child = spawn(node, ['--enable-source-maps', '--import', watch, ...program], {
    stdio: ['inherit', 'inherit', 'inherit', 'pipe'],
    env: { ...process.env, PATH: [join(root, 'node_modules', '.bin'), process.env.PATH].join(delimiter) },
  })
  for (const signal of passedOn) process.on(signal, () => child.kill(signal))
  // In a terminal Ctrl-C has reached the child already.
  process.on('SIGINT', () => isTerminal() || child.kill('SIGINT'))
  endWithNpm(child)
  child.on('exit', (code, signal) => endAs(code, signal))
}

const isTerminal = () => process.stdin.isTTY || process.stdout.isTTY || process.stderr.isTTY

/** A killed npm tells nobody; its child then has another parent. */
function endWithNpm(child) {
  if (!process.env.npm_lifecycle_event) return
  const parent = process.ppid
  setInterval(() => process.ppid !== parent && child.kill('SIGTERM'), 1000).unref()
}

function endAs(code, signal) {
  if (!signal) process.exit(code)
  process.removeAllListeners(signal)
  process.kill(process.pid, signal)
}

module.exports = { handOver }
