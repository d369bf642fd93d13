import { connect, createServer, type Server, type Socket } from 'node:net'
import { expect, test } from 'vitest'
import { testDatabase } from '../../test/support/database.ts'
import { openDatabase } from '../db/index.ts'
import { ask } from './ask.ts'

/** Between the register and its database: passes everything on, until it is told to swallow whatever comes. */
function network(to: number) {
  let lost = false
  const pass = (from: Socket, into: Socket) =>
    from.on('data', (bytes) => {
      if (!lost) into.write(bytes)
    })
  const server: Server = createServer((here) => {
    const there = connect(to, '127.0.0.1')
    pass(here, there)
    pass(there, here)
    for (const end of [here, there]) end.on('error', () => {})
    here.on('close', () => there.destroy())
  })
  return { server, lose: (now: boolean) => (lost = now) }
}

test('a network that swallows everything closes the question, and opens it again when it is back', async () => {
  await using db = await testDatabase()
  const url = new URL(db.adminUrl)
  const between = network(Number(url.port))
  await new Promise<void>((done) => between.server.listen(0, '127.0.0.1', done))
  url.port = String((between.server.address() as { port: number }).port)
  const far = openDatabase(url.href)
  const kinds = async () =>
    (await Promise.all(Array.from({ length: 12 }, () => ask(far, 'https://a.vn/')))).map(({ kind }) => kind)

  expect(new Set(await kinds())).toEqual(new Set(['answered']))
  between.lose(true)
  expect(new Set(await kinds())).toEqual(new Set(['busy']))
  await new Promise((done) => setTimeout(done, 2_000))
  between.lose(false)
  expect(new Set(await kinds())).toEqual(new Set(['answered']))
  await far.close()
  between.server.close()
})
