import { randomInt } from 'node:crypto'
import { crockford as letters } from '../db/index.ts'

const length = 10 // 50 bits, for fifteen minutes, ten attempts a minute

/** A code to be read out or written down: `CD-7K4M9-QXZ2B`. */
export function newCode(): string {
  const drawn = Array.from({ length }, () => letters[randomInt(letters.length)]).join('')
  return `CD-${drawn.slice(0, 5)}-${drawn.slice(5)}`
}

/** What was typed, in the form in which it is hashed: spaces, hyphens and case do not matter, O is 0, I and L are 1.
 *  Undefined when it cannot be a code. */
export function readCode(typed: string): string | undefined {
  const plain = typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '')
  const body = plain.length === length + 2 && plain.startsWith('CD') ? plain.slice(2) : plain
  const meant = body.replace(/O/g, '0').replace(/[IL]/g, '1')
  return meant.length === length && [...meant].every((letter) => letters.includes(letter)) ? meant : undefined
}
