import { z } from 'zod'
import type { Counts, Found } from './life/store.ts'

export const kinds = ['units', 'people', 'accounts'] as const
export const parts = ['new', 'changed', 'moved', 'same', 'offered', 'rejected', 'missing', 'left', 'kept'] as const

export const uploadForm = z.object({ kind: z.string().max(20).default('') })
/** The choices, in the order of the columns, as `column-0`, `column-1` …; what is no field is nothing. */
export const columnsForm = z.record(z.string().max(40), z.string().max(40)).default({})
export const columnsBody = z.strictObject({
  columns: z.record(z.string().max(2000), z.string().max(40)).describe('Name of a column → field, or `none`'),
})
export const nothing = z.unknown().optional()
export const rowsQuery = z.object({ part: z.enum(parts), from: z.string().optional() })

const counts = z.record(z.enum(parts), z.int())
export const importShape = z.object({
  id: z.uuid(),
  kind: z.enum(kinds),
  state: z.enum(['unread', 'read', 'writing', 'written', 'cancelled', 'undoing', 'undone']),
  file_name: z.string().nullable(),
  rows: z.int(),
  accepted: z.int(),
  rejected: z.int(),
  written: z.int(),
  undone: z.int(),
  counts: counts.optional(),
  warnings: z.record(z.string(), z.int()),
  header: z.array(z.string()).describe('Names of the columns'),
  read_at: z.iso.datetime(),
  ended_at: z.iso.datetime().nullable(),
})
export const listShape = z.object({ imports: z.array(importShape), next: z.int().nullable() })
export const rowShape = z.object({
  row: z.int(),
  fields: z.array(z.string()),
  differs: z.array(z.string()),
  reason: z.string().nullable(),
})
export const rowsShape = z.object({ rows: z.array(rowShape), next: z.int().nullable() })

export const answersQuery = z.object({ from: z.string().optional() })
export const answersShape = z.object({
  counts: z.record(z.enum(['mine', 'not_mine', 'closed', 'unanswered']), z.int()),
  answers: z.array(
    z.object({
      row: z.int(),
      fields: z.array(z.string()),
      typed: z.string(),
      answer: z.enum(['mine', 'not_mine', 'closed']).nullable(),
    }),
  ),
  next: z.int().nullable(),
})

type Row = Omit<Found, 'fresh' | 'stuck' | 'undo_until'>
export const viewOf = (row: Row, counted?: Counts) => ({
  ...{ id: row.id, kind: row.kind, state: row.state, file_name: row.file_name, rows: row.rows, accepted: row.accepted },
  ...{ rejected: row.rejected, written: row.written, undone: row.undone, counts: counted, warnings: row.warnings },
  ...{ header: row.header, read_at: row.begun_at.toISOString(), ended_at: row.ended_at?.toISOString() ?? null },
})
