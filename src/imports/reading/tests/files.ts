import { deflateRawSync } from 'node:zlib'
import { readFile } from '../read-file.ts'
import { resultOf } from '../result.ts'
import type { Kind, Reading, Refused } from '../types.ts'
import { cellIn } from './cell-in.ts'

/** The units that the register holds when a file of people comes. */
const standing = [1, 2, 3, 4, 5, 6, 7].map((n) => ({ code: `DV0${n}`, parent: null }))

/** What a file gives, and its cells. People come into a register that has units, units into an empty one. */
export async function given(file: string | Uint8Array, kind?: Kind) {
  const bytes = typeof file === 'string' ? new TextEncoder().encode(file) : file
  const alone = await readFile(bytes, { kind, units: [] })
  const reading = alone.kind === 'people' ? await readFile(bytes, { kind, units: standing }) : alone
  return { ...shortOf(reading), cell: (row: number, column: string) => cellIn(reading, row, column) }
}

function shortOf(reading: Reading | Refused) {
  const { outcome, reason, rows, accepted, rejected, warnings } = resultOf(reading)
  const told = reason ?? outcome
  return { told, rows, accepted, rejected: rejected.map(({ row, reason: why }) => `${row} ${why}`), warnings }
}

type Part = {
  readonly text: string | Buffer
  readonly says?: number
  readonly stored?: boolean
  readonly local?: string
}

/** A ZIP archive of these parts, as it says or as it lies. */
export function archive(parts: Readonly<Record<string, string | Buffer | Part>>): Buffer {
  const local: Buffer[] = []
  const directory: Buffer[] = []
  let at = 0
  for (const [name, given] of Object.entries(parts)) {
    const part: Part = typeof given === 'string' || Buffer.isBuffer(given) ? { text: given } : given
    const raw = Buffer.from(part.text as string)
    const packed = part.stored ? raw : deflateRawSync(raw)
    const sizes = Buffer.alloc(8)
    sizes.writeUInt32LE(packed.length, 0)
    sizes.writeUInt32LE(part.says ?? raw.length, 4)
    const method = part.stored ? 0 : 8
    const named = Buffer.from(name)
    const here = Buffer.from(part.local ?? name)
    const head = Buffer.alloc(30)
    head.writeUInt32LE(0x04034b50, 0)
    head.writeUInt16LE(method, 8)
    sizes.copy(head, 18)
    head.writeUInt16LE(here.length, 26)
    local.push(head, here, packed)
    const entry = Buffer.alloc(46)
    entry.writeUInt32LE(0x02014b50, 0)
    entry.writeUInt16LE(method, 10)
    sizes.copy(entry, 20)
    entry.writeUInt16LE(named.length, 28)
    entry.writeUInt32LE(at, 42)
    directory.push(entry, named)
    at += 30 + here.length + packed.length
  }
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(Object.keys(parts).length, 8)
  end.writeUInt16LE(Object.keys(parts).length, 10)
  end.writeUInt32LE(Buffer.concat(directory).length, 12)
  end.writeUInt32LE(at, 16)
  return Buffer.concat([...local, ...directory, end])
}

const xml = '<?xml version="1.0" encoding="UTF-8"?>'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

/** The parts of a workbook whose only sheet has this inside its `sheetData`. */
export function workbook(
  rows: string,
  { sheets = '<sheet name="S" sheetId="1" r:id="rId1"/>', properties = '', styles = '', texts = '' } = {},
) {
  const relation = (id: string, type: string, target: string) =>
    `<Relationship Id="${id}" Type="${office}/${type}" Target="${target}"/>`
  return {
    '[Content_Types].xml': `${xml}<Types/>`,
    '_rels/.rels': `${xml}<Relationships>${relation('rId1', 'officeDocument', 'xl/workbook.xml')}</Relationships>`,
    'xl/workbook.xml': `${xml}<workbook xmlns:r="${office}">${properties}<sheets>${sheets}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `${xml}<Relationships>${relation('rId1', 'worksheet', 'worksheets/sheet1.xml')}${relation('rId2', 'worksheet', 'worksheets/sheet2.xml')}${relation('rId3', 'styles', 'styles.xml')}${relation('rId4', 'sharedStrings', 'sharedStrings.xml')}</Relationships>`,
    'xl/worksheets/sheet1.xml': `${xml}<worksheet><sheetData>${rows}</sheetData></worksheet>`,
    'xl/styles.xml': `${xml}<styleSheet>${styles}</styleSheet>`,
    'xl/sharedStrings.xml': `${xml}<sst>${texts}</sst>`,
  }
}

/** A row of inline texts; what begins with `<c` is a cell as it is. */
export const line = (number: number, ...cells: readonly string[]) =>
  `<row r="${number}">${cells
    .map((cell, at) => {
      const place = `${String.fromCharCode(65 + at)}${number}`
      return cell.startsWith('<c')
        ? cell.replace('<c', `<c r="${place}"`)
        : `<c r="${place}" t="inlineStr"><is><t>${cell}</t></is></c>`
    })
    .join('')}</row>`
