/** A tag, or something that only looks like one and shows nothing: a comment, a doctype, a `<` on its own line. */
export type Read = Tag | { readonly kind: 'nothing'; readonly end: number }
export type Tag = {
  readonly kind: 'start' | 'end'
  readonly name: string
  /** Names in lower case; of two with one name the first counts. */
  readonly attributes: ReadonlyMap<string, string>
  /** Written `<name/>`: it ends itself, where elements of SVG and MathML stand. */
  readonly closed: boolean
  readonly end: number
}

/** Reads what begins with the `<` at `open`. Undefined where the text ends before it does, or nobody can say where it ends. */
export function readTag(html: string, open: number): Read | undefined {
  if (html.startsWith('<!--', open)) return readComment(html, open)
  if (html.startsWith('<![CDATA[', open)) return undefined // where it ends depends on where it stands: see links.ts
  const slash = html[open + 1] === '/' ? 1 : 0
  const begin = open + 1 + slash
  if (begin >= html.length) return undefined
  if (/[a-z]/i.test(html[begin] ?? '')) return readNamed(html, begin, slash ? 'end' : 'start')
  if (slash || html[begin] === '!' || html[begin] === '?') return upTo(html, '>', open)
  return { kind: 'start', name: '<', attributes: new Map(), closed: false, end: begin } // a sign of text, which no head can hold
}

function upTo(html: string, mark: string, from: number): Read | undefined {
  const at = html.indexOf(mark, from)
  return at < 0 ? undefined : { kind: 'nothing', end: at + mark.length }
}

/** `<!-->` and `<!--->` are comments already; otherwise the first `-->` or `--!>` ends it. */
function readComment(html: string, open: number): Read | undefined {
  const end = /-->|--!>/g
  end.lastIndex = open + 4
  if (html.startsWith('>', open + 4)) return { kind: 'nothing', end: open + 5 }
  if (html.startsWith('->', open + 4)) return { kind: 'nothing', end: open + 6 }
  const found = end.exec(html)
  return found ? { kind: 'nothing', end: found.index + found[0].length } : undefined
}

const space = new Set(['\t', '\n', '\f', '\r', ' '])

function readNamed(html: string, begin: number, kind: Tag['kind']): Tag | undefined {
  let at = begin
  const while_ = (goes: (sign: string) => boolean) => {
    const from = at
    while (at < html.length && goes(html[at] as string)) at++
    return html.slice(from, at)
  }
  const name = while_((sign) => !space.has(sign) && sign !== '/' && sign !== '>').toLowerCase()
  const attributes = new Map<string, string>()
  for (;;) {
    const closed = while_((sign) => space.has(sign) || sign === '/').endsWith('/')
    if (at >= html.length) return undefined
    if (html[at] === '>') return { kind, name, attributes, closed, end: at + 1 }
    const from = at++ // a `=` in front belongs to the name
    while_((sign) => !space.has(sign) && sign !== '/' && sign !== '>' && sign !== '=')
    const key = html.slice(from, at).toLowerCase()
    while_((sign) => space.has(sign))
    const value = html[at] === '=' ? readValue() : ''
    if (value === undefined) return undefined
    if (!attributes.has(key)) attributes.set(key, value)
  }

  function readValue(): string | undefined {
    at++
    while_((sign) => space.has(sign))
    const quote = html[at]
    if (quote !== '"' && quote !== "'") return while_((sign) => !space.has(sign) && sign !== '>')
    const end = html.indexOf(quote, at + 1)
    if (end < 0) return undefined
    const value = html.slice(at + 1, end)
    at = end + 1
    return value
  }
}
