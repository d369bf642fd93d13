import { createSocket, type Socket as Udp } from 'node:dgram'
import { once } from 'node:events'
import { createServer, type Server, type Socket } from 'node:net'
import packet, { type Answer, type DecodedPacket, type Question } from 'dns-packet'

type Rcode = 'NXDOMAIN' | 'SERVFAIL' | 'REFUSED'
/** Values (a TXT value may be several strings), an rcode, no answer at all, or one of these for the n-th time it is asked (from 1). */
export type Record = readonly (string | readonly string[])[] | Rcode | 'SILENCE' | ((n: number) => Record)
/** `'TXT name'`, `'A host'`, `'AAAA host'`, `'CNAME alias'` → what is said. May be changed while the server runs. */
/** `'AD name'` with any value: the resolver says that it validated what it answers about that name, if it is asked so. */
export type Records = Map<string, Record>

export interface DnsServer extends AsyncDisposable {
  /** `ip:port`, as CHINHDANH_DNS takes it. */
  readonly address: string
  readonly records: Records
  /** Every question in order, as `'TXT name'`; over TCP as `'TXT name tcp'`. */
  readonly asked: string[]
}

/** A real resolver on loopback, UDP and TCP on one port. A name it does not know is NXDOMAIN; a known one without that type, no data. */
export async function dnsServer({ records = new Map() as Records, host = '127.0.0.1' } = {}): Promise<DnsServer> {
  const asked: string[] = []
  const { udp, tcp, port } = await bothOn(host)
  const reply = (bytes: Buffer, over: '' | ' tcp') => answer(bytes, over, records, asked)
  udp.on('message', (bytes, from) => {
    const out = reply(bytes, '')
    if (out) udp.send(fitting(bytes, out), from.port, from.address)
  })
  const open = new Set<Socket>()
  tcp.on('connection', (socket) => {
    open.add(socket)
    socket.on('error', () => {})
    socket.on('data', (bytes) => {
      const out = reply(bytes.subarray(2), ' tcp')
      if (out) socket.write(packet.streamEncode(out))
    })
  })
  return {
    address: `${host}:${port}`,
    records,
    asked,
    async [Symbol.asyncDispose]() {
      for (const socket of open) socket.destroy()
      await Promise.all([new Promise<void>((done) => udp.close(done)), new Promise((done) => tcp.close(done))])
    },
  }
}

async function bothOn(host: string): Promise<{ udp: Udp; tcp: Server; port: number }> {
  const udp = createSocket('udp4')
  udp.bind(0, host)
  await once(udp, 'listening')
  const { port } = udp.address()
  const tcp = createServer().listen(port, host)
  try {
    await once(tcp, 'listening')
    return { udp, tcp, port }
  } catch {
    udp.close() // somebody else holds the number for TCP: take another
    return bothOn(host)
  }
}

function answer(bytes: Buffer, over: '' | ' tcp', records: Records, asked: string[]): packet.Packet | undefined {
  const query = packet.decode(bytes)
  const [question] = query.questions ?? []
  if (question === undefined) return undefined
  const key = `${question.type} ${question.name.toLowerCase()}`
  asked.push(key + over)
  const n = asked.filter((other) => other.replace(' tcp', '') === key).length - (over && wasCut(asked, key) ? 1 : 0)
  const said = lookUp(question, records, n)
  const validated = query.flag_ad && records.get(`AD ${question.name.toLowerCase()}`) ? packet.AUTHENTIC_DATA : 0
  return said && { type: 'response', id: query.id, questions: [question], ...said, flags: said.flags | validated }
}

/** The same question again over TCP, because the answer did not fit, is not another time. */
function wasCut(asked: readonly string[], key: string): boolean {
  return asked.at(-2) === key
}

type Reply = { readonly flags: number; readonly answers: Answer[] }
const rcodes = { NXDOMAIN: 3, SERVFAIL: 2, REFUSED: 5 }
const recursion = packet.RECURSION_DESIRED | packet.RECURSION_AVAILABLE

function lookUp({ type, name: given }: Question, records: Records, n: number, hops = 0): Reply | undefined {
  const name = given.toLowerCase()
  const alias = settled(records.get(`CNAME ${name}`), n)
  if (Array.isArray(alias) && hops < 8) {
    const target = String(alias[0])
    const rest = lookUp({ type, name: target }, records, n, hops + 1)
    return rest && { ...rest, answers: [{ type: 'CNAME', name: given, ttl: 300, data: target }, ...rest.answers] }
  }
  const said = settled(records.get(`${type} ${name}`), n)
  if (said === 'SILENCE') return undefined
  if (said === undefined) return { flags: recursion | (isKnown(name, records) ? 0 : rcodes.NXDOMAIN), answers: [] }
  if (typeof said === 'string') return { flags: recursion | rcodes[said], answers: [] }
  return { flags: recursion, answers: said.map((value) => oneAnswer(type, given, value)) }
}

type Settled = Exclude<Record, (n: number) => Record>
function settled(record: Record | undefined, n: number): Settled | undefined {
  return typeof record === 'function' ? settled(record(n), n) : record
}

function isKnown(name: string, records: Records): boolean {
  return [...records.keys()].some((key) => key.endsWith(` ${name}`))
}

function oneAnswer(type: string, name: string, value: string | readonly string[]): Answer {
  const data = type === 'TXT' ? [value].flat().flatMap((text) => text.match(/.{1,255}/gs) ?? ['']) : value
  return { type, name, ttl: 300, data } as Answer
}

/** What does not fit is sent without its records and marked as cut, so that the asker comes back over TCP. */
function fitting(query: Buffer, out: packet.Packet): Buffer {
  const whole = packet.encode(out)
  const opt = (packet.decode(query) as DecodedPacket).additionals?.find((extra) => extra.type === 'OPT')
  const most = opt?.type === 'OPT' ? Math.max(512, opt.udpPayloadSize) : 512
  return whole.length <= most
    ? whole
    : packet.encode({ ...out, answers: [], flags: (out.flags ?? 0) | packet.TRUNCATED_RESPONSE })
}
