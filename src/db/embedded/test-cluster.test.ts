import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { expect, test } from 'vitest'
import { startTestCluster } from './test-cluster.ts'
import { ask } from './testing.ts'

test('a test run has a server of its own, and nothing is left when it stops', async () => {
  const cluster = await startTestCluster()
  expect(await ask(cluster.url('postgres'), 'show fsync')).toBe('off')
  await cluster.stop()
  expect(existsSync(cluster.folder)).toBe(false)
  await expect(ask(cluster.url('postgres'), 'select 1')).rejects.toThrow('ECONNREFUSED')
})

test('what a killed test run left behind is stopped and removed by the next', async () => {
  const { folder, address } = await killedRun()
  expect(await ask(address, 'select 1')).toBe(1) // nobody stopped it
  await (await startTestCluster()).stop()
  expect(existsSync(folder)).toBe(false)
  await expect(ask(address, 'select 1')).rejects.toThrow('ECONNREFUSED')
})

async function killedRun(): Promise<{ folder: string; address: string }> {
  const module = new URL('test-cluster.ts', import.meta.url).href
  const script = `const c = await (await import('${module}')).startTestCluster(); console.log(JSON.stringify({ folder: c.folder, address: c.url('postgres') })); setInterval(() => {}, 1000)`
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], { stdio: ['ignore', 'pipe', 'inherit'] })
  const [line] = await once(child.stdout, 'data')
  child.kill('SIGKILL')
  await once(child, 'exit')
  return JSON.parse(String(line))
}
