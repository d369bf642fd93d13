import type { Refused } from '../types.ts'
import { readPart } from './parts.ts'
import { attribute } from './xml.ts'
import type { Entry } from './zip.ts'

type Relation = { readonly type: string; readonly target: string }

export type Workbook = {
  /** The part of the first visible sheet. */
  readonly sheet: Entry | undefined
  readonly strings: Entry | undefined
  readonly styles: Entry | undefined
  readonly from1904: boolean
}

/** Which parts hold the first visible sheet, its texts and its formats. Nothing where the archive is no workbook. */
export async function findWorkbook(entries: readonly Entry[]): Promise<Workbook | Refused | undefined> {
  const parts = new Map(entries.map((entry) => [entry.name.toLowerCase(), entry]))
  const root = await relationsOf(parts, '')
  if ('kind' in root) return root
  const path = [...root.values()].find(({ type }) => type.endsWith('/officeDocument'))?.target
  const book = path === undefined ? undefined : parts.get(path.toLowerCase())
  if (!path || !book) return undefined
  const relations = await relationsOf(parts, path)
  if ('kind' in relations) return relations
  const sheets: string[] = []
  let from1904 = false
  const refused = await readPart(book, {
    open(name, attributes) {
      if (name === 'workbookPr') from1904 = /^(?:1|true|on)$/.test(attribute(attributes, 'date1904') ?? '')
      const hidden = /hidden/i.test(attribute(attributes, 'state') ?? '')
      if (name === 'sheet' && !hidden) sheets.push(attribute(attributes, 'id') ?? '')
    },
  })
  if (refused) return refused
  const worksheets = sheets.flatMap((id) => {
    const relation = relations.get(id)
    return relation?.type.endsWith('/worksheet') ? [relation.target] : []
  })
  const partOf = (target: string | undefined) => (target ? parts.get(target.toLowerCase()) : undefined)
  const ofType = (type: string) => partOf([...relations.values()].find((one) => one.type.endsWith(type))?.target)
  return { sheet: partOf(worksheets[0]), strings: ofType('/sharedStrings'), styles: ofType('/styles'), from1904 }
}

type Relations = ReadonlyMap<string, Relation>

async function relationsOf(parts: ReadonlyMap<string, Entry>, of: string): Promise<Relations | Refused> {
  const folder = of.slice(0, of.lastIndexOf('/') + 1)
  const part = parts.get(`${folder}_rels/${of.slice(folder.length)}.rels`.toLowerCase())
  const relations = new Map<string, Relation>()
  if (!part) return relations
  const refused = await readPart(part, {
    open(name, attributes) {
      if (name !== 'Relationship' || attribute(attributes, 'TargetMode') === 'External') return
      const target = attribute(attributes, 'Target') ?? ''
      relations.set(attribute(attributes, 'Id') ?? '', {
        type: attribute(attributes, 'Type') ?? '',
        target: target.startsWith('/') ? target.slice(1) : within(folder, target),
      })
    },
  })
  return refused ?? relations
}

/** A target counts from the folder of the part that names it. It only ever names a part of the archive. */
function within(folder: string, target: string): string {
  const path: string[] = []
  for (const step of `${folder}${target}`.split('/')) {
    if (step === '..') path.pop()
    else if (step !== '.' && step !== '') path.push(step)
  }
  return path.join('/')
}
