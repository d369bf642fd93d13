import { sql } from 'kysely'
import { newId, type PersonId, type SecretHash, type Tx } from '../db/index.ts'

const shown = sql<SecretHash>`bearer()`

export type OpenLink = { person: PersonId | null }

/** The link that was shown, while it is good. */
export async function openLink(tx: Tx): Promise<OpenLink | undefined> {
  return tx
    .selectFrom('set_up_link')
    .select('person')
    .where('hash', '=', shown)
    .where(sql<boolean>`setting_up()`)
    .executeTakeFirst()
}

/** A double click sets up once: the second waits, and meets what the first has done. */
export async function oneAtATime(tx: Tx): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended('set-up', 0))`.execute(tx)
}

export async function organisationName(tx: Tx): Promise<string | undefined> {
  return (await tx.selectFrom('organisation').select('name').executeTakeFirst())?.name
}

export async function nameOrganisation(tx: Tx, name: string): Promise<void> {
  await tx
    .insertInto('organisation')
    .values({ name })
    .onConflict((clash) => clash.column('only_one').doUpdateSet({ name }))
    .execute()
}

export async function nameOf(tx: Tx, person: PersonId): Promise<string | undefined> {
  return (await tx.selectFrom('person').select('name').where('id', '=', person).executeTakeFirst())?.name
}

/** The actor enters the register as its first administrator, and the link remembers who that is. */
export async function enterAdministrator(tx: Tx, id: PersonId, name: string): Promise<void> {
  await tx.insertInto('person').values({ id, name }).execute()
  await tx.insertInto('role_held').values({ id: newId(), person: id, role: 'administrator' }).execute()
  await tx.updateTable('set_up_link').set({ person: id }).where('hash', '=', shown).execute()
}

export async function correctName(tx: Tx, id: PersonId, name: string): Promise<void> {
  await tx.updateTable('person').set({ name }).where('id', '=', id).execute()
}

export async function isSetUp(tx: Tx): Promise<boolean> {
  const row = await tx.selectFrom('organisation').select('set_up_at').executeTakeFirst()
  return row !== undefined && row.set_up_at !== null
}

/** The links before it are gone; whoever was becoming the administrator by one of them goes on by this one. */
export async function replaceLink(tx: Tx, hash: SecretHash): Promise<void> {
  const before = await tx.deleteFrom('set_up_link').where('used_at', 'is', null).returning('person').execute()
  const person = before.find((link) => link.person !== null)?.person ?? null
  await tx.insertInto('set_up_link').values({ hash, person }).execute()
}
