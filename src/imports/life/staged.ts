import { type Selectable, sql } from 'kysely'
import { type DB, newId, type PersonId, type Tx } from '../../db/index.ts'
import { blocksOf } from '../plan.ts'
import type { Kind, Reading } from '../reading/index.ts'
import type { File } from './bring.ts'
import { type PlannedRow, storable } from './plan-rows.ts'

type New = {
  readonly id?: string | undefined
  readonly actor: PersonId
  readonly hash: Buffer
  readonly file: File
  readonly state: 'read' | 'unread'
  readonly header: readonly string[]
  readonly rows: readonly PlannedRow[]
  readonly warnings: Reading['warnings']
  readonly accepted: number
}

/** Keeps what was read, and the file itself until its rows go in. */
export async function insertImport(tx: Tx, given: New): Promise<string> {
  const { actor, hash, file, state, header, rows, warnings, accepted, id = newId() } = given
  const counted = rows.filter(({ change }) => change !== 'missing').length
  await tx
    .insertInto('import')
    .values({
      ...{ id, kind: file.kind, file_hash: hash, rows: counted, accepted, rejected: counted - accepted },
      ...{
        by_person: actor,
        state,
        file_name: file.name,
        header: header.map(storable),
        warnings: JSON.stringify(warnings),
      },
    })
    .execute()
  await tx
    .insertInto('import_file')
    .values({ import: id, bytes: Buffer.from(file.bytes) })
    .execute()
  let n = 0
  for (const block of blocksOf(rows)) {
    const given = block.map((row) => ({ differs: [], ...row, import: id, n: ++n }))
    await sql`insert into import_row (import, n, row, fields, line, change, differs, reason)
      select import, n, row, fields, case when line <> 'null'::jsonb then line end, change, differs, reason from jsonb_to_recordset(${JSON.stringify(given)}::jsonb)
        as g (import uuid, n int, row int, fields text[], line jsonb, change text, differs text[], reason text)`.execute(
      tx,
    )
  }
  return id
}

export const discard = (tx: Tx, id: string) => tx.deleteFrom('import').where('id', '=', id).execute()

/** This very file, read a moment ago and not yet confirmed: a button pressed twice. One pressing waits for the other. */
export async function sameAgain(tx: Tx, actor: PersonId, kind: Kind, hash: Buffer) {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`import ${actor}`}, 0))`.execute(tx)
  return tx
    .selectFrom('import')
    .select([
      'id',
      sql<'read' | 'unread'>`state`.as('state'),
      sql<boolean>`read_at < now() - interval '1 minute'`.as('stale'),
    ])
    .where('kind', '=', kind)
    .where('file_hash', '=', hash)
    .where('state', 'in', ['read', 'unread'])
    .executeTakeFirst()
}

/** The file of an import whose rows have not gone in. */
export async function fileOf(tx: Tx, id: string): Promise<File | undefined> {
  const row = await tx
    .selectFrom('import')
    .innerJoin('import_file', 'import_file.import', 'import.id')
    .select(['kind', 'file_name', 'bytes'])
    .where('id', '=', id)
    .where('state', 'in', ['read', 'unread'])
    .executeTakeFirst()
  return row && { kind: row.kind as Kind, name: row.file_name ?? '', bytes: row.bytes }
}

export type ImportRow = Selectable<DB['import']>
