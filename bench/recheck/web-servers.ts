// A TLS server in a process of its own that is every made-up host: one certificate of one authority, and the token that is asked for.
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import tls from 'node:tls'
import { type Certificate, testCa } from '../../test/peers/ca.ts'
import { ended } from './name-servers.ts'

export type WebServers = AsyncDisposable & {
  readonly port: number
  readonly pem: string
  /** It, and all that Node trusts by default. */
  readonly bundle: string
  trust(): void
}

export async function webServers(domain: string): Promise<WebServers> {
  const ca = await testCa()
  const child = serve(await ca.issue(`*.${domain}`))
  const [port] = await once(child.stdout as NodeJS.ReadableStream, 'data')
  return {
    port: Number(String(port)),
    pem: ca.pem,
    bundle: [...tls.getCACertificates('default'), ca.pem].join('\n'),
    trust: () => ca.trust(),
    async [Symbol.asyncDispose]() {
      await ended(child)
      await ca[Symbol.asyncDispose]()
    },
  }
}

function serve({ key, cert }: Certificate): ChildProcess {
  const program = `
    import https from 'node:https'
    const server = https.createServer(${JSON.stringify({ key, cert })}, (request, response) => {
      response.writeHead(200, { 'content-type': 'text/plain' }).end(request.url.split('/').at(-1))
    })
    server.listen(0, '127.0.0.1', 4096, () => console.log(server.address().port))`
  return spawn(process.execPath, ['--input-type=module', '-e', program], { stdio: ['ignore', 'pipe', 'inherit'] })
}
