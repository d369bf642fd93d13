// White space of all kinds is a blank; what has no width or no sign, directions, soft hyphens and control characters is invisible.
const whiteSpace = /\p{White_Space}/u
const invisible =
  /[\p{Cc}\p{Cs}\u00ad\u061c\u115f\u1160\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufeff\uffa0\ufff0-\ufffb\u{1bca0}-\u{1bca3}\u{1d173}-\u{1d17a}\u{e0000}-\u{e0fff}]|\u034f|[\u17b4\u17b5]|[\u180b-\u180f]/u
const simple = /^[!-~]+(?: [!-~]+)*$/

/** A field as it is compared and stored: NFC, nothing blank or invisible at its ends, one blank between words. */
export const clean = (text: string): string => {
  if (simple.test(text)) return text
  return trimmed(text.normalize('NFC')).replace(/\p{White_Space}+/gu, ' ')
}

/** The same with its line breaks and blanks inside left as they are. */
export const cleanLines = (text: string): string => (simple.test(text) ? text : trimmed(text.normalize('NFC')))

/** From both ends by hand: a pattern that ends in `+$` takes the square of the time. */
function trimmed(text: string): string {
  let from = 0
  let to = text.length
  while (from < to) {
    const sign = String.fromCodePoint(text.codePointAt(from) as number)
    if (!isEdge(sign)) break
    from += sign.length
  }
  while (to > from) {
    const low = to - 2 >= from && /[\udc00-\udfff]/.test(text[to - 1] as string) ? text.slice(to - 2, to) : ''
    const sign = /^[\ud800-\udbff]/.test(low) ? low : (text[to - 1] as string)
    if (!isEdge(sign)) break
    to -= sign.length
  }
  return text.slice(from, to)
}

const isEdge = (sign: string) => whiteSpace.test(sign) || invisible.test(sign)

/** Whether a cleaned field hides something inside. */
export function hides(text: string): boolean {
  return !simple.test(text) && invisible.test(text.replace(/\p{White_Space}+/gu, ' '))
}

/** Full-width ASCII as plain ASCII: `ＤＶ０２` is `DV02`. */
const folded = (text: string) =>
  text.replace(/[\uff01-\uff5e]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0))

/** A code or an id as it is stored. */
export const cleanCode = (text: string): string => (simple.test(text) ? text : clean(folded(clean(text))))

/** What two spellings of one code have in common. */
export const codeKey = (code: string): string =>
  simple.test(code) ? code.toLowerCase() : code.toLowerCase().normalize('NFC')

/** What two spellings of one column name have in common: without letter case, with or without accents. */
export function headerKey(text: string): string {
  const name = clean(text).toLowerCase()
  if (name.length > 100) return name // no name of ours; and a pattern may not be asked about a million accents at once
  return name.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('đ', 'd')
}

const oldFont = 'µ¶·¸¹¨©ª¬®¡¢£¤¥¦§¼½¾'
const latin = `(?![${oldFont}])\\p{Script=Latin}`
const typedInOldFont = new RegExp(`(?:${latin}|\\p{M})[${oldFont}]|[${oldFont}]${latin}`, 'u')

/** TCVN3 typed in an old font: one of its signs next to a Latin letter. */
export const isLegacyText = (name: string): boolean => !simple.test(name) && typedInOldFont.test(name)
