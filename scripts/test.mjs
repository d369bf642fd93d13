// What `npm test` runs, in order, each to its end whatever came before; the last line is the sum. With --long (`npm run test:long`, for
// a night) the tests that have a long form run in it.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { clearLeftBehind } from '../src/db/embedded/test-cluster.ts'
import { installPeers } from './peers.mjs'
import { run, wasInterrupted } from './run.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))
process.chdir(root)
if (process.argv.includes('--long')) process.env.CHINHDANH_TEST_LONG = '1'

const folder = mkdtempSync(join(tmpdir(), 'chinhdanh-tally-'))
const program = (/** @type {string} */ name) => join(root, 'node_modules', '.bin', name)

const tallies = [
  await check('Peers', () => installPeers()),
  await check('Build', () => ran(process.execPath, 'scripts/build.mjs')),
  await check('Types (tsc)', () => ran(program('tsc'), '--noEmit')),
  await check('Style (biome)', () => ran(program('biome'), 'check', '.')),
  await suite('Tests (vitest)', 'vitest', ['run', '--reporter=default', '--reporter=./scripts/vitest-tally.mjs']),
  await suite('Browser (playwright)', 'playwright', ['test', '--reporter=list,./scripts/playwright-tally.mjs']),
]

rmSync(folder, { recursive: true })
await clearLeftBehind()
tell()

/** A check counts as one. @param {string} title @param {() => Promise<boolean>} holds @returns {Promise<Tally>} */
async function check(title, holds) {
  head(title)
  const passed = await holds()
  return { title, passed: passed ? 1 : 0, failed: passed ? 0 : 1, leftOut: [] }
}

/** @param {string} name @param {string[]} args */
async function ran(name, ...args) {
  return (await run(name, args)) === 0
}

/** A suite that failed without a failed test (it did not start, it was killed) counts as one failure.
 *  @param {string} title @param {string} name @param {string[]} args @returns {Promise<Tally>} */
async function suite(title, name, args) {
  head(title)
  const file = join(folder, name)
  const code = await run(program(name), args, { TALLY: file })
  const { passed, failed, leftOut } = readTally(file)
  return { title, passed, failed: failed === 0 && code !== 0 ? 1 : failed, leftOut }
}

/** @param {string} file @returns {Omit<Tally, 'title'>} */
function readTally(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return { passed: 0, failed: 1, leftOut: [] }
  }
}

function tell() {
  head('Result')
  for (const { title, passed, failed } of tallies)
    console.log(`${failed === 0 ? 'passed' : 'FAILED'}  ${title}: ${passed} passed, ${failed} failed`)
  for (const { title, why } of tallies.flatMap(({ leftOut }) => leftOut))
    console.log(`left out: ${title}${why && ` (${why})`}`)
  if (wasInterrupted()) console.log('interrupted')
  const sum = (/** @type {'passed' | 'failed'} */ what) => tallies.reduce((total, tally) => total + tally[what], 0)
  console.log(`${sum('passed')} passed, ${sum('failed')} failed`)
  process.exitCode = sum('failed') === 0 && !wasInterrupted() ? 0 : 1
}

/** @param {string} title */
function head(title) {
  console.log(`\n=== ${title} ===`)
}

/** @typedef {{ title: string, passed: number, failed: number, leftOut: { title: string, why: string }[] }} Tally */
