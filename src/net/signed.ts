import { randomInt } from 'node:crypto'
import { createSocket } from 'node:dgram'
import { connect } from 'node:net'
import packet, { type DecodedPacket } from 'dns-packet'

const patienceMs = 800

/** Whether that resolver says (AD, RFC 6840 section 5.8) that it validated an answer of TXT records, one of which is sought. What it says is worth as
 *  much as the way to it: the operator chose it. Anything else, silence included, is no. */
export async function saysSigned(server: string, name: string, sought: (value: string) => boolean): Promise<boolean> {
  const id = randomInt(65_536)
  const query = packet.encode({
    type: 'query',
    id,
    flags: packet.RECURSION_DESIRED | packet.AUTHENTIC_DATA,
    questions: [{ type: 'TXT', name }],
    additionals: [{ type: 'OPT', name: '.', udpPayloadSize: 1232, flags: 0, options: [] } as never],
  })
  const place = placeOf(server)
  const heard = (bytes: Buffer) => heardBy(bytes, id, name)
  const answer = await within((until) => overUdp(place, query, heard, until))
  const whole = answer?.flag_tc ? await within((until) => overTcp(place, query, heard, until)) : answer
  return whole?.flag_ad === true && whole.rcode === 'NOERROR' && textsIn(whole).some(sought)
}

type Place = { readonly host: string; readonly port: number }
type Answer = DecodedPacket & { readonly rcode?: string }
type Heard = (bytes: Buffer) => Answer | undefined

function placeOf(server: string): Place {
  const [, v6, v4, port] = /^(?:\[([^\]]+)\]|([^:]+))(?::(\d+))?$/.exec(server) ?? []
  return { host: v6 ?? v4 ?? server, port: Number(port ?? 53) }
}

/** An answer to exactly this question; whatever else arrives was not asked for. */
function heardBy(bytes: Buffer, id: number, name: string): Answer | undefined {
  try {
    const answer = packet.decode(bytes) as Answer
    const [question] = answer.questions ?? []
    const fits = answer.id === id && answer.type === 'response' && question?.type === 'TXT'
    return fits && question.name.toLowerCase() === name.toLowerCase() ? answer : undefined
  } catch {
    return undefined
  }
}

const textsIn = ({ answers = [] }: Answer): string[] =>
  answers.flatMap((answer) => (answer.type === 'TXT' ? [[answer.data].flat().map(String).join('')] : []))

async function within<T>(act: (until: AbortSignal) => Promise<T | undefined>): Promise<T | undefined> {
  const time = new AbortController()
  const timer = setTimeout(() => time.abort(), patienceMs)
  return act(time.signal).finally(() => clearTimeout(timer))
}

function overUdp({ host, port }: Place, query: Buffer, heard: Heard, until: AbortSignal): Promise<Answer | undefined> {
  const { promise, resolve } = Promise.withResolvers<Answer | undefined>()
  const socket = createSocket(host.includes(':') ? 'udp6' : 'udp4')
  socket.on('error', () => resolve(undefined))
  socket.on('message', (bytes) => {
    const answer = heard(bytes)
    if (answer) resolve(answer)
  })
  until.addEventListener('abort', () => resolve(undefined))
  socket.connect(port, host, () => socket.send(query)) // connected: nobody else's packet arrives
  return promise.finally(() => socket.close())
}

function overTcp({ host, port }: Place, query: Buffer, heard: Heard, until: AbortSignal): Promise<Answer | undefined> {
  const { promise, resolve } = Promise.withResolvers<Answer | undefined>()
  const socket = connect({ host, port })
  let got = Buffer.alloc(0)
  socket.on('error', () => resolve(undefined)).on('close', () => resolve(undefined))
  socket.on('data', (part) => {
    got = Buffer.concat([got, part])
    if (got.length >= 2 && got.length >= 2 + got.readUInt16BE(0))
      resolve(heard(got.subarray(2, 2 + got.readUInt16BE(0))))
  })
  until.addEventListener('abort', () => resolve(undefined))
  socket.write(Buffer.concat([Buffer.of(query.length >> 8, query.length & 255), query]))
  return promise.finally(() => socket.destroy())
}
