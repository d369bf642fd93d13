import type { Copier } from '../../db/index.ts'
import { codeKey } from '../reading/clean.ts'
import { keyTable } from './key-table.ts'

export type KnownPeople = { idOf(ref: string): string | undefined }

/** Everybody whom the register knows by a number, so that no account asks the database for its person: some fifty bytes each. */
export async function knownPeople(copier: Copier): Promise<KnownPeople> {
  const keys = keyTable()
  let ids = Buffer.allocUnsafe(1 << 16)
  let rest = ''
  const decoder = new TextDecoder()
  for await (const bytes of copier.copyOut(
    "select translate(id::text, '-', ''), ref from person where ref is not null",
  )) {
    const lines = (rest + decoder.decode(bytes, { stream: true })).split('\n')
    rest = lines.pop() as string
    for (const line of lines) {
      if (keys.size * 16 === ids.length) ids = Buffer.concat([ids], ids.length * 2)
      ids.write(line.slice(0, 32), keys.add(codeKey(unescaped(line.slice(33)))) * 16, 'hex')
    }
  }
  return {
    idOf(ref) {
      const n = keys.find(codeKey(ref))
      if (n < 0) return undefined
      const hex = ids.toString('hex', n * 16, n * 16 + 16)
      return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
    },
  }
}

/** A number has no line break and no tab in it, so that COPY escapes nothing but the backslash. */
const unescaped = (text: string) => (text.includes('\\') ? text.replaceAll('\\\\', '\\') : text)
