// Rule 5: what surrounds a token and does not belong to it.

const opening = '([{«“‘‹„‚「『【〈《"\'`'
const quotes = '"\'`”’»›“‘'
const punctuation = '.,;:!?'
const closing = new Map([...')]}」』】〉》'].map((bracket, at) => [bracket, '([{「『【〈《'.charAt(at)]))

/** Brackets and quotes round the token and `. , ; : ! ?` at its end are dropped; a bracket that the token opened stays. */
export function stripped(raw: string): string {
  let from = 0
  let to = raw.length
  while (from < to && opening.includes(raw.charAt(from))) from++
  const open = new Map<string, number>()
  while (to > from) {
    const last = raw.charAt(to - 1)
    const opener = closing.get(last)
    if (opener !== undefined) {
      const unmatched = open.get(last) ?? count(raw, last, from, to) - count(raw, opener, from, to)
      if (unmatched <= 0) break
      open.set(last, unmatched - 1)
    } else if (!punctuation.includes(last) && !quotes.includes(last)) break
    to--
  }
  return from === 0 && to === raw.length ? raw : raw.slice(from, to)
}

function count(text: string, character: string, from: number, to: number): number {
  let found = 0
  for (let at = from; at < to; at++) if (text[at] === character) found++
  return found
}
