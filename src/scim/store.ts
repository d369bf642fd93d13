import { sql } from 'kysely'
import { newId, type PersonId, type Tx } from '../db/index.ts'
import { told } from '../units/index.ts'
import type { Sought } from './sought.ts'

/** The directory that shows its token, while that is in force. `code` is of the unit that it provisions. */
export type Client = { readonly id: string; readonly name: string; readonly unit: string; readonly code: string }

export async function entering(tx: Tx): Promise<Client | undefined> {
  return (await sql<Client>`select * from directory_enters()`.execute(tx)).rows[0]
}

/** One writing request of a directory after the other: what it looked up stays so until it has written. */
export async function alone(tx: Tx, { id }: Client): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`scim ${id}`}, 0))`.execute(tx)
}

export type UserRow = {
  readonly id: PersonId
  readonly user_name: string
  readonly external_id: string | null
  readonly family_name: string | null
  readonly given_name: string | null
  readonly name: string
  readonly office: string | null
  readonly ref: string | null
  readonly active: boolean
  readonly unit: string
  readonly unit_name: string
  readonly created: Date
  readonly changed: Date
}
export type GroupRow = {
  readonly id: string
  readonly code: string
  readonly name: string
  readonly kind: string | null
  readonly parent_code: string | null
  readonly external_id: string | null
  readonly created: Date
  readonly changed: Date
  readonly members: readonly MemberRow[]
}
export type MemberRow = { readonly unit: string; readonly person: PersonId; readonly name: string }
export type Found<Row> = { readonly total: number; readonly rows: readonly Row[] }
/** Which part of all that are found; `skip` comes before it. */
export type Part = { readonly skip: number; readonly most: number }
const one: Part = { skip: 0, most: 1 }

export async function people(tx: Tx, sought: Sought, { skip, most }: Part): Promise<Found<UserRow>> {
  const { rows } = await sql<UserRow & { total: string }>`
    select * from directory_people(${JSON.stringify(sought)}::jsonb, ${skip}, ${most})`.execute(tx)
  return { total: Number(rows[0]?.total ?? 0), rows: rows.filter(({ id }) => id !== null) }
}
export const person = async (tx: Tx, id: PersonId) => (await people(tx, { id }, one)).rows[0]

export async function groups(tx: Tx, sought: Sought, { skip, most }: Part): Promise<Found<GroupRow>> {
  const { rows } = await sql<GroupRow & { total: string }>`
    select * from directory_units(${JSON.stringify(sought)}::jsonb, ${skip}, ${most})`.execute(tx)
  const there = rows.filter(({ id }) => id !== null)
  const members = Map.groupBy(await membersOf(tx, there), ({ unit }) => unit)
  return {
    total: Number(rows[0]?.total ?? 0),
    rows: there.map((row) => ({ ...row, members: members.get(row.id) ?? [] })),
  }
}
export const group = async (tx: Tx, id: string) => (await groups(tx, { id }, one)).rows[0]

async function membersOf(tx: Tx, units: readonly { readonly id: string }[]): Promise<readonly MemberRow[]> {
  if (units.length === 0) return []
  const ids = units.map(({ id }) => id)
  return (await sql<MemberRow>`select * from directory_members(${ids}::uuid[])`.execute(tx)).rows
}

/** Whom the directory means by a new user, if the register knows them: by the id it had for them, or by their number. */
export async function known(tx: Tx, external: string | null, number: string | null): Promise<PersonId | undefined> {
  const { rows } = await sql<{ id: PersonId | null }>`select directory_known(${external}, ${number}) as id`.execute(tx)
  return rows[0]?.id ?? undefined
}

type Names = Pick<UserRow, 'user_name' | 'external_id' | 'family_name' | 'given_name'>
export const link = (tx: Tx, id: PersonId, names: Names) =>
  told<'linked' | 'name_taken' | 'person_not_found'>(
    tx,
    sql`directory_links(${id}, ${names.user_name}, ${names.external_id}, ${names.family_name}, ${names.given_name})`,
  )
export const linkUnit = (tx: Tx, id: string, external: string | null) =>
  told<'linked' | 'name_taken' | 'unit_not_found'>(tx, sql`directory_links_unit(${id}, ${external})`)
export const forget = (tx: Tx, id: PersonId) => told<'gone' | 'person_not_found'>(tx, sql`directory_deletes(${id})`)
export const rename = (tx: Tx, id: PersonId, name: string) =>
  told<'changed' | 'unchanged' | 'person_not_found'>(tx, sql`directory_renames(${id}, ${name})`)
export const renumber = (tx: Tx, id: PersonId, number: string | null) =>
  told<'changed' | 'unchanged' | 'person_not_found' | 'ref_taken'>(tx, sql`directory_numbers(${id}, ${number})`)

/** The row that says to the person who changed where they stand. */
export async function trace(tx: Tx, subject: PersonId): Promise<void> {
  const row = { id: newId(), subject, purpose: 'directory', fields: 'roll', channel: 'scim' }
  await tx.insertInto('access').values(row).execute()
}

/** Code of the unit that a client names by its id; nothing where it is none of its own. */
export async function codeOf(tx: Tx, id: string): Promise<string | undefined> {
  return (await group(tx, id))?.code
}
