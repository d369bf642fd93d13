import { type Insertable, sql } from 'kysely'
import type { Address } from '../addresses/index.ts'
import { type DB, newId, type Tx } from '../db/index.ts'
import type { ListedPerson, ListedUnit } from './data.ts'
import { type CheckRows, type Duty, type MadeUp, type OwnRows, ownTables, type Standing } from './story/index.ts'

const atOnce = 1000

/** In one transaction after another: two processes that fill at once do it once. */
export async function oneAtATime(tx: Tx): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended('sample', 0))`.execute(tx)
}

async function insertAll<T extends keyof DB>(tx: Tx, table: T, rows: readonly object[]): Promise<void> {
  for (let from = 0; from < rows.length; from += atOnce) {
    const block = rows.slice(from, from + atOnce) as never as Insertable<DB[T]>[]
    await tx.insertInto(table).values(block).execute()
  }
}

// units, people and duties: as the operator

/** The organisation has its name last of all: whoever finds it finds everything. */
export async function isFilled(tx: Tx): Promise<boolean> {
  return (await tx.selectFrom('organisation').select('name').executeTakeFirst()) !== undefined
}

export async function nameOrganisation(tx: Tx, name: string): Promise<void> {
  await tx
    .insertInto('organisation')
    .values({ name, set_up_at: sql`now()` })
    .onConflict((clash) => clash.doNothing())
    .execute()
}

export async function hasPeople(tx: Tx): Promise<boolean> {
  return (await tx.selectFrom('person').select('id').limit(1).executeTakeFirst()) !== undefined
}

/** The ids of the units by their code. Those that are there already stay as they are. */
export async function insertUnits(tx: Tx, units: readonly ListedUnit[]): Promise<ReadonlyMap<string, string>> {
  const there = await tx.selectFrom('unit').select(['id', 'code', 'path']).execute()
  const known = new Map(there.map(({ id, code, path }) => [code, { id, path }]))
  const rows: Insertable<DB['unit']>[] = []
  for (const { code, above, name, kind } of units) {
    if (known.has(code)) continue
    const parent = above === undefined ? undefined : known.get(above)
    const id = newId()
    const path = [...(parent ? [parent.path] : []), id.replaceAll('-', '_')].join('.')
    known.set(code, { id, path })
    rows.push({ id, code, name, kind, parent: parent?.id ?? null, path })
  }
  await insertAll(tx, 'unit', rows)
  return new Map([...known].map(([code, { id }]) => [code, id]))
}

const madeUp = 'Dữ liệu mẫu'
const longAgo = '2025-07-01T00:00:00Z'

export async function insertPeople(
  tx: Tx,
  people: readonly MadeUp[],
  units: ReadonlyMap<string, string>,
): Promise<void> {
  const rows = people.map(({ id, ref, name, office, unit }) => {
    return { id, ref, name, office, unit: unitIn(units, unit), unit_since: longAgo, joined_at: longAgo }
  })
  await insertAll(tx, 'person', rows)
}

export async function insertDuties(tx: Tx, duties: readonly Duty[], units: ReadonlyMap<string, string>): Promise<void> {
  const wanted = duties.map(({ person, role, unit }) => ({ id: newId(), person, role, unit: unitIn(units, unit) }))
  await sql`select role_propose(id, person, role, unit, null, null, ${madeUp})
    from jsonb_to_recordset(${JSON.stringify(wanted)}::jsonb) as duty (id uuid, person uuid, role text, unit uuid)`.execute(
    tx,
  )
}

function unitIn(units: ReadonlyMap<string, string>, code: string | undefined): string | null {
  if (code === undefined) return null
  const id = units.get(code)
  if (!id) throw new Error(`no unit ${code}`)
  return id
}

export async function personByRef(tx: Tx, ref: string): Promise<string | undefined> {
  return (await tx.selectFrom('person').select('id').where('ref', '=', ref).executeTakeFirst())?.id
}

// what people write: as each of them

export async function hasVersion(tx: Tx, id: string): Promise<boolean> {
  return (await tx.selectFrom('declaration_version').select('id').where('id', '=', id).executeTakeFirst()) !== undefined
}

/** A token that is shown once is good for thirty days; a kept one has no last day. */
const lastDay = (keep: boolean | undefined) => (keep ? null : sql`current_date + 30`)

/** Of everything in the chapter, what is theirs. */
export async function insertOwn(tx: Tx, rows: OwnRows): Promise<void> {
  for (const table of ownTables) {
    const own =
      table === 'proof' ? rows.proof.map((proof) => ({ ...proof, expires_on: lastDay(proof.keep) })) : rows[table]
    if (own.length > 0) await insertAll(tx, table, own)
  }
}

// what a check writes: as the checker

export async function hasChecks(tx: Tx, { proof_check: [first] }: CheckRows): Promise<boolean> {
  if (!first) return true
  return (await tx.selectFrom('proof_check').select('id').where('id', '=', first.id).executeTakeFirst()) !== undefined
}

export async function insertChecks(tx: Tx, { proof_check, standing, level_step }: CheckRows): Promise<void> {
  await insertAll(tx, 'proof_check', proof_check)
  for (const is of Object.keys(times) as Standing[]) {
    const proofs = standing.filter((one) => one.is === is).map(({ proof }) => proof)
    if (proofs.length > 0) await tx.updateTable('proof').set(times[is]).where('id', 'in', proofs).execute()
  }
  await insertAll(tx, 'level_step', level_step)
}

const days = (n: number) => sql<Date>`now() + make_interval(days => ${n})`
const found = { state: 'found', found_at: days(-60), last_found_at: days(0), next_check_at: days(1) }

/** The times that a proof keeps of itself. */
const times = {
  found: { state: 'found', found_at: days(0), last_found_at: days(0) },
  rechecked: found,
  missed: {
    ...found,
    state: 'missed',
    last_found_at: days(-6),
    misses: 3,
    first_miss_at: days(-5),
    grace_until: days(12),
  },
  ended: {
    ...found,
    state: 'ended',
    last_found_at: days(-25),
    next_check_at: null,
    misses: 4,
    first_miss_at: days(-24),
    grace_until: days(-1),
  },
  silent: { ...found, last_found_at: days(-41), not_reconfirmed_since: days(-41) },
} as const satisfies Record<Standing, object>

// the list that is tried as an import

/** Ids of the listed people by their number; those who are there already stay as they are. As the operator. */
export async function enterListed(
  tx: Tx,
  people: readonly ListedPerson[],
  units: ReadonlyMap<string, string>,
): Promise<ReadonlyMap<string, string>> {
  const rows = people.map(({ ref, name, office, unit }) => ({
    id: newId(),
    ref,
    name,
    office,
    unit: unitIn(units, unit),
  }))
  await tx
    .insertInto('person')
    .values(rows)
    .onConflict((clash) => clash.column('ref').where('ref', 'is not', null).doNothing())
    .execute()
  const refs = people.map(({ ref }) => ref)
  const there = await tx.selectFrom('person').select(['id', 'ref']).where('ref', 'in', refs).execute()
  return new Map(there.map(({ id, ref }) => [ref as string, id]))
}

export async function presentAmong(tx: Tx, refs: readonly string[]): Promise<number> {
  const { n } = await tx
    .selectFrom('person')
    .select((at) => at.fn.countAll<string>().as('n'))
    .where('ref', 'in', refs)
    .executeTakeFirstOrThrow()
  return Number(n)
}

type Offered = { readonly typed: string; readonly address: Address }

/** Drafts of the person who acts, but for addresses that they have drafted or declared before. */
export async function offerDrafts(tx: Tx, person: string, offered: readonly Offered[]): Promise<void> {
  const { rows } = await sql<{ canonical: string }>`
    select address ->> 'canonical' as canonical from draft where person = actor()
    union all select canonical from declaration where person = actor()`.execute(tx)
  const there = new Set(rows.map(({ canonical }) => canonical))
  const fresh = offered.filter(({ address: { canonical } }) => !there.has(canonical) && there.add(canonical))
  const drafts = fresh.map(({ typed, address: { via, ...address } }) => {
    return { id: newId(), person, typed, address: JSON.stringify(address) }
  })
  await insertAll(tx, 'draft', drafts)
}
