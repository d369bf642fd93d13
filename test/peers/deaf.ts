import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { connect, type Socket } from 'node:net'

export interface DeafServer extends AsyncDisposable {
  readonly port: number
}

/** A listening port that answers no further greeting: its process stands still and its queue is full, as behind a firewall that
 *  drops packets. Linux only, like the addresses 127.0.0.x. */
export async function deafServer(address: string, port = 0): Promise<DeafServer> {
  const child = spawn(process.execPath, ['-e', listening, address, String(port)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const [said] = (await once(child.stdout, 'data')) as [Buffer]
  child.kill('SIGSTOP')
  const queue = Array.from({ length: 4 }, () => connect(Number(said), address).on('error', () => {}))
  await new Promise((done) => setTimeout(done, 100))
  return { port: Number(said), [Symbol.asyncDispose]: () => end(child, queue) }
}

const listening = `const server = require('node:net').createServer()
server.listen({ host: process.argv[1], port: Number(process.argv[2]), backlog: 1 }, () => console.log(server.address().port))`

async function end(child: ChildProcess, queue: readonly Socket[]): Promise<void> {
  for (const socket of queue) socket.destroy()
  child.kill('SIGKILL')
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit')
}
