/** What an XML part is refused for: none of our writers makes it, and no spreadsheet does. */
export class NotXml extends Error {}

export type Heard = {
  /** Names come without their prefix; `attributes` is the text between name and bracket, read by `attribute`. */
  open?(name: string, attributes: string): void
  close?(name: string): void
  text?(text: string): void
}

const longestTag = 65_536
const localName = /^\/?(?:[^\s/>:]*:)?([^\s/>]*)/

/** Reads XML as it comes, in one pass and in bounded memory. It knows elements, text, CDATA and the five named entities; a
 *  document type declaration never gets here, and what else is declared is passed over. */
export class XmlReader {
  #rest = ''
  #inside: 'text' | 'comment' | 'cdata' | 'instruction' = 'text'
  readonly #heard: Heard
  constructor(heard: Heard) {
    this.#heard = heard
  }

  push(piece: string): void {
    let text = this.#rest + piece
    this.#rest = ''
    while (text !== '') {
      const before = this.#inside
      const left = this.#inside === 'text' ? this.#readText(text) : this.#readInside(text)
      if (left.length === text.length && this.#inside === before) {
        this.#rest = left
        return
      }
      text = left
    }
  }

  /** Whether the document ended where a document may. */
  end(): void {
    if (this.#inside !== 'text' || this.#rest.trim() !== '') throw new NotXml()
  }

  /** Text and tags up to where more is needed. */
  #readText(text: string): string {
    let at = 0
    for (;;) {
      const bracket = text.indexOf('<', at)
      if (bracket < 0) return this.#keepEnd(text, at)
      if (bracket > at) this.#heard.text?.(decoded(text.slice(at, bracket)))
      const special = specials.find(([begins]) => text.startsWith(begins, bracket))
      if (special) {
        this.#inside = special[1]
        return text.slice(bracket + special[0].length)
      }
      const end = endOfTag(text, bracket)
      if (end < 0) {
        if (text.length - bracket > longestTag) throw new NotXml()
        return text.slice(bracket)
      }
      this.#tag(text.slice(bracket + 1, end))
      at = end + 1
    }
  }

  #keepEnd(text: string, at: number): string {
    const entity = text.lastIndexOf('&')
    const cut = entity >= at && text.length - entity < 12 ? entity : text.length
    if (cut > at) this.#heard.text?.(decoded(text.slice(at, cut)))
    return text.slice(cut)
  }

  #readInside(text: string): string {
    const closing = closings[this.#inside as keyof typeof closings]
    const end = text.indexOf(closing)
    const upTo = end < 0 ? Math.max(0, text.length - closing.length + 1) : end
    if (this.#inside === 'cdata' && upTo > 0) this.#heard.text?.(text.slice(0, upTo))
    if (end < 0) return text.slice(upTo)
    this.#inside = 'text'
    return text.slice(end + closing.length)
  }

  #tag(inner: string): void {
    const found = localName.exec(inner)
    const name = found?.[1] ?? ''
    if (inner.startsWith('/')) {
      this.#heard.close?.(name)
      return
    }
    if (inner.startsWith('!')) return
    this.#heard.open?.(name, inner.slice(found?.[0].length))
    if (inner.endsWith('/')) this.#heard.close?.(name)
  }
}

const specials = [
  ['<!--', 'comment'],
  ['<![CDATA[', 'cdata'],
  ['<?', 'instruction'],
] as const
const closings = { comment: '-->', cdata: ']]>', instruction: '?>' }

/** Behind the attributes, whose values may hold a bracket. Below zero where more is needed. */
function endOfTag(text: string, from: number): number {
  let quote = ''
  for (let at = from; at < text.length; at++) {
    const sign = text[at] as string
    if (quote !== '') {
      if (sign === quote) quote = ''
    } else if (sign === '>') return at
    else if (sign === '"' || sign === "'") quote = sign
  }
  return -1
}

const pair = /([^\s=:"'/]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g

/** One after another, so that a value that looks like an attribute is none. */
export function attribute(attributes: string, name: string): string | undefined {
  pair.lastIndex = 0
  for (let found = pair.exec(attributes); found; found = pair.exec(attributes))
    if (found[1] === name) return decoded(found[2] ?? (found[3] as string))
  return undefined
}

const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

/** What is no known entity stays as it is written: nothing is ever looked up. */
function decoded(text: string): string {
  if (!text.includes('&')) return text
  return text.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(amp|lt|gt|quot|apos));/gi, (all, hex, decimal, name) => {
    if (name) return named[name.toLowerCase()] as string
    const point = hex ? Number.parseInt(hex, 16) : Number(decimal)
    return point <= 0x10ffff ? String.fromCodePoint(point) : all
  })
}
