import { sql } from 'kysely'
import type { Tx } from '../../db/index.ts'
import { codeKey, type Kind } from '../reading/index.ts'

/** What a block is about to write: the row of the file, and by which code or number it names its unit or person. */
export type Step = { readonly n: number; readonly row: number; readonly key: string }
export type Images = ReadonlyMap<string, unknown>

const of = {
  units: { table: sql.raw('unit'), code: sql.raw('code'), image: sql.raw('unit_image'), place: sql.raw("'parent'") },
  people: { table: sql.raw('person'), code: sql.raw('ref'), image: sql.raw('person_image'), place: sql.raw("'unit'") },
} as const
const tableFor = (kind: Kind) => of[kind === 'units' ? 'units' : 'people']

/** How those stand whom a block names, before it is written. */
export async function imagesOf(tx: Tx, kind: Kind, steps: readonly Step[]): Promise<Images> {
  if (kind === 'accounts') return new Map()
  const { table, code, image } = tableFor(kind)
  const keys = steps.map(({ key }) => key)
  const { rows } = await sql<{ key: string; image: unknown }>`
    select code_key(${code}) as key, ${image}(id) as image from ${table}
    where code_key(${code}) in (select code_key(asked) from unnest(${keys}::text[]) asked)`.execute(tx)
  return new Map(rows.map(({ key, image: stood }) => [key, stood]))
}

/** Writes down what the block did, so that it can be taken back: what stood there before, and what stands there now. */
export async function leaveTrail(
  tx: Tx,
  id: string,
  kind: Kind,
  steps: readonly Step[],
  before: Images,
): Promise<void> {
  const { table, code, image, place } = tableFor(kind)
  const given = steps.map(({ n, row, key }) => ({ n, row, key, before: before.get(codeKey(key)) ?? null }))
  const change =
    kind === 'accounts'
      ? sql`'offered'`
      : sql`case when stood is null then 'new' when stood = stands then 'same' when stood -> ${place} is distinct from stands -> ${place} then 'moved' else 'changed' end`
  await sql`
    insert into import_row (import, n, row, change, target, before, after)
    select ${id}::uuid, n, row, ${change}, target, stood, case when ${kind !== 'accounts'} then stands end from (
      select g.n, g.row, it.id as target, nullif(g.before, 'null'::jsonb) as stood, ${image}(it.id) as stands
      from jsonb_to_recordset(${JSON.stringify(given)}::jsonb) as g (n int, row int, key text, before jsonb)
      join ${table} it on code_key(it.${code}) = code_key(g.key)) done`.execute(tx)
}
