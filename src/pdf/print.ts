import type PDFDocument from 'pdfkit'
import { faces } from './fonts.ts'
import { drawQr } from './qr.ts'

/** What can stand on a printed page, from top to bottom. */
export type Part =
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  /** A name and what it is; a missing or empty value prints as a dash. */
  | { readonly kind: 'facts'; readonly facts: readonly (readonly [name: string, value: string | null | undefined])[] }
  | { readonly kind: 'table'; readonly head: readonly string[]; readonly rows: readonly (readonly string[])[] }
  /** A letter to somebody, on a page of its own: their name and place where a window envelope shows them. */
  | { readonly kind: 'letter'; readonly to: readonly string[] }
  /** A link as a code for a phone, with the link in letters beside it. */
  | { readonly kind: 'qr'; readonly link: string; readonly text: string }

export type Print = {
  readonly lang: 'vi' | 'en'
  readonly title: string
  /** Above the title: whose paper it is. */
  readonly from: string
  /** At the foot of each page, before its number: such as the receipt's code. */
  readonly foot?: string
  readonly at: Date
  readonly parts: readonly Part[]
}

type Doc = InstanceType<typeof PDFDocument>

const side = 56
const bottom = 64
const ink = '#1d2429'
const grey = '#59656d'
const rule = '#c6cdd1'

/** An A4 file with our face in it, tagged for screen readers. The same `print` gives the same text; nothing is fetched. */
export async function pdfOf(print: Print): Promise<Buffer> {
  const doc = await openFor(print)
  const chunks: Buffer[] = []
  doc.on('data', (chunk: Buffer) => chunks.push(chunk))
  const ended = new Promise<void>((resolve, reject) => doc.on('end', resolve).on('error', reject))
  const whole = doc.struct('Document')
  doc.addStructure(whole)
  const says = saysOn(doc, whole)
  head(doc, says, print)
  for (const part of print.parts) put[part.kind](doc, says, part as never)
  whole.end()
  foots(doc, print)
  doc.end()
  await ended
  return Buffer.concat(chunks)
}

async function openFor({ lang, title, from, at }: Print): Promise<Doc> {
  // Read when first asked for: a start does not wait for it.
  const { default: Document } = await import('pdfkit')
  const doc = new Document({
    size: 'A4',
    margins: { top: side, left: side, right: side, bottom },
    bufferPages: true,
    pdfVersion: '1.7',
    tagged: true,
    lang,
    displayTitle: true,
    info: { Title: title, Author: from, Creator: 'Chính Danh', Producer: 'Chính Danh', CreationDate: at },
  })
  doc.registerFont('plain', faces().plain)
  doc.registerFont('strong', faces().strong)
  return doc
}

function head(doc: Doc, says: Says, { from, title }: Pick<Print, 'from' | 'title'>) {
  says('P', () => doc.font('plain').fontSize(9.5).fillColor(grey).text(from))
  doc.moveDown(0.3)
  says('H1', () => doc.font('strong').fontSize(19).fillColor(ink).text(title, { lineGap: 2 }))
  doc.moveDown(0.6)
}

/** Where the window of an envelope is (C6/5 and C5): 50 mm from the top of the sheet, 30 mm high. */
const window = { top: 142, bottom: 227 } as const

type Says = (tag: string, draw: () => void) => void

/** Draws it as one element of the structure that a screen reader walks. */
const saysOn =
  (doc: Doc, whole: PDFKit.PDFStructureElement): Says =>
  (tag, draw) => {
    const element = doc.struct(tag, {}, draw)
    whole.add(element)
    element.end()
  }

