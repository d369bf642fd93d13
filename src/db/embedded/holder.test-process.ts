// A process of its own that uses the server on the folder it is given, for tests about several processes: says what it got,
// leaves when its input closes, and answers Ctrl-C by asking the server something.
import pg from 'pg'
import { embeddedServer } from './embedded-server.ts'

const server = await embeddedServer({ data: process.argv[2] as string, settings: 'test' })
process.on('SIGINT', async () => say({ kind: 'interrupted', answer: await ask() }))
process.stdin.resume().on('end', async () => {
  if (server.kind === 'up') await server.release()
  process.exit()
})

say(server.kind === 'up' ? { kind: 'up', port: server.port } : server)

function say(what: object): void {
  process.stdout.write(`${JSON.stringify(what)}\n`)
}

async function ask(): Promise<string> {
  if (server.kind === 'refused') return server.code
  const client = new pg.Client(server.url('postgres'))
  await client.connect()
  const { rows } = await client.query("select 'still here' as answer")
  await client.end()
  return rows[0].answer
}
