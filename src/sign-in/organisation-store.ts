import { sql } from 'kysely'
import type { PersonId, SecretHash, Tx } from '../db/index.ts'
import type { Named } from './organisation.ts'

/** Sweeps what is over on the way: the table holds ten minutes of sign-ins and no more. */
export async function keepSignIn(tx: Tx, hash: SecretHash, sealed: Buffer): Promise<void> {
  await tx.deleteFrom('organisation_sign_in').where('expires_at', '<', sql<Date>`now()`).execute()
  await tx.insertInto('organisation_sign_in').values({ hash, sealed }).execute()
}

/** What was kept for the state that is shown, once: of two at the same time the second finds it used. */
export async function spendSignIn(tx: Tx): Promise<Buffer | undefined> {
  const row = await tx
    .selectFrom('organisation_sign_in')
    .select('sealed')
    .where('hash', '=', sql<SecretHash>`bearer()`)
    .where('used_at', 'is', null)
    .where('expires_at', '>', sql<Date>`now()`)
    .forUpdate()
    .executeTakeFirst()
  if (!row) return undefined
  await tx
    .updateTable('organisation_sign_in')
    .set({ used_at: sql`now()`, sealed: Buffer.alloc(0) })
    .where('hash', '=', sql<SecretHash>`bearer()`)
    .execute()
  return row.sealed
}

/** Whom the provider named, if the register has them. */
export async function personNamed(tx: Tx, issuer: string, { subject, number }: Named): Promise<PersonId | undefined> {
  const { rows } = await sql<{
    person: PersonId | null
  }>`select organisation_signs_in(${issuer}, ${subject}, ${number}) as person`.execute(tx)
  return rows[0]?.person ?? undefined
}
