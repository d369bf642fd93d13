import type { Tx } from '../../db/index.ts'
import { type Part, pdfOf } from '../../pdf/index.ts'
import { timeText } from '../../web/components/index.ts'
import type { Lang } from '../../web/index.ts'
import { copied, type Kept, keptOf, myRequest, unitsNamed } from '../store.ts'
import { words } from '../words.ts'
import { codes } from './codes.ts'
import { asWritten, labels, type Section, sections } from './sections.ts'

/** What the file says of itself. A column more is no new version; one less, or another meaning, is. */
export const format = { format: 'chinhdanh-copy-of-my-data', version: 1 } as const

export type Copy = typeof format & {
  readonly register: string
  readonly organisation: string | null
  readonly made_at: string
  readonly request: string
  readonly receipt: string
  /** Ids of units that stand in the tables, and what they are called. */
  readonly units: Readonly<Record<string, string>>
  readonly tables: Readonly<Record<Section, Kept[string]>>
}

type Given = { readonly url: string; readonly organisation: () => string | undefined }

/** All that is kept about the actor. That it was made is in it, and they are told: whoever has the file has the person. */
export async function copyOf(tx: Tx, { url, organisation }: Given): Promise<Copy | undefined> {
  const id = await copied(tx)
  const [request, kept] = id ? [await myRequest(tx, id), await keptOf(tx)] : []
  if (!request || !kept) return undefined
  const names = Object.keys(sections) as Section[]
  const tables = Object.fromEntries(names.map((name) => [name, kept[name] ?? []])) as Copy['tables']
  const units = await unitsNamed(tx, unitIds(tables))
  return {
    ...format,
    register: url,
    organisation: organisation() ?? null,
    made_at: new Date().toISOString(),
    request: request.number,
    receipt: request.receipt,
    units: Object.fromEntries(units),
    tables,
  }
}

const unitIds = (tables: Copy['tables']): string[] => [
  ...new Set(
    Object.values(tables).flatMap((rows) => rows.flatMap(({ unit }) => (typeof unit === 'string' ? [unit] : []))),
  ),
]

/** The same to read and to print: a heading for each table that has something in it, and a line for each row. */
export function copyPdf(copy: Copy, lang: Lang): Promise<Buffer> {
  const w = words[lang]
  const parts: Part[] = [
    { kind: 'text', text: w.copyText },
    {
      kind: 'facts',
      facts: [
        [w.number, copy.request],
        [w.receipt, copy.receipt],
        [w.when, timeText(new Date(copy.made_at), lang)],
      ],
    },
  ]
  for (const [name, title] of Object.entries(sections)) {
    const rows = copy.tables[name as Section]
    if (rows.length === 0) continue
    parts.push({ kind: 'heading', text: `${title[lang]} (${rows.length})` })
    const items = rows.map((row) => lineOf(row, copy, lang)).filter((line) => line !== '')
    if (items.length > 0) parts.push({ kind: 'list', items })
  }
  return pdfOf({
    lang,
    title: w.copy,
    from: copy.organisation ?? copy.register,
    foot: copy.receipt,
    at: new Date(copy.made_at),
    parts,
  })
}

function lineOf(row: Kept[string][number], copy: Copy, lang: Lang): string {
  return Object.entries(row)
    .flatMap(([column, value]) => {
      const label = labels[column]
      const text = label === 'id' ? '' : saying(column, value, copy, lang)
      return text === '' ? [] : [`${typeof label === 'object' ? label[lang === 'vi' ? 0 : 1] : column}: ${text}`]
    })
    .join('; ')
}

const moment = /^\d{4}-\d\d-\d\dT/
const day = /^\d{4}-\d\d-\d\d$/

/** A value as it is read: a time, a day, yes or no, a unit by its name, a page by its address, a code in words, or what somebody wrote. */
function saying(column: string, value: unknown, copy: Copy, lang: Lang): string {
  if (value === null || value === undefined || value === '') return ''
  if (typeof value === 'boolean') return value ? yes[lang] : no[lang]
  if (Array.isArray(value)) return value.map((one) => saying(column, one, copy, lang)).join(', ')
  if (typeof value === 'object') return recognised(value as Record<string, unknown>)
  const text = String(value)
  if (column === 'unit') return copy.units[text] ?? text
  if (column === 'declaration') return pageOf(text, copy)
  if (moment.test(text)) return timeText(new Date(text), lang)
  if (day.test(text)) return timeText(text, lang, 'day')
  if (typeof value === 'number' || asWritten.has(column)) return text
  return lang === 'vi' ? (codes[text] ?? text.replaceAll('_', ' ')) : text.replaceAll('_', ' ')
}

const yes = { vi: 'có', en: 'yes' }
const no = { vi: 'không', en: 'no' }
const pageOf = (id: string, { tables }: Copy) =>
  String(tables.declaration.find((one) => one.id === id)?.canonical ?? '')
const recognised = (value: Record<string, unknown>) =>
  Object.values(value)
    .filter((one) => typeof one === 'string' || typeof one === 'number')
    .join(', ')
