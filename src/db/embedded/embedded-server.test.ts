import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { lastPort, postmasterOf } from './postmaster.ts'
import { refusalMessage } from './refusals.ts'
import { freePort } from './server.ts'
import { ask, cluster, folderForTest, refusalOf, up } from './testing.ts'

test('a new data folder becomes a server that opens to its password and to no other', async () => {
  const server = await up({ data: join(folderForTest(), 'data'), settings: 'durable' })
  expect(await ask(server.url('postgres'), 'show server_version_num')).toMatch(/^18/)
  expect(await ask(server.url('postgres'), 'show fsync')).toBe('on')
  const wrong = server.url('postgres').replace(/:[^:@]+@/, ':wrong@')
  await expect(ask(wrong, 'select 1')).rejects.toThrow('password authentication failed')
  await server.release()
})

test('the password and the cluster are closed to other users, and no password file is left', async () => {
  const data = join(folderForTest(), 'data')
  await (await up({ data })).release()
  expect(statSync(join(data, 'postgres.secret')).mode & 0o777).toBe(0o600)
  expect(statSync(join(data, 'postgres')).mode & 0o777).toBe(0o700)
  expect(() => statSync(join(data, 'postgres', 'password'))).toThrow('ENOENT')
})

test('the server listens on 127.0.0.1 only and has no socket file', async () => {
  const server = await up({ data: folderForTest() })
  expect(await ask(server.url('postgres'), 'show listen_addresses')).toBe('127.0.0.1')
  expect(await ask(server.url('postgres'), 'show unix_socket_directories')).toBe('')
  await server.release()
})

test('letters are compared as Unicode has them, Vietnamese ones included', async () => {
  const server = await up({ data: folderForTest() })
  expect(await ask(server.url('postgres'), "select lower('ĐẶNG THỊ Ố')")).toBe('đặng thị ố')
  await ask(server.url('postgres'), 'create extension ltree')
  expect(await ask(server.url('postgres'), "select 'chi_đoàn.ấp'::ltree::text")).toBe('chi_đoàn.ấp')
  await server.release()
})

test('a second start is quick, keeps its port and finds what was written', async () => {
  const data = folderForTest()
  const first = await up({ data, settings: 'durable' })
  await ask(first.url('postgres'), 'create table kept as select 42 as answer')
  await first.release()
  const begun = performance.now()
  const second = await up({ data, settings: 'durable' })
  expect(performance.now() - begun).toBeLessThan(2000)
  expect(second.port).toBe(first.port)
  expect(await ask(second.url('postgres'), 'select answer from kept')).toBe(42)
  await second.release()
})

test('releasing twice leaves once', async () => {
  const data = folderForTest()
  const [one, two] = [await up({ data }), await up({ data })]
  await Promise.all([one.release(), one.release()])
  expect(await ask(two.url('postgres'), 'select 1')).toBe(1)
  await two.release()
  expect(postmasterOf(cluster(data))).toBeUndefined()
})

test('a port that someone else took meanwhile is left to them', async () => {
  const data = folderForTest()
  const before = await up({ data })
  await before.release()
  const stranger = createServer().listen(before.port, '127.0.0.1')
  const after = await up({ data })
  expect(after.port).not.toBe(before.port)
  await after.release()
  stranger.close()
})

test('a port that is taken between choosing and starting is given up for another', async () => {
  const stranger = createServer()
  await new Promise<void>((resolve) => stranger.listen(0, '127.0.0.1', resolve))
  const taken = (stranger.address() as { port: number }).port
  const asked: number[] = []
  const data = folderForTest()
  const pickPort = async (attempt: number) => {
    asked.push(attempt)
    return attempt === 0 ? taken : freePort(attempt, undefined)
  }
  const server = await up({ data, pickPort })
  expect(asked).toEqual([0, 1])
  expect(server.port).toBe(lastPort(cluster(data)))
  await server.release()
  stranger.close()
})

test('data of a newer or older PostgreSQL is refused by name and left alone', async () => {
  const data = folderForTest()
  await (await up({ data })).release()
  for (const [version, code] of [
    ['19', 'data_newer'],
    ['17', 'data_older'],
    ['', 'data_damaged'],
  ] as const) {
    writeFileSync(join(cluster(data), 'PG_VERSION'), version)
    const refusal = await refusalOf({ data })
    expect(refusal.code).toBe(code)
    expect(refusalMessage(refusal)).toContain(cluster(data))
  }
  writeFileSync(join(cluster(data), 'PG_VERSION'), '18\n')
  await (await up({ data })).release()
})

test('a start that was killed while it made the cluster is begun again', async () => {
  const data = folderForTest()
  mkdirSync(join(data, 'postgres', 'cluster.new'), { recursive: true, mode: 0o700 })
  writeFileSync(join(data, 'postgres', 'cluster.new', 'PG_VERSION'), '18')
  writeFileSync(join(data, 'postgres.secret.new'), 'old')
  const server = await up({ data })
  expect(server.url('postgres')).not.toContain(':old@')
  await server.release()
})

test('a start that was killed when the cluster was whole goes on with its password', async () => {
  const data = folderForTest()
  await (await up({ data, settings: 'durable' })).release()
  const secret = readFileSync(join(data, 'postgres.secret'))
  writeFileSync(join(data, 'postgres.secret.new'), secret, { mode: 0o600 })
  rmSync(join(data, 'postgres.secret'))
  const server = await up({ data, settings: 'durable' })
  expect(await ask(server.url('postgres'), 'select 1')).toBe(1)
  await server.release()
})

test('a database without its password, or a password without its database, is never replaced by a new one', async () => {
  const data = folderForTest()
  await (await up({ data })).release()
  const secret = readFileSync(join(data, 'postgres.secret'))
  rmSync(join(data, 'postgres.secret'))
  expect((await refusalOf({ data })).code).toBe('secret_missing')
  writeFileSync(join(data, 'postgres.secret'), secret)
  rmSync(cluster(data), { recursive: true })
  expect((await refusalOf({ data })).code).toBe('data_missing')
})

test('a data folder that cannot be one is refused with what to do', async () => {
  const file = join(folderForTest(), 'file')
  writeFileSync(file, '')
  const refusal = await refusalOf({ data: join(file, 'data') })
  expect(refusal.code).toBe('data_not_yours')
  expect(refusalMessage(refusal)).toContain('CHINHDANH_DATA')
})
