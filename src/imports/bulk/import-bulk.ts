import { createHash } from 'node:crypto'
import { type Copier, copying, newId } from '../../db/index.ts'
import { type Result, resultOf } from '../reading/result.ts'
import type { Refused } from '../reading/types.ts'
import { intoEmpty, isEmpty } from './into-empty.ts'
import { holdStill, intoFull } from './into-full.ts'
import type { BulkKind } from './judge.ts'
import { knownPeople } from './known-people.ts'
import { readThrough, type UnitWithId } from './read-through.ts'
import { surveyOf } from './survey.ts'

export type BulkWanted = {
  readonly kind: BulkKind
  readonly file: string
  readonly dryRun?: boolean
  /** Where the rejected rows are written out, as CSV. */
  readonly rejected?: string | undefined
  readonly progress?: (line: string) => void
}
export type Bulk = {
  readonly result: Result
  readonly into: 'nothing' | 'empty' | 'full'
  /** What was written, to be taken back by it. */
  readonly id?: string | undefined
}

/** Brings people or accounts of a whole nation from a CSV file, by the contract for imports but without its limits of size. An empty
 *  register is closed meanwhile and takes all or nothing; a full one goes on, takes block after block, and the same file goes on where
 *  it was cut off. */
export async function importBulk(adminUrl: string, wanted: BulkWanted): Promise<Bulk> {
  const empty = await copying(adminUrl, 'loader', (loader) => isEmpty(loader, wanted.kind))
  if (!wanted.dryRun && empty) return { ...(await fillEmpty(adminUrl, wanted)), into: 'empty' }
  return copying(adminUrl, 'loader', async (loader) => {
    if (wanted.dryRun) return { result: told(await onlyRead(loader, wanted)), into: 'nothing' as const }
    const { read, id } = await fillFull(loader, wanted)
    return { result: told(read), id, into: 'full' as const }
  })
}

const told = (read: Result | Refused): Result => ('kind' in read ? resultOf(read) : read)
const nothing = () => {}

async function groundFor(copier: Copier, { kind, file, rejected, progress = nothing }: BulkWanted) {
  const units = await copier.query<UnitWithId>(
    'select id, code, null as parent, closed_at is not null as closed from unit',
  )
  const known = kind === 'accounts' ? await knownPeople(copier) : undefined
  return { kind, file, rejected, progress, units, known, skip: 0, seen: nothing }
}

const onlyRead = async (loader: Copier, wanted: BulkWanted) =>
  readThrough({ ...(await groundFor(loader, wanted)), lay: () => async () => {} })

/** Waits until nobody is inside; whoever comes from now on is told to come again, until this transaction ends in whichever way. */
async function closeRegister(owner: Copier): Promise<void> {
  await owner.query("select set_config('lock_timeout', '60s', true)")
  await owner.query("select pg_advisory_xact_lock(hashtextextended('maintenance', 0))")
}

class NothingWritten extends Error {
  readonly refused: Refused
  constructor(refused: Refused) {
    super(refused.reason)
    this.refused = refused
  }
}

async function fillEmpty(adminUrl: string, wanted: BulkWanted): Promise<{ result: Result; id?: string }> {
  const { kind, progress = nothing } = wanted
  const hash = createHash('sha256')
  const id = newId()
  try {
    const result = await copying(adminUrl, 'owner', async (owner) => {
      const result = await owner.transaction(async () => {
        await closeRegister(owner)
        await holdStill(owner)
        const tables = await intoEmpty(owner, kind, id)
        await beginImport(owner, id, kind, Buffer.alloc(32))
        const read = await readThrough({
          ...(await groundFor(owner, wanted)),
          seen: (bytes) => hash.update(bytes),
          lay: tables.lay,
        })
        if ('kind' in read) throw new NothingWritten(read)
        await owner.query('update import set file_hash = $2, written = $3 where id = $1', [
          id,
          hash.digest(),
          read.accepted,
        ])
        await endImport(owner, id, read)
        await tables.end((step) => progress(`Building: ${step}`))
        return read
      })
      // From here all of it is in the register, and open to everyone.
      for (const table of ['person', 'membership', 'roll', 'offered_account', 'draft'])
        await owner.query(`vacuum ${table}`)
      return result
    })
    return { result, id }
  } catch (error) {
    if (error instanceof NothingWritten) return { result: resultOf(error.refused) }
    throw error
  }
}

async function fillFull(loader: Copier, wanted: BulkWanted): Promise<{ read: Result | Refused; id?: string }> {
  const [survey, ground] = await Promise.all([surveyOf(wanted.file, wanted.kind), groundFor(loader, wanted)])
  if (survey.kind === 'refused') return { read: survey }
  const open = await loader.transaction(() => beginOrGoOn(loader, wanted.kind, survey.hash))
  const lay = await intoFull(loader, open.id)
  const read = await readThrough({ ...ground, skip: open.written, lay })
  if ('kind' in read) return { read, id: open.id }
  await loader.query('set synchronous_commit = on')
  await endImport(loader, open.id, read)
  // From here all of it is in the register for good.
  return { read, id: open.id }
}

type Open = { readonly id: string; readonly written: number }

/** The import of this very file that was cut off, or a new one. */
async function beginOrGoOn(loader: Copier, kind: BulkKind, hash: Buffer): Promise<Open> {
  await holdStill(loader)
  const [open] = await loader.query<Open>(
    "select id, written from import where file_hash = $1 and kind = $2 and bulk and state = 'writing' and ended_at is null order by id desc limit 1",
    [hash, kind],
  )
  if (open) return open
  const id = newId()
  await beginImport(loader, id, kind, hash)
  return { id, written: 0 }
}

/** How many rows a file of any size has is known when it is read: until then it says none. */
async function beginImport(copier: Copier, id: string, kind: BulkKind, hash: Buffer): Promise<void> {
  await copier.query(
    "insert into import (id, kind, file_hash, rows, accepted, rejected, bulk, state) values ($1, $2, $3, 0, 0, 0, true, 'writing')",
    [id, kind, hash],
  )
}

async function endImport(copier: Copier, id: string, { rows, accepted, rejected }: Result): Promise<void> {
  await copier.query(
    "update import set rows = $2, accepted = $3, rejected = $4, state = 'written', ended_at = now() where id = $1",
    [id, rows, accepted, rejected.length],
  )
}
