import { once } from 'node:events'
import { connect } from 'node:net'
import { Worker } from 'node:worker_threads'

export interface DeafServer extends AsyncDisposable {
  readonly port: number
}

/** A listening port that answers no further greeting: its thread stands still and its queue is full, as behind a firewall that
 *  drops packets. Linux only, like the addresses 127.0.0.x. */
export async function deafServer(address: string, port = 0): Promise<DeafServer> {
  const thread = new Worker(listening, { eval: true, workerData: { host: address, port, backlog: 1 } })
  const [taken] = (await once(thread, 'message')) as [number]
  const queue = Array.from({ length: 4 }, () => connect(taken, address).on('error', () => {}))
  await new Promise((done) => setTimeout(done, 100))
  return {
    port: taken,
    async [Symbol.asyncDispose]() {
      for (const socket of queue) socket.destroy()
      await thread.terminate()
    },
  }
}

const listening = `const { parentPort, workerData } = require('node:worker_threads')
const server = require('node:net').createServer().listen(workerData, () => {
  parentPort.postMessage(server.address().port)
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0)
})`
