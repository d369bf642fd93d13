import { createInflateRaw } from 'node:zlib'
import { limits } from '../limits.ts'
import { type Refused, refuse } from '../types.ts'

export type Entry = {
  readonly name: string
  readonly packed: number
  readonly unpacked: number
  readonly method: number
  readonly data: Buffer
}

/** What the archive says it holds. Names, sizes and places are checked here, before anything is unpacked; whether the sizes are
 *  true is seen while unpacking (`unpack`). */
export function entriesOf(
  bytes: Uint8Array,
): { readonly kind: 'entries'; readonly entries: readonly Entry[] } | Refused {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  try {
    const entries = directoryOf(file)
    if (isBomb(entries)) return refuse('zip_bomb')
    if (entries.some(({ name, local }) => leadsOut(name) || leadsOut(local))) return refuse('bad_archive')
    const names = new Set(entries.map(({ name }) => name))
    if (names.size < entries.length) return refuse('bad_archive') // which of two is meant cannot be told
    return { kind: 'entries', entries }
  } catch (error) {
    if (error instanceof RangeError || error instanceof Damaged) return refuse('not_a_table')
    throw error
  }
}

class Damaged extends Error {}

function directoryOf(file: Buffer) {
  const end = endOfDirectory(file)
  const count = file.readUInt16LE(end + 10)
  let at = file.readUInt32LE(end + 16)
  const entries: (Entry & { readonly local: string })[] = []
  for (let n = 0; n < count; n++) {
    if (file.readUInt32LE(at) !== 0x02014b50) throw new Damaged()
    const [nameLength, extraLength, commentLength] = [28, 30, 32].map((place) => file.readUInt16LE(at + place)) as [
      number,
      number,
      number,
    ]
    const named = at + 46
    const next = named + nameLength + extraLength + commentLength
    const sizes = sizesOf(file, at, file.subarray(named + nameLength, named + nameLength + extraLength))
    if (file.readUInt16LE(at + 8) & 1) throw new Damaged() // encrypted
    entries.push({
      ...entryAt(file, sizes),
      name: file.toString('utf8', named, named + nameLength),
      method: file.readUInt16LE(at + 10),
    })
    at = next
  }
  return entries
}

function endOfDirectory(file: Buffer): number {
  const first = Math.max(0, file.length - 65_557)
  for (let at = file.length - 22; at >= first; at--) if (file.readUInt32LE(at) === 0x06054b50) return at
  throw new Damaged()
}

type Sizes = { readonly packed: number; readonly unpacked: number; readonly local: number }

/** 32-bit sizes, or those of the ZIP64 field where these stand at their highest value. */
function sizesOf(file: Buffer, at: number, extra: Buffer): Sizes {
  const wide = wideField(extra)
  let used = 0
  const size = (place: number) => {
    const narrow = file.readUInt32LE(at + place)
    if (narrow !== 0xffffffff || !wide) return narrow
    used += 8
    return Number(wide.readBigUInt64LE(used - 8))
  }
  const unpacked = size(24)
  const packed = size(20)
  return { unpacked, packed, local: size(42) }
}

function wideField(extra: Buffer): Buffer | undefined {
  for (let at = 0; at + 4 <= extra.length; ) {
    const length = extra.readUInt16LE(at + 2)
    if (extra.readUInt16LE(at) === 1) return extra.subarray(at + 4, at + 4 + length)
    at += 4 + length
  }
  return undefined
}

function entryAt(file: Buffer, { packed, unpacked, local }: Sizes) {
  if (file.readUInt32LE(local) !== 0x04034b50) throw new Damaged()
  const nameLength = file.readUInt16LE(local + 26)
  const from = local + 30 + nameLength + file.readUInt16LE(local + 28)
  const data = file.subarray(from, from + packed)
  if (data.length !== packed) throw new Damaged()
  return { packed, unpacked, data, local: file.toString('utf8', local + 30, local + 30 + nameLength) }
}

const leadsOut = (name: string) => /^[/\\]|^[a-z]:|(?:^|[/\\])\.\.(?:[/\\]|$)/i.test(name)

const isTooMuch = (unpacked: number, packed: number) => unpacked > limits.entry && unpacked > limits.ratio * packed

const isBomb = (entries: readonly Entry[]) =>
  entries.reduce((all, { unpacked }) => all + unpacked, 0) > limits.unpacked ||
  entries.some(({ unpacked, packed }) => isTooMuch(unpacked, packed))

/** Unpacks an entry piece by piece, and stops as soon as it is more than was said. */
export async function unpack(entry: Entry, take: (piece: Buffer) => void): Promise<Refused | undefined> {
  if (entry.method === 0) {
    take(entry.data)
    return entry.data.length === entry.unpacked ? undefined : refuse('not_a_table')
  }
  if (entry.method !== 8) return refuse('not_a_table')
  const inflating = createInflateRaw()
  inflating.end(entry.data)
  let size = 0
  try {
    for await (const piece of inflating as AsyncIterable<Buffer>) {
      size += piece.length
      if (size > limits.unpacked || isTooMuch(size, entry.packed)) return refuse('zip_bomb')
      take(piece)
    }
  } catch (error) {
    if (String((error as { code?: string }).code).startsWith('Z_')) return refuse('not_a_table')
    throw error
  }
  return size === entry.unpacked ? undefined : refuse('not_a_table')
}
