/** Percent-decoding that never throws: what is not UTF-8 stays as it was written. */
export function decoded(text: string): string {
  if (!text.includes('%')) return text
  try {
    return decodeURIComponent(text)
  } catch {
    return text.replace(/(?:%[0-9a-f]{2})+/gi, decodedRun)
  }
}

function decodedRun(run: string): string {
  try {
    return decodeURIComponent(run)
  } catch {
    return run
  }
}

const plainName = /^[\w-]*$/

/** A name as a path segment: UTF-8, upper-case hex, and no mark at the end that a reader of text would drop. */
export function encodedName(name: string): string {
  if (plainName.test(name)) return name
  const encoded = encodeURIComponent(name.toWellFormed()).replace(/[!'()*]/g, hexOf)
  return encoded.endsWith('.') ? `${encoded.slice(0, -1)}%2E` : encoded
}

export function hexOf(character: string): string {
  return `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`
}
