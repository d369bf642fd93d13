import { sql } from 'kysely'
import { newId, type Tx } from '../../db/index.ts'
import { blocksOf } from '../plan.ts'
import { type AccountLine, codeKey, type PersonLine, type Reading, type UnitLine } from '../reading/index.ts'
import { changeOf, codesIn, unitsOf } from '../store/units.ts'

export type Change = 'new' | 'changed' | 'moved' | 'same' | 'offered' | 'rejected' | 'missing'

/** A row as it is kept between reading and writing. */
export type PlannedRow = {
  readonly row: number
  readonly fields: readonly string[]
  readonly line: unknown
  readonly change: Change
  readonly differs?: readonly string[]
  readonly reason?: string | undefined
}

export type Scope = { readonly whole: boolean; readonly codes: ReadonlySet<string> }

/** What the rows of a file would do: those to be written in their order, and behind them those that are not, with the reason. */
export async function planRows(tx: Tx, reading: Reading, scope: Scope): Promise<readonly PlannedRow[]> {
  const planned = await judged(tx, reading, scope)
  const fields = (row: number) => (reading.written.get(row) ?? []).map(storable)
  const rejected = reading.rejected.map(({ row, reason }) => ({
    ...{ row, reason, line: null, fields: fields(row) },
    change: 'rejected' as const,
  }))
  const good = planned.filter(({ reason }) => !reason).map((one) => ({ ...one, fields: fields(one.row) }))
  const stopped = planned
    .filter(({ reason }) => reason)
    .map((one) => ({ ...one, change: 'rejected' as const, fields: fields(one.row) }))
  return [...good, ...[...rejected, ...stopped].toSorted((one, other) => one.row - other.row)]
}

type Judged = Omit<PlannedRow, 'fields'>

async function judged(tx: Tx, reading: Reading, scope: Scope): Promise<readonly Judged[]> {
  if (reading.kind === 'units') return unitRows(tx, reading.lines, scope)
  const rows: Judged[] = []
  if (reading.kind === 'people')
    for (const block of blocksOf(reading.lines)) rows.push(...(await peopleRows(tx, block)))
  else
    for (const { row, ref, accounts } of reading.lines)
      rows.push({ row, line: { ref, accounts: offered(accounts) }, change: 'offered' })
  return rows
}

/** Above before below. Whoever administers a branch changes that branch. */
async function unitRows(tx: Tx, lines: readonly UnitLine[], scope: Scope): Promise<readonly Judged[]> {
  const [mine, fresh] = [new Set(scope.codes), new Set<string>()]
  const rows: Judged[] = []
  const sorted = lines.toSorted((one, other) => one.level - other.level || one.row - other.row)
  for (const block of blocksOf(sorted)) {
    const there = await unitsOf(tx, codesIn(block))
    for (const unit of block) {
      const [key, above] = [codeKey(unit.code), unit.parent ? codeKey(unit.parent) : undefined]
      const moved = above !== undefined && fresh.has(above) ? 'moved' : undefined // below a unit that comes with this file
      const change = there.has(key) ? (moved ?? changeOf(unit, there)) : 'new'
      const goesTo = above === undefined ? scope.whole : mine.has(above)
      const may = change === 'new' ? goesTo : mine.has(key) && (change !== 'moved' || goesTo)
      if (change === 'new' && may) for (const set of [mine, fresh]) set.add(key)
      const { code, name, parent, type } = unit
      const line = { code, name, parent, type }
      rows.push({ row: unit.row, line, change, reason: may ? undefined : 'not_yours' })
    }
  }
  return rows
}

type Told = { readonly n: number; readonly change: Change; readonly differs: string[]; readonly reason: string | null }

async function peopleRows(tx: Tx, lines: readonly PersonLine[]): Promise<readonly Judged[]> {
  const given = lines.map(({ row, ref, name, unit, office, phone, start, accounts }) => ({
    ...{ n: row, ref, name, unit, office, phone, start },
    accounts: offered(accounts),
  }))
  const { rows } = await sql<Told>`select * from import_people_told(${JSON.stringify(given)}::jsonb)`.execute(tx)
  const told = new Map(rows.map((one) => [one.n, one]))
  return given.map(({ n, ...line }) => {
    const { change = 'new', differs = [], reason } = told.get(n) ?? {}
    return { row: n, line, change, differs, reason: reason ?? undefined }
  })
}

/** With their ids: a page lists the newest first, so they stand there as in the file. */
function offered(accounts: readonly AccountLine[]) {
  const drafts = accounts.map(newId).sort().reverse()
  const ids = accounts.map(newId).sort()
  return accounts.map(({ typed, address }, n) => ({ id: ids[n], draft: drafts[n], typed, address: kept(address) }))
}

function kept(address: AccountLine['address']) {
  if (!address) return undefined
  const { via, ...more } = address
  return more
}

/** Text that the database can hold. */
export const storable = (text: string) => text.replaceAll('\0', '').toWellFormed().slice(0, 40_000)
