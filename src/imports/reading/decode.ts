import { type Refused, refuse } from './types.ts'

type Decoded = { readonly kind: 'text'; readonly text: string } | Refused

/** UTF-8 with or without BOM, UTF-16 with BOM; nothing is guessed. */
export function decode(bytes: Uint8Array): Decoded {
  const [first, second] = bytes
  if (first === 0xff && second === 0xfe) return textIn(bytes, 'utf-16le')
  if (first === 0xfe && second === 0xff) return textIn(bytes, 'utf-16be')
  if (isKnownBinary(bytes) || bytes.includes(0)) return refuse('not_a_table')
  return textIn(bytes, 'utf-8')
}

function textIn(bytes: Uint8Array, encoding: string): Decoded {
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes) // takes the BOM away
    return text.includes('\0') ? refuse('not_a_table') : { kind: 'text', text }
  } catch {
    return refuse('legacy_encoding')
  }
}

/** How files begin that people take for a table: pictures, documents, archives, old spreadsheets (OLE). */
const beginnings = [
  'd0cf11e0a1b11ae1', '25504446', '89504e47', 'ffd8ff', '47494638', '1f8b', '377abcaf271c', '526172211a', '504b0',
  '7b5c727466', '425a68', 'fd377a585a', '28b52ffd', '7f454c46', '53514c69746520666f726d6174', '4f676753',
] // biome-ignore format: a list

export function isKnownBinary(bytes: Uint8Array): boolean {
  const start = Buffer.from(bytes.subarray(0, 16)).toString('hex')
  return beginnings.some((beginning) => start.startsWith(beginning))
}

/** A ZIP archive, as an XLSX is one. */
export const isArchive = (bytes: Uint8Array) =>
  bytes[0] === 0x50 && bytes[1] === 0x4b && ((bytes[2] === 3 && bytes[3] === 4) || (bytes[2] === 5 && bytes[3] === 6))
