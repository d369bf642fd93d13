import { sql } from 'kysely'
import { newId, type Tx } from '../../db/index.ts'
import { codeKey, type StandingUnit, type UnitLine } from '../reading/index.ts'

/** The tree as it stands, by codes. */
export function standingUnits(tx: Tx): Promise<readonly StandingUnit[]> {
  return tx
    .selectFrom('unit')
    .leftJoin('unit as above', 'above.id', 'unit.parent')
    .select(['unit.code', 'above.code as parent', sql<boolean>`unit.closed_at is not null`.as('closed')])
    .execute()
}

export type KeptUnit = {
  readonly id: string
  readonly code: string
  readonly name: string
  readonly kind: string | null
  readonly parent: string | null
  readonly path: string
}

/** Units by the key of their code. */
export async function unitsOf(tx: Tx, codes: readonly string[]): Promise<Map<string, KeptUnit>> {
  const { rows } = await sql<KeptUnit>`
    select id, code, name, kind, parent, path::text from unit
    where code_key(code) in (select code_key(asked) from unnest(${[...codes]}::text[]) asked)`.execute(tx)
  return new Map(rows.map((unit) => [codeKey(unit.code), unit]))
}

export type UnitChange = 'new' | 'changed' | 'moved' | 'same'

/** What a line would do to the unit that is there. */
export function changeOf(line: UnitLine, there: ReadonlyMap<string, KeptUnit>): UnitChange {
  const unit = there.get(codeKey(line.code))
  if (!unit) return 'new'
  const above = line.parent ? there.get(codeKey(line.parent))?.id : null
  if (line.parent !== undefined && above !== unit.parent) return 'moved'
  return line.name === unit.name && (line.type === undefined || line.type === unit.kind) ? 'same' : 'changed'
}

export const codesIn = (lines: readonly UnitLine[]) =>
  lines.flatMap(({ code, parent }) => (parent ? [code, parent] : [code]))

/** Enters, renames and moves units; whoever is above comes before. A unit moves with all that is below it. */
export async function writeUnits(tx: Tx, lines: readonly UnitLine[]): Promise<void> {
  const codes = codesIn(lines)
  let there = await unitsOf(tx, codes)
  let fresh: KeptUnit[] = []
  const renamed: { id: string; name: string; kind: string | null }[] = []
  for (const line of lines) {
    const change = changeOf(line, there)
    if (change === 'new') {
      const unit = newUnit(line, there)
      there.set(codeKey(unit.code), unit)
      fresh.push(unit)
      continue
    }
    const unit = there.get(codeKey(line.code)) as KeptUnit
    if (change !== 'same')
      renamed.push({ id: unit.id, name: line.name, kind: line.type === undefined ? unit.kind : line.type })
    if (change !== 'moved') continue
    await insertUnits(tx, fresh)
    fresh = []
    await move(tx, unit, line.parent ? there.get(codeKey(line.parent)) : undefined)
    there = await unitsOf(tx, codes)
  }
  await insertUnits(tx, fresh)
  await rename(tx, renamed)
}

const label = (id: string) => id.replaceAll('-', '_')

function newUnit({ code, name, type, parent }: UnitLine, there: ReadonlyMap<string, KeptUnit>): KeptUnit {
  const id = newId()
  const above = parent ? there.get(codeKey(parent)) : undefined
  if (parent && !above) throw new Error('a parent that was there is gone') // units are closed, never taken away
  const path = above ? `${above.path}.${label(id)}` : label(id)
  return { id, code, name, kind: type ?? null, parent: above?.id ?? null, path }
}

async function insertUnits(tx: Tx, units: readonly KeptUnit[]): Promise<void> {
  if (units.length > 0)
    await tx
      .insertInto('unit')
      .values([...units])
      .execute()
}

async function rename(tx: Tx, units: readonly { id: string; name: string; kind: string | null }[]): Promise<void> {
  await sql`update unit set name = given.name, kind = given.kind
    from jsonb_to_recordset(${JSON.stringify(units)}::jsonb) as given (id uuid, name text, kind text)
    where unit.id = given.id`.execute(tx)
}

async function move(tx: Tx, unit: KeptUnit, above: KeptUnit | undefined): Promise<void> {
  const path = above ? `${above.path}.${label(unit.id)}` : label(unit.id)
  await sql`update unit set
      parent = case when id = ${unit.id} then ${above?.id ?? null}::uuid else parent end,
      path = case when id = ${unit.id} then ${path}::ltree else ${path}::ltree || subpath(path, nlevel(${unit.path}::ltree)) end
    where path <@ ${unit.path}::ltree`.execute(tx)
}

/** Codes of open units that the file does not name; nothing is done to them. */
export async function unitsBeside(tx: Tx, codes: readonly string[]): Promise<readonly string[]> {
  const { rows } = await sql<{ code: string }>`
    select code from unit where closed_at is null
      and not exists (select from unnest(${[...codes]}::text[]) named where code_key(named) = code_key(code))
    order by code`.execute(tx)
  return rows.map(({ code }) => code)
}
