import { createReadStream } from 'node:fs'
import { isArchive, isKnownBinary } from '../reading/decode.ts'
import { type Refused, refuse } from '../reading/types.ts'

const piece = 256 * 1024

/** The text of a file piece by piece, however large it is: UTF-8, or UTF-16 with BOM; nothing is guessed. */
export async function* textOf(
  file: string,
  seen: (bytes: Buffer) => void,
): AsyncGenerator<string, Refused | undefined> {
  let decoder: TextDecoder | undefined
  for await (const bytes of createReadStream(file, { highWaterMark: piece }) as AsyncIterable<Buffer>) {
    seen(bytes)
    const known = decoder ?? decoderFor(bytes)
    if (!known) return refuse('not_a_table')
    decoder = known
    const text = decoded(known, bytes)
    if (text === undefined) return refuse('legacy_encoding')
    if (text.includes('\0')) return refuse('not_a_table')
    yield text
  }
  const rest = decoder && decoded(decoder)
  if (decoder && rest === undefined) return refuse('legacy_encoding')
  if (rest) yield rest
  return undefined
}

function decoderFor(start: Buffer): TextDecoder | undefined {
  const [first, second] = start
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le', { fatal: true })
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be', { fatal: true })
  return isArchive(start) || isKnownBinary(start) ? undefined : new TextDecoder('utf-8', { fatal: true })
}

/** Without bytes: the end, where nothing may be left over. */
function decoded(decoder: TextDecoder, bytes?: Buffer): string | undefined {
  try {
    return bytes ? decoder.decode(bytes, { stream: true }) : decoder.decode()
  } catch {
    return undefined
  }
}
