import { sql } from 'kysely'
import type { PersonId, SecretHash, Tx } from '../db/index.ts'
import type { Scope } from '../permissions/index.ts'

/** All SQL of API tokens. */

export type NewToken = {
  readonly id: string
  readonly hash: SecretHash
  readonly person: PersonId
  readonly name: string
  /** Without a number, as long as the database gives: a year. */
  readonly days: number | undefined
  /** Without a list, all that there are. */
  readonly scopes: readonly Scope[] | undefined
}

/** False when there is one with this id. */
export async function addToken(tx: Tx, { days, scopes, ...token }: NewToken): Promise<boolean> {
  const life = days === undefined ? {} : { expires_at: sql<Date>`now() + make_interval(days => ${days}::int)` }
  const may = scopes === undefined ? {} : { scopes: [...scopes] }
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('api_token')
    .values({ ...token, ...life, ...may })
    .onConflict((clash) => clash.column('id').doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}

export type TokenRow = {
  readonly id: string
  readonly name: string
  readonly madeAt: Date
  readonly usedAt: Date | null
  readonly expiresAt: Date
  readonly scopes: readonly string[]
}

export async function tokensOf(tx: Tx, person: PersonId): Promise<TokenRow[]> {
  return tx
    .selectFrom('api_token')
    .select(['id', 'name', 'made_at as madeAt', 'used_at as usedAt', 'expires_at as expiresAt', 'scopes'])
    .where('person', '=', person)
    .where('revoked_at', 'is', null)
    .where('expires_at', '>', sql<Date>`now()`)
    .orderBy('made_at', 'desc')
    .limit(100)
    .execute()
}

export async function revoke(tx: Tx, person: PersonId, id: string): Promise<boolean> {
  const row = await tx
    .updateTable('api_token')
    .set({ revoked_at: sql`now()` })
    .where('id', '=', id)
    .where('person', '=', person)
    .where('revoked_at', 'is', null)
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

/** What the token that was shown may do. */
export async function scopesShown(tx: Tx): Promise<readonly string[]> {
  const row = await tx
    .selectFrom('api_token')
    .select('scopes')
    .where('hash', '=', sql<SecretHash>`bearer()`)
    .executeTakeFirst()
  return row?.scopes ?? []
}
