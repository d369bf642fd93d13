import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { expect, onTestFinished, test } from 'vitest'
import { serverAccount } from './account.ts'
import { postmasterOf } from './postmaster.ts'
import { ask, cluster, folderForTest, holder, killed, killServerOf, up } from './testing.ts'

test('two processes share one server, and the last to leave stops it', async () => {
  const data = folderForTest()
  const [one, two] = [holder(data), holder(data)]
  const [first, second] = [await one.port(), await two.port()]
  expect(first).toBe(second)
  await one.leave()
  expect(postmasterOf(cluster(data))?.port).toBe(first)
  await two.leave()
  expect(postmasterOf(cluster(data))).toBeUndefined()
})

test('four processes that start at once on a new folder make one server', async () => {
  const data = folderForTest()
  const all = [1, 2, 3, 4].map(() => holder(data))
  const ports = await Promise.all(all.map(({ port }) => port()))
  expect(new Set(ports)).toEqual(new Set([postmasterOf(cluster(data))?.port]))
  await Promise.all(all.map(({ leave }) => leave()))
  expect(postmasterOf(cluster(data))).toBeUndefined()
})

test('a server whose user was killed is found again, and its next last user stops it', async () => {
  const data = folderForTest()
  const gone = holder(data)
  const port = await gone.port()
  await killed(gone.child)
  const next = await up({ data })
  expect(next.port).toBe(port)
  await next.release()
  expect(postmasterOf(cluster(data))).toBeUndefined()
})

test('the last living user stops the server, though another was killed beside it', async () => {
  const data = folderForTest()
  const [one, two] = [holder(data), holder(data)]
  await Promise.all([one.port(), two.port()])
  await killed(one.child)
  await two.leave()
  expect(postmasterOf(cluster(data))).toBeUndefined()
})

test('when server and user were both killed, the next start goes on with what was written', async () => {
  const data = folderForTest()
  const gone = holder(data)
  await gone.port()
  const beside = await up({ data })
  await ask(beside.url('postgres'), 'create table kept as select 42 as answer')
  await ask(beside.url('postgres'), 'checkpoint')
  await killed(gone.child)
  killServerOf(data)
  const next = await up({ data })
  expect(await ask(next.url('postgres'), 'select answer from kept')).toBe(42)
  await beside.release()
  await next.release()
})

test('the number of a living stranger in postmaster.pid is not believed', async () => {
  const data = folderForTest()
  await (await up({ data })).release()
  const account = await serverAccount(cluster(data))
  const stranger = spawn('sleep', ['60'], account.kind === 'account' ? account.as : {})
  onTestFinished(() => void stranger.kill())
  const file = join(cluster(data), 'postmaster.pid')
  writeFileSync(
    file,
    [stranger.pid, cluster(data), 1, 5432, '', '127.0.0.1', '  5432001  1', 'ready   ', ''].join('\n'),
  )
  const server = await up({ data })
  expect(await ask(server.url('postgres'), 'select 1')).toBe(1)
  expect(stranger.exitCode).toBeNull()
  await server.release()
})

test('Ctrl-C in the terminal does not stop the server under its user', async () => {
  const data = folderForTest()
  const interrupted = holder(data)
  await interrupted.port()
  process.kill(-(interrupted.child.pid as number), 'SIGINT') // the whole group, as a terminal does
  expect(await interrupted.next()).toEqual({ kind: 'interrupted', answer: 'still here' })
  await interrupted.leave()
  expect(postmasterOf(cluster(data))).toBeUndefined()
})

test('a process that waits for its parent to look has left', async () => {
  const data = folderForTest()
  const waiting = await zombieThatUses(data)
  expect(readFileSync(`/proc/${waiting.pid}/stat`, 'utf8')).toContain(' Z ')
  const last = await up({ data })
  await last.release()
  expect(postmasterOf(cluster(data))).toBeUndefined()
})

/** A shell that never looks after its child: the child uses the server and is killed. */
async function zombieThatUses(data: string): Promise<{ pid: number }> {
  const script = new URL('holder.test-process.ts', import.meta.url).pathname
  const shell = spawn(
    '/bin/sh',
    ['-c', '"$0" "$1" "$2" <&3 & echo $!; exec sleep 60', process.execPath, script, data],
    {
      stdio: ['ignore', 'pipe', 'inherit', 'pipe'],
    },
  )
  onTestFinished(() => void shell.kill('SIGKILL'))
  const pid = Number(String((await once(shell.stdout as NodeJS.ReadableStream, 'data'))[0]).split('\n')[0])
  await once(shell.stdout as NodeJS.ReadableStream, 'data')
  process.kill(pid, 'SIGKILL')
  await pause(100)
  return { pid }
}
