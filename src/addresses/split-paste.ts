import { hasHidden, narrowed, trimmed } from './clean.ts'
import { tokensOf } from './tokens.ts'
import { unwrapped } from './unwrap.ts'

const longest = 100_000

/** The addresses of one paste, each once, in the order they stand in; a paste without one is given back line by line. */
export function splitPaste(text: string): string[] {
  const plain = narrowed(trimmed(text.slice(0, longest)))
  const lines = plain.split(/[\r\n\u2028\u2029]+/).map(trimmed)
  return [...new Set(lines.filter(Boolean).flatMap(addressesIn))]
}

function addressesIn(line: string): string[] {
  if (hasHidden(line)) return [line]
  const found = tokensOf(unwrapped(line)).filter((token) => token.kind !== 'text')
  return found.length > 1 ? found.map((token) => token.text) : [line]
}
