// Rules 1 to 4: what is taken off, what is nothing, what hides, what is only written wide.

const printable = /^[\x21-\x7e]*$/
const white = /\s/

// Tab, line feed and carriage return are white space and may stand inside a text.
const hiddenRanges = [
  String.raw`\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f`, // control characters
  String.raw`\u00ad\u034f`, // soft hyphen, grapheme joiner
  String.raw`\u061c\u200e\u200f\u202a-\u202e\u2066-\u206f`, // direction marks, overrides, isolates
  String.raw`\u180e\u200b-\u200d\u2060-\u2065\ufeff\ufff9-\ufffb`, // zero-width, joiners, byte order mark
  String.raw`\u180b-\u180d\u180f\ufe00-\ufe0f\u{e0000}-\u{e0fff}`, // variation selectors and tags
].join('')
const hidden = new RegExp(`[${hiddenRanges}]`, 'u')
const hiddenOrControl = new RegExp(String.raw`[${hiddenRanges}\u0000-\u001f]`, 'u')

const saysNothing = new Set(
  '- – — . x 0 không không_có chưa_có n/a na none no null nil'.split(' ').map((word) => word.replace('_', ' ')),
)
const longestNothing = 16

/** Nothing but visible ASCII: such a text needs none of the rules of this file. */
export const isPlain = (text: string) => printable.test(text)

export function trimmed(text: string): string {
  let from = 0
  let to = text.length
  while (from < to && isEdge(text.charCodeAt(from))) from++
  while (to > from && isEdge(text.charCodeAt(to - 1))) to--
  return text.slice(from, to)
}

function isEdge(code: number): boolean {
  if (code < 0x80) return code <= 0x20 || code === 0x7f
  return (
    code <= 0xa0 ||
    code === 0xad ||
    code === 0x61c ||
    code === 0x180e ||
    (code >= 0x200b && code <= 0x200f) ||
    (code >= 0x202a && code <= 0x202e) ||
    (code >= 0x2060 && code <= 0x206f) ||
    code === 0xfeff ||
    white.test(String.fromCharCode(code))
  )
}

export function isNothing(text: string): boolean {
  return text === '' || (text.length <= longestNothing && saysNothing.has(text.normalize('NFC').toLowerCase()))
}

export const hasHidden = (text: string) => hidden.test(text)
export const hasHiddenOrControl = (text: string) => hiddenOrControl.test(text)

/** Full-width ASCII (without the percent sign) and the ideographic full stop become ASCII; nothing else is folded. */
export function narrowed(text: string): string {
  return text.replace(/[\uff01-\uff04\uff06-\uff5e\u3002]/g, (wide) =>
    wide === '\u3002' ? '.' : String.fromCharCode(wide.charCodeAt(0) - 0xfee0),
  )
}
