/** What came back: which letter, why, and whether for good. */
export type Bounce = { readonly letter: string; readonly code: string; readonly forGood: boolean }

const hex = '[0-9a-f]{8}-?(?:[0-9a-f]{4}-?){3}[0-9a-f]{12}'
const plain = (id: string) => id.replaceAll('-', '').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')

/** The address that one letter comes back to: `bounce@so.vn` makes `bounce+0198…@so.vn`. */
export function bounceAddress(to: string, letter: string): string {
  const at = to.lastIndexOf('@')
  return `${to.slice(0, at)}+${letter.replaceAll('-', '')}${to.slice(at)}`
}

/** Reads a report that a letter could not be delivered (RFC 3464). Which letter, the address says that it came back to; without that, the
 *  Message-ID of the letter that it encloses. An answer of a person or of a machine, and a report that it is late, are none. */
export function readBounce(message: string, recipient = ''): Bounce | undefined {
  const lines = message.replace(/\r\n?/g, '\n').replace(/\n[ \t]+/g, ' ')
  if (!/^Content-Type:\s*message\/delivery-status\b/im.test(lines)) return undefined
  if (!/^Action:\s*failed\s*$/im.test(lines)) return undefined
  const [, status = ''] = /^Status:\s*(5\.\d{1,3}\.\d{1,3})\b/im.exec(lines) ?? []
  if (!status) return undefined
  const letter = letterOf(lines, recipient)
  if (!letter) return undefined
  return { letter, code: status.replaceAll('.', '_'), forGood: forGood.test(status) }
}

/** Nobody there, no such host, moved without a trace, or the box is closed: not a full box, a size or a rule of that server. */
const forGood = /^5\.(1\.[1236]|1\.10|2\.1)$/

function letterOf(lines: string, recipient: string): string | undefined {
  const to = new RegExp(`\\+(${hex})@`, 'i')
  const heads = [...lines.matchAll(/^(?:To|Delivered-To|X-Original-To):(.*)$/gim)].map(([, value = '']) => value)
  const named = [recipient, ...heads].map((text) => to.exec(text)?.[1]).find(Boolean)
  const enclosed = [...lines.matchAll(new RegExp(`^Message-ID:\\s*<(${hex})@`, 'gim'))].at(-1)?.[1]
  const found = named ?? enclosed
  return found && plain(found.toLowerCase())
}
