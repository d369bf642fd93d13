import { type SqlBool, sql } from 'kysely'
import { hashOf, isId, newId, newSecret, type Tx } from '../db/index.ts'
import { kept, mayOrganise, unitByCode } from '../units/index.ts'

export type ScimToken = {
  /** What the directory is called, in histories and to the people it changes. */
  readonly name: string
  /** Code of the unit that it provisions, with all below. */
  readonly unit: string
  readonly days: number
  /** The id it will have: the same form sent again makes no second one. */
  readonly id?: string
}
export const longestDays = 730
type Why = 'unit_not_found' | 'unit_closed' | 'name_malformed' | 'days_wrong'
export type ScimTokenMade =
  | { readonly kind: 'made'; readonly id: string; readonly token: string; readonly expires_at: Date }
  /** Sent again: what was made is not shown a second time. */
  | { readonly kind: 'made_before' }
  | { readonly kind: 'refused'; readonly code: Why }

/** A token for a directory, made by the operator or by who administers the unit. Shown once: only its hash is kept. */
export async function createScimToken(tx: Tx, given: ScimToken): Promise<ScimTokenMade> {
  const name = kept(given.name, 100)
  const unit = await unitByCode(tx, given.unit)
  if (!name) return { kind: 'refused', code: 'name_malformed' }
  if (!unit || !(await mayOrganise(tx, unit.id))) return { kind: 'refused', code: 'unit_not_found' }
  if (unit.closed_at) return { kind: 'refused', code: 'unit_closed' }
  if (!Number.isInteger(given.days) || given.days < 1 || given.days > longestDays)
    return { kind: 'refused', code: 'days_wrong' }
  const [id, token] = [given.id ?? newId(), `cds_${newSecret()}`]
  const made = await tx
    .insertInto('directory_client')
    .values({
      id,
      hash: hashOf(token),
      name,
      unit: unit.id,
      expires_at: sql`now() + make_interval(days => ${given.days})`,
    })
    .onConflict((clash) => clash.column('id').doNothing())
    .returning('expires_at')
    .executeTakeFirst()
  return made ? { kind: 'made', id, token, expires_at: made.expires_at } : { kind: 'made_before' }
}

const organised = sql<SqlBool>`organises(directory_client.unit)`

/** Every token over what the actor administers, with its last use; the secret itself is nowhere. */
export async function scimTokens(tx: Tx) {
  const tokens = await tx
    .selectFrom('directory_client')
    .innerJoin('unit', 'unit.id', 'directory_client.unit')
    .select([
      'directory_client.id',
      'directory_client.name',
      'unit.code as unit',
      'unit.name as unit_name',
      'made_by_name as made_by',
      'made_at',
      'expires_at',
      'used_at',
      'revoked_at',
    ])
    .where(organised)
    .orderBy('directory_client.id', 'desc')
    .execute()
  return { kind: 'listed', tokens } as const
}

/** From the next request on it opens nothing. */
export async function revokeScimToken(tx: Tx, id: string) {
  const revoked = isId(id)
    ? await tx
        .updateTable('directory_client')
        .set({ revoked_at: sql`coalesce(revoked_at, now())` })
        .where('id', '=', id)
        .where(organised)
        .returning(['id', 'revoked_at'])
        .executeTakeFirst()
    : undefined
  return revoked ? ({ kind: 'revoked', ...revoked } as const) : ({ kind: 'refused', code: 'token_not_found' } as const)
}
