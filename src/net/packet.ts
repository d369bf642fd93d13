// The packets that are sent most: a question for texts or addresses, and its answer. RFC 1035 section 4.1, RFC 3596, RFC 6891 for the size.
import ipaddr from 'ipaddr.js'

export type Kind = 'A' | 'AAAA' | 'TXT'
const types: Record<Kind, number> = { A: 1, AAAA: 28, TXT: 16 }

const opt = Buffer.from('00002904d0000000000000', 'hex') // root, OPT, 1232 bytes, no flags, nothing else
const typeCname = 5

export function questionFor(kind: Kind, name: string, id: number): Buffer {
  const packet = Buffer.allocUnsafe(12 + name.length + 2 + 4 + opt.length)
  packet.writeUInt16BE(id, 0)
  packet.writeUInt32BE(0x01000001, 2) // recursion desired; one question
  packet.writeUInt32BE(0, 6)
  packet.writeUInt16BE(1, 10) // one additional
  let at = 12
  for (const label of name.split('.')) {
    packet[at] = label.length
    packet.write(label, at + 1, 'latin1')
    at += 1 + label.length
  }
  packet[at] = 0
  packet.writeUInt16BE(types[kind], at + 1)
  packet.writeUInt16BE(1, at + 3)
  opt.copy(packet, at + 5)
  return packet
}

export type Answered =
  | { readonly kind: 'values'; readonly values: readonly string[] }
  | { readonly kind: 'rcode'; readonly rcode: number }
  /** Cut off, or of a form that is not read here: whoever reads every form should ask. */
  | { readonly kind: 'other' }

/** What the packet answers to that question; undefined where it is an answer to no such question. */
export function answerTo(kind: Kind, name: string, packet: Buffer): Answered | undefined {
  try {
    return read(kind, name, packet)
  } catch {
    return { kind: 'other' } // it ends before its own end
  }
}

function read(kind: Kind, name: string, packet: Buffer): Answered | undefined {
  const flags = packet.readUInt16BE(2)
  const isAnswer = (flags & 0xf800) === 0x8000 && packet.readUInt16BE(4) === 1
  const end = isAnswer ? questionEnd(kind, name, packet) : undefined
  if (end === undefined) return undefined
  if (flags & 0x0200) return { kind: 'other' }
  const rcode = flags & 0x0f
  return rcode === 0 ? { kind: 'values', values: valuesOf(kind, name, packet, end) } : { kind: 'rcode', rcode }
}

/** Where the question ends, if it is ours. */
function questionEnd(kind: Kind, name: string, packet: Buffer): number | undefined {
  const end = 12 + name.length + 2
  if (packet.length < end + 4) return undefined
  const asked = nameAt(packet, 12)
  const ours = asked.end === end && asked.name === name.toLowerCase()
  return ours && packet.readUInt16BE(end) === types[kind] && packet.readUInt16BE(end + 2) === 1 ? end + 4 : undefined
}

/** What stands at the name, or where its aliases lead. A server writes aliases before what they lead to. */
function valuesOf(kind: Kind, name: string, packet: Buffer, from: number): string[] {
  const values: string[] = []
  let owner = name.toLowerCase()
  let at = from
  for (let left = packet.readUInt16BE(6); left > 0; left--) {
    const isQuestion = packet.readUInt16BE(at) === 0xc00c // most often: the name of the question once more
    const named = isQuestion ? undefined : nameAt(packet, at)
    const isOwner = named ? named.name === owner : owner === name.toLowerCase()
    const head = named ? named.end : at + 2
    const type = packet.readUInt16BE(head)
    const data = head + 10
    const end = data + packet.readUInt16BE(head + 8)
    if (end > packet.length) throw new RangeError('a record ends beyond its packet')
    if (isOwner && type === types[kind])
      values.push(kind === 'TXT' ? joined(packet, data, end) : address(kind, packet, data, end))
    if (isOwner && type === typeCname) owner = nameAt(packet, data).name
    at = end
  }
  return values
}

function address(kind: 'A' | 'AAAA', packet: Buffer, from: number, end: number): string {
  if (end - from !== (kind === 'A' ? 4 : 16)) throw new RangeError('no address has that length')
  return ipaddr.fromByteArray([...packet.subarray(from, end)]).toString()
}

/** The strings of one record. */
function joined(packet: Buffer, from: number, end: number): string {
  let text = ''
  for (let at = from; at < end; at += 1 + (packet[at] as number)) {
    const stop = at + 1 + (packet[at] as number)
    if (stop > end) throw new RangeError('a string ends beyond its record')
    text += packet.toString('latin1', at + 1, stop)
  }
  return text
}

/** A name, and where it ends in its own place. Pointers lead backwards, so they come to an end. */
function nameAt(packet: Buffer, from: number): { readonly name: string; readonly end: number } {
  const labels: string[] = []
  let end: number | undefined
  let at = from
  for (let length = packet.readUInt8(at); length !== 0; length = packet.readUInt8(at)) {
    if (length >= 0xc0) {
      end ??= at + 2
      const to = packet.readUInt16BE(at) & 0x3fff
      if (to >= at) throw new RangeError('a pointer leads forward')
      at = to
    } else {
      labels.push(packet.toString('latin1', at + 1, at + 1 + length).toLowerCase())
      at += 1 + length
    }
  }
  return { name: labels.join('.'), end: end ?? at + 1 }
}