const put: { readonly [K in Part['kind']]: (doc: Doc, says: Says, part: Extract<Part, { kind: K }>) => void } = {
  heading(doc, says, { text }) {
    keepTogether(doc, 60)
    doc.moveDown(0.5)
    says('H2', () => doc.font('strong').fontSize(13).fillColor(ink).text(text))
    doc.moveDown(0.3)
  },
  text(doc, says, { text }) {
    says('P', () => body(doc).text(text, { lineGap: 2.5 }))
    doc.moveDown(0.5)
  },
  list(doc, says, { items }) {
    for (const item of items) says('P', () => body(doc).text(`–  ${item}`, { lineGap: 2.5, indent: 0 }))
    doc.moveDown(0.5)
  },
  facts(doc, says, { facts }) {
    row(
      doc,
      says,
      [150],
      facts.map(([name, value]) => [name, value || '–']),
      { strongFirst: true },
    )
  },
  table(doc, says, { head, rows }) {
    row(doc, says, [], [head], { strong: true })
    row(doc, says, [], rows)
  },
  letter(doc, says, { to }) {
    const { Title = '', Author = '' } = doc.info as { Title?: string; Author?: string }
    if (doc.y > window.top) {
      doc.addPage()
      head(doc, says, { from: Author, title: Title })
    }
    doc.y = window.top
    for (const line of to) says('P', () => body(doc).text(line, { lineGap: 2.5 }))
    doc.y = Math.max(doc.y, window.bottom) + 12
  },
  qr(doc, says, { link, text }) {
    const size = 112
    keepTogether(doc, size + 12)
    const top = doc.y
    says('P', () => {
      drawQr(doc, link, side, top, size)
      body(doc).text(`${text}\n${link}`, side + size + 18, top + 8, { lineGap: 2.5 })
    })
    doc.x = side
    doc.y = Math.max(doc.y, top + size) + 10
  },
}

const body = (doc: Doc) => doc.font('plain').fontSize(10.5).fillColor(ink)

/** Rows of cells with a line under each; a row is never torn by the end of a page. `first` are the widths of the first columns. */
function row(
  doc: Doc,
  says: Says,
  first: readonly number[],
  rows: readonly (readonly string[])[],
  looks: { readonly strong?: boolean; readonly strongFirst?: boolean } = {},
) {
  const room = doc.page.width - 2 * side
  const gap = 12
  for (const cells of rows) {
    const given = first.slice(0, cells.length - 1)
    const rest = (room - given.reduce((sum, width) => sum + width, 0)) / (cells.length - given.length)
    const widths = cells.map((_, n) => given[n] ?? rest)
    const face = (n: number) => (looks.strong || (looks.strongFirst && n === 0) ? 'strong' : 'plain')
    const high = cells.map((cell, n) =>
      doc
        .font(face(n))
        .fontSize(10)
        .heightOfString(cell, { width: (widths[n] as number) - gap, lineGap: 2 }),
    )
    const height = Math.max(...high)
    keepTogether(doc, Math.min(height + 12, doc.page.height - side - bottom))
    const top = doc.y
    let left = side
    cells.forEach((cell, n) => {
      const [x, width] = [left, (widths[n] as number) - gap]
      says('P', () => doc.font(face(n)).fontSize(10).fillColor(ink).text(cell, x, top, { width, lineGap: 2 }))
      left += widths[n] as number
    })
    doc.x = side
    doc.y = top + height + 4
    const line = doc.y
    artifact(doc, () =>
      doc
        .moveTo(side, line)
        .lineTo(side + room, line)
        .lineWidth(0.5)
        .strokeColor(rule)
        .stroke(),
    )
    doc.y = line + 5
  }
  doc.moveDown(0.3)
}

/** What a screen reader passes over. */
function artifact(doc: Doc, draw: () => void) {
  doc.markContent('Artifact', { type: 'Layout' })
  draw()
  doc.endMarkedContent()
}

function keepTogether(doc: Doc, height: number) {
  if (doc.y + height > doc.page.height - bottom) doc.addPage()
}

function foots(doc: Doc, { foot }: Print) {
  const { start, count } = doc.bufferedPageRange()
  for (let n = start; n < start + count; n++) {
    doc.switchToPage(n)
    // Below the margin a line would begin a page of its own.
    doc.page.margins.bottom = 0
    artifact(doc, () =>
      doc
        .font('plain')
        .fontSize(8.5)
        .fillColor(grey)
        .text([foot, `${n + 1} / ${count}`].filter(Boolean).join('  ·  '), side, doc.page.height - 42, {
          width: doc.page.width - 2 * side,
          align: 'center',
          lineBreak: false,
        }),
    )
    doc.page.margins.bottom = bottom
  }
}
