// Percent-encoding. Decoding never throws: what is not UTF-8 stays as it was written.

/** All that can be read. */
export const decoded = (text: string) => (text.includes('%') ? readBytes(text, 0) : text)

/** Only what is not ASCII: an encoded `/` or `?` means something else than a written one. */
export const decodedBeyondAscii = (text: string) => (text.includes('%') ? readBytes(text, 0x80) : text)

function readBytes(text: string, lowest: number): string {
  let out = ''
  let from = 0
  for (let at = text.indexOf('%'); at >= 0; at = text.indexOf('%', at)) {
    const { point, length } = characterAt(text, at)
    if (point >= lowest) {
      out += text.slice(from, at) + String.fromCodePoint(point)
      from = at + length
    }
    at += length
  }
  return out + text.slice(from)
}

type Character = { readonly point: number; readonly length: number }
const none: Character = { point: -1, length: 1 }

// By the first byte: how many bytes follow, and the least code point that may be written so.
const followers = (byte: number) =>
  byte < 0x80 ? 0 : byte < 0xc2 ? -1 : byte < 0xe0 ? 1 : byte < 0xf0 ? 2 : byte < 0xf5 ? 3 : -1
const least = [0, 0x80, 0x800, 0x10000]

/** The character encoded at a percent sign, and how much text it takes; below zero where there is none. */
function characterAt(text: string, at: number): Character {
  const first = byteAt(text, at)
  const more = first < 0 ? -1 : followers(first)
  if (more < 0) return none
  let point = more === 0 ? first : first & (0x3f >> more)
  for (let k = 1; k <= more; k++) {
    const byte = byteAt(text, at + 3 * k)
    if ((byte & 0xc0) !== 0x80) return none
    point = (point << 6) | (byte & 0x3f)
  }
  const isWrong = point < (least[more] ?? 0) || point > 0x10ffff || (point >= 0xd800 && point <= 0xdfff)
  return isWrong ? none : { point, length: 3 * (more + 1) }
}

function byteAt(text: string, at: number): number {
  if (text.charCodeAt(at) !== 0x25) return -1
  const high = hexDigit(text.charCodeAt(at + 1))
  const low = hexDigit(text.charCodeAt(at + 2))
  return high < 0 || low < 0 ? -1 : high * 16 + low
}

function hexDigit(code: number): number {
  if (code >= 0x30 && code <= 0x39) return code - 0x30
  const letter = code | 0x20
  return letter >= 0x61 && letter <= 0x66 ? letter - 0x57 : -1
}

const plainName = /^[\w-]*$/

/** A name as a path segment: UTF-8, upper-case hex, and no mark at the end that a reader of text would drop. */
export function encodedName(name: string): string {
  if (plainName.test(name)) return name
  const encoded = encodeURIComponent(name.toWellFormed()).replace(/[!'()*]/g, hexOf)
  return encoded.endsWith('.') ? `${encoded.slice(0, -1)}%2E` : encoded
}

export function hexOf(character: string): string {
  return `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`
}
