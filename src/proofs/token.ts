import { randomBytes } from 'node:crypto'
import { eightLetters } from '../db/index.ts'

const alphabet = 'abcdefghijklmnopqrstuvwxyz234567'
const shape = /^[a-z2-7]{32}$/

/** 160 random bits in lower-case base32 (RFC 4648): 20 bytes fill 32 characters, so nothing is padded. It names nobody. */
export const newToken = (): string => base32(randomBytes(20))

/** Whether a text could be a token of this register: nothing else that is read out there is ever shown or kept. */
export const isToken = (text: string): boolean => shape.test(text)

const pageShape = /^[a-z2-7]{20}$/

/** Whether a text could be the id of somebody's public page: 100 random bits, made by the database, in the same letters. */
export const isPage = (text: string): boolean => pageShape.test(text)

/** `CD-7K4M-9QXZ`: 40 random bits, short enough to type into a profile. It is good for hours, never for days. */
export const newCode = (): string => `CD-${eightLetters()}`

/** Every text shaped like a code, in the order in which they stand; the rest of the text is not looked at. A small letter is read as the
 *  large one. A code inside a longer word is none. */
export const codesIn = (text: string): readonly string[] => [
  ...new Set(
    [...text.matchAll(/(?<![\p{L}\p{N}_-])CD-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}(?![\p{L}\p{N}_-])/giu)].map(
      ([code]) => code.toUpperCase(),
    ),
  ),
]

export function base32(bytes: Uint8Array): string {
  let text = ''
  let held = 0
  let bits = 0
  for (const byte of bytes) {
    held = (held << 8) | byte
    for (bits += 8; bits >= 5; bits -= 5) text += alphabet[(held >>> (bits - 5)) & 31]
    held &= (1 << bits) - 1
  }
  return text
}
