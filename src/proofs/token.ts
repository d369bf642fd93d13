import { randomBytes } from 'node:crypto'

const alphabet = 'abcdefghijklmnopqrstuvwxyz234567'
const shape = /^[a-z2-7]{32}$/

/** 160 random bits in lower-case base32 (RFC 4648): 20 bytes fill 32 characters, so nothing is padded. It names nobody. */
export const newToken = (): string => base32(randomBytes(20))

/** Whether a text could be a token of this register: nothing else that is read out there is ever shown or kept. */
export const isToken = (text: string): boolean => shape.test(text)

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
