import { readTag } from '../tag.ts'

const list = (names: string) => new Set(names.split(' '))
/** These begin a new line; all others stand within one, so that what a reader sees as one word is one word. */
const breaks = list(
  'address article aside blockquote br dd div dl dt figure footer h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section table td th tr ul',
)
/** What stands in these is not shown, or is read by other rules. No honest profile has any, so nothing is read from there on. */
const strange = list(
  'script style template title textarea noscript noframes noembed iframe xmp plaintext svg math select object video audio canvas',
)

/** What a reader sees of a piece of HTML: the text between the tags, never an attribute or a comment. In doubt it is less. */
export function textOf(html: string): string {
  let text = ''
  for (let at = 0; ; ) {
    const open = html.indexOf('<', at)
    text += html.slice(at, open < 0 ? html.length : open)
    const tag = open < 0 ? undefined : readTag(html, open)
    if (tag === undefined) return withoutEntities(text)
    at = tag.end
    if (tag.kind === 'nothing') continue
    if (strange.has(tag.name)) return withoutEntities(text)
    if (tag.name === '<') text += '<'
    if (breaks.has(tag.name)) text += '\n'
  }
}

const signs: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' }

/** A sign that is not known here may be a letter, and is taken for one. */
function withoutEntities(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z][a-z0-9]{1,31}));?/gi, (_, decimal, hex, name) => {
    if (name !== undefined) return Object.hasOwn(signs, name) ? (signs[name] as string) : 'x'
    const point = decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal)
    return point > 0 && point <= 0x10ffff ? String.fromCodePoint(point) : 'x'
  })
}
