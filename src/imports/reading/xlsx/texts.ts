import type { Refused } from '../types.ts'
import { readPart } from './parts.ts'
import type { Entry } from './zip.ts'

/** Longer than any cell may be; what comes beyond is not kept, so that one text cannot fill the memory. */
export const longest = 40_000

/** `_x000D_` is how a spreadsheet writes a sign that XML cannot hold. */
export const unwritten = (text: string): string =>
  text.includes('_x')
    ? text.replace(/_x([0-9a-f]{4})_/gi, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)))
    : text

/** The texts that cells share, by their place. How it is pronounced (`rPh`) is no part of a text. */
export async function sharedTexts(entry: Entry | undefined): Promise<readonly string[] | Refused> {
  const texts: string[] = []
  if (!entry) return texts
  const inside = { item: false, text: false, spoken: false }
  let text = ''
  const refused = await readPart(entry, {
    open(name) {
      if (name === 'si') {
        inside.item = true
        text = ''
      }
      if (name === 't') inside.text = true
      if (name === 'rPh') inside.spoken = true
    },
    text(piece) {
      if (inside.item && inside.text && !inside.spoken && text.length < longest) text += piece
    },
    close(name) {
      if (name === 't') inside.text = false
      if (name === 'rPh') inside.spoken = false
      if (name !== 'si') return
      inside.item = false
      texts.push(unwritten(text))
    },
  })
  return refused ?? texts
}
