import { createHash } from 'node:crypto'

/** Before anyone can have looked at the sample: what they add themselves is newer. */
const beginning = Date.UTC(2026, 0, 5, 2)

/** Ids, tokens and receipt codes in the order in which the story is told, the same in every sample database. */
export function numbering() {
  let n = 0
  return {
    id: () => idAt(n++),
    token: () => tokenAt(n++),
    receipt: () => `BN-${String(n++).padStart(8, '0').replace(/^.{4}/, '$&-')}`,
  }
}
export type Numbering = ReturnType<typeof numbering>

/** A UUIDv7 whose random part follows from its number. */
function idAt(n: number): string {
  const time = (beginning + n).toString(16).padStart(12, '0')
  const rest = digest(n).toString('hex')
  return `${time.slice(0, 8)}-${time.slice(8)}-7${rest.slice(0, 3)}-8${rest.slice(3, 6)}-${rest.slice(6, 18)}`
}

const letters = 'abcdefghijklmnopqrstuvwxyz234567'
const tokenAt = (n: number) => Array.from(digest(n), (byte) => letters[byte & 31]).join('')
const digest = (n: number) => createHash('sha256').update(`mau ${n}`).digest()
