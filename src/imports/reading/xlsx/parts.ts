import { type Refused, refuse } from '../types.ts'
import { type Heard, NotXml, XmlReader } from './xml.ts'
import { type Entry, unpack } from './zip.ts'

const declaration = /<!doctype/i

/** Unpacks every part once, piece by piece, and keeps nothing: the sizes are as said, and no part, whatever it is for, has a
 *  document type declaration, in UTF-8 or UTF-16. */
export async function checkParts(entries: readonly Entry[], most: number): Promise<Refused | undefined> {
  let all = 0
  for (const entry of entries) {
    let declares = false
    let end = ''
    const refused = await unpack(entry, (piece) => {
      all += piece.length
      const text = end + piece.toString('latin1').replaceAll('\0', '')
      declares ||= declaration.test(text)
      end = text.slice(-9)
    })
    if (refused) return refused
    if (all > most) return refuse('zip_bomb')
    if (declares) return refuse('dtd_refused')
  }
  return undefined
}

/** Reads one part; `stop` says that enough was heard. */
export async function readPart(entry: Entry, heard: Heard): Promise<Refused | undefined> {
  const xml = new XmlReader(heard)
  const start = entry.method === 0 ? entry.data : undefined
  let decoder: TextDecoder | undefined = start && decoderFor(start)
  try {
    const refused = await unpack(entry, (piece) => {
      decoder ??= decoderFor(piece)
      xml.push(decoder.decode(piece, { stream: true }))
    })
    if (refused) return refused
    xml.push(decoder?.decode() ?? '')
    xml.end()
    return undefined
  } catch (error) {
    if (error instanceof NotXml || error instanceof TypeError) return refuse('not_a_table') // broken markup, broken encoding
    throw error
  }
}

/** XML says so itself: a BOM, or an opening bracket of two bytes. */
function decoderFor(start: Buffer): TextDecoder {
  const first = start.subarray(0, 2).toString('hex')
  if (first === 'fffe' || first === '3c00') return new TextDecoder('utf-16le', { fatal: true })
  if (first === 'feff' || first === '003c') return new TextDecoder('utf-16be', { fatal: true })
  return new TextDecoder('utf-8', { fatal: true })
}
