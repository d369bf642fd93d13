import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, onTestFinished, test } from 'vitest'

const lock = fileURLToPath(new URL('../../bin/steps/lock.cjs', import.meta.url))

test('of several starts at once one works at a time, and none is left out', async () => {
  const root = folder()
  const all = [1, 2, 3, 4, 5].map(() => started(root, note(root)))
  await Promise.all(all.map((one) => once(one, 'exit')))
  const notes = readFileSync(join(root, 'notes'), 'utf8').trim().split('\n')
  expect(notes).toEqual(Array.from({ length: 5 }, () => ['in', 'out']).flat())
  expect(existsSync(join(root, 'dist', '.lock'))).toBe(false)
})

test('several starts that wait for a killed one still work one at a time', async () => {
  const root = folder()
  const killed = started(root, 'console.log("in"); await new Promise(() => setInterval(() => {}, 1000))')
  await once(killed.stdout as NodeJS.ReadableStream, 'data')
  killed.kill('SIGKILL')
  await once(killed, 'exit')
  const all = [1, 2, 3, 4].map(() => started(root, note(root)))
  await Promise.all(all.map((one) => once(one, 'exit')))
  const notes = readFileSync(join(root, 'notes'), 'utf8').trim().split('\n')
  expect(notes).toEqual(Array.from({ length: 4 }, () => ['in', 'out']).flat())
})

test('while the npm of a killed start still writes, nobody else begins', async () => {
  const root = folder()
  const helper = `const npm = require('node:child_process').spawn('sleep', ['60'], { stdio: 'ignore' }); alsoHeldBy(npm.pid); console.log(npm.pid);`
  const killed = started(root, `${helper} await new Promise(() => setInterval(() => {}, 1000))`)
  const npm = Number((await once(killed.stdout as NodeJS.ReadableStream, 'data'))[0])
  killed.kill('SIGKILL')
  await once(killed, 'exit')
  const next = started(root, note(root))
  await once(next.stderr as NodeJS.ReadableStream, 'data') // it says that it waits
  expect(existsSync(join(root, 'notes'))).toBe(false)
  process.kill(npm, 'SIGKILL')
  await once(next, 'exit')
  expect(readFileSync(join(root, 'notes'), 'utf8')).toBe('in\nout\n')
})

/** Writes `in`, stays a while, writes `out`. */
const note = (root: string) => {
  const write = (word: string) =>
    `require('node:fs').appendFileSync(${JSON.stringify(join(root, 'notes'))}, '${word}\\n');`
  return `${write('in')} await new Promise((then) => setTimeout(then, 50)); ${write('out')}`
}

function started(root: string, act: string) {
  const script = `require(${JSON.stringify(lock)}).underLock(${JSON.stringify(root)}, async (alsoHeldBy) => { ${act} })`
  const child = spawn(process.execPath, ['-e', script], { stdio: ['ignore', 'pipe', 'pipe'] })
  onTestFinished(() => void child.kill('SIGKILL'))
  return child
}

function folder(): string {
  const root = mkdtempSync(join(tmpdir(), 'chinhdanh-lock-'))
  onTestFinished(() => rmSync(root, { recursive: true, force: true }))
  return root
}
