// Rule 5, first sentence: a Markdown link, an HTML `href` and the text in `=HYPERLINK("…"` give the address inside.
// Each reader moves forward only, so that no text takes longer than its length.
import { looksLikeAddress } from './tokens.ts'

const formula = /^=HYPERLINK\(\s{0,9}"([^"]*)"/i
const mostLinks = 16

export function unwrapped(text: string): string {
  if (text.startsWith('=')) return formula.exec(text)?.[1] ?? text
  const plain = text.includes('](') ? unwrappedMarkdown(text) : text
  return plain.includes('<') && /href/i.test(plain) ? unwrappedHtml(plain) : plain
}

function unwrappedMarkdown(text: string): string {
  let out = ''
  let from = 0
  for (let link = 0; link < mostLinks; link++) {
    const middle = text.indexOf('](', from)
    if (middle < 0) break
    const start = text.lastIndexOf('[', middle)
    const end = closingBracket(text, middle + 2)
    if (end < 0) break
    const inside =
      text
        .slice(middle + 2, end)
        .trim()
        .split(/\s/, 1)[0] ?? ''
    const isLink = start >= from && looksLikeAddress(inside)
    out += isLink ? `${text.slice(from, start)} ${inside} ` : text.slice(from, end + 1)
    from = end + 1
  }
  return out + text.slice(from)
}

function closingBracket(text: string, from: number): number {
  let depth = 0
  for (let at = from; at < text.length; at++) {
    const character = text[at]
    if (character === '(') depth++
    if (character === ')' && depth-- === 0) return at
  }
  return -1
}

function unwrappedHtml(text: string): string {
  let out = ''
  let from = 0
  for (let link = 0; link < mostLinks; link++) {
    const start = text.indexOf('<', from)
    const end = start < 0 ? -1 : text.indexOf('>', start)
    if (end < 0) break
    const inside = hrefOf(text.slice(start + 1, end))
    const isLink = inside !== undefined && looksLikeAddress(inside)
    out += isLink ? `${text.slice(from, start)} ${inside} ` : text.slice(from, end + 1)
    from = isLink ? endOfElement(text, end + 1) : end + 1
  }
  return out + text.slice(from)
}

const attribute = /\bhref\s{0,9}=\s{0,9}(?:"([^"]*)"|'([^']*)'|([^\s"']+))/i

function hrefOf(tag: string): string | undefined {
  const found = attribute.exec(tag)
  return (found?.[1] ?? found?.[2] ?? found?.[3])?.replaceAll('&amp;', '&').trim()
}

/** The text of a link is its label, not text after an address. */
function endOfElement(text: string, from: number): number {
  const closing = text.indexOf('</', from)
  const end = closing < 0 ? -1 : text.indexOf('>', closing)
  return end < 0 ? from : end + 1
}
