/** Elements whose text holds no tags. */
export const rawTexts: ReadonlySet<string> = new Set(
  'title style script noscript noframes textarea xmp iframe noembed plaintext'.split(' '),
)

/** Just behind the text of an element that holds no tags; undefined where it never ends. */
export function endOfRawText(html: string, name: string, from: number): number | undefined {
  if (name === 'plaintext') return undefined
  if (name === 'script') return endOfScript(html, from)
  const end = new RegExp(`</${name}(?=[\\t\\n\\f\\r />])`, 'gi')
  end.lastIndex = from
  return end.exec(html)?.index
}

/** A script that opens a comment and then another script ends later than its first end tag (HTML standard, 13.2.5.18 to 31). */
function endOfScript(html: string, from: number): number | undefined {
  const marks = /<!--|-->|<\/?script(?=[\t\n\f\r />])/gi
  marks.lastIndex = from
  let inside: 'text' | 'comment' | 'script' = 'text'
  for (let mark = marks.exec(html); mark; mark = marks.exec(html)) {
    const text = mark[0].toLowerCase()
    if (text === '</script' && inside !== 'script') return mark.index
    if (text === '-->') inside = 'text'
    else if (text === '</script') inside = 'comment'
    else if (text === '<script' && inside === 'comment') inside = 'script'
    else if (text === '<!--' && inside === 'text') {
      inside = 'comment'
      marks.lastIndex -= 2 // its dashes may be those of the end: <!-->
    }
  }
  return undefined
}
