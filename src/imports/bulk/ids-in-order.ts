import { randomFillSync } from 'node:crypto'

const three = Array.from({ length: 4_096 }, (_, n) => n.toString(16).padStart(3, '0'))
const four = Array.from({ length: 16_384 }, (_, n) => (0x8000 | n).toString(16))
const most = three.length * four.length

/** UUIDv7 by a counter (RFC 9562, 6.2): millions of rows whose ids rise with their place in the file, so that their indexes are built
 *  without sorting. Gives the id of the n-th of a run of ids that was set aside. */
export function idsInOrder(): (count: number) => (n: number) => string {
  let time = Date.now()
  let next = 0
  let prefix = prefixOf(time)
  const chance = Buffer.alloc(6 * 1_024)
  let hex = ''
  let drawn = 0
  function twelve(): string {
    if (drawn === hex.length) {
      hex = randomFillSync(chance).toString('hex')
      drawn = 0
    }
    drawn += 12
    return hex.slice(drawn - 12, drawn)
  }
  return (count) => {
    if (next + count > most) {
      prefix = prefixOf(++time)
      next = 0
    }
    const [first, before] = [next, prefix]
    next += count
    return (n) => `${before}7${three[(first + n) >> 14]}-${four[(first + n) & 0x3fff]}-${twelve()}`
  }
}

function prefixOf(time: number): string {
  const hex = time.toString(16).padStart(12, '0')
  return `${hex.slice(0, 8)}-${hex.slice(8)}-`
}
