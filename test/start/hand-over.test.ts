import type { ChildProcess } from 'node:child_process'
import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { expect, onTestFinished, test } from 'vitest'
import { markOf } from '../../src/db/embedded/process-mark.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const bin = (name: string) => join(root, 'bin', name)

const stays = `const stay = setInterval(() => {}, 1000)
for (const signal of ['SIGTERM', 'SIGINT']) process.on(signal, () => { console.log(signal); clearInterval(stay) })
console.log(process.pid)`

test('the exit code of the program is ours', async () => {
  expect((await once(handedOver('process.exit(2)').starter, 'exit'))[0]).toBe(2)
})

test.for(['SIGTERM', 'SIGINT'] as const)('%s is passed on, and the program ends in its own time', async (signal) => {
  const { starter, next } = handedOver(stays)
  await next()
  starter.kill(signal)
  expect(await next()).toBe(signal)
  expect((await once(starter, 'exit'))[0]).toBe(0)
})

test('when the starter is killed, the program ends in good order', async () => {
  const { starter, next } = handedOver(stays)
  const program = Number(await next())
  starter.kill('SIGKILL')
  expect(await next()).toBe('SIGTERM')
  await expect.poll(() => markOf(program)).toBeUndefined()
})

test('a program that a signal ended makes us end by the same', async () => {
  const { starter, next } = handedOver("console.log('in'); setInterval(() => {}, 1000)")
  await next()
  starter.kill('SIGTERM')
  expect((await once(starter, 'exit'))[1]).toBe('SIGTERM')
})

test('an older Node is told what to do, by a file that it can read', () => {
  const older = `Object.defineProperty(process.versions, 'node', { value: '12.22.12' }); require(${JSON.stringify(bin('start.cjs'))})`
  const { status, stderr, stdout } = spawnSync(process.execPath, ['-e', older], { encoding: 'utf8' })
  expect(status).toBe(3)
  expect(stderr).toContain('Node 20 or later')
  expect(stdout).toBe('')
})

function handedOver(program: string): { starter: ChildProcess; next(): Promise<string> } {
  const folder = mkdtempSync(join(tmpdir(), 'chinhdanh-hand-over-'))
  const file = join(folder, 'program.mjs')
  writeFileSync(file, program)
  const script = `require(${JSON.stringify(bin('steps/hand-over.cjs'))}).handOver(${JSON.stringify(root)}, process.execPath, [${JSON.stringify(file)}])`
  const starter = spawn(process.execPath, ['-e', script], { stdio: ['ignore', 'pipe', 'pipe'] })
  const lines = createInterface({ input: starter.stdout })[Symbol.asyncIterator]()
  onTestFinished(() => {
    starter.kill('SIGKILL')
    rmSync(folder, { recursive: true })
  })
  return { starter, next: async () => (await lines.next()).value ?? 'nothing more' }
}
