import { createHash } from 'node:crypto'
import type { Channel } from '../../access-record/index.ts'
import type { Database, PersonId, Tx } from '../../db/index.ts'
import { codeKey, type FileReason, type Kind, type Mapping, type Reading, readApart } from '../reading/index.ts'
import { rememberColumns, rememberedColumns } from './columns.ts'
import { missingIn } from './missing.ts'
import { planRows } from './plan-rows.ts'
import { standingFor } from './scope.ts'
import { discard, fileOf, insertImport, sameAgain } from './staged.ts'
import { knownRefs } from './store.ts'

export type Brought =
  | { readonly kind: 'read'; readonly id: string }
  /** No header was found: the columns are to be chosen by hand. */
  | { readonly kind: 'unread'; readonly id: string }
  | { readonly kind: 'refused'; readonly reason: FileReason }
  | { readonly kind: 'not_found' }

export type File = { readonly kind: Kind; readonly name: string; readonly bytes: Uint8Array }

/** Reads a file and writes down what it would do; nothing goes into the register. The same file sent twice is one import. */
export async function bring(db: Database, actor: PersonId, file: File, channel: Channel): Promise<Brought> {
  const before = await db.as(actor, async (tx) => ({
    standing: await standingFor(tx, file.kind),
    mapping: await rememberedColumns(tx, file.kind),
  }))
  return readInto(db, actor, file, before, channel)
}

/** The same file once more, with what its columns were said to hold; that is remembered. */
export async function readAgain(
  db: Database,
  actor: PersonId,
  id: string,
  chosen: Mapping,
  channel: Channel,
): Promise<Brought> {
  const found = await db.as(actor, async (tx) => {
    const file = await fileOf(tx, id)
    if (!file) return undefined
    await rememberColumns(tx, file.kind, chosen)
    const mapping = new Map([...(await rememberedColumns(tx, file.kind)), ...chosen])
    return { file, before: { standing: await standingFor(tx, file.kind), mapping } }
  })
  if (!found) return { kind: 'not_found' }
  return readInto(db, actor, found.file, found.before, channel, id)
}

type Before = { readonly standing: Awaited<ReturnType<typeof standingFor>>; readonly mapping: Mapping }

async function readInto(
  db: Database,
  actor: PersonId,
  file: File,
  before: Before,
  channel: Channel,
  id?: string,
): Promise<Brought> {
  const { standing, mapping } = before
  const asked = { kind: file.kind, units: standing.units, mapping, whole: true }
  const reading = await inTurn(() => readApart(file.bytes, asked))
  if (reading.kind === 'refused' && !(reading.reason === 'no_header' && reading.head))
    return { kind: 'refused', reason: reading.reason }
  const hash = createHash('sha256').update(file.bytes).digest()
  return db.as(actor, async (tx) => {
    const same = await sameAgain(tx, actor, file.kind, hash)
    if (same && id === undefined && !same.stale) return { kind: same.state, id: same.id } as const
    const old = id ?? same?.id
    if (old) await discard(tx, old)
    const about = { id, actor, hash, file }
    if (reading.kind === 'refused') {
      const made = await insertImport(tx, {
        ...about,
        state: 'unread',
        header: reading.head ?? [],
        rows: [],
        warnings: {},
        accepted: 0,
      })
      return { kind: 'unread', id: made } as const
    }
    const whole = await withKnown(tx, reading)
    const planned = await planRows(tx, whole, standing.scope)
    const accepted = planned.filter(({ change }) => change !== 'rejected').length
    const rows = [...planned, ...(await missingIn(tx, whole, standing, channel))]
    const { header, warnings } = reading
    return {
      kind: 'read',
      id: await insertImport(tx, { ...about, state: 'read', header, rows, warnings, accepted }),
    } as const
  })
}

/** Of a file of accounts only the rows of people whom the actor keeps. */
async function withKnown(tx: Tx, reading: Reading): Promise<Reading> {
  if (reading.kind !== 'accounts') return reading
  const known = await knownRefs(
    tx,
    reading.lines.map(({ ref }) => ref),
  )
  const strangers = reading.lines.filter(({ ref }) => !known.has(codeKey(ref)))
  const rejected = [...reading.rejected, ...strangers.map(({ row }) => ({ row, reason: 'missing_person' as const }))]
  return { ...reading, lines: reading.lines.filter(({ ref }) => known.has(codeKey(ref))), rejected }
}

let last: Promise<unknown> = Promise.resolve()
/** One file at a time: each may take as much memory as a file may. */
function inTurn<T>(act: () => Promise<T>): Promise<T> {
  const next = last.then(act, act)
  last = next.catch(() => {})
  return next
}
