import type { Copier } from '../../db/index.ts'

type Key = { readonly on: string; readonly name: string; readonly definition: string; readonly to: string }
/** What was taken off the tables, to be put back as it was. */
export type Lifted = {
  readonly forced: readonly string[]
  readonly keys: readonly Key[]
  readonly indexes: readonly string[]
}

/** Inside a transaction of the owner: nobody else reads or writes these tables until it ends, row security does not bind the owner, and
 *  no index or key is asked row by row. What is rolled back was never lifted. */
export async function lift(owner: Copier, tables: readonly string[]): Promise<Lifted> {
  await owner.query("set local lock_timeout = '10s'")
  await owner.query(`lock table ${tables.join(', ')} in access exclusive mode`)
  const keys = await owner.query<Key>(
    `select conrelid::regclass::text as on, quote_ident(conname) as name, pg_get_constraintdef(oid) as definition, confrelid::regclass::text as to
     from pg_constraint where contype = 'f' and conrelid = any($1::regclass[]) order by conname`,
    [tables],
  )
  const indexes = await owner.query<{ name: string; definition: string }>(
    `select indexrelid::regclass::text as name, pg_get_indexdef(indexrelid) as definition from pg_index
     where indrelid = any($1::regclass[]) and not exists (select from pg_constraint where conindid = indexrelid) order by not indisunique, 1`,
    [tables],
  )
  // A key is checked against what its tables show: all that it names must show everything.
  const forced = [...new Set([...tables, ...keys.map(({ to }) => to)])]
  for (const table of forced) await owner.query(`alter table ${table} no force row level security`)
  for (const { on, name } of keys) await owner.query(`alter table ${on} drop constraint ${name}`)
  for (const { name } of indexes) await owner.query(`drop index ${name}`)
  return { forced, keys, indexes: indexes.map(({ definition }) => definition) }
}

/** Builds and checks all of it anew; a row that breaks a key or a unique index ends the transaction. */
export async function restore(
  owner: Copier,
  { forced, keys, indexes }: Lifted,
  told: (step: string) => void,
): Promise<void> {
  await owner.query("set local maintenance_work_mem = '256MB'")
  for (const index of indexes) {
    told(index.split(' ON ')[0] as string)
    await owner.query(index)
  }
  for (const { on, name, definition } of keys) {
    told(`${on} ${name}`)
    await owner.query(`alter table ${on} add constraint ${name} ${definition}`)
  }
  for (const table of forced) await owner.query(`alter table ${table} force row level security`)
}
