import type { Refused } from '../types.ts'
import { readPart } from './parts.ts'
import { attribute } from './xml.ts'
import type { Entry } from './zip.ts'

/** Which cell styles show a number as a day, by their place. */
export async function dayStyles(entry: Entry | undefined): Promise<readonly boolean[] | Refused> {
  const formats = new Map<number, string>()
  const styles: boolean[] = []
  if (!entry) return styles
  let inside = false
  const refused = await readPart(entry, {
    open(name, attributes) {
      if (name === 'cellXfs') inside = true
      if (name === 'numFmt')
        formats.set(Number(attribute(attributes, 'numFmtId')), attribute(attributes, 'formatCode') ?? '')
      if (name === 'xf' && inside) styles.push(isDay(Number(attribute(attributes, 'numFmtId') ?? 0), formats))
    },
    close(name) {
      if (name === 'cellXfs') inside = false
    },
  })
  return refused ?? styles
}

/** The built-in ones that have a day in them, also those of East Asian spreadsheets. */
const builtIn = (id: number) =>
  (id >= 14 && id <= 17) || id === 22 || (id >= 27 && id <= 31) || id === 36 || (id >= 50 && id <= 58)

function isDay(id: number, formats: ReadonlyMap<number, string>): boolean {
  const code = formats.get(id)
  if (code === undefined) return builtIn(id)
  const signs = (code.split(';')[0] as string).replace(/"[^"]*"?|\[[^\]]*\]?|\\.|_.|\*./gs, '').toLowerCase()
  if (/general|standard|@/.test(signs)) return false
  return /[dy]/.test(signs) || (signs.includes('m') && !/[hs]/.test(signs))
}
