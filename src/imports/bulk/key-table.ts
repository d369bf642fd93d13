/** Which keys were met, exactly and in little memory: some twenty bytes a key beside its own, where a Set of strings takes a hundred.
 *  Each key has a number, in the order in which they came. */
export type KeyTable = {
  has(key: string): boolean
  /** Its number, or -1. */
  find(key: string): number
  /** Of a key that was not met before. */
  add(key: string): number
  readonly size: number
}

export function keyTable(): KeyTable {
  let bytes = Buffer.allocUnsafe(1 << 16)
  let ends = new Float64Array(1 << 10) // where each key ends in `bytes`
  let slots = new Int32Array(1 << 11).fill(-1)
  let size = 0

  const startOf = (n: number) => (n === 0 ? 0 : (ends[n - 1] as number))
  const used = () => startOf(size)

  /** The slot that holds the key lying behind the last one, or the free one where it belongs. */
  function slotOf(length: number): number {
    const from = used()
    const mask = slots.length - 1
    for (let at = hashOf(bytes, from, from + length) & mask; ; at = (at + 1) & mask) {
      const n = slots[at] as number
      if (n < 0 || same(n, from, length)) return at
    }
  }
  function same(n: number, from: number, length: number): boolean {
    const start = startOf(n)
    if ((ends[n] as number) - start !== length) return false
    for (let i = 0; i < length; i++) if (bytes[start + i] !== bytes[from + i]) return false
    return true
  }
  /** Lays the key behind the last one, to be compared or kept. */
  function lay(key: string): number {
    const most = key.length * 3
    if (used() + most > bytes.length) bytes = Buffer.concat([bytes], (bytes.length + most) * 2)
    return bytes.write(key, used(), 'utf8')
  }
  function grow(): void {
    if (size === ends.length) {
      const more = new Float64Array(size * 2)
      more.set(ends)
      ends = more
    }
    if (size * 3 < slots.length * 2) return
    slots = new Int32Array(slots.length * 2).fill(-1)
    const mask = slots.length - 1
    for (let n = 0; n < size; n++) {
      let at = hashOf(bytes, startOf(n), ends[n] as number) & mask
      while ((slots[at] as number) >= 0) at = (at + 1) & mask
      slots[at] = n
    }
  }
  const find = (key: string) => slots[slotOf(lay(key))] as number
  return {
    find,
    has: (key) => find(key) >= 0,
    add(key) {
      grow()
      const length = lay(key)
      slots[slotOf(length)] = size
      ends[size] = used() + length
      return size++
    },
    get size() {
      return size
    },
  }
}

/** FNV-1a, its bits mixed once more. */
function hashOf(bytes: Buffer, from: number, to: number): number {
  let hash = 0x811c9dc5
  for (let at = from; at < to; at++) hash = Math.imul(hash ^ (bytes[at] as number), 0x01000193)
  hash ^= hash >>> 15
  hash = Math.imul(hash, 0x2c1b3c6d)
  return (hash ^ (hash >>> 13)) >>> 0
}
