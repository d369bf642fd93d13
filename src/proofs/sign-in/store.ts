import { type SqlBool, sql } from 'kysely'
import { hashOf, type Tx } from '../../db/index.ts'

type Begun = { readonly state: string; readonly proof: string; readonly provider: string; readonly sealed: Buffer }

export async function insertSignIn(tx: Tx, { state, ...begun }: Begun): Promise<void> {
  await tx
    .insertInto('proof_sign_in')
    .values({ hash: hashOf(state), ...begun })
    .execute()
}

export type CameBack = { readonly proof: string; readonly provider: string; readonly sealed: Buffer }

/** The way back that this state opens for the person who acts, once: of two at the same time the second finds it used. */
export async function spendSignIn(tx: Tx, state: string): Promise<CameBack | undefined> {
  const row = await tx
    .selectFrom('proof_sign_in')
    .select(['proof', 'provider', 'sealed'])
    .where('hash', '=', hashOf(state))
    .where('used_at', 'is', null)
    .where(sql<SqlBool>`expires_at > now()`)
    .forUpdate()
    .executeTakeFirst()
  if (!row) return undefined
  await tx
    .updateTable('proof_sign_in')
    .set({ used_at: sql`now()`, sealed: Buffer.alloc(0) })
    .where('hash', '=', hashOf(state))
    .execute()
  return row
}

/** Of which proof this state was, once it leads back no more. */
export async function proofOfState(tx: Tx, state: string): Promise<string | undefined> {
  const row = await tx.selectFrom('proof_sign_in').select('proof').where('hash', '=', hashOf(state)).executeTakeFirst()
  return row?.proof
}

/** As the checker: what is over for an hour goes. */
export async function sweepSignIns(tx: Tx): Promise<void> {
  await sql`delete from proof_sign_in where expires_at < now() - interval '1 hour'`.execute(tx)
}
