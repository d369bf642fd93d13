// Small shared readers for the platform files.

const ascii = /^[\x20-\x7e]*$/

/** Unicode NFC; nearly all names are ASCII and are left alone. */
export const composed = (text: string) => (ascii.test(text) ? text : text.normalize('NFC'))

/** The identity form where letter case carries no meaning. */
export const folded = (name: string) => (ascii.test(name) ? name.toLowerCase() : composed(name.toLowerCase()))

export const isDigits = (text: string) => /^\d+$/.test(text)

export const withoutAt = (name: string) => (name.startsWith('@') ? name.slice(1) : name)

/** A list of words as the rules print it. */
export const words = (list: string): ReadonlySet<string> => new Set(list.split(/\s+/).filter(Boolean))

/** Where a token's name ends and its query or further path begins: `NAME?x=1`, `NAME/`. */
export function nameAndRest(token: string): [name: string, rest: string] {
  const end = token.search(/[/?#\\]/)
  return end < 0 ? [token, ''] : [token.slice(0, end), token.slice(end)]
}
