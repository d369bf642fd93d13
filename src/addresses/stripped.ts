// Rule 5: what surrounds a token and does not belong to it.

const opening = new Set('([{«“‘‹„‚「『【〈《"\'`')
const quotes = '"\'`”’»›“‘'
const punctuation = '.,;:!?'
const opener = new Map([...')]}」』】〉》'].map((bracket, at) => [bracket, '([{「『【〈《'.charAt(at)]))
const mayEnd = new Set([...quotes, ...punctuation, ...opener.keys()])

/** Brackets and quotes round the token and `. , ; : ! ?` at its end are dropped; a bracket that the token opened stays. */
export function stripped(raw: string): string {
  let from = 0
  while (opening.has(raw.charAt(from))) from++
  const to = mayEnd.has(raw.charAt(raw.length - 1)) ? endOf(raw, from) : raw.length
  return from === 0 && to === raw.length ? raw : raw.slice(from, to)
}

function endOf(raw: string, from: number): number {
  let to = raw.length
  const unmatched = new Map<string, number>()
  for (; to > from; to--) {
    const last = raw.charAt(to - 1)
    if (!mayEnd.has(last)) break
    const opened = opener.get(last)
    if (opened === undefined) continue
    const left = unmatched.get(last) ?? count(raw, last, from, to) - count(raw, opened, from, to)
    if (left <= 0) break
    unmatched.set(last, left - 1)
  }
  return Math.max(from, to)
}

function count(text: string, character: string, from: number, to: number): number {
  let found = 0
  for (let at = from; at < to; at++) if (text[at] === character) found++
  return found
}
