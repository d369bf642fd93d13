// Two resolvers on loopback that hold the records: nsd where it is wanted and installed, else our own small server in a process of its own.
import { type ChildProcess, spawn } from 'node:child_process'
import { Resolver } from 'node:dns/promises'
import { once } from 'node:events'
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { type AddressInfo, createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Asked } from './register.ts'

export type NameServers = AsyncDisposable & { readonly servers: readonly string[]; readonly note: string }

export async function nameServers(
  folder: string,
  asked: readonly Asked[],
  label: string,
  wanted: 'quickest' | 'own',
): Promise<NameServers> {
  const nsd = wanted === 'own' ? undefined : ['/usr/sbin/nsd', '/usr/local/sbin/nsd'].find(existsSync)
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'zone'), zone(asked, label))
  const ports = await freePorts()
  const children = ports.map((port) => (nsd ? startNsd(nsd, folder, port) : startOwn(folder, port)))
  const servers = ports.map((port) => `127.0.0.1:${port}`)
  for (const server of servers) await answers(server, `_${label}-challenge.${asked[0]?.host}`)
  return {
    servers,
    note: nsd
      ? 'two nsd on loopback'
      : 'two small servers of our own on loopback (apt-get install nsd for faster ones)',
    async [Symbol.asyncDispose]() {
      await Promise.all(children.map(ended))
    },
  }
}

const zone = (asked: readonly Asked[], label: string) =>
  [
    '$ORIGIN .',
    'bench 300 SOA ns.bench. x.bench. 1 3600 600 86400 60',
    'bench 300 NS ns.bench.',
    'ns.bench 300 A 127.0.0.1',
    ...asked.flatMap(({ host, token }) => [
      `_${label}-challenge.${host} 300 TXT "token=${token} expiry=never"`,
      `${host} 300 A 127.0.0.1`,
    ]),
    '',
  ].join('\n')

function startNsd(nsd: string, folder: string, port: number): ChildProcess {
  const own = join(folder, String(port))
  mkdirSync(own, { recursive: true })
  const file = join(own, 'nsd.conf')
  writeFileSync(
    file,
    `server:
  ip-address: 127.0.0.1@${port}
  server-count: 1
  zonesdir: "${folder}"
  pidfile: "${own}/pid"
  logfile: "${own}/log"
  xfrdfile: "${own}/xfrd"
  xfrdir: "${own}"
  zonelistfile: "${own}/zones"
  database: ""
  username: ""
  chroot: ""
  rrl-ratelimit: 0
remote-control:
  control-enable: no
zone:
  name: bench
  zonefile: zone
`,
  )
  return spawn(nsd, ['-d', '-c', file], { stdio: 'ignore' })
}

/** Reads the same zone, answers each TXT and A from it. */
function startOwn(folder: string, port: number): ChildProcess {
  const program = `
    import { createSocket } from 'node:dgram'
    import { readFileSync } from 'node:fs'
    import packet from 'dns-packet'
    const records = new Map()
    for (const line of readFileSync(${JSON.stringify(join(folder, 'zone'))}, 'utf8').split('\\n')) {
      const [, name, type, data] = /^(\\S+) 300 (TXT|A) "?([^"]*)"?$/.exec(line) ?? []
      if (name) records.set(type + ' ' + name, data)
    }
    const udp = createSocket('udp4')
    udp.on('message', (bytes, from) => {
      const { id, questions } = packet.decode(bytes)
      const [question] = questions
      const data = records.get(question.type + ' ' + question.name.toLowerCase())
      const answers = data ? [{ type: question.type, name: question.name, ttl: 300, data }] : []
      udp.send(packet.encode({ type: 'response', id, flags: packet.RECURSION_DESIRED | packet.RECURSION_AVAILABLE, questions, answers }), from.port, from.address)
    })
    udp.bind(${port}, '127.0.0.1')`
  return spawn(process.execPath, ['--input-type=module', '-e', program], { stdio: ['ignore', 'ignore', 'inherit'] })
}

async function answers(server: string, name: string): Promise<void> {
  const resolver = new Resolver({ timeout: 500, tries: 1 })
  resolver.setServers([server])
  for (let tries = 0; tries < 120; tries++) {
    if (await resolver.resolveTxt(name).catch(() => undefined)) return
    await sleep(250)
  }
  throw new Error(`no answer from the name server at ${server}`)
}

/** Two that nobody else has, by either protocol. */
async function freePorts(): Promise<number[]> {
  const taken = [createServer(), createServer()].map((server) => server.listen(0, '127.0.0.1'))
  await Promise.all(taken.map((server) => once(server, 'listening')))
  const ports = taken.map((server) => (server.address() as AddressInfo).port)
  await Promise.all(taken.map((server) => new Promise((done) => server.close(done))))
  return ports
}

export function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve()
  return new Promise((done) => {
    child.once('exit', () => done())
    child.kill('SIGTERM')
  })
}
