import { randomBytes } from 'node:crypto'

/** Crockford's base32: without I, L, O and U, which are misread or misspelled. */
export const crockford = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** `7K4M-9QXZ`: 40 bits in letters and digits that cannot be taken for one another; the highest come first. */
export function eightLetters(bytes: Uint8Array = randomBytes(5)): string {
  let bits = 0n
  for (const byte of bytes) bits = (bits << 8n) | BigInt(byte)
  const letters = Array.from({ length: 8 }, (_, n) => crockford[Number((bits >> BigInt(35 - 5 * n)) & 31n)]).join('')
  return `${letters.slice(0, 4)}-${letters.slice(4)}`
}

/** `BN-7K4M-9QXZ`: what a person keeps of what they filed. */
export const newReceiptCode = (bytes?: Uint8Array): string => `BN-${eightLetters(bytes)}`

/** The same, as copied by hand: small letters, missing hyphens, O for 0, I and L for 1. */
export function receiptCodeOf(typed: string): string | undefined {
  const plain = typed.toUpperCase().replace(/[\s-]/g, '').replace(/^BN/, '').replace(/O/g, '0').replace(/[IL]/g, '1')
  return /^[0-9A-HJKMNP-TV-Z]{8}$/.test(plain) ? `BN-${plain.slice(0, 4)}-${plain.slice(4)}` : undefined
}
