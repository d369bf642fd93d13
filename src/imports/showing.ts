import { fromIn, idIn, type Reply, raw, refuse } from '../web/index.ts'
import type { Given, Member } from './given.ts'
import { kindsFor } from './kinds-for.ts'
import { hasAsked } from './life/answers.ts'
import { rememberedColumns } from './life/columns.ts'
import { countsOf, importOf, importsOf, kindOf, type Part, rejectedOf, rowsOf } from './life/store.ts'
import { columnsPage } from './pages/columns-page.tsx'
import { frontPage } from './pages/front-page.tsx'
import { importPage } from './pages/import-page.tsx'
import { rowsPage } from './pages/rows-page.tsx'
import type { Reading } from './reading/index.ts'
import { rejectedFile } from './rejected-file.ts'
import { parts } from './shapes.ts'

export const partIn = (query: URLSearchParams): Part | undefined => parts.find((one) => one === query.get('part'))

export async function showFront(
  { db }: Given,
  visit: Member<unknown>,
  failed?: { code: string; kind: string },
): Promise<Reply> {
  const from = fromIn(visit.query)
  if (from === undefined) return refuse('not_found')
  const mine = await db.as(visit.actor.id, (tx) => importsOf(tx, from))
  return frontPage({ kinds: kindsFor(visit.actor), mine, from, failed, lang: visit.lang })
}

/** One import: what it would do, how far it is, what it did. With `part` the rows themselves. */
export async function showImport({ db }: Given, visit: Member<unknown>): Promise<Reply> {
  const { actor, query, lang } = visit
  const [from, part] = [fromIn(query), partIn(query)]
  if (from === undefined || (query.has('part') && !part)) return refuse('not_found')
  const id = idIn(visit)
  const found = await db.as(actor.id, async (tx) => {
    const one = await importOf(tx, id)
    if (!one) return undefined
    return {
      one,
      counts: await countsOf(tx, id),
      asked: await hasAsked(tx, id),
      rows: part && (await rowsOf(tx, id, part, from)),
    }
  })
  if (!found) return refuse('not_found')
  const { rows, ...standing } = found
  return part && rows ? rowsPage({ one: found.one, part, rows, from, lang }) : importPage({ ...standing, lang })
}

export async function showColumns({ db }: Given, visit: Member<unknown>, failed = false): Promise<Reply> {
  const found = await db.as(visit.actor.id, async (tx) => {
    const one = await importOf(tx, idIn(visit))
    return one && { one, remembered: await rememberedColumns(tx, kindOf(one)) }
  })
  if (!found || !['read', 'unread'].includes(found.one.state ?? '')) return refuse('not_found')
  return columnsPage({ ...found, failed, lang: visit.lang })
}

/** The rows that did not go in, as the file has them, with the reason. */
export async function giveRejected({ db }: Given, visit: Member<unknown>): Promise<Reply> {
  const format = visit.query.get('format') === 'xlsx' ? 'xlsx' : 'csv'
  const found = await db.as(visit.actor.id, async (tx) => {
    const one = await importOf(tx, idIn(visit))
    return one && { header: one.header, rows: await rejectedOf(tx, one.id) }
  })
  if (!found) return refuse('not_found')
  const { header, rows } = found
  const written = new Map(rows.map(({ row, fields }) => [row, fields]))
  const rejected = rows.map(({ row, reason }) => ({ row, reason })) as unknown as Reading['rejected']
  const bytes = await rejectedFile({ header, written, rejected }, format, visit.lang)
  return raw(fileTypes[format], Buffer.from(bytes), {
    'content-disposition': `attachment; filename="rejected.${format}"`,
  })
}

export const fileTypes = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
}
